//! Each calendar file against the meeting as people know it: read by a parser that is not ours, held against the post it
//! hangs under, against the files before it, and at the end against what is stored.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDateTime, Utc};
use icalendar::{Calendar, Component as _, Event, EventLike as _, EventStatus};
use tandem::domain::post::PostKind;
use tandem::sandbox::chronicle::What;
use tandem::sandbox::state::message::Message;

use super::checks::{Life, Wrong};
use super::history::withdrawn;

/// One entry of one file.
struct Filed {
    uid: String,
    room: u64,
    message: u64,
    at: DateTime<Utc>,
    cancels: bool,
    event: Event,
    bytes: Vec<u8>,
    /// The words of its post.
    words: String,
}

impl Filed {
    fn sequence(&self) -> u32 {
        self.event.get_sequence().unwrap_or_default()
    }

    /// When the entry begins, in seconds.
    fn begins(&self) -> Option<i64> {
        let text = self.event.property_value("DTSTART")?;
        let moment = NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%SZ").ok()?;
        Some(moment.and_utc().timestamp())
    }
}

fn read(life: &Life) -> (Vec<Filed>, Wrong) {
    let (mut filed, mut wrong, mut seen) = (Vec::new(), Wrong::new(), BTreeSet::new());
    for entry in &life.history {
        let (What::Posted(message) | What::Edited(message)) = &entry.what else { continue };
        if message.author != life.bot || message.ephemeral_for.is_some() {
            continue;
        }
        let calendars = message.attachments.iter().filter(|file| file.content_type == "text/calendar");
        for file in calendars.filter(|file| seen.insert(file.id)) {
            let text = String::from_utf8_lossy(&file.bytes);
            let Ok(calendar) = text.parse::<Calendar>() else {
                wrong.push(format!("a calendar file that cannot be read: {text}"));
                continue;
            };
            let method = calendar.property_value("METHOD").unwrap_or_default().to_owned();
            if calendar.events().next().is_none() || !["PUBLISH", "CANCEL"].contains(&method.as_str()) {
                wrong.push(format!("a calendar file without a meeting: {text}"));
            }
            filed.extend(calendar.events().map(|event| Filed {
                uid: event.get_uid().unwrap_or_default().to_owned(),
                room: entry.channel,
                message: message.id,
                at: entry.at,
                cancels: method == "CANCEL",
                event: event.clone(),
                bytes: file.bytes.to_vec(),
                words: words(message),
            }));
        }
    }
    (filed, wrong)
}

fn words(message: &Message) -> String {
    format!("{} {:?}", message.content, message.embeds)
}

fn by_uid(filed: &[Filed]) -> BTreeMap<&str, Vec<&Filed>> {
    let mut all: BTreeMap<&str, Vec<&Filed>> = BTreeMap::new();
    for one in filed {
        all.entry(&one.uid).or_default().push(one);
    }
    all
}

/// What ever was filed: one room for each entry, its number rising, a removal only of what was there, and the time that
/// the post says.
pub fn ever(life: &Life) -> Wrong {
    let (filed, mut wrong) = read(life);
    let rooms: BTreeSet<u64> = life.stored.tandems.iter().filter_map(|tandem| tandem.channel).collect();
    for one in filed.iter().filter(|one| !rooms.contains(&one.room)) {
        wrong.push(format!("a calendar file outside of any room: {}", one.words));
    }
    for (uid, files) in by_uid(&filed) {
        if uid.is_empty() || files.iter().any(|one| one.room != files[0].room) {
            wrong.push(format!("the entry {uid} is in several rooms"));
        }
        // Whoever plans another time tells of it by file as well, tentatively.
        let moved =
            life.stored.post_of(files[0].message).is_some_and(|post| post.kind == PostKind::MeetingMoved);
        let confirmed = files[0].event.get_status() == Some(EventStatus::Confirmed);
        if files[0].cancels || !(confirmed || moved) {
            wrong.push(format!("{uid}: first filed at {} without being confirmed by both", files[0].at));
        }
        for two in files.windows(2) {
            let (before, after) = (two[0], two[1]);
            let same = after.sequence() == before.sequence() && after.bytes == before.bytes;
            if after.sequence() <= before.sequence() && !same {
                wrong.push(format!(
                    "{uid}: number {} after {}: {} at {} after {} at {}",
                    after.sequence(),
                    before.sequence(),
                    String::from_utf8_lossy(&after.bytes),
                    after.at,
                    String::from_utf8_lossy(&before.bytes),
                    before.at
                ));
            }
            if before.cancels {
                wrong.push(format!("{uid}: filed again at {} after it was removed", after.at));
            }
        }
        for one in files {
            let removed = one.event.get_status() == Some(EventStatus::Cancelled);
            if removed != one.cancels {
                wrong.push(format!("{uid}: method and status differ at {}", one.at));
            }
            let says = one.begins().is_some_and(|begins| one.words.contains(&format!("<t:{begins}:")));
            if !one.cancels && !says {
                wrong.push(format!("{uid}: the post says another time than its file: {}", one.words));
            }
        }
    }
    wrong
}

/// The newest file of each meeting says what is stored, and whoever has a file of a meeting that is no more has one that
/// removes it.
pub fn now(life: &Life) -> Wrong {
    let (mut filed, mut wrong) = read(life);
    // What went with somebody's data is in people's calendars still, and told of by nobody any more.
    let withdrawn = withdrawn(life);
    let forgotten: BTreeSet<i64> =
        withdrawn.iter().filter_map(|message| life.known.meetings.get(message).copied()).collect();
    filed.retain(|one| !withdrawn.contains(&one.message));
    let about: BTreeMap<u64, i64> = life.stored.about_meetings().collect();
    let mut of_meeting: BTreeMap<i64, &str> = BTreeMap::new();
    for one in &filed {
        if let Some(meeting) = about.get(&one.message) {
            let uid = of_meeting.entry(*meeting).or_insert(&one.uid);
            if *uid != one.uid {
                wrong.push(format!("meeting {meeting} has two entries: {uid} and {}", one.uid));
            }
        }
    }
    let all = by_uid(&filed);
    for uid in all.keys().filter(|uid| !of_meeting.values().any(|known| known == *uid)) {
        wrong.push(format!("{uid}: a calendar file without its meeting"));
    }
    for meeting in &life.stored.meetings {
        let room_is_there = life
            .stored
            .tandem(meeting.tandem)
            .and_then(|tandem| tandem.channel)
            .is_some_and(|channel| life.channels.contains_key(&channel));
        let newest = of_meeting.get(&meeting.id).and_then(|uid| all[uid].last());
        let Some(newest) = newest else {
            if meeting.filed && room_is_there && !forgotten.contains(&meeting.id) {
                wrong.push(format!("meeting {} is filed, and there is no file", meeting.id));
            }
            continue;
        };
        if !room_is_there {
            continue;
        }
        if newest.cancels != meeting.cancelled {
            wrong
                .push(format!("meeting {} (cancelled: {}): {}", meeting.id, meeting.cancelled, newest.words));
        }
        if meeting.cancelled {
            continue;
        }
        if newest.begins() != Some(meeting.starts_at)
            || newest.event.get_location().unwrap_or_default() != meeting.place
            || i64::from(newest.sequence()) != meeting.sequence
        {
            wrong.push(format!("meeting {} is {meeting:?}, and filed as {:?}", meeting.id, newest.event));
        }
    }
    wrong
}
