//! How the oracle recognises a post: by what a person would recognise it by, its title, its buttons and its first words.

use super::{Kind, Place};
use crate::locales::{Language, say};
use crate::sandbox::view::MessageView;

/// The two of a tandem, as posts mention them.
#[derive(Debug, Clone, Copy)]
pub struct Pair {
    /// Their ids.
    pub people: [u64; 2],
    /// How many tasks they have had.
    pub tasks: u32,
}

/// Goodbyes after which nobody is asked how it shall go on.
const LAST: &[&str] =
    &["leave-programme-over", "leave-goodbye-last", "leave-goodbye-unnamed-last", "leave-partner-gone-last"];

/// What a message of the bot is; `pair` is whose room it stands in.
#[must_use]
pub fn read(language: Language, place: Place, pair: Option<Pair>, message: &MessageView) -> Kind {
    let title = message.embeds.first().and_then(|embed| embed["title"].as_str()).unwrap_or_default();
    let word = |id| say(language, id).text();
    let has = |id| message.button(&word(id)).is_some();
    let known = match place {
        Place::Office if opening(language, &message.content) => Some(Kind::Opening),
        Place::Desk => has("support-list-button").then_some(Kind::SupportWaits),
        Place::Lounge if title == word("lounge-title") => Some(Kind::Impulse),
        Place::Lounge => message.custom_ids().is_empty().then_some(Kind::Announcement),
        Place::Office if lacks_room(language, &message.content) => Some(Kind::LacksRoom),
        Place::Direct(..) => Some(Kind::Pointer),
        Place::Office if has("concern-list-button") => Some(Kind::ConcernsWait),
        Place::Office if is_closed(language, title) => Some(Kind::ProgrammeClosed),
        Place::Office => {
            title.starts_with(word_before(language, "digest-title").as_str()).then_some(Kind::Digest)
        }
        Place::Lobby if message.content == word("proposal-waiting") => Some(Kind::SomethingWaits),
        Place::Lobby if is_publication(language, &message.content) => Some(Kind::Practice),
        Place::Lobby if title.starts_with(&word_before(language, "occasion-title-kickoff")) => {
            Some(Kind::Kickoff)
        }
        Place::Lobby if title.starts_with(&word_before(language, "occasion-title-closing-event")) => {
            Some(Kind::ClosingEvent)
        }
        Place::Lobby if invites(language, title, &message.content) => Some(Kind::MeetupInvite),
        Place::Lobby if message.custom_ids().is_empty() && !title.is_empty() => Some(Kind::Announcement),
        Place::Lobby => has("proposal-my-place-button").then_some(Kind::ProgrammeCard),
        Place::Hall(_) | Place::Booth(..) => in_a_sitting(language, &message.content),
        Place::Room(_) if has("welcome-menu-button") => Some(Kind::Welcome),
        Place::Room(_) if said(language, "leave-partner-gone", &message.content) => Some(Kind::PartnerGone),
        Place::Room(_) if said(language, "leave-new-partners", &message.content) => Some(Kind::NewPartners),
        Place::Room(_) if has("stay-ask-button") => Some(Kind::StayAsk),
        Place::Room(_) if said(language, "stay-both-post", &message.content) => Some(Kind::Stayed),
        Place::Room(_) if has("leave-goes-on-button") => Some(Kind::Goodbye),
        Place::Room(_) if LAST.iter().any(|id| said(language, id, &message.content)) => Some(Kind::Goodbye),
        Place::Room(_) if about_a_practice(language, &message.content).is_some() => {
            about_a_practice(language, &message.content)
        }
        Place::Room(_) if title == word("prompt-title") => Some(Kind::Question),
        Place::Room(_) if has("look-back-button") => Some(Kind::LookBack),
        Place::Room(_) if has("survey-begin-button") => Some(Kind::Survey),
        Place::Room(_) if said(language, "last-meeting-post", &message.content) => Some(Kind::LastMeeting),
        Place::Room(_) if said(language, "pause-post-set", &message.content) => Some(Kind::PauseSet),
        Place::Room(_) if said(language, "pause-post-over", &message.content) => Some(Kind::PauseOver),
        Place::Room(_) if has("quiet-plan-button") && has("quiet-pause-button") => Some(Kind::Nudge),
        Place::Room(_) if said(language, "reach-post", &message.content) => Some(Kind::StillTime),
        Place::Room(_) if message.content == word("prompt-none-left") => Some(Kind::QuestionsOut),
        Place::Room(_) if message.content == word("wish-agreed-post") => Some(Kind::Agreed),
        Place::Room(_) if around_a_meeting(language, title, message).is_some() => {
            around_a_meeting(language, title, message)
        }
        Place::Room(_) => about_a_meeting(language, &message.content)
            .or_else(|| pair.and_then(|pair| about_a_task(language, pair, title, &message.content))),
    };
    known.unwrap_or_else(|| Kind::Unknown(format!("{title} {}", message.content).trim().to_owned()))
}

