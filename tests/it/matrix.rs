//! The permission matrix: every command by everybody in every place, in one table. What is refused gets its one sentence
//! and changes nothing, and a command that the table does not know fails it.

mod stand;

use serde_json::json;
use tandem::discord::commands::leaves;
use tandem::sandbox::permissions;
use tandem::sandbox::state::Overwrite;

use self::stand::{Stand, words};
use crate::company::{changes, german};

/// Who tries, in the order of a row's groups. Lena mentors Martin in a tandem of their own.
const ROLES: [(&str, &str); 6] = [
    ("jonas", "stranger"),
    ("vera", "mentor"),
    ("ulrich", "mentee"),
    ("lena", "mentor of another tandem"),
    ("carla", "coordinator"),
    ("henrike", "owner of the server"),
];

/// Where they try it, in the order of a group's letters.
const PLACES: [&str; 5] = [
    "the room of Vera and Ulrich",
    "the room of Lena and Martin",
    "a public channel",
    "a server that is not set up",
    "the room of an ended tandem of Vera and Ulrich",
];

/// The sentences of the table's letters. `+` is done and `H` is hidden by Discord itself (D6).
const SENTENCES: [(char, &str); 14] = [
    ('D', "refusal-nothing-stored"),
    ('M', "refusal-not-met-yet"),
    ('S', "refusal-not-set-up"),
    ('C', "refusal-needs-coordinator"),
    ('R', "refusal-not-your-room"),
    ('N', "refusal-no-tandem"),
    ('E', "refusal-tandem-ended"),
    ('L', "refusal-leave-elsewhere"),
    ('T', "refusal-not-your-task"),
    ('X', "refusal-not-your-task-to-change"),
    ('G', "refusal-mentees-do-not-assign"),
    ('I', "refusal-setup-incomplete"),
    ('W', "refusal-needs-manage-server"),
    ('Q', "refusal-not-enrolled"),
];

/// Somebody with nothing to do with any tandem.
const OUTSIDER: &str = "RRNSR";

