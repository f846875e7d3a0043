//! The first and the last post of a tandem's room. Both speak to the two at once, in the tandem's language, and in a
//! second one where the two have none in common.

use crate::app::meetings;
use crate::app::wishes;
use crate::discord::button::Button;
use crate::discord::components::wishes::{button as wishes_button, in_room};
use crate::discord::posts::{Rendered, calendar};
use crate::discord::view::{ButtonView, Embed, Style, View, quote};
use crate::discord::words;
use crate::domain::ids::{TandemId, UserId};
use crate::domain::person::is_gone;
use crate::domain::post::PostKind;
use crate::domain::programme::Programme;
use crate::domain::tandem::{READABLE_AFTER_END, Side, Tandem};
use crate::domain::wish::Wish;
use crate::locales::{Language, TimeStyle, discord_time, say};
use crate::store::posts::Post;
use crate::store::{Conn, Result, people, programmes, tandems};

struct Room {
    tandem: Tandem,
    programme: Programme,
    mentor: UserId,
    mentee: UserId,
    /// What stands in the welcome, for each side that wrote something down.
    wishes: Vec<(Side, Vec<(Wish, String)>)>,
}

impl Room {
    async fn load(conn: &mut Conn, id: TandemId) -> Result<Self> {
        let tandem = tandems::tandem_get(conn, id).await?;
        let mut wishes = Vec::new();
        for side in [Side::Mentee, Side::Mentor] {
            let written = wishes::in_welcome(conn, &tandem, side).await?;
            wishes.extend((!written.is_empty()).then_some((side, written)));
        }
        Ok(Self {
            wishes,
            programme: programmes::programme_get(conn, tandem.programme).await?,
            mentor: people::person_get(conn, tandem.mentor).await?.user,
            mentee: people::person_get(conn, tandem.mentee).await?.user,
            tandem,
        })
    }

    const fn user(&self, side: Side) -> UserId {
        match side {
            Side::Mentor => self.mentor,
            Side::Mentee => self.mentee,
        }
    }

    /// The one or two languages that the two read.
    fn languages(&self) -> impl Iterator<Item = Language> {
        std::iter::once(self.tandem.language).chain(self.tandem.also)
    }
}

/// What follows the welcome: that both agree, or wishes that were written down later.
///
/// # Errors
/// Those of the database.
pub async fn render_later(conn: &mut Conn, post: &Post) -> Result<Option<Rendered>> {
    let Some(id) = post.tandem else { return Ok(None) };
    let room = Room::load(conn, id).await?;
    let language = room.tandem.language;
    if post.kind == PostKind::Agreed {
        let agreed = View::text(say(language, "wish-agreed-post"));
        return Ok(room.tandem.is_live().then(|| Rendered::quiet(agreed)));
    }
    let side = wishes::side_of(post.subject);
    let written = wishes::of_side(conn, &room.tandem, side).await?;
    if written.is_empty() && post.message.is_none() {
        return Ok(None);
    }
    Ok(Some(Rendered::quiet(View::default().embed(in_room(language, side, room.user(side), &written)))))
}

/// The welcome, or one of the two goodbyes.
///
/// # Errors
/// Those of the database.
pub async fn render(conn: &mut Conn, post: &Post) -> Result<Option<Rendered>> {
    let Some(id) = post.tandem else { return Ok(None) };
    let room = Room::load(conn, id).await?;
    Ok(match post.kind {
        PostKind::Welcome => Some(welcome(&room)),
        PostKind::Goodbye => Some(with_calendar(conn, &room, goodbye(&room, "leave-goodbye")).await?),
        PostKind::NewPartners => {
            Some(with_calendar(conn, &room, goodbye(&room, "leave-new-partners")).await?)
        }
        PostKind::PartnerGone => {
            Some(with_calendar(conn, &room, goodbye(&room, "leave-partner-gone")).await?)
        }
        _ => None,
    })
}

