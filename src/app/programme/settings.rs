//! A programme's settings as people write them: one parser and one set of refusals for creating a programme and for
//! changing it. What is stored is what was understood.

use chrono::{DateTime, NaiveDate, Utc};

use crate::app::Decision;
use crate::domain::programme::{LEAST_K, Programme, codes};
use crate::domain::quiet::QuietHours;
use crate::domain::refusal::Refusal;
use crate::domain::schedule::{Schedule, ScheduleError};
use crate::domain::task;
use crate::domain::topic::OWN_MAX;
use crate::domain::when;
use crate::domain::zone;

/// The longest name, in characters: it stands in titles beside other words (Discord allows 256 there).
pub(super) const NAME_MAX: usize = 80;
/// The longest words of sponsor, contact person or aim, in characters (an embed field holds 1,024).
pub const TEXT_MAX: usize = 1_000;
/// The longest deletion period, in days (decision: the follow-ups are over long before a year).
pub const DELETION_MAX: u32 = 365;
/// So many topics a programme may have beside the twelve of the catalogue: all are choices of one menu (Discord: 25).
pub const OWN_TOPICS_MAX: usize = 13;
/// More meetings than that are a programme of another kind (decision: one a week for a year).
const MEETINGS_MAX: u32 = 52;
/// The most months in the company that a rule can name (decision: a working life).
const MONTHS_MAX: u32 = 600;
/// The most tandems that a programme can be limited to (PRODUCT.md, "Scale").
const TANDEMS_MAX: u32 = 450;

codes! {
    /// A setting that is written in words or figures.
    Setting {
        /// What people call it.
        Name = "name",
        /// What it is for.
        Aim = "aim",
        /// Why it matters, in somebody's words.
        Sponsor = "sponsor",
        /// Whom to ask.
        Contact = "contact",
        /// The zone its days and hours are counted in.
        Zone = "zone",
        /// First day.
        Start = "start",
        /// Last day.
        End = "end",
        /// How many meetings each tandem is to have.
        Meetings = "meetings",
        /// About how many hours a month it takes.
        Hours = "hours",
        /// When guiding questions come.
        Questions = "questions",
        /// When digests come.
        Digest = "digest",
        /// Hours without posts.
        Quiet = "quiet",
        /// Contributors that a figure needs.
        K = "k",
        /// Days from closing until personal data go.
        Deletion = "deletion",
        /// At least so many months in the company.
        LeastMonths = "least-months",
        /// At most so many months in the company.
        MostMonths = "most-months",
        /// At most so many tandems.
        MostTandems = "most-tandems",
        /// New partners after so many weeks.
        Rotation = "rotation",
        /// An address by which people get onto the server.
        Invite = "invite",
    }
}

impl Setting {
    /// Whether it may be left empty.
    #[must_use]
    pub const fn may_be_empty(self) -> bool {
        matches!(
            self,
            Self::Aim
                | Self::Sponsor
                | Self::Contact
                | Self::LeastMonths
                | Self::MostMonths
                | Self::MostTandems
                | Self::Rotation
                | Self::Invite
        )
    }
}

/// A setting as it would be written.
#[must_use]
pub fn written(programme: &Programme, setting: Setting) -> String {
    let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    match setting {
        Setting::Name => programme.name.clone(),
        Setting::Aim => programme.aim.clone(),
        Setting::Sponsor => programme.sponsor.clone(),
        Setting::Contact => programme.contact.clone(),
        Setting::Zone => programme.zone.name().to_owned(),
        Setting::Start => programme.starts_on.to_string(),
        Setting::End => programme.ends_on.to_string(),
        Setting::Meetings => programme.meetings.to_string(),
        Setting::Hours => programme.hours.to_string(),
        Setting::Questions => programme.question_schedule.clone(),
        Setting::Digest => programme.digest_schedule.clone(),
        Setting::Quiet => {
            format!("{}-{}", programme.quiet_from.format("%H:%M"), programme.quiet_to.format("%H:%M"))
        }
        Setting::K => programme.k.to_string(),
        Setting::Deletion => programme.deletion_days.to_string(),
        Setting::LeastMonths => number(programme.admission.least_months),
        Setting::MostMonths => number(programme.admission.most_months),
        Setting::MostTandems => number(programme.most_tandems),
        Setting::Rotation => number(programme.rotation_weeks),
        Setting::Invite => programme.invite.clone(),
    }
}

