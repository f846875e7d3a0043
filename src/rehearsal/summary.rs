//! A rehearsal in figures: counted in the local Discord and among the people's deeds, with the oracle's verdict.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::life::{Life, Tally};
use super::oracle::{self, Deed, Kind, Pair, Place, Post};
use super::theatre::Theatre;
use crate::domain::ids::ProgrammeId;
use crate::domain::programme::Phase;
use crate::store::erasing::accounts_all;
use crate::store::{outbox, programmes};

/// What `summary.json` holds.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Summary {
    /// What chance began with.
    pub seed: u64,
    /// The programme's template.
    pub template: String,
    /// Weeks of the programme.
    pub weeks: u32,
    /// Days from `/setup` to the last evening.
    pub simulated_days: i64,
    /// Seconds that it took.
    pub wall_seconds: f64,
    /// People who have enrolled; none where pairs were joined by hand.
    pub enrolled: usize,
    /// Those of them who were admitted.
    pub approved: usize,
    /// Pairs that met in speed networking.
    pub pairs_met: usize,
    /// Pairs that were asked.
    pub pairs_proposed: usize,
    /// Pairs of whom both wanted it.
    pub pairs_accepted: usize,
    /// Tandems whose room has opened.
    pub tandems_opened: usize,
    /// Tandems that have ended.
    pub tandems_ended: usize,
    /// Messages that stood in channels.
    pub messages: usize,
    /// Answers that one person alone saw.
    pub private_replies: usize,
    /// Guiding questions that were posted.
    pub questions_posted: usize,
    /// Tasks that were given.
    pub tasks_assigned: usize,
    /// Tasks whose last word is that it worked.
    pub tasks_worked: usize,
    /// Tasks whose last word is that it is stuck.
    pub tasks_stuck: usize,
    /// Meetings that were held.
    pub sessions_held: usize,
    /// Digests that were posted.
    pub digests: usize,
    /// Short surveys that somebody has answered to the end.
    pub surveys_answered: usize,
    /// Whether the programme was erased, and nobody of it is known any more.
    pub erased: bool,
    /// Texts and numbers of people that are left in the file after that.
    pub left_in_file: usize,
    /// Requests of the bot.
    pub requests: u64,
    /// Of these, refused with 429.
    pub rate_limited: u64,
    /// The most requests within any second of simulated time.
    pub max_in_any_second: u64,
    /// Answers to interactions that everybody could see.
    pub public_responses: u64,
    /// Requests for something that the local Discord does not have.
    pub unknown_routes: u64,
    /// Effects that could not be delivered.
    pub undeliverable: i64,
    /// Posts that the oracle missed.
    pub lost: usize,
    /// Posts that the oracle found once too often.
    pub doubled: usize,
    /// The oracle's findings, in words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<String>,
}

impl Summary {
    /// What must not be in a run and was, with how often, by its name in `summary.json`; nothing where the run is sound. How
    /// often Discord held the bot back is no part of it: that depends on how busy the machine is.
    #[must_use]
    pub fn breaches(&self, whole: bool) -> Vec<(&'static str, u64)> {
        let count = |found: usize| u64::try_from(found).unwrap_or(u64::MAX);
        let all = [
            ("lost", count(self.lost)),
            ("doubled", count(self.doubled)),
            ("undeliverable", self.undeliverable.unsigned_abs()),
            ("public_responses", self.public_responses),
            ("unknown_routes", self.unknown_routes),
            ("not erased", u64::from(whole && !self.erased)),
            ("left_in_file", if whole { count(self.left_in_file) } else { 0 }),
        ];
        all.into_iter().filter(|(_, found)| *found > 0).collect()
    }
}

