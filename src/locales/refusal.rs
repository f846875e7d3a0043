//! Refusals become their sentence by name: the variant `NoSuchTask { number }` is the message `refusal-no-such-task`
//! with the variable `number`. A test holds the two lists against each other.

use serde_json::Value;

use super::{Language, say};
use crate::domain::refusal::Refusal;

/// The sentence for a refusal: what is wrong and what to do.
#[must_use]
pub fn refusal(language: Language, refusal: &Refusal) -> String {
    let fields = match serde_json::to_value(refusal) {
        Ok(Value::Object(fields)) => fields,
        _ => serde_json::Map::new(),
    };
    let id = format!("refusal-{}", fields.get("why").and_then(Value::as_str).unwrap_or_default());
    let mut said = say(language, &id);
    for (name, value) in fields.iter().filter(|(name, _)| *name != "why") {
        said = match value.as_i64() {
            Some(number) => said.with_named(name.clone(), number),
            None => said.with_named(name.clone(), value.as_str().unwrap_or_default().to_owned()),
        };
    }
    said.text()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_names_what_is_wrong_and_what_to_do() {
        assert_eq!(
            refusal(Language::En, &Refusal::NoSuchTask { number: 9 }),
            "There is no task 9 in this tandem; `/task list` shows the ones there are."
        );
        assert_eq!(
            refusal(Language::De, &Refusal::NoRoom { room: 1 }),
            "Auf diesem Server ist noch Platz für ein Tandem; ein geteiltes Programm oder ein zweiter Server hilft."
        );
    }
}
