//! Meetings as the two see them in their room: the card, what follows a change, the last reminder, and the dates that were
//! proposed. Times are Discord's own markup, which each reader sees in their own zone.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::{Rendered, calendar};
use crate::app::meetings as cases;
use crate::discord::button::Button;
use crate::discord::view::{ButtonView, Embed, Style, View, quote};
use crate::discord::words;
use crate::domain::ids::{MeetingId, OfferId, UserId};
use crate::domain::language::Language;
use crate::domain::meeting::{Meeting, Offer};
use crate::domain::post::PostKind;
use crate::domain::tandem::{Side, Tandem};
use crate::domain::{task, zone};
use crate::locales::{Said, TimeStyle, date, discord_time, say, time_of_day, weekday};
use crate::store::posts::Post;
use crate::store::{Conn, Result, meetings, people, programmes, tandems};

/// A tandem and its people, as the texts about its meetings need them.
struct Scene {
    tandem: Tandem,
    zone: Tz,
    mentor: UserId,
    mentee: UserId,
}

impl Scene {
    async fn of(conn: &mut Conn, post: &Post) -> Result<Option<Self>> {
        let Some(tandem) = post.tandem else { return Ok(None) };
        let tandem = tandems::tandem_get(conn, tandem).await?;
        Ok(Some(Self {
            zone: programmes::programme_get(conn, tandem.programme).await?.zone,
            mentor: people::person_get(conn, tandem.mentor).await?.user,
            mentee: people::person_get(conn, tandem.mentee).await?.user,
            tandem,
        }))
    }

    fn language(&self) -> Language {
        self.tandem.language
    }

    fn user(&self, side: Side) -> UserId {
        match side {
            Side::Mentor => self.mentor,
            Side::Mentee => self.mentee,
        }
    }