/// Whether a post says how many tandems of a round are open.
fn opening(language: Language, content: &str) -> bool {
    let said = |id| say(language, id).with("there", MARK).with("all", MARK).text();
    holds(content, &said("match-opening")) || holds(content, &said("match-opened")) || {
        content == say(language, "match-opened").with("all", 1).text()
    }
}

/// Whether a post says that the tandems of a round wait for room.
fn lacks_room(language: Language, content: &str) -> bool {
    [1, 2].into_iter().any(|tandems| {
        let text = say(language, "match-lacks-room").with("tandems", tandems).with("room", MARK).text();
        // How many there are decides about the words around them.
        holds(content, &text.replace(&tandems.to_string(), MARK))
    })
}

/// Whether a post invites to get to know each other, or tells that this is over or does not take place.
fn invites(language: Language, title: &str, content: &str) -> bool {
    let word = |id| say(language, id).text();
    let named = say(language, "meetup-title").with("programme", MARK).text();
    (!title.is_empty() && holds(title, &named))
        || ["meetup-invite-over", "meetup-invite-off"].iter().any(|id| content == word(id))
}

/// Whether a post says that the programme is closed.
fn is_closed(language: Language, title: &str) -> bool {
    !title.is_empty() && holds(title, &say(language, "closed-title").with("programme", MARK).text())
}

/// Rounds of a sitting, as its posts count them.
const ROUNDS: u32 = 8;

/// What a post in a hall or a room of speed networking is.
fn in_a_sitting(language: Language, content: &str) -> Option<Kind> {
    let text = |id, round: u32| {
        let text = say(language, id).with("round", round).with("rounds", ROUNDS);
        let text = text.with("one", MARK).with("other", MARK).with("channel", MARK).with("when", MARK);
        text.text()
    };
    for round in 1..=ROUNDS {
        if content == text("meetup-round", round) {
            return Some(Kind::MeetupRound(round));
        }
        if holds(content, &text("meetup-room", round)) {
            return Some(Kind::MeetupRoom(round));
        }
    }
    [
        ("meetup-lobby", Kind::MeetupLobby),
        ("meetup-bell", Kind::MeetupBell),
        ("meetup-bell-last", Kind::MeetupBell),
        ("meetup-over", Kind::MeetupOver),
        ("meetup-over-early", Kind::MeetupOver),
        ("meetup-over-stopped", Kind::MeetupOver),
    ]
    .into_iter()
    .find_map(|(id, kind)| holds(content, &text(id, 0)).then_some(kind))
}

fn is_publication(language: Language, content: &str) -> bool {
    ["practice-from", "practice-from-a-tandem"].iter().any(|id| said(language, id, content))
}

fn about_a_practice(language: Language, content: &str) -> Option<Kind> {
    let card = [
        "practice-card-proposed",
        "practice-card-dropped",
        "practice-card-ready",
        "practice-card-returned",
        "practice-card-released",
        "practice-card-withdrawn",
    ];
    let news = ["practice-news-released", "practice-news-returned"];
    let one_of = |ids: &[&str]| ids.iter().any(|id| said(language, id, content));
    if one_of(&card) {
        return Some(Kind::PracticeCard);
    }
    one_of(&news).then_some(Kind::PracticeNews)
}

fn around_a_meeting(language: Language, title: &str, message: &MessageView) -> Option<Kind> {
    let word = |id| say(language, id).text();
    let text = message.embeds.first().and_then(|embed| embed["description"].as_str()).unwrap_or_default();
    let said = |id, name: &'static str, text: &str| holds(text, &say(language, id).with(name, MARK).text());
    if message.button(&word("met-yes-button")).is_some() {
        return Some(Kind::DidYouMeet);
    }
    let titled =
        [("agenda-title", Kind::Agenda), ("idea-title", Kind::Ideas), ("half-way-title", Kind::HalfWay)];
    if let Some((_, kind)) = titled.into_iter().find(|(id, _)| title == word(id)) {
        return Some(kind);
    }
    let posts = [
        ("topic-next-post", "topic", Kind::Topic),
        ("topic-last-post", "topic", Kind::Topic),
        ("topic-point-post", "text", Kind::Point),
    ];
    let found = posts.into_iter().find(|(id, name, _)| said(*id, name, &message.content));
    let wishes = ["wish-of-mentor", "wish-of-mentee"].iter().any(|id| said(*id, "person", text));
    found.map(|(.., kind)| kind).or(wishes.then_some(Kind::Wishes))
}

