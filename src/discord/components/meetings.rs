//! Buttons and forms about meetings, and the private replies that commands and buttons share.

use std::collections::BTreeMap;

use crate::app::meetings::change::{Changed, cancel as cancel_case, shift};
use crate::app::meetings::confirm::{Confirmed, confirm as confirm_case};
use crate::app::meetings::{Draft, ahead, of_button, offer, plan};
use crate::app::scope::Seat;
use crate::app::{Decision, guard};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::posts::meetings::{change_buttons, details};
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{ButtonView, Form, Input, Style, View};
use crate::discord::words;
use crate::domain::ids::{MeetingId, OfferId, TandemId};
use crate::domain::language::Language;
use crate::domain::meeting::{Meeting, PLACE_MAX};
use crate::domain::refusal::Refusal;
use crate::domain::tandem::Side;
use crate::locales::{TimeStyle, discord_time, say};
use crate::store::{Conn, Result, meetings, people, tandems};

/// The names of the form's inputs.
const WHEN: &str = "when";
const PLACE: &str = "place";
/// A moment in words fits into that many characters.
const WHEN_MAX: usize = 100;

fn full(meeting: &Meeting) -> String {
    discord_time(meeting.starts_at, TimeStyle::Full)
}

/// The one who has yet to confirm, as a text shows them; empty when nobody has.
async fn awaited(conn: &mut Conn, meeting: &Meeting) -> Result<String> {
    let tandem = tandems::tandem_get(conn, meeting.tandem).await?;
    let waits = Side::ALL.iter().find(|side| !meeting.confirmed_by(**side));
    Ok(match waits {
        Some(side) => words::person(people::person_get(conn, tandem.person(*side)).await?.user),
        None => String::new(),
    })
}

/// Plans a meeting and answers privately.
///
/// # Errors
/// Those of the database.
pub async fn planned(bot: &Bot, request: &Request, tandem: Option<TandemId>, draft: Draft) -> Result<Answer> {
    bot.answer_with(
        request,
        move |conn, call| Box::pin(async move { plan::plan(conn, &call, tandem, draft).await }),
        |conn, id, language| Box::pin(planned_reply(conn, id, language)),
    )
    .await
}

async fn planned_reply(conn: &mut Conn, id: MeetingId, language: Language) -> Result<Reply> {
    let meeting = meetings::meeting_get(conn, id).await?;
    let person = awaited(conn, &meeting).await?;
    let text = say(language, "meeting-planned").with("when", full(&meeting)).with("person", person);
    Ok(Reply::Update(View::text(text)))
}

/// Takes one of three proposed dates.
///
/// # Errors
/// Those of the database.
pub async fn take(bot: &Bot, request: &Request, id: OfferId, index: usize) -> Result<Answer> {
    bot.answer_with(
        request,
        move |conn, call| Box::pin(async move { offer::take(conn, &call, id, index).await }),
        |conn, id, language| Box::pin(planned_reply(conn, id, language)),
    )
    .await
}

/// Moves a meeting and answers privately.
///
/// # Errors
/// Those of the database.
pub async fn moved(bot: &Bot, request: &Request, which: Option<MeetingId>, draft: Draft) -> Result<Answer> {
    bot.answer_with(
        request,
        move |conn, call| Box::pin(async move { shift(conn, &call, which, draft).await }),
        |conn, changed, language| Box::pin(changed_reply(conn, changed, language)),
    )
    .await
}

/// Cancels a meeting and answers privately.
///
/// # Errors
/// Those of the database.
pub async fn cancelled(bot: &Bot, request: &Request, which: Option<MeetingId>) -> Result<Answer> {
    bot.answer_with(
        request,
        move |conn, call| Box::pin(async move { cancel_case(conn, &call, which).await }),
        |conn, changed, language| Box::pin(changed_reply(conn, changed, language)),
    )
    .await
}

async fn changed_reply(conn: &mut Conn, changed: Changed, language: Language) -> Result<Reply> {
    let (Changed::Moved(id) | Changed::Unchanged(id) | Changed::Cancelled(id)) = changed;
    let meeting = meetings::meeting_get(conn, id).await?;
    let said = match changed {
        Changed::Moved(_) => {
            say(language, "meeting-moved-noted").with("person", awaited(conn, &meeting).await?)
        }
        Changed::Unchanged(_) => say(language, "meeting-unchanged"),
        Changed::Cancelled(_) => say(language, "meeting-cancelled-noted"),
    };
    Ok(Reply::Update(View::text(said.with("when", full(&meeting)))))
}

/// The press of *Confirm*.
///
/// # Errors
/// Those of the database.
pub async fn confirm(bot: &Bot, request: &Request, id: MeetingId) -> Result<Answer> {
    bot.answer_with(
        request,
        move |conn, call| Box::pin(async move { confirm_case(conn, &call, id).await }),
        |conn, outcome, language| {
            Box::pin(async move {
                let (Confirmed::Noted(id) | Confirmed::Already(id) | Confirmed::Waits(id)) = outcome;
                let meeting = meetings::meeting_get(conn, id).await?;
                let said = match outcome {
                    Confirmed::Noted(_) => say(language, "meeting-confirm-noted"),
                    Confirmed::Already(_) => say(language, "meeting-confirmed-already"),
                    Confirmed::Waits(_) => {
                        say(language, "meeting-confirm-waits").with("person", awaited(conn, &meeting).await?)
                    }
                };
                Ok(Reply::Update(View::text(said.with("when", full(&meeting)))))
            })
        },
    )
    .await
}

