//! What ever was in a life: each message that was posted, each state of each channel, and who could see it at that
//! moment. A fault that lasted for an instant is as wrong as one that stays.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, Utc};
use tandem::discord::button::Button;
use tandem::domain::ids::SurveyId;
use tandem::domain::post::PostKind;
use tandem::domain::survey::Step;
use tandem::sandbox::chronicle::{Entry, What};
use tandem::sandbox::ids::time_of;
use tandem::sandbox::state::message::Message;

use super::checks::{Life, Wrong};
use super::kinds::{Times, nature};
use super::stored::Tandem;
use crate::company::german;

/// Discord's flag of a message that makes no sound.
const SILENT: u64 = 1 << 12;
/// So long before a post a deed may lie that it answers: a night, and some trouble.
const ANSWERS: Duration = Duration::days(2);

/// All of it.
pub fn all(life: &Life) -> Wrong {
    let mut wrong = Wrong::new();
    wrong.extend(nobody_else_ever_saw(life));
    wrong.extend(nobody_reads_others_words(life));
    wrong.extend(nothing_was_doubled(life));
    wrong.extend(nobody_was_asked_twice(life));
    wrong.extend(nobody_was_asked_twice_in_private(life));
    wrong.extend(no_question_came_again(life));
    wrong.extend(every_pause_was_kept(life));
    wrong.extend(nobody_was_disturbed(life));
    wrong
}

/// The bot's posts in channels of the server, with the moment's entry; private replies apart.
pub fn posted(life: &Life) -> impl Iterator<Item = (&Entry, &Message)> {
    life.history.iter().filter_map(|entry| match &entry.what {
        What::Posted(message) => {
            let ours = message.author == life.bot && message.kind == 0 && message.ephemeral_for.is_none();
            (ours && !is_direct(life, entry)).then_some((entry, message))
        }
        _ => None,
    })
}

/// Direct messages are the only ones whose channel was never a server's.
fn is_direct(life: &Life, entry: &Entry) -> bool {
    !life.channels.contains_key(&entry.channel)
        && !life
            .history
            .iter()
            .any(|one| one.channel == entry.channel && matches!(one.what, What::Channel(_)))
}

fn room_of(life: &Life, channel: u64) -> Option<&Tandem> {
    life.stored.tandems.iter().find(|tandem| tandem.channel == Some(channel))
}

/// Whether somebody is or was one of a tandem's two, also when their data are erased since.
fn were_in(life: &Life, tandem: &Tandem, person: u64) -> bool {
    tandem.two.contains(&person) || life.known.two.get(&tandem.id).is_some_and(|two| two.contains(&person))
}

/// No room was ever seen by a third person, not even for an instant.
fn nobody_else_ever_saw(life: &Life) -> Wrong {
    let mut wrong = Wrong::new();
    for entry in &life.history {
        let Some(tandem) = room_of(life, entry.channel) else { continue };
        let others: Vec<&u64> =
            entry.seen_by.iter().filter(|one| **one != life.owner && !were_in(life, tandem, **one)).collect();
        if !others.is_empty() {
            wrong.push(format!("room {} was seen by {others:?} at {}", tandem.id, entry.at));
        }
    }
    wrong
}

/// What somebody wrote to the bot is read by the two of their tandems and, where it is passed on, by coordinators.
fn nobody_reads_others_words(life: &Life) -> Wrong {
    let may_read = |whose: u64, reader: u64| {
        let partners = life.stored.tandems.iter().filter(|tandem| were_in(life, tandem, whose));
        reader == whose
            || reader == life.owner
            || life.coordinators.contains(&reader)
            || partners.into_iter().any(|tandem| were_in(life, tandem, reader))
    };
    let signs = |text: &str| {
        let found = life.deeds.signs.iter().filter(|(sign, _)| text.contains(sign.as_str()));
        found.map(|(_, whose)| *whose).collect::<Vec<u64>>()
    };
    let mut wrong = Wrong::new();
    for entry in &life.history {
        let (What::Posted(message) | What::Edited(message)) = &entry.what else { continue };
        if message.author != life.bot {
            continue;
        }
        let text = format!("{} {:?} {:?}", message.content, message.embeds, message.components);
        let readers: Vec<u64> = match message.ephemeral_for {
            Some(only) => vec![only],
            None => entry.seen_by.iter().copied().collect(),
        };
        for whose in signs(&text) {
            for reader in readers.iter().filter(|reader| !may_read(whose, **reader)) {
                wrong.push(format!("{reader} reads what {whose} wrote: {text}"));
            }
        }
    }
    for (reader, text) in &life.deeds.shown {
        for whose in signs(text).into_iter().filter(|whose| !may_read(*whose, *reader)) {
            wrong.push(format!("{reader} is shown what {whose} wrote: {text}"));
        }
    }
    wrong
}

