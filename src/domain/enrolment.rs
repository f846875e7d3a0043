//! Enrolling as a dialogue of short steps: what was answered so far, which step comes next, and what is still missing.
//! The same answers, once somebody takes part, are what they can change at any time.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Duration, NaiveDate};
use serde::{Deserialize, Serialize};

use super::ids::UserId;
use super::person::Document;
use super::profile::{CAPACITY_MAX, HOURS_MAX, NAME_MAX, Profile, RATHER_NOT_MAX, TOPICS_MAX};
use super::programme::{Role, codes};
use super::refusal::Refusal;
use super::wish::{WISH_MAX, Wish, sides};

/// A draft that nobody comes back to is deleted after that long (D11).
pub const DRAFT_KEPT: Duration = Duration::days(7);
/// An invitation that nobody follows is deleted after that long (P18), and so is the word that there was no place.
pub const INVITATION_KEPT: Duration = Duration::days(14);

codes! {
    /// A step of the dialogue, in the order in which they come.
    Step {
        /// Data notice and confidentiality agreement, before anything is asked.
        Consent = "consent",
        /// Mentor, mentee or both.
        Role = "role",
        /// Topics, several.
        Topics = "topics",
        /// What one wishes for and expects.
        Wishes = "wishes",
        /// Department, organisation, time in the company, time for it, tandems.
        About = "about",
        /// The languages one speaks.
        Languages = "languages",
        /// Whom one would rather not be paired with.
        RatherNot = "rather-not",
    }
}

impl Step {
    /// Whether it may be left out.
    #[must_use]
    pub const fn may_be_skipped(self) -> bool {
        matches!(self, Self::Wishes | Self::RatherNot)
    }

    /// The step of that number, from 0.
    #[must_use]
    pub fn at(index: usize) -> Option<Self> {
        Self::ALL.get(index).copied()
    }

    /// Its number, from 0.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// What somebody has answered so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    /// The versions of the documents agreed to, and on which day.
    pub agreed: Option<Agreed>,
    /// What they take part as.
    pub role: Option<Role>,
    /// What they say about themselves.
    pub profile: Profile,
    /// What they wish for.
    pub wishes: BTreeMap<Wish, String>,
    /// Whom they would rather not be paired with: secret.
    pub rather_not: BTreeSet<UserId>,
    /// The steps they have been through.
    pub been_through: BTreeSet<Step>,
}

/// What was agreed to, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreed {
    /// The version of the data notice.
    pub notice: i64,
    /// The version of the confidentiality agreement.
    pub agreement: i64,
    /// The day, in the programme's zone.
    pub on: NaiveDate,
}

impl Agreed {
    /// Today's versions.
    #[must_use]
    pub const fn today(on: NaiveDate) -> Self {
        Self { notice: Document::Notice.version(), agreement: Document::Agreement.version(), on }
    }

    /// Whether these are today's versions; a new wording is shown again.
    #[must_use]
    pub const fn is_current(self) -> bool {
        self.notice >= Document::Notice.version() && self.agreement >= Document::Agreement.version()
    }
}

impl Answers {
    /// The step that comes next; `None` when all have been answered.
    #[must_use]
    pub fn next(&self) -> Option<Step> {
        Step::ALL.iter().copied().find(|step| !self.has(*step))
    }

    /// Whether a step is answered.
    #[must_use]
    pub fn has(&self, step: Step) -> bool {
        match step {
            Step::Consent => self.agreed.is_some_and(Agreed::is_current),
            Step::Role => self.role.is_some(),
            Step::Topics => !self.profile.topics.is_empty(),
            Step::Languages => !self.profile.languages.is_empty(),
            Step::Wishes | Step::About | Step::RatherNot => self.been_through.contains(&step),
        }
    }

    /// Takes what somebody takes part as; wishes of a side they no longer take go.
    pub fn set_role(&mut self, role: Role) {
        self.role = Some(role);
        let kept: Vec<Wish> = sides(role).iter().flat_map(|side| Wish::of_side(*side)).copied().collect();
        self.wishes.retain(|wish, _| kept.contains(wish));
    }

