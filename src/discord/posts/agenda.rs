//! What stands in a room around a meeting: the agenda with which both are reminded a day before, *did you meet?*, the
//! invitation to leave a task, and what is still open half-way. Long words are shortened; the order is always the same.

use chrono::{DateTime, Utc};

use super::Rendered;
use super::meetings::confirm_button;
use super::tasks::{quoted_within, state_text};
use crate::app::topics;
use crate::discord::button::Button;
use crate::discord::components::ideas::{lines, take_buttons};
use crate::discord::components::topics::point_lines;
use crate::discord::view::{ButtonView, Embed, Style, View};
use crate::discord::words::{self, theme_text};
use crate::domain::idea;
use crate::domain::ids::{MeetingId, UserId};
use crate::domain::language::Language;
use crate::domain::meeting::Meeting;
use crate::domain::post::PostKind;
use crate::domain::tandem::Tandem;
use crate::domain::task::{Task, TaskState};
use crate::domain::topic::{Point, Theme};
use crate::locales::{TimeStyle, discord_time, say};
use crate::store::posts::Post;
use crate::store::{
    Conn, Result, meetings, own_ideas, people, programmes, questions, tandems, tasks, topics as stored,
};

/// A field of an embed holds 1,024 characters (Discord); four of them and the rest stay below 6,000.
const FIELD_MAX: usize = 1_024;
/// The line that says how much is missing needs that much of it.
const MORE: usize = 40;
/// A task's words on the agenda; its card has the rest.
const TEXT_MAX: usize = 120;
/// A note's words on the agenda.
const NOTE_MAX: usize = 160;
/// The place of a meeting, above everything else.
const PLACE_MAX: usize = 400;

struct Room {
    tandem: Tandem,
    mentor: UserId,
    mentee: UserId,
}

impl Room {
    async fn of(conn: &mut Conn, post: &Post) -> Result<Option<Self>> {
        let Some(tandem) = post.tandem else { return Ok(None) };
        let tandem = tandems::tandem_get(conn, tandem).await?;
        let mentor = people::person_get(conn, tandem.mentor).await?.user;
        let mentee = people::person_get(conn, tandem.mentee).await?.user;
        Ok(tandem.is_live().then_some(Self { tandem, mentor, mentee }))
    }

    fn calling_both(&self, view: View) -> Rendered {
        Rendered { mentions: vec![self.mentor, self.mentee], ..Rendered::quiet(view) }
    }
}

/// One of the posts around a meeting; `None` when it has lost its sense.
///
/// # Errors
/// Those of the database.
pub async fn render(conn: &mut Conn, post: &Post) -> Result<Option<Rendered>> {
    let Some(room) = Room::of(conn, post).await? else { return Ok(None) };
    if post.kind == PostKind::HalfWay {
        return half_way(conn, &room).await;
    }
    let Some(meeting) = meetings::meeting_find(conn, MeetingId(post.subject)).await? else {
        return Ok(None);
    };
    match post.kind {
        // Before it is sent, an answer may have come by another way; afterwards it never changes (P17).
        PostKind::DidYouMeet => {
            let settled = meeting.cancelled || meeting.held_at.is_some();
            Ok((post.message.is_some() || !settled).then(|| did_you_meet(&room, &meeting)))
        }
        PostKind::Ideas => invitation(conn, &room, &meeting).await,
        PostKind::Agenda if !meeting.cancelled => {
            let content = Content::load(conn, &room.tandem, &meeting).await?;
            Ok(Some(agenda(&room, &meeting, &content)))
        }
        _ => Ok(None),
    }
}

/// What stands on an agenda.
#[derive(Default)]
struct Content {
    theme: Option<Theme>,
    /// Tasks given or reported on since the last meeting.
    tasks: Vec<Task>,
    /// Tasks from before it on which something is still to come.
    left_tasks: Vec<Task>,
    /// Whether there was a meeting before.
    again: bool,
    points: Vec<Point>,
    left_points: Vec<Point>,
    question: Option<String>,
}

