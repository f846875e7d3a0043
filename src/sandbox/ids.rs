//! Snowflakes: ids that carry the sandbox's time, so that equal runs make equal ids and ages can be read from them.

use chrono::{DateTime, Utc};
use serde_json::Value;

/// Milliseconds of the Unix epoch at which Discord's snowflakes begin (2015-01-01).
pub const DISCORD_EPOCH: i64 = 1_420_070_400_000;

/// Hands out ids that rise strictly, also when the clock is turned back.
#[derive(Clone, Debug, Default)]
pub struct Ids {
    last: u64,
}

impl Ids {
    /// A new id made at `now`.
    pub fn next(&mut self, now: DateTime<Utc>) -> u64 {
        self.last = at_time(now).max(self.last + 1);
        self.last
    }
}

/// The smallest id of that millisecond.
#[must_use]
pub fn at_time(when: DateTime<Utc>) -> u64 {
    u64::try_from(when.timestamp_millis() - DISCORD_EPOCH).unwrap_or(0) << 22
}

/// When an id was made, to the millisecond.
#[must_use]
pub fn time_of(id: u64) -> DateTime<Utc> {
    let milliseconds = i64::try_from(id >> 22).unwrap_or(i64::MAX >> 22) + DISCORD_EPOCH;
    DateTime::from_timestamp_millis(milliseconds).unwrap_or_default()
}

/// An id from the wire: a string of digits, or (as Discord also takes it) a number.
#[must_use]
pub fn parse(value: &Value) -> Option<u64> {
    match value {
        Value::String(text) => parse_text(text),
        Value::Number(number) => number.as_u64(),
        _ => None,
    }
}

/// An id from a path or a query.
#[must_use]
pub fn parse_text(text: &str) -> Option<u64> {
    if text.is_empty() || text.len() > 20 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

/// An id as the wire has it.
#[must_use]
pub fn wire(id: u64) -> Value {
    Value::String(id.to_string())
}

/// A moment as Discord writes it.
#[must_use]
pub fn stamp(when: DateTime<Utc>) -> String {
    when.format("%Y-%m-%dT%H:%M:%S%.6f+00:00").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_carries_its_time_and_rises_even_when_the_clock_goes_back() {
        let late: DateTime<Utc> = "2026-03-02T09:00:00.123Z".parse().expect("a time");
        let early: DateTime<Utc> = "2026-03-01T09:00:00Z".parse().expect("a time");
        let mut ids = Ids::default();
        let first = ids.next(late);
        let second = ids.next(early);
        assert_eq!(time_of(first), late);
        assert!(second > first);
    }

    #[test]
    fn only_digits_are_ids() {
        assert_eq!(parse_text("175928847299117063"), Some(175_928_847_299_117_063));
        for wrong in ["", "+1", "abc", "99999999999999999999999"] {
            assert_eq!(parse_text(wrong), None, "{wrong}");
        }
    }
}
