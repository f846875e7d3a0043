//! The form of a joint look-back, which either of the two opens from the post in their room.

use std::collections::BTreeMap;

use crate::app::look_backs::{self, Mine};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::posts::rounds::line_label;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{Form, Input, View};
use crate::domain::ids::LookBackId;
use crate::domain::language::Language;
use crate::domain::look_back::{LINE_MAX, Line, LookBack};
use crate::locales::say;
use crate::store::Result;

/// Opens the form with what stands.
///
/// # Errors
/// Those of the database.
pub async fn form(bot: &Bot, request: &Request, id: LookBackId) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| Box::pin(async move { look_backs::mine(conn, &call, id).await }),
        move |mine, language| Reply::Modal(form_of(&mine, id, language)),
    )
    .await
}

fn form_of(mine: &Mine, id: LookBackId, language: Language) -> Form {
    let keeps = look_backs::keeps(&mine.seat.programme, LookBack::of(id).1);
    let inputs = Line::ALL.iter().zip(&mine.look_back.lines).map(|(line, words)| Input {
        id: line.code(),
        label: line_label(*line, keeps, language),
        placeholder: say(language, "look-back-placeholder").text(),
        value: words.clone(),
        long: true,
        required: false,
        max: LINE_MAX,
    });
    Form {
        button: Button::LookBack(id),
        title: say(language, "look-back-title").text(),
        inputs: inputs.collect(),
    }
}

/// Takes the three lines from the form.
///
/// # Errors
/// Those of the database.
pub async fn written(
    bot: &Bot,
    request: &Request,
    id: LookBackId,
    fields: &BTreeMap<String, String>,
) -> Result<Answer> {
    let lines = [Line::Worked, Line::Learned, Line::Changes]
        .map(|line| fields.get(line.code()).cloned().unwrap_or_default());
    bot.answer_untraced(
        request,
        move |conn, call| Box::pin(async move { look_backs::write(conn, &call, id, lines).await }),
        |written, language| {
            let id = if written.some { "look-back-noted" } else { "look-back-cleared" };
            Reply::Private(View::text(say(language, id)))
        },
    )
    .await
}
