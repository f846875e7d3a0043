//! A tip or insight as the two see it in their room, and as everybody sees it once it is published. Nothing here changes
//! with what one of them answered (P17).

use super::Rendered;
use super::tasks::quoted_within;
use crate::discord::button::Button;
use crate::discord::view::{ButtonView, Embed, FileView, Style, View};
use crate::discord::words;
use crate::domain::ids::PracticeId;
use crate::domain::language::Language;
use crate::domain::post::PostKind;
use crate::domain::practice::{Practice, PracticeKind, PracticeState};
use crate::domain::programme::Programme;
use crate::domain::tandem::Tandem;
use crate::locales::{list, say};
use crate::store::posts::Post;
use crate::store::{Conn, Result, people, practices, programmes, tandems};

/// An embed's text holds 4,096 characters (Discord).
const TEXT_MAX: usize = 4_000;
/// A field holds 1,024 characters (Discord).
const FIELD_MAX: usize = 1_024;

/// Tip or insight.
#[must_use]
pub fn kind_text(kind: PracticeKind, language: Language) -> String {
    match kind {
        PracticeKind::Tip => say(language, "practice-tip-title"),
        PracticeKind::Insight => say(language, "practice-insight-title"),
    }
    .text()
}

/// What was shared, in their words, with what a coordinator said to it.
#[must_use]
pub fn words_of(practice: &Practice, language: Language) -> Embed {
    let remark =
        practice.remark.as_deref().map(|remark| quoted_within(remark, FIELD_MAX)).unwrap_or_default();
    Embed::new(kind_text(practice.kind, language), quoted_within(&practice.text, TEXT_MAX))
        .field(say(language, "practice-link-field"), practice.link.clone().unwrap_or_default())
        .field(say(language, "practice-remark-field"), remark)
}

fn card(practice: &Practice, programme: &Programme, language: Language) -> View {
    let channel = words::channel(programme.practice_channel.unwrap_or(programme.card_channel));
    let line = match practice.state {
        PracticeState::Proposed => say(language, "practice-card-proposed").with("channel", channel),
        PracticeState::Dropped => say(language, "practice-card-dropped"),
        PracticeState::Ready => say(language, "practice-card-ready"),
        PracticeState::Returned => say(language, "practice-card-returned"),
        PracticeState::Released => say(language, "practice-card-released").with("channel", channel),
        PracticeState::Withdrawn => say(language, "practice-card-withdrawn"),
    };
    let mut view = View::text(line);
    if !practice.text.is_empty() {
        view = view.embed(words_of(practice, language));
    }
    match practice.state {
        PracticeState::Proposed => {
            let label = say(language, "practice-ask-button");
            view.buttons(vec![ButtonView::press(Button::PracticeAsk(practice.id), label, Style::Primary)])
        }
        _ if practice.can_be_withdrawn() => {
            let label = say(language, "practice-withdraw-button");
            let button = Button::PracticeWithdraw(practice.id);
            view.buttons(vec![ButtonView::press(button, label, Style::Secondary)])
        }
        _ => view,
    }
}

/// What is said in the room when a coordinator has decided; the card has the rest.
fn news(practice: &Practice, programme: &Programme, language: Language) -> Option<View> {
    let channel = words::channel(programme.practice_channel.unwrap_or(programme.card_channel));
    Some(View::text(match practice.state {
        PracticeState::Released => say(language, "practice-news-released").with("channel", channel),
        PracticeState::Returned => say(language, "practice-news-returned")
            .with("remark", quoted_within(practice.remark.as_deref().unwrap_or_default(), FIELD_MAX)),
        _ => return None,
    }))
}

async fn published(
    conn: &mut Conn,
    practice: &Practice,
    tandem: &Tandem,
    language: Language,
) -> Result<View> {
    let footer = if practice.named {
        let mentor = people::person_get(conn, tandem.mentor).await?.user;
        let mentee = people::person_get(conn, tandem.mentee).await?.user;
        // The order of their ids, as everywhere: it tells nothing about who proposed it.
        let two = [mentor.min(mentee), mentor.max(mentee)].map(words::person);
        say(language, "practice-from").with("authors", list(language, &two))
    } else {
        say(language, "practice-from-a-tandem")
    };
    Ok(View::text(footer).embed(words_of(practice, language)))
}

/// The card, the news of a decision, or the publication; `None` where it no longer makes sense.
///
/// # Errors
/// Those of the database.
pub async fn render(conn: &mut Conn, post: &Post) -> Result<Option<Rendered>> {
    let Some(practice) = practices::practice_find(conn, PracticeId(post.subject)).await? else {
        return Ok(None);
    };
    let tandem = tandems::tandem_get(conn, practice.tandem).await?;
    let programme = programmes::programme_get(conn, practice.programme).await?;
    let hangs = matches!(post.kind, PostKind::PracticeCard | PostKind::Practice);
    let file =
        if hangs && post.message.is_none() { file(conn, &practice, programme.language).await? } else { None };
    let rendered = match post.kind {
        PostKind::PracticeCard => Some(Rendered::quiet(card(&practice, &programme, tandem.language))),
        PostKind::PracticeNews => news(&practice, &programme, tandem.language)
            .map(|view| Rendered { silent: true, ..Rendered::quiet(view) }),
        PostKind::Practice if practice.state == PracticeState::Released => {
            Some(Rendered::quiet(published(conn, &practice, &tandem, programme.language).await?))
        }
        _ => None,
    };
    Ok(rendered.map(|mut rendered| {
        rendered.view.files.extend(file);
        rendered
    }))
}

/// The file of a practice, as it hangs below a post.
///
/// # Errors
/// Those of the database.
pub async fn file(conn: &mut Conn, practice: &Practice, language: Language) -> Result<Option<FileView>> {
    let description = kind_text(practice.kind, language);
    let kept = practices::practice_file(conn, practice.id).await?;
    Ok(kept.map(|(name, bytes)| FileView { name, description, bytes }))
}
