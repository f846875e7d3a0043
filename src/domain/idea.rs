//! Ideas for small tasks beside those of the catalogue: a programme's own, in both languages, for one topic or for all of
//! them; in which order a tandem is shown them, and by which number a button names each.

use super::ids::{IdeaId, IdeasId, TandemId};
use super::language::Language;
use super::topic::{INVITED_WITH, Idea, Theme, Topic};

/// Ideas of a programme's own have numbers from here on, so that none is taken for a question. (Questions of programmes' own
/// would have to be ten thousand in one file before their numbers reached this one.)
const OWN_FROM: i64 = 20_000;
/// The longest idea of a programme's own, in characters: three of them stand in an invitation, five in a list, and each may
/// need twice its length where signs lose their power; a task holds more.
pub const OWN_MAX: usize = 300;
/// So many ideas of its own a programme may have (decision: as many as questions).
pub const OWN_COUNT_MAX: usize = super::question::OWN_COUNT_MAX;
/// Ideas on a page: 300 characters each, twice that where signs lose their power, with topics of 90, fit into 4,096, and
/// their buttons into one row.
pub const SHOWN: usize = 5;
/// Room for the row of every own idea in the number of a button.
const PER_TANDEM: i64 = 1_000_000_000;

/// An idea of a programme's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnIdea {
    /// Its number among all that coordinators bring in.
    pub number: i64,
    /// For which topic; `None`: for every one.
    pub theme: Option<Theme>,
    /// In English, 1 to [`OWN_MAX`] characters.
    pub en: String,
    /// In German.
    pub de: String,
}

impl OwnIdea {
    /// Its words in a language.
    #[must_use]
    pub fn words(&self, language: Language) -> &str {
        if language.is_german() { &self.de } else { &self.en }
    }
}

/// The number of a programme's own idea, from that of its row.
#[must_use]
pub const fn own_number(row: i64) -> i64 {
    OWN_FROM + row
}

/// The row of a programme's own idea; `None` for what is a question's number.
#[must_use]
pub const fn own_row(number: i64) -> Option<i64> {
    if number > OWN_FROM { Some(number - OWN_FROM) } else { None }
}

/// An idea that a tandem is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suggestion {
    /// One of its programme's own.
    Own(OwnIdea),
    /// One of the catalogue.
    Catalogue(Idea),
}

/// The idea that a button names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// One of a programme's own, by its number.
    Own(i64),
    /// One of the catalogue.
    Catalogue(Idea),
}

impl Suggestion {
    /// The number by which a button names it for a tandem: below zero for a programme's own.
    #[must_use]
    pub fn id(&self, tandem: TandemId) -> IdeaId {
        match self {
            Self::Own(own) => IdeaId(-(tandem.0 * PER_TANDEM + own.number - OWN_FROM)),
            Self::Catalogue(idea) => idea.id(tandem),
        }
    }
}

/// The idea that a button names, and for which tandem.
#[must_use]
pub fn named(id: IdeaId) -> Option<(TandemId, Named)> {
    if id.0 >= 0 {
        return Idea::of(id).map(|(tandem, idea)| (tandem, Named::Catalogue(idea)));
    }
    let positive = id.0.checked_neg()?;
    let (tandem, row) = (positive / PER_TANDEM, positive % PER_TANDEM);
    (row > 0).then_some((TandemId(tandem), Named::Own(own_number(row))))
}

/// Whether two topics are the same one; nobody is held to small and capital letters.
fn same(one: &Theme, other: &Theme) -> bool {
    match (one, other) {
        (Theme::Own(one), Theme::Own(other)) => one.to_lowercase() == other.to_lowercase(),
        (one, other) => one == other,
    }
}

/// Those of `own` that are for the topic, and those that are for every one.
fn suited(theme: Option<&Theme>, own: Vec<OwnIdea>) -> [Vec<OwnIdea>; 2] {
    let fits = |one: &OwnIdea| match (&one.theme, theme) {
        (None, _) => true,
        (Some(of), Some(theme)) => same(of, theme),
        (Some(_), None) => false,
    };
    let (of_topic, general) = own.into_iter().filter(fits).partition(|one| one.theme.is_some());
    [of_topic, general]
}

