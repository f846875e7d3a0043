//! Presses, choices and forms: each button's handler, in one table. Every handler checks who presses, as commands do.

pub mod place;
pub mod tandem;

use std::collections::BTreeMap;

use self::tandem::Wish;
use super::bot::Bot;
use super::button::Button;
use super::commands::{outdated, privacy};
use super::reply::Answer;
use super::request::Request;
use crate::domain::language::Language;
use crate::store::Result;

/// A press of a button, or a choice from a menu (`values`). `private`: it stands under a private reply of ours, which
/// an answer may replace.
///
/// # Errors
/// Those of the database.
pub async fn press(
    bot: &Bot,
    request: &Request,
    button: Option<Button>,
    values: &[String],
    private: bool,
) -> Result<Answer> {
    let _ = (values, private);
    match button {
        Some(Button::MyPlace) => place::show(bot, request).await,
        Some(Button::ProposalAccept(proposal)) => place::answer(bot, request, proposal, true).await,
        Some(Button::ProposalDecline(proposal)) => place::answer(bot, request, proposal, false).await,
        Some(Button::SpeakEnglish) => place::speak(bot, request, Language::En).await,
        Some(Button::SpeakGerman) => place::speak(bot, request, Language::De).await,
        Some(Button::TandemMenu(id)) => tandem::menu(bot, request, id).await,
        Some(Button::LeaveAsk(id)) => tandem::ask(bot, request, id).await,
        Some(Button::LeaveConfirm(id)) => tandem::leave(bot, request, id).await,
        Some(Button::LeaveStay) => tandem::stay(bot, request).await,
        Some(Button::GoesOn(id)) => tandem::goes_on(bot, request, id).await,
        Some(Button::NextNew(id)) => tandem::wish(bot, request, id, Wish::New).await,
        Some(Button::NextBreak(id)) => tandem::wish(bot, request, id, Wish::Break).await,
        Some(Button::NextStop(id)) => tandem::wish(bot, request, id, Wish::Stop).await,
        Some(Button::Notice) => privacy::notice(bot, request).await,
        _ => outdated(bot, request).await,
    }
}

/// A form that was sent, with its inputs by name.
///
/// # Errors
/// Those of the database.
pub async fn submit(
    bot: &Bot,
    request: &Request,
    button: Option<Button>,
    fields: &BTreeMap<String, String>,
    private: bool,
) -> Result<Answer> {
    let _ = (fields, private);
    let _ = button;
    outdated(bot, request).await
}
