# Feedback from 1 to 5, with the sentence that says who will see it.
# $partner
feedback-question = How is it going in the tandem with { $partner }?
# $partner, $when
feedback-meeting-question = How was the meeting with { $partner } on { $when }?
# $k
feedback-readers = Nobody sees your number, neither your partner nor the coordinators. It goes into a mean over a period, which the coordinators see in half steps and only when at least { $k } people have answered.
feedback-1-button = 1 · stuck
feedback-2-button = 2 · a little stuck
feedback-3-button = 3 · so-so
feedback-4-button = 4 · well
feedback-5-button = 5 · very well
feedback-meeting-1-button = 1 · not helpful
feedback-meeting-2-button = 2 · a little helpful
feedback-meeting-3-button = 3 · so-so
feedback-meeting-4-button = 4 · helpful
feedback-meeting-5-button = 5 · very helpful
# $value (1 to 5)
feedback-noted = Your { $value } is noted. If things change, answer again; your latest number in each period counts.
# $contact (contact person): below a 1 or a 2
feedback-support = If it helps to talk about it: { $contact } is there for that, and how much you say is up to you.
feedback-remark-button = Pass on a remark without my name
# $people (least number of people)
feedback-remark-readers = Only the coordinators read your remark. I pass it on at the end of a period, in one list with other people's, without your name, your tandem or the date, and only once at least { $people } people have written one. Until then it waits; if that has not happened by the programme's last period, I delete it unread. Its words can still tell who you are, so choose them with that in mind. One period after passing it on I delete it.
feedback-remark-write-button = Write it
feedback-remark-title = A remark without your name
feedback-remark-label = Your remark to the coordinators
feedback-remark-placeholder = What should the coordinators know? They alone read it, in one list with remarks of others.
feedback-remark-preview-title = These words are passed on
# $people (least number of people)
feedback-remark-preview = The coordinators read these words at the end of the period, in one list with the remarks of others, as soon as there are remarks of { $people } people. Nothing is stored until you press the button.
feedback-remark-send-button = Pass it on
feedback-remark-noted = Your remark is noted and will be passed on without your name.