fn welcome(room: &Room) -> Rendered {
    let lines: Vec<_> = room.languages().map(|language| people(room, language)).collect();
    let mut view = View::text(lines.join("\n"));
    for language in room.languages() {
        view = view.embed(welcome_in(room, language));
    }
    let language = room.tandem.language;
    for (side, wishes) in &room.wishes {
        view = view.embed(in_room(language, *side, room.user(*side), wishes));
    }
    let menu = say(language, "welcome-menu-button");
    view = view.buttons(vec![
        ButtonView::press(Button::TandemMenu(room.tandem.id), menu, Style::Secondary),
        wishes_button(language, room.programme.id),
    ]);
    Rendered { view, mentions: vec![room.mentor, room.mentee], silent: false }
}

fn people(room: &Room, language: Language) -> String {
    say(language, "welcome-people")
        .with("mentor", words::person(room.mentor))
        .with("mentee", words::person(room.mentee))
        .with("programme", quote(&room.programme.name))
        .text()
}

fn welcome_in(room: &Room, language: Language) -> Embed {
    let agreement = say(language, "welcome-agreement").with("rhythm", room.programme.rhythm_days());
    let whole_day = room.programme.template.design().whole_day;
    let first = say(language, if whole_day { "welcome-first-shadow" } else { "welcome-first" });
    Embed::new(say(language, "welcome-title"), "")
        .field(say(language, "welcome-room-field"), say(language, "welcome-room"))
        .field(say(language, "welcome-first-field"), first)
        .field(say(language, "welcome-agreement-field"), agreement)
        .field(say(language, "welcome-leave-field"), say(language, "welcome-leave"))
}

fn goodbye(room: &Room, id: &str) -> Rendered {
    let until = room.tandem.ended_at.unwrap_or_default() + READABLE_AFTER_END;
    // Whoever is erased is addressed no more, and one name alone would say whose is missing.
    let both = [room.mentor, room.mentee];
    let present: Vec<UserId> = both.into_iter().filter(|user| !is_gone(*user)).collect();
    let unnamed = id == "leave-goodbye" && present.len() < both.len();
    let people: Vec<_> = present.into_iter().map(words::person).collect();
    let lines: Vec<_> = room
        .languages()
        .map(|language| {
            // Towards the end there is no new tandem to ask for, and the question is left out.
            let id = match id {
                _ if unnamed && room.programme.phase.pairs() => "leave-goodbye-unnamed",
                _ if unnamed => "leave-goodbye-unnamed-last",
                _ if room.programme.phase.is_over() => "leave-programme-over",
                "leave-goodbye" if !room.programme.phase.pairs() => "leave-goodbye-last",
                "leave-partner-gone" if !room.programme.phase.pairs() => "leave-partner-gone-last",
                id => id,
            };
            say(language, id)
                .with("people", people.join(", "))
                .with("until", discord_time(until, TimeStyle::Date))
                .text()
        })
        .collect();
    let mut view = View::text(lines.join("\n\n"));
    if room.programme.phase.pairs() {
        let (button, label) =
            (Button::GoesOn(room.tandem.id), say(room.tandem.language, "leave-goes-on-button"));
        view = view.buttons(vec![ButtonView::press(button, label, Style::Secondary)]);
    }
    let mentions = if unnamed { Vec::new() } else { both.to_vec() };
    Rendered { view, mentions, silent: true }
}

