# `/my`: own entries, language and what is waiting.
my-title = Your place
my-language-field = Language of the private replies
my-language-en = English
my-language-de = German
# $language
my-language-changed = Noted: from now on my private replies to you are in { $language }. Posts in a tandem keep the language of the tandem.
my-tandems-field = Your tandems
# $channel, $partner, $programme
my-tandem-as-mentor = { $channel }: mentor of { $partner } in { $programme }
# $channel, $partner, $programme
my-tandem-as-mentee = { $channel }: mentee of { $partner } in { $programme }
my-waiting-field = Waiting for you
# $programme
my-waiting-proposal = A proposed tandem in { $programme }
# $programme
my-waiting-goes-on = How it shall go on in { $programme }
my-open-button = Look at it
