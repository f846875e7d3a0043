//! The briefing: a short learning unit in cards, one for each side, tagged by the templates it suits. The words lie in
//! `locales/*/briefing.ftl` under `briefing-<side>-<code>-title` and `-text`.

use super::tandem::Side;
use super::template::Template;

/// A card of the briefing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Card {
    /// Its part of the texts' ids.
    pub code: &'static str,
    /// The templates it suits; none named: all.
    templates: &'static [Template],
}

const fn all(code: &'static str) -> Card {
    Card { code, templates: &[] }
}

/// For mentors: how to meet, to ask, to watch, to leave a task; what stays private, and where help is.
const MENTOR: &[Card] = &[
    all("equal"),
    all("questions"),
    all("watching"),
    Card { code: "day", templates: &[Template::Shadow] },
    Card { code: "fields", templates: &[Template::Apprentice] },
    all("task"),
    all("private"),
    all("confidential"),
    all("help"),
];

/// For mentees: what to expect, and that not knowing is the point.
const MENTEE: &[Card] = &[
    all("expect"),
    all("not-knowing"),
    Card { code: "day", templates: &[Template::Shadow] },
    Card { code: "fields", templates: &[Template::Apprentice] },
    all("topics"),
    all("task"),
    all("confidential"),
];

/// The cards of a side, in the order in which they are read.
#[must_use]
pub fn cards(side: Side, template: Template) -> Vec<Card> {
    let all = match side {
        Side::Mentor => MENTOR,
        Side::Mentee => MENTEE,
    };
    let suits = |card: &&Card| card.templates.is_empty() || card.templates.contains(&template);
    all.iter().filter(suits).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_has_cards_for_both_sides_and_some_have_cards_of_their_own() {
        for template in Template::ALL {
            let own = usize::from(matches!(template, Template::Shadow | Template::Apprentice));
            assert_eq!(cards(Side::Mentor, *template).len(), 7 + own, "{template:?}");
            assert_eq!(cards(Side::Mentee, *template).len(), 5 + own, "{template:?}");
        }
        assert_eq!(cards(Side::Mentor, Template::Pilot)[0].code, "equal");
    }
}
