//! A guiding question, and the line that says that there are no more.

use super::Rendered;
use crate::discord::view::{Embed, View, quote};
use crate::domain::ids::AskedId;
use crate::domain::post::PostKind;
use crate::locales::{self, Language, say};
use crate::store::posts::Post;
use crate::store::{Conn, Result, questions, tandems};

/// Renders a guiding question.
///
/// # Errors
/// Those of the database.
pub async fn render(conn: &mut Conn, post: &Post) -> Result<Option<Rendered>> {
    let Some(tandem) = post.tandem else { return Ok(None) };
    let tandem = tandems::tandem_get(conn, tandem).await?;
    if !tandem.is_live() {
        return Ok(None);
    }
    if post.kind == PostKind::QuestionsOut {
        return Ok(Some(Rendered::quiet(View::text(say(tandem.language, "prompt-none-left")))));
    }
    let asked = questions::asked_get(conn, AskedId(post.subject)).await?;
    let words = words(conn, tandem.language, asked.question).await?;
    let embed = Embed::new(say(tandem.language, "prompt-title"), words)
        .footer(say(tandem.language, "prompt-reactions"));
    Ok(Some(Rendered::quiet(View::default().embed(embed))))
}

/// The words of a guiding question, of the pool or a programme's own.
///
/// # Errors
/// Those of the database.
pub async fn words(conn: &mut Conn, language: Language, number: i64) -> Result<String> {
    Ok(match questions::own_question_get(conn, number).await? {
        Some(own) => quote(if language.is_german() { &own.de } else { &own.en }),
        None => locales::question(language, number),
    })
}
