# The pool of guiding questions. Each speaks to both people at once; template and stage stand in src/domain/question.rs.

## Early

question-001 = Which app do you each open first in the morning, and what would you miss if it were gone tomorrow?
question-002 = When did you last learn something digital by looking over somebody's shoulder? What exactly did you see there?
question-003 = Which question about technology have you been carrying around because it seemed too small to ask? This is the place for it.
question-004 = Show each other how you keep track of what you have to do: list, calendar, slips of paper, memory. What would you like to borrow?
question-005 = Which device did you first take apart, set up or talk into working again? What did you learn from it?
question-006 = How do you notice in a video call that somebody has stopped listening? And what do you do then?
question-007 = Take one headline of today and check it together. Where do you look first, and when are you satisfied?
question-008 = Which digital task do you hand to others today that you would like to do yourself by the end of this tandem?
question-009 = Which unwritten rules apply to phones in your meetings? Who made them, and whom do they serve?
question-010 = Somebody uses a technical term and everybody nods. What could you say to ask anyway?
question-011 = Each search the net for your own name, then compare: what would a new customer learn about you, and what is missing?
question-012 = Which program is in use in your department although nobody likes it? What would have to happen for it to go?
question-013 = Open the settings of your phones side by side. Which three has each of you changed on purpose, and why?
question-014 = Somebody watches your working day for the first time. What will they overlook unless you point it out?
question-015 = Which habit do you defend against every new tool? What is good about it?
question-016 = Who in your company can do something digital that you would like to be able to do? What has kept you from asking so far?
question-017 = How do you learn a new program: reading, asking, trying, watching? What follows from it for the tasks in this tandem?

## Middle

question-018 = Let an AI assistant draft a mail you have to write anyway. What would you sign, and which sentence gives the machine away?
question-019 = Which decision in your area is made on instinct although the figures for it exist? Where are they, and who could get them?
question-020 = When were you last able to talk openly about a mistake at work? What made that possible?
question-021 = Take a piece of work that is to be finished in a month. What would a version look like that somebody can try the day after tomorrow?
question-022 = Which group or network on the net gives you something for your work? And what do you give it?
question-023 = What would you never post? Tell each other how you arrived at that line.
question-024 = Which of your products or services gathers data that nobody looks at? What could a customer do with them?
question-025 = Where have you lately asked a machine instead of a colleague? What did you gain by it, and what did you lose?
question-026 = Swap the roles for half an hour: whoever has explained so far now asks. Which subject do you choose?
question-027 = Which of your meetings could be a document? And which document ought to have been a conversation?
question-028 = Where did something get stuck lately? Go back to the very step where it happened and try it once more together.
question-029 = What would you never ask an AI assistant at work? Is the reason a technical one, a legal one, or a matter of taste?
question-030 = Who in your team is left out when everything runs digitally? What would bring them back in?
question-031 = Which figure on a screen do you look at every day? What would you do differently if it turned out to be wrong?
question-032 = You have to tell a colleague something unpleasant: chat, mail, voice message, phone or a walk to their desk? Argue for different answers.
question-033 = What did you look up last week? Which answer did you trust at once, and what made you trust it?
question-034 = What have you not tried yet because you are waiting for somebody's permission? Who could give it, and does it need one at all?
question-035 = Which account in a social network shows your company as you know it? What does it do that the official one does not?
question-036 = Which machine or device around you should be able to say what it needs? Write down its first message.
question-037 = Look back on the day at work you spent together: which step took longest, and who has ever asked why?
question-038 = At which moments of the working day does a tool get in the way? Pick one and find the smallest thing that would help.
question-039 = What have you learned about your own company in these conversations that is in no handbook?
question-040 = Which experience that has nothing to do with computers helps you to judge new technology?
question-041 = The network is down for a whole day. What goes on, what stops, and what might even get better?
question-042 = Which new tool was introduced well in your company? Who was asked, and when, and what was dropped for it?
question-043 = When did you last change your mind because of something you read on the net? What was it that convinced you?
question-044 = Your team gets four hours a month for trying things out. How would you use the first four?
question-045 = Which notifications could you switch off today without anybody noticing? Do it, and tell each other next time what happened.

## Late

question-046 = What do you do today without thinking about it that was still a task a few weeks ago?
question-047 = Which of your tasks would you pass on to another tandem, and how would you word it now?
question-048 = What did you expect of each other at the beginning, and what turned out differently?
question-049 = Whom could you show something next month that you tried out here? Settle on a person and a day.
question-050 = Which of your questions are still open? Who besides the two of you might know?
question-051 = What should the people who choose the tools in your company know? Find one sentence that you would both sign.
question-052 = What has changed in the way you ask for help, or in the way you give it?
question-053 = If you went on meeting four times a year after the programme, what would you meet for?
question-054 = Leaf back through the months: which conversation had consequences outside this channel?
question-055 = Which subject did you only touch on? What would be a first step that each of you can take alone?
question-056 = What do you know now about each other's work that makes you see your own differently?
