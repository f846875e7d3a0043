use super::*;

fn names(rows: &[Row]) -> Vec<(u64, String)> {
    rows.iter()
        .map(|row| match &row.entry {
            Ok(Entry { who: Who::Name(name), department, .. }) => {
                (row.number, format!("{name}/{department}"))
            }
            Ok(Entry { who: Who::Id(id), department, .. }) => (row.number, format!("{id}/{department}")),
            Err(problem) => (row.number, format!("{problem:?}")),
        })
        .collect()
}

fn lines(text: &str) -> Vec<(u64, String)> {
    names(&read(text.as_bytes()).unwrap())
}

fn expected(rows: &[(u64, &str)]) -> Vec<(u64, String)> {
    rows.iter().map(|(number, text)| (*number, (*text).to_owned())).collect()
}

#[test]
fn commas_semicolons_and_tabs_are_told_apart_by_the_first_line() {
    let rows = expected(&[(2, "vera/Einkauf")]);
    for text in [
        "Person,Abteilung\nvera,Einkauf\n",
        "Person;Abteilung\nvera;Einkauf\n",
        "Person\tAbteilung\r\nvera\tEinkauf\r\n",
        "\"Person\";\"Abteilung\"\n\"vera\";\"Einkauf\"",
        "Person;\"Abteilung, Bereich, Team\";Bereich\nvera;x;Einkauf",
    ] {
        assert_eq!(lines(text), rows, "{text:?}");
    }
    assert_eq!(lines("sep=;\nPerson;Abteilung\nvera;Einkauf"), expected(&[(3, "vera/Einkauf")]));
    assert_eq!(lines("Person\nvera\nulrich"), expected(&[(2, "vera/"), (3, "ulrich/")]));
}

#[test]
fn umlauts_come_through_whatever_the_spreadsheet_wrote() {
    let text = "Person;Abteilung\nvera;Öffentlichkeit & Straße €\n";
    let rows = expected(&[(2, "vera/Öffentlichkeit & Straße €")]);
    let utf8 = text.as_bytes().to_vec();
    let with_mark = [b"\xef\xbb\xbf".to_vec(), utf8.clone()].concat();
    let windows = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let mut utf16 = vec![0xff, 0xfe];
    utf16.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    for bytes in [utf8, with_mark, windows, utf16] {
        assert_eq!(names(&read(&bytes).unwrap()), rows);
    }
}

#[test]
fn quotes_hold_separators_quotes_and_line_breaks_and_rows_keep_the_line_they_begin_on() {
    let text =
        "Person;Abteilung\n\"vera\";\"Ein \"\"guter\"\"; Ort\"\nulrich;\"Haus\nHof\"\n\n;;\njonas;Lager\n";
    let rows = expected(&[(2, "vera/Ein \"guter\"; Ort"), (3, "ulrich/Haus Hof"), (7, "jonas/Lager")]);
    assert_eq!(lines(text), rows);
}

#[test]
fn an_account_is_named_by_id_mention_or_name() {
    for (written, who) in [
        ("123456789012345678", Ok(Who::Id(UserId(123_456_789_012_345_678)))),
        ("<@123456789012345678>", Ok(Who::Id(UserId(123_456_789_012_345_678)))),
        ("<@!123456789012345678>", Ok(Who::Id(UserId(123_456_789_012_345_678)))),
        ("@Vera.K", Ok(Who::Name("vera.k".into()))),
        ("Vera#1234", Ok(Who::Name("vera".into()))),
        ("4711", Ok(Who::Name("4711".into()))),
        ("@", Err(Problem::NoPerson)),
        ("", Err(Problem::NoPerson)),
    ] {
        assert_eq!(super::who(written), who, "{written}");
    }
}

#[test]
fn what_a_row_says_is_read_in_both_languages_and_what_is_wrong_is_named() {
    let text = "Discord-ID;Rolle;Reporting line;Sprachen;Firma;Schuhgröße\n\
        vera;Mentorin;B7;Deutsch und Englisch;Nord;38\n\
        ulrich;mentee;;en;;\n\
        jonas;both;;;;\n\
        @vera;;;;;\n\
        lena;Chefin;;;;\n\
        martin;;;Latein;;\n\
        ;mentor;;;;\n";
    let rows = read(text.as_bytes()).unwrap();
    let first = rows[0].entry.clone().unwrap();
    assert_eq!(first.role, Some(Role::Mentor));
    assert_eq!((first.line.as_str(), first.organisation.as_str()), ("B7", "Nord"));
    assert_eq!(first.languages, [Language::De, Language::En].into());
    assert_eq!(rows[1].entry.as_ref().unwrap().languages, [Language::En].into());
    assert_eq!(rows[2].entry.as_ref().unwrap().role, Some(Role::Both));
    let problems: Vec<_> = rows[3..].iter().map(|row| row.entry.clone().unwrap_err()).collect();
    assert_eq!(problems, [Problem::Twice, Problem::Role, Problem::Language, Problem::NoPerson]);
    let long = format!("person;department\nvera;{}\n{};x", "x".repeat(61), "y".repeat(65));
    let rows = read(long.as_bytes()).unwrap();
    assert_eq!(rows[0].entry, Err(Problem::TooLong));
    assert_eq!(rows[1].entry, Err(Problem::PersonTooLong));
}

#[test]
fn five_thousand_rows_are_read_and_one_more_is_refused() {
    use std::fmt::Write as _;
    let mut text = String::from("person;department\n");
    for row in 0..ROWS_MAX {
        let _ = writeln!(text, "person{row};Lager {}", row % 7);
    }
    assert_eq!(read(text.as_bytes()).unwrap().len(), ROWS_MAX);
    text.push_str("einer;zu viel\n");
    assert_eq!(read(text.as_bytes()), Err(Refusal::ListTooLong { max: ROWS_MAX }));
}

#[test]
fn a_file_that_is_no_list_of_people_is_refused_as_a_whole() {
    for (bytes, refusal) in [
        (&b""[..], Refusal::ListUnreadable),
        (b"person;role\n", Refusal::ListUnreadable),
        (b"PK\x03\x04\x00\x00", Refusal::ListUnreadable),
        (b"vorname;nachname\nVera;Kern\n", Refusal::ListWithoutPeople),
        (b"\xff\xfe\x00\xd8", Refusal::ListUnreadable),
    ] {
        assert_eq!(read(bytes), Err(refusal), "{bytes:?}");
    }
    assert_eq!(read(&vec![b'x'; BYTES_MAX + 1]), Err(Refusal::ListTooLong { max: ROWS_MAX }));
}
