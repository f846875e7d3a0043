//! `/topic pick`, `propose` and `list`, and `/question next`.

use futures::future::BoxFuture;

use super::{Kind, Leaf, Opt, TANDEM};
use crate::app::topics::{self, For};
use crate::app::{questions, topics::Picked};
use crate::discord::bot::Bot;
use crate::discord::commands::task::refused;
use crate::discord::components::topics::{propose, show};
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::{Options, Request};
use crate::discord::view::{View, shorten};
use crate::discord::words::theme_text;
use crate::domain::language::Language;
use crate::domain::topic::{POINT_MAX, Theme, Topic};
use crate::locales::{Language as Spoken, say};
use crate::store::{Result, topics as stored};

/// Suggestions hold 25 choices (Discord).
const CHOICES_MAX: usize = 25;
/// A topic is typed in at most so many characters; what is too long for one's own words is refused with its reason.
const TYPED_MAX: usize = 100;

/// The leaves of `/topic` and `/question`.
pub static LEAVES: &[Leaf] = &[
    Leaf {
        name: "topic pick",
        options: &[
            Opt { name: "topic", kind: Kind::Suggested, required: true },
            Opt { name: "meeting", kind: Kind::Choice("topic-meeting", &["next", "last"]), required: false },
            TANDEM,
        ],
        run: run_pick,
        suggest: Some(suggest),
    },
    Leaf {
        name: "topic propose",
        options: &[Opt { name: "text", kind: Kind::Text(POINT_MAX), required: true }, TANDEM],
        run: run_propose,
        suggest: None,
    },
    Leaf {
        name: "topic list",
        options: &[TANDEM],
        run: |bot, request, _| Box::pin(show(bot, request, None)),
        suggest: None,
    },
    Leaf { name: "question next", options: &[TANDEM], run: run_next, suggest: None },
];

/// The topic that was chosen or typed: by its code, its name in any language, else as one's own words.
///
/// # Errors
/// [`crate::domain::refusal::Refusal::TextLength`].
pub fn read_theme(typed: &str) -> crate::app::Decision<Theme> {
    let plain: String = typed.chars().take(TYPED_MAX + 1).collect();
    let wanted = plain.trim().to_lowercase();
    let named = Topic::ALL.iter().find(|topic| {
        Spoken::ALL
            .iter()
            .any(|language| theme_text(*language, &Theme::Catalogue(**topic)).to_lowercase() == wanted)
    });
    match named {
        Some(topic) => Ok(Theme::Catalogue(*topic)),
        None => topics::theme(&plain),
    }
}

fn run_pick<'a>(bot: &'a Bot, request: &'a Request, options: &'a Options) -> BoxFuture<'a, Result<Answer>> {
    let theme = read_theme(options.text("topic").unwrap_or_default());
    let meeting = if options.text("meeting") == Some("last") { For::Last } else { For::Next };
    Box::pin(async move {
        let theme = match theme {
            Ok(theme) => theme,
            Err(refusal) => return refused(bot, request, &refusal).await,
        };
        let words = theme_text(bot.language(request).await?, &theme);
        bot.answer_with(
            request,
            move |conn, call| {
                Box::pin(async move { topics::pick(conn, &call, (theme, &words), meeting).await })
            },
            |conn, Picked { tandem, meeting, after, changed }, language| {
                Box::pin(async move {
                    let theme = stored::topic_get(conn, tandem, after).await?;
                    let topic = theme.map(|theme| theme_text(language, &theme)).unwrap_or_default();
                    let id = match (changed, meeting) {
                        (false, _) => "topic-picked-already",
                        (true, For::Next) => "topic-picked-next",
                        (true, For::Last) => "topic-picked-last",
                    };
                    Ok(Reply::Private(View::text(say(language, id).with("topic", topic))))
                })
            },
        )
        .await
    })
}

fn suggest<'a>(
    bot: &'a Bot,
    request: &'a Request,
    _options: &'a Options,
    _focused: &'a str,
    typed: &'a str,
) -> BoxFuture<'a, Result<Vec<(String, String)>>> {
    Box::pin(async move {
        let language = bot.language(request).await?;
        let conn = &mut *bot.app.store.read().await?;
        let own = topics::own_to_pick(conn, &request.call).await?;
        Ok(own.map(|(topics, own)| choices(language, topics, own, typed)).unwrap_or_default())
    })
}