/// All ideas for a topic: the programme's own for it, its own for every topic, those of the catalogue. Where there are none
/// for the topic itself, something of every topic that is `offered` is at the end; `turn` says where that begins.
#[must_use]
pub fn listed(theme: Option<&Theme>, own: Vec<OwnIdea>, offered: &[Topic], turn: i64) -> Vec<Suggestion> {
    let [of_topic, general] = suited(theme, own);
    let catalogue = match theme.and_then(Theme::topic) {
        Some(topic) => Idea::all(topic),
        None if of_topic.is_empty() => Idea::invited_with(None, offered, turn),
        None => Vec::new(),
    };
    let own = of_topic.into_iter().chain(general).map(Suggestion::Own);
    own.chain(catalogue.into_iter().map(Suggestion::Catalogue)).collect()
}

/// The ideas that go with an invitation, in the same order. `turn` counts the invitations, so that the next one begins
/// elsewhere among each kind.
#[must_use]
pub fn invited_with(
    theme: Option<&Theme>,
    own: Vec<OwnIdea>,
    offered: &[Topic],
    turn: i64,
) -> Vec<Suggestion> {
    let own = suited(theme, own).into_iter().flat_map(|mut kind| {
        let begin = i64::try_from(kind.len()).ok().and_then(|length| (turn * 3).checked_rem_euclid(length));
        kind.rotate_left(begin.and_then(|begin| usize::try_from(begin).ok()).unwrap_or_default());
        kind
    });
    let catalogue = Idea::invited_with(theme.and_then(Theme::topic), offered, turn);
    own.map(Suggestion::Own)
        .chain(catalogue.into_iter().map(Suggestion::Catalogue))
        .take(INVITED_WITH)
        .collect()
}

/// Whether ideas are about the topic, or something of everything: for a topic in one's own words there are none but the
/// programme's.
#[must_use]
pub fn about(theme: Option<&Theme>, ideas: &[Suggestion]) -> bool {
    match theme {
        Some(Theme::Catalogue(_)) => true,
        Some(Theme::Own(_)) => ideas.iter().all(|idea| matches!(idea, Suggestion::Own(_))),
        None => false,
    }
}

/// The place of a topic among all that a programme has, as a button carries it: 0 is none, then come the catalogue and
/// `own`, the programme's topics; `None` for a topic that the programme does not have.
#[must_use]
pub fn place(theme: Option<&Theme>, own: &[String]) -> Option<usize> {
    let Some(theme) = theme else { return Some(0) };
    let catalogue = Topic::ALL.iter().map(|topic| Theme::Catalogue(*topic));
    let mut all = catalogue.chain(own.iter().cloned().map(Theme::Own));
    all.position(|one| same(&one, theme)).map(|place| place + 1)
}

/// The topic at a place; `None` where there is none (any more).
#[must_use]
pub fn at_place(place: usize, own: &[String]) -> Option<Option<Theme>> {
    let Some(place) = place.checked_sub(1) else { return Some(None) };
    let catalogue = Topic::ALL.get(place).map(|topic| Theme::Catalogue(*topic));
    let own = || own.get(place - Topic::ALL.len()).cloned().map(Theme::Own);
    catalogue.or_else(own).map(Some)
}

/// Places of topics in one list, and its pages.
const PLACES: i64 = 100;
const PAGES: i64 = 100;

impl IdeasId {
    /// The page of that number, from 0, of the ideas for the topic at that place.
    #[must_use]
    pub fn of(tandem: TandemId, place: usize, page: usize) -> Self {
        let number =
            |it: usize, room: i64| i64::try_from(it).ok().filter(|it| *it < room).unwrap_or_default();
        Self((tandem.0 * PLACES + number(place, PLACES)) * PAGES + number(page, PAGES))
    }

    /// The tandem.
    #[must_use]
    pub const fn tandem(self) -> TandemId {
        TandemId(self.0.div_euclid(PLACES * PAGES))
    }

    /// The topic's place.
    #[must_use]
    pub fn place(self) -> usize {
        usize::try_from(self.0.div_euclid(PAGES).rem_euclid(PLACES)).unwrap_or_default()
    }

