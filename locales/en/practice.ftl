# Tips and insights that a tandem shares: the card in its room, the private question to each, the coordinators' list.
practice-tip-title = Tip from practice
practice-insight-title = Insight
practice-link-field = Link
practice-remark-field = Remark from the coordinators

## The card in the room

# $channel
practice-card-proposed = This could be useful to others in the programme. If you both agree, it goes to the coordinators and, once they release it, appears in { $channel }. Otherwise it stays here.
practice-card-dropped = A tip or insight was proposed here. It stays between you.
practice-card-ready = You have both agreed. The coordinators read this next and either release it or return it with a remark.
practice-card-returned = The coordinators have returned this with a remark. You can propose a new wording with `/practice share`.
# $channel
practice-card-released = This is published in { $channel }.
practice-card-withdrawn = This tip or insight was taken back, and the published post is deleted.
practice-ask-button = Agree or not
practice-withdraw-button = Take it back
# $channel
practice-news-released = What you shared is now in { $channel }. You can take it back here on the card at any time.
# $remark
practice-news-returned = The coordinators have returned what you shared, with this remark: { $remark }

## Published

# $authors (two people)
practice-from = From the tandem of { $authors }
practice-from-a-tandem = From a tandem of the programme

## The private question

# $channel, $deadline (Discord time)
practice-question = May this be published in { $channel } and stand, without names, in the evaluation of the programme? The coordinators read it first. Your names appear below it only if you both say so; otherwise the coordinators do not learn from me whose it is either. Your answer is shown to nobody: by { $deadline } it either goes on or stays between you, and as there are only two of you, each can guess the other's answer.
practice-named-button = Yes, with our names
practice-unnamed-button = Yes, without names
practice-no-button = No, it stays here
practice-noted-named = Noted: yes, with your names if you both say so.
practice-noted-unnamed = Noted: yes, without names.
practice-noted-no = Noted: it stays between you.
# $deadline (Discord time): follows one of the three
practice-noted-until = You can change that until { $deadline }.
practice-agreed-named = You have both said yes, with your names. The coordinators read it next.
practice-agreed-unnamed = You have both said yes, without names. The coordinators read it next, and do not learn from me whose it is.

## One's own

practice-mine-button = What we shared
practice-mine-empty = Your tandems have shared nothing that could be taken back.
practice-mine = This is what your tandems have shared. Either of you can take it back at any time.
practice-mine-placeholder = Choose one
# $state, $text (cut to fit 100 characters)
practice-mine-option = { $state } · { $text }
practice-state-ready = with the coordinators
practice-state-returned = returned
practice-state-released = published
practice-withdraw-ask = If you take this back, I erase the text here and delete the published post. Nobody is told which of you it was.
practice-withdrawn-noted = It has been taken back. If it was published, the post will be gone in a moment.

## For coordinators

practice-review = This is waiting for your release. It will be published like this.
practice-review-from-field = From
practice-review-unnamed = A tandem that would rather not be named. I do not tell whose it is.
# $page, $pages
practice-review-page = { $page } of { $pages }
practice-release-button = Release
practice-return-button = Return with a remark
practice-next-button = Next
practice-released-noted = It is released and will be in the channel in a moment.
practice-returned-noted = It has been returned. The two of them read your remark in their channel.
practice-return-title = Return with a remark
practice-return-label = Remark
practice-return-placeholder = What would have to change? The two of them read this.
