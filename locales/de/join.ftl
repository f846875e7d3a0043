# Mitmachen: die privaten Seiten, die Übersicht und was danach zu lesen ist.
join-step-title = { $programme } · Schritt { $number } von { $count }
join-readers-field = Wer die Antwort sieht
join-draft-kept = Was du beantwortet hast, bleibt 7 Tage als Entwurf. /mitmachen macht hier weiter. Das siehst nur du.
join-skip-button = Weiter
join-discard-button = Abbrechen und löschen
join-discarded = Gelöscht: Von deinen Angaben ist nichts gespeichert. `/mitmachen` fängt jederzeit neu an.

## Hinweis und Zusage

join-consent-title = Hinweis und Zusage
join-consent-question = Bevor ich etwas frage, lies bitte den Datenschutzhinweis und die Vertraulichkeitszusage. Ich speichere, welcher Fassung du an welchem Tag zugestimmt hast.
join-agree-button = Gelesen, ich stimme zu
join-agreed-on = Zugestimmt am { $day }, Fassung { $version }

## Die Schritte

join-role-title = Mentor:in oder Mentee
join-role-question = Wie möchtest du mitmachen? Mentorinnen und Mentoren bringen Erfahrung aus dem digitalen Alltag mit, Mentees Fragen und eigene Erfahrung. Auch beides geht, in zwei Tandems.
join-role-readers = Die Koordination und die Person, der du vorgeschlagen wirst.
join-role-placeholder = Mitmachen als …
join-role-mentor = Mentor:in
join-role-mentee = Mentee
join-role-both = Mentor:in und Mentee

join-topics-title = Themen
join-topics-question = Bei welchen Themen möchtest du etwas lernen oder jemandem etwas zeigen? Wähle bis zu { $max }. Gemeinsame Themen zählen bei der Tandembildung.
join-topics-readers = Die Koordination, als Grund für ein vorgeschlagenes Tandem.
join-topics-placeholder = Themen auswählen

join-wishes-title = Wünsche
join-wishes-question = Was wünschst du dir? Du kannst es jetzt oder später aufschreiben oder weglassen.
join-wishes-readers = Dein Gegenüber: bei einem vorgeschlagenen Tandem und in eurem Kanal. Sonst zeige ich es niemandem.

join-about-title = Arbeit und Zeit
join-about-question = Wo arbeitest du, seit wann, und wie viel Zeit hast du? Was leer bleibt, spielt keine Rolle.
join-about-readers = Die Koordination. Abteilung und Organisation können als Grund für ein vorgeschlagenes Tandem genannt werden.
join-about-button = Ausfüllen
join-department-label = Abteilung
join-department-placeholder = zum Beispiel Einkauf
join-organisation-label = Organisation, falls es mehrere gibt
join-organisation-placeholder = sonst leer lassen
join-since-label = Im Unternehmen: wie lange oder seit wann
join-since-placeholder = zum Beispiel 18 Monate oder 03/2024
join-hours-label = Stunden im Monat dafür
join-hours-placeholder = 1 bis { $most }
join-capacity-label = Wie viele Tandems als Mentor:in
join-capacity-placeholder = 1 bis { $most }
join-since-line = im Unternehmen seit { $month }
join-hours-line =
    { $hours ->
        [one] eine Stunde im Monat
       *[other] { $hours } Stunden im Monat
    }
join-capacity-line =
    { $tandems ->
        [one] ein Tandem als Mentor:in
       *[other] bis zu { $tandems } Tandems als Mentor:in
    }

join-languages-title = Sprachen
join-languages-question = In welchen Sprachen kannst du mit jemandem arbeiten?
join-languages-readers = Die Koordination und die Person, der du vorgeschlagen wirst.
join-languages-placeholder = Sprachen auswählen

join-rather-not-title = Lieber nicht mit
join-rather-not-question = Gibt es jemanden, mit dem du lieber kein Tandem bilden möchtest? Du kannst bis zu { $max } Personen nennen oder niemanden. Ein Grund ist nicht nötig.
join-rather-not-readers = Niemand. Es zählt bei der Tandembildung, steht in keiner Liste und keiner Erklärung, und nur du findest es hier. Wenn die Koordination zwei Personen von Hand zusammenbringt oder festhält, sehe ich nicht nach; ablehnen kannst du dann wie immer.
join-rather-not-placeholder = Personen auswählen

## Übersicht, und danach

join-summary-title = { $programme }: deine Angaben
join-summary = Passt das so? Sobald du bestätigst, sieht die Koordination, dass du mitmachen möchtest. Ändern lässt sich alles auch später.
join-taking-part = Du bist dabei. Alles hier lässt sich ändern; eine neue Rolle zählt ab der nächsten Tandembildung.
join-waiting = Deine Anmeldung liegt bei der Koordination. Sobald sie entschieden hat, steht die Antwort unter *Mein Platz*.
join-edit-placeholder = Etwas ändern
join-confirm-button = Mitmachen
join-notice-button = Datenschutzhinweis
join-leave-button = Aus dem Programm gehen
join-mine-button = Meine Angaben
join-done-approved = Du bist bei { $programme } dabei. Wird dir ein Gegenüber vorgeschlagen, steht es unter *Mein Platz*.
join-done-waiting = Deine Anmeldung für { $programme } liegt bei der Koordination. Sobald sie entschieden hat, steht die Antwort unter *Mein Platz*.
join-leave-question = Möchtest du aus { $programme } gehen? Deine Angaben dafür werden sofort gelöscht. Die Koordination sieht, dass du nicht mehr dabei bist; warum, erfährt niemand. Anmelden kannst du dich später wieder.
join-leave-confirm-button = Gehen und löschen
join-left = Du bist nicht mehr dabei, und deine Angaben sind gelöscht.

## Unter *Mein Platz*

join-place-draft = Du hast angefangen, dich für { $programme } anzumelden; `/mitmachen` macht dort weiter.
join-place-invited = Du bist zu { $programme } eingeladen; `/mitmachen` fängt an, oder der Knopf auf der Einladung.
join-place-waiting = Deine Anmeldung für { $programme } liegt bei der Koordination.
join-place-approved = Du bist bei { $programme } dabei. Wird dir ein Gegenüber vorgeschlagen, steht es hier.
join-place-turned-down = In { $programme } ist diesmal kein Platz für dich. Die Koordination sagt dir gern mehr dazu; deine Angaben sind gelöscht.
join-button = Bei { $programme } mitmachen
