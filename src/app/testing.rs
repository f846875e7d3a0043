//! The smallest world in which a use case can be tried: a real database file with a server, a programme and one open
//! tandem. Use cases are called on [`World::conn`] directly; what has to go through the one door takes [`World::app`].

use std::sync::Arc;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use tempfile::TempDir;

use super::effect::Effect;
use super::{App, Call};
use crate::clock::{Clock as _, ManualClock, Stations};
use crate::domain::ids::{
    ChannelId, GuildId, InteractionId, PersonId, PostId, RoleId, TandemId, TaskId, UserId,
};
use crate::domain::language::Language;
use crate::domain::marks::TALKED;
use crate::domain::person::Person;
use crate::domain::post::PostKind;
use crate::domain::programme::{Phase, Programme, Role, Template};
use crate::domain::tandem::{Tandem, TandemState};
use crate::domain::task::{Task, TaskState};
use crate::store::people::{self, Server};
use crate::store::{self, posts, programmes, questions, ratings, replies, tandems, tasks};

/// The server.
pub const GUILD: GuildId = GuildId(1_000);
/// The coordinators' role.
pub const COORDINATORS: RoleId = RoleId(1_001);
/// Where digests go.
pub const DIGEST: ChannelId = ChannelId(1_002);
/// Where the programme's card stands.
pub const LOBBY: ChannelId = ChannelId(1_003);
/// The room of the first tandem.
pub const ROOM: ChannelId = ChannelId(1_004);
/// The account of the first tandem's mentor.
pub const MENTOR: UserId = UserId(2_001);
/// The account of the first tandem's mentee.
pub const MENTEE: UserId = UserId(2_002);

/// What a tandem does in a while: tasks given, of these worked, of these stuck, questions asked and talked about, and
/// what its mentor says when asked how it is going (0: nothing).
#[derive(Debug, Clone, Copy)]
pub struct Deeds(pub u32, pub u32, pub u32, pub u32, pub u8);

/// A database with little in it, and a clock that stands still.
pub struct World {
    /// The surroundings, for what goes through the one door.
    pub app: App,
    /// The clock of `app`: Monday, 4 January 2027, 10:00 in Berlin, until it is turned.
    pub clock: ManualClock,
    /// A connection of the test's own, reading and writing.
    pub conn: store::Conn,
    /// The programme, running.
    pub programme: Programme,
    interactions: u64,
    folder: TempDir,
}

