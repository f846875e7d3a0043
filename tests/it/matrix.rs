//! The permission matrix: every command by everybody in every place, in one table. What is refused gets its one sentence
//! and changes nothing, and a command that the table does not know fails it.

use std::fmt::Write as _;

use serde_json::{Value, json};
use tandem::discord::commands::{Leaf, leaves};
use tandem::sandbox::people::{Deed, Newcomer, Refusal};
use tandem::sandbox::permissions;
use tandem::sandbox::state::Overwrite;
use tandem::sandbox::view::MessageView;
use tandem::sandbox::world::NewChannel;

use crate::company::{Company, Pair, changes, german};

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
    row("coordination match pair", r#"{"mentor":"new","mentee":"new","programme":"Pilot"}"#, "Mein Platz", true,
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
    row("coordination programme create", r#"{"name":"Durchgang #"}"#, "ist angelegt", true,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("coordination programme status", r#"{"programme":"Pilot"}"#, "Pilot: der Stand", false,
                                                                                          ["CCCSC", "CCCSC", "CCCSC", "CCCSC", "+++S+", "CCCSC"]),
    row("feedback", "{}", "Wie läuft es im Tandem mit", false,                            [OUTSIDER, "+R+SE", "+R+SE", "R++SR", OUTSIDER, OUTSIDER]),
    row("help", "{}", "Was hier und jetzt möglich ist", false,                            ["+++++", "+++++", "+++++", "+++++", "+++++", "+++++"]),
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
    row("session plan", r#"{"when":"moment"}"#, "Geplant für", false,                     [OUTSIDER, "+R+SE", "+R+SE", "R++SR", OUTSIDER, OUTSIDER]),
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

struct Stand {
    company: Company,
    pairs: [Pair; 2],
    places: [u64; 5],
    people: [u64; 6],
    used: usize,
    moments: i64,
}

impl Stand {
    async fn open() -> Self {
        let company = Company::open("2026-11-24T09:00:00Z").await;
        let all = ROLES.map(|(name, _)| company.person(name));
        let [_, vera, ulrich, lena, ..] = all;
        company.programme("Pilot", json!({})).await;
        company.programme("Vorjahr", json!({})).await;
        let draft = json!({ "name": "Entwurf" });
        company.run(company.person("carla"), company.lobby(), "coordination programme create", draft).await;
        let ended = company.pair("Vorjahr", vera, ulrich).await;
        company.leave(ulrich, ended.room).await;
        company.pass(30).await;
        let own = company.pair("Pilot", vera, ulrich).await;
        let other = company.pair("Pilot", lena, company.person("martin")).await;
        let places = [own.room, other.room, company.lobby(), foreign_server(&company, &all), ended.room];
        let stand = Self { company, pairs: [own, other], places, people: all, used: 0, moments: 0 };
        for room in [own.room, other.room, ended.room] {
            stand.let_everybody_in(room);
        }
        stand.company.pass(3).await;
        stand
    }

    /// Somebody who may manage channels lets everybody into a room: what they see is not what they may do (D6).
    fn let_everybody_in(&self, room: u64) {
        let allow = permissions::VIEW_CHANNEL
            | permissions::READ_MESSAGE_HISTORY
            | permissions::USE_APPLICATION_COMMANDS;
        self.company.stage.sandbox.change_channel(room, |channel| {
            for person in self.people {
                if !channel.overwrites.iter().any(|overwrite| overwrite.id == person) {
                    channel.overwrites.push(Overwrite { id: person, kind: 1, allow, deny: 0 });
                }
            }
        });
    }

    /// Brings `#` to something new: in each tandem, a task of that number that is open.
    async fn renew(&mut self) {
        self.used += 1;
        for Pair { mentor, room, .. } in self.pairs {
            let text = json!({ "text": format!("Aufgabe der Tabelle {}", self.used) });
            let answer = self.company.run(mentor, room, "task assign", text).await;
            assert!(answer.content.starts_with(&format!("Aufgabe {} für", self.used)), "{}", answer.content);
        }
    }

    /// A moment at which nobody has a meeting yet.
    fn moment(&mut self) -> String {
        self.moments += 1;
        let day = chrono::NaiveDate::from_ymd_opt(2027, 1, 4).unwrap() + chrono::Duration::days(self.moments);
        format!("{day} 10:00")
    }

    /// In each tandem one meeting stands ahead, or none before one is planned.
    async fn arrange_meetings(&mut self, leaf: &str) {
        for Pair { mentor, room, .. } in self.pairs {
            self.company.run(mentor, room, "session cancel", json!({})).await;
            if leaf != "session plan" {
                let when = json!({ "when": self.moment() });
                self.company.run(mentor, room, "session plan", when).await;
            }
        }
    }

    fn options(&mut self, row: &Row) -> Value {
        let mut options: Value =
            serde_json::from_str(&row.options.replace('#', &self.used.to_string())).unwrap();
        for (name, value) in options.as_object_mut().unwrap() {
            if *value == "new" {
                *value = json!(self.newcomer(name).to_string());
            }
            if ["vera", "martin"].contains(&value.as_str().unwrap_or_default()) {
                *value = json!(self.company.person(value.as_str().unwrap()).to_string());
            }
            if *value == "question" {
                // Another one each time, because one that is out cannot be taken out again.
                self.moments += 1;
                *value = json!(self.moments);
            }
            if *value == "moment" {
                *value = json!(self.moment());
            }
        }
        options
    }

    fn newcomer(&self, name: &str) -> u64 {
        let sandbox = &self.company.stage.sandbox;
        let name = format!("{name}-{}-{}", self.used, sandbox.world().users.len());
        let person =
            sandbox.add_person(Newcomer { name, display_name: None, locale: "de".to_owned(), bot: false });
        for guild in self.servers() {
            sandbox.add_member(guild, person);
        }
        person
    }

    fn servers(&self) -> Vec<u64> {
        self.company.stage.sandbox.world().guilds.keys().copied().collect()
    }

    /// One case; what was wrong with it, if anything.
    async fn try_it(&mut self, row: &Row, role: usize, place: usize, letter: char) -> Option<String> {
        let (person, channel) = (self.people[role], self.places[place]);
        let options = self.options(row);
        let deed = self.company.command(channel, row.leaf, options.clone());
        if letter == 'H' {
            let refusal = self.company.hidden(person, deed);
            return (!matches!(refusal, Some(Refusal::HiddenCommand(_)))).then(|| format!("{refusal:?}"));
        }
        if letter == '+' && row.leaf.starts_with("session ") {
            self.arrange_meetings(row.leaf).await;
        }
        let before = self.company.stored().await;
        let answer = self.company.run(person, channel, row.leaf, options).await;
        let shown = words(&answer);
        if letter == '+' {
            let refused = SENTENCES.iter().any(|(_, id)| shown.contains(&german(id)));
            if row.once {
                self.spend(row, person).await;
            }
            return (refused || !shown.contains(row.done)).then_some(shown);
        }
        let (_, id) = SENTENCES.iter().find(|(sentence, _)| *sentence == letter).unwrap();
        if shown != german(id) {
            return Some(shown);
        }
        let changes = changes(&before, &self.company.stored().await);
        (!changes.is_empty()).then(|| format!("refused, and yet {changes:#?}"))
    }

    /// What `#` stood for has been used up: it is withdrawn in both tandems, so that none holds too many tasks, and the
    /// next number begins.
    async fn spend(&mut self, row: &Row, person: u64) {
        for Pair { mentor, room, .. } in self.pairs {
            let task = json!({ "task": self.used.to_string() });
            self.company.run(mentor, room, "task cancel", task).await;
        }
        if row.leaf == "task assign" {
            // One tandem has its next task already; the other one follows.
            let [own, other] = self.pairs;
            let Pair { mentor, room, .. } = if own.mentor == person { other } else { own };
            self.company.run(mentor, room, "task assign", json!({ "text": "Ebenso" })).await;
            self.used += 1;
        } else {
            self.renew().await;
        }
    }

    /// Suggestions are for those who may run the command; to all others nothing is suggested (D9).
    async fn suggestions(&self, leaf: &Leaf, role: usize, place: usize) -> usize {
        let mut most = 0;
        for option in leaf.options {
            if !matches!(option.kind, tandem::discord::commands::Kind::Suggested) {
                continue;
            }
            let channel = self.places[place];
            let deed = Deed::Autocomplete {
                guild: self.company.stage.sandbox.channel(channel).and_then(|channel| channel.guild),
                channel,
                name: leaf.name.to_owned(),
                options: std::iter::once((option.name.to_owned(), json!(""))).collect(),
                focused: option.name.to_owned(),
                locale: None,
            };
            let answer = self.company.stage.act(self.people[role], deed).await.unwrap().unwrap();
            most = most.max(answer.choices.unwrap().len());
        }
        most
    }
}

/// A second server with the bot and the same people, which nobody has set up. Returns its channel.
fn foreign_server(company: &Company, people: &[u64]) -> u64 {
    let sandbox = &company.stage.sandbox;
    let guild = sandbox.add_guild("Südwind AG", company.person("henrike"), "de");
    sandbox.invite_bot(guild, permissions::ALL & !permissions::ADMINISTRATOR);
    for person in people {
        sandbox.add_member(guild, *person);
    }
    sandbox.add_channel(guild, NewChannel::of(0, "allgemein")).unwrap()
}

/// An answer as it is read: its text, the titles and texts of its embeds.
fn words(answer: &MessageView) -> String {
    let mut text = answer.content.clone();
    for embed in &answer.embeds {
        for part in ["title", "description"] {
            if let Some(part) = embed[part].as_str() {
                let _ = writeln!(text, "{part}");
            }
        }
    }
    text
}

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
    assert!(!words(&answer).contains(&german("refusal-needs-coordinator")));
}
