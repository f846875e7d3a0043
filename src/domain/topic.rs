//! What the two of a tandem talk about: the catalogue of twelve topics, one's own words for a topic, what either puts
//! down for the next agenda, and the ideas for small tasks. The words lie in `locales/*/topics.ftl` and `ideas.ftl`.

use super::ids::{IdeaId, MeetingId, PersonId, PointId, TandemId};
use super::programme::codes;

codes! {
    /// A topic of the catalogue. The order is part of the ideas' numbers and never changes.
    Topic {
        /// Collaboration and communication tools.
        Collaboration = "collaboration",
        /// Sources on the net.
        Sources = "sources",
        /// Artificial intelligence.
        Ai = "ai",
        /// Big data.
        BigData = "big-data",
        /// Agile organisation.
        Agile = "agile",
        /// Digital reputation.
        Reputation = "reputation",
        /// Digital networking.
        Networking = "networking",
        /// Digital business leadership.
        Leadership = "leadership",
        /// Dealing with mistakes.
        Mistakes = "mistakes",
        /// Mobile devices.
        Devices = "devices",
        /// Social media.
        SocialMedia = "social-media",
        /// Connected products.
        Products = "products",
    }
}

/// The longest topic in one's own words, in characters: it stands as a choice in menus (Discord: 100).
pub const OWN_MAX: usize = 90;
/// The longest thing put down for an agenda, in characters.
pub const POINT_MAX: usize = 300;
/// So much may be put down at once: what a menu holds, and an agenda has room for (Discord: 25 choices).
pub const POINTS_MAX: usize = 15;
/// Ideas for each topic.
pub const IDEAS_EACH: i64 = 4;
/// Room for the number of every idea, a hundred for each topic.
const PER_TANDEM: i64 = 10_000;
/// So many ideas go with an invitation to leave a task.
pub const INVITED_WITH: usize = 3;

/// The topic of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Theme {
    /// One of the catalogue.
    Catalogue(Topic),
    /// In words of the programme or of the two.
    Own(String),
}

impl Theme {
    /// Its topic of the catalogue, if it is one.
    #[must_use]
    pub const fn topic(&self) -> Option<Topic> {
        match self {
            Self::Catalogue(topic) => Some(*topic),
            Self::Own(_) => None,
        }
    }

    /// Whether it may be chosen where these topics of the catalogue are offered: one's own words always may.
    #[must_use]
    pub fn is_among(&self, offered: &[Topic]) -> bool {
        self.topic().is_none_or(|topic| offered.contains(&topic))
    }

    /// The same where these topics of the catalogue are offered: another one is no more than these `words`.
    #[must_use]
    pub fn among(self, offered: &[Topic], words: &str) -> Self {
        if self.is_among(offered) { self } else { Self::Own(words.to_owned()) }
    }
}

/// What one of the two put down for the next agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Our number for it.
    pub id: PointId,
    /// Whose agenda.
    pub tandem: TandemId,
    /// Who put it down.
    pub author: PersonId,
    /// In their words, 1 to [`POINT_MAX`] characters.
    pub words: String,
    /// The last meeting before it was put down; a later one since then makes it left over.
    pub after: Option<MeetingId>,
}

/// An idea for a small task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Idea {
    /// Its topic.
    pub topic: Topic,
    /// Its number within the topic, from 1.
    pub number: i64,
}

impl Idea {
    /// Every idea of a topic, in order.
    #[must_use]
    pub fn all(topic: Topic) -> Vec<Self> {
        (1..=IDEAS_EACH).map(|number| Self { topic, number }).collect()
    }

    /// The number by which a button names it for a tandem.
    #[must_use]
    pub fn id(self, tandem: TandemId) -> IdeaId {
        let topic = Topic::ALL.iter().position(|one| *one == self.topic).unwrap_or_default();
        IdeaId(tandem.0 * PER_TANDEM + i64::try_from(topic).unwrap_or_default() * 100 + self.number)
    }

    /// The idea that a button names, and for which tandem.
    #[must_use]
    pub fn of(id: IdeaId) -> Option<(TandemId, Self)> {
        let (tandem, idea) = (id.0.div_euclid(PER_TANDEM), id.0.rem_euclid(PER_TANDEM));
        let topic = *Topic::ALL.get(usize::try_from(idea / 100).ok()?)?;
        let number = idea % 100;
        (1..=IDEAS_EACH).contains(&number).then_some((TandemId(tandem), Self { topic, number }))
    }

    /// The ideas that go with an invitation: of the topic, else something of every one that is `offered`. `turn` counts the
    /// invitations, so that the next one about the same topic begins elsewhere.
    #[must_use]
    pub fn invited_with(topic: Option<Topic>, offered: &[Topic], turn: i64) -> Vec<Self> {
        let all: Vec<Self> = match topic {
            Some(topic) => Self::all(topic),
            None => (1..=IDEAS_EACH)
                .flat_map(|number| offered.iter().map(move |topic| Self { topic: *topic, number }))
                .collect(),
        };
        let length = i64::try_from(all.len()).unwrap_or(1);
        let begin = usize::try_from((turn * 3).rem_euclid(length)).unwrap_or_default();
        all.iter().copied().cycle().skip(begin).take(INVITED_WITH).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_has_twelve_topics_and_each_at_least_four_ideas() {
        assert_eq!(Topic::ALL.len(), 12);
        assert!(Topic::ALL.iter().all(|topic| Idea::all(*topic).len() >= 4));
    }

    #[test]
    fn an_idea_and_its_tandem_are_found_by_the_number_of_the_button() {
        for idea in Topic::ALL.iter().flat_map(|topic| Idea::all(*topic)) {
            assert_eq!(Idea::of(idea.id(TandemId(7))), Some((TandemId(7), idea)));
        }
        for unknown in [0, 5, 100, 1_201, 10_000, -1] {
            assert_eq!(Idea::of(IdeaId(unknown)), None, "{unknown}");
        }
    }

    #[test]
    fn what_is_not_offered_is_no_more_than_words_and_brings_no_ideas() {
        let offered = [Topic::Devices, Topic::Products];
        let [devices, ai] = [Topic::Devices, Topic::Ai].map(Theme::Catalogue);
        let own = Theme::Own("Our shop".into());
        for kept in [&devices, &own] {
            assert_eq!(kept.clone().among(&offered, "typed"), *kept);
        }
        assert_eq!(ai.clone().among(&offered, "AI"), Theme::Own("AI".into()));
        assert_eq!(ai.clone().among(Topic::ALL, "AI"), ai);
        for turn in 0..12 {
            let ideas = Idea::invited_with(None, &offered, turn);
            assert!(ideas.iter().all(|idea| offered.contains(&idea.topic)), "{turn}: {ideas:?}");
        }
    }

    #[test]
    fn three_different_ideas_go_with_an_invitation_and_the_next_begins_elsewhere() {
        for topic in [None, Some(Topic::Ai)] {
            let [first, second] = [0, 1].map(|turn| Idea::invited_with(topic, Topic::ALL, turn));
            assert_eq!(first.len(), INVITED_WITH);
            assert!(first[0] != first[1] && first[1] != first[2] && first[0] != first[2]);
            assert_ne!(first, second);
            assert!(topic.is_none_or(|topic| second.iter().all(|idea| idea.topic == topic)));
        }
    }
}
