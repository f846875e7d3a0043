//! A task as its two people see it: the card, the lines that tell the giver how it went, and what the bot brings up
//! when it is due. Rendered from what is stored at that moment; what a later word has overtaken is not sent at all.

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;

use super::Rendered;
use crate::discord::button::Button;
use crate::discord::view::{ButtonView, Embed, Style, View, quote, shorten};
use crate::discord::words;
use crate::domain::ids::{PersonId, TaskId, UserId};
use crate::domain::language::Language;
use crate::domain::post::{DaySpan, PostKind};
use crate::domain::tandem::Tandem;
use crate::domain::task::{Task, TaskState};
use crate::domain::zone;
use crate::locales::{self, TimeStyle, discord_time, say};
use crate::store::posts::Post;
use crate::store::{Conn, Result, people, programmes, tandems, tasks};

/// A field of an embed holds 1,024 characters (Discord).
const FIELD_MAX: usize = 1_024;
/// A note in a line of its own: with the line above it, it stays far below a message's 2,000 characters.
const NOTE_LINE_MAX: usize = 1_500;
/// A reminder names its task; the card has the rest.
const REMINDED_MAX: usize = 300;

/// A tandem's people and settings, as the texts about its tasks need them.
struct Scene {
    tandem: Tandem,
    zone: Tz,
    people: [(PersonId, UserId); 2],
}

impl Scene {
    async fn of(conn: &mut Conn, post: &Post) -> Result<Option<Self>> {
        let Some(tandem) = post.tandem else { return Ok(None) };
        let tandem = tandems::tandem_get(conn, tandem).await?;
        let zone = programmes::programme_get(conn, tandem.programme).await?.zone;
        let mentor = people::person_get(conn, tandem.mentor).await?;
        let mentee = people::person_get(conn, tandem.mentee).await?;
        Ok(Some(Self { tandem, zone, people: [(mentor.id, mentor.user), (mentee.id, mentee.user)] }))
    }

    fn name(&self, person: PersonId) -> String {
        self.people
            .iter()
            .find(|(id, _)| *id == person)
            .map(|(_, user)| words::person(*user))
            .unwrap_or_default()
    }

    fn calling_both(&self, view: View) -> Rendered {
        Rendered { mentions: self.people.iter().map(|(_, user)| *user).collect(), ..Rendered::quiet(view) }
    }
}

/// A person's words in at most `max` characters after they lost their power.
#[must_use]
pub fn quoted_within(text: &str, max: usize) -> String {
    let mut keep = max;
    loop {
        let quoted = quote(&shorten(text, keep));
        let over = quoted.chars().count().saturating_sub(max);
        if over == 0 {
            return quoted;
        }
        keep = keep.saturating_sub(over.div_ceil(2));
    }
}

/// A due day for every reader: at noon of the programme's zone, which is the same day nearly everywhere.
#[must_use]
pub fn due_text(day: NaiveDate, zone: Tz) -> String {
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
    discord_time(zone::to_utc(day.and_time(noon), zone), TimeStyle::Date)
}

/// How a task stands, in words.
#[must_use]
pub fn state_text(language: Language, state: TaskState) -> String {
    match state {
        TaskState::Open => say(language, "task-state-open"),
        TaskState::Worked => say(language, "task-state-worked"),
        TaskState::Stuck => say(language, "task-state-stuck"),
        TaskState::Cancelled => say(language, "task-state-cancelled"),
    }
    .text()
}

/// The buttons by which a report is made.
#[must_use]
pub fn report_buttons(language: Language, worked: Button, stuck: Button) -> Vec<ButtonView> {
    vec![
        ButtonView::press(worked, say(language, "task-worked-button"), Style::Secondary),
        ButtonView::press(stuck, say(language, "task-stuck-button"), Style::Secondary),
    ]
}

/// The buttons that follow a report: a note, and taking it back.
#[must_use]
pub fn follow_buttons(language: Language, task: TaskId) -> Vec<ButtonView> {
    vec![
        ButtonView::press(Button::TaskNote(task), say(language, "task-note-button"), Style::Secondary),
        ButtonView::press(Button::TaskUndo(task), say(language, "task-undo-button"), Style::Secondary),
    ]
}

fn card_buttons(language: Language, task: &Task) -> Vec<ButtonView> {
    let mut report = report_buttons(language, Button::TaskWorked(task.id), Button::TaskStuck(task.id));
    match task.state {
        TaskState::Cancelled => return Vec::new(),
        TaskState::Open => return report,
        TaskState::Worked => report.remove(0),
        TaskState::Stuck => report.remove(1),
    };
    report.extend(follow_buttons(language, task.id));
    report
}

fn card(scene: &Scene, task: &Task) -> View {
    let language = scene.tandem.language;
    let due = task.due_on.map(|day| due_text(day, scene.zone)).unwrap_or_default();
    let note = task.note.as_deref().map(|note| quoted_within(note, FIELD_MAX)).unwrap_or_default();
    let mut embed = Embed::new(say(language, "task-title").with("number", task.number), quote(&task.text))
        .field(say(language, "task-card-for-field"), scene.name(task.doer))
        .field(say(language, "task-card-due-field"), due)
        .field(say(language, "task-card-link-field"), task.link.clone().unwrap_or_default())
        .field(say(language, "task-card-state-field"), state_text(language, task.state))
        .field(say(language, "task-card-note-field"), note);
    let buttons = card_buttons(language, task);
    if buttons.is_empty() {
        return View::default().embed(embed);
    }
    embed = embed.footer(say(language, "task-card-reactions"));
    View::default().embed(embed).buttons(buttons)
}