/// The catalogue and a programme's own topics as choices, those that hold what was typed.
#[must_use]
pub fn choices(language: Language, topics: &[Topic], own: Vec<String>, typed: &str) -> Vec<(String, String)> {
    let typed = typed.trim().to_lowercase();
    let catalogue =
        topics.iter().map(|topic| (topic.code().to_owned(), theme_text(language, &Theme::Catalogue(*topic))));
    let own = own.into_iter().map(|words| (words.clone(), shorten(&words, TYPED_MAX)));
    let all = catalogue.chain(own).filter(|(_, label)| label.to_lowercase().contains(&typed));
    all.take(CHOICES_MAX).collect()
}

fn run_propose<'a>(
    bot: &'a Bot,
    request: &'a Request,
    options: &'a Options,
) -> BoxFuture<'a, Result<Answer>> {
    Box::pin(propose(bot, request, None, options.text("text").unwrap_or_default().to_owned()))
}

fn run_next<'a>(bot: &'a Bot, request: &'a Request, _options: &'a Options) -> BoxFuture<'a, Result<Answer>> {
    Box::pin(bot.answer(
        request,
        |conn, call| Box::pin(async move { questions::next_now(conn, &call).await }),
        |asked, language| {
            let id = if asked { "prompt-next" } else { "prompt-none-left" };
            Reply::Private(View::text(say(language, id)))
        },
    ))
}

#[cfg(test)]
mod tests {
    use crate::app::testing::{COORDINATORS, LOBBY, MENTOR, ROOM};
    use crate::discord::testing::Desk;
    use crate::domain::ids::{IdeaId, UserId};
    use crate::domain::topic::{Idea, Topic};

    #[tokio::test]
    async fn apprentices_have_three_fields_to_choose_from_and_the_programmes_own_topics() {
        let mut desk = Desk::new().await;
        desk.world.programme_set("template", "apprentice").await;
        let offered = desk.suggested_for(MENTOR, ROOM, "topic pick", ("topic", "")).await;
        let codes: Vec<&str> = offered.iter().map(|(code, _)| code.as_str()).collect();
        assert_eq!(codes, ["devices", "social-media", "products"]);
        desk.world.programme_set("template", "six").await;
        assert_eq!(desk.suggested_for(MENTOR, ROOM, "topic pick", ("topic", "")).await.len(), 12);
    }

    #[tokio::test]
    async fn apprentices_get_ideas_of_their_fields_alone_and_another_topic_is_one_in_their_own_words() {
        let mut desk = Desk::new().await;
        desk.world.programme_set("template", "apprentice").await;
        let fields = [Topic::Devices, Topic::SocialMedia, Topic::Products];
        let numbers = |page: &str| -> Vec<i64> {
            let ids = page.split("idea-take:").skip(1);
            ids.map(|rest| rest.split(']').next().unwrap().parse().unwrap()).collect()
        };
        // Nothing picked, a topic of theirs, one that was picked elsewhere, one that was typed.
        for topic in ["", "devices", "ai", "Big data"] {
            let asked = [("topic", topic)];
            let asked = if topic.is_empty() { &asked[..0] } else { &asked[..] };
            let page = desk.command(MENTOR, ROOM, "task ideas", asked).await;
            let ideas = numbers(&page);
            assert!(!ideas.is_empty(), "{topic}: {page}");
            for number in ideas {
                let (_, idea) = Idea::of(IdeaId(number)).unwrap();
                assert!(fields.contains(&idea.topic), "{topic}: {page}");
            }
        }
        for (typed, stored) in [("ai", "Artificial intelligence"), ("Our shop", "Our shop")] {
            let picked = desk.command(MENTOR, ROOM, "topic pick", &[("topic", typed)]).await;
            assert!(picked.contains(stored), "{picked}");
            let kept = desk.world.dump().await;
            assert!(kept.contains(&format!("words='{stored}'")), "{typed}: {kept}");
        }
        let picked = desk.command(MENTOR, ROOM, "topic pick", &[("topic", "Mobile devices")]).await;
        assert!(picked.contains("Mobile devices"), "{picked}");
        assert!(desk.world.dump().await.contains("code='devices'"), "{}", desk.world.dump().await);
        desk.roles = vec![COORDINATORS];
        let refused = [("kind", "idea"), ("topic", "ai")];
        let refused = desk.command(UserId(1), LOBBY, "coordination questions add", &refused).await;
        assert!(refused.contains("topic") && !refused.contains("own-idea-add"), "{refused}");
    }
}
