//! What comes in every room at the same time: short questions, the joint look-back, the last meeting, new partners. Posts
//! about private questions never change with an answer (P17); the look-back is the two's own text and shows what stands.

use std::fmt::Write as _;

use super::Rendered;
use super::tasks::quoted_within;
use crate::app::{look_backs, surveys};
use crate::discord::button::Button;
use crate::discord::components::rotation::ask_button;
use crate::discord::view::{ButtonView, Embed, Style, View};
use crate::discord::words;
use crate::domain::ids::{LookBackId, SurveyId, UserId};
use crate::domain::language::Language;
use crate::domain::look_back::{LINE_MAX, Line, LookBack, Moment};
use crate::domain::post::PostKind;
use crate::domain::survey::SurveyKind;
use crate::domain::tandem::Tandem;
use crate::locales::{TimeStyle, date, discord_time, say};
use crate::store::look_backs::{look_back_find, stay_find};
use crate::store::posts::Post;
use crate::store::surveys::{survey_find, surveys_of};
use crate::store::{Conn, Result, meetings, people, programmes, tandems};

/// A line whose signs lost their power may be that much longer.
const SHOWN_MAX: usize = LINE_MAX + 30;

/// Renders one of these posts; `None` when it no longer makes sense.
///
/// # Errors
/// Those of the database.
pub async fn render(conn: &mut Conn, post: &Post) -> Result<Option<Rendered>> {
    let Some(tandem) = post.tandem else { return Ok(None) };
    let tandem = tandems::tandem_get(conn, tandem).await?;
    if !tandem.is_live() {
        return Ok(None);
    }
    match post.kind {
        PostKind::Survey => survey(conn, &tandem, SurveyId(post.subject)).await,
        PostKind::LookBack => look_back(conn, &tandem, LookBackId(post.subject)).await,
        PostKind::LastMeeting => last_meeting(conn, &tandem).await,
        PostKind::StayAsk => stay_ask(conn, &tandem).await,
        PostKind::Stayed => {
            let (text, mentions) = both(conn, &tandem, "stay-both-post", "").await?;
            Ok(Some(Rendered { view: View::text(text), mentions, silent: false }))
        }
        _ => Ok(None),
    }
}

/// A text that names both, and its time or day.
async fn both(conn: &mut Conn, tandem: &Tandem, id: &str, until: &str) -> Result<(String, Vec<UserId>)> {
    let mentor = people::person_get(conn, tandem.mentor).await?.user;
    let mentee = people::person_get(conn, tandem.mentee).await?.user;
    let text = say(tandem.language, id)
        .with("mentor", words::person(mentor))
        .with("mentee", words::person(mentee))
        .with("until", until)
        .text();
    Ok((text, vec![mentor, mentee]))
}

async fn survey(conn: &mut Conn, tandem: &Tandem, id: SurveyId) -> Result<Option<Rendered>> {
    let Some(survey) = survey_find(conn, id).await? else { return Ok(None) };
    let Some(closes_at) = surveys::closes_at(&survey) else { return Ok(None) };
    let until = discord_time(closes_at, TimeStyle::Date);
    let kind = survey.kind.code();
    let (text, mentions) = both(conn, tandem, &format!("survey-post-{kind}"), &until).await?;
    let label = say(tandem.language, "survey-begin-button");
    let button = ButtonView::press(Button::Survey(survey.id), label, Style::Primary);
    Ok(Some(Rendered { view: View::text(text).buttons(vec![button]), mentions, silent: false }))
}

/// What a line of a look-back is about: where something ends it is what stays, not what changes ([`look_backs::keeps`]).
#[must_use]
pub fn line_label(line: Line, keeps: bool, language: Language) -> String {
    match line {
        Line::Worked => say(language, "look-back-worked"),
        Line::Learned => say(language, "look-back-learned"),
        Line::Changes if keeps => say(language, "look-back-keeps"),
        Line::Changes => say(language, "look-back-changes"),
    }
    .text()
}

async fn look_back(conn: &mut Conn, tandem: &Tandem, id: LookBackId) -> Result<Option<Rendered>> {
    let (_, moment) = LookBack::of(id);
    let Some(look_back) = look_back_find(conn, tandem.id, moment).await? else { return Ok(None) };
    let keeps = look_backs::keeps(&programmes::programme_get(conn, tandem.programme).await?, moment);
    let text = match moment {
        Moment::Half if keeps => "look-back-post-change",
        Moment::Half => "look-back-post-half",
        Moment::End => "look-back-post-end",
    };
    let (mut text, mentions) = both(conn, tandem, text, "").await?;
    let talk = moment == Moment::Half && !offered_by_survey(conn, tandem).await?;
    if talk {
        let _ = write!(text, "\n\n{}", say(tandem.language, "look-back-talk").text());
    }
    let mut embed = Embed::new(say(tandem.language, "look-back-title"), "");
    for (line, words) in Line::ALL.iter().zip(&look_back.lines) {
        let label = line_label(*line, keeps, tandem.language);
        // A line nobody wrote yet stands there as a dash, so that the three are seen from the start.
        let words = if words.is_empty() { "–".to_owned() } else { quoted_within(words, SHOWN_MAX) };
        embed = embed.field(label, words);
    }
    let label = say(tandem.language, "look-back-button");
    let mut buttons = vec![ButtonView::press(Button::LookBack(id), label, Style::Primary)];
    if talk {
        let label = say(tandem.language, "survey-talk-button");
        buttons.push(ButtonView::press(Button::SupportMenu, label, Style::Secondary));
    }
    let view = View::text(text).embed(embed).buttons(buttons);
    Ok(Some(Rendered { view, mentions, silent: false }))
}

/// Whether the programme asks its interim questions, which end with the offer of a talk. A programme too small for them
/// makes that offer with the look-back.
async fn offered_by_survey(conn: &mut Conn, tandem: &Tandem) -> Result<bool> {
    let all = surveys_of(conn, tandem.programme).await?;
    Ok(all.iter().any(|one| one.kind == SurveyKind::Interim))
}

async fn last_meeting(conn: &mut Conn, tandem: &Tandem) -> Result<Option<Rendered>> {
    let programme = programmes::programme_get(conn, tandem.programme).await?;
    let ends = date(tandem.language, programme.ends_on);
    let (text, mentions) = both(conn, tandem, "last-meeting-post", &ends).await?;
    let all = meetings::meetings_of(conn, tandem.id).await?;
    let mut view = View::text(text);
    // Where the newest meeting has been, there is none ahead; dates for one are a press away.
    if all.iter().all(|one| one.cancelled || one.held_at.is_some()) {
        let label = say(tandem.language, "quiet-plan-button");
        let button = Button::MeetingPlan(tandem.id);
        view = view.buttons(vec![ButtonView::press(button, label, Style::Primary)]);
    }
    Ok(Some(Rendered { view, mentions, silent: false }))
}

async fn stay_ask(conn: &mut Conn, tandem: &Tandem) -> Result<Option<Rendered>> {
    let Some(open) = stay_find(conn, tandem.id).await? else { return Ok(None) };
    let until = discord_time(open.deadline, TimeStyle::Full);
    let (text, mentions) = both(conn, tandem, "stay-ask-post", &until).await?;
    let view = View::text(text).buttons(vec![ask_button(tandem.id, tandem.language)]);
    Ok(Some(Rendered { view, mentions, silent: false }))
}

#[cfg(test)]
#[path = "rounds/tests.rs"]
mod tests;
