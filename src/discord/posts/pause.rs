//! The two posts about a pause: that it is on and until when, and one that sums up what came due meanwhile. Neither
//! says who set it or ended it (D15).

use super::Rendered;
use super::care::here_button;
use super::tasks::due_text;
use crate::discord::button::Button;
use crate::discord::components::rotation;
use crate::discord::view::{ButtonView, Embed, Style, View};
use crate::discord::words;
use crate::domain::ids::{AskedId, MeetingId, OfferId, PauseId, UserId};
use crate::domain::language::Language;
use crate::domain::pause::Pause;
use crate::domain::post::{DaySpan, PostKind};
use crate::domain::tandem::Tandem;
use crate::domain::task::TaskState;
use crate::locales::{self, TimeStyle, discord_time, say};
use crate::store::pauses::Held;
use crate::store::posts::{self, Post};
use crate::store::{
    Conn, Result, calls, look_backs, meetings, pauses, people, programmes, questions, tandems, tasks,
};

/// Renders a post about a pause; `None` when it no longer makes sense.
///
/// # Errors
/// Those of the database.
pub async fn render(conn: &mut Conn, post: &Post) -> Result<Option<Rendered>> {
    let (Some(tandem), Some(pause)) = (post.tandem, pauses::pause_find(conn, PauseId(post.subject)).await?)
    else {
        return Ok(None);
    };
    let tandem = tandems::tandem_get(conn, tandem).await?;
    if !tandem.is_live() {
        return Ok(None);
    }
    match post.kind {
        PostKind::PauseSet => set(conn, &tandem, &pause, post).await,
        _ => over(conn, &tandem, &pause).await.map(Some),
    }
}

async fn set(conn: &mut Conn, tandem: &Tandem, pause: &Pause, post: &Post) -> Result<Option<Rendered>> {
    let newest = posts::post_about(conn, PostKind::PauseSet, pause.id.0).await?;
    let open = pauses::pause_open(conn, tandem.id).await?;
    // Ended, or given another day, before this could be sent.
    if newest.map(|newest| newest.id) != Some(post.id) || open.map(|open| open.id) != Some(pause.id) {
        return Ok(None);
    }
    let zone = programmes::programme_get(conn, tandem.programme).await?.zone;
    let text = say(tandem.language, "pause-post-set").with("until", due_text(pause.day(zone), zone));
    Ok(Some(Rendered { silent: true, ..Rendered::quiet(View::text(text)) }))
}

async fn over(conn: &mut Conn, tandem: &Tandem, pause: &Pause) -> Result<Rendered> {
    let language = tandem.language;
    let both: [UserId; 2] = [
        people::person_get(conn, tandem.mentor).await?.user,
        people::person_get(conn, tandem.mentee).await?.user,
    ];
    let [mentor, mentee] = both.map(words::person);
    let over = say(language, "pause-post-over").with("mentor", mentor).with("mentee", mentee).text();
    let held = pauses::held_of(conn, pause.id).await?;
    let mut lines: Vec<String> = due_tasks(conn, tandem, &held).await?.into_iter().collect();
    lines.extend(held.iter().filter_map(|held| line(language, held, pause)));
    let (meetings, mut buttons) = about_meetings(conn, tandem, &held).await?;
    lines.extend(meetings);
    let question = held.iter().rfind(|held| held.post.kind == PostKind::Question);
    let stay = look_backs::stay_find(conn, tandem.id).await?;
    let stay = stay.filter(|_| held.iter().any(|held| held.post.kind == PostKind::StayAsk));
    if let Some(open) = stay {
        let until = discord_time(open.deadline, TimeStyle::Full);
        lines.push(say(language, "pause-post-stay").with("until", until).text());
        buttons.push(rotation::ask_button(tandem.id, language));
    }
    if lines.is_empty() && question.is_none() {
        lines.push(say(language, "pause-post-nothing").text());
    }
    lines.insert(0, over);
    let mut view = View::text(lines.join("\n"));
    if let Some(question) = question {
        let asked = questions::asked_get(conn, AskedId(question.post.subject)).await?;
        let text = super::questions::words(conn, language, asked.question).await?;
        view = view.embed(Embed::new(say(language, "pause-post-question-title"), text));
    }
    let asked = held.iter().any(|held| held.post.kind == PostKind::ReachAsk);
    if asked && calls::reach_open(conn, tandem.id).await?.is_some() {
        buttons.insert(0, here_button(language, tandem.id));
    }
    if !buttons.is_empty() {
        view = view.buttons(buttons);
    }
    // Ended before its day, this follows from a deed of one of the two: nobody is called.
    let mentions = if pause.ended_early { Vec::new() } else { both.to_vec() };
    Ok(Rendered { view, mentions, silent: pause.ended_early })
}

