# Ideen für kleine Aufgaben bis zum nächsten Mal, mindestens vier je Thema: höchstens eine Stunde, mit etwas zum Mitbringen.
# Im Infinitiv, damit dieselbe Idee mit du und mit Sie als Aufgabe stehen kann.

## Auswählen

idea-title = Ideen für kleine Aufgaben
idea-of-topic = { $topic }. Jede Idee dauert höchstens eine Stunde.
idea-none-picked = Noch ist kein Thema gewählt, deshalb hier von allem etwas. Jede Idee dauert höchstens eine Stunde.
idea-none-of-topic = Für { $topic } gibt es noch nichts Eigenes, deshalb hier von allem etwas. Jede Idee dauert höchstens eine Stunde.
idea-row = **{ $number }** { $text }
idea-take-button = Idee { $number } als Aufgabe geben
idea-other-placeholder = Ideen zu einem anderen Thema
idea-more-button = Weitere Ideen
idea-taken = Aufgabe { $number } für { $person } steht gleich im Kanal. Mit `/aufgabe ändern` lässt sie sich in eigene Worte fassen.

## Zusammenarbeit und Kommunikation

idea-collaboration-1 = Das Protokoll der nächsten Teamrunde direkt in ein geteiltes Dokument schreiben, während alle zusehen, und jemand anderen eine Zeile ergänzen lassen.
idea-collaboration-2 = Eine Stunde lang alle Fragen aus dem Team im Chat statt per Mail beantworten und notieren, was dadurch schneller ging und was nicht.
idea-collaboration-3 = Die Benachrichtigungen im Chatprogramm durchgehen: drei Kanäle stummschalten, zwei als wichtig markieren und eine Stunde festlegen, in der nichts klingelt.
idea-collaboration-4 = In der nächsten Videokonferenz ein einzelnes Fenster statt des ganzen Bildschirms teilen und das Dokument für fünf Minuten jemand anderem überlassen.

## Quellen im Netz

idea-sources-1 = Eine Zahl von einer Folie dieses Monats bis zu ihrer ersten Quelle zurückverfolgen. Steht sie dort, und sagt sie dasselbe?
idea-sources-2 = Dieselbe Frage in einer Suchmaschine, einem Lexikon und einer Fachzeitschrift nachschlagen und in drei Zeilen festhalten, worin sie sich unterscheiden.
idea-sources-3 = Über die umgekehrte Bildersuche herausfinden, woher ein Bild aus den Nachrichten stammt: wer es aufgenommen hat, wann, und was abgeschnitten wurde.
idea-sources-4 = Zwei Fachnewsletter oder Feeds aus dem eigenen Gebiet abonnieren und zwei abbestellen, die seit Wochen ungeöffnet bleiben.

## Künstliche Intelligenz

idea-ai-1 = Ein gut bekanntes Dokument ohne vertraulichen Inhalt von einem KI-Assistenten zusammenfassen lassen und markieren, was fehlt, was falsch ist und was treffend gesagt ist.
idea-ai-2 = Einem KI-Assistenten dieselbe Frage dreimal stellen: in einer Zeile, mit einem Beispiel und mit der Angabe, für wen die Antwort ist. Die drei Antworten zum Treffen mitbringen.
idea-ai-3 = Herausfinden, was im Unternehmen gilt: welche KI-Werkzeuge erlaubt sind, mit welchen Daten, und wer Fragen dazu beantwortet. Fünf Zeilen genügen.
idea-ai-4 = Einen Routinetext der Woche, etwa eine Einladung oder eine Erinnerung, von einem KI-Assistenten entwerfen lassen und mit der Uhr prüfen, ob das Überarbeiten mehr Zeit kostet, als der Entwurf spart.

## Big Data

idea-big-data-1 = Fünf Arten von Daten auflisten, die in der Abteilung jeden Tag entstehen, und die markieren, die jemand ansieht.
idea-big-data-2 = Aus einer vorhandenen Liste eine Pivot-Tabelle bauen. Welche Frage beantwortet sie, die in der Liste verborgen blieb?
idea-big-data-3 = Ein Diagramm aus dem letzten Bericht noch einmal zeichnen, diesmal mit einer Achse, die bei null beginnt. Erzählt es noch dieselbe Geschichte?
idea-big-data-4 = Sich von jemandem, der mit Daten arbeitet, eine Abfrage von Anfang bis Ende zeigen lassen und die drei Begriffe notieren, nach denen zu fragen sich gelohnt hat.

## Agile Organisation

idea-agile-1 = Die Arbeit dieser Woche auf eine Tafel mit drei Spalten bringen (offen, in Arbeit, fertig) und in der Mitte höchstens zwei Karten zulassen.
idea-agile-2 = Bei der täglichen Kurzrunde eines anderen Teams eine Viertelstunde zuhören und notieren, was dort ohne Führungskraft entschieden wird.
idea-agile-3 = Ein unfertiges Ergebnis schon nach einem Tag jemandem außerhalb des Teams zeigen und daraufhin eine Sache ändern.
idea-agile-4 = Eine Besprechung zehn Minuten früher mit zwei Fragen beenden: Was behalten wir bei, und was probieren wir beim nächsten Mal anders?

