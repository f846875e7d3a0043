//! Speed networking, in programmes that begin with it: the coordinator plans it, invites, opens the hall and stops it in the
//! end; people come, walk over to their rooms or wait to be taken there, one comes late, one leaves early, and afterwards
//! they name whom they would like to be with.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, Utc};
use serde_json::json;

use super::whole::{Chapter, Comes};
use super::{Character, Life, has_button};
use crate::locales::say;
use crate::rehearsal::oracle::{self, Deed, Kind, Place};
use crate::rehearsal::theatre::{Act, Whisper};
use crate::rehearsal::walk::values_of;
use crate::sandbox::people;
use crate::sandbox::view::MessageView;

/// The template that begins with it.
const TEMPLATE: &str = "year";
/// Days before the first one on which it is planned, and on which it takes place.
const PLANNED: i64 = 27;
const TAKES_PLACE: i64 = 24;
/// The hall of the first sitting is opened so long before it begins; those after it open by themselves.
const EARLY: Duration = Duration::minutes(5);
/// People look around that often.
const LOOK: Duration = Duration::seconds(10);
/// People in one sitting.
const IN_A_SITTING: usize = 96;
/// Who comes late comes so long after the beginning.
const LATE: Duration = Duration::seconds(450);
/// Whoever leaves early does it in this round.
const LEFT_IN: u32 = 3;
/// In this round of the last sitting it is stopped, so long after everybody has come into their room.
const STOPPED_IN: u32 = 7;
const STOPPED_AFTER: Duration = Duration::seconds(60);
/// One in so many waits to be taken to their room.
const WAITS: usize = 6;
/// Voice channels, and overwrites of members, at Discord.
const VOICE: u8 = 2;
const MEMBER: u8 = 1;

/// What belongs to it.
#[derive(Debug, Clone)]
pub(super) enum Scene {
    Plan,
    Start,
    Look,
    Favourites { who: usize },
}

/// How it goes on.
#[derive(Debug, Default)]
pub(in crate::rehearsal) struct Gathering {
    /// The halls and rooms there ever were.
    pub(in crate::rehearsal) places: BTreeMap<u64, Place>,
    /// How many pairs have met.
    pub(in crate::rehearsal) met: usize,
    /// How many sittings there are.
    sittings: u32,
    /// Which of them is on, or was last.
    number: u32,
    hall: Option<Hall>,
    /// What the coordinator looks at.
    stand: Option<MessageView>,
}

/// A sitting that is on.
#[derive(Debug)]
struct Hall {
    channel: u64,
    /// Who is invited into it, with the moment at which they come.
    guests: Vec<(u64, Option<DateTime<Utc>>)>,
    /// Whoever leaves early.
    leaver: Option<u64>,
    round: u32,
    told: DateTime<Utc>,
    /// When everybody was in place, in the present round.
    placed: Option<DateTime<Utc>>,
    /// Where people were when somebody looked last, when that was, and when that had changed last, at the earliest.
    there: BTreeMap<u64, u64>,
    looked: DateTime<Utc>,
    changed: DateTime<Utc>,
}

