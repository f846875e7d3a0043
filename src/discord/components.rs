//! Presses, choices and forms: each button's handler, in one table. Every handler checks who presses, as commands do.

use std::collections::BTreeMap;

use super::bot::Bot;
use super::button::Button;
use super::commands::outdated;
use super::reply::Answer;
use super::request::Request;
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
    let _ = button;
    outdated(bot, request).await
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
