//! When a tandem has gone quiet: for a whole rhythm and a week more no meeting was planned or held and no task touched.
//! What people write is not looked at, and pauses do not count.

use chrono::{DateTime, Duration, Utc};

use super::meeting::Meeting;
use super::pause::{self, Pause};

/// Beyond one rhythm (PRODUCT.md, "Breaks and support").
pub const GRACE: Duration = Duration::days(7);

/// The moment at which a tandem is quiet if nothing happens after `touched`.
#[must_use]
pub fn begins(touched: DateTime<Utc>, rhythm: Duration, pauses: &[Pause]) -> DateTime<Utc> {
    pause::after(pauses, touched, rhythm + GRACE)
}

/// The last moment at which a meeting stood: its end, or when it was cancelled before.
#[must_use]
pub fn last_of(meetings: &[Meeting]) -> Option<DateTime<Utc>> {
    let stood = |one: &Meeting| if one.cancelled { one.changed_at.min(one.ends_at()) } else { one.ends_at() };
    meetings.iter().map(stood).max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{PauseId, TandemId};
    use crate::domain::tandem::Side;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn silence_begins_a_rhythm_and_a_week_after_the_last_deed_without_the_pauses() {
        let (touched, rhythm) = (at("2027-01-04T09:00:00Z"), Duration::days(23));
        assert_eq!(begins(touched, rhythm, &[]), at("2027-02-03T09:00:00Z"));
        let pause = Pause {
            id: PauseId(1),
            tandem: TandemId(1),
            from: at("2027-01-10T00:00:00Z"),
            until: at("2027-01-20T00:00:00Z"),
            ended_early: false,
        };
        assert_eq!(begins(touched, rhythm, &[pause]), at("2027-02-13T09:00:00Z"));
    }

    #[test]
    fn a_meeting_that_stands_or_stood_is_no_silence_and_a_cancelled_one_is_from_then_on() {
        let (planned, starts) = (at("2027-01-04T09:00:00Z"), at("2027-01-20T09:00:00Z"));
        let mut one = Meeting::planned(TandemId(1), Side::Mentor, starts, 60, String::new(), planned);
        assert_eq!(last_of(&[]), None);
        assert_eq!(last_of(std::slice::from_ref(&one)), Some(at("2027-01-20T10:00:00Z")));
        one.cancel(at("2027-01-06T09:00:00Z"));
        assert_eq!(last_of(&[one]), Some(at("2027-01-06T09:00:00Z")));
    }
}
