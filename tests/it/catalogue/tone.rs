//! The tone of GLOSSARY.md as far as words can be counted: forms of address never mix, nobody is judged or hurried, one
//! emoji at most. What these tests cannot hear stays with the reviewer.

use tandem::locales::Language;

use super::reader::{Message, catalogue, formal, german};

/// Words of a text with whether each begins a sentence. Commands in backticks and quotations are left out.
fn words(text: &str) -> Vec<(String, bool)> {
    let plain: String =
        text.split('`').enumerate().map(|(part, piece)| if part % 2 == 0 { piece } else { "…" }).collect();
    let mut found = Vec::new();
    let mut first = true;
    for token in plain.split_whitespace() {
        let word = token.trim_matches(|one: char| !one.is_alphanumeric());
        if !word.is_empty() {
            found.push((word.to_owned(), first));
        }
        let opens = token.starts_with(['„', '“', '•', '*']);
        first = token.ends_with(['.', '?', ':', '•', '…', '·']) || (word.is_empty() && opens);
    }
    found
}

fn each(language: Language, mut check: impl FnMut(&str, &str)) {
    for (id, Message { texts, .. }) in catalogue(language) {
        for text in texts {
            check(&id, &text);
        }
    }
}

const DU: &[&str] = &[
    "du", "dich", "dir", "dein", "deine", "deinem", "deinen", "deiner", "deines", "ihr", "euch", "euer",
    "eure", "eurem", "euren", "eurer", "eures",
];

/// Imperatives with du, which carry no pronoun.
const DU_IMPERATIVES: &[&str] = &[
    "antworte",
    "frag",
    "gib",
    "kürz",
    "lad",
    "lade",
    "lies",
    "mach",
    "melde",
    "nimm",
    "pass",
    "sag",
    "schau",
    "schreib",
    "sieh",
    "verschieb",
    "verschiebe",
    "versuch",
    "versuche",
    "wart",
    "warte",
    "wähl",
    "wähle",
    "zeig",
    "zieh",
];

fn says_du(word: &str) -> bool {
    let lower = word.to_lowercase();
    // "Ihr" with a capital inside a sentence is Sie; at the beginning it may be either and is left to the eye.
    (DU.contains(&lower.as_str()) && word != "Ihr") || DU_IMPERATIVES.contains(&lower.as_str())
}

#[test]
fn formal_texts_never_say_du() {
    each(Language::DeFormal, |id, text| {
        for (word, _) in words(text) {
            assert!(!says_du(&word), "{id} says “{word}” in de-x-formal: {text}");
        }
    });
}

#[test]
fn informal_texts_never_say_sie() {
    each(Language::De, |id, text| {
        if id.starts_with("choice-") || id.starts_with("programme-language-") {
            return;
        }
        for (word, first) in words(text) {
            let formal =
                ["Sie", "Ihnen", "Ihr", "Ihre", "Ihrem", "Ihren", "Ihrer", "Ihres"].contains(&word.as_str());
            assert!(first || !formal, "{id} says “{word}” in de: {text}");
        }
    });
}

#[test]
fn whatever_says_du_has_a_formal_counterpart() {
    let formal = formal();
    for (id, message) in german() {
        let said = message.texts.iter().flat_map(|text| words(text)).find(|(word, _)| says_du(word));
        if let Some((word, _)) = said {
            assert!(
                formal.contains_key(&id)
                    || id.starts_with("choice-")
                    || id.starts_with("programme-language-"),
                "{id} says “{word}”, so de-x-formal needs its own wording"
            );
        }
    }
}

#[test]
fn menus_address_nobody() {
    for (id, message) in german() {
        if ["cmd-", "opt-"].iter().any(|family| id.starts_with(family)) {
            for (word, _) in message.texts.iter().flat_map(|text| words(text)) {
                let formal = ["Sie", "Ihnen", "Ihr", "Ihre"].contains(&word.as_str());
                assert!(!formal && !says_du(&word), "{id} says “{word}” (rule D7)");
            }
        }
    }
}

/// What the glossary rules out, as beginnings of words in lower case.
const RULED_OUT: [(Language, &[&str]); 3] = [
    (
        Language::En,
        &["younger", "older", "junior", "senior", "admin", "failed", "failure", "oops", "sorry", "score"],
    ),
    (Language::De, GERMAN_RULED_OUT),
    (Language::DeFormal, GERMAN_RULED_OUT),
];

