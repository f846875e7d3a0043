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
    use super::*;
    use crate::app::lounge::IMPULSES;
    use crate::app::testing::World;
    use crate::domain::announcement::Target;
    use crate::domain::ids::{MessageId, PostId};
    use crate::locales::{Language, has};
    use crate::store::announcements::{announcement_add, announcement_send};

    #[tokio::test]
    async fn an_announcement_has_its_link_below_its_words_and_its_file_once() {
        let mut world = World::empty().await;
        world.programme_set("language", "de").await;
        let draft = Announcement {
            id: AnnouncementId(0),
            programme: world.programme.id,
            target: Target::All,
            words: "Bis *Montag*, @everyone.".into(),
            link: Some("https://intranet.example/plan".into()),
            file_name: Some("plan.pdf".into()),
            sent: false,
            drafted_at: world.now(),
        };
        let id = announcement_add(&mut world.conn, &draft, Some(b"%PDF")).await.unwrap();
        let kind = PostKind::Announcement;
        let new = Post { id: PostId(1), kind, tandem: None, subject: id.0, channel: None, message: None };
        assert!(render(&mut world.conn, &new).await.unwrap().is_none(), "it is a draft");
        announcement_send(&mut world.conn, id).await.unwrap();
        let posted = render(&mut world.conn, &new).await.unwrap().unwrap();
        assert!(posted.mentions.is_empty());
        let [embed] = &posted.view.embeds[..] else { panic!("{:?}", posted.view) };
        assert_eq!((embed.title.as_str(), posted.view.content.as_str()), ("Pilot", ""));
        let text = embed.text.replace('\u{200b}', "");
        assert_eq!(text, r"Bis \*Montag\*, @everyone.".to_owned() + "\n\nhttps://intranet.example/plan");
        let file = FileView {
            name: "plan.pdf".into(),
            description: "Datei einer Mitteilung".into(),
            bytes: b"%PDF".to_vec(),
        };
        assert_eq!(posted.view.files, [file]);
        // Once it stands there, its file does, too.
        let there = Post { message: Some(MessageId(5)), ..new };
        let edited = render(&mut world.conn, &there).await.unwrap().unwrap().view;
        assert_eq!((&edited.embeds, edited.files.len()), (&posted.view.embeds, 0));
        assert!(edited.body().get("attachments").is_none(), "what stands there stays");
    }

    #[test]
    fn there_is_an_impulse_for_each_month() {
        for month in 1..=IMPULSES {
            assert!(has(Language::En, &format!("lounge-impulse-{month}")), "{month}");
        }
    }
}
