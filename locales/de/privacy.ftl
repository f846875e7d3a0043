# Der Datenschutzhinweis. Er verspricht, was stimmt, und nicht mehr; ändert sich, was gespeichert wird, ändert er sich mit.
privacy-title = Datenschutzhinweis
privacy-stored-field = Was gespeichert wird
privacy-stored = Discord-IDs von Personen, Kanälen und Beiträgen, keine Namen. Deine Rolle als Mentor:in oder Mentee, deine Sprache, deine Zustimmung zu diesem Hinweis. Aufgaben mit Text, Termin, Link, Stand und Notizen. Treffen mit Zeit, Ort, wer sie bestätigt hat und ob sie stattfanden. Themen eurer Treffen, was du für eine Agenda notierst, und deine Wünsche. Welche Impulsfragen du markiert hast. Zahlen von 1 bis 5. Wie es nach einem Tandem weitergehen soll. Pausen eures Tandems, nicht wer sie gesetzt hat. Was ihr im Kanal schreibt, wird weder gespeichert noch gelesen.
privacy-purpose-field = Wozu
privacy-purpose = Damit euer Raum entsteht, Fragen und Erinnerungen rechtzeitig kommen und die Koordination sieht, wie das Programm im Ganzen läuft.
privacy-readers-field = Wer es sieht
privacy-readers = Dein Gegenüber: Aufgaben, Notizen, Treffen, Themen, Wünsche und Markierungen in eurem Kanal. Die Koordination: wer teilnimmt und welche Tandems offen oder beendet sind; aus den Tandems nur Summen über einen Zeitraum, zu denen mindestens { $k } Tandems beigetragen haben, bei Rückmeldungen { $k } Personen. Niemand: wer ein Tandem beendet oder abgelehnt hat, deine einzelnen Zahlen. Wer diesen Bot betreibt, kann seine Datenbank öffnen. Wem der Server gehört und wer Administrationsrechte hat, kann jeden Kanal sehen.
privacy-duration-field = Speicherdauer
privacy-duration = Bis { $days } Tage nach dem Ende des Programms; danach bleiben nur Gesamtzahlen ohne Bezug zu Personen. Antworten auf einen Vorschlag werden gelöscht, sobald das Ergebnis feststeht. Wer ein Tandem beendet hat, wird gar nicht erst gespeichert.
privacy-discord-field = Was bei Discord bleibt
privacy-discord = Alles, was in einem Kanal steht, auch von mir, liegt bei Discord, bis der Kanal oder der Beitrag gelöscht wird. Der Kanal eines beendeten Tandems wird nach 7 Tagen geschlossen und später gelöscht. Dafür gelten die Bedingungen von Discord.
privacy-not-done-field = Was nicht geschieht
privacy-not-done = Keine Ranglisten, keine Punkte, keine Aktivitätsprofile. Keine Nachrichten an Vorgesetzte. Keine Aufzeichnung, wann du zuletzt hier warst.
privacy-rights-field = Deine Daten gehören dir
privacy-rights = Du kannst dir deine Daten jederzeit zeigen oder sie löschen lassen; { $contact } kümmert sich darum.
privacy-contact-fallback = die Koordination
