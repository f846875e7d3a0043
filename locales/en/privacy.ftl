# The data notice. It promises what is true and no more; when something stored changes, this file changes with it.
privacy-title = Data notice
privacy-stored-field = What is stored
privacy-stored = Discord ids of people, channels and posts, no names. Your role as mentor or mentee, your language, on which day you agreed to which version of this notice and of the confidentiality agreement. Tasks with text, date, link, state and notes. Meetings with time and place, who has confirmed them and whether they took place. Topics of your meetings, what you note for an agenda, and your wishes. Which guiding questions you marked. Numbers from 1 to 5. How you would like to go on after a tandem. Pauses of your tandem, but not who set them. Calls for support, and that somebody could not reach their partner, until they are resolved. What people write in the channel is not stored and not read.
privacy-entries-field = What you say when you enrol
privacy-entries = Topics, languages, department, organisation, how long you have been with the company, hours a month, number of tandems, and whom you would rather not be paired with. From a list of the coordinators: an invitation, and a code of your reporting line.
privacy-purpose-field = Why
privacy-purpose = To open your channel, bring questions and reminders in time, and show the coordinators how the programme as a whole is going.
privacy-readers-field = Who sees it
# $k
privacy-readers = Your partner: tasks, notes, meetings, topics, wishes and marks in your channel. The coordinators: who takes part, what you say about your work and topics, and which tandems exist, open or ended; from inside tandems only sums over a period to which at least { $k } tandems contributed, for feedback { $k } people. Nobody: whom you would rather not be paired with, who ended a tandem, who declined one, your individual numbers. Whoever runs this bot can open its database. The server's owner and members with administrator rights can see every channel.
privacy-pairing-field = How tandems are proposed
privacy-pairing = From what you all entered I work out who fits together; coordinators decide, and you say yes or no. They see the proposed pairs and why: topics, languages, departments, organisations, time. Whom you named as a favourite, or would rather not be paired with, goes into it and is shown to nobody; a plan that is worked out anew can hint at it. Pairs that coordinators hold or bar are stored as well.
privacy-duration-field = How long
# $days (deletion period)
privacy-duration = Until { $days } days after the programme has closed, at the latest two weeks after its last day; then only totals without any person remain. An enrolment you begin and do not confirm is deleted after 7 days, an invitation after 14, counted from the day on which it can be taken up. Answers to a proposal are erased once its result is known. Who ended a tandem is not stored at all.
privacy-discord-field = What stays with Discord
privacy-discord = Everything posted in a channel, mine included, stays with Discord until the channel or the post is deleted. The channel of an ended tandem closes after 7 days and is deleted later. Discord's own terms apply to it.
privacy-not-done-field = What is not done
privacy-not-done = No rankings, points or profiles of activity. No messages to managers. No record of when you were last here.
privacy-rights-field = Your data are yours
# $contact (contact person, or the coordinators)
privacy-rights = `/privacy export` shows you everything that is stored about you, `/privacy delete` deletes it at once. A copy made before an update of the database is deleted after 7 days. Only a backup of the last 30 days is ever restored, and what you deleted is then deleted from it again; for that, the deletion itself stays on record for 35 days, as a checksum without a name. For questions: { $contact }.
# In place of a contact person: subject of a sentence
privacy-contact-fallback = the coordinator
privacy-shared-field = What is stored only if you use it
privacy-shared = Direct messages: whether you ticked them. Tips and insights: text, link and file, until you take them back; your own answer is erased once the result is known, and which of you two proposed it is not stored. Remarks without a name: the text; who wrote it is erased when it is passed on, and a period later the text is erased too. The briefing: that you have read it; coordinators get one sum, once. Questions and concerns before the kick-off: the text, and not whose it is. Short surveys: your answers, until the survey closes; then they are counted and erased. Joint look-backs: the three lines, but not who wrote them. Whether you would stay with your partner: until it is settled. Speed networking: your group, and while it goes on, whether you are in its voice channel or one of its rooms; whom you met, for 14 days.
