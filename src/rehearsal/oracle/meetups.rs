//! Speed networking, by the oracle's own reckoning: sittings of at most 96 people, 55 minutes apart; a round begins when it is
//! time for it and as long as two people are there who could meet and have not; it rings four minutes after everybody has
//! come to where they belong, and half a minute later the next round begins, up to eight.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, Utc};

use super::{Deed, Done, Kind, Place, Post};

/// People in one sitting, and from one to the next.
const PEOPLE: usize = 96;
const APART: Duration = Duration::minutes(55);
/// The halls of later sittings open so long before they begin.
const OPENS_BEFORE: Duration = Duration::minutes(5);
const ROUNDS: u32 = 8;
/// A change of rooms takes a minute at most; then people talk, and half a minute before the end it rings.
const CHANGE: Duration = Duration::seconds(60);
const TALK: Duration = Duration::seconds(270);
const BELL: Duration = Duration::seconds(30);
/// As long as nobody can meet anybody it is looked again that often, for so long.
const LOOK: Duration = Duration::seconds(30);
const WAITS: Duration = Duration::minutes(15);

/// What all sittings bring.
#[derive(Debug, Default)]
pub(super) struct Sittings {
    /// In their halls and rooms.
    pub(super) posts: Vec<Post>,
    /// Who is asked afterwards, under *My place*, whom they would like to be with, and when.
    pub(super) asked: Vec<(DateTime<Utc>, u64)>,
}

/// What all sittings bring.
pub(super) fn sittings(deeds: &[Done]) -> Sittings {
    let mut all = Sittings::default();
    let started = deeds.iter().find_map(|done| match done.deed {
        Deed::MeetupStarted { begins, people } => Some((done.at, begins, people)),
        _ => None,
    });
    let Some((opened, begins, people)) = started else { return all };
    let stopped = deeds.iter().find(|done| done.deed == Deed::MeetupStopped).map(|done| done.at);
    let count = u32::try_from(people.div_ceil(PEOPLE)).unwrap_or(u32::MAX);
    let mut starts = begins;
    for number in 1..=count {
        let opens = if number == 1 { opened } else { starts - OPENS_BEFORE };
        if stopped.is_none_or(|at| opens < at) {
            Sitting { number, deeds, stopped }.play(opens, starts, &mut all);
        }
        starts += APART;
    }
    all
}

struct Sitting<'a> {
    number: u32,
    deeds: &'a [Done],
    stopped: Option<DateTime<Utc>>,
}

