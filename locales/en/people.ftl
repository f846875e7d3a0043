# What coordinators read about people: the list, single decisions, invitations by list, and the picture of the link.

# $programme
people-title = { $programme }: people
# $waiting, $approved, $invited
people-counts = { $waiting } waiting for a decision · { $approved } taking part · { $invited } invited
people-none = Nobody has enrolled yet.
# $number, $person, $role
people-line-waiting = { $number }. { $person } · { $role } · is waiting
# $number, $person, $role
people-line-approved = { $number }. { $person } · { $role } · takes part
# $number, $role: a choice in a menu, which cannot show who an account is
people-choice = No. { $number }: { $role }
people-approve-placeholder = Admit …
people-decline-placeholder = No place for …
people-back-button = Back
people-on-button = Next
# $page, $pages
people-page = Page { $page } of { $pages }
# $person
people-approved-one = { $person } takes part now and finds that under *My place*.
# $person
people-declined-one = { $person } reads under *My place* that there is no place this time. Their entries are deleted, and no reason is stored.
# $count
people-approved =
    { $count ->
        [one] One person takes part now and finds that under *My place*.
       *[other] { $count } people take part now and find that under *My place*.
    }
# $count
people-declined =
    { $count ->
        [one] One person reads under *My place* that there is no place this time. Their entries are deleted, and no reason is stored.
       *[other] { $count } people read under *My place* that there is no place this time. Their entries are deleted, and no reason is stored.
    }
# $person, $other
people-excluded = { $person } and { $other } are not proposed to each other. The coordinators see that in the plan of tandems; the two are not told.

## Invitations by list

# $count (rows), $programme
invite-reading = I am reading { $count } rows for { $programme } and looking the people up on this server. It takes a while with many, and what has become of each row then stands here. Until then nothing is stored.
# $done, $count (rows)
invite-progress = { $done } of { $count } rows are looked up. Nothing is stored yet.
# $invited, $admitted, $taking, $skipped (rows)
invite-done = Invited: { $invited }. Admitted, because they were waiting: { $admitted }. Taking part already: { $taking }. Left out: { $skipped }. The file says for each row what has become of it. Invitations are deleted after 14 days.
invite-draft = The programme is still a draft, so nobody reads of it yet: the invitations are told of, and their 14 days begin, when you open it.
invite-file-name = invitations.csv
invite-file-description = A table that says for each row of the list what has become of it
invite-column-line = line
invite-column-person = person
invite-column-result = result
invite-row-invited = invited
invite-row-renewed = was invited already; the invitation now says what the list says
invite-row-admitted = was waiting and takes part now
invite-row-takes-part = takes part already; nothing changed
invite-row-nobody = left out: nobody of that id or name is on this server
invite-row-several = left out: several people are called that; please give the id
invite-row-bot = left out: a bot cannot take part
invite-row-no-person = left out: the row names nobody
invite-row-person-too-long = left out: the person is longer than a name can be
invite-row-role = left out: the role has to be mentor, mentee or both
invite-row-language = left out: the language has to be de or en
invite-row-too-long = left out: department, organisation or reporting line are too long
invite-row-twice = left out: the same person stands further up

## The picture of the link

people-qr-button = QR code
# $address
people-qr = For slides and posters: the picture leads to { $address }
people-qr-card = Whoever is on this server gets to the card by it. For everybody else, an invitation to the server can be entered in the programme's settings.
people-qr-file-name = qr-code.png
# $address
people-qr-description = QR code that leads to { $address }
