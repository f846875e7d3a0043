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
my-waiting-goes-on = How you would like to go on in { $programme }
# $programme
my-waiting-not-formed = In { $programme }: what has become of a proposal
# $programme
my-waiting-practice = A tip or insight in { $programme }: agree or not
# $programme
my-waiting-reach = The offer of a new tandem in { $programme }
# $programme
my-waiting-missed = A question in your channel, { $programme }
# $programme
my-waiting-briefing = The briefing in { $programme }: read it before you are paired
# $programme
my-waiting-stay = Stay together or a new partner, in { $programme }
# $programme
my-waiting-favourites = Favourites after the speed networking in { $programme }
# $programme
my-waiting-survey = A few short questions in { $programme }
my-open-button = Look at it
# $name (of the room): opens *This tandem…*
my-tandem-button = { $name }…
my-direct-field = Direct messages
my-direct-off = Not ticked. What is waiting for you is listed here and under *My place*.
my-direct-on = Ticked: when something is waiting for you, one sentence by direct message says where. It never says what.
my-direct-closed = Direct messages are switched off here, because Discord does not let mine through to you. What is waiting for you is always under *My place*. If you allow direct messages from this server, you can tick them again in `/my`.
my-direct-on-button = Tell me by direct message
my-direct-off-button = No direct messages
