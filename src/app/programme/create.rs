//! A programme is created from a template. What is not said has a default, and what is said in words (schedules, zone,
//! quiet hours) is understood here, so that the reply can show what was understood.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

use super::settings::{self, Setting, own_topics};
use crate::app::setup::ChosenChannel;
use crate::app::{Call, Decision, guard};
use crate::domain::ids::{ChannelId, ProgrammeId, RoleId};
use crate::domain::language::Language;
use crate::domain::programme::{LEAST_K, Phase, Programme, Template};
use crate::domain::refusal::Refusal;
use crate::domain::schedule::Schedule;
use crate::domain::topic::Theme;
use crate::domain::zone;
use crate::store::people::Server;
use crate::store::{Conn, Result, own_ideas, programmes, questions, topics};

/// What a coordinator says about a new programme; what is not given has a default.
#[derive(Debug, Clone, Default)]
pub struct New {
    /// What people will call it.
    pub name: String,
    /// What it is made from; that of the earlier programme, or `six`, without it.
    pub template: Option<Template>,
    /// An earlier programme of this server, by name or number, whose settings it takes over.
    pub from: Option<String>,
    /// Settings as typed.
    pub settings: Vec<(Setting, String)>,
    /// Language and form of address; the server's without it.
    pub language: Option<Language>,
    /// Whether mentees may give tasks too.
    pub mentee_assigns: Option<bool>,
    /// Topics beside the catalogue, with semicolons between them.
    pub topics: Option<String>,
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

/// Creates a programme as a draft: nobody but the coordinators sees anything of it until it is opened.
///
/// # Errors
/// Those of the database.
pub async fn create(conn: &mut Conn, call: &Call, roles: &[RoleId], new: New) -> Result<Decision<Created>> {
    let server = match guard::coordinator(conn, call, roles).await? {
        Ok(server) => server,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let earlier = match &new.from {
        Some(from) => match guard::programme(conn, call, Some(from)).await? {
            Ok(earlier) => Some(earlier),
            Err(refusal) => return Ok(Err(refusal)),
        },
        None => None,
    };
    let understood = understand(call, &new, &server, earlier.as_ref());
    let mut programme = match understood {
        Ok(understood) => understood,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let own_topics = match (&new.topics, &earlier) {
        (None, Some(earlier)) => topics::programme_topics(conn, earlier.id).await?,
        (typed, _) => match own_topics(typed.as_deref().unwrap_or_default()) {
            Ok(topics) => topics,
            Err(refusal) => return Ok(Err(refusal)),
        },
    };
    let Some(id) = programmes::programme_add(conn, &programme).await? else {
        return Ok(Err(Refusal::NameTaken));
    };
    programme.id = id;
    for topic in &own_topics {
        topics::programme_topic_add(conn, id, topic).await?;
    }
    if let Some(earlier) = earlier {
        pool_take_over(conn, earlier.id, id, &own_topics).await?;
    }
    let [questions, digests] = next_dates(&programme, call.now);
    Ok(Ok(Created { programme: id, questions, digests }))
}

/// Questions and ideas of the earlier programme's own, and questions of the pool that it left out. Ideas for a topic that is
/// no longer there stay behind.
async fn pool_take_over(
    conn: &mut Conn,
    from: ProgrammeId,
    to: ProgrammeId,
    own_topics: &[String],
) -> Result<()> {
    let choice = questions::question_choice(conn, from).await?;
    for question in questions::own_questions_of(conn, from).await? {
        if !choice.off.contains(&question.number) {
            questions::own_question_add(conn, to, &question.en, &question.de).await?;
        }
    }
    for number in choice.off.iter().filter(|number| !choice.own.contains(number)) {
        questions::question_off_add(conn, to, *number).await?;
    }
    for idea in own_ideas::own_ideas_of(conn, from).await? {
        let theme = idea.theme.as_ref();
        if !matches!(theme, Some(Theme::Own(words)) if !own_topics.contains(words)) {
            own_ideas::own_idea_add(conn, to, theme, (&idea.en, &idea.de)).await?;
        }
    }
    Ok(())
}

/// The next three dates of guiding questions, from the first day on, and of digests.
#[must_use]
pub fn next_dates(programme: &Programme, now: DateTime<Utc>) -> [Vec<DateTime<Utc>>; 2] {
    let begins = zone::start_of_day(programme.starts_on, programme.zone) - Duration::seconds(1);
    let next = |cron: &str, from| {
        Schedule::from_cron(cron).map(|it| it.next_three(from, programme.zone)).unwrap_or_default()
    };
    [next(&programme.question_schedule, now.max(begins)), next(&programme.digest_schedule, now)]
}

/// Turns what was said into a programme.
fn understand(call: &Call, new: &New, server: &Server, earlier: Option<&Programme>) -> Decision<Programme> {
    let Some(digests) = server.digest_channel else { return Err(Refusal::NotSetUp) };
    let template = new.template.or(earlier.map(|earlier| earlier.template)).unwrap_or(Template::Six);
    let today = |zone| zone::to_local(call.now, zone).date();
    let zone = earlier.map(|earlier| earlier.zone);
    let mut draft = Programme::draft(call.guild, template, today(chrono_tz::UTC), call.channel, digests);
    draft.starts_on = today(zone.unwrap_or(draft.zone));
    draft.language = server.language;
    let mut weeks = Duration::weeks(i64::from(template.weeks()));
    if let Some(earlier) = earlier {
        draft = again(earlier, draft, new.template);
        if new.template.is_none() {
            weeks = earlier.ends_on - earlier.starts_on;
        }
    }
    let typed = |wanted: Setting| new.settings.iter().find(|(setting, _)| *setting == wanted);
    settings::set(&mut draft, Setting::Name, &new.name, call.now)?;
    if draft.name.is_empty() {
        return Err(Refusal::TextLength { max: settings::NAME_MAX });
    }
    if typed(Setting::K).is_some() {
        // It only rises within a programme; a new one may begin lower than an earlier one was.
        draft.k = LEAST_K;
    }
    // In the order of the list, which has the zone before the days that are read in it.
    for setting in Setting::ALL {
        if *setting == Setting::End {
            draft.ends_on = draft.starts_on + weeks;
        }
        if *setting == Setting::Start && typed(*setting).is_none() {
            draft.starts_on = today(draft.zone);
        }
        if let Some((_, words)) = typed(*setting) {
            settings::set(&mut draft, *setting, words, call.now)?;
        }
    }
    settings::check(&draft)?;
    draft.language = new.language.unwrap_or(draft.language);
    draft.mentee_assigns = new.mentee_assigns.unwrap_or(draft.mentee_assigns);
    draft.card_channel = new.card_channel.unwrap_or(draft.card_channel);
    draft.practice_channel = new.practice_channel.or(draft.practice_channel);
    if let Some(chosen) = new.digest_channel {
        draft.digest_channel = chosen.for_coordinators()?;
    }
    Ok(draft)
}

/// The settings of an earlier programme for a new one: not its days, nor what happened in it. Another template brings
/// its own length, meetings and limits.
fn again(earlier: &Programme, draft: Programme, template: Option<Template>) -> Programme {
    let mut new = Programme {
        id: draft.id,
        name: String::new(),
        template: draft.template,
        phase: Phase::Draft,
        starts_on: draft.starts_on,
        ends_on: draft.ends_on,
        periods: None,
        kickoff: None,
        closing_event: None,
        lounge_channel: None,
        closed_on: None,
        ..earlier.clone()
    };
    if template.is_some_and(|template| template != earlier.template) {
        new.meetings = draft.meetings;
        new.hours = draft.hours;
        new.question_schedule = draft.question_schedule;
        new.briefing_required = draft.briefing_required;
        new.rotation_weeks = draft.rotation_weeks;
        new.most_tandems = draft.most_tandems;
    }
    new
}

#[cfg(test)]
#[path = "create/tests.rs"]
mod tests;