/// What stands before the first variable of a text.
fn word_before(language: Language, id: &str) -> String {
    let text = say(language, id).with("programme", MARK).with("day", MARK).text();
    text.split(MARK).next().unwrap_or_default().to_owned()
}

/// Whether a post is made of this text, whatever stands for its variables.
fn said(language: Language, id: &str, content: &str) -> bool {
    let text = say(language, id)
        .with("until", MARK)
        .with("people", MARK)
        .with("mentor", MARK)
        .with("mentee", MARK)
        .with("when", MARK)
        .with("relative", MARK)
        .with("channel", MARK)
        .with("remark", MARK)
        .with("authors", MARK)
        .text();
    holds(content, &text)
}

fn about_a_meeting(language: Language, content: &str) -> Option<Kind> {
    let kind = [
        ("meeting-card", Kind::MeetingCard),
        ("meeting-moved", Kind::MeetingMoved),
        ("meeting-confirmed", Kind::MeetingConfirmed),
        ("meeting-unconfirmed", Kind::MeetingConfirmed),
        ("meeting-cancelled", Kind::MeetingCancelled),
        ("meeting-card-gone", Kind::MeetingCardGone),
        ("meeting-soon", Kind::MeetingSoon),
        ("meeting-dates", Kind::MeetingDates),
    ]
    .into_iter()
    .find(|(id, _)| said(language, id, content));
    kind.map(|(_, kind)| kind)
}

/// Stands for a variable; nobody writes it.
const MARK: &str = "\u{1}";

fn about_a_task(language: Language, pair: Pair, title: &str, content: &str) -> Option<Kind> {
    let [one, other] = pair.people.map(|person| format!("<@{person}>"));
    let couples = [(&one, &other), (&other, &one)];
    for number in 1..=pair.tasks {
        if title == say(language, "task-title").with("number", number).text() {
            return Some(Kind::TaskCard(number));
        }
        let said = |id| {
            couples.iter().any(|(giver, person)| {
                let text = say(language, id)
                    .with("giver", giver.as_str())
                    .with("person", person.as_str())
                    .with("number", number)
                    .with("due", MARK)
                    .with("text", MARK)
                    .text();
                holds(content, &text)
            })
        };
        let kind = [
            ("task-report-worked", Kind::Report(number)),
            ("task-report-stuck", Kind::Report(number)),
            ("task-report-undone", Kind::Report(number)),
            ("stuck-again-coach", Kind::StuckAgain(number)),
            ("stuck-again-coordinator", Kind::StuckAgain(number)),
            ("task-card-gone", Kind::CardGone(number)),
            ("task-two-marks", Kind::TwoMarks),
            ("task-reminder-tomorrow", Kind::Tomorrow),
            ("task-reminder-today", Kind::Today),
        ]
        .into_iter()
        .find(|(id, _)| said(*id));
        if let Some((_, kind)) = kind {
            return Some(kind);
        }
    }
    several(language, &couples, content)
}

fn several(language: Language, couples: &[(&String, &String)], content: &str) -> Option<Kind> {
    let said = |id| {
        couples.iter().any(|(giver, person)| {
            let text = say(language, id)
                .with("giver", giver.as_str())
                .with("person", person.as_str())
                .with("due", MARK)
                .with("tasks", MARK)
                .text();
            holds(content, &text)
        })
    };
    [("task-reminder-tomorrow-several", Kind::Tomorrow), ("task-reminder-several", Kind::Today)]
        .into_iter()
        .find(|(id, _)| said(*id))
        .map(|(_, kind)| kind)
}

/// Whether a text begins with the first piece of a template and has its other pieces in their order.
fn holds(content: &str, template: &str) -> bool {
    let mut pieces = template.split(MARK);
    let Some(mut rest) = pieces.next().and_then(|first| content.strip_prefix(first)) else { return false };
    for piece in pieces {
        let Some(at) = rest.find(piece) else { return false };
        rest = &rest[at + piece.len()..];
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_with_which_something_ends_is_read_in_each_language() {
        for language in [Language::En, Language::De, Language::DeFormal] {
            for id in ["meetup-over", "meetup-over-early", "meetup-over-stopped"] {
                let over = say(language, id).text();
                assert_eq!(in_a_sitting(language, &over), Some(Kind::MeetupOver), "{id} in {language:?}");
            }
            let unnamed = say(language, "leave-goodbye-unnamed-last").with("until", "19 February").text();
            assert!(LAST.iter().any(|id| said(language, id, &unnamed)), "{unnamed}");
        }
    }
}