/// What was planned does not take place any more: the file takes it out of calendars.
async fn with_calendar(conn: &mut Conn, room: &Room, mut goodbye: Rendered) -> Result<Rendered> {
    let cancelled = meetings::ended_with(conn, &room.tandem).await?;
    if cancelled.is_empty() {
        return Ok(goodbye);
    }
    for language in room.languages() {
        let line = say(language, "meeting-goodbye").text();
        goodbye.view.content = format!("{}\n\n{line}", goodbye.view.content);
    }
    goodbye.view.files.push(calendar::removal(&cancelled, room.tandem.language));
    Ok(goodbye)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{MENTEE, MENTOR, ROOM, World};
    use crate::app::{erasing, leaving};
    use crate::domain::ids::{PersonId, PostId};
    use crate::domain::programme::Template;

    fn room(language: Language, also: Option<Language>) -> Room {
        use crate::domain::ids::{CategoryId, ChannelId, GuildId, ProgrammeId};
        use crate::domain::tandem::TandemState;
        Room {
            tandem: Tandem {
                id: TandemId(1),
                programme: ProgrammeId(1),
                mentor: PersonId(1),
                mentee: PersonId(2),
                category: CategoryId(1),
                name: "moss-bay".into(),
                language,
                also,
                state: TandemState::Open,
                channel: None,
                opened_at: chrono::DateTime::UNIX_EPOCH,
                ended_at: None,
            },
            programme: Programme {
                name: "*".repeat(80),
                language,
                ..Programme::draft(
                    GuildId(1),
                    Template::Six,
                    chrono::NaiveDate::default(),
                    ChannelId(1),
                    ChannelId(1),
                )
            },
            mentor: UserId(u64::MAX),
            mentee: UserId(u64::MAX),
            wishes: Side::ALL
                .iter()
                .map(|side| {
                    let all = Wish::of_side(*side).iter();
                    (*side, all.map(|wish| (*wish, "*".repeat(crate::domain::wish::WISH_MAX))).collect())
                })
                .collect(),
        }
    }

    #[test]
    fn a_welcome_in_two_languages_fits_into_one_message() {
        for (language, also) in [
            (Language::De, Some(Language::En)),
            (Language::DeFormal, Some(Language::En)),
            (Language::En, Some(Language::De)),
        ] {
            let view = welcome(&room(language, also)).view;
            assert_eq!(view.embeds.len(), 4);
            assert!(view.content.chars().count() <= 2_000);
            let sizes = view.embeds.iter().flat_map(|embed| &embed.fields).map(|(name, value)| {
                assert!(value.chars().count() <= 1_024, "{name}");
                name.chars().count() + value.chars().count()
            });
            let outside = |embed: &Embed| embed.title.chars().count() + embed.text.chars().count();
            let titles: usize = view.embeds.iter().map(outside).sum();
            assert!(sizes.sum::<usize>() + titles <= 6_000);
        }
    }

    /// The goodbye of a tandem, as it would be sent now.
    async fn read(world: &mut World, id: TandemId) -> Rendered {
        let post = Post {
            id: PostId(1),
            kind: PostKind::Goodbye,
            tandem: Some(id),
            subject: id.0,
            channel: None,
            message: None,
        };
        render(&mut world.conn, &post).await.unwrap().unwrap()
    }

    #[tokio::test]
    async fn the_goodbye_is_the_same_whoever_left_and_makes_no_sound() {
        let mut goodbyes = Vec::new();
        for leaver in [MENTOR, MENTEE] {
            let mut world = World::new().await;
            let id = world.tandem_in(ROOM).await.id;
            let call = world.call(leaver, ROOM);
            leaving::end(&mut world.conn, &call, id).await.unwrap().unwrap();
            let goodbye = read(&mut world, id).await;
            assert!(goodbye.silent);
            assert_eq!(goodbye.mentions, [MENTOR, MENTEE]);
            goodbyes.push(goodbye.view);
        }
        assert_eq!(goodbyes[0], goodbyes[1]);
        assert!(goodbyes[0].content.starts_with("<@2001>, <@2002>, this tandem has come to its end."));
    }

    #[tokio::test]
    async fn where_one_of_the_two_is_erased_the_goodbye_names_nobody_and_is_the_same_whoever_it_was() {
        for (phase, asks) in [("running", true), ("closing", false), ("closed", false)] {
            let mut goodbyes = Vec::new();
            for erased in [MENTOR, MENTEE] {
                let mut world = World::new().await;
                let id = world.tandem_in(ROOM).await.id;
                let call = world.call(erased, ROOM);
                erasing::delete_me(&mut world.conn, &call).await.unwrap().unwrap();
                world.programme_set("phase", phase).await;
                let goodbye = read(&mut world, id).await;
                assert!(goodbye.silent && goodbye.mentions.is_empty());
                goodbyes.push(goodbye.view);
            }
            assert_eq!(goodbyes[0], goodbyes[1]);
            let text = &goodbyes[0].content;
            assert!(text.starts_with("This tandem has come to its end. Thank you for the time"), "{text}");
            assert!(!text.contains("<@"), "{text}");
            let button = !goodbyes[0].rows.is_empty();
            assert_eq!((text.contains("The button below"), button), (asks, asks), "{phase}: {text}");
        }
    }
}