impl World {
    /// A server and a running programme without tandems.
    pub async fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("tandem.db");
        let store =
            store::open(&file, store::Durability::Process, &Stations::default(), Vec::new()).await.unwrap();
        let mut conn = store::open_for_test(&file).await.unwrap();
        replies::installation_begin(&mut conn, Some([7; 32])).await.unwrap();
        let clock = ManualClock::at("2027-01-04T09:00:00Z".parse().unwrap());
        let app = App::new(store, Arc::new(clock.clone())).await.unwrap();
        people::server_set(&mut conn, &server()).await.unwrap();
        let mut programme = programme();
        programme.id = programmes::programme_add(&mut conn, &programme).await.unwrap().unwrap();
        Self { app, clock, conn, programme, interactions: 0, folder }
    }

    /// Like [`Self::empty`], with one open tandem of [`MENTOR`] and [`MENTEE`] in [`ROOM`].
    pub async fn new() -> Self {
        let mut world = Self::empty().await;
        world.tandem(MENTOR, MENTEE, ROOM).await;
        world
    }

    /// The present moment.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Turns the clock forward.
    pub fn pass(&self, time: Duration) {
        self.clock.set(self.now() + time);
    }

    /// A request of somebody's in a channel, with an id of its own.
    pub fn call(&mut self, user: UserId, channel: ChannelId) -> Call {
        self.interactions += 1;
        let interaction = InteractionId(self.interactions);
        Call {
            interaction,
            guild: GUILD,
            channel,
            user,
            chosen: None,
            request: format!("request {interaction}"),
            now: self.now(),
        }
    }

    /// The person of an account, made known if need be.
    pub async fn person(&mut self, user: UserId) -> Person {
        people::person_known(&mut self.conn, GUILD, user).await.unwrap()
    }

    /// Another open tandem, its two people enrolled.
    pub async fn tandem(&mut self, mentor: UserId, mentee: UserId, room: ChannelId) -> TandemId {
        let (mentor, mentee) = (self.person(mentor).await.id, self.person(mentee).await.id);
        for (person, role) in [(mentor, Role::Mentor), (mentee, Role::Mentee)] {
            programmes::enrolment_approve(&mut self.conn, self.programme.id, person, role).await.unwrap();
        }
        let category = match tandems::categories_of(&mut self.conn, GUILD).await.unwrap().last() {
            Some(category) => category.id,
            None => tandems::category_add(&mut self.conn, GUILD).await.unwrap(),
        };
        let new = Tandem {
            id: TandemId(0),
            programme: self.programme.id,
            mentor,
            mentee,
            category,
            name: format!("quiet-harbour-{room}"),
            language: self.programme.language,
            also: None,
            state: TandemState::Opening,
            channel: None,
            opened_at: self.now(),
            ended_at: None,
        };
        let id = tandems::tandem_add(&mut self.conn, &new).await.unwrap();
        tandems::tandem_room_bind(&mut self.conn, id, room).await.unwrap();
        id
    }

    /// A programme that has just begun with so many tandems, oldest first.
    pub async fn cohort(tandems: u64) -> (Self, Vec<TandemId>) {
        let mut world = Self::empty().await;
        let mut all = Vec::new();
        for n in 0..tandems {
            all.push(world.tandem(UserId(5_000 + n), UserId(6_000 + n), ChannelId(7_000 + n)).await);
        }
        let (programme, now) = (world.programme.clone(), world.now());
        super::jobs::programme_begin(&mut world.conn, &programme, now).await.unwrap();
        world.programme = programmes::programme_get(&mut world.conn, programme.id).await.unwrap();
        (world, all)
    }

    /// A tandem does something, now.
    pub async fn works(&mut self, tandem: TandemId, deeds: Deeds) {
        let Deeds(given, worked, stuck, talked, rating) = deeds;
        let tandem = tandems::tandem_get(&mut self.conn, tandem).await.unwrap();
        let now = self.now();
        for n in 0..given {
            let state = match n {
                n if n < worked => TaskState::Worked,
                n if n < worked + stuck => TaskState::Stuck,
                _ => TaskState::Open,
            };
            self.task(&tandem, state).await;
        }
        for _ in 0..talked {
            let asked = questions::asked_of(&mut self.conn, tandem.id).await.unwrap();
            let next = asked.last().map_or(1, |last| last.question + 1);
            self.question(&tandem, next, TALKED).await;
        }
        if rating > 0 {
            let programme = tandem.programme;
            ratings::rating_set(&mut self.conn, programme, tandem.mentor, rating, now, now).await.unwrap();
        }
    }

    /// A task is given and reported on, now.
    pub async fn task(&mut self, tandem: &Tandem, state: TaskState) -> TaskId {
        let now = self.now();
        let new = Task {
            id: TaskId(0),
            tandem: tandem.id,
            number: 0,
            giver: tandem.mentor,
            doer: tandem.mentee,
            text: "Pair the headset".into(),
            due_on: None,
            link: None,
            state: TaskState::Open,
            by_mark: false,
            note: None,
            given_at: now,
        };
        let task = tasks::task_add(&mut self.conn, &new).await.unwrap();
        let said_at = (state != TaskState::Open).then_some(now);
        tasks::task_set(&mut self.conn, &Task { state, ..task.clone() }, said_at).await.unwrap();
        task.id
    }

    /// A question is asked now and gets a reaction of the mentee.
    pub async fn question(&mut self, tandem: &Tandem, question: i64, emoji: &str) -> PostId {
        let now = self.now();
        let asked = questions::asked_add(&mut self.conn, tandem.id, question, None, now).await.unwrap();
        let subject = asked.unwrap().0;
        let post = posts::post_add(&mut self.conn, PostKind::Question, Some(tandem.id), subject, None);
        let post = post.await.unwrap();
        posts::mark_add(&mut self.conn, post, tandem.mentee, emoji).await.unwrap();
        post
    }

    /// The tandem whose room a channel is.
    pub async fn tandem_in(&mut self, room: ChannelId) -> Tandem {
        tandems::tandem_of_channel(&mut self.conn, room).await.unwrap().unwrap()
    }

    /// The account of a person.
    pub async fn user(&mut self, person: PersonId) -> UserId {
        people::person_get(&mut self.conn, person).await.unwrap().user
    }

    /// What waits to be made at Discord, oldest first: lane, effect, due time.
    pub async fn outbox(&mut self) -> Vec<(String, Effect, DateTime<Utc>)> {
        let rows = store::outbox::outbox_all(&mut self.conn).await.unwrap();
        rows.into_iter()
            .map(|(lane, effect, due_at)| (lane, serde_json::from_str(&effect).unwrap(), due_at))
            .collect()
    }

    /// The posts that wait, oldest first: kind, channel, due time.
    pub async fn posted(&mut self) -> Vec<(PostKind, Option<ChannelId>, DateTime<Utc>)> {
        let mut kinds = Vec::new();
        for (_, effect, due) in self.outbox().await {
            if let Effect::Post { post } = effect {
                let post = posts::post_get(&mut self.conn, post).await.unwrap();
                kinds.push((post.kind, post.channel, due));
            }
        }
        kinds
    }

    /// Takes everything as sent.
    pub async fn outbox_clear(&mut self) {
        store::exec_for_test(&mut self.conn, "DELETE FROM outbox").await.unwrap();
    }

    /// Changes one setting of the programme, as stored.
    pub async fn programme_set(&mut self, column: &str, value: &str) {
        let sql = format!("UPDATE programme SET {column} = '{value}'");
        store::exec_for_test(&mut self.conn, &sql).await.unwrap();
        self.programme = programmes::programme_get(&mut self.conn, self.programme.id).await.unwrap();
    }

    /// Whether these bytes stand anywhere in the file, or in its log beside it.
    pub fn file_holds(&self, bytes: &[u8]) -> bool {
        ["tandem.db", "tandem.db-wal"].iter().any(|name| {
            let read = std::fs::read(self.folder.path().join(name)).unwrap_or_default();
            read.windows(bytes.len()).any(|window| window == bytes)
        })
    }

    /// The whole database, table by table in the order of their names, row by row in the order of their numbers.
    pub async fn dump(&mut self) -> String {
        store::dump_for_test(&mut self.conn).await.unwrap()
    }
}

