//! One short life of a tandem that makes every kind of effect at Discord, told by a clock that is turned: the kill test and
//! the faults play it and compare what stands in Discord afterwards with an undisturbed run.

mod lounge;
mod meetup;
pub mod picture;
pub mod stage;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Duration, Utc};
use serde_json::{Value, json};
use sqlx::Connection as _;
use tandem::rehearsal::stage::Steps;
use tandem::sandbox::Sandbox;
use tandem::sandbox::people::{Deed, Refusal};
use tandem::sandbox::permissions;
use tandem::sandbox::state::Overwrite;
use tandem::sandbox::view::{Answer, InteractionView, MessageView};

/// Monday, 11 January 2027, 10:00 in Berlin: no question is due in this week, and no hour is quiet.
pub fn beginning() -> DateTime<Utc> {
    "2027-01-11T09:00:00Z".parse().unwrap()
}

/// Every kind of effect, with the request that makes it.
pub const KINDS: [(&str, &str, &str); 24] = [
    ("category_create", "POST", "/guilds/{guild_id}/channels"),
    ("room_count", "GET", "/guilds/{guild_id}/channels"),
    ("room_create", "POST", "/guilds/{guild_id}/channels"),
    ("room_close", "PATCH", "/channels/{channel_id}"),
    ("room_hide", "PATCH", "/channels/{channel_id}"),
    ("room_repair", "PATCH", "/channels/{channel_id}"),
    ("room_delete", "DELETE", "/channels/{channel_id}"),
    ("post", "POST", "/channels/{channel_id}/messages"),
    ("pin", "PUT", "/channels/{channel_id}/pins/{message_id}"),
    ("seed", "PUT", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me"),
    ("unmark", "DELETE", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/{user_id}"),
    ("edit", "PATCH", "/channels/{channel_id}/messages/{message_id}"),
    ("member_check", "GET", "/guilds/{guild_id}/members/{user_id}"),
    ("direct_open", "POST", "/users/@me/channels"),
    ("post_delete", "DELETE", "/channels/{channel_id}/messages/{message_id}"),
    ("lounge_create", "POST", "/guilds/{guild_id}/channels"),
    ("lounge_member", "PUT", "/channels/{channel_id}/permissions/{overwrite_id}"),
    ("lounge_close", "PUT", "/channels/{channel_id}/permissions/{overwrite_id}"),
    ("lounge_coach", "PUT", "/channels/{channel_id}/permissions/{overwrite_id}"),
    ("lounge_delete", "DELETE", "/channels/{channel_id}"),
    ("meet_create", "POST", "/guilds/{guild_id}/channels"),
    ("meet_access", "PATCH", "/channels/{channel_id}"),
    ("meet_move", "PATCH", "/guilds/{guild_id}/members/{user_id}"),
    ("meet_delete", "DELETE", "/channels/{channel_id}"),
];

/// Waits, but not for ever.
pub async fn patiently<T>(what: &str, wait: impl Future<Output = T>) -> T {
    let patience = std::time::Duration::from_mins(1);
    tokio::time::timeout(patience, wait).await.unwrap_or_else(|_| panic!("in vain: {what}"))
}

/// A bot with its Discord, whoever runs it and whatever happens to it.
pub trait House {
    fn sandbox(&self) -> &Sandbox;
    /// The bot's one file.
    fn file(&self) -> PathBuf;
    /// Waits until nothing is under way.
    async fn settle(&mut self);
    /// Turns the clock of both.
    fn turn(&mut self, to: DateTime<Utc>);
    /// The earliest moment at which either wants to be woken.
    fn next_wake(&self) -> Option<DateTime<Utc>>;
    /// Is told before each step of the life.
    async fn before(&mut self, _step: &'static str) {}

    fn person(&self, name: &str) -> u64 {
        let world = self.sandbox().world();
        world.users.values().find(|user| user.name == name).unwrap().id
    }

    fn role(&self, name: &str) -> u64 {
        let world = self.sandbox().world();
        world.guilds[&self.sandbox().guild_id()].roles.values().find(|role| role.name == name).unwrap().id
    }

    fn channel(&self, name: &str) -> u64 {
        let world = self.sandbox().world();
        world.channels.values().find(|channel| channel.name == name).unwrap().id
    }

    /// Turns the clock in one go.
    async fn jump(&mut self, to: DateTime<Utc>) {
        self.turn(to);
        self.settle().await;
    }

    /// Lets an hour pass, which is enough for everything that was in doubt.
    async fn an_hour(&mut self) {
        let until = self.sandbox().clock.now() + Duration::hours(1);
        self.until(until).await;
    }

    /// Lets time pass until then, stopping wherever either wants to be woken.
    async fn until(&mut self, until: DateTime<Utc>) {
        self.settle().await;
        let mut steps = Steps::default();
        while let Some(wake) = self.next_wake().filter(|wake| *wake < until) {
            let now = self.sandbox().clock.now();
            let next = wake.max(now + Duration::milliseconds(1));
            steps.take(next - now).unwrap();
            // Who overslept, such as a late answer that nobody waits for any more, gets its turn.
            tokio::task::yield_now().await;
            self.jump(next).await;
        }
        self.jump(until).await;
    }

    /// Does it. Whoever gets no answer does it once more, as people do (C4).
    async fn act(&mut self, person: u64, deed: Deed) -> Option<InteractionView> {
        self.try_to(person, deed.clone()).await.unwrap_or_else(|why| panic!("{deed:?}: {why}"))
    }

    /// Like [`Self::act`], for something that Discord's client may not let through.
    async fn try_to(&mut self, person: u64, deed: Deed) -> Result<Option<InteractionView>, Refusal> {
        for _ in 0..6 {
            let done = self.sandbox().act(person, deed.clone())?;
            self.settle().await;
            let view = done.interaction.and_then(|id| self.sandbox().interaction(id));
            let Some(view) = view else { return Ok(None) };
            if view.state == Answer::Answered {
                let unseen = view.modal.is_some() || view.choices.is_some();
                assert!(view.private || unseen, "{deed:?} was answered in public");
                return Ok(Some(view));
            }
            let later = self.sandbox().clock.now() + Duration::seconds(20);
            self.jump(later).await;
        }
        panic!("{deed:?} is never answered")
    }

    async fn command(&mut self, person: u64, channel: u64, name: &str, options: Value) -> MessageView {
        let guild = Some(self.sandbox().guild_id());
        let options = serde_json::from_value(options).unwrap();
        let deed = Deed::Command { guild, channel, name: name.to_owned(), options, locale: None };
        self.act(person, deed).await.and_then(|view| view.reply).unwrap()
    }

    async fn press(&mut self, person: u64, on: &MessageView, label: &str) -> MessageView {
        let custom_id = on.button(label).unwrap_or_else(|| panic!("no button {label} on {on:?}")).to_owned();
        let deed = Deed::Press { channel: on.channel, message: on.id, custom_id };
        self.act(person, deed).await.and_then(|view| view.reply).unwrap()
    }

    async fn react(&mut self, person: u64, on: &MessageView, emoji: &str) {
        let deed = Deed::React { channel: on.channel, message: on.id, emoji: emoji.to_owned() };
        self.act(person, deed).await;
    }

    /// The public messages that somebody sees.
    fn read(&self, person: u64, channel: u64) -> Vec<MessageView> {
        self.sandbox().view(person, channel).into_iter().filter(|message| !message.private).collect()
    }

    /// The message with that button, or with that reaction under it.
    fn find(&self, person: u64, channel: u64, mark: &str) -> MessageView {
        let all = self.read(person, channel);
        let marked = |one: &&MessageView| {
            one.button(mark).is_some() || one.reactions.iter().any(|reaction| reaction.emoji == mark)
        };
        all.iter().find(marked).unwrap_or_else(|| panic!("nothing with {mark} in {all:#?}")).clone()
    }

    /// The room of somebody's tandem.
    fn room(&self, person: u64) -> Option<u64> {
        let all = self.sandbox().channels_of(person);
        all.into_iter().find(|room| room.kind == 0 && room.name.contains('-')).map(|room| room.id)
    }
}

/// The server is set up and has a programme.
pub async fn founded(house: &mut impl House, options: Value) {
    house.settle().await;
    let (owner, carla) = (house.person("henrike"), house.person("carla"));
    let (lobby, digest, role) =
        (house.channel("mentoring"), house.channel("koordination"), house.role("Koordination"));
    let setup = json!({ "coordinators": role.to_string(), "digest": digest.to_string(), "language": "de" });
    house.command(owner, lobby, "setup", setup).await;
    let mut programme = json!({ "name": "Pilot" });
    programme.as_object_mut().unwrap().extend(options.as_object().cloned().unwrap());
    let created = house.command(carla, lobby, "coordination programme create", programme).await;
    assert_eq!(created.embeds[0]["title"], "Pilot ist angelegt");
    let ask = house.command(carla, lobby, "coordination programme open", json!({})).await;
    house.press(carla, &ask, "Einladung veröffentlichen").await;
    house.settle().await;
}

/// Vera and Ulrich are joined; their room is open after an hour.
pub async fn paired(house: &mut impl House) {
    joined(house, "vera", "ulrich").await;
}

/// Two people are joined; their room is open after an hour.
pub async fn joined(house: &mut impl House, mentor: &str, mentee: &str) {
    let (carla, lobby) = (house.person("carla"), house.channel("mentoring"));
    let (mentor, mentee) = (house.person(mentor), house.person(mentee));
    let pair = json!({ "mentor": mentor.to_string(), "mentee": mentee.to_string() });
    house.command(carla, lobby, "coordination match pair", pair).await;
    let card = house.find(mentor, lobby, "Mein Platz");
    for person in [mentor, mentee] {
        house.before("accept").await;
        let place = house.press(person, &card, "Mein Platz").await;
        house.press(person, &place, "Ja, ich stimme zu und bin dabei").await;
    }
    house.an_hour().await;
}

/// Vera gives Ulrich a task; returns its card.
pub async fn assigned(house: &mut impl House, text: &str) -> MessageView {
    let (vera, ulrich) = (house.person("vera"), house.person("ulrich"));
    let room = house.room(vera).expect("a room");
    house.command(vera, room, "task assign", json!({ "text": text })).await;
    house.an_hour().await;
    house.find(ulrich, room, "🧩")
}

/// Vera shares a tip, both agree, Carla releases it, and Ulrich takes it back.
async fn shared_and_withdrawn(house: &mut impl House) {
    let (vera, ulrich, carla) = (house.person("vera"), house.person("ulrich"), house.person("carla"));
    let (room, lobby) = (house.room(vera).expect("a room"), house.channel("mentoring"));
    let asked = house.command(vera, room, "practice share", json!({ "text": "Eine Liste führen." })).await;
    house.press(vera, &asked, "Ja, ohne Namen").await;
    house.an_hour().await;
    let card = house.find(ulrich, room, "Zustimmen oder nicht");
    let asked = house.press(ulrich, &card, "Zustimmen oder nicht").await;
    house.press(ulrich, &asked, "Ja, ohne Namen").await;
    let status = house.command(carla, lobby, "coordination programme status", json!({})).await;
    let list = house.press(carla, &status, "Was auf Freigabe wartet").await;
    house.press(carla, &list, "Freigeben").await;
    house.an_hour().await;
    let published = |house: &dyn Fn() -> Vec<MessageView>| {
        house().iter().filter(|post| post.content == "Aus einem Tandem des Programms").count()
    };
    assert_eq!(published(&|| house.read(ulrich, lobby)), 1);
    house.before("withdraw").await;
    let card = house.find(ulrich, room, "Zurückziehen");
    house.press(ulrich, &card, "Zurückziehen").await;
    house.an_hour().await;
    assert_eq!(published(&|| house.read(ulrich, lobby)), 0);
}

/// Lena and Martin are proposed to each other for the whole cohort, and both accept.
async fn asked_in_a_round(house: &mut impl House) {
    let (carla, lobby) = (house.person("carla"), house.channel("mentoring"));
    let two = [house.person("lena"), house.person("martin")];
    house.before("propose").await;
    house.command(carla, lobby, "coordination match propose", json!({})).await;
    let until = json!({ "until": "in 2 Tagen" });
    let ready = house.command(carla, lobby, "coordination match confirm", until).await;
    house.before("ask").await;
    house.press(carla, &ready, "Jetzt fragen").await;
    let card = house.find(carla, lobby, "Mein Platz");
    for person in two {
        let place = house.press(person, &card, "Mein Platz").await;
        house.press(person, &place, "Ja, ich stimme zu und bin dabei").await;
    }
    house.an_hour().await;
}

/// Enrols accounts in the first programme, from outside of the bot.
pub async fn enrolled(database: &Path, guild: u64, people: &[(u64, &str)]) {
    let mut sql = String::new();
    for (user, role) in people {
        let _ = write!(
            sql,
            "INSERT INTO person (guild_id, user_id) VALUES ({guild}, {user}) ON CONFLICT DO NOTHING;
             INSERT INTO enrolment (programme_id, person_id, role, state)
             SELECT 1, id, '{role}', 'approved' FROM person WHERE user_id = {user};"
        );
    }
    let mut conn = crate::company::connection(database).await;
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(&mut conn).await.unwrap();
    conn.close().await.unwrap();
}

/// The whole life; what stands in Discord at many moments of it.
pub async fn live(house: &mut impl House) -> Vec<(&'static str, String)> {
    let mut pictures = Vec::new();
    let mut stand = |house: &dyn Fn() -> String, at: &'static str| pictures.push((at, house()));
    house.before("found").await;
    // So short a programme that a tandem has met by the second day.
    founded(house, json!({ "end": "2027-01-17" })).await;
    house.an_hour().await;
    house.before("lounge").await;
    lounge::opened(house).await;
    house.before("pair").await;
    paired(house).await;
    stand(&|| picture::of(house.sandbox()), "the room is open");
    house.before("assign").await;
    let card = assigned(house, "Sprich das schwierige Gespräch einmal laut durch.").await;
    let ulrich = house.person("ulrich");
    house.before("stuck").await;
    house.react(ulrich, &card, "🧩").await;
    house.an_hour().await;
    house.before("worked").await;
    house.react(ulrich, &card, "✅").await;
    house.an_hour().await;
    stand(&|| picture::of(house.sandbox()), "the task has worked");
    house.before("plan").await;
    let vera = house.person("vera");
    house.command(vera, card.channel, "session plan", json!({ "when": "10.2. 14:00" })).await;
    house.an_hour().await;
    house.before("confirm").await;
    let meeting = house.find(ulrich, card.channel, "Bestätigen");
    house.press(ulrich, &meeting, "Bestätigen").await;
    house.an_hour().await;
    stand(&|| picture::of(house.sandbox()), "a meeting is confirmed");
    house.before("repair").await;
    // Somebody who may manage channels lets themselves in.
    let stray = Overwrite { id: house.person("jonas"), kind: 1, allow: permissions::VIEW_CHANNEL, deny: 0 };
    house.sandbox().change_channel(card.channel, |channel| channel.overwrites.push(stray));
    house.settle().await;
    let readers = house.command(vera, card.channel, "privacy room", json!({})).await;
    house.press(vera, &readers, "Kanal wiederherstellen").await;
    house.an_hour().await;
    stand(&|| picture::of(house.sandbox()), "the room is closed again");
    let meeting = meetup::meet(house).await;
    assert!(meeting.contains("#Raum 1 2"), "{meeting}");
    stand(&|| meeting.clone(), "two people get to know each other");
    stand(&|| picture::of(house.sandbox()), "their rooms are gone");
    asked_in_a_round(house).await;
    house.before("night").await;
    house.jump(beginning() + Duration::hours(18)).await;
    house.an_hour().await;
    stand(&|| picture::of(house.sandbox()), "a night later");
    house.before("share").await;
    house.jump(beginning() + Duration::hours(27)).await;
    shared_and_withdrawn(house).await;
    stand(&|| picture::of(house.sandbox()), "a practice was published and taken back");
    let mine = house.command(ulrich, card.channel, "my", json!({})).await;
    house.press(ulrich, &mine, "Per Direktnachricht Bescheid geben").await;
    house.before("leave").await;
    let menu = house.find(ulrich, card.channel, "Dieses Tandem…");
    let menu = house.press(ulrich, &menu, "Dieses Tandem…").await;
    let ask = house.press(ulrich, &menu, "Dieses Tandem beenden").await;
    house.press(ulrich, &ask, "Ja, dieses Tandem beenden").await;
    house.an_hour().await;
    stand(&|| picture::of(house.sandbox()), "the tandem has ended");
    assert_eq!(
        house.sandbox().direct_messages(ulrich).len(),
        1,
        "and whoever ticked it is told where to look"
    );
    house.before("round").await;
    house.jump(beginning() + Duration::days(2) + Duration::hours(12)).await;
    house.an_hour().await;
    stand(&|| picture::of(house.sandbox()), "a round has opened");
    assert!(house.room(house.person("lena")).is_some());
    house.before("hide").await;
    house.jump(beginning() + Duration::days(9)).await;
    house.an_hour().await;
    stand(&|| picture::of(house.sandbox()), "the room is hidden");
    assert_eq!(house.room(ulrich), None);
    house.before("delete").await;
    house.jump(beginning() + Duration::days(18)).await;
    house.an_hour().await;
    stand(&|| picture::of(house.sandbox()), "the room is gone");
    house.before("close").await;
    house.jump(beginning() + Duration::days(21)).await;
    house.an_hour().await;
    stand(&|| picture::of(house.sandbox()), "the programme and its lounge are closed");
    house.before("lounge goes").await;
    house.jump(beginning() + Duration::days(30)).await;
    house.an_hour().await;
    stand(&|| picture::of(house.sandbox()), "the lounge is gone");
    pictures
}

/// Compares two runs and shows the first line that differs.
pub fn assert_equal(what: &str, ours: &[(&str, String)], undisturbed: &[(&str, String)]) {
    for ((at, ours), (_, theirs)) in ours.iter().zip(undisturbed) {
        if ours != theirs {
            let differs = ours.lines().zip(theirs.lines()).find(|(ours, theirs)| ours != theirs);
            panic!("{what}: when {at}, this differs: {differs:#?}\nours:\n{ours}\nundisturbed:\n{theirs}");
        }
    }
    assert_eq!(ours.len(), undisturbed.len());
}