impl Sitting<'_> {
    fn play(&self, opens: DateTime<Utc>, starts: DateTime<Utc>, all: &mut Sittings) {
        let hall = Place::Hall(self.number);
        all.posts.push(Post { place: hall, kind: Kind::MeetupLobby, at: opens });
        let (mut begins, mut met) = (starts, BTreeSet::new());
        let goes_on = |at: DateTime<Utc>| self.stopped.is_none_or(|stopped| at < stopped);
        for round in 1..=ROUNDS {
            while !self.could_meet(begins) && begins < starts + WAITS && goes_on(begins) {
                begins += LOOK;
            }
            if !self.could_meet(begins) || !goes_on(begins) {
                break;
            }
            all.posts.push(Post { place: hall, kind: Kind::MeetupRound(round), at: begins });
            let placed = self.placed(round).map_or(begins + CHANGE, |at| at.clamp(begins, begins + CHANGE));
            let rings = placed + TALK - BELL;
            for (room, both) in self.rooms(round) {
                let place = Place::Booth(self.number, room);
                all.posts.push(Post { place, kind: Kind::MeetupRoom(round), at: begins });
                all.posts.extend(goes_on(rings).then_some(Post { place, kind: Kind::MeetupBell, at: rings }));
                met.extend(both.into_iter().flatten().filter(|person| self.looks_for_a_mentor(*person)));
            }
            begins = placed + TALK;
        }
        let over = self.stopped.map_or(begins, |at| at.min(begins));
        all.posts.push(Post { place: hall, kind: Kind::MeetupOver, at: over });
        all.asked.extend(met.into_iter().map(|person| (over, person)));
    }

    /// When everybody had come to where they belong in a round.
    fn placed(&self, wanted: u32) -> Option<DateTime<Utc>> {
        let of = Deed::InPlace { sitting: self.number, round: wanted };
        self.deeds.iter().find(|done| done.deed == of).map(|done| done.at)
    }

    /// The rooms of a round, and the two who came together there.
    fn rooms(&self, wanted: u32) -> Vec<(u32, Option<[u64; 2]>)> {
        let found = self.deeds.iter().filter_map(|done| match done.deed {
            Deed::InRoom { sitting, round, room, two, met } => {
                (sitting == self.number && round == wanted).then_some((room, met.then_some(two)))
            }
            _ => None,
        });
        found.collect()
    }

    /// Whether somebody takes part as a mentee: mentors are asked nothing afterwards.
    fn looks_for_a_mentor(&self, who: u64) -> bool {
        self.deeds
            .iter()
            .any(|done| matches!(done.deed, Deed::Came { person, sides: [_, true], .. } if person == who))
    }

    /// Whether two people are there at a moment who have something to meet for, and have not met.
    fn could_meet(&self, at: DateTime<Utc>) -> bool {
        let mut there: Vec<(u64, [bool; 2])> = Vec::new();
        let mut met: BTreeSet<[u64; 2]> = BTreeSet::new();
        for done in self.deeds.iter().filter(|done| done.at <= at) {
            match done.deed {
                Deed::Came { sitting, person, sides } if sitting == self.number => {
                    there.push((person, sides));
                }
                Deed::Went { person } => there.retain(|(one, _)| *one != person),
                Deed::InRoom { two: [one, other], met: true, .. } => {
                    met.extend([[one, other], [other, one]]);
                }
                _ => {}
            }
        }
        there.iter().any(|(one, [mentors, _])| {
            let others = there.iter().filter(|(other, [_, mentees])| *mentees && other != one);
            *mentors && others.into_iter().any(|(other, _)| !met.contains(&[*one, *other]))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        format!("2026-12-18T{text}Z").parse().unwrap()
    }

    /// Two mentors and two mentees, who have all met after two rounds; 97 were invited.
    fn morning() -> Vec<Done> {
        let of = |text: &str, deed| Done { at: at(text), tandem: None, deed };
        let came = |person: u64| Deed::Came { sitting: 1, person, sides: [person < 3, person > 2] };
        let in_room = |round, room, two, met| Deed::InRoom { sitting: 1, round, room, two, met };
        let mut deeds = vec![of("08:25:00", Deed::MeetupStarted { begins: at("08:30:00"), people: 97 })];
        deeds.extend((1..=4).map(|person| of("08:26:00", came(person))));
        deeds.extend([
            of("08:30:20", Deed::InPlace { sitting: 1, round: 1 }),
            of("08:30:20", in_room(1, 1, [1, 3], true)),
            of("08:30:20", in_room(1, 2, [2, 4], true)),
            of("08:35:05", Deed::InPlace { sitting: 1, round: 2 }),
            of("08:35:05", in_room(2, 1, [2, 3], true)),
            of("08:35:05", in_room(2, 2, [1, 4], true)),
        ]);
        deeds
    }

    fn told(deeds: &[Done]) -> Vec<String> {
        let mut posts = sittings(deeds).posts;
        posts.sort_by_key(|post| post.at);
        posts
            .iter()
            .map(|post| format!("{} {:?} {:?}", post.at.format("%T"), post.place, post.kind))
            .collect()
    }

    #[test]
    fn rounds_follow_each_other_as_long_as_somebody_can_meet_somebody_new() {
        let deeds = morning();
        assert_eq!(
            told(&deeds),
            [
                "08:25:00 Hall(1) MeetupLobby",
                "08:30:00 Hall(1) MeetupRound(1)",
                "08:30:00 Booth(1, 1) MeetupRoom(1)",
                "08:30:00 Booth(1, 2) MeetupRoom(1)",
                "08:34:20 Booth(1, 1) MeetupBell",
                "08:34:20 Booth(1, 2) MeetupBell",
                "08:34:50 Hall(1) MeetupRound(2)",
                "08:34:50 Booth(1, 1) MeetupRoom(2)",
                "08:34:50 Booth(1, 2) MeetupRoom(2)",
                "08:39:05 Booth(1, 1) MeetupBell",
                "08:39:05 Booth(1, 2) MeetupBell",
                // The second sitting, to which nobody comes.
                "08:45:05 Hall(1) MeetupOver",
                "09:20:00 Hall(2) MeetupLobby",
                "09:40:00 Hall(2) MeetupOver",
            ]
        );
        let asked = [(at("08:45:05"), 3), (at("08:45:05"), 4)];
        assert_eq!(sittings(&deeds).asked, asked, "mentees, and nobody of the second sitting");
    }

    #[test]
    fn who_leaves_meets_nobody_and_what_is_stopped_rings_no_more() {
        let mut deeds = morning();
        deeds.truncate(8);
        for person in [1, 4] {
            deeds.push(Done { at: at("08:32:00"), tandem: None, deed: Deed::Went { person } });
        }
        deeds.push(Done { at: at("08:36:00"), tandem: None, deed: Deed::MeetupStopped });
        let posts = told(&deeds);
        assert_eq!(
            posts[posts.len() - 2..],
            ["08:34:50 Hall(1) MeetupRound(2)", "08:36:00 Hall(1) MeetupOver"],
            "two are left who have not met, and no other sitting comes"
        );
        deeds.insert(9, Done { at: at("08:33:00"), tandem: None, deed: Deed::Went { person: 2 } });
        assert!(!told(&deeds).iter().any(|post| post.contains("MeetupRound(2)")), "one is left");
    }
}
