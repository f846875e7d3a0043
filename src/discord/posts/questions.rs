//! A guiding question, and the line that says that there are no more.

use super::Rendered;
use crate::discord::view::{Embed, View};
use crate::domain::ids::AskedId;
use crate::domain::post::PostKind;
use crate::locales::{self, say};
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
    let embed =
        Embed::new(say(tandem.language, "prompt-title"), locales::question(tandem.language, asked.question))
            .footer(say(tandem.language, "prompt-reactions"));
    Ok(Some(Rendered::quiet(View::default().embed(embed))))
}
