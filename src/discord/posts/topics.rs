//! What the two read about the topic of a meeting, and about what one of them put down for the next agenda.

use super::Rendered;
use crate::discord::view::{View, quote};
use crate::discord::words::theme_text;
use crate::domain::ids::{MeetingId, PointId};
use crate::domain::post::PostKind;
use crate::locales::say;
use crate::store::posts::Post;
use crate::store::{Conn, Result, tandems, topics};

/// The topic, or what was put down. What is picked anew before this is sent shows as it is then.
///
/// # Errors
/// Those of the database.
pub async fn render(conn: &mut Conn, post: &Post) -> Result<Option<Rendered>> {
    let Some(tandem) = post.tandem else { return Ok(None) };
    let tandem = tandems::tandem_get(conn, tandem).await?;
    if !tandem.is_live() {
        return Ok(None);
    }
    let text = if post.kind == PostKind::Point {
        let Some(point) = topics::point_find(conn, PointId(post.subject)).await? else { return Ok(None) };
        say(tandem.language, "topic-point-post").with("text", quote(&point.words)).text()
    } else {
        let after = (post.subject > 0).then_some(MeetingId(post.subject));
        let Some(theme) = topics::topic_get(conn, tandem.id, after).await? else { return Ok(None) };
        let topic = theme_text(tandem.language, &theme);
        let id = if post.kind == PostKind::TopicNext { "topic-next-post" } else { "topic-last-post" };
        say(tandem.language, id).with("topic", topic).text()
    };
    Ok(Some(Rendered::quiet(View::text(text))))
}
