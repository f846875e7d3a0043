//! What the bot says when something may be hard: a quiet room, a partner who cannot be reached, a task that is stuck
//! again, and the count of calls for support. None of it names who asked.

use super::Rendered;
use crate::app::{silence, support};
use crate::discord::button::Button;
use crate::discord::view::{ButtonView, Style, View, quote};
use crate::discord::words;
use crate::domain::calls::Reader;
use crate::domain::ids::{ChannelId, ProgrammeId, TandemId, TaskId, UserId};
use crate::domain::language::Language;
use crate::domain::post::PostKind;
use crate::domain::tandem::Tandem;
use crate::domain::task::TaskState;
use crate::locales::say;
use crate::store::posts::Post;
use crate::store::{Conn, Result, calls, people, programmes, tandems, tasks};

/// Renders one of these posts; `None` when it no longer makes sense.
///
/// # Errors
/// Those of the database.
pub async fn render(conn: &mut Conn, post: &Post) -> Result<Option<Rendered>> {
    if post.kind == PostKind::SupportWaits {
        return waiting(conn, ProgrammeId(post.subject), post.channel).await;
    }
    let Some(tandem) = post.tandem else { return Ok(None) };
    let tandem = tandems::tandem_get(conn, tandem).await?;
    if !tandem.is_live() {
        return Ok(None);
    }
    match post.kind {
        PostKind::QuietNudge if silence::still(conn, tandem.id).await? => {
            both(conn, &tandem, "quiet-post").await.map(|(text, mentions)| {
                let view = View::text(text).buttons(nudge_buttons(tandem.language, tandem.id));
                Some(Rendered { view, mentions, silent: false })
            })
        }
        PostKind::ReachAsk if calls::reach_open(conn, tandem.id).await?.is_some() => {
            both(conn, &tandem, "reach-post").await.map(|(text, mentions)| {
                let view = View::text(text).buttons(vec![here_button(tandem.language, tandem.id)]);
                Some(Rendered { view, mentions, silent: false })
            })
        }
        PostKind::TaskStuckAgain => stuck_again(conn, &tandem, TaskId(post.subject)).await,
        _ => Ok(None),
    }
}

async fn both(conn: &mut Conn, tandem: &Tandem, id: &str) -> Result<(String, Vec<UserId>)> {
    let mentor = people::person_get(conn, tandem.mentor).await?.user;
    let mentee = people::person_get(conn, tandem.mentee).await?.user;
    let text = say(tandem.language, id)
        .with("mentor", words::person(mentor))
        .with("mentee", words::person(mentee))
        .text();
    Ok((text, vec![mentor, mentee]))
}

/// A way to a meeting, and one to a pause.
fn nudge_buttons(language: Language, tandem: TandemId) -> Vec<ButtonView> {
    vec![
        ButtonView::press(Button::MeetingPlan(tandem), say(language, "quiet-plan-button"), Style::Primary),
        ButtonView::press(Button::PauseMenu(tandem), say(language, "quiet-pause-button"), Style::Secondary),
    ]
}

/// *I'm here*.
#[must_use]
pub fn here_button(language: Language, tandem: TandemId) -> ButtonView {
    ButtonView::press(Button::ReachHere(tandem), say(language, "reach-here-button"), Style::Primary)
}

async fn stuck_again(conn: &mut Conn, tandem: &Tandem, task: TaskId) -> Result<Option<Rendered>> {
    let Some(task) = tasks::task_find(conn, task).await?.filter(|task| task.state == TaskState::Stuck) else {
        return Ok(None);
    };
    let Some(desk) = support::desk_of(conn, tandem.id).await? else { return Ok(None) };
    let language = tandem.language;
    let text = match desk.reader {
        Reader::Coach => say(language, "stuck-again-coach"),
        Reader::Coordinator => say(language, "stuck-again-coordinator"),
    };
    let button = say(language, "stuck-again-button");
    let view = View::text(text.with("number", task.number)).buttons(vec![ButtonView::press(
        Button::SupportTask(task.id),
        button,
        Style::Secondary,
    )]);
    Ok(Some(Rendered::quiet(view)))
}

async fn waiting(
    conn: &mut Conn,
    programme: ProgrammeId,
    channel: Option<ChannelId>,
) -> Result<Option<Rendered>> {
    let programme = programmes::programme_get(conn, programme).await?;
    let coaches = people::server_get(conn, programme.guild).await?.and_then(|server| server.coach_channel);
    let reader = if coaches == channel { Reader::Coach } else { Reader::Coordinator };
    let count = support::waiting(conn, programme.id, reader).await?;
    if count == 0 {
        return Ok(None);
    }
    let text = say(programme.language, "support-waits")
        .with("count", count)
        .with("programme", quote(&programme.name));
    let button = say(programme.language, "support-list-button");
    let view = View::text(text).buttons(vec![ButtonView::press(
        Button::SupportList(programme.id),
        button,
        Style::Secondary,
    )]);
    Ok(Some(Rendered::quiet(view)))
}
