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
# $programme
my-waiting-not-formed = In { $programme }: how it stands with a proposal
# $programme
my-waiting-practice = A tip or insight in { $programme } waits for your word
# $programme
my-waiting-reach = A new tandem, if you like, in { $programme }
my-open-button = Look at it
# $name (of the room): opens *This tandem…*
my-tandem-button = { $name }…
my-direct-field = Direct messages
my-direct-off = Not ticked. What is waiting for you stands here and behind *My place*.
my-direct-on = Ticked: when something is waiting for you, one sentence by direct message says where. It never says what.
my-direct-closed = Your direct messages are switched off here, because Discord does not let mine through to you. What is waiting for you always stands behind *My place*. If you allow direct messages from this server, you can tick them in `/my` again.
my-direct-on-button = Tell me by direct message
my-direct-off-button = No direct messages
