# Feedback from 1 to 5, with the sentence that says who will see it.
# $partner
feedback-question = How is it going in the tandem with { $partner }?
# $k
feedback-readers = Nobody sees your number, neither your partner nor the coordinators. It goes into a mean over a period, which the coordinators see in half steps and only when at least { $k } people have answered.
feedback-1-button = 1 · stuck
feedback-2-button = 2 · a little stuck
feedback-3-button = 3 · so-so
feedback-4-button = 4 · well
feedback-5-button = 5 · very well
# $value (1 to 5)
feedback-noted = Your { $value } is noted. If things change, answer again; your latest number of a period counts.
# $contact (contact person): below a 1 or a 2
feedback-support = If it helps to talk about it: { $contact } is there for that, and what you tell stays your choice.
