# The privacy report (tandem privacy-report): for works councils, data protection officers and operators. It addresses nobody.
paper-report-head = Privacy report
# $version (of the program), $database (file), $schema (number)
paper-report-intro = Tandem { $version }, database `{ $database }`, schema { $schema }. This report is made from the running configuration and from the database itself. It names nobody.
# $api (address)
paper-report-api = Discord is reached at `{ $api }`.
paper-report-programmes = Servers and programmes
# $guild (Discord's id)
paper-report-server = Server { $guild }
paper-report-none = not set
paper-report-coordinators = Coordinators' role
paper-report-coaches = Coaches' role
paper-report-coach-channel = Coaches' channel
paper-report-phase = Phase
paper-report-span = Runs
# $from, $until (dates)
paper-report-span-value = { $from } to { $until }
paper-report-k = Threshold for sums
# $k (threshold), $needed (so many have to contribute)
paper-report-k-value = { $k } (a sum is shown from { $needed } contributors on, so that even two insiders cannot conclude anything about anybody)
paper-report-deletion = Deletion period
# $days
paper-report-deletion-value = { $days } days after the programme has closed
paper-report-quiet = Quiet hours
# $from, $to (times), $zone (time zone)
paper-report-quiet-value = { $from } to { $to } ({ $zone })
paper-report-card = Channel of the enrolment card
paper-report-digest = Channel of the digests
paper-report-practices = Channel of good practices
paper-report-contact = Contact person
paper-report-stored = What is stored
paper-report-stored-text = Every column of the database stands here below the kind of data it holds. Besides those named, whoever runs the bot and may open its file can read everything.
paper-report-personal = Data about people
paper-report-other = Data that are about nobody
paper-report-why = Why
paper-report-who = Who sees it
paper-report-long = How long
paper-report-columns = Columns
paper-report-unknown = These columns are not in the inventory; they do not belong to this version of the program:
paper-report-copies = Copies and backups
# $days (so old may a backup be), $good (so many good days)
paper-report-copies-text = Before the database is migrated the bot makes a copy; it is deleted after { $good } days on which the bot ran without errors. A backup (`tandem backup`) may be at most { $days } days old when it is restored: for so long the bot remembers outside of the database what was erased, as checksums, and erases it from the restored file before it connects. Backups that lie elsewhere are unknown to this report. Beside the database lie:
paper-report-copies-none = no other files
paper-report-copy-migration = copy made before a migration
paper-report-copy-replaced = the file that a backup replaced; with its day of deletion
paper-report-copy-erasures = erasures as checksums, without names or ids
paper-report-copy-leftover = left by a restore that was cut off; deleted in the coming night
paper-report-copy-working = working file of the database
paper-report-copy-unknown = not made by the bot; whoever runs it should look at it and delete it
paper-report-erasing = How things are erased
paper-report-erasing-text = On request (`/privacy delete`) at once, otherwise by itself when the deletion period is over. What is erased is overwritten in the file, the file is then written anew, and the database's log is emptied; this is repeated until it has succeeded. Sums that have been published stay.
paper-report-not-done = What is not done
paper-report-not-done-text = What people write in the channel is neither read nor stored. No names. No record of who ended a tandem, declined a proposal or set a pause. No record of when somebody was last there. No rankings, points or profiles of activity. No messages to superiors. No monitoring of performance or behaviour. The operating log holds neither texts nor names nor answers.
paper-report-discord = What lies with Discord
paper-report-discord-text = Posts and private replies pass through Discord and stay there under its terms. The channel of an ended tandem closes after 7 days and is deleted after another 7. The server's owner and members with administrator rights can see every channel; `/privacy room` and `tandem check` say who that is.
paper-report-disk = What a disk keeps
paper-report-disk-text = Modern disks (SSD) spread what is written and can keep old contents in places that no program reaches. Only an encrypted disk helps against that. It is recommended.
paper-report-rights = Rights of those concerned
paper-report-rights-text = Access: `/privacy export` hands out everything that is stored about a person. Erasure: `/privacy delete`. Rectification: the entries under *My place*. The works council can ask for this report at any time.
