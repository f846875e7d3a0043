//! The small company of the local Discord on the stage, with what several tests of the whole bot do there: setting up, a
//! programme, a tandem, and a look at everything that is stored.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Duration, Utc};
use serde_json::{Value, json};
use sqlx::{Connection as _, Row as _};
use tandem::clock::Clock as _;
use tandem::domain::language::Language;
use tandem::locales::say;
use tandem::rehearsal::stage::Stage;
use tandem::sandbox::people::{Deed, Refusal};
use tandem::sandbox::state::Settings;
use tandem::sandbox::view::{InteractionView, MessageView};

/// The company, and the bot that works for it.
pub struct Company {
    /// Bot, local Discord and clock.
    pub stage: Stage,
    /// The bot's file.
    pub database: PathBuf,
    _held: crate::openapi::Held,
    _folder: tempfile::TempDir,
}

/// A tandem's room and who is in it.
#[derive(Debug, Clone, Copy)]
pub struct Pair {
    pub mentor: u64,
    pub mentee: u64,
    pub room: u64,
}

pub fn moment(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// What a text says in German with du, without variables.
pub fn german(id: &str) -> String {
    say(Language::De, id).text()
}

impl Company {
    /// The company at that moment, its bot running and set up in German.
    pub async fn open(start: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("tandem.db");
        let mut stage = Stage::open(&database, moment(start), Settings::default(), true).await.unwrap();
        let held = crate::openapi::hold(&stage.sandbox);
        stage.boot().await.unwrap();
        let company = Self { stage, database, _held: held, _folder: folder };
        let (role, digest) = (company.role("Koordination"), company.channel("koordination"));
        let options =
            json!({ "coordinators": role.to_string(), "digest": digest.to_string(), "language": "de" });
        company.run(company.person("henrike"), company.lobby(), "setup", options).await;
        company
    }

    pub fn person(&self, name: &str) -> u64 {
        let world = self.stage.sandbox.world();
        world.users.values().find(|user| user.name == name).unwrap().id
    }

    pub fn role(&self, name: &str) -> u64 {
        let world = self.stage.sandbox.world();
        let guild = &world.guilds[&self.stage.sandbox.guild_id()];
        guild.roles.values().find(|role| role.name == name).unwrap().id
    }

    pub fn channel(&self, name: &str) -> u64 {
        let world = self.stage.sandbox.world();
        world.channels.values().find(|channel| channel.name == name).unwrap().id
    }

    pub fn lobby(&self) -> u64 {
        self.channel("mentoring")
    }

    /// Lets so many seconds pass.
    pub async fn pass(&self, seconds: i64) {
        self.pass_until(self.stage.clock.now() + Duration::seconds(seconds)).await;
    }

    pub async fn pass_until(&self, moment: DateTime<Utc>) {
        self.stage.pass_until(moment).await.unwrap();
    }

    /// Does it, lets what follows from it happen, and returns the private answer.
    pub async fn act(&self, person: u64, deed: Deed) -> InteractionView {
        let what = format!("{deed:?}");
        let answer = self.stage.act(person, deed).await.unwrap().unwrap();
        assert!(answer.reply.as_ref().is_none_or(|reply| reply.private), "{what} was answered in public");
        self.pass(3).await;
        // A reply that was still being thought about when everything stood still has come by now.
        self.stage.sandbox.interaction(answer.id).unwrap()
    }

    pub fn command(&self, channel: u64, name: &str, options: Value) -> Deed {
        let guild = self.stage.sandbox.channel(channel).and_then(|channel| channel.guild);
        let options = serde_json::from_value(options).unwrap();
        Deed::Command { guild, channel, name: name.to_owned(), options, locale: None }
    }

    pub async fn run(&self, person: u64, channel: u64, name: &str, options: Value) -> MessageView {
        let answer = self.act(person, self.command(channel, name, options)).await;
        answer.reply.unwrap_or_else(|| panic!("no answer to {name}"))
    }

    /// What Discord's client says to somebody who tries it there, if it does not let them.
    pub fn hidden(&self, person: u64, deed: Deed) -> Option<Refusal> {
        self.stage.sandbox.act(person, deed).err()
    }

    pub async fn press(&self, person: u64, on: &MessageView, label: &str) -> MessageView {
        let custom_id = on.button(label).unwrap_or_else(|| panic!("no button {label} on {on:?}")).to_owned();
        self.press_id(person, on, &custom_id).await
    }

    pub async fn press_id(&self, person: u64, on: &MessageView, custom_id: &str) -> MessageView {
        let deed = Deed::Press { channel: on.channel, message: on.id, custom_id: custom_id.to_owned() };
        self.act(person, deed).await.reply.unwrap()
    }

    /// What everybody in the channel sees of it, oldest first.
    pub fn posts(&self, person: u64, channel: u64) -> Vec<MessageView> {
        let all = self.stage.sandbox.view(person, channel);
        all.into_iter().filter(|message| !message.private && message.kind == 0).collect()
    }

    /// The newest post with such a button.
    pub fn post_with(&self, person: u64, channel: u64, label: &str) -> MessageView {
        let posts = self.posts(person, channel);
        posts.into_iter().rfind(|post| post.button(label).is_some()).unwrap_or_else(|| panic!("no {label}"))
    }

    /// Creates a programme with these settings beside its name.
    pub async fn programme(&self, name: &str, settings: Value) {
        let mut options = settings;
        options["name"] = json!(name);
        let carla = self.person("carla");
        let answer = self.run(carla, self.lobby(), "coordination programme create", options).await;
        assert_eq!(answer.embeds[0]["title"], format!("{name} ist angelegt"));
        self.open_programme(name).await;
    }

    /// Opens a programme that was created.
    pub async fn open_programme(&self, name: &str) {
        let carla = self.person("carla");
        let options = json!({ "programme": name });
        let ask = self.run(carla, self.lobby(), "coordination programme open", options).await;
        self.press(carla, &ask, "Einladung veröffentlichen").await;
    }

    /// Joins two people, who both accept.
    pub async fn pair(&self, programme: &str, mentor: u64, mentee: u64) -> Pair {
        let options = json!({
            "mentor": mentor.to_string(), "mentee": mentee.to_string(), "programme": programme
        });
        let known: Vec<u64> = self.rooms(mentor);
        let proposed = self.run(self.person("carla"), self.lobby(), "coordination match pair", options).await;
        assert!(proposed.content.contains("Mein Platz"), "{}", proposed.content);
        let posts = self.posts(mentor, self.lobby());
        let card = posts.iter().rfind(|post| post.custom_ids().contains(&"my-place")).unwrap();
        for person in [mentor, mentee] {
            let place = self.press_id(person, card, "my-place").await;
            let yes = place.custom_ids().into_iter().find(|id| id.starts_with("proposal-accept")).unwrap();
            self.press_id(person, &place, yes).await;
        }
        self.pass(20).await;
        let room = self.rooms(mentor).into_iter().find(|room| !known.contains(room)).unwrap();
        Pair { mentor, mentee, room }
    }

    /// The rooms of tandems that a person sees, oldest first.
    pub fn rooms(&self, person: u64) -> Vec<u64> {
        let all = self.stage.sandbox.channels_of(person);
        let mut rooms: Vec<u64> =
            all.iter().filter(|room| room.kind == 0 && room.name.contains('-')).map(|room| room.id).collect();
        rooms.sort_unstable();
        rooms
    }

    /// One of the two ends their tandem by the button in its room. Returns the id of the private reply that told so.
    pub async fn leave(&self, person: u64, room: u64) -> u64 {
        let welcome = self.post_with(person, room, "Dieses Tandem…");
        let menu = self.press(person, &welcome, "Dieses Tandem…").await;
        let ask = self.press(person, &menu, "Dieses Tandem beenden").await;
        let left = self.press(person, &ask, "Ja, dieses Tandem beenden").await;
        assert!(left.content.starts_with("Das Tandem ist beendet."), "{}", left.content);
        left.id
    }

    /// All that is stored, but for the bare ids of interactions, which go after an hour (P4), and the hour at which they
    /// go.
    pub async fn stored(&self) -> Vec<String> {
        let mut all = self.dump().await;
        all.retain(|line| !line.starts_with("seen_interaction") && !line.starts_with("job: name='tidy'"));
        all
    }

    /// Everything that is stored.
    pub async fn dump(&self) -> Vec<String> {
        dump(&self.database).await
    }

    /// Runs a statement on the bot's file from outside.
    pub async fn meddle(&self, sql: &str) {
        let mut conn = connection(&self.database).await;
        sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned())).execute(&mut conn).await.unwrap();
        conn.close().await.unwrap();
    }
}