/// Posts that are gone in a life in which somebody had everything about them erased: the bot forgets a post with what it
/// quoted, also one that was made and taken back between two looks.
pub fn withdrawn(life: &Life) -> BTreeSet<u64> {
    if life.deeds.pressed.iter().all(|pressed| pressed.button != "erase-confirm") {
        return BTreeSet::new();
    }
    let gone = life.history.iter().filter_map(|entry| match &entry.what {
        What::Deleted(message) if message.author == life.bot => Some(message.id),
        _ => None,
    });
    gone.collect()
}

/// Each post that ever was is one that the bot knows as its own: one that it made twice is known once.
fn nothing_was_doubled(life: &Life) -> Wrong {
    let bound: BTreeSet<u64> = life.stored.posts.iter().filter_map(|post| post.message).collect();
    let withdrawn = withdrawn(life);
    let strange = posted(life).filter(|(_, one)| {
        !bound.contains(&one.id) && !life.known.posts.contains(&one.id) && !withdrawn.contains(&one.id)
    });
    strange
        .map(|(entry, one)| {
            format!("nobody knows of this post of {}: {:?} {:?}", entry.at, one.content, one.embeds)
        })
        .collect()
}

/// What a post is about: of which kind, in which tandem, of which row.
type About = (PostKind, Option<i64>, i64);

/// No kind came more often for one thing than it may.
fn nobody_was_asked_twice(life: &Life) -> Wrong {
    let mut times: BTreeMap<About, Vec<DateTime<Utc>>> = BTreeMap::new();
    let mut rows: BTreeMap<About, usize> = BTreeMap::new();
    for post in &life.stored.posts {
        let about = (post.kind, post.tandem, post.subject);
        *rows.entry(about).or_default() += 1;
        times.entry(about).or_default().extend(post.message.map(time_of));
    }
    let mut wrong = Wrong::new();
    for (about, mut at) in times {
        at.sort_unstable();
        let twice = match nature(about.0).times {
            Times::Once => rows[&about] > 1,
            Times::After(hours) => at.windows(2).any(|two| two[1] - two[0] < Duration::hours(hours)),
            Times::WithDeeds => more_than_deeds(&at, &life.deeds.at),
        };
        if twice {
            wrong.push(format!("too often: {about:?} at {at:?}"));
        }
    }
    wrong
}

/// No item of a survey came back to whoever had answered it, unless they looked at it again or went through their
/// answers once more.
fn nobody_was_asked_twice_in_private(life: &Life) -> Wrong {
    let mut answered: BTreeSet<(u64, SurveyId, i64)> = BTreeSet::new();
    let mut wrong = Wrong::new();
    for pressed in &life.deeds.pressed {
        let shown = pressed.offered.iter().find_map(|id| answer_of(id));
        let button = pressed.button.parse::<Button>();
        let again = match button {
            // What stands in a menu still is no answer where the survey is closed: then no item and no overview comes.
            Ok(Button::SurveyAnswer(step)) if offers_survey(&pressed.offered) => {
                let step = Step::of(step);
                !answered.insert((pressed.person, step.survey, step.item))
            }
            Ok(Button::SurveyItem(_)) => true,
            _ => false,
        };
        let Some(shown) = shown.filter(|_| !again) else { continue };
        if answered.contains(&(pressed.person, shown.survey, shown.item)) {
            wrong.push(format!("{} was asked again in private: {shown:?}", pressed.person));
        }
    }
    wrong
}