/// Counts what there is at the end.
///
/// # Errors
/// Those of the database.
pub(super) async fn of(life: &Life<'_>, end: DateTime<Utc>) -> anyhow::Result<Summary> {
    let theatre = &life.theatre;
    let traffic = theatre.stage.sandbox.traffic();
    let seen = seen(life);
    let verdict = oracle::audit(&life.programme.clockwork, &theatre.deeds, &seen, end);
    let deeds = |wanted: fn(&Deed) -> bool| theatre.deeds.iter().filter(|done| wanted(&done.deed)).count();
    let posted = |wanted: Kind| seen.iter().filter(|post| post.kind == wanted).count();
    let last = |wanted: bool| life.last_words().filter(|said| *said == Some(wanted)).count();
    // What an erasure took along could not be delivered all the same.
    let undeliverable = undeliverable(theatre).await?.max(life.undelivered);
    let mut erased = false;
    if let Some(service) = &theatre.stage.service {
        let mut conn = service.bot.app.store.read().await?;
        let phase = programmes::programme_get(&mut conn, ProgrammeId(1)).await?.phase;
        let left = accounts_all(&mut conn).await?;
        erased = phase == Phase::Erased && left.is_empty();
    }
    let Tally { enrolled, approved, proposed, accepted, surveys } = life.cohort.tally;
    let finding =
        |what: &str, post: &Post| format!("{what}: {:?} in {:?} at {}", post.kind, post.place, post.at);
    let findings = verdict.lost.iter().map(|post| finding("lost", post));
    let findings = findings.chain(verdict.doubled.iter().map(|post| finding("doubled", post)));
    Ok(Summary {
        template: life.programme.template.clone(),
        enrolled,
        approved,
        pairs_met: life.cohort.gathering.met,
        pairs_proposed: proposed,
        pairs_accepted: accepted,
        surveys_answered: surveys,
        erased,
        tandems_opened: deeds(|deed| *deed == Deed::Opened),
        tandems_ended: deeds(|deed| *deed == Deed::Ended),
        messages: theatre.archive.messages.len(),
        private_replies: theatre.whispers.iter().filter(|one| one.reply.is_some()).count(),
        questions_posted: posted(Kind::Question),
        sessions_held: deeds(|deed| matches!(deed, Deed::Met { .. })),
        tasks_assigned: deeds(|deed| matches!(deed, Deed::Assigned { .. })),
        tasks_worked: last(true),
        tasks_stuck: last(false),
        digests: posted(Kind::Digest),
        requests: traffic.requests,
        rate_limited: traffic.rate_limited,
        max_in_any_second: traffic.max_in_any_second,
        public_responses: traffic.public_responses,
        unknown_routes: traffic.unknown_routes,
        undeliverable,
        lost: verdict.lost.len(),
        doubled: verdict.doubled.len(),
        findings: findings.collect(),
        ..Summary::default()
    })
}

/// How much could not be delivered so far.
///
/// # Errors
/// Those of the database.
pub(super) async fn undeliverable(theatre: &Theatre) -> anyhow::Result<i64> {
    let Some(service) = &theatre.stage.service else { return Ok(0) };
    let mut conn = service.bot.app.store.read().await?;
    let rows = outbox::outbox_undeliverable(&mut conn, ProgrammeId(1)).await?;
    Ok(rows.iter().map(|(_, count)| count).sum())
}

/// The bot's posts, as the oracle reads them.
fn seen(life: &Life<'_>) -> Vec<Post> {
    let theatre = &life.theatre;
    let bot = theatre.stage.sandbox.world().bot();
    let posts =
        theatre.archive.messages.values().filter(|message| message.author == bot && message.kind == 0);
    posts
        .map(|message| {
            let tandem = life.memories.iter().position(|one| one.room == Some(message.channel));
            let place = match tandem {
                Some(tandem) => Place::Room(tandem),
                None if message.channel == theatre.office => Place::Office,
                None if message.channel == theatre.desk => Place::Desk,
                None if life.cohort.lounge == Some(message.channel) => Place::Lounge,
                None if life.cohort.gathering.places.contains_key(&message.channel) => {
                    life.cohort.gathering.places[&message.channel]
                }
                None => Place::Lobby,
            };
            let pair = tandem.map(|tandem| Pair {
                people: [0, 1].map(|side| theatre.pairs[tandem][side].id),
                tasks: u32::try_from(life.memories[tandem].tasks.len()).unwrap_or(u32::MAX),
            });
            let spoken = tandem.and_then(|tandem| life.memories[tandem].language).unwrap_or(life.language);
            let kind = oracle::read(spoken, place, pair, message);
            Post { place, kind, at: message.at }
        })
        .chain(direct(life, bot))
        .collect()
}

/// The direct messages to those who ticked them.
fn direct(life: &Life<'_>, bot: u64) -> Vec<Post> {
    let theatre = &life.theatre;
    let mut found = Vec::new();
    for done in &theatre.deeds {
        let Deed::Ticked { person, .. } = done.deed else { continue };
        let messages = theatre.stage.sandbox.direct_messages(person);
        found.extend(messages.into_iter().filter(|message| message.author == bot).map(|message| Post {
            place: Place::Direct(person),
            kind: Kind::Pointer,
            at: message.at,
        }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_sound_only_if_nothing_happened_that_must_not() {
        let sound = || Summary { erased: true, rate_limited: 7, tasks_stuck: 3, ..Summary::default() };
        assert!(sound().breaches(true).is_empty());
        let spoilt = [
            Summary { lost: 1, ..sound() },
            Summary { doubled: 2, ..sound() },
            Summary { undeliverable: 3, ..sound() },
            Summary { public_responses: 4, ..sound() },
            Summary { unknown_routes: 5, ..sound() },
            Summary { erased: false, ..sound() },
            Summary { left_in_file: 6, ..sound() },
        ];
        let of = |whole: bool| {
            spoilt.iter().flat_map(|one| one.breaches(whole)).map(|(name, _)| name).collect::<Vec<_>>()
        };
        let always = ["lost", "doubled", "undeliverable", "public_responses", "unknown_routes"];
        assert_eq!(of(false), always, "what is not played whole is not erased");
        assert_eq!(of(true), [&always[..], &["not erased", "left_in_file"]].concat());
    }
}
