//! A programme is created from a template. What is not said has a default, and what is said in words (schedules, zone,
//! quiet hours) is understood here, so that the reply can show what was understood.

use chrono::{DateTime, Duration, NaiveTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::app::effect::{NewPost, Place, post_queue};
use crate::app::setup::ChosenChannel;
use crate::app::{Call, Decision, guard};
use crate::domain::ids::{ChannelId, ProgrammeId, RoleId};
use crate::domain::language::Language;
use crate::domain::post::PostKind;
use crate::domain::programme::{Phase, Programme, Template};
use crate::domain::quiet::QuietHours;
use crate::domain::refusal::Refusal;
use crate::domain::schedule::{Schedule, ScheduleError};
use crate::domain::task;
use crate::domain::topic::OWN_MAX;
use crate::domain::when;
use crate::domain::zone;
use crate::store::{Conn, Result, programmes, topics};

/// The longest name, in characters: it stands in titles beside other words (Discord allows 256 there).
const NAME_MAX: usize = 80;
/// The longest words of sponsor or contact person, in characters (an embed field holds 1,024).
pub const TEXT_MAX: usize = 1_000;
/// Guiding questions come then unless somebody says otherwise (PRODUCT.md).
const QUESTIONS: &str = "first Monday 9:00";
/// Digests come then unless somebody says otherwise (PRODUCT.md).
const DIGESTS: &str = "every Monday 8:30";
/// The zone unless somebody says otherwise (PRODUCT.md).
const ZONE: Tz = Tz::Europe__Berlin;
/// Personal data go that many days after closing unless somebody says otherwise (decision: a quarter for the follow-ups
/// after 4 and 12 weeks).
const DELETION_DAYS: u32 = 90;
/// The longest deletion period, in days (decision: the follow-ups are over long before a year).
pub const DELETION_MAX: u32 = 365;
/// So many topics a programme may have beside the twelve of the catalogue: all are choices of one menu (Discord: 25).
pub const OWN_TOPICS_MAX: usize = 13;
/// Figures from inside tandems need at least that many contributors (PRODUCT.md, promise 3).
const LEAST_K: u32 = 5;

/// What a coordinator says about a new programme; what is not given has a default.
#[derive(Debug, Clone)]
pub struct New {
    /// What people will call it.
    pub name: String,
    /// What it is made from.
    pub template: Template,
    /// First day, as typed; today without it.
    pub starts_on: Option<String>,
    /// Last day, as typed; the template's length without it.
    pub ends_on: Option<String>,
    /// Language and form of address; the server's without it.
    pub language: Option<Language>,
    /// Name of a time zone.
    pub zone: Option<String>,
    /// When guiding questions come, in words or as cron.
    pub questions: Option<String>,
    /// When digests come, in words or as cron.
    pub digests: Option<String>,
    /// Hours without posts.
    pub quiet: Option<String>,
    /// Contributors that a figure needs.
    pub k: Option<u32>,
    /// Days from closing until personal data go.
    pub deletion_days: Option<u32>,
    /// Whether mentees may give tasks too.
    pub mentee_assigns: bool,
    /// Why the programme matters.
    pub sponsor: String,
    /// Whom to ask.
    pub contact: String,
    /// Topics beside the catalogue, with semicolons between them.
    pub topics: String,
    /// Where the card stands; the channel of the command without it.
    pub card_channel: Option<ChannelId>,
    /// Where digests go; the server's channel without it.
    pub digest_channel: Option<ChosenChannel>,
    /// Where released practices go; beside the card without it.
    pub practice_channel: Option<ChannelId>,
}

/// A programme was created.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Created {
    /// The programme.
    pub programme: ProgrammeId,
    /// The next three dates of guiding questions, from its first day on.
    pub questions: Vec<DateTime<Utc>>,
    /// The next three dates of the digest.
    pub digests: Vec<DateTime<Utc>>,
}