## Digitale Reputation

idea-reputation-1 = In einem privaten Browserfenster in zwei Suchmaschinen nach dem eigenen Namen suchen und festhalten, was eine fremde Person auf der ersten Seite erfährt.
idea-reputation-2 = Ein öffentliches Profil auf den neuesten Stand bringen: ein Bild, ein Satz zur eigenen Arbeit und eine Zeile, die wegfallen kann.
idea-reputation-3 = Bei zwei eigenen Konten nachsehen, wer frühere Beiträge, Kontakte und Standort sehen kann, und eine Einstellung bewusst ändern.
idea-reputation-4 = Auf einer öffentlichen Seite lesen, was Kundinnen und Kunden über das Unternehmen schreiben, und zu einem Kommentar eine Antwort entwerfen, ohne sie abzuschicken.

## Digitale Vernetzung

idea-networking-1 = Jemandem, dessen Beitrag oder Vortrag gefallen hat, drei Sätze schreiben und darin eine Frage stellen, deren Antwort wirklich interessiert.
idea-networking-2 = Im Netz einer Gruppe aus dem eigenen Fachgebiet beitreten und eine halbe Stunde mitlesen. Auf wen wird dort gehört, und warum?
idea-networking-3 = Im Unternehmen drei Menschen finden, die an verschiedenen Stellen am selben Thema arbeiten, und zwei von ihnen miteinander bekannt machen.
idea-networking-4 = Unter dem Beitrag einer Kollegin oder eines Kollegen einen hilfreichen Kommentar hinterlassen: eine Sache, die neu war, und eine, die dazugehört.

## Digital Business Leadership

idea-leadership-1 = Ein eigenes Produkt in zehn Zeilen aus der Sicht einer Kundin beschreiben, die nur die App oder die Internetseite kennt.
idea-leadership-2 = Einen Ablauf auswählen, der noch Papier oder eine Unterschrift braucht, seine Schritte aufzeichnen und einen davon streichen.
idea-leadership-3 = Drei Menschen im Team fragen, welches digitale Werkzeug sie am meisten aufhält, und über eine der Antworten noch in dieser Woche entscheiden.
idea-leadership-4 = Auf der Seite eines Wettbewerbers bis zum Warenkorb gehen und drei Dinge notieren, die dort leichter sind als im eigenen Haus.

## Fehlerkultur

idea-mistakes-1 = Dem Team in zwei Minuten erzählen, was in diesem Monat danebenging und was seither anders läuft.
idea-mistakes-2 = Ein Missgeschick ohne Namen aufschreiben: was geschah, wie es auffiel, und was es beim nächsten Mal früher auffangen würde.
idea-mistakes-3 = In der Kopie einer Datei eine Funktion ausprobieren, die bisher zu heikel schien, und die Kopie absichtlich kaputt machen.
idea-mistakes-4 = Eine Woche lang zuerst „Was ist passiert?“ fragen und erst dann „Wer war es?“, und einen Fall notieren, in dem das Gespräch dadurch anders verlief.

## Mobile Geräte

idea-devices-1 = Ein Headset mit Telefon und Rechner koppeln und während eines Gesprächs vom einen zum anderen wechseln.
idea-devices-2 = Ein Papierdokument mit dem Telefon scannen, dort ablegen, wo das Team es findet, und auf das Papier verzichten.
idea-devices-3 = Die Bildschirmzeit der letzten Woche ansehen und bei den zwei Apps ganz oben die Benachrichtigungen abschalten.
idea-devices-4 = Eine halbe Stunde lang nur mit dem Telefon arbeiten. Was geht gut, und wofür braucht es eine andere App?

## Soziale Medien

idea-social-media-1 = In einem bisher ungenutzten Netzwerk zwanzig Minuten mitlesen und notieren, wer dort mit wem spricht, und worüber.
idea-social-media-2 = Einen Beitrag von fünf Zeilen über etwas entwerfen, das in diesem Monat neu war, und ihn im Tandem zeigen, bevor ihn sonst jemand sieht.
idea-social-media-3 = Vergleichen, wie das eigene Unternehmen und ein anderes öffentlich auf einen kritischen Kommentar antworten: Ton, Dauer, und was daraus wurde.
idea-social-media-4 = Die Regeln des Unternehmens zur privaten und beruflichen Nutzung von Netzwerken heraussuchen und die drei wichtigsten in eigene Worte fassen.

## Vernetzte Produkte

idea-products-1 = Ein vernetztes Gerät von zu Hause oder aus dem Büro auswählen und herausfinden, welche Daten es sendet, an wen, und wo sich das abschalten lässt.
idea-products-2 = Dabei zusehen, wie jemand eines der eigenen Produkte mit seiner App zum ersten Mal einrichtet, ohne zu helfen, und notieren, wo es zuerst stockt.
idea-products-3 = Auf einer Seite skizzieren, was eines der eigenen Produkte melden könnte, wenn es vernetzt wäre, und wer etwas davon hätte.
idea-products-4 = Zwei alltägliche Dinge miteinander verknüpfen, etwa Kalender und Licht oder Ankunft und Nachricht, und jemandem erklären, wie es funktioniert.
