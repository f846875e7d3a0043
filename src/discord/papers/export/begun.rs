//! An enrolment that was begun, in words: what is kept of it until it is confirmed, or lapses.

use super::line;
use crate::discord::components::join::step_title;
use crate::domain::enrolment::{Answers, Step};
use crate::domain::language::Language;
use crate::domain::profile::Profile;
use crate::domain::topic::Theme;
use crate::domain::wish::Wish;
use crate::locales::{date, list, say};

/// The entries of a draft, one line each and only those that were made; `None` where it is not one.
pub(super) fn in_words(language: Language, draft: &str) -> Option<String> {
    let answers: Answers = serde_json::from_str(draft).ok()?;
    let column = |name: &str| say(language, &format!("export-column-{name}")).text();
    let value = |code: &str| say(language, &format!("export-value-{code}")).text();
    let title = |step| step_title(language, step);
    let Profile { department, organisation, since, hours, line: code, languages, .. } = &answers.profile;
    let topic = |theme: &Theme| match theme {
        Theme::Catalogue(topic) => say(language, &format!("topic-name-{}", topic.code())).text(),
        Theme::Own(words) => words.clone(),
    };
    let topics: Vec<String> = answers.profile.themes().iter().map(topic).collect();
    let languages: Vec<String> = languages.iter().map(|one| value(one.code())).collect();
    let rather_not: Vec<String> = answers.rather_not.iter().map(|user| user.0.to_string()).collect();
    let mut entries = vec![
        (column("role"), answers.role.map(|role| value(role.code())).unwrap_or_default()),
        (title(Step::Topics), list(language, &topics)),
        (title(Step::Languages), list(language, &languages)),
        (column("department"), department.clone()),
        (column("organisation"), organisation.clone()),
        (column("since"), since.map(|day| date(language, day)).unwrap_or_default()),
        (column("hours"), hours.map(|hours| hours.to_string()).unwrap_or_default()),
        (column("line"), code.clone()),
    ];
    if answers.been_through.contains(&Step::About) {
        entries.push((column("capacity"), answers.profile.capacity.to_string()));
    }
    let wish = |wish: &Wish| say(language, &format!("wish-{}-label", wish.code())).text();
    entries.extend(answers.wishes.iter().map(|(one, words)| (wish(one), words.clone())));
    entries.push((title(Step::RatherNot), list(language, &rather_not)));
    if let Some(agreed) = answers.agreed {
        entries.push((column("given-on"), date(language, agreed.on)));
    }
    let made = entries.into_iter().filter(|(_, answer)| !answer.is_empty());
    Some(made.map(|(item, answer)| line(language, &item, &answer)).collect::<Vec<_>>().join("\n"))
}
