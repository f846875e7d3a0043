//! The calendar file of a meeting (RFC 5545, 5546). Its UID stays and its SEQUENCE grows, so that a moved meeting changes
//! the entry and a cancelled one removes it. Nothing in it comes from the moment of rendering: the same state gives the
//! same bytes. It names nobody, because calendars are read by others.

use chrono::Duration;
use icalendar::{Calendar, Class, Component as _, Event, EventLike as _, EventStatus, Property};

use crate::discord::view::FileView;
use crate::domain::language::Language;
use crate::domain::meeting::Meeting;
use crate::domain::programme::{Occasion, OccasionKind};
use crate::locales::say;

/// Who publishes the entry. The standard asks for an address; this one can reach nobody (RFC 2606).
const ORGANIZER: &str = "mailto:tandem@tandem.invalid";
/// How long a kick-off or closing event takes (decision: greetings, questions, and time to meet).
const OCCASION_LASTS: Duration = Duration::minutes(90);
/// Who wrote the file.
const PRODUCT: &str = "-//Tandem//Tandem//EN";

/// The file for a meeting as it stands.
#[must_use]
pub fn file(meeting: &Meeting, uid: &str, language: Language) -> FileView {
    file_of(&[(meeting.clone(), uid.to_owned())], meeting.cancelled, language)
}

/// The file that removes meetings, of which all are cancelled.
#[must_use]
pub fn removal(meetings: &[(Meeting, String)], language: Language) -> FileView {
    file_of(meetings, true, language)
}

/// The file for a kick-off or closing event as it is set, or the one that takes it out again.
#[must_use]
pub fn occasion(
    occasion: &Occasion,
    which: OccasionKind,
    uid: &str,
    summary: &str,
    language: Language,
) -> FileView {
    let (method, status) = if occasion.cancelled {
        ("CANCEL", EventStatus::Cancelled)
    } else {
        ("PUBLISH", EventStatus::Confirmed)
    };
    let mut event = Event::with_uid(&format!("{uid}@tandem.invalid"));
    event
        .timestamp(occasion.changed_at)
        .last_modified(occasion.changed_at)
        .sequence(occasion.sequence)
        .starts(occasion.at)
        .ends(occasion.at + OCCASION_LASTS)
        .status(status)
        .summary(summary)
        .add_property("ORGANIZER", ORGANIZER);
    if !occasion.place.is_empty() {
        event.location(&occasion.place);
    }
    let mut calendar = calendar_of(method);
    calendar.push(event.done());
    FileView {
        name: say(language, &format!("occasion-file-{}", which.code())).text(),
        description: say(language, &format!("occasion-calendar-{}", which.code())).text(),
        bytes: calendar.to_string().into_bytes(),
    }
}

fn calendar_of(method: &str) -> Calendar {
    let mut calendar = Calendar::empty();
    for (key, value) in
        [("VERSION", "2.0"), ("PRODID", PRODUCT), ("CALSCALE", "GREGORIAN"), ("METHOD", method)]
    {
        calendar.append_property(Property::new(key, value));
    }
    calendar
}

fn file_of(meetings: &[(Meeting, String)], cancelled: bool, language: Language) -> FileView {
    let mut calendar = calendar_of(if cancelled { "CANCEL" } else { "PUBLISH" });
    for (meeting, uid) in meetings {
        calendar.push(event(meeting, uid, language));
    }
    FileView {
        name: say(language, "meeting-file-name").text(),
        description: say(language, "meeting-file-description").text(),
        bytes: calendar.to_string().into_bytes(),
    }
}