impl Life<'_> {
    /// When it happens, where the programme begins with it.
    pub(super) fn plan_meetup(&mut self) {
        if self.programme.template != TEMPLATE {
            return;
        }
        let before = |days| self.programme.start - Duration::days(days);
        let (planned, begins) = (self.clock(before(PLANNED), 11, 0), self.clock(before(TAKES_PLACE), 9, 30));
        self.chapter(planned, Chapter::Meetup(Scene::Plan));
        self.chapter(begins - EARLY, Chapter::Meetup(Scene::Start));
    }

    pub(super) async fn meetup(&mut self, scene: Scene) -> anyhow::Result<()> {
        match scene {
            Scene::Plan => self.plan_and_invite().await,
            Scene::Start => self.open_hall().await,
            Scene::Look => self.look_around().await,
            Scene::Favourites { who } => self.name_favourites(who).await,
        }
    }

    /// The coordinator looks at the plan and invites everybody.
    async fn plan_and_invite(&mut self) -> anyhow::Result<()> {
        let (coordinator, office) = (self.theatre.coordinator, self.theatre.office);
        let day = self.programme.start - Duration::days(TAKES_PLACE);
        let options = json!({ "when": self.typed_moment(self.clock(day, 9, 30)) });
        let plan = self.theatre.command(coordinator, office, "coordination meetup plan", options).await?;
        if has_button(&plan, "meetup-invite") {
            self.theatre.press(coordinator, &plan, "meetup-invite").await?;
            self.theatre.note(None, Deed::MeetupInvited);
            let invited = self.cohort.members.iter().filter(|one| one.enrolled && !one.unwanted);
            let invited: Vec<u64> = invited.map(|one| one.person.id).collect();
            self.note_waits(self.theatre.now(), &invited);
        }
        Ok(())
    }

    /// The coordinator opens the hall; from then on people look around.
    async fn open_hall(&mut self) -> anyhow::Result<()> {
        let (coordinator, office) = (self.theatre.coordinator, self.theatre.office);
        let stand = self.theatre.command(coordinator, office, "coordination meetup start", json!({})).await?;
        if !has_button(&stand, "meetup-look") {
            return Ok(());
        }
        self.cohort.gathering.stand = Some(stand);
        let takes_part = |one: &&super::whole::Member| one.enrolled && !one.unwanted && !one.gone;
        let people = self.cohort.members.iter().filter(takes_part).count();
        let begins = self.theatre.now() + EARLY;
        self.theatre.note(None, Deed::MeetupStarted { begins, people });
        self.cohort.gathering.sittings = u32::try_from(people.div_ceil(IN_A_SITTING)).unwrap_or(u32::MAX);
        self.chapter(self.theatre.now() + LOOK, Chapter::Meetup(Scene::Look));
        Ok(())
    }

    /// Everybody looks where they are, and where they are to be.
    async fn look_around(&mut self) -> anyhow::Result<()> {
        let now = self.theatre.now();
        let (hall, rooms) = self.voice_channels();
        if hall != self.cohort.gathering.hall.as_ref().map(|one| one.channel) {
            if let Some(over) = self.cohort.gathering.hall.take() {
                self.plan_favourites(&over);
            }
            if let Some(channel) = hall {
                self.enter(channel);
            }
        }
        let mut gathering = std::mem::take(&mut self.cohort.gathering);
        if let Some(hall) = &mut gathering.hall {
            for (number, room) in &rooms {
                gathering.places.insert(*room, Place::Booth(gathering.number, *number));
            }
            let channels = rooms.values().copied().chain([hall.channel]);
            self.theatre.archive.capture_channels(&self.theatre.stage.sandbox, self.theatre.owner, channels);
            self.in_hall(gathering.number, hall, &rooms).await?;
            hall.looked = now;
        }
        let met = self.met_now(&mut gathering, &rooms);
        gathering.met += met;
        self.cohort.gathering = gathering;
        self.coordinate().await?;
        let gathering = &self.cohort.gathering;
        if gathering.hall.is_some() || gathering.number < gathering.sittings {
            self.chapter(now + LOOK, Chapter::Meetup(Scene::Look));
        }
        Ok(())
    }

    /// The hall that is open, and the rooms by their numbers.
    fn voice_channels(&self) -> (Option<u64>, BTreeMap<u32, u64>) {
        let hall = say(self.language, "meetup-lobby-channel").text();
        let room = |number: u32| say(self.language, "meetup-room-channel").with("number", number).text();
        let world = self.theatre.stage.sandbox.world();
        let voice = world.channels.values().filter(|one| one.kind == VOICE);
        let by_name: BTreeMap<&str, u64> = voice.map(|one| (one.name.as_str(), one.id)).collect();
        let rooms = (1..).map_while(|number| Some((number, *by_name.get(room(number).as_str())?)));
        (by_name.get(hall.as_str()).copied(), rooms.collect())
    }

    /// The two whom a room shows itself to, if anybody.
    fn invited_into(&self, channel: u64) -> Vec<u64> {
        let world = self.theatre.stage.sandbox.world();
        let bot = world.bot();
        let own = world.channels.get(&channel).into_iter().flat_map(|one| &one.overwrites);
        own.filter(|one| one.kind == MEMBER && one.id != bot).map(|one| one.id).collect()
    }

    /// Where everybody is who is in voice.
    fn in_voice(&self) -> BTreeMap<u64, u64> {
        let world = self.theatre.stage.sandbox.world();
        let voice = world.guilds.get(&self.theatre.guild).into_iter().flat_map(|guild| guild.voice.values());
        voice.map(|one| (one.user, one.channel)).collect()
    }

    /// A hall has opened: who comes into it, and when.
    fn enter(&mut self, channel: u64) {
        let now = self.theatre.now();
        self.cohort.gathering.number += 1;
        let begins = self.begins(channel).unwrap_or(now + EARLY);
        let mut guests: Vec<(u64, Option<DateTime<Utc>>)> = Vec::new();
        for person in self.invited_into(channel) {
            let silent = self.member(person).is_none_or(|one| one.person.character == Character::Silent);
            let seconds = i64::try_from(guests.len() * 13 % 230).unwrap_or_default();
            guests.push((person, (!silent).then_some(now + Duration::seconds(seconds))));
        }
        let mut coming = guests.iter_mut().filter(|(_, comes)| comes.is_some());
        if let Some((_, comes)) = coming.nth(3) {
            *comes = Some(begins + LATE);
        }
        let leaver = coming.nth(2).map(|(person, _)| *person);
        let number = self.cohort.gathering.number;
        self.cohort.gathering.places.insert(channel, Place::Hall(number));
        self.cohort.gathering.hall = Some(Hall {
            channel,
            guests,
            leaver,
            round: 0,
            told: now,
            placed: None,
            there: BTreeMap::new(),
            looked: now,
            changed: now,
        });
    }

    /// When a sitting begins, as its hall says.
    fn begins(&self, hall: u64) -> Option<DateTime<Utc>> {
        self.theatre.posts(hall).iter().find_map(|post| super::meetings::moment_in(&post.content))
    }

    /// People come and go, and walk over to the room that calls them.
    async fn in_hall(
        &mut self,
        sitting: u32,
        hall: &mut Hall,
        rooms: &BTreeMap<u32, u64>,
    ) -> anyhow::Result<()> {
        let now = self.theatre.now();
        for (person, comes) in &mut hall.guests {
            if comes.is_some_and(|at| at <= now) {
                *comes = None;
                let deed = people::Deed::JoinVoice { channel: hall.channel };
                self.theatre.stage.act(*person, deed).await?;
                self.seen_in_voice(hall.channel, *person, Act::Voice(true));
                let sides = self.sides(*person);
                self.theatre.note(None, Deed::Came { sitting, person: *person, sides });
                hall.changed = now;
            }
        }
        let rounds = self.theatre.posts(hall.channel).into_iter().filter_map(|post| {
            match oracle::read(self.language, Place::Hall(sitting), None, &post) {
                Kind::MeetupRound(round) => Some((round, post.at)),
                _ => None,
            }
        });
        if let Some((round, told)) = rounds.max().filter(|(round, _)| *round > hall.round) {
            (hall.round, hall.told, hall.placed) = (round, told, None);
        }
        let there = self.in_voice();
        if there != hall.there {
            hall.changed = hall.changed.max(hall.looked);
        }
        if hall.round > 0 && hall.placed.is_none() {
            self.walk_over(sitting, hall, rooms).await?;
        }
        hall.there = self.in_voice();
        if hall.leaver.is_some() && hall.round == LEFT_IN && hall.placed.is_some_and(|at| at < now) {
            let Some(person) = hall.leaver.take() else { return Ok(()) };
            let guild = self.theatre.guild;
            self.theatre.stage.act(person, people::Deed::LeaveVoice { guild }).await?;
            self.seen_in_voice(hall.channel, person, Act::Voice(false));
            self.theatre.note(None, Deed::Went { person });
        }
        Ok(())
    }

    /// Everybody sees who comes and who goes.
    fn seen_in_voice(&mut self, channel: u64, person: u64, deed: Act) {
        let at = self.theatre.now();
        self.theatre.whispers.push(Whisper { at, channel, person, deed, reply: None, form: None });
    }

    /// Whoever is called by a room goes there, or waits to be taken.
    async fn walk_over(
        &mut self,
        sitting: u32,
        hall: &Hall,
        rooms: &BTreeMap<u32, u64>,
    ) -> anyhow::Result<()> {
        let there = self.in_voice();
        for (number, room) in rooms {
            let calls = self.theatre.posts(*room).into_iter().find(|post| {
                let kind = oracle::read(self.language, Place::Booth(sitting, *number), None, post);
                kind == Kind::MeetupRoom(hall.round)
            });
            for person in calls.into_iter().flat_map(|post| post.pings) {
                let place = hall.guests.iter().position(|(one, _)| *one == person).unwrap_or(0);
                let waits = (place + hall.round as usize).is_multiple_of(WAITS);
                if there.get(&person).is_some_and(|at| at != room) && !waits {
                    self.theatre.stage.act(person, people::Deed::JoinVoice { channel: *room }).await?;
                }
            }
        }
        Ok(())
    }

    /// Whether everybody is in place by now; then it is noted who meets, and counted.
    fn met_now(&mut self, gathering: &mut Gathering, rooms: &BTreeMap<u32, u64>) -> usize {
        let (now, sitting) = (self.theatre.now(), gathering.number);
        let Some(hall) = gathering.hall.as_mut().filter(|one| one.round > 0 && one.placed.is_none()) else {
            return 0;
        };
        // Rooms show themselves one after another.
        if now < hall.told + Duration::seconds(15) {
            return 0;
        }
        let pairs: BTreeMap<u32, Vec<u64>> =
            rooms.iter().map(|(number, room)| (*number, self.invited_into(*room))).collect();
        let belongs: BTreeMap<u64, u64> = pairs
            .iter()
            .flat_map(|(number, two)| two.iter().map(|person| (*person, rooms[number])))
            .collect();
        let in_place =
            |(person, at): (&u64, &u64)| *at == belongs.get(person).copied().unwrap_or(hall.channel);
        let all = hall.there.iter().all(in_place);
        if !all && now < hall.told + Duration::seconds(70) {
            return 0;
        }
        let (round, at) = (hall.round, if all { hall.changed.max(hall.told) } else { now });
        hall.placed = Some(now);
        let mut met = 0;
        self.theatre.note_at(at, None, Deed::InPlace { sitting, round });
        for (room, two) in pairs {
            let Ok(two) = <[u64; 2]>::try_from(two) else { continue };
            let both = two.iter().all(|person| hall.there.get(person) == belongs.get(person));
            met += usize::from(both);
            self.theatre.note_at(at, None, Deed::InRoom { sitting, round, room, two, met: both });
        }
        met
    }

    /// The coordinator looks how it goes, and stops the last sitting before its last round.
    async fn coordinate(&mut self) -> anyhow::Result<()> {
        let now = self.theatre.now();
        let (coordinator, office) = (self.theatre.coordinator, self.theatre.office);
        let gathering = &mut self.cohort.gathering;
        let Some(hall) = &gathering.hall else { return Ok(()) };
        if hall.round == 2 && gathering.stand.is_some() {
            if let Some(stand) = gathering.stand.take() {
                self.theatre.press(coordinator, &stand, "meetup-look").await?;
            }
            return Ok(());
        }
        let stops = gathering.number == gathering.sittings
            && hall.round == STOPPED_IN
            && hall.placed.is_some_and(|at| (at + STOPPED_AFTER..at + STOPPED_AFTER + LOOK).contains(&now));
        if stops {
            let asked =
                self.theatre.command(coordinator, office, "coordination meetup stop", json!({})).await?;
            self.theatre.press(coordinator, &asked, "meetup-stop").await?;
            self.theatre.note(None, Deed::MeetupStopped);
        }
        Ok(())
    }

    /// Whoever was there says within a day or two whom they would like to be with.
    fn plan_favourites(&mut self, over: &Hall) {
        let came: BTreeSet<u64> = over.there.keys().copied().collect();
        for who in 0..self.cohort.members.len() {
            let member = &self.cohort.members[who];
            if came.contains(&member.person.id) && member.comes == Comes::InTime && self.chance(80) {
                let at = self.in_days(0..=2);
                self.chapter(at, Chapter::Meetup(Scene::Favourites { who }));
            }
        }
    }

    /// Names up to three, or nobody.
    async fn name_favourites(&mut self, who: usize) -> anyhow::Result<()> {
        let place = self.my_place(who).await?;
        if !has_button(&place, "favourites") {
            return Ok(());
        }
        let person = self.cohort.members[who].person.id;
        let asked = self.theatre.press(person, &place, "favourites").await?;
        let mut left = values_of(&asked, "favourites-name");
        let mut named = Vec::new();
        for _ in 0..self.rng.usize(0..=3).min(left.len()) {
            named.push(left.swap_remove(self.rng.usize(..left.len())));
        }
        if named.is_empty() {
            return self.theatre.press(person, &asked, "favourites-none").await.map(drop);
        }
        self.theatre.choose_all(person, &asked, "favourites-name", &named).await.map(drop)
    }
}
