//! What coordinators bring to everybody: announcements, impulses for the lounge, and for themselves the word that questions
//! or concerns wait.

use super::Rendered;
use crate::discord::button::Button;
use crate::discord::posts::tasks::quoted_within;
use crate::discord::view::{ButtonView, Embed, FileView, Style, View, quote};
use crate::domain::announcement::{Announcement, WORDS_MAX};
use crate::domain::ids::{AnnouncementId, ConcernsId, PageId, ProgrammeId};
use crate::domain::post::PostKind;
use crate::locales::say;
use crate::store::posts::Post;
use crate::store::{Conn, Result, announcements, concerns, programmes};

/// Renders one of them.
///
/// # Errors
/// Those of the database.
pub async fn render(conn: &mut Conn, post: &Post) -> Result<Option<Rendered>> {
    match post.kind {
        PostKind::Announcement => announced(conn, AnnouncementId(post.subject), post.message.is_none()).await,
        PostKind::LoungeImpulse => impulse(conn, PageId(post.subject)).await,
        PostKind::ConcernsWait => waiting(conn, ConcernsId(post.subject)).await,
        _ => Ok(None),
    }
}

/// An announcement as it stands.
#[must_use]
pub fn embed(announcement: &Announcement) -> Embed {
    let mut text = quoted_within(&announcement.words, WORDS_MAX + 500);
    if let Some(link) = &announcement.link {
        text = format!("{text}\n\n{link}");
    }
    Embed::new("", text)
}

async fn announced(conn: &mut Conn, id: AnnouncementId, new: bool) -> Result<Option<Rendered>> {
    let Some(announcement) = announcements::announcement_find(conn, id).await?.filter(|one| one.sent) else {
        return Ok(None);
    };
    let mut shown = embed(&announcement);
    let programme = programmes::programme_get(conn, announcement.programme).await?;
    shown.title = quote(&programme.name);
    let mut view = View::default().embed(shown);
    if let Some(name) = announcement.file_name.filter(|_| new)
        && let Some(bytes) = announcements::announcement_file(conn, id).await?
    {
        let description = say(programme.language, "announce-file").text();
        view = view.file(FileView { name, description, bytes });
    }
    Ok(Some(Rendered::quiet(view)))
}

/// A count and a button; the words are behind it, in a private reply (P15).
async fn waiting(conn: &mut Conn, told: ConcernsId) -> Result<Option<Rendered>> {
    // Rows of older versions hold the programme alone.
    let id = if told.programme().0 > 0 { told.programme() } else { ProgrammeId(told.0) };
    let Some(day) = told.day() else { return Ok(None) };
    let programme = programmes::programme_get(conn, id).await?;
    let count = concerns::concerns_of(conn, id, day).await?.len();
    if count == 0 {
        return Ok(None);
    }
    let language = programme.language;
    let text = say(language, "concern-waits").with("count", count).with("programme", quote(&programme.name));
    let label = say(language, "concern-list-button");
    let button = ButtonView::press(Button::ConcernList(PageId::of(id, 0)), label, Style::Secondary);
    Ok(Some(Rendered::quiet(View::text(text).buttons(vec![button]))))
}

async fn impulse(conn: &mut Conn, page: PageId) -> Result<Option<Rendered>> {
    let programme = programmes::programme_get(conn, page.programme()).await?;
    if !programme.has_lounge() {
        return Ok(None);
    }
    let text = say(programme.language, &format!("lounge-impulse-{}", page.page())).text();
    let title = say(programme.language, "lounge-title");
    Ok(Some(Rendered::quiet(View::default().embed(Embed::new(title, text)))))
}

#[cfg(test)]
mod tests {
    use crate::app::lounge::IMPULSES;
    use crate::locales::{Language, has};

    #[test]
    fn there_is_an_impulse_for_each_month() {
        for month in 1..=IMPULSES {
            assert!(has(Language::En, &format!("lounge-impulse-{month}")), "{month}");
        }
    }
}
