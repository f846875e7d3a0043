# Topics of a tandem, the questions either puts down, and what is said about them.

topic-name-collaboration = Collaboration and communication tools
topic-name-sources = Sources on the net
topic-name-ai = Artificial intelligence
topic-name-big-data = Big data
topic-name-agile = Agile organisation
topic-name-reputation = Digital reputation
topic-name-networking = Digital networking
topic-name-leadership = Digital business leadership
topic-name-mistakes = Dealing with mistakes
topic-name-devices = Mobile devices
topic-name-social-media = Social media
topic-name-products = Connected products

## Posts in the channel

# $topic
topic-next-post = The topic of your next meeting: { $topic }. It can change until then.
# $topic
topic-last-post = The topic of your last meeting: { $topic }.
# $text (a question of one of the two)
topic-point-post = For your next agenda: { $text }

## Private replies

# $topic
topic-picked-next = The topic of your next meeting is { $topic }. Your channel says so in a moment.
# $topic
topic-picked-last = The topic of your last meeting is { $topic }. Your channel says so in a moment.
# $topic
topic-picked-already = The topic is { $topic } already. Nothing has changed.
topic-proposed = Noted. You will both see it in the channel, and it is on your next agenda.
topic-list-title = Topics of this tandem
topic-list-next-field = Next meeting
topic-list-last-field = Last meeting
topic-list-open = Not chosen yet: `/topic pick` chooses one.
topic-list-points-field = For the next agenda
topic-list-no-points = Nothing yet. `/topic propose` puts something down, as short as it comes to mind.
# $text
topic-list-point = • { $text }
topic-list-catalogue-field = To choose from
topic-done-placeholder = Is one of them done? Choose it
topic-done = It is off the agenda. The post in the channel stays.
topic-menu-propose-button = Something for the agenda
topic-menu-list-button = Topics
topic-propose-modal-title = For your next agenda
topic-propose-label = What is it about?
topic-propose-placeholder = How do I pair the headset? The two of you see this in the channel.