/// Asks once whether a meeting is to be cancelled.
///
/// # Errors
/// Those of the database.
pub async fn cancel_ask(bot: &Bot, request: &Request, id: MeetingId) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| Box::pin(async move { of_button(conn, &call, id).await }),
        |(_, meeting): (Seat, Meeting), language| {
            let press = |button, id, style| ButtonView::press(button, say(language, id), style);
            let text = say(language, "meeting-cancel-ask").with("when", full(&meeting));
            Reply::Private(View::text(text).buttons(vec![
                press(Button::MeetingCancel(meeting.id), "meeting-cancel-confirm-button", Style::Danger),
                press(Button::MeetingMove(meeting.id), "meeting-move-button", Style::Secondary),
            ]))
        },
    )
    .await
}

/// Cancels the meeting that was asked about.
///
/// # Errors
/// Those of the database.
pub async fn cancel(bot: &Bot, request: &Request, id: MeetingId) -> Result<Answer> {
    cancelled(bot, request, Some(id)).await
}

/// Shows the next meeting, or the way to plan one.
///
/// # Errors
/// Those of the database.
pub async fn next(bot: &Bot, request: &Request, tandem: Option<TandemId>) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move {
                let (seat, all) = match ahead(conn, &call, tandem).await? {
                    Ok(found) => found,
                    Err(refusal) => return Ok(Err(refusal)),
                };
                let person = match all.first() {
                    Some(meeting) => awaited(conn, meeting).await?,
                    None => String::new(),
                };
                Ok(Ok((seat.tandem.id, all, person)))
            })
        },
        |(tandem, all, person), language| Reply::Private(next_view(tandem, &all, person, language)),
    )
    .await
}

fn next_view(tandem: TandemId, all: &[Meeting], person: String, language: Language) -> View {
    let plan = || {
        let label = say(language, "meeting-plan-button");
        ButtonView::press(Button::MeetingPlan(tandem), label, Style::Secondary)
    };
    let Some((next, later)) = all.split_first() else {
        return View::text(say(language, "meeting-none")).buttons(vec![plan()]);
    };
    let state = if next.is_confirmed() {
        say(language, "meeting-state-confirmed")
    } else {
        say(language, "meeting-state-waits").with("person", person)
    };
    let later: Vec<String> = later.iter().map(full).collect();
    let embed = details(language, say(language, "meeting-next-title").text(), next)
        .field(say(language, "meeting-state-field"), state)
        .field(say(language, "meeting-later-field"), later.join("\n"));
    let mut buttons = change_buttons(language, next);
    buttons.push(plan());
    View::default().embed(embed).buttons(buttons)
}

/// Opens the form to plan a meeting.
///
/// # Errors
/// Those of the database.
pub async fn plan_form(bot: &Bot, request: &Request, tandem: TandemId) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move {
                Ok(match guard::seat_in(conn, &call, tandem).await? {
                    Ok(seat) if !seat.tandem.is_live() => Err(Refusal::TandemEnded),
                    Ok(seat) => seat.at_work(),
                    Err(refusal) => Err(refusal),
                })
            })
        },
        |(), language| {
            let title = say(language, "meeting-plan-modal-title").text();
            Reply::Modal(form(Button::MeetingPlan(tandem), title, "", language))
        },
    )
    .await
}

/// Opens the form for another time, with the place that stands.
///
/// # Errors
/// Those of the database.
pub async fn move_form(bot: &Bot, request: &Request, id: MeetingId) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move {
                let found: Decision<(Seat, Meeting)> = of_button(conn, &call, id).await?;
                Ok(found.map(|(_, meeting)| meeting.place))
            })
        },
        |place, language| {
            let title = say(language, "meeting-move-modal-title").text();
            Reply::Modal(form(Button::MeetingMove(id), title, &place, language))
        },
    )
    .await
}

fn form(button: Button, title: String, place: &str, language: Language) -> Form {
    let text = |id| say(language, id).text();
    Form {
        button,
        title,
        inputs: vec![
            Input {
                id: WHEN,
                label: text("meeting-when-label"),
                placeholder: text("meeting-when-placeholder"),
                value: String::new(),
                long: false,
                required: true,
                max: WHEN_MAX,
            },
            Input {
                id: PLACE,
                label: text("meeting-place-label"),
                placeholder: text("meeting-place-placeholder"),
                value: place.to_owned(),
                long: false,
                required: false,
                max: PLACE_MAX,
            },
        ],
    }
}

fn draft(fields: &BTreeMap<String, String>) -> Draft {
    let text = |name| fields.get(name).cloned();
    Draft { when: text(WHEN), place: text(PLACE), minutes: None }
}

/// Takes the form to plan a meeting.
///
/// # Errors
/// Those of the database.
pub async fn plan_sent(
    bot: &Bot,
    request: &Request,
    tandem: TandemId,
    fields: &BTreeMap<String, String>,
) -> Result<Answer> {
    planned(bot, request, Some(tandem), draft(fields)).await
}

/// Takes the form for another time.
///
/// # Errors
/// Those of the database.
pub async fn move_sent(
    bot: &Bot,
    request: &Request,
    id: MeetingId,
    fields: &BTreeMap<String, String>,
) -> Result<Answer> {
    moved(bot, request, Some(id), draft(fields)).await
}