    /// Takes topics; `own` are the programme's beside the catalogue.
    ///
    /// # Errors
    /// None, too many, or one that the programme does not have.
    pub fn set_topics(&mut self, topics: &[String], own: &[String]) -> Result<(), Refusal> {
        let known = |topic: &String| super::topic::Topic::of(topic).is_some() || own.contains(topic);
        let topics: BTreeSet<String> = topics.iter().filter(|topic| known(topic)).cloned().collect();
        if topics.is_empty() {
            return Err(Refusal::NothingChosen);
        }
        if topics.len() > TOPICS_MAX {
            return Err(Refusal::TooManyChosen { max: TOPICS_MAX });
        }
        self.profile.topics = topics;
        Ok(())
    }

    /// Takes whom somebody would rather not be paired with; oneself does not count.
    ///
    /// # Errors
    /// Too many.
    pub fn set_rather_not(&mut self, me: UserId, users: &[UserId]) -> Result<(), Refusal> {
        let users: BTreeSet<UserId> = users.iter().copied().filter(|user| *user != me).collect();
        if users.len() > RATHER_NOT_MAX {
            return Err(Refusal::TooManyChosen { max: RATHER_NOT_MAX });
        }
        self.rather_not = users;
        self.been_through.insert(Step::RatherNot);
        Ok(())
    }

    /// Takes the wishes of a form; what is empty is taken back.
    ///
    /// # Errors
    /// One that is too long.
    pub fn set_wishes(&mut self, words: &[(Wish, String)]) -> Result<(), Refusal> {
        if words.iter().any(|(_, words)| words.trim().chars().count() > WISH_MAX) {
            return Err(Refusal::TextLength { max: WISH_MAX });
        }
        for (wish, words) in words {
            match words.trim() {
                "" => drop(self.wishes.remove(wish)),
                words => drop(self.wishes.insert(*wish, words.to_owned())),
            }
        }
        self.been_through.insert(Step::Wishes);
        Ok(())
    }

    /// Takes what was typed about the company and the time for it. `today` is the day in the programme's zone.
    ///
    /// # Errors
    /// A name that is too long, a month that is none, a number out of range; nothing is taken then.
    pub fn set_about(&mut self, typed: &About, today: NaiveDate) -> Result<(), Refusal> {
        let name = |text: &str| match text.split_whitespace().collect::<Vec<_>>().join(" ") {
            long if long.chars().count() > NAME_MAX => Err(Refusal::TextLength { max: NAME_MAX }),
            name => Ok(name),
        };
        let (department, organisation) = (name(&typed.department)?, name(&typed.organisation)?);
        let since = match typed.since.trim() {
            "" => None,
            since => Some(super::tenure::read(since, today).ok_or(Refusal::BadTenure)?),
        };
        let hours = match typed.hours.trim() {
            "" => None,
            hours => Some(number(hours, HOURS_MAX).ok_or(Refusal::BadHours { max: HOURS_MAX })?),
        };
        let capacity = match typed.capacity.trim() {
            "" => 1,
            some => number(some, CAPACITY_MAX).ok_or(Refusal::BadCapacity { max: CAPACITY_MAX })?,
        };
        let line = std::mem::take(&mut self.profile.line);
        let (topics, languages) =
            (std::mem::take(&mut self.profile.topics), std::mem::take(&mut self.profile.languages));
        self.profile = Profile { department, organisation, topics, languages, since, hours, capacity, line };
        self.been_through.insert(Step::About);
        Ok(())
    }
}

/// What was typed into the form about the company and the time for it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// Where they work.
    pub department: String,
    /// For whom.
    pub organisation: String,
    /// How long in the company, or since when.
    pub since: String,
    /// Hours a month.
    pub hours: String,
    /// How many tandems, for mentors.
    pub capacity: String,
}