fn server() -> Server {
    Server {
        guild: GUILD,
        coordinator_role: Some(COORDINATORS),
        coach_role: None,
        coach_channel: None,
        digest_channel: Some(DIGEST),
        language: Language::En,
    }
}

fn programme() -> Programme {
    let starts_on = NaiveDate::from_ymd_opt(2027, 1, 4).unwrap();
    let draft = Programme::draft(GUILD, Template::Six, starts_on, LOBBY, DIGEST);
    Programme { name: "Pilot".into(), phase: Phase::Running, ..draft }
}

#[tokio::test]
async fn the_world_holds_one_open_tandem_and_nothing_to_send() {
    let mut world = World::new().await;
    let tandem = world.tandem_in(ROOM).await;
    assert_eq!(tandem.state, TandemState::Open);
    assert_eq!((world.user(tandem.mentor).await, world.user(tandem.mentee).await), (MENTOR, MENTEE));
    assert!(world.outbox().await.is_empty());
    assert!(world.dump().await.contains("tandem: id=1"));
    let before = world.call(MENTOR, ROOM);
    world.pass(Duration::days(1));
    let after = world.call(MENTOR, ROOM);
    assert_ne!(before.interaction, after.interaction);
    assert_eq!(after.now - before.now, Duration::days(1));
    assert!(!world.app.keyed(&[b"any"]).is_empty());
}
