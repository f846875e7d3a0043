use super::*;
use crate::app::pool;
use crate::app::testing::{COORDINATORS, LOBBY, MENTOR, World};
use crate::domain::idea::own_number;
use crate::domain::ids::GuildId;
use crate::domain::topic::Topic;
use crate::store::programmes;

async fn try_add(world: &mut World, place: usize, en: &str, de: &str) -> Decision<Changed> {
    let (call, programme) = (world.call(MENTOR, LOBBY), world.programme.id);
    add(&mut world.conn, &call, &[COORDINATORS], (programme, place), (en, de)).await.unwrap()
}

async fn try_remove(world: &mut World, number: i64) -> Decision<Changed> {
    let call = world.call(MENTOR, LOBBY);
    let programme = world.programme.id.to_string();
    pool::remove(&mut world.conn, &call, &[COORDINATORS], Some(&programme), number).await.unwrap()
}

async fn all(world: &mut World) -> Vec<OwnIdea> {
    own_ideas::own_ideas_of(&mut world.conn, world.programme.id).await.unwrap()
}

#[tokio::test]
async fn an_idea_of_a_programmes_own_comes_in_both_languages_and_goes_again_with_its_words() {
    let mut world = World::new().await;
    for (en, de) in [("", "Zeichnen"), ("Draw", " "), ("x", &*"x".repeat(OWN_MAX + 1))] {
        assert_eq!(try_add(&mut world, 0, en, de).await, Err(Refusal::TextLength { max: OWN_MAX }));
    }
    let added = try_add(&mut world, 3, " Draw a chart ", "Ein Diagramm zeichnen").await.unwrap();
    assert_eq!((added.number, added.idea), (own_number(1), true));
    let theme = Some(Theme::Catalogue(Topic::ALL[2]));
    let (en, de) = ("Draw a chart".to_owned(), "Ein Diagramm zeichnen".to_owned());
    assert_eq!(all(&mut world).await, [OwnIdea { number: added.number, theme, en, de }]);
    assert!(try_remove(&mut world, added.number).await.unwrap().idea);
    assert!(all(&mut world).await.is_empty());
    assert!(!world.dump().await.contains("Diagramm"), "its words are gone");
    for gone in [added.number, own_number(2)] {
        assert_eq!(try_remove(&mut world, gone).await, Err(Refusal::NoSuchQuestion { number: gone }));
    }
    let next = try_add(&mut world, 0, "Listen", "Zuhören").await.unwrap();
    assert_eq!(next.number, own_number(2), "no number is given twice: it stands in buttons");
    assert!(!try_remove(&mut world, 1).await.unwrap().idea, "questions go by their numbers as before");
}

#[tokio::test]
async fn both_languages_of_every_idea_are_kept_as_they_were_written() {
    let mut world = World::new().await;
    let mut rng = fastrand::Rng::with_seed(31);
    let words = |rng: &mut fastrand::Rng| -> String {
        let mut char =
            || *rng.choice(&['a', 'ß', '*', '\\', '\'', '"', '\n', '😀', '{', '@', ' ']).unwrap_or(&'a');
        let inner: String = (0..OWN_MAX - 2).map(|_| char()).collect();
        format!("‹{inner}›")
    };
    let mut written = Vec::new();
    for place in 0..=Topic::ALL.len() {
        let (en, de) = (words(&mut rng), words(&mut rng));
        let added = try_add(&mut world, place, &en, &de).await.unwrap();
        written.push(OwnIdea { number: added.number, theme: idea::at_place(place, &[]).unwrap(), en, de });
    }
    assert_eq!(all(&mut world).await, written);
    assert!(written.iter().all(|one| one.en != one.de), "the seed tells the two apart");
}

#[tokio::test]
async fn a_topic_of_the_programmes_own_has_ideas_and_a_foreign_topic_has_none() {
    let mut world = World::new().await;
    topics::programme_topic_add(&mut world.conn, world.programme.id, "Our shop").await.unwrap();
    let call = world.call(MENTOR, LOBBY);
    let [shop, foreign] = ["our shop", "Passwords"].map(|words| Theme::Own(words.into()));
    let place = may_add(&mut world.conn, &call, &[COORDINATORS], None, Some(&shop)).await.unwrap();
    assert_eq!(place, Ok((world.programme.id, 13)));
    let refused = may_add(&mut world.conn, &call, &[COORDINATORS], None, Some(&foreign)).await.unwrap();
    assert_eq!(refused, Err(Refusal::NoSuchTopic));
    try_add(&mut world, 13, "Order something", "Etwas bestellen").await.unwrap();
    assert_eq!(all(&mut world).await[0].theme, Some(Theme::Own("Our shop".into())));
    topics::programme_topics_clear(&mut world.conn, world.programme.id).await.unwrap();
    let gone = try_add(&mut world, 13, "Order something", "Etwas bestellen").await;
    assert_eq!(gone, Err(Refusal::NoSuchTopic), "the topic was taken away while the form was open");
}

#[tokio::test]
async fn only_the_programmes_coordinators_see_and_change_its_ideas_and_there_is_an_end_to_them() {
    let mut world = World::new().await;
    let mut second = world.programme.clone();
    second.name = "2027".into();
    let second = programmes::programme_add(&mut world.conn, &second).await.unwrap().unwrap();
    for _ in 0..OWN_COUNT_MAX {
        try_add(&mut world, 0, "Draw", "Zeichnen").await.unwrap();
    }
    let over = try_add(&mut world, 0, "Draw", "Zeichnen").await;
    assert_eq!(over, Err(Refusal::TooManyIdeas { max: OWN_COUNT_MAX }));
    let call = world.call(MENTOR, LOBBY);
    let theirs = owned(&mut world.conn, &call, &[COORDINATORS], second).await.unwrap().unwrap();
    assert!(theirs.ideas.is_empty(), "another programme has its own");
    let first = own_number(1);
    let named = second.to_string();
    let other = pool::remove(&mut world.conn, &call, &[COORDINATORS], Some(&named), first).await.unwrap();
    assert_eq!(other, Err(Refusal::NoSuchQuestion { number: first }));
    assert_eq!(all(&mut world).await.len(), OWN_COUNT_MAX);
    let id = world.programme.id;
    assert_eq!(owned(&mut world.conn, &call, &[], id).await.unwrap().err(), Some(Refusal::NeedsCoordinator));
    let foreign = Call { guild: GuildId(9), ..call };
    let refused = owned(&mut world.conn, &foreign, &[COORDINATORS], id).await.unwrap().err();
    assert_eq!(refused, Some(Refusal::NotSetUp));
}