/// Creates a programme and queues its card.
///
/// # Errors
/// Those of the database.
pub async fn create(conn: &mut Conn, call: &Call, roles: &[RoleId], new: New) -> Result<Decision<Created>> {
    let server = match guard::coordinator(conn, call, roles).await? {
        Ok(server) => server,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let Some(digest_channel) = server.digest_channel else { return Ok(Err(Refusal::NotSetUp)) };
    let understood = understand(call, &new, server.language, digest_channel);
    let (mut programme, questions, digests) = match understood {
        Ok(understood) => understood,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let own_topics = match own_topics(&new.topics) {
        Ok(topics) => topics,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let Some(id) = programmes::programme_add(conn, &programme).await? else {
        return Ok(Err(Refusal::NameTaken));
    };
    programme.id = id;
    for topic in &own_topics {
        topics::programme_topic_add(conn, id, topic).await?;
    }
    let card = NewPost {
        programme: id,
        place: Place::Channel(programme.card_channel),
        kind: PostKind::ProgrammeCard,
        subject: id.0,
        due_at: call.now,
        expires_at: None,
        seeds: &[],
        pinned: false,
    };
    post_queue(conn, &card).await?;
    let begins = zone::start_of_day(programme.starts_on, programme.zone) - Duration::seconds(1);
    Ok(Ok(Created {
        programme: id,
        questions: questions.next_three(call.now.max(begins), programme.zone),
        digests: digests.next_three(call.now, programme.zone),
    }))
}

/// Turns what was said into a programme and its two schedules.
fn understand(
    call: &Call,
    new: &New,
    language: Language,
    digest_channel: ChannelId,
) -> Decision<(Programme, Schedule, Schedule)> {
    let name = new.name.trim().to_owned();
    within(&name, 1, NAME_MAX)?;
    within(&new.sponsor, 0, TEXT_MAX)?;
    within(&new.contact, 0, TEXT_MAX)?;
    let zone = match &new.zone {
        Some(zone) => zone::parse(zone).map_err(|_| Refusal::BadZone)?,
        None => ZONE,
    };
    let today = zone::to_local(call.now, zone).date();
    let day = |text: &Option<String>| {
        text.as_deref().map(|text| Ok::<_, Refusal>(when::read(text, call.now, zone)?.day(zone))).transpose()
    };
    let starts_on = day(&new.starts_on)?.unwrap_or(today);
    let ends_on = day(&new.ends_on)?.unwrap_or(starts_on + Duration::weeks(i64::from(new.template.weeks())));
    if ends_on <= starts_on {
        return Err(Refusal::EndBeforeStart);
    }
    let quiet = match &new.quiet {
        Some(quiet) => QuietHours::parse(quiet).ok_or(Refusal::BadQuietHours)?,
        None => default_quiet(),
    };
    let k = new.k.unwrap_or(LEAST_K);
    if k < LEAST_K {
        return Err(Refusal::SmallK);
    }
    let questions = schedule(new.questions.as_deref().unwrap_or(QUESTIONS))?;
    let digests = schedule(new.digests.as_deref().unwrap_or(DIGESTS))?;
    let digest_channel =
        new.digest_channel.map(ChosenChannel::for_coordinators).transpose()?.unwrap_or(digest_channel);
    let programme = Programme {
        id: ProgrammeId(0),
        guild: call.guild,
        name,
        template: new.template,
        phase: Phase::Draft,
        language: new.language.unwrap_or(language),
        zone,
        starts_on,
        ends_on,
        meetings: new.template.meetings(),
        question_schedule: questions.as_cron().to_owned(),
        digest_schedule: digests.as_cron().to_owned(),
        quiet_from: quiet.from,
        quiet_to: quiet.to,
        k,
        periods: None,
        deletion_days: new.deletion_days.unwrap_or(DELETION_DAYS).clamp(1, DELETION_MAX),
        mentee_assigns: new.mentee_assigns,
        sponsor: new.sponsor.trim().to_owned(),
        contact: new.contact.trim().to_owned(),
        card_channel: new.card_channel.unwrap_or(call.channel),
        digest_channel,
        practice_channel: new.practice_channel,
    };
    Ok((programme, questions, digests))
}

/// 19:00 to 7:30 (decision: after work until people are at their desks).
fn default_quiet() -> QuietHours {
    let at = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
    QuietHours { from: at(19, 0), to: at(7, 30), weekends: false }
}

/// Topics of the programme's own, as typed.
fn own_topics(written: &str) -> Decision<Vec<String>> {
    let all: Vec<&str> = written.split(';').map(str::trim).filter(|topic| !topic.is_empty()).collect();
    if all.len() > OWN_TOPICS_MAX {
        return Err(Refusal::TooManyTopics { max: OWN_TOPICS_MAX });
    }
    all.into_iter().map(|topic| task::text(topic, OWN_MAX)).collect()
}

fn within(text: &str, least: usize, max: usize) -> Decision<()> {
    if (least..=max).contains(&text.trim().chars().count()) {
        Ok(())
    } else {
        Err(Refusal::TextLength { max })
    }
}

fn schedule(text: &str) -> Decision<Schedule> {
    let schedule = Schedule::parse(text).map_err(|error| match error {
        ScheduleError::NeverFires => Refusal::NeverDue,
        _ => Refusal::BadSchedule,
    })?;
    if schedule.is_at_most_daily() { Ok(schedule) } else { Err(Refusal::ScheduleTooOften) }
}

#[cfg(test)]
#[path = "create/tests.rs"]
mod tests;