/// The rows that are in one of two dumps only.
pub fn changes(before: &[String], after: &[String]) -> Vec<String> {
    let gone = before.iter().filter(|line| !after.contains(line)).map(|line| format!("- {line}"));
    let new = after.iter().filter(|line| !before.contains(line)).map(|line| format!("+ {line}"));
    gone.chain(new).collect()
}

/// A connection of the test's own to the bot's file.
pub async fn connection(database: &Path) -> sqlx::SqliteConnection {
    let options = sqlx::sqlite::SqliteConnectOptions::new()
        .filename(database)
        .busy_timeout(std::time::Duration::from_secs(10));
    sqlx::SqliteConnection::connect_with(&options).await.unwrap()
}

/// All rows of all tables but the migrations', each as one line, in the order in which they stand.
pub async fn dump(database: &Path) -> Vec<String> {
    let mut conn = connection(database).await;
    let tables: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> '_sqlx_migrations' ORDER BY name",
    )
    .fetch_all(&mut conn)
    .await
    .unwrap();
    let mut lines = Vec::new();
    for table in tables {
        let columns: Vec<String> = sqlx::query_scalar("SELECT name FROM pragma_table_info(?)")
            .bind(&table)
            .fetch_all(&mut conn)
            .await
            .unwrap();
        let shown: Vec<String> =
            columns.iter().map(|column| format!("'{column}=' || quote(\"{column}\")")).collect();
        let sql = format!("SELECT {} FROM \"{table}\" ORDER BY rowid", shown.join(" || ' ' || "));
        for row in sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(&mut conn).await.unwrap() {
            lines.push(format!("{table}: {}", row.get::<String, _>(0)));
        }
    }
    conn.close().await.unwrap();
    lines
}