    /// A text that speaks to both.
    fn to_both(&self, id: &'static str) -> Said<'static> {
        say(self.language(), id)
            .with("mentor", words::person(self.mentor))
            .with("mentee", words::person(self.mentee))
    }

    fn calling_both(&self, view: View) -> Rendered {
        Rendered { mentions: vec![self.mentor, self.mentee], ..Rendered::quiet(view) }
    }
}

/// A moment in full words: weekday, day, month, year and time, as the clock in `zone` shows it.
#[must_use]
pub fn moment_words(language: Language, at: DateTime<Utc>, zone: Tz) -> String {
    let local = zone::to_local(at, zone);
    say(language, "meeting-moment")
        .with("weekday", weekday(language, local.date()))
        .with("date", date(language, local.date()))
        .with("time", time_of_day(language, local.time()))
        .text()
}

/// A place as it was typed: its links can be followed, everything else has lost its power.
#[must_use]
pub fn place_text(place: &str) -> String {
    let word = |word: &str| task::link(word).unwrap_or_else(|_| quote(word));
    place.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// When, how long and where, in an embed with this title.
#[must_use]
pub fn details(language: Language, title: String, meeting: &Meeting) -> Embed {
    let (full, relative) = (
        discord_time(meeting.starts_at, TimeStyle::Full),
        discord_time(meeting.starts_at, TimeStyle::Relative),
    );
    Embed::new(title, "")
        .field(say(language, "meeting-when-field"), format!("{full} ({relative})"))
        .field(
            say(language, "meeting-length-field"),
            say(language, "meeting-length").with("minutes", meeting.minutes),
        )
        .field(say(language, "meeting-place-field"), place_text(&meeting.place))
}

/// The button by which a meeting is confirmed, as long as not both have done so.
#[must_use]
pub fn confirm_button(language: Language, meeting: &Meeting) -> Option<ButtonView> {
    let label = say(language, "meeting-confirm-button");
    let button = ButtonView::press(Button::MeetingConfirm(meeting.id), label, Style::Secondary);
    (!meeting.is_confirmed()).then_some(button)
}

/// The buttons by which a meeting is confirmed, moved and cancelled.
#[must_use]
pub fn change_buttons(language: Language, meeting: &Meeting) -> Vec<ButtonView> {
    let press = |button, id| ButtonView::press(button, say(language, id), Style::Secondary);
    let mut buttons: Vec<ButtonView> = confirm_button(language, meeting).into_iter().collect();
    buttons.push(press(Button::MeetingMove(meeting.id), "meeting-move-button"));
    buttons.push(press(Button::MeetingCancelAsk(meeting.id), "meeting-cancel-button"));
    buttons
}

/// The card of a meeting's present time, or of one it no longer has.
fn card(scene: &Scene, meeting: &Meeting, kind: PostKind, newest: bool) -> View {
    let language = scene.language();
    let intro = if kind == PostKind::MeetingCard { "meeting-card" } else { "meeting-moved" };
    let view = View::text(scene.to_both(intro));
    let title = say(language, "meeting-title").text();
    if !newest {
        return view.embed(Embed::new(title, say(language, "meeting-card-old")));
    }
    let waits = Side::ALL.iter().find(|side| !meeting.confirmed_by(**side));
    let state = match waits {
        _ if meeting.cancelled => say(language, "meeting-state-cancelled"),
        None => say(language, "meeting-state-confirmed"),
        Some(side) => say(language, "meeting-state-waits").with("person", words::person(scene.user(*side))),
    };
    let embed = details(language, title, meeting).field(say(language, "meeting-state-field"), state);
    if meeting.cancelled {
        return view.embed(embed);
    }
    view.embed(embed.footer(say(language, "meeting-card-reactions")))
        .buttons(change_buttons(language, meeting))
}

/// What both read once both have confirmed. When a confirmation is taken back, what was said does not stay wrong.
fn confirmed(scene: &Scene, meeting: &Meeting, sent: bool) -> Option<View> {
    let id = match meeting.is_confirmed() {
        true => "meeting-confirmed",
        false if sent => "meeting-unconfirmed",
        false => return None,
    };
    Some(View::text(scene.to_both(id).with("when", discord_time(meeting.starts_at, TimeStyle::Full))))
}

/// The card was deleted: its buttons once more, and what they are about.
fn card_gone(scene: &Scene, meeting: &Meeting) -> View {
    let when = discord_time(meeting.starts_at, TimeStyle::Full);
    let text = say(scene.language(), "meeting-card-gone").with("when", when);
    View::text(text).buttons(change_buttons(scene.language(), meeting))
}

fn cancelled(scene: &Scene, meeting: &Meeting) -> View {
    let language = scene.language();
    let said =
        scene.to_both("meeting-cancelled").with("when", discord_time(meeting.starts_at, TimeStyle::Full));
    let text = if meeting.filed {
        format!("{said} {}", say(language, "meeting-cancelled-file"))
    } else {
        said.text()
    };
    let plan = say(language, "meeting-plan-button");
    View::text(text).buttons(vec![ButtonView::press(
        Button::MeetingPlan(scene.tandem.id),
        plan,
        Style::Secondary,
    )])
}

fn soon(scene: &Scene, meeting: &Meeting) -> View {
    let mut text = scene
        .to_both("meeting-soon")
        .with("when", discord_time(meeting.starts_at, TimeStyle::Time))
        .with("relative", discord_time(meeting.starts_at, TimeStyle::Relative))
        .text();
    let confirm = confirm_button(scene.language(), meeting);
    if confirm.is_some() {
        text = format!("{text}\n{}", say(scene.language(), "meeting-still-unconfirmed"));
    }
    let view = View::text(text);
    let view = if let Some(confirm) = confirm { view.buttons(vec![confirm]) } else { view };
    if meeting.place.is_empty() {
        return view;
    }
    let place = say(scene.language(), "meeting-place-field");
    view.embed(Embed::default().field(place, place_text(&meeting.place)))
}

fn proposed(scene: &Scene, offer: &Offer) -> View {
    let language = scene.language();
    let lines = offer.dates.map(|at| format!("• {}", discord_time(at, TimeStyle::Full)));
    let text = format!("{}\n{}", scene.to_both("meeting-dates"), lines.join("\n"));
    let takes =
        [Button::MeetingTake1(offer.id), Button::MeetingTake2(offer.id), Button::MeetingTake3(offer.id)];
    let take =
        |(at, button)| ButtonView::press(button, moment_words(language, at, scene.zone), Style::Secondary);
    let mut buttons: Vec<ButtonView> = offer.dates.into_iter().zip(takes).map(take).collect();
    let other = say(language, "meeting-dates-other-button");
    buttons.push(ButtonView::press(Button::MeetingPlan(scene.tandem.id), other, Style::Secondary));
    View::text(text).buttons(buttons)
}

/// Renders a post about meetings; `None` when it no longer makes sense.
///
/// # Errors
/// Those of the database.
pub async fn render(conn: &mut Conn, post: &Post) -> Result<Option<Rendered>> {
    let Some(scene) = Scene::of(conn, post).await? else { return Ok(None) };
    let sent = post.message.is_some();
    if post.kind == PostKind::MeetingDates {
        let offer = meetings::offer_find(conn, OfferId(post.subject)).await?;
        let Some(offer) = offer.filter(|_| scene.tandem.is_live()) else { return Ok(None) };
        // Something was planned before they went out.
        let all = meetings::meetings_of(conn, scene.tandem.id).await?;
        let stale = all.iter().any(|one| !one.cancelled && one.starts_at > offer.since);
        return Ok((sent || !stale).then(|| scene.calling_both(proposed(&scene, &offer))));
    }
    let Some(meeting) = meetings::meeting_find(conn, MeetingId(post.subject)).await? else {
        return Ok(None);
    };
    let newest = cases::card_of(conn, meeting.id).await?.map(|card| card.id);
    let uid = cases::uid(conn, meeting.id).await?;
    let file = || calendar::file(&meeting, &uid, scene.language());
    let view = match post.kind {
        PostKind::MeetingCard => Some(card(&scene, &meeting, post.kind, newest == Some(post.id))),
        // The file of an older time would only say what the newest card's says.
        PostKind::MeetingMoved if newest != Some(post.id) => Some(card(&scene, &meeting, post.kind, false)),
        PostKind::MeetingMoved => Some(card(&scene, &meeting, post.kind, true).file(file())),
        PostKind::MeetingConfirmed => confirmed(&scene, &meeting, sent).map(|view| view.file(file())),
        PostKind::MeetingCancelled if meeting.filed => Some(cancelled(&scene, &meeting).file(file())),
        PostKind::MeetingCancelled => Some(cancelled(&scene, &meeting)),
        PostKind::MeetingCardGone => (!meeting.cancelled).then(|| card_gone(&scene, &meeting)),
        // Moved since: the new time has a reminder of its own.
        _ if meeting.cancelled || newest > Some(post.id) => None,
        _ => Some(soon(&scene, &meeting)),
    };
    Ok(view.map(|view| scene.calling_both(view)))
}
