//! What coordinators read in their channel while the tandems of a round open: counts, and no name (P15).

use crate::discord::posts::Rendered;
use crate::discord::view::View;
use crate::domain::ids::RoundId;
use crate::domain::post::PostKind;
use crate::locales::say;
use crate::store::posts::Post;
use crate::store::{Conn, Result, programmes, rounds};

/// How far the opening is, or that there is no room for it.
///
/// # Errors
/// Those of the database.
pub async fn render(conn: &mut Conn, post: &Post) -> Result<Option<Rendered>> {
    let Some(round) = rounds::round_find(conn, RoundId(post.subject)).await? else { return Ok(None) };
    let language = programmes::programme_get(conn, round.programme).await?.language;
    let (all, there) = rounds::round_progress(conn, round.id).await?;
    let text = match (post.kind, round.room) {
        (PostKind::OpeningLacksRoom, Some(room)) => {
            say(language, "match-lacks-room").with("tandems", all).with("room", room)
        }
        (PostKind::OpeningCard, _) if there >= all => say(language, "match-opened").with("all", all),
        (PostKind::OpeningCard, _) => say(language, "match-opening").with("there", there).with("all", all),
        _ => return Ok(None),
    };
    Ok(Some(Rendered::quiet(View::text(text))))
}