impl Content {
    async fn load(conn: &mut Conn, tandem: &Tandem, meeting: &Meeting) -> Result<Self> {
        let all = meetings::meetings_of(conn, tandem.id).await?;
        let before = all.iter().filter(|one| !one.cancelled && one.starts_at < meeting.starts_at);
        let before = before.max_by_key(|one| (one.starts_at, one.id));
        let since = before.map_or(DateTime::<Utc>::MIN_UTC, |before| before.starts_at);
        let theme = topics::of_meeting(conn, meeting).await?;
        let mut content = Self { theme, again: before.is_some(), ..Self::default() };
        let said = tasks::tasks_said_since(conn, tandem.id, since).await?;
        for task in tasks::tasks_of(conn, tandem.id).await? {
            if task.state == TaskState::Cancelled {
                continue;
            }
            if task.given_at >= since || said.contains(&task.id) {
                content.tasks.push(task);
            } else if task.is_pending() {
                content.left_tasks.push(task);
            }
        }
        let points = stored::points_open(conn, tandem.id).await?;
        let last = before.map(|before| before.id);
        (content.points, content.left_points) = points.into_iter().partition(|point| point.after == last);
        if let Some(asked) = questions::asked_of(conn, tandem.id).await?.last() {
            content.question = Some(super::questions::words(conn, tandem.language, asked.question).await?);
        }
        Ok(content)
    }
}

fn task_line(language: Language, task: &Task) -> String {
    let text = task.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = say(language, "agenda-task")
        .with("number", task.number)
        .with("state", state_text(language, task.state))
        .with("text", quoted_within(&text, TEXT_MAX))
        .text();
    match &task.note {
        Some(note) => {
            let note = note.split_whitespace().collect::<Vec<_>>().join(" ");
            say(language, "agenda-task-note")
                .with("line", line)
                .with("note", quoted_within(&note, NOTE_MAX))
                .text()
        }
        None => line,
    }
}

/// So many lines as fit into `max` characters; how many are missing stands below.
pub fn fitting(language: Language, lines: &[String], max: usize) -> String {
    let (mut kept, mut length) = (Vec::new(), 0);
    for line in lines {
        length += line.chars().count() + 1;
        if length + MORE > max {
            break;
        }
        kept.push(line.clone());
    }
    let left = lines.len() - kept.len();
    if left > 0 {
        kept.push(say(language, "agenda-more").with("count", left).text());
    }
    kept.join("\n")
}

fn task_lines(language: Language, tasks: &[Task], max: usize) -> String {
    let lines: Vec<String> = tasks.iter().map(|task| task_line(language, task)).collect();
    fitting(language, &lines, max)
}

fn agenda(room: &Room, meeting: &Meeting, content: &Content) -> Rendered {
    let language = room.tandem.language;
    let mut text = say(language, "agenda-reminder")
        .with("mentor", words::person(room.mentor))
        .with("mentee", words::person(room.mentee))
        .with("when", discord_time(meeting.starts_at, TimeStyle::Full))
        .with("relative", discord_time(meeting.starts_at, TimeStyle::Relative))
        .text();
    if !meeting.place.is_empty() {
        let place = quoted_within(&meeting.place, PLACE_MAX);
        text = format!("{text}\n{}", say(language, "agenda-place").with("place", place));
    }
    if !meeting.is_confirmed() {
        text = format!("{text}\n{}", say(language, "meeting-still-unconfirmed"));
    }
    let topic = match &content.theme {
        Some(theme) => theme_text(language, theme),
        None => say(language, "agenda-topic-open").text(),
    };
    let half = FIELD_MAX / 2;
    let left = [
        task_lines(language, &content.left_tasks, half),
        point_lines(language, &content.left_points, half - 1),
    ];
    let left: Vec<String> = left.into_iter().filter(|part| !part.is_empty()).collect();
    let question = content.question.clone().unwrap_or_default();
    let tasks_field = if content.again { "agenda-tasks-field" } else { "agenda-tasks-first-field" };
    let embed = Embed::new(say(language, "agenda-title"), "")
        .field(say(language, "agenda-topic-field"), topic)
        .field(say(language, tasks_field), task_lines(language, &content.tasks, FIELD_MAX))
        .field(say(language, "agenda-points-field"), point_lines(language, &content.points, FIELD_MAX))
        .field(say(language, "agenda-left-field"), left.join("\n"))
        .field(say(language, "agenda-question-field"), question);
    let propose = say(language, "topic-menu-propose-button");
    let mut buttons: Vec<ButtonView> = confirm_button(language, meeting).into_iter().collect();
    buttons.push(ButtonView::press(Button::TopicPropose(room.tandem.id), propose, Style::Secondary));
    room.calling_both(View::text(text).embed(embed).buttons(buttons))
}

