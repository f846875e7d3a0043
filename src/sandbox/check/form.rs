//! Reads a JSON object field by field and collects complaints in Discord's words.

use std::fmt::Display;
use std::ops::RangeInclusive;

use serde_json::{Map, Value};

use crate::sandbox::error::Problems;
use crate::sandbox::ids;

/// An object under inspection, and where it stands in the form.
pub struct Form<'a> {
    map: &'a Map<String, Value>,
    path: String,
}

/// What a request says about a field that can be emptied.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Change<T> {
    /// It does not mention it.
    #[default]
    Keep,
    /// It empties it, with null.
    Clear,
    /// It sets it.
    Set(T),
}

impl<T> Change<T> {
    /// The new value, if one is set.
    pub fn value(&self) -> Option<&T> {
        if let Self::Set(value) = self { Some(value) } else { None }
    }

    /// Whether the field is mentioned.
    pub fn said(&self) -> bool {
        !matches!(self, Self::Keep)
    }

    /// Carries it out.
    pub fn apply(self, field: &mut Option<T>) {
        match self {
            Self::Keep => {}
            Self::Clear => *field = None,
            Self::Set(value) => *field = Some(value),
        }
    }
}

/// The path of a field below another.
pub fn below(path: &str, step: impl Display) -> String {
    if path.is_empty() { step.to_string() } else { format!("{path}.{step}") }
}

impl<'a> Form<'a> {
    /// Takes a value as an object; notes a complaint if it is none.
    pub fn of(value: &'a Value, path: &str, problems: &mut Problems) -> Option<Self> {
        let map = value.as_object();
        if map.is_none() {
            problems.add(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
        }
        map.map(|map| Self { map, path: path.to_owned() })
    }

    /// The path of one of its fields.
    pub fn at(&self, key: &str) -> String {
        below(&self.path, key)
    }

    /// Whether the field is there, null included.
    pub fn has(&self, key: &str) -> bool {
        self.map.contains_key(key)
    }

    /// The field, if it is there and not null.
    pub fn get(&self, key: &str) -> Option<&'a Value> {
        self.map.get(key).filter(|value| !value.is_null())
    }

    /// What the form says about a field, of which `value` was read.
    pub fn change<T>(&self, key: &str, value: Option<T>) -> Change<T> {
        match value {
            Some(value) => Change::Set(value),
            None if self.has(key) => Change::Clear,
            None => Change::Keep,
        }
    }