fn answer_of(id: &str) -> Option<Step> {
    match id.parse() {
        Ok(Button::SurveyAnswer(step)) => Some(Step::of(step)),
        _ => None,
    }
}

/// Whether a reply is a page of a survey: an item, or one's own answers with the button to change them.
fn offers_survey(offered: &[String]) -> bool {
    offered.iter().any(|id| matches!(id.parse(), Ok(Button::SurveyAnswer(_) | Button::SurveyItem(_))))
}

/// Whether in some stretch of time more posts came than there were deeds that they may answer.
fn more_than_deeds(posts: &[DateTime<Utc>], deeds: &[DateTime<Utc>]) -> bool {
    (0..posts.len()).any(|first| {
        (first + 1..posts.len()).any(|last| {
            let (from, to) = (posts[first] - ANSWERS, posts[last]);
            let done = deeds.iter().filter(|at| (from..=to).contains(*at)).count();
            last - first + 1 > done
        })
    })
}

/// No question came a second time in one tandem, in a room that is gone neither.
fn no_question_came_again(life: &Life) -> Wrong {
    let title = german("prompt-title");
    let mut asked: BTreeSet<(u64, String)> = BTreeSet::new();
    let mut wrong = Wrong::new();
    for (entry, message) in posted(life).filter(|(entry, _)| room_of(life, entry.channel).is_some()) {
        for embed in message.embeds.iter().filter(|embed| embed["title"] == title.as_str()) {
            let question = embed["description"].to_string();
            if !asked.insert((entry.channel, question.clone())) {
                wrong.push(format!("asked again: {question}"));
            }
        }
    }
    wrong
}

/// While a tandem paused nothing came by itself, and whatever came made no sound and called nobody (D15).
fn every_pause_was_kept(life: &Life) -> Wrong {
    let mut wrong = Wrong::new();
    for (entry, message) in posted(life) {
        let (Some(tandem), Some(post)) = (room_of(life, entry.channel), life.stored.post_of(message.id))
        else {
            continue;
        };
        let at = entry.at.timestamp_millis();
        // Its own announcement may go out in the same instant.
        let paused =
            |(whose, from, until): &(i64, i64, i64)| *whose == tandem.id && (*from + 1..*until).contains(&at);
        if !life.stored.pauses.iter().any(paused) {
            continue;
        }
        let by_itself = nature(post.kind).by_itself && !post.wanted;
        let loud = message.flags & SILENT == 0 || !message.mentions.is_empty();
        if by_itself || loud {
            wrong.push(format!("{:?} came into the pause of {} (loud: {loud})", post.kind, tandem.id));
        }
    }
    wrong
}

fn nobody_was_disturbed(life: &Life) -> Wrong {
    let Some((from, to)) = life.quiet.split_once('-') else { return Wrong::new() };
    let minutes = |text: &str| {
        let (hour, minute) = text.split_once(':').unwrap();
        hour.parse::<i64>().unwrap() * 60 + minute.parse::<i64>().unwrap()
    };
    let (from, to) = (minutes(from), minutes(to));
    let by_itself = life
        .stored
        .posts
        .iter()
        .filter(|post| nature(post.kind).by_itself && !post.wanted && post.tandem.is_some());
    let mut wrong = Wrong::new();
    for post in by_itself {
        let Some(message) = post.message else { continue };
        let at = time_of(message).with_timezone(&chrono_tz::Europe::Berlin);
        let midnight = at.date_naive().and_time(chrono::NaiveTime::MIN);
        let minute = (at.naive_local() - midnight).num_minutes();
        // What was begun in time may have had to wait for its turn, or for Discord.
        let late = Duration::minutes(45).num_minutes();
        if minute >= from + late || minute < to {
            wrong.push(format!("{:?} of {:?} came at {at}, in quiet hours", post.kind, post.tandem));
        }
    }
    wrong
}
