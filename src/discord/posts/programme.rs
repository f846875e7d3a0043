//! A programme's card, and the word that something waits behind it. Both stand where everybody may read, so they name
//! nobody and never change with what somebody answered (P17).

use crate::app::enrol::takes_people;
use crate::discord::button::Button;
use crate::discord::posts::Rendered;
use crate::discord::posts::tasks::quoted_within;
use crate::discord::view::{ButtonView, Embed, Style, View, quote};
use crate::discord::words;
use crate::domain::ids::{PersonId, ProgrammeId};
use crate::domain::language::Language;
use crate::domain::post::PostKind;
use crate::domain::programme::Programme;
use crate::locales::{date, say};
use crate::store::posts::Post;
use crate::store::{Conn, Result, people, programmes};

/// The card, or the word that something waits.
///
/// # Errors
/// Those of the database.
pub async fn render(conn: &mut Conn, post: &Post) -> Result<Option<Rendered>> {
    if post.kind == PostKind::Pointer {
        return pointer(conn, PersonId(post.subject)).await;
    }
    let programme = programmes::programme_get(conn, ProgrammeId(post.subject)).await?;
    let view = match post.kind {
        PostKind::ProgrammeCard => View::default().embed(card(&programme)),
        PostKind::SomethingWaits => View::text(say(programme.language, "proposal-waiting")),
        _ => return Ok(None),
    };
    let language = programme.language;
    let is_card = post.kind == PostKind::ProgrammeCard;
    let joins = (is_card && takes_people(&programme)).then(|| {
        let label = say(language, "programme-card-join-button");
        ButtonView::press(Button::JoinShow(programme.id), label, Style::Success)
    });
    let my_place =
        ButtonView::press(Button::MyPlace, say(language, "proposal-my-place-button"), Style::Primary);
    Ok(Some(Rendered::quiet(view.buttons(joins.into_iter().chain([my_place]).collect()))))
}

/// One sentence by direct message, in the person's language: where something waits, and nothing about what it is.
async fn pointer(conn: &mut Conn, person: PersonId) -> Result<Option<Rendered>> {
    let Some(programme) = programmes::programmes_with(conn, person).await?.pop() else { return Ok(None) };
    let chosen = people::person_get(conn, person).await?.language.unwrap_or(programme.language);
    let language = chosen.addressed(programme.language == Language::DeFormal);
    let text = say(language, "proposal-pointer").with("channel", words::channel(programme.card_channel));
    Ok(Some(Rendered::quiet(View::text(text))))
}

/// What the sponsor says and whom to ask, with what a field of Discord's holds.
const FIELD: usize = 1_024;

fn card(programme: &Programme) -> Embed {
    let language = programme.language;
    let text = say(language, "programme-card")
        .with("meetings", programme.meetings)
        .with("start", date(language, programme.starts_on))
        .with("end", date(language, programme.ends_on))
        .with("hours", programme.hours)
        .text();
    let place = say(language, "programme-card-place").text();
    let aim = quote(&programme.aim);
    let parts: Vec<&str> =
        [aim.as_str(), &text, &place].into_iter().filter(|part| !part.is_empty()).collect();
    let title = say(language, "programme-card-title").with("programme", quote(&programme.name));
    Embed::new(title, parts.join("\n\n"))
        .field(say(language, "programme-sponsor-field"), quoted_within(&programme.sponsor, FIELD))
        .field(say(language, "programme-contact-field"), quoted_within(&programme.contact, FIELD))
        .field(
            say(language, "programme-card-readers-field"),
            say(language, "programme-card-readers").with("k", programme.figures_from()),
        )
}