/// The tasks that reminders would have been about, those that are still open.
async fn due_tasks(conn: &mut Conn, tandem: &Tandem, held: &[Held]) -> Result<Option<String>> {
    let spans: Vec<DaySpan> = held
        .iter()
        .filter(|held| matches!(held.post.kind, PostKind::TaskReminder | PostKind::TaskDue))
        .filter_map(|held| DaySpan::of(held.post.subject))
        .collect();
    let numbers: Vec<String> = tasks::tasks_of(conn, tandem.id)
        .await?
        .iter()
        .filter(|task| task.state == TaskState::Open)
        .filter(|task| task.due_on.is_some_and(|day| spans.iter().any(|span| span.holds(day))))
        .map(|task| task.number.to_string())
        .collect();
    Ok((!numbers.is_empty()).then(|| {
        say(tandem.language, "pause-post-tasks")
            .with("count", numbers.len())
            .with("tasks", locales::list(tandem.language, &numbers))
            .text()
    }))
}

/// What is still of use of what would have come around meetings, in the order in which it is said, with its buttons: whether
/// the latest took place, ideas for a task, and that nothing is planned.
async fn about_meetings(
    conn: &mut Conn,
    tandem: &Tandem,
    held: &[Held],
) -> Result<(Vec<String>, Vec<ButtonView>)> {
    let language = tandem.language;
    let (mut lines, mut buttons) = (Vec::new(), Vec::new());
    let of = |kind| held.iter().rfind(move |held| held.post.kind == kind);
    if let Some(asked) = of(PostKind::DidYouMeet)
        && let Some(meeting) = meetings::meeting_find(conn, MeetingId(asked.post.subject)).await?
        && !meeting.cancelled
        && meeting.held_at.is_none()
    {
        let when = discord_time(meeting.starts_at, TimeStyle::Date);
        lines.push(say(language, "pause-post-met").with("when", when).text());
        let press = |button, id| ButtonView::press(button, say(language, id), Style::Secondary);
        buttons.push(press(Button::MeetingHeld(meeting.id), "met-yes-button"));
        buttons.push(press(Button::MeetingNot(meeting.id), "met-no-button"));
    }
    if of(PostKind::Ideas).is_some() {
        lines.push(say(language, "pause-post-ideas").text());
    }
    let dates = of(PostKind::MeetingDates);
    let planned = meetings::meetings_of(conn, tandem.id).await?;
    // A meeting that lies before the pause's end was held or called off; one after it is planned.
    if let Some(dates) = dates
        && let Some(offer) = meetings::offer_find(conn, OfferId(dates.post.subject)).await?
        && !planned.iter().any(|one| !one.cancelled && one.starts_at > offer.since)
    {
        lines.push(say(language, "pause-post-dates").text());
        let label = say(language, "meeting-plan-button");
        buttons.push(ButtonView::press(Button::MeetingPlan(tandem.id), label, Style::Secondary));
    }
    Ok((lines, buttons))
}

/// What the summary says of a post that came due, if it still matters; what it tells in another way is not among it.
fn line(language: Language, held: &Held, pause: &Pause) -> Option<String> {
    if held.expires_at.is_some_and(|expires| expires <= pause.until) {
        return None;
    }
    match held.post.kind {
        PostKind::ReachAsk => Some(say(language, "pause-post-reach").text()),
        PostKind::QuestionsOut => Some(say(language, "prompt-none-left").text()),
        _ => None,
    }
}
