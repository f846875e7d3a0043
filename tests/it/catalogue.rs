//! The catalogues from outside: complete in every language, used to the last key, within Discord's limits, and in the
//! tone of the house. Whoever adds a text or a language finds out here what is missing.

pub mod commands;
mod reader;
mod source;
mod tone;

use std::collections::BTreeSet;

use reader::{Catalogue, Message, catalogue, formal, german};
use tandem::domain::question;
use tandem::domain::topic::{Idea, Topic};
use tandem::locales::{LOCALES, Language, idea, question as question_text};

fn vars(message: &Message) -> &BTreeSet<String> {
    &message.vars
}

fn ids(catalogue: &Catalogue) -> BTreeSet<&str> {
    catalogue.keys().map(String::as_str).collect()
}

#[test]
fn every_file_in_locales_is_embedded_and_none_beside_them() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let mut found = BTreeSet::new();
    for folder in std::fs::read_dir(&root).unwrap() {
        let folder = folder.unwrap();
        for file in std::fs::read_dir(folder.path()).unwrap() {
            let name = file.unwrap().file_name().into_string().unwrap();
            let name = name.strip_suffix(".ftl").expect("only .ftl files lie in locales/").to_owned();
            found.insert((folder.file_name().into_string().unwrap(), name));
        }
    }
    let embedded: BTreeSet<_> = LOCALES
        .iter()
        .flat_map(|(folder, files)| files.iter().map(|(name, _)| ((*folder).to_owned(), (*name).to_owned())))
        .collect();
    assert_eq!(found, embedded);
}

#[test]
fn english_and_german_have_the_same_messages_with_the_same_variables() {
    let (english, german) = (catalogue(Language::En), german());
    assert_eq!(ids(&english), ids(&german));
    for (id, message) in &english {
        assert_eq!(vars(message), vars(&german[id]), "variables of {id}");
    }
}

#[test]
fn the_formal_catalogue_holds_only_what_differs_from_the_informal_one() {
    let german = german();
    for (id, message) in &formal() {
        let informal = german.get(id).unwrap_or_else(|| panic!("{id} is in de-x-formal, but not in de"));
        assert_eq!(vars(message), vars(informal), "variables of {id}");
        assert_ne!(message.texts, informal.texts, "{id} reads the same in de: leave it out of de-x-formal");
    }
}

#[test]
fn every_variable_is_explained_above_its_message() {
    for (id, message) in catalogue(Language::En) {
        for name in &message.vars {
            assert!(
                message.comment.contains(&format!("${name}")),
                "the comment above {id} does not name ${name}"
            );
        }
    }
}

#[test]
fn every_message_that_the_source_asks_for_exists() {
    let english = catalogue(Language::En);
    for (file, id) in source::asked_for() {
        assert!(english.contains_key(&id), "{file} asks for {id}, which no catalogue has");
    }
    for (file, family) in source::families() {
        assert!(
            english.keys().any(|id| family.covers(id)),
            "{file} computes ids {family}, and no message fits"
        );
    }
}

#[test]
fn no_message_is_left_over() {
    let mut used = source::literals();
    used.extend(source::refusals().into_keys());
    // locales.rs computes refusals, questions and ideas; those have tests of their own that are stricter than a family.
    let families: Vec<_> =
        source::families().into_iter().filter(|(file, _)| !file.starts_with("src/locales")).collect();
    let left: Vec<_> = catalogue(Language::En)
        .into_keys()
        .filter(|id| !commands::is_menu(id) && !id.starts_with("question-") && !is_idea(id))
        .filter(|id| !used.contains(id) && !families.iter().any(|(_, family)| family.covers(id)))
        .collect();
    assert!(left.is_empty(), "nothing in src/ uses: {left:#?}");
}

#[test]
fn every_refusal_has_its_sentence_with_its_values() {
    let english = catalogue(Language::En);
    let refusals = source::refusals();
    assert!(refusals.len() > 20, "domain/refusal.rs was not understood: {refusals:?}");
    for (id, fields) in refusals {
        let message = english.get(&id).unwrap_or_else(|| panic!("{id} has no message"));
        assert!(message.vars.is_subset(&fields), "{id} uses {:?}, the refusal has {fields:?}", message.vars);
    }
}

#[test]
fn every_state_and_phase_has_a_name() {
    use tandem::domain::{programme::Phase, task::TaskState};
    let english = catalogue(Language::En);
    let named = Phase::ALL
        .iter()
        .map(|phase| format!("programme-phase-{}", phase.code()))
        .chain(TaskState::ALL.iter().map(|state| format!("task-state-{}", state.code())))
        .chain(Language::ALL.iter().map(|language| format!("programme-language-{}", language.code())));
    for id in named {
        assert!(english.contains_key(&id), "{id} is missing");
    }
}