/// Understands what was written for a setting. Days are read in the programme's zone, so a zone is set before them; how
/// settings go together is for [`check`] to say.
///
/// # Errors
/// Why it cannot be.
pub fn set(programme: &mut Programme, setting: Setting, words: &str, now: DateTime<Utc>) -> Decision<()> {
    let words = words.trim();
    if words == written(programme, setting) {
        // As it was: a first day that has passed stays, too.
        return Ok(());
    }
    match setting {
        Setting::Name => programme.name = text(words, 1, NAME_MAX)?,
        Setting::Aim => programme.aim = text(words, 0, TEXT_MAX)?,
        Setting::Sponsor => programme.sponsor = text(words, 0, TEXT_MAX)?,
        Setting::Contact => programme.contact = text(words, 0, TEXT_MAX)?,
        Setting::Zone => programme.zone = zone::parse(words).map_err(|_| Refusal::BadZone)?,
        Setting::Start => programme.starts_on = day(words, programme, now)?,
        Setting::End => programme.ends_on = day(words, programme, now)?,
        Setting::Meetings => programme.meetings = number(words, 1, MEETINGS_MAX)?,
        Setting::Hours => programme.hours = number(words, 1, 40)?,
        Setting::Questions => schedule(words)?.as_cron().clone_into(&mut programme.question_schedule),
        Setting::Digest => schedule(words)?.as_cron().clone_into(&mut programme.digest_schedule),
        Setting::Quiet => {
            let quiet = QuietHours::parse(words).ok_or(Refusal::BadQuietHours)?;
            (programme.quiet_from, programme.quiet_to) = (quiet.from, quiet.to);
        }
        Setting::K => programme.k = raised(words, programme.k)?,
        Setting::Deletion => programme.deletion_days = number(words, 1, DELETION_MAX)?,
        Setting::LeastMonths => programme.admission.least_months = some_number(words, 0, MONTHS_MAX)?,
        Setting::MostMonths => programme.admission.most_months = some_number(words, 1, MONTHS_MAX)?,
        Setting::MostTandems => programme.most_tandems = some_number(words, 1, TANDEMS_MAX)?,
        Setting::Rotation => programme.rotation_weeks = some_number(words, 1, 104)?,
        Setting::Invite => programme.invite = address(words)?,
    }
    Ok(())
}

/// Whether the settings go together.
///
/// # Errors
/// What does not.
pub fn check(programme: &Programme) -> Decision<()> {
    let admission = &programme.admission;
    if programme.ends_on <= programme.starts_on {
        Err(Refusal::EndBeforeStart)
    } else if admission.least_months.zip(admission.most_months).is_some_and(|(least, most)| most < least) {
        Err(Refusal::MonthsSwapped)
    } else {
        Ok(())
    }
}

/// Topics of the programme's own, as typed with semicolons between them.
pub(super) fn own_topics(written: &str) -> Decision<Vec<String>> {
    let all: Vec<&str> = written.split(';').map(str::trim).filter(|topic| !topic.is_empty()).collect();
    if all.len() > OWN_TOPICS_MAX {
        return Err(Refusal::TooManyTopics { max: OWN_TOPICS_MAX });
    }
    all.into_iter().map(|topic| task::text(topic, OWN_MAX)).collect()
}

fn day(words: &str, programme: &Programme, now: DateTime<Utc>) -> Decision<NaiveDate> {
    Ok(when::read(words, now, programme.zone)?.day(programme.zone))
}

fn text(words: &str, least: usize, max: usize) -> Decision<String> {
    if (least..=max).contains(&words.chars().count()) {
        Ok(words.to_owned())
    } else {
        Err(Refusal::TextLength { max })
    }
}

fn number(words: &str, least: u32, most: u32) -> Decision<u32> {
    let number = words.parse().ok().filter(|number| (least..=most).contains(number));
    number.ok_or(Refusal::NumberRange { least, most })
}

fn some_number(words: &str, least: u32, most: u32) -> Decision<Option<u32>> {
    if words.is_empty() { Ok(None) } else { number(words, least, most).map(Some) }
}

/// *k* only rises: what was hidden under a higher one must not come to light by lowering it.
fn raised(words: &str, k: u32) -> Decision<u32> {
    let wanted = number(words, 0, 500)?;
    match wanted {
        wanted if wanted < LEAST_K => Err(Refusal::SmallK),
        wanted if wanted < k => Err(Refusal::LowerK { k }),
        wanted => Ok(wanted),
    }
}

fn address(words: &str) -> Decision<String> {
    if words.is_empty() { Ok(String::new()) } else { task::link(words) }
}

pub(super) fn schedule(text: &str) -> Decision<Schedule> {
    let schedule = Schedule::parse(text).map_err(|error| match error {
        ScheduleError::NeverFires => Refusal::NeverDue,
        _ => Refusal::BadSchedule,
    })?;
    if schedule.is_at_most_daily() { Ok(schedule) } else { Err(Refusal::ScheduleTooOften) }
}