struct Row {
    leaf: &'static str,
    /// `#` stands for a number that has not been used yet: an open task of each tandem, a new name, new people.
    options: &'static str,
    /// What the answer says when it is done.
    done: &'static str,
    /// Whether doing it uses up what `#` stands for.
    once: bool,
    groups: [&'static str; 6],
}

const fn row(
    leaf: &'static str,
    options: &'static str,
    done: &'static str,
    once: bool,
    groups: [&'static str; 6],
) -> Row {
    Row { leaf, options, done, once, groups }
}

#[rustfmt::skip]
const TABLE: &[Row] = &[
    //                                                                                     stranger  mentor   mentee   other    coordin. owner
    // What comes of holding and swapping is another test's business: here the two have no place left.
    row("coordination match confirm", r#"{"programme":"Pilot"}"#, "Es gibt keinen Plan", false,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("coordination match forbid", r#"{"first":"vera","second":"martin","programme":"Pilot"}"#, "Neu vorschlagen", false,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("coordination match lock", r#"{"mentor":"vera","mentee":"martin","programme":"Pilot"}"#, "keinen freien Platz", false,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("coordination match propose", r#"{"programme":"Pilot"}"#, "vorgeschlagene Tandems", false,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("coordination match swap", r#"{"first":"vera","second":"martin","programme":"Pilot"}"#, "im Plan nicht tauschen", false,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("coordination meetup plan", r#"{"when":"moment","programme":"Pilot"}"#, "Zum Kennenlernen braucht es", false,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("coordination meetup start", r#"{"programme":"Pilot"}"#, "noch nicht geplant", false,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("coordination meetup stop", r#"{"programme":"Pilot"}"#, "und keines ist geplant", false,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("coordination match pair", r#"{"mentor":"new","mentee":"new","programme":"Pilot"}"#, "Mein Platz", true,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("coordination match change", r#"{"programme":"Pilot"}"#, "Pilot: neue Tandems?", false,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("coordination programme close", r#"{"programme":"Pilot"}"#, "Pilot zum Ende bringen?", false,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("coordination programme edit", r#"{"programme":"Pilot"}"#, "Pilot: Einstellungen", false,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("coordination questions add", r#"{"programme":"Pilot"}"#, "Eine eigene Frage braucht", false,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("coordination questions list", r#"{"programme":"Pilot"}"#, "Pilot: Impulsfragen", false,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("coordination questions remove", r#"{"number":"question","programme":"Pilot"}"#, "wird nicht mehr gestellt", false,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("coordination announce", r#"{"text":"Bis Montag","programme":"Pilot"}"#, "So wird es in", false,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("coordination programme open", r#"{"programme":"Entwurf"}"#, "Entwurf öffnen?", false,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("coordination people approve", r#"{"person":"waiting","programme":"Pilot"}"#, "ist jetzt dabei", false,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("coordination people decline", r#"{"person":"waiting","programme":"Pilot"}"#, "diesmal kein Platz frei ist", false,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("coordination people exclude", r#"{"person":"vera","other":"martin","programme":"Pilot"}"#, "einander nicht vorgeschlagen", false,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("coordination people invite", r#"{"file":{"filename":"liste.csv","text":"Person;Rolle\nniemand;\n"},"programme":"Pilot"}"#, "Eingeladen: 0", false,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("coordination people list", r#"{"programme":"Pilot"}"#, "Pilot: Personen", false,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("coordination programme create", r#"{"name":"Durchgang #"}"#, "ist angelegt", true,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("coordination programme status", r#"{"programme":"Pilot"}"#, "Pilot: der Stand", false,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("coordination results digest", r#"{"programme":"Pilot"}"#, "Wochenüberblick", false,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("coordination results report", r#"{"programme":"Pilot"}"#, "Auswertung: Pilot", false,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("coordination results export", r#"{"programme":"Pilot"}"#, "Die Zahlen der Auswertung", false,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("feedback", "{}", "Wie läuft es im Tandem mit", false,                            [OUTSIDER, "+R+SE", "+R+SE", "R++SR", OUTSIDER, OUTSIDER]),
    row("help", "{}", "Was hier und jetzt möglich ist", false,                            ["+++++", "+++++", "+++++", "+++++", "+++++", "+++++"]),
    row("join", r#"{"programme":"Pilot"}"#, "Pilot", false,                               ["+++S+", "+++S+", "+++S+", "+++S+", "+++S+", "+++S+"]),
    row("leave", "{}", "Möchtest du das Tandem mit", false,                               ["RRLSR", "+RLSE", "+RLSE", "R+LSR", "RRLSR", "RRLSR"]),
    row("my", "{}", "Dein Platz", false,                                                  ["+++S+", "+++S+", "+++S+", "+++S+", "+++S+", "+++S+"]),
    row("pause", r#"{"until":"20.12."}"#, "Euer Tandem pausiert bis", false,                 [OUTSIDER, "+R+SE", "+R+SE", "R++SR", OUTSIDER, OUTSIDER]),
    row("practice share", r#"{"text":"Eine Liste führen"}"#, "Darf das in", true,         [OUTSIDER, "MRMSE", "MRMSE", "RMMSR", OUTSIDER, OUTSIDER]),
    row("privacy delete", "{}", "Wirklich alles löschen?", false,                         ["DDDDD", "+++D+", "+++D+", "+++D+", "DDDDD", "DDDDD"]),
    row("privacy export", "{}", "Das ist alles, was ich auf diesem Server", false,        ["DDDDD", "+++D+", "+++D+", "+++D+", "DDDDD", "DDDDD"]),
    row("privacy notice", "{}", "", false,                                                ["+++++", "+++++", "+++++", "+++++", "+++++", "+++++"]),
    row("privacy room", "{}", "Wer diesen Kanal lesen kann", false,                       ["RRNSR", "+R+S+", "+R+S+", "R++SR", "RRNSR", "RRNSR"]),
    row("question next", "{}", "Die nächste Impulsfrage", false,                          [OUTSIDER, "+R+SE", "+R+SE", "R++SR", OUTSIDER, OUTSIDER]),
    row("session cancel", "{}", "ist abgesagt", false,                                    [OUTSIDER, "+R+SE", "+R+SE", "R++SR", OUTSIDER, OUTSIDER]),
    row("session move", r#"{"when":"moment"}"#, "ist jetzt am", false,                    [OUTSIDER, "+R+SE", "+R+SE", "R++SR", OUTSIDER, OUTSIDER]),
    row("session next", "{}", "", false,                                                  [OUTSIDER, "+R+SE", "+R+SE", "R++SR", OUTSIDER, OUTSIDER]),
    row("session plan", r#"{"when":"moment"}"#, "Vorgeschlagen:", false,                     [OUTSIDER, "+R+SE", "+R+SE", "R++SR", OUTSIDER, OUTSIDER]),
    row("setup", "{}", "Ich habe alle Berechtigungen", false,                             ["HHHHH", "HHHHH", "HHHHH", "HHHHH", "HHHHH", "+++I+"]),
    row("stuck", r##"{"task":"#"}"##, "„hakt noch“ vermerkt", true,                       [OUTSIDER, "TRTSE", "+R+SE", "RTTSR", OUTSIDER, OUTSIDER]),
    row("support", "{}", "deine Worte liest nur", false,                                  ["RRQSR", "+R+S+", "+R+S+", "R++SR", "RRQSR", "RRQSR"]),
    row("task assign", r#"{"text":"Kopfhörer koppeln"}"#, "steht gleich im Kanal", true,
                                                                                          [OUTSIDER, "+R+SE", "GRGSE", "R++SR", OUTSIDER, OUTSIDER]),
    row("task cancel", r##"{"task":"#"}"##, "ist zurückgezogen", true,                    [OUTSIDER, "+R+SE", "XRXSE", "R++SR", OUTSIDER, OUTSIDER]),
    row("task edit", r##"{"task":"#","text":"Tastatur koppeln"}"##, "ist geändert", true, [OUTSIDER, "+R+SE", "XRXSE", "R++SR", OUTSIDER, OUTSIDER]),
    row("task ideas", "{}", "Ideen für kleine Aufgaben", false,                           [OUTSIDER, "+R+SE", "+R+SE", "R++SR", OUTSIDER, OUTSIDER]),
    row("task list", "{}", "", false,                                                     [OUTSIDER, "+R+S+", "+R+S+", "R++SR", OUTSIDER, OUTSIDER]),
    row("topic list", "{}", "Themen dieses Tandems", false,                               [OUTSIDER, "+R+SE", "+R+SE", "R++SR", OUTSIDER, OUTSIDER]),
    row("topic pick", r#"{"topic":"ai"}"#, "Künstliche Intelligenz", false,               [OUTSIDER, "+R+SE", "+R+SE", "R++SR", OUTSIDER, OUTSIDER]),
    row("topic propose", r#"{"text":"Wie kopple ich das?"}"#, "auf der nächsten Agenda", false,
                                                                                          [OUTSIDER, "+R+SE", "+R+SE", "R++SR", OUTSIDER, OUTSIDER]),
];

/// `/worked` stands apart, because it stands for `/stuck` in every way but its words.
#[rustfmt::skip]
const WORKED: Row =
    row("worked", r##"{"task":"#"}"##, "„hat geklappt“ vermerkt", true,                   [OUTSIDER, "TRTSE", "+R+SE", "RTTSR", OUTSIDER, OUTSIDER]);

#[tokio::test]
async fn every_command_is_done_for_those_it_is_for_and_refused_to_all_others_without_a_trace() {
    let mut stand = Stand::open().await;
    stand.renew().await;
    let rows: Vec<&Row> = TABLE.iter().chain([&WORKED]).collect();
    let mut wrong = Vec::new();
    for leaf in leaves() {
        let Some(row) = rows.iter().find(|row| row.leaf == leaf.name) else {
            wrong.push(format!("/{} is not in the table", leaf.name));
            continue;
        };
        for (role, group) in row.groups.iter().enumerate() {
            assert_eq!(group.len(), PLACES.len(), "{}", row.leaf);
            for (place, letter) in group.chars().enumerate() {
                let case = || format!("/{} by the {} in {}", leaf.name, ROLES[role].1, PLACES[place]);
                let suggested = if letter == 'H' { 0 } else { stand.suggestions(leaf, role, place).await };
                if letter != '+' && suggested > 0 {
                    wrong.push(format!("{}: {suggested} suggestions", case()));
                }
                if let Some(shown) = stand.try_it(row, role, place, letter).await {
                    wrong.push(format!("{}: {letter} expected, but: {shown}", case()));
                }
            }
        }
    }
    let names: Vec<&str> = leaves().iter().map(|leaf| leaf.name).collect();
    wrong.extend(
        rows.iter().filter(|row| !names.contains(&row.leaf)).map(|row| format!("/{} is gone", row.leaf)),
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let counts = stand.company.stage.sandbox.record.counts();
    assert_eq!((counts.public_responses, counts.unknown_routes), (0, 0));
}

#[tokio::test]
async fn a_button_does_nothing_for_the_wrong_person() {
    let mut stand = Stand::open().await;
    stand.renew().await;
    let [stranger, mentor, mentee, other, coordinator, owner] = stand.people;
    let (company, room, ended) = (&stand.company, stand.places[0], stand.places[4]);
    company.run(mentor, room, "session plan", json!({ "when": "2027-01-04 10:00" })).await;
    let goodbye = company.post_with(mentor, ended, "Wie soll es weitergehen?");
    for person in [mentor, mentee] {
        let question = company.press(person, &goodbye, "Wie soll es weitergehen?").await;
        company.press(person, &question, "Ein neues Tandem").await;
    }
    // Monday has come, and with it the digest with its button.
    company.pass_until(crate::company::moment("2026-11-30T09:00:00Z")).await;
    stand.let_everybody_in(ended);
    let digest = company.channel("koordination");
    company.stage.sandbox.change_channel(digest, |channel| {
        for person in [stranger, mentor, mentee, other] {
            let allow = permissions::VIEW_CHANNEL | permissions::READ_MESSAGE_HISTORY;
            channel.overwrites.push(Overwrite { id: person, kind: 1, allow, deny: 0 });
        }
    });
    company.pass(3).await;
    let outsiders = vec![stranger, other, coordinator, owner];
    let cases = [
        (room, "Dieses Tandem…", outsiders.clone(), "refusal-not-your-room"),
        (room, "Hat geklappt", outsiders.clone(), "refusal-not-your-room"),
        (room, "Hakt noch", outsiders.clone(), "refusal-not-your-room"),
        (room, "Bestätigen", outsiders.clone(), "refusal-not-your-room"),
        (room, "Andere Zeit", outsiders.clone(), "refusal-not-your-room"),
        (room, "Absagen", outsiders.clone(), "refusal-not-your-room"),
        (room, "Hat geklappt", vec![mentor], "refusal-not-your-task"),
        (room, "Hakt noch", vec![mentor], "refusal-not-your-task"),
        (ended, "Wie soll es weitergehen?", outsiders, "refusal-not-your-room"),
        (ended, "Dieses Tandem…", vec![mentor, mentee], "refusal-tandem-ended"),
        (digest, "Wer frei ist", vec![stranger, mentor, mentee, other, owner], "refusal-needs-coordinator"),
    ];
    for (channel, label, people, refusal) in cases {
        let post = company.post_with(owner, channel, label);
        for person in people {
            let before = company.stored().await;
            let answer = company.press(person, &post, label).await;
            assert_eq!(words(&answer), german(refusal), "{label} pressed by {person}");
            let changes = changes(&before, &company.stored().await);
            assert!(changes.is_empty(), "{label} pressed by {person}: {changes:#?}");
        }
    }
    let post = company.post_with(owner, digest, "Wer frei ist");
    let answer = company.press(coordinator, &post, "Wer frei ist").await;
    assert!(words(&answer).contains(&german("digest-free-title")), "{answer:?}");
    // Under a private digest, names do not take the place of the digest.
    let shown =
        company.run(coordinator, room, "coordination results digest", json!({ "programme": "Vorjahr" }));
    let shown = shown.await;
    let names = company.press(coordinator, &shown, "Wer frei ist").await;
    assert!(words(&names).contains(&german("digest-free-title")), "{names:?}");
    let kept = company.stage.sandbox.view(coordinator, room).into_iter().find(|post| post.id == shown.id);
    assert_eq!(kept.as_ref().map(words), Some(words(&shown)), "the digest is still there");
}
