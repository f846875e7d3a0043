# What people wish for and expect of their tandem, for their partner to read.

wish-title = Your wishes
# $programme
wish-intro = What you would like from your tandem in { $programme }. Whoever is proposed to you as a partner reads it with the proposal, and your partner in your channel; I show it to nobody else. What you leave empty does not appear, and you can change or clear everything later.
wish-mine-button = My wishes
wish-mentee-button = Write as mentee
wish-mentor-button = Write as mentor
wish-mentee-modal-title = For your mentor to read
wish-mentor-modal-title = For your mentee to read
wish-digital-label = Where do I want to become more digital?
wish-matters-label = What matters most to me?
wish-questions-label = Which questions do I bring?
wish-mentee-expects-label = What do I expect, and what do I not?
wish-learn-label = What would I like to learn from you?
wish-mentor-expects-label = What do I expect, and what do I not?
wish-placeholder = Read by whoever is proposed as your partner, and by the two of you in your channel.
wish-noted-shown = Noted. Your partner can read it in your channel.
wish-noted-later = Noted. Whoever is proposed to you reads it with the proposal, and your partner once your tandem is open.
wish-cleared = Noted: nothing is written down at the moment.

## In the channel

# $person
wish-of-mentee = What { $person } (mentee) wishes for
# $person
wish-of-mentor = What { $person } (mentor) wishes for
wish-none = Nothing is written down here at the moment.
wish-agreed-post = You have both confirmed your agreement.