    /// Which page, from 0.
    #[must_use]
    pub fn page(self) -> usize {
        usize::try_from(self.0.rem_euclid(PAGES)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(row: i64, theme: Option<Theme>) -> OwnIdea {
        OwnIdea { number: own_number(row), theme, en: format!("Idea {row}"), de: format!("Idee {row}") }
    }

    fn rows(ideas: &[Suggestion]) -> Vec<i64> {
        let row = |one: &Suggestion| match one {
            Suggestion::Own(own) => own_row(own.number).unwrap(),
            Suggestion::Catalogue(_) => 0,
        };
        ideas.iter().map(row).collect()
    }

    #[test]
    fn an_idea_of_either_kind_and_its_tandem_are_found_by_the_number_of_the_button() {
        for row in [1, 999_999_999] {
            let id = Suggestion::Own(own(row, None)).id(TandemId(7));
            assert_eq!(named(id), Some((TandemId(7), Named::Own(own_number(row)))));
        }
        let idea = Idea::all(Topic::Ai)[0];
        let id = Suggestion::Catalogue(idea).id(TandemId(7));
        assert_eq!(named(id), Some((TandemId(7), Named::Catalogue(idea))));
        for unknown in [0, 5, i64::MIN, -PER_TANDEM] {
            assert_eq!(named(IdeaId(unknown)), None, "{unknown}");
        }
        assert_eq!((own_row(10_104), own_row(20_001)), (None, Some(1)));
    }

    #[test]
    fn own_ideas_for_the_topic_come_first_then_those_for_every_topic_then_the_catalogue() {
        let (ai, shop) = (Theme::Catalogue(Topic::Ai), Theme::Own("Our shop".into()));
        let all = || vec![own(1, None), own(2, Some(ai.clone())), own(3, Some(shop.clone())), own(4, None)];
        assert_eq!(rows(&listed(Some(&ai), all(), Topic::ALL, 0)), [2, 1, 4, 0, 0, 0, 0]);
        let typed = Theme::Own("our SHOP".into());
        assert_eq!(rows(&listed(Some(&typed), all(), Topic::ALL, 0)), [3, 1, 4]);
        let foreign = Theme::Own("Passwords".into());
        assert_eq!(
            rows(&listed(Some(&foreign), all(), Topic::ALL, 0)),
            [1, 4, 0, 0, 0],
            "something of everything"
        );
        assert_eq!(rows(&listed(None, all(), Topic::ALL, 0)), [1, 4, 0, 0, 0]);
        for turn in 0..5 {
            let ideas = invited_with(Some(&ai), all(), Topic::ALL, turn);
            assert_eq!((ideas.len(), rows(&ideas)[0]), (INVITED_WITH, 2), "{turn}");
            assert_eq!(ideas, invited_with(Some(&ai), all(), Topic::ALL, turn));
        }
        assert_eq!(rows(&invited_with(None, vec![own(1, None)], Topic::ALL, 1)), [1, 0, 0]);
    }

    #[test]
    fn many_own_ideas_take_turns_in_invitations() {
        let all = || (1..=5).map(|row| own(row, None)).collect::<Vec<_>>();
        let [first, second] = [0, 1].map(|turn| rows(&invited_with(None, all(), Topic::ALL, turn)));
        assert_eq!((first, second), (vec![1, 2, 3], vec![4, 5, 1]));
    }

    #[test]
    fn a_topic_has_a_place_by_which_it_is_found_again() {
        let topics = ["Our shop".to_owned(), "Hall 3".to_owned()];
        let catalogue = Topic::ALL.iter().map(|topic| Some(Theme::Catalogue(*topic)));
        let own = topics.iter().map(|words| Some(Theme::Own(words.clone())));
        for (number, theme) in [None].into_iter().chain(catalogue).chain(own).enumerate() {
            assert_eq!(place(theme.as_ref(), &topics), Some(number));
            assert_eq!(at_place(number, &topics), Some(theme));
        }
        assert_eq!(place(Some(&Theme::Own("Passwords".into())), &topics), None);
        assert_eq!(at_place(15, &topics), None);
        let id = IdeasId::of(TandemId(9), 14, 21);
        assert_eq!((id.tandem(), id.place(), id.page()), (TandemId(9), 14, 21));
    }
}