const GERMAN_RULED_OUT: &[&str] = &[
    "junge",
    "ältere",
    "pärchen",
    "matching",
    "schützling",
    "supervisor",
    "sponsor",
    "kampagne",
    "template",
    "enrollment",
    "registrierung",
    "onboarding",
    "training",
    "kickoff",
    "speed-dating",
    "bedürfnis",
    "leitfrage",
    "meeting",
    "session",
    "tagesordnung",
    "hausaufgabe",
    "blockiert",
    "gescheitert",
    "scheiter",
    "bewertung",
    "score",
    "retrospektive",
    "review",
    "umfrage",
    "approve",
    "snooze",
    "hilferuf",
    "kündig",
    "verlassen",
    "rematch",
    "partnerwechsel",
    "lounge",
    "digest",
    "wochenbericht",
    "ephemer",
    "anonymität",
    "aufbewahrungsfrist",
    "retention",
    "deadline",
    "user",
    "nutzer",
    "leider",
];

#[test]
fn no_text_uses_a_word_that_the_glossary_rules_out() {
    for (language, ruled_out) in RULED_OUT {
        each(language, |id, text| {
            if language == Language::En && id.contains("sponsor") {
                return;
            }
            for (word, _) in words(text) {
                let lower = word.to_lowercase();
                let hit = ruled_out.iter().find(|start| lower.starts_with(**start));
                // "Administrationsrechte" and "administrator rights" are Discord's, not a word for the coordinators.
                let allowed = lower.starts_with("administrat");
                assert!(hit.is_none() || allowed, "{id} says “{word}” in {language:?}: {text}");
            }
        });
    }
}

#[test]
fn nothing_is_exclaimed_hurried_or_held_against_anybody() {
    for language in Language::ALL {
        each(language, |id, text| {
            assert!(!text.contains('!'), "{id} exclaims: {text}");
            let lower = text.to_lowercase();
            for phrase in
                ["you have not yet", "you still have not", "hast noch nicht", "haben noch nicht", "nur noch"]
            {
                assert!(!lower.contains(phrase), "{id} in {language:?} says “{phrase}”: {text}");
            }
        });
    }
}

fn emoji(text: &str) -> usize {
    text.chars()
        .filter(|one| matches!(u32::from(*one), 0x1F300..=0x1FAFF | 0x2600..=0x27BF | 0x23E9..=0x23FA))
        .count()
}

#[test]
fn a_message_has_one_emoji_at_most_and_a_refusal_none() {
    for language in Language::ALL {
        each(language, |id, text| {
            // The keys to the reactions below a post are a legend and need each sign.
            let most = match id {
                _ if id.ends_with("-reactions") => 3,
                _ if id.starts_with("refusal-") => 0,
                _ => 1,
            };
            assert!(emoji(text) <= most, "{id} in {language:?}: {text}");
        });
    }
}

#[test]
fn a_refusal_is_one_sentence() {
    for language in Language::ALL {
        each(language, |id, text| {
            if id.starts_with("refusal-") {
                let inner = text.trim_end_matches('.').replace("z. B. ", "");
                let second = inner.split(". ").skip(1).any(|rest| rest.starts_with(char::is_uppercase));
                assert!(text.ends_with('.') && !text.contains('\n'), "{id} in {language:?}: {text}");
                assert!(
                    !second || inner.contains("3. Dezember"),
                    "{id} in {language:?} is two sentences: {text}"
                );
            }
        });
    }
}

#[test]
fn quotation_marks_are_those_of_the_language() {
    for language in Language::ALL {
        each(language, |id, text| {
            assert!(!text.contains('"'), "{id} in {language:?} has straight quotation marks: {text}");
            let german = text.contains('„');
            assert!(!(german && language == Language::En), "{id} has German quotation marks: {text}");
        });
    }
}

#[test]
fn the_counters_hear_what_they_are_meant_to_hear() {
    assert!(words("Das siehst nur du.").iter().any(|(word, _)| says_du(word)));
    assert!(words("Bitte gib es ein").iter().any(|(word, _)| says_du(word)));
    assert!(!words("Bitte geben Sie es ein: `du`").iter().any(|(word, _)| says_du(word)));
    assert_eq!(emoji("✅ and 🧩"), 2);
    assert_eq!(
        words("Sie hat. Das sehen Sie."),
        [
            ("Sie".to_owned(), true),
            ("hat".to_owned(), false),
            ("Das".to_owned(), true),
            ("sehen".to_owned(), false),
            ("Sie".to_owned(), false)
        ]
    );
}
