//! A tandem from `/setup` to its farewell: the whole bot over real sockets against the local Discord, read as its people
//! read it.

use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use serde_json::{Value, json};
use tandem::app::App;
use tandem::clock::{Stations, SystemClock};
use tandem::discord::again;
use tandem::discord::bot::Bot;
use tandem::discord::connect::{Address, Connection, Token, client};
use tandem::discord::inbox::Inbox;
use tandem::discord::sender::{LANES, Sender, Unwatched};
use tandem::sandbox::people::Deed;
use tandem::sandbox::view::MessageView;
use tandem::sandbox::{Options, Sandbox};
use tandem::store::{self, replies};
use tokio::task::JoinHandle;

struct Life {
    sandbox: Sandbox,
    _held: crate::openapi::Held,
    tasks: Vec<JoinHandle<()>>,
    connection: Connection,
    _folder: tempfile::TempDir,
}

impl Drop for Life {
    fn drop(&mut self) {
        self.tasks.iter().for_each(JoinHandle::abort);
        let shards = Arc::clone(&self.connection.shards);
        tokio::spawn(async move { shards.shutdown_all().await });
    }
}

impl Life {
    async fn start() -> Self {
        let sandbox = Sandbox::start(Options::default()).await.unwrap();
        let held = crate::openapi::hold(&sandbox);
        let folder = tempfile::tempdir().unwrap();
        let stations = Stations::default();
        let outbox = stations.build();
        let store = store::open(
            &folder.path().join("tandem.db"),
            store::Durability::Machine,
            &stations,
            vec![outbox.clone()],
        )
        .await
        .unwrap();
        store
            .write(|conn| Box::pin(async move { replies::installation_begin(conn, Some([3; 32])).await }))
            .await
            .unwrap();
        let app = App::new(store, Arc::new(SystemClock)).await.unwrap();
        let (address, token) = (Address::named(&sandbox.api()), Token::new(sandbox.token()));
        let bot = Arc::new(Bot::new(app, Arc::new(address.http(&token).unwrap()), stations, outbox));
        // The client made in the bot's name knows its application; ours has to be told as well, and before the first event.
        bot.http.set_application_id(serenity::all::ApplicationId::new(sandbox.application_id()));
        let inbox = Inbox::new(Arc::clone(&bot), Arc::new(AtomicU64::new(0)));
        let connection = client(address.http(&token).unwrap(), &address, inbox).await.unwrap();
        let sender = Sender::new(Arc::clone(&bot), LANES, Arc::new(Unwatched));
        let tasks =
            vec![tokio::spawn(async move { sender.run().await }), tokio::spawn(again::run(Arc::clone(&bot)))];
        Self { sandbox, _held: held, tasks, connection, _folder: folder }
    }

    /// Waits until `look` finds something.
    async fn eventually<T>(&self, what: &str, look: impl Fn() -> Option<T>) -> T {
        let mut changes = self.sandbox.changed();
        let found = tokio::time::timeout(Duration::from_secs(10), async {
            loop {
                if let Some(found) = look() {
                    return found;
                }
                changes.changed().await.unwrap();
            }
        });
        found.await.unwrap_or_else(|_| panic!("in vain: {what}"))
    }

    fn person(&self, name: &str) -> u64 {
        let world = self.sandbox.world();
        world.users.values().find(|user| user.name == name).unwrap().id
    }

    fn role(&self, name: &str) -> u64 {
        let world = self.sandbox.world();
        let guild = &world.guilds[&self.sandbox.guild_id()];
        guild.roles.values().find(|role| role.name == name).unwrap().id
    }

    fn channel(&self, name: &str) -> u64 {
        let world = self.sandbox.world();
        world.channels.values().find(|channel| channel.name == name).unwrap().id
    }

    /// Does it, and returns the private answer.
    async fn act(&self, person: u64, deed: Deed) -> MessageView {
        let what = format!("{deed:?}");
        // The commands may still be on their way when the first one is typed.
        let done = self.eventually(&what, || self.sandbox.act(person, deed.clone()).ok()).await;
        let shown = || self.sandbox.interaction(done.id()).and_then(|one| one.reply);
        let answer = self.eventually(&what, || shown().filter(|reply| !reply.thinking)).await;
        assert!(answer.private, "{what} was answered in public: {answer:?}");
        answer
    }

    async fn run(&self, person: u64, channel: u64, name: &str, options: Value) -> MessageView {
        let options = serde_json::from_value(options).unwrap();
        let guild = Some(self.sandbox.guild_id());
        self.act(person, Deed::Command { guild, channel, name: name.into(), options, locale: None }).await
    }

    async fn press(&self, person: u64, on: &MessageView, label: &str) -> MessageView {
        let custom_id = on.button(label).unwrap_or_else(|| panic!("no button {label} on {on:?}")).to_owned();
        self.act(person, Deed::Press { channel: on.channel, message: on.id, custom_id }).await
    }

