# How English writes days, times and lists.

# $day, $month (name), $year
format-date = { $day } { $month } { $year }
# $day, $month (three letters; in German its number)
format-day-short = { $day } { $month }
# $day, $month (name), $time
format-date-time = { $day } { $month }, { $time }
# $hour (1 to 12; in German 0 to 23), $minute (two digits), $half (am or pm)
format-time = { $hour }:{ $minute } { $half }
# $month (1 to 12)
format-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
# $weekday (1 is Monday)
format-weekday = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
# $head (all items but the last, with commas), $last
format-list = { $head } and { $last }