/// What is said once where a card was deleted. Its text is not repeated: it may have been the reason.
fn card_gone(scene: &Scene, task: &Task) -> Option<Rendered> {
    let said = say(scene.tandem.language, "task-card-gone").with("number", task.number);
    let (worked, stuck) = (Button::TaskWorked(task.id), Button::TaskStuck(task.id));
    let view = View::text(said).buttons(report_buttons(scene.tandem.language, worked, stuck));
    let word = Rendered { silent: true, ..Rendered::quiet(view) };
    (task.is_pending() && scene.tandem.is_live()).then_some(word)
}

/// The line by which the giver is told. Before it is sent it only makes sense while the report stands; afterwards it
/// follows the task: a note is added, a word taken back is said.
fn told(scene: &Scene, task: &Task, kind: PostKind, sent: bool) -> Option<View> {
    let language = scene.tandem.language;
    let state = if kind == PostKind::TaskStuck { TaskState::Stuck } else { TaskState::Worked };
    let line = match kind {
        _ if sent && task.state == TaskState::Open => say(language, "task-report-undone"),
        _ if task.state != state => return None,
        PostKind::TaskStuck => say(language, "task-report-stuck"),
        _ => say(language, "task-report-worked"),
    };
    let mut text = line
        .with("giver", scene.name(task.giver))
        .with("person", scene.name(task.doer))
        .with("number", task.number)
        .text();
    if let Some(note) = &task.note {
        let note = say(language, "task-report-note").with("note", quoted_within(note, NOTE_LINE_MAX)).text();
        text = format!("{text}\n{note}");
    }
    Some(View::text(text))
}

fn disagree(scene: &Scene, task: &Task, sent: bool) -> Option<View> {
    // A button has settled it before the question went out.
    if task.state == TaskState::Cancelled || (!sent && !task.by_mark) {
        return None;
    }
    let language = scene.tandem.language;
    let text = say(language, "task-two-marks")
        .with("person", scene.name(task.doer))
        .with("giver", scene.name(task.giver))
        .with("number", task.number);
    let buttons = report_buttons(language, Button::TaskWorked(task.id), Button::TaskStuck(task.id));
    Some(View::text(text).buttons(buttons))
}

/// One paragraph for each of the two who has something due.
fn reminder(scene: &Scene, all: &[Task], kind: PostKind, days: DaySpan) -> Option<View> {
    let language = scene.tandem.language;
    let due: Vec<&Task> = all
        .iter()
        .filter(|task| task.state == TaskState::Open && task.due_on.is_some_and(|day| days.holds(day)))
        .collect();
    let mut paragraphs = Vec::new();
    for (doer, _) in scene.people {
        let his: Vec<&Task> = due.iter().copied().filter(|task| task.doer == doer).collect();
        let Some(first) = his.first() else { continue };
        let text = quoted_within(&first.text, REMINDED_MAX);
        let numbers: Vec<String> = his.iter().map(|task| task.number.to_string()).collect();
        let numbers = locales::list(language, &numbers);
        let day = due_text(days.to, scene.zone);
        let said = match (kind, his.len()) {
            (PostKind::TaskReminder, 1) => say(language, "task-reminder-tomorrow")
                .with("due", day)
                .with("number", first.number)
                .with("text", text),
            (PostKind::TaskReminder, _) => {
                say(language, "task-reminder-tomorrow-several").with("due", day).with("tasks", numbers)
            }
            (_, 1) => say(language, "task-reminder-today").with("number", first.number).with("text", text),
            _ => say(language, "task-reminder-several").with("tasks", numbers),
        };
        let (person, giver) = (scene.name(doer), scene.name(first.giver));
        paragraphs.push(said.with("person", person).with("giver", giver).text());
    }
    let view = View::text(paragraphs.join("\n\n"));
    match (due.as_slice(), kind) {
        ([], _) => None,
        (_, PostKind::TaskReminder) => Some(view),
        ([only], _) => {
            let (worked, stuck) = (Button::TaskWorked(only.id), Button::TaskStuck(only.id));
            Some(view.buttons(report_buttons(language, worked, stuck)))
        }
        _ => Some(view.buttons(report_buttons(language, Button::ChooseWorked, Button::ChooseStuck))),
    }
}

/// Renders a post about tasks; `None` when it no longer makes sense.
///
/// # Errors
/// Those of the database.
pub async fn render(conn: &mut Conn, post: &Post) -> Result<Option<Rendered>> {
    let Some(scene) = Scene::of(conn, post).await? else { return Ok(None) };
    let sent = post.message.is_some();
    if matches!(post.kind, PostKind::TaskReminder | PostKind::TaskDue) {
        let Some(days) = DaySpan::of(post.subject).filter(|_| scene.tandem.is_live()) else {
            return Ok(None);
        };
        let all = tasks::tasks_of(conn, scene.tandem.id).await?;
        return Ok(reminder(&scene, &all, post.kind, days).map(|view| scene.calling_both(view)));
    }
    let Some(task) = tasks::task_find(conn, TaskId(post.subject)).await? else { return Ok(None) };
    Ok(match post.kind {
        PostKind::TaskCard => Some(Rendered::quiet(card(&scene, &task))),
        PostKind::CardGone => card_gone(&scene, &task),
        PostKind::MarksDisagree => disagree(&scene, &task, sent).map(|view| scene.calling_both(view)),
        kind => told(&scene, &task, kind, sent).map(|view| scene.calling_both(view)),
    })
}
