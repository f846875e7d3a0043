# The briefing: cards read one after another, in a private reply.
briefing-button = Briefing
briefing-back-button = Back
briefing-next-button = Next
briefing-done-button = Done
# $number, $of (cards)
briefing-footer-mentor = Briefing for mentors, card { $number } of { $of }. Only you see this.
# $number, $of (cards)
briefing-footer-mentee = Briefing for mentees, card { $number } of { $of }. Only you see this.
briefing-done = Thank you, that was all. The cards stay here: `/my` opens them again at any time. Coordinators are never shown who has not read them; when pairing begins they get one number, and only if it points to nobody.
briefing-other-mentor = On to the briefing for mentors
briefing-other-mentee = On to the briefing for mentees

## For mentors

briefing-mentor-equal-title = Two people at one table
briefing-mentor-equal-text = In this tandem you are the one who knows the subject, whatever the organisation chart says. Your partner has decided to learn from you; that is why the two of you are here.

    Agree at the beginning how you want to talk to each other. Say “I” when you tell of your own experience: “I do it like this” sounds different from “you have to”. And say so when you do not know something. Looking it up together is often the best part of an hour.
briefing-mentor-questions-title = Ask before you explain
briefing-mentor-questions-text = The explanation that helps is the one that fits. So ask first, and ask openly:

    • How do you do that today?
    • What annoys you most about it?
    • What would be different if it went well?
    • What have you tried already?

    Then wait. Five seconds of silence feel long and are usually worth it. Questions with “why” can sound like a reproach; “how come” or “what for” are friendlier.
briefing-mentor-watching-title = Let them do it, and watch
briefing-mentor-watching-text = Whoever learns has the mouse in their hand. Look on quietly, even where you would be faster, and write down what you notice instead of interrupting.

    Afterwards begin with what worked. Then one thing, not ten, to try next time. “I noticed that …” leaves the decision with your partner; “you always …” takes it away. And never take over “just for a second”: after that second the learning is yours.
briefing-mentor-day-title = A day at your partner's work
briefing-mentor-day-text = You spend one whole day at your partner's work. Before it, agree on two things: what you may see, and where you step outside.

    On the day you are a guest. Look for moments in which a tool could save time or trouble, and note them with the time of day. Do not judge the work itself, and ask before you mention a third person. In the evening, half an hour together: what did each of you see, and which two or three small things are worth trying first?
briefing-mentor-fields-title = Three fields, and you choose with your partner
briefing-mentor-fields-text = Three fields are on offer: mobile devices, social media, connected products. You need not be an expert in any of them. What counts is that you use them as a matter of course and can say how.

    Choose one field for the beginning, according to what your partner wants to be able to do in three months. Bring your own device and your own examples. Where your vocational school or department does something differently, that is worth telling, too.
briefing-mentor-task-title = A small task until next time
briefing-mentor-task-text = What is not used within a week is forgotten. So after each meeting leave something small:

    • it takes an hour at most, better half of one, and fits into a normal working day,
    • it is about something your partner has to do anyway,
    • it is clear when it is done.

    “Share the agenda of Thursday's meeting as a link” is better than “have a look at the cloud”. `/task assign` leaves it here, and the bot has ideas for every topic. *Stuck* is a good answer: it tells you what to talk about next time.
briefing-mentor-private-title = Private is private
briefing-mentor-private-text = Where social media or private devices come up, draw a line first: this is about what your partner wants to show at work.

    • Nobody has to open a private profile, connect with anybody or post anything.
    • Private accounts and private photos stay out of it, yours as well.
    • Where the company has rules (devices, data, pictures of colleagues), follow them. If in doubt, ask the contact person before you try it.

    Show it on your own account or on a made-up example.
briefing-mentor-confidential-title = What is said here stays here
briefing-mentor-confidential-text = Your partner shows you what does not work yet. That is a gift, and it only works if it goes no further: not to the team, not to your own manager, not as a funny story without a name.

    The coordinators see that the tandem is there, and sums over many tandems; they do not see what you write or how you rate. If something comes up that you cannot keep to yourself, because somebody is being harmed, say so openly and get help together.
briefing-mentor-help-title = When it gets stuck
briefing-mentor-help-text = A cancelled meeting is not a verdict. Suggest a new date; `/session plan` takes care of the rest, and `/pause` keeps your tandem quiet for a while.

    You are not alone with it: `/support` asks for a talk and says first who will read it. And if the two of you do not suit each other, either can end the tandem in two clicks and without a reason. I tell nobody who did, though with two people the other can guess. A tandem that ended has ended, and that is all.

## For mentees

briefing-mentee-expect-title = What to expect
briefing-mentee-expect-text = Every few weeks you meet somebody who is at home in the digital world and takes an hour for you. In between there is a small task, and now and then a question to think about. The invitation says how much time that takes.

    The subject is yours: you choose the topics and bring the questions from your day. Your partner is not there to fix your computer but to help you do it yourself.
briefing-mentee-not-knowing-title = Not knowing is the point
briefing-mentee-not-knowing-text = You are not here because you lack something, and nobody gets a mark. You are here because you want to know something, and that only shows when you say what you do not understand.

    So interrupt. “Slower, please”, “what does that word mean”, “once more, and I will do it” are the three most useful sentences of the next months. Questions that you would not ask in the team belong here.
briefing-mentee-day-title = A day with a guest
briefing-mentee-day-text = Your partner spends one whole day at your work. Choose an ordinary day, not a show day: with mails, calls, two meetings and what annoys you.

    Tell the people you meet that day beforehand who is with you and why, and say where your guest waits outside. In the evening you talk for half an hour about what each of you saw. Many are surprised how small the things are that help at once.
briefing-mentee-fields-title = One of three fields
briefing-mentee-fields-text = Apprentices advise you in one of three fields: mobile devices, social media, connected products. Choose the one in which you would like to be able to do something in three months that you cannot do today.

    Your partner is still learning, too, and in their own trade you know more. Say so, and share it: most mentees find that the exchange goes both ways after the second meeting.
briefing-mentee-topics-title = Bring your own day along
briefing-mentee-topics-text = The best topic is what got on your nerves last week. Write it down when it happens; `/topic propose` puts it on the next agenda in your own words.

    Your wishes (where would I like to become more digital, what matters most to me, which questions do I bring) help your partner prepare. You can change them at any time under *My place*.
briefing-mentee-task-title = Small tasks, and *stuck* is fine
briefing-mentee-task-text = After a meeting there may be a small task: an hour at most, about something you have to do anyway. Afterwards you say *worked* or *stuck*.

    Saying *stuck* is not bad news. Only your partner reads it, and it is on the next agenda; the coordinators see at most a sum over many tandems. If the task does not fit into your week, say so; then it becomes smaller.
briefing-mentee-confidential-title = What is said here stays here
briefing-mentee-confidential-text = You and your partner both promise confidentiality, and it holds in both directions: your partner, too, tells you things that do not belong in the corridor.

    Your manager gets no report, the coordinators no content; they see that the tandem is there, and sums over many tandems. Administrators of the server could open any channel; Discord leaves no way to prevent that. `/leave` ends the tandem without a reason, and I tell nobody who it was, though with two people the other can guess.
