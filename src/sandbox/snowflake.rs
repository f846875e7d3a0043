//! Ids in the JSON of the control interface: strings of digits on the way out, strings or numbers on the way in,
//! because JavaScript cannot hold 64 bits in a number.

use serde::{Deserialize, Deserializer, Serializer, de::Error};
use serde_json::Value;

use super::ids::parse;

/// Writes an id.
pub fn serialize<S: Serializer>(id: &u64, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(id)
}

/// Reads an id.
///
/// # Errors
/// When it is neither digits nor a whole number.
pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<u64, D::Error> {
    let value = Value::deserialize(from)?;
    parse(&value).ok_or_else(|| D::Error::custom(format!("{value} is not an id")))
}

/// The same for an id that may be absent.
pub mod maybe {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};
    use serde_json::Value;

    use crate::sandbox::ids::parse;

    /// Writes an id or null.
    pub fn serialize<S: Serializer>(id: &Option<u64>, to: S) -> Result<S::Ok, S::Error> {
        match id {
            Some(id) => to.collect_str(id),
            None => to.serialize_none(),
        }
    }

    /// Reads an id or null.
    ///
    /// # Errors
    /// When it is neither digits, nor a whole number, nor null.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u64>, D::Error> {
        match Value::deserialize(from)? {
            Value::Null => Ok(None),
            value => parse(&value).map(Some).ok_or_else(|| D::Error::custom(format!("{value} is not an id"))),
        }
    }
}

/// The same for a list of ids.
pub mod list {
    use serde::{Serializer, ser::SerializeSeq};

    /// Writes a list of ids.
    pub fn serialize<S: Serializer>(ids: &[u64], to: S) -> Result<S::Ok, S::Error> {
        let mut list = to.serialize_seq(Some(ids.len()))?;
        for id in ids {
            list.serialize_element(&id.to_string())?;
        }
        list.end()
    }
}
