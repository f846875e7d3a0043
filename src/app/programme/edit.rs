//! Every value of a programme can be changed as long as it is not closed. What is read by the same parser as when it was
//! created is stored at once, and what hangs on it moves: jobs, proposed dates, the card.

use chrono::{DateTime, Duration, Utc};

use super::phase;
use super::settings::{self, Setting, own_topics};
use crate::app::effect::{Effect, channel_lane, effect_add};
use crate::app::setup::ChosenChannel;
use crate::app::{Call, Decision, guard, jobs, lounge, meetings, questions, rotation, surveys};
use crate::domain::ids::{ChannelId, PostId, ProgrammeId, RoleId};
use crate::domain::language::Language;
use crate::domain::post::PostKind;
use crate::domain::programme::{Phase, Programme, Step, codes};
use crate::domain::refusal::Refusal;
use crate::domain::schedule::Schedule;
use crate::domain::zone;
use crate::store::jobs::{job_at, job_drop, job_set};
use crate::store::{Conn, Result, posts, programmes, tandems, topics};

codes! {
    /// A setting that is switched and not written.
    Switch {
        /// The programme is in English.
        English = "english",
        /// In German, with du.
        German = "german",
        /// In German, with Sie.
        GermanFormal = "german-formal",
        /// Mentees may give tasks too.
        Tasks = "tasks",
        /// A coordinator approves those as well who meet every rule.
        Approval = "approval",
        /// Mentors name favourites after speed networking, too.
        Favourites = "favourites",
        /// The briefing has to be read before somebody is paired.
        Briefing = "briefing",
        /// The mentors get a channel of their own.
        Lounge = "lounge",
        /// People are admitted by the role that was chosen; only to be switched off.
        AdmissionRole = "role",
        /// Practices have a channel of their own; only to be switched off.
        PracticeChannel = "practices",
    }
}

impl Switch {
    /// Whether it is switched on.
    #[must_use]
    pub fn is_on(self, programme: &Programme) -> bool {
        match self {
            Self::English => programme.language == Language::En,
            Self::German => programme.language == Language::De,
            Self::GermanFormal => programme.language == Language::DeFormal,
            Self::Tasks => programme.mentee_assigns,
            Self::Approval => programme.admission.approval,
            Self::Favourites => programme.mentor_favourites,
            Self::Briefing => programme.briefing_required,
            Self::Lounge => programme.lounge,
            Self::AdmissionRole => programme.admission.role.is_some(),
            Self::PracticeChannel => programme.practice_channel.is_some(),
        }
    }

    /// Whether it can be turned now: what is chosen with the command can only be given up here.
    #[must_use]
    pub fn can_turn(self, programme: &Programme) -> bool {
        !matches!(self, Self::AdmissionRole | Self::PracticeChannel) || self.is_on(programme)
    }

    /// Turns it over; a language is chosen in place of the one before.
    fn turn(self, programme: &mut Programme) {
        match self {
            Self::English => programme.language = Language::En,
            Self::German => programme.language = Language::De,
            Self::GermanFormal => programme.language = Language::DeFormal,
            Self::Tasks => programme.mentee_assigns ^= true,
            Self::Approval => programme.admission.approval ^= true,
            Self::Favourites => programme.mentor_favourites ^= true,
            Self::Briefing => programme.briefing_required ^= true,
            Self::Lounge => programme.lounge ^= true,
            Self::AdmissionRole => programme.admission.role = None,
            Self::PracticeChannel => programme.practice_channel = None,
        }
    }
}

/// What a coordinator changes in one step.
#[derive(Debug, Clone)]
pub enum Change {
    /// Settings as typed.
    Written(Vec<(Setting, String)>),
    /// One is turned over.
    Switched(Switch),
    /// The topics beside the catalogue, with semicolons between them.
    Topics(String),
    /// Channels and the role for admission; what is not given stays.
    Chosen {
        /// Where the card stands; the same channel once more posts it anew there, for where it was deleted.
        card: Option<ChannelId>,
        /// Where digests go.
        digests: Option<ChosenChannel>,
        /// Where released practices go.
        practices: Option<ChannelId>,
        /// The role by which people are admitted.
        role: Option<RoleId>,
    },
}