#[test]
fn every_question_of_the_pool_has_words_and_every_question_in_words_stands_in_the_pool() {
    let pool: BTreeSet<_> =
        question::pool().iter().map(|one| format!("question-{:03}", one.number)).collect();
    assert!(pool.len() >= 36, "a pool holds at least 36 questions");
    for language in [Language::En, Language::De] {
        let written: BTreeSet<_> =
            catalogue(language).into_keys().filter(|id| id.starts_with("question-")).collect();
        assert_eq!(pool, written, "{language:?}");
    }
    for language in Language::ALL {
        let texts: BTreeSet<_> =
            question::pool().iter().map(|one| question_text(language, one.number)).collect();
        assert_eq!(texts.len(), pool.len(), "two questions read the same in {language:?}");
    }
}

fn is_idea(id: &str) -> bool {
    id.starts_with("idea-") && id.ends_with(|end: char| end.is_ascii_digit())
}

#[test]
fn every_topic_has_at_least_four_ideas_in_each_language_that_fit_into_a_task() {
    for topic in Topic::ALL {
        let ideas = Idea::all(*topic);
        assert!(ideas.len() >= 4, "{topic:?}");
        for language in Language::ALL {
            let texts: BTreeSet<_> = ideas.iter().map(|one| idea(language, *one)).collect();
            assert_eq!(texts.len(), ideas.len(), "{topic:?} in {language:?}");
            assert!(texts.iter().all(|text| (40..=250).contains(&text.chars().count())), "{texts:#?}");
        }
    }
    let written = |language| catalogue(language).into_keys().filter(|id| is_idea(id)).count();
    let known = Topic::ALL.iter().map(|topic| Idea::all(*topic).len()).sum::<usize>();
    assert_eq!((written(Language::En), written(Language::De)), (known, known));
}

/// Discord's limits in characters, by the end of the id; everything else is (part of) a message.
const LIMITS: &[(&str, usize)] = &[
    ("-modal-title", 45),
    ("-title", 256),
    ("-button", 80),
    ("-label", 45),
    ("-placeholder", 100),
    ("-option", 100),
    ("-field", 256),
    ("-name", 32),
    ("-desc", 100),
];

/// The room that a variable is taken to need; longer values are cut by whoever hands them in.
fn room_for_variables(id: &str) -> usize {
    if id.ends_with("-modal-title") { 5 } else { 30 }
}

#[test]
fn no_text_is_longer_than_its_place_at_discord_allows() {
    for language in Language::ALL {
        for (id, message) in catalogue(language) {
            let limit = match LIMITS.iter().find(|(end, _)| id.ends_with(end)) {
                _ if id.starts_with("choice-") => 100,
                _ if id.starts_with("refusal-") => 400,
                Some((_, limit)) => *limit,
                None if id.starts_with("programme-card") || id.starts_with("welcome-") => 1024,
                None if id.starts_with("privacy-") || id.starts_with("proposal-") => 1024,
                None => 2000,
            };
            let length = message.longest() + message.vars.len() * room_for_variables(&id);
            assert!(length <= limit, "{id} in {language:?}: {length} characters, {limit} fit");
        }
    }
}

#[test]
fn the_welcome_and_the_notice_fit_into_one_embed_each() {
    for language in [german_with_formal(), catalogue(Language::En)] {
        for family in ["welcome-", "privacy-", "proposal-"] {
            let sum: usize = language
                .iter()
                .filter(|(id, _)| id.starts_with(family))
                .map(|(_, message)| message.longest() + 30 * message.vars.len())
                .sum();
            assert!(sum <= 6000, "{family}: {sum} characters in one embed, 6000 fit");
        }
    }
}

fn german_with_formal() -> Catalogue {
    let mut merged = german();
    merged.extend(formal());
    merged
}

#[test]
fn every_kind_of_data_in_the_inventory_has_its_texts() {
    use tandem::domain::inventory::{KINDS, Long, Who};
    let english = catalogue(Language::En);
    let kinds = KINDS
        .iter()
        .flat_map(|kind| [format!("inventory-{}", kind.code), format!("inventory-{}-why", kind.code)]);
    let who = Who::ALL.iter().map(|who| format!("inventory-who-{}", who.code()));
    let long = Long::ALL.iter().map(|long| format!("inventory-long-{}", long.code()));
    for id in kinds.chain(who).chain(long) {
        assert!(english.contains_key(&id), "{id} is missing");
    }
}