fn event(meeting: &Meeting, uid: &str, language: Language) -> Event {
    let status = match (meeting.cancelled, meeting.is_confirmed()) {
        (true, _) => EventStatus::Cancelled,
        (false, true) => EventStatus::Confirmed,
        (false, false) => EventStatus::Tentative,
    };
    let mut event = Event::with_uid(&format!("{uid}@tandem.invalid"));
    event
        .timestamp(meeting.changed_at)
        .last_modified(meeting.changed_at)
        .sequence(meeting.sequence)
        .starts(meeting.starts_at)
        .ends(meeting.ends_at())
        .status(status)
        .class(Class::Private)
        .summary(&say(language, "meeting-calendar-summary").text())
        .add_property("ORGANIZER", ORGANIZER);
    if !meeting.place.is_empty() {
        event.location(&meeting.place);
    }
    event.done()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::TandemId;
    use crate::domain::tandem::Side;
    use chrono::{DateTime, Utc};

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn meeting(place: &str) -> Meeting {
        let (starts_at, now) = (at("2027-01-12T13:00:00Z"), at("2027-01-04T09:00:00Z"));
        Meeting::planned(TandemId(1), Side::Mentor, starts_at, 90, place.into(), now)
    }

    fn written(meeting: &Meeting) -> String {
        String::from_utf8(file(meeting, "5ca1ab1e", Language::De).bytes).unwrap()
    }

    /// The file, read back: METHOD and the only event.
    fn read(file: &str) -> (String, Event) {
        let calendar: Calendar = file.parse().unwrap();
        let method = calendar.property_value("METHOD").unwrap().to_owned();
        let [event]: [Event; 1] = calendar.events().cloned().collect::<Vec<_>>().try_into().unwrap();
        (method, event)
    }

    #[test]
    fn a_kick_off_that_moves_changes_the_entry_it_made_and_one_that_is_called_off_removes_it() {
        let (first, second) = (at("2027-01-12T13:00:00Z"), at("2027-01-13T08:00:00Z"));
        let mut set = Occasion {
            at: first,
            place: "Kantine; EG".into(),
            sequence: 0,
            changed_at: at("2027-01-04T09:00:00Z"),
            cancelled: false,
        };
        let read_it = |set: &Occasion| {
            let file = occasion(set, OccasionKind::Kickoff, "5ca1ab1e", "Auftakt: Pilot", Language::De);
            assert_eq!(file.name, "auftakt.ics");
            read(&String::from_utf8(file.bytes).unwrap())
        };
        let (method, entry) = read_it(&set);
        assert_eq!((method.as_str(), entry.get_summary()), ("PUBLISH", Some("Auftakt: Pilot")));
        assert_eq!(entry.get_location(), Some("Kantine; EG"));
        set = Occasion { at: second, sequence: 1, changed_at: at("2027-01-05T09:00:00Z"), ..set };
        let (_, moved) = read_it(&set);
        assert_eq!(entry.get_uid(), moved.get_uid());
        assert_eq!((entry.get_sequence(), moved.get_sequence()), (Some(0), Some(1)));
        assert_eq!(moved.property_value("DTSTART"), Some("20270113T080000Z"));
        assert_eq!(moved.get_timestamp(), Some(at("2027-01-05T09:00:00Z")));
        set = Occasion { sequence: 2, changed_at: at("2027-01-06T09:00:00Z"), cancelled: true, ..set };
        let (method, off) = read_it(&set);
        assert_eq!((method.as_str(), off.get_status()), ("CANCEL", Some(EventStatus::Cancelled)));
        assert_eq!((off.get_uid(), off.get_sequence()), (entry.get_uid(), Some(2)));
        assert_eq!(off.property_value("DTSTART"), Some("20270113T080000Z"));
    }

    #[test]
    fn from_plan_to_move_to_cancel_the_uid_stays_and_the_sequence_grows() {
        let mut meeting = meeting("Kantine");
        meeting.say(Side::Mentee, true);
        let (method, planned) = read(&written(&meeting));
        assert_eq!((method.as_str(), planned.get_status()), ("PUBLISH", Some(EventStatus::Confirmed)));
        meeting.move_to(Side::Mentee, at("2027-03-29T08:30:00Z"), at("2027-01-05T10:00:00Z"));
        let (method, moved) = read(&written(&meeting));
        assert_eq!((method.as_str(), moved.get_status()), ("PUBLISH", Some(EventStatus::Tentative)));
        assert_eq!(moved.property_value("DTSTART"), Some("20270329T083000Z"));
        assert_eq!(moved.property_value("DTEND"), Some("20270329T100000Z"));
        meeting.cancel(at("2027-01-06T10:00:00Z"));
        let (method, cancelled) = read(&written(&meeting));
        assert_eq!((method.as_str(), cancelled.get_status()), ("CANCEL", Some(EventStatus::Cancelled)));
        assert_eq!(cancelled.property_value("DTSTART"), Some("20270329T083000Z"));
        let all = [&planned, &moved, &cancelled];
        assert_eq!(all.map(|event| event.get_uid()), [Some("5ca1ab1e@tandem.invalid"); 3]);
        assert_eq!(all.map(Event::get_sequence), [Some(0), Some(1), Some(2)]);
        let stamps = ["2027-01-04T09:00:00Z", "2027-01-05T10:00:00Z", "2027-01-06T10:00:00Z"];
        assert_eq!(all.map(Event::get_timestamp), stamps.map(|stamp| Some(at(stamp))));
    }

    #[test]
    fn the_file_is_the_same_bytes_every_time_and_names_nobody() {
        let meeting = meeting("");
        assert_eq!(written(&meeting), written(&meeting));
        let (_, event) = read(&written(&meeting));
        assert_eq!(event.get_class(), Some(Class::Private));
        assert_eq!(event.get_summary(), Some("Treffen"));
        assert_eq!(event.get_location(), None);
        let keys: Vec<&str> = event.properties().keys().map(String::as_str).collect();
        let expected = [
            "CLASS",
            "DTEND",
            "DTSTAMP",
            "DTSTART",
            "LAST-MODIFIED",
            "ORGANIZER",
            "SEQUENCE",
            "STATUS",
            "SUMMARY",
            "UID",
        ];
        assert_eq!(keys, expected);
    }

    #[test]
    fn several_meetings_are_removed_by_one_file() {
        let mut first = meeting("Kantine");
        first.cancel(at("2027-01-06T10:00:00Z"));
        let file = removal(&[(first.clone(), "a".into()), (first, "b".into())], Language::En);
        let calendar: Calendar = String::from_utf8(file.bytes).unwrap().parse().unwrap();
        assert_eq!(calendar.property_value("METHOD"), Some("CANCEL"));
        let uids: Vec<_> = calendar.events().map(|event| event.get_uid().unwrap()).collect();
        assert_eq!(uids, ["a@tandem.invalid", "b@tandem.invalid"]);
        assert!(calendar.events().all(|event| event.get_status() == Some(EventStatus::Cancelled)));
    }

    #[test]
    fn lines_end_as_the_standard_wants_and_none_is_longer_than_75_octets() {
        let place =
            format!("Raum „Weiß\\Blau“, 3. Stock; Tür links, {}", "https://call.example/ä/".repeat(9));
        let file = written(&meeting(&place));
        assert!(
            file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && file.ends_with("END:VCALENDAR\r\n")
        );
        assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
        assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
        assert!(file.contains("Weiß\\\\Blau“\\, 3. Stock\\; Tür"), "{file}");
        assert_eq!(read(&file).1.get_location(), Some(place.as_str()));
    }

    #[test]
    fn a_line_in_the_place_cannot_become_a_line_of_the_file() {
        let file = written(&meeting("x\r\nATTENDEE:mailto:a@b.example\nEND:VEVENT"));
        assert_eq!(file.matches("END:VEVENT").count() - file.matches("\\nEND:VEVENT").count(), 1, "{file}");
        assert_eq!(read(&file).1.property_value("ATTENDEE"), None);
    }
}