    /// The field, which must be there.
    pub fn need(&self, key: &str, problems: &mut Problems) -> Option<&'a Value> {
        let value = self.get(key);
        if value.is_none() {
            problems.add(&self.at(key), "BASE_TYPE_REQUIRED", "This field is required");
        }
        value
    }

    /// A text within a length in characters.
    pub fn text(&self, key: &str, length: RangeInclusive<usize>, problems: &mut Problems) -> Option<&'a str> {
        let value = self.get(key)?;
        let Some(text) = value.as_str() else {
            problems.add(
                &self.at(key),
                "STRING_TYPE_CONVERT",
                format!("Could not interpret \"{value}\" as string."),
            );
            return None;
        };
        check_length(&self.at(key), text, length, problems);
        Some(text)
    }

    /// A text that must be there.
    pub fn need_text(
        &self,
        key: &str,
        length: RangeInclusive<usize>,
        problems: &mut Problems,
    ) -> Option<&'a str> {
        self.need(key, problems)?;
        self.text(key, length, problems)
    }

    /// A whole number within bounds; Discord takes digits in a string as well.
    pub fn number(&self, key: &str, bounds: RangeInclusive<i64>, problems: &mut Problems) -> Option<i64> {
        let value = self.get(key)?;
        let number = value.as_i64().or_else(|| value.as_str().and_then(|text| text.parse().ok()));
        let Some(number) = number else {
            problems.add(&self.at(key), "NUMBER_TYPE_COERCE", format!("Value \"{value}\" is not int."));
            return None;
        };
        if number < *bounds.start() {
            let least = bounds.start();
            problems.add(
                &self.at(key),
                "NUMBER_TYPE_MIN",
                format!("int value should be greater than or equal to {least}."),
            );
        } else if number > *bounds.end() {
            let most = bounds.end();
            problems.add(
                &self.at(key),
                "NUMBER_TYPE_MAX",
                format!("int value should be less than or equal to {most}."),
            );
        }
        Some(number)
    }

    /// One of a few numbers.
    pub fn choice(&self, key: &str, choices: &[i64], problems: &mut Problems) -> Option<i64> {
        let number = self.number(key, i64::MIN..=i64::MAX, problems)?;
        if choices.contains(&number) {
            return Some(number);
        }
        let list = choices.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        problems.add(&self.at(key), "BASE_TYPE_CHOICES", format!("Value must be one of {{{list}}}."));
        None
    }

    /// A yes or no.
    pub fn flag(&self, key: &str, problems: &mut Problems) -> Option<bool> {
        let value = self.get(key)?;
        if value.as_bool().is_none() {
            problems.add(&self.at(key), "BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
        }
        value.as_bool()
    }

    /// An id.
    pub fn id(&self, key: &str, problems: &mut Problems) -> Option<u64> {
        let value = self.get(key)?;
        check_id(value, &self.at(key), problems)
    }

    /// A list of a length.
    pub fn list(
        &self,
        key: &str,
        length: RangeInclusive<usize>,
        problems: &mut Problems,
    ) -> Option<&'a [Value]> {
        let value = self.get(key)?;
        let Some(list) = value.as_array() else {
            problems.add(&self.at(key), "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return None;
        };
        if !length.contains(&list.len()) {
            problems.add(&self.at(key), "BASE_TYPE_BAD_LENGTH", length_sentence(&length));
        }
        Some(list)
    }

    /// A set of permission bits, which travel as a string of digits.
    pub fn bits(&self, key: &str, problems: &mut Problems) -> Option<u64> {
        let value = self.get(key)?;
        let bits = value.as_u64().or_else(|| value.as_str().and_then(|text| text.parse().ok()));
        if bits.is_none() {
            problems.add(
                &self.at(key),
                "BITFIELD_TYPE_CONVERT",
                format!("Value \"{value}\" is not a bitfield."),
            );
        }
        bits
    }

    /// A web address of one of some schemes.
    pub fn url(
        &self,
        key: &str,
        schemes: &[&str],
        longest: usize,
        problems: &mut Problems,
    ) -> Option<&'a str> {
        let url = self.text(key, 0..=longest, problems)?;
        let known =
            url.split_once("://").filter(|(scheme, rest)| schemes.contains(scheme) && !rest.is_empty());
        if known.is_none() || url.contains(char::is_whitespace) {
            let schemes = schemes.join("', '");
            problems.add(
                &self.at(key),
                "URL_TYPE_INVALID_SCHEME",
                format!("Scheme must be one of ('{schemes}') and the address well formed."),
            );
        }
        Some(url)
    }
}

/// Complains about a text that is too short or too long; Discord counts characters.
pub fn check_length(path: &str, text: &str, length: RangeInclusive<usize>, problems: &mut Problems) {
    let count = text.chars().count();
    if !length.contains(&count) {
        if *length.start() == 0 {
            let most = length.end();
            problems.add(path, "BASE_TYPE_MAX_LENGTH", format!("Must be {most} or fewer in length."));
        } else if count == 0 {
            problems.add(path, "BASE_TYPE_REQUIRED", "This field is required");
        } else {
            problems.add(path, "BASE_TYPE_BAD_LENGTH", length_sentence(&length));
        }
    }
}

/// An id, or a complaint.
pub fn check_id(value: &Value, path: &str, problems: &mut Problems) -> Option<u64> {
    let id = ids::parse(value);
    if id.is_none() {
        problems.add(path, "NUMBER_TYPE_COERCE", format!("Value \"{value}\" is not snowflake."));
    }
    id
}

fn length_sentence(length: &RangeInclusive<usize>) -> String {
    format!("Must be between {} and {} in length.", length.start(), length.end())
}