/// Changes a programme; what cannot be is refused, and nothing of the step is stored.
///
/// # Errors
/// Those of the database.
pub async fn edit(
    conn: &mut Conn,
    call: &Call,
    roles: &[RoleId],
    programme: ProgrammeId,
    change: Change,
) -> Result<Decision<ProgrammeId>> {
    let before = match guard::coordinated_for(conn, call, roles, programme, Step::Edit).await? {
        Ok(before) => before,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let again = matches!(change, Change::Chosen { card: Some(card), .. } if card == before.card_channel);
    let mut after = before.clone();
    let own = match understand(&mut after, change, call.now) {
        Ok(own) => own,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if let Some(own) = own {
        topics::programme_topics_clear(conn, programme).await?;
        for topic in &own {
            topics::programme_topic_add(conn, programme, topic).await?;
        }
    }
    let applied = apply(conn, &before, &after, call.now).await?;
    if applied.is_ok()
        && again
        && let Some(post) = posts::post_about(conn, PostKind::ProgrammeCard, programme.0).await?
    {
        card_anew(conn, post.id, &before, &after, call.now).await?;
    }
    Ok(applied.map(|()| programme))
}

fn understand(
    programme: &mut Programme,
    change: Change,
    now: DateTime<Utc>,
) -> Decision<Option<Vec<String>>> {
    match change {
        Change::Written(written) => {
            // In the order of the list, which has the zone before the days that are read in it.
            for setting in Setting::ALL {
                for (_, words) in written.iter().filter(|(one, _)| one == setting) {
                    settings::set(programme, *setting, words, now)?;
                }
            }
        }
        Change::Switched(switch) => switch.turn(programme),
        Change::Topics(written) => return own_topics(&written).map(Some),
        Change::Chosen { card, digests, practices, role } => {
            programme.card_channel = card.unwrap_or(programme.card_channel);
            programme.practice_channel = practices.or(programme.practice_channel);
            programme.admission.role = role.or(programme.admission.role);
            if let Some(chosen) = digests {
                programme.digest_channel = chosen.for_coordinators()?;
            }
        }
    }
    settings::check(programme)?;
    Ok(None)
}

/// Stores the settings and moves what hangs on them.
pub(in crate::app) async fn apply(
    conn: &mut Conn,
    before: &Programme,
    after: &Programme,
    now: DateTime<Utc>,
) -> Result<Decision<()>> {
    if !programmes::programme_set(conn, after).await? {
        return Ok(Err(Refusal::NameTaken));
    }
    if after.phase == Phase::Draft || before == after {
        return Ok(Ok(()));
    }
    phase::reschedule(conn, after, now).await?;
    schedules(conn, after, now).await?;
    if (before.meetings, before.starts_on, before.ends_on) != (after.meetings, after.starts_on, after.ends_on)
    {
        for tandem in tandems::tandems_in(conn, after.id).await? {
            if tandem.is_live() {
                meetings::offer::reschedule(conn, after, tandem.id, now).await?;
            }
        }
    }
    // What comes in all tandems on one day was planned with the first of them.
    if matches!(after.phase, Phase::Kickoff | Phase::Running) {
        surveys::plan(conn, after, now).await?;
        rotation::plan(conn, after, now).await?;
    }
    lounge::keep(conn, after, now).await?;
    card(conn, before, after, now).await?;
    Ok(Ok(()))
}

/// Questions and digests come on the schedules as they are now; what is due already still runs. A programme at work that is
/// prolonged after its last question has questions again.
pub(super) async fn schedules(conn: &mut Conn, programme: &Programme, now: DateTime<Utc>) -> Result<()> {
    let begins = zone::start_of_day(programme.starts_on, programme.zone) - Duration::seconds(1);
    let digest = Schedule::from_cron(&programme.digest_schedule).ok();
    for (job, next) in [
        (jobs::QUESTIONS, questions::next_round(programme, now.max(begins))),
        (jobs::DIGEST, digest.and_then(|schedule| schedule.next_after(now, programme.zone))),
    ] {
        let waits = job_at(conn, job, programme.id.0).await?;
        let begins = job == jobs::QUESTIONS && programme.phase.works();
        match next {
            _ if waits.is_some_and(|waits| waits <= now) || (waits.is_none() && !begins) => {}
            Some(next) => job_set(conn, job, programme.id.0, next).await?,
            None => job_drop(conn, job, programme.id.0).await?,
        }
    }
    Ok(())
}

/// The card shows what is true now; in another channel it is posted anew, and the old one goes.
async fn card(conn: &mut Conn, before: &Programme, after: &Programme, now: DateTime<Utc>) -> Result<()> {
    if before.card_channel == after.card_channel {
        return phase::card_edit(conn, after, now).await;
    }
    match posts::post_about(conn, PostKind::ProgrammeCard, after.id.0).await? {
        Some(old) => card_anew(conn, old.id, before, after, now).await,
        None => Ok(()),
    }
}

/// The card is posted anew, and the old one goes.
async fn card_anew(
    conn: &mut Conn,
    old: PostId,
    before: &Programme,
    after: &Programme,
    now: DateTime<Utc>,
) -> Result<()> {
    phase::card(conn, after, now).await?;
    let lane = channel_lane(before.card_channel);
    effect_add(conn, lane, after.id, &Effect::PostDelete { post: old }, now, None, None).await?;
    Ok(())
}

#[cfg(test)]
#[path = "edit/tests.rs"]
mod tests;