/// A number from 1 to `max`, with or without a word behind it ("3 hours").
fn number(text: &str, max: u32) -> Option<u32> {
    let digits: &str = text.split(|c: char| !c.is_ascii_digit()).next()?;
    let rest = text[digits.len()..].trim();
    let word = rest.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '/' | ' '));
    digits.parse().ok().filter(|number| word && (1..=max).contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;

    fn today() -> NaiveDate {
        "2026-11-28".parse().unwrap()
    }

    fn about(since: &str, hours: &str, capacity: &str) -> About {
        About {
            department: " Sales  and\nService ".into(),
            since: since.into(),
            hours: hours.into(),
            capacity: capacity.into(),
            ..About::default()
        }
    }

    #[test]
    fn the_notice_comes_first_and_each_answer_leads_to_the_next_step() {
        let mut answers = Answers::default();
        let mut seen = Vec::new();
        while let Some(step) = answers.next() {
            seen.push(step);
            match step {
                Step::Consent => answers.agreed = Some(Agreed::today(today())),
                Step::Role => answers.set_role(Role::Both),
                Step::Topics => answers.set_topics(&["ai".into()], &[]).unwrap(),
                Step::Wishes => answers.set_wishes(&[]).unwrap(),
                Step::About => answers.set_about(&about("2 years", "3", "2"), today()).unwrap(),
                Step::Languages => answers.profile.languages = [Language::De].into(),
                Step::RatherNot => answers.set_rather_not(UserId(1), &[UserId(1), UserId(2)]).unwrap(),
            }
        }
        assert_eq!(seen, Step::ALL);
        assert_eq!(answers.profile.department, "Sales and Service");
        assert_eq!((answers.profile.hours, answers.profile.capacity), (Some(3), 2));
        assert_eq!(answers.rather_not, [UserId(2)].into(), "oneself does not count");
        let stored = serde_json::to_string(&answers).unwrap();
        assert_eq!(serde_json::from_str::<Answers>(&stored).unwrap(), answers);
    }

    #[test]
    fn a_new_version_of_a_document_is_shown_again_and_other_answers_stay() {
        let mut answers = Answers { role: Some(Role::Mentor), ..Answers::default() };
        answers.agreed = Some(Agreed { notice: Document::Notice.version() - 1, ..Agreed::today(today()) });
        assert_eq!(answers.next(), Some(Step::Consent));
        answers.agreed = Some(Agreed::today(today()));
        assert_eq!(answers.next(), Some(Step::Topics));
    }

    #[test]
    fn nonsense_is_refused_and_changes_nothing() {
        let mut answers = Answers::default();
        answers.set_about(&about("03/2024", "2 hours", ""), today()).unwrap();
        let before = answers.clone();
        for (typed, refusal) in [
            (about("gestern", "", ""), Refusal::BadTenure),
            (about("", "0", ""), Refusal::BadHours { max: HOURS_MAX }),
            (about("", "many", ""), Refusal::BadHours { max: HOURS_MAX }),
            (about("", "4711", ""), Refusal::BadHours { max: HOURS_MAX }),
            (about("", "-3", ""), Refusal::BadHours { max: HOURS_MAX }),
            (about("", "2-4", ""), Refusal::BadHours { max: HOURS_MAX }),
            (about("", "2", "9"), Refusal::BadCapacity { max: CAPACITY_MAX }),
            (
                About { department: "x".repeat(NAME_MAX + 1), ..About::default() },
                Refusal::TextLength { max: NAME_MAX },
            ),
        ] {
            assert_eq!(answers.set_about(&typed, today()), Err(refusal), "{typed:?}");
        }
        let many: Vec<String> =
            crate::domain::topic::Topic::ALL.iter().map(|topic| topic.code().to_owned()).collect();
        assert_eq!(answers.set_topics(&many, &[]), Err(Refusal::TooManyChosen { max: TOPICS_MAX }));
        assert_eq!(answers.set_topics(&["cheese".into()], &[]), Err(Refusal::NothingChosen));
        let crowd: Vec<UserId> = (10..40).map(UserId).collect();
        assert_eq!(
            answers.set_rather_not(UserId(1), &crowd),
            Err(Refusal::TooManyChosen { max: RATHER_NOT_MAX })
        );
        assert_eq!(
            answers.set_wishes(&[(Wish::Learn, "x".repeat(WISH_MAX + 1))]),
            Err(Refusal::TextLength { max: WISH_MAX })
        );
        assert_eq!(answers, before);
    }

    #[test]
    fn a_topic_of_the_programmes_own_counts_in_that_programme_alone() {
        let mut answers = Answers::default();
        let topics = ["Weaving looms".to_owned(), "ai".to_owned()];
        answers.set_topics(&topics, &["Weaving looms".to_owned()]).unwrap();
        assert_eq!(answers.profile.topics.len(), 2);
        answers.set_topics(&topics, &[]).unwrap();
        assert_eq!(answers.profile.topics, ["ai".to_owned()].into());
    }

    #[test]
    fn whoever_no_longer_takes_a_side_takes_its_wishes_along() {
        let mut answers = Answers::default();
        answers.set_role(Role::Both);
        answers.set_wishes(&[(Wish::Learn, "calm".into()), (Wish::Digital, " ".into())]).unwrap();
        assert_eq!(answers.wishes.len(), 1);
        answers.set_role(Role::Mentee);
        assert!(answers.wishes.is_empty());
    }
}