    fn all(&self, person: u64, channel: u64) -> Vec<MessageView> {
        self.sandbox.view(person, channel).into_iter().filter(|message| !message.private).collect()
    }
}

#[tokio::test]
async fn two_people_meet_and_part_and_nobody_reads_who_left() {
    let life = Life::start().await;
    let (owner, carla) = (life.person("henrike"), life.person("carla"));
    let (vera, ulrich) = (life.person("vera"), life.person("ulrich"));
    let (lobby, digest) = (life.channel("mentoring"), life.channel("koordination"));
    let role = life.role("Koordination");

    let open = life.run(
        owner,
        lobby,
        "setup",
        json!({ "coordinators": role.to_string(), "digest": lobby.to_string() }),
    );
    assert!(open.await.content.contains("alle sehen"));
    let setup = json!({ "coordinators": role.to_string(), "digest": digest.to_string(), "language": "de" });
    let answer = life.run(owner, lobby, "setup", setup).await;
    let text = answer.embeds[0]["description"].as_str().unwrap();
    assert!(text.contains("Ich habe alle Berechtigungen"), "{text}");

    let refused = life.run(vera, lobby, "coordination programme create", json!({ "name": "Pilot" })).await;
    assert!(refused.content.contains("Koordination"), "{}", refused.content);
    let created = life.run(carla, lobby, "coordination programme create", json!({ "name": "Pilot" })).await;
    assert_eq!(created.embeds[0]["title"], "Pilot ist angelegt");
    assert!(life.all(vera, lobby).is_empty(), "nobody sees a draft");
    let ask = life.run(carla, lobby, "coordination programme open", json!({})).await;
    life.press(carla, &ask, "Einladung veröffentlichen").await;
    let card = life.eventually("the card", || life.all(vera, lobby).into_iter().next()).await;
    assert!(card.button("Mein Platz").is_some());

    let pair = json!({ "mentor": vera.to_string(), "mentee": ulrich.to_string() });
    let proposed = life.run(carla, lobby, "coordination match pair", pair).await;
    assert!(proposed.content.contains("Mein Platz"), "{}", proposed.content);

    for person in [vera, ulrich] {
        let place = life.press(person, &card, "Mein Platz").await;
        life.press(person, &place, "Ja, ich stimme zu und bin dabei").await;
    }
    let rooms = |person| {
        life.sandbox.channels_of(person).into_iter().find(|room| room.kind == 0 && room.name.contains('-'))
    };
    let room = life.eventually("the room", || rooms(vera)).await;
    assert!(rooms(carla).is_none(), "no coordinator sees the room");
    let welcome = life
        .eventually("the welcome", || {
            life.all(ulrich, room.id).into_iter().find(|one| one.pinned && !one.reactions.is_empty())
        })
        .await;
    assert_eq!(welcome.pings, [vera, ulrich]);
    assert_eq!(welcome.reactions[0].emoji, "✅");

    let help = life.run(ulrich, room.id, "help", json!({})).await;
    assert!(help.embeds[0]["description"].as_str().unwrap().contains("/tandem-beenden"));
    let menu = life.press(ulrich, &welcome, "Dieses Tandem…").await;
    let ask = life.press(ulrich, &menu, "Dieses Tandem beenden").await;
    let left = life.press(ulrich, &ask, "Ja, dieses Tandem beenden").await;
    assert!(left.content.starts_with("Das Tandem ist beendet."), "{}", left.content);
    let goodbye = life
        .eventually("the goodbye", || {
            life.all(vera, room.id).into_iter().find(|one| one.button("Wie soll es weitergehen?").is_some())
        })
        .await;
    assert!(goodbye.silent);
    assert_eq!(life.all(vera, room.id), life.all(ulrich, room.id), "both read the same");
    life.eventually("a closed room", || rooms(vera).filter(|room| !room.writable)).await;
    for (person, answer) in [(vera, "Ein neues Tandem"), (ulrich, "Hier aufhören")] {
        let question = life.press(person, &goodbye, "Wie soll es weitergehen?").await;
        life.press(person, &question, answer).await;
    }
    let status = life.run(carla, lobby, "coordination programme status", json!({})).await;
    let fields = serde_json::to_string(&status.embeds[0]["fields"]).unwrap();
    assert!(
        fields.contains("0 offen · 1 begonnen · 1 beendet") && fields.contains(&format!("<@{vera}>")),
        "{fields}"
    );
    assert!(!fields.contains(&format!("<@{ulrich}>")), "{fields}");
    let counts = life.sandbox.record.counts();
    assert_eq!((counts.public_responses, counts.unknown_routes), (0, 0));
}
