//! Kick-off and closing event as the programme's channel reads of them, with the calendar file; and for coordinators the word
//! that a programme is closed.

use chrono::Duration;

use super::{Rendered, calendar};
use crate::app::{erasing, occasions};
use crate::discord::button::Button;
use crate::discord::posts::tasks::quoted_within;
use crate::discord::view::{ButtonView, Embed, Style, View, quote};
use crate::domain::ids::ProgrammeId;
use crate::domain::post::PostKind;
use crate::domain::programme::{OccasionKind, Programme};
use crate::domain::tandem::{DELETED_AFTER_HIDING, READABLE_AFTER_END};
use crate::domain::zone;
use crate::locales::{TimeStyle, date, discord_time, list, say};
use crate::store::posts::Post;
use crate::store::{Conn, Result, posts, programmes, surveys};

/// Renders one of them.
///
/// # Errors
/// Those of the database.
pub async fn render(conn: &mut Conn, post: &Post) -> Result<Option<Rendered>> {
    let programme = programmes::programme_get(conn, ProgrammeId(post.subject)).await?;
    match post.kind {
        PostKind::Kickoff => occasion(conn, post, &programme, OccasionKind::Kickoff).await,
        PostKind::ClosingEvent => occasion(conn, post, &programme, OccasionKind::ClosingEvent).await,
        PostKind::ProgrammeClosed => Ok(Some(closed(conn, &programme).await?)),
        _ => Ok(None),
    }
}

async fn occasion(
    conn: &mut Conn,
    post: &Post,
    programme: &Programme,
    which: OccasionKind,
) -> Result<Option<Rendered>> {
    let Some(set) = programme.occasion(which) else { return Ok(None) };
    // It has changed for those who were told of it.
    let told = set.sequence > 0 && posts::post_made_before(conn, post).await?;
    let (language, code) = (programme.language, which.code());
    let id = match (set.cancelled, told) {
        (true, false) => return Ok(None),
        (true, true) => format!("occasion-off-{code}"),
        (false, true) => format!("occasion-moved-{code}"),
        (false, false) => format!("occasion-post-{code}"),
    };
    let text = say(language, &id)
        .with("when", discord_time(set.at, TimeStyle::Full))
        .with("relative", discord_time(set.at, TimeStyle::Relative));
    let title_id = format!("occasion-title-{code}");
    let title = say(language, &title_id).with("programme", quote(&programme.name));
    let mut embed = Embed::new(title, text);
    if !set.cancelled {
        embed = embed.field(say(language, "occasion-place-field"), quote(&set.place));
    }
    if which == OccasionKind::Kickoff && !set.cancelled {
        let sponsor = quoted_within(&programme.sponsor, 1_000);
        embed = embed.field(say(language, "programme-sponsor-field"), sponsor);
    }
    embed = embed.field(say(language, "programme-contact-field"), quoted_within(&programme.contact, 1_000));
    let uid = occasions::uid(conn, programme.id, which).await?;
    let summary = say(language, &title_id).with("programme", programme.name.clone()).text();
    let mut view = View::default().file(calendar::occasion(set, which, &uid, &summary, language));
    if which == OccasionKind::Kickoff && !set.cancelled {
        embed = embed.footer(say(language, "kickoff-concern-note"));
        let label = say(language, "kickoff-concern-button");
        let ask = Button::ConcernAsk(programme.id);
        view = view.buttons(vec![ButtonView::press(ask, label, Style::Secondary)]);
    }
    Ok(Some(Rendered::quiet(view.embed(embed))))
}

/// What is over, what can be read for how long, and where the results are.
async fn closed(conn: &mut Conn, programme: &Programme) -> Result<Rendered> {
    let language = programme.language;
    let closed_on = programme.closed_on.unwrap_or(programme.ends_on);
    let after = |time: Duration| date(language, closed_on + time);
    let title = say(language, "closed-title").with("programme", quote(&programme.name));
    let text = say(language, "closed-post")
        .with("hidden", after(READABLE_AFTER_END))
        .with("gone", after(READABLE_AFTER_END + DELETED_AFTER_HIDING))
        .with("erased", discord_time(erasing::over(programme), TimeStyle::Date));
    let mut asked: Vec<_> = surveys::surveys_of(conn, programme.id).await?;
    asked.retain(|survey| survey.kind.after_end().is_some());
    let days = asked.iter().filter_map(|survey| survey.opens_at);
    let days: Vec<String> =
        days.map(|at| date(language, zone::to_local(at, programme.zone).date())).collect();
    let mut text = text.text();
    if !days.is_empty() {
        let later = say(language, "closed-asked-later").with("days", list(language, &days));
        text = format!("{text}\n{}", later.text());
    }
    Ok(Rendered::quiet(View::default().embed(Embed::new(title, text))))
}

#[cfg(test)]
#[path = "occasions/tests.rs"]
mod tests;
