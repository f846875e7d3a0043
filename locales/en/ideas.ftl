# Ideas for small tasks until next time, at least four for each topic: an hour at most, with something to bring along.
# Whoever gives one hands it to somebody with more years in the company, so none explains the world.

## Choosing one

idea-title = Ideas for small tasks
# $topic
idea-of-topic = { $topic }. Each takes an hour at most.
idea-none-picked = No topic has been chosen yet, so here is something of everything. Each takes an hour at most.
# $topic
idea-none-of-topic = There is nothing for { $topic } yet, so here is something of everything. Each takes an hour at most.
# $number, $text
idea-row = **{ $number }** { $text }
# $number
idea-take-button = Give idea { $number } as a task
idea-other-placeholder = Ideas for another topic
idea-more-button = More ideas
# $number (of the task), $person
idea-taken = Task { $number } for { $person } will be in the channel in a moment. With `/task edit` you can put it into your own words.

## Collaboration and communication tools

idea-collaboration-1 = Write the notes of your next team meeting straight into a shared document while everybody watches, and let somebody else add a line.
idea-collaboration-2 = For one hour, answer every question from your team in the chat instead of by mail, and note what got quicker and what did not.
idea-collaboration-3 = Go through the notifications of your chat program: mute three channels, mark two as important, and set one hour in which nothing rings.
idea-collaboration-4 = In your next video call, share a single window instead of the whole screen, and hand the document to somebody else for five minutes.

## Sources on the net

idea-sources-1 = Take a figure from a slide of this month and trace it back to its first source. Is it there, and does it say the same?
idea-sources-2 = Look up the same question in a search engine, an encyclopedia and a trade magazine, and write down in three lines where they differ.
idea-sources-3 = Find out where a picture from the news comes from, by reverse image search: who took it, when, and what was cut off?
idea-sources-4 = Subscribe to two newsletters or feeds of your field, and cancel two that have stayed unopened for weeks.

## Artificial intelligence

idea-ai-1 = Have an AI assistant summarise a document you know well, one without confidential content, and mark what is missing, what is wrong and what is well put.
idea-ai-2 = Ask an AI assistant the same question three times: in one line, with an example, and saying whom the answer is for. Bring the three answers along.
idea-ai-3 = Find out what applies in your company: which AI tools are allowed, with which data, and who answers questions about it. Five lines are enough.
idea-ai-4 = Have a routine text of your week, an invitation or a reminder, drafted by an AI assistant, and time whether correcting it costs more than it saves.

## Big data

idea-big-data-1 = List five kinds of data that arise in your department every day, and mark the ones that somebody looks at.
idea-big-data-2 = Build a pivot table from a list you already have. Which question does it answer that the list kept to itself?
idea-big-data-3 = Redraw a chart from the last report with its axis beginning at zero. Does it still tell the same story?
idea-big-data-4 = Ask somebody who works with data to show you one query from beginning to end, and note the three terms that were worth asking about.

## Agile organisation

idea-agile-1 = Put the work of this week on a board with three columns (to do, doing, done), and allow no more than two cards in the middle.
idea-agile-2 = Listen in on another team's daily stand-up for a quarter of an hour, and note what is decided there without a manager.
idea-agile-3 = Show an unfinished piece of work to somebody outside your team after one day, and change one thing because of what they say.
idea-agile-4 = End a meeting ten minutes early with two questions: what do we keep, and what do we try differently next time?

## Digital reputation

idea-reputation-1 = Look up your own name in a private browser window, in two search engines, and note what a stranger learns from the first page.
idea-reputation-2 = Bring one public profile up to date: a picture, one sentence about your work, and one line that can go.
idea-reputation-3 = Check for two of your accounts who can see earlier posts, contacts and location, and change one setting on purpose.
idea-reputation-4 = Read on a public page what customers write about your company, and draft an answer to one comment without sending it.

## Digital networking

idea-networking-1 = Write three sentences to somebody whose post or talk you liked, and ask one question to which you want to know the answer.
idea-networking-2 = Join a group of your field on the net and read along for half an hour. Who is listened to there, and why?
idea-networking-3 = Find three people in your company who work on the same subject in different places, and introduce two of them to each other.
idea-networking-4 = Leave a helpful comment under a colleague's post: one thing that was new to you, and one that belongs to it.

## Digital business leadership

idea-leadership-1 = Describe one of your products in ten lines through the eyes of a customer who knows only the app or the web page.
idea-leadership-2 = Choose a process that still needs paper or a signature, draw its steps, and cross out one of them.
idea-leadership-3 = Ask three people in your team which digital tool holds them up most, and decide about one of the answers this week.
idea-leadership-4 = On a competitor's website, go as far as the basket, and note three things that are easier there than with your own company.

## Dealing with mistakes

idea-mistakes-1 = Tell your team in two minutes what went wrong for you this month, and what you have done differently since.
idea-mistakes-2 = Write down a mishap without names: what happened, how it came to light, and what would catch it earlier next time.
idea-mistakes-3 = Try a function that you have never dared to use, in a copy of the file, and break the copy on purpose.
idea-mistakes-4 = For one week, ask “what happened?” before “who was it?”, and note one case in which the talk went differently because of it.

## Mobile devices

idea-devices-1 = Pair a headset with your phone and your computer, and change from one to the other during a call.
idea-devices-2 = Scan a paper document with your phone, store it where the team finds it, and do without the paper.
idea-devices-3 = Look at the screen time of last week, and turn off the notifications of the two apps at the top.
idea-devices-4 = Work for half an hour on your phone alone. Which task works well, and which one needs another app?

## Social media

idea-social-media-1 = Read along for twenty minutes on a network you do not use, and note who talks to whom there, and about what.
idea-social-media-2 = Draft a post of five lines about something that was new to you this month, and show it in the tandem before anybody else sees it.
idea-social-media-3 = Compare how your company and another one answer a critical comment in public: the tone, the time it takes, and what comes of it.
idea-social-media-4 = Look for the rules of your company on private and business use of networks, and put the three most important ones into your own words.

## Connected products

idea-products-1 = Choose a connected device from home or the office and find out which data it sends, to whom, and where that can be switched off.
idea-products-2 = Watch somebody set up one of your products with its app for the first time, without helping, and note where they get stuck first.
idea-products-3 = Sketch on one page what one of your products could report if it were connected, and who would gain by it.
idea-products-4 = Link two everyday things, such as calendar and light or arrival and message, and explain to somebody how it works.