fn did_you_meet(room: &Room, meeting: &Meeting) -> Rendered {
    let language = room.tandem.language;
    let text = say(language, "met-question")
        .with("mentor", words::person(room.mentor))
        .with("mentee", words::person(room.mentee))
        .with("when", discord_time(meeting.starts_at, TimeStyle::Date));
    let button = |button, id, style| ButtonView::press(button, say(language, id), style);
    room.calling_both(View::text(text).buttons(vec![
        button(Button::MeetingHeld(meeting.id), "met-yes-button", Style::Primary),
        button(Button::MeetingNot(meeting.id), "met-no-button", Style::Secondary),
        button(Button::MeetingFeedback(meeting.id), "met-rate-button", Style::Secondary),
    ]))
}

async fn invitation(conn: &mut Conn, room: &Room, meeting: &Meeting) -> Result<Option<Rendered>> {
    let given = tasks::tasks_of(conn, room.tandem.id).await?;
    let since = |task: &Task| task.giver == room.tandem.mentor && task.given_at >= meeting.starts_at;
    if given.iter().any(since) {
        return Ok(None);
    }
    let language = room.tandem.language;
    let turn = meetings::meetings_of(conn, room.tandem.id).await?;
    let turn = turn.iter().filter(|one| one.held_at.is_some() && one.starts_at < meeting.starts_at).count();
    let offered = programmes::programme_get(conn, room.tandem.programme).await?.template.topics();
    let theme = topics::of_meeting(conn, meeting).await?.filter(|theme| theme.is_among(offered));
    // What the two had as a task already is not brought up again.
    let mut own = own_ideas::own_ideas_of(conn, room.tandem.programme).await?;
    own.retain(|idea| !given.iter().any(|task| task.text == idea.words(language)));
    let ideas = idea::invited_with(theme.as_ref(), own, offered, i64::try_from(turn).unwrap_or_default());
    let said = match &theme {
        Some(theme) if idea::about(Some(theme), &ideas) => {
            say(language, "idea-invitation").with("topic", theme_text(language, theme))
        }
        _ => say(language, "idea-invitation-open"),
    };
    let text =
        said.with("mentor", words::person(room.mentor)).with("mentee", words::person(room.mentee)).text();
    let view = View::text(text)
        .embed(Embed::new(say(language, "idea-title"), lines(language, &ideas, 0)))
        .buttons(take_buttons(language, room.tandem.id, &ideas, 0));
    Ok(Some(room.calling_both(view)))
}

async fn half_way(conn: &mut Conn, room: &Room) -> Result<Option<Rendered>> {
    let language = room.tandem.language;
    let mut open = tasks::tasks_of(conn, room.tandem.id).await?;
    open.retain(Task::is_pending);
    if open.is_empty() {
        return Ok(None);
    }
    let text =
        format!("{}\n\n{}", say(language, "half-way-text"), task_lines(language, &open, 2 * FIELD_MAX));
    let view = View::default().embed(Embed::new(say(language, "half-way-title"), text));
    Ok(Some(Rendered::quiet(view)))
}

#[cfg(test)]
mod tests;
