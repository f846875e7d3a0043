# Wie das Deutsche Tage, Uhrzeiten und Aufzählungen schreibt.

format-date = { $day }. { $month } { $year }
format-day-short = { $day }.{ $month }.
format-date-time = { $day }. { $month }, { $time }
# $half braucht das Deutsche nicht; die Auswahl hält die Variablen beider Sprachen gleich.
format-time = { $half ->
   *[other] { $hour }:{ $minute } Uhr
}
format-month = { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
}
format-weekday = { $weekday ->
    [1] Montag
    [2] Dienstag
    [3] Mittwoch
    [4] Donnerstag
    [5] Freitag
    [6] Samstag
   *[7] Sonntag
}
format-list = { $head } und { $last }
