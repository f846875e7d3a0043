//! `/help`: what can be done here and now, by role, place and phase. One table of lines, each with whom it is for; only
//! what applies is shown. Below stand the buttons of the place, because the post that carries them may have been deleted.

use chrono::{DateTime, Utc};

use crate::app::place::{self, Place};
use crate::app::{Call, Decision, pause};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::commands::Leaf;
use crate::discord::commands::my::menu;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::{Invoker, Request};
use crate::discord::view::{ButtonView, Embed, Style, View, quote};
use crate::discord::words;
use crate::domain::ids::RoleId;
use crate::domain::language::Language;
use crate::domain::programme::Programme;
use crate::domain::refusal::Refusal;
use crate::domain::tandem::{Side, Tandem};
use crate::domain::zone;
use crate::locales::{TimeStyle, date, discord_time, list, say};
use crate::store::{Conn, Result, people, programmes, tandems};

/// `/help`
pub static LEAVES: &[Leaf] =
    &[Leaf { name: "help", options: &[], run: |bot, request, _| Box::pin(run(bot, request)), suggest: None }];

/// What the lines depend on: who asks, where, and when.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is one condition that lines are shown by")]
struct Here {
    now: DateTime<Utc>,
    set_up: bool,
    coordinates: bool,
    /// Whether calls for support are read by the asker's role.
    coaches: bool,
    manages: bool,
    place: Place,
    /// Until when the tandem of this room pauses.
    paused: Option<DateTime<Utc>>,
    /// The tandem of the room this was asked in, its programme, and the asker's side where it is theirs.
    room: Option<(Tandem, Programme, Option<Side>)>,
}

impl Here {
    /// The asker's own tandem, in its room.
    fn own(&self) -> Option<(&Tandem, &Programme, Side)> {
        self.room.as_ref().and_then(|(tandem, programme, side)| Some((tandem, programme, (*side)?)))
    }

    /// In one's own room, as long as the tandem lives.
    fn at_home(&self) -> bool {
        self.own().is_some_and(|(tandem, ..)| tandem.is_live())
    }

    /// In one's own room, while the programme is at work.
    fn works(&self) -> bool {
        self.at_home() && self.own().is_some_and(|(_, programme, _)| programme.phase.works())
    }

    /// In one's own room, on a side that gives tasks.
    fn gives(&self) -> bool {
        let gives = |side, programme: &Programme| side == Side::Mentor || programme.mentee_assigns;
        self.works() && self.own().is_some_and(|(_, programme, side)| gives(side, programme))
    }

    /// In one's own room, on a side that is given tasks.
    fn is_given(&self) -> bool {
        let given = |side, programme: &Programme| side == Side::Mentee || programme.mentee_assigns;
        self.works() && self.own().is_some_and(|(_, programme, side)| given(side, programme))
    }

    /// Outside of rooms, with a tandem elsewhere.
    fn away(&self) -> bool {
        self.room.is_none() && !self.place.tandems.is_empty()
    }

    /// Outside of rooms, in a programme that is not over.
    fn takes_part(&self) -> bool {
        self.room.is_none() && self.newest().is_some() && !self.is_over()
    }

    /// Outside of rooms, taking part in nothing yet.
    fn may_join(&self) -> bool {
        self.set_up && self.room.is_none() && self.place.programmes.is_empty() && !self.coordinates
    }

    fn newest(&self) -> Option<&Programme> {
        self.place.programmes.last()
    }

    fn is_over(&self) -> bool {
        self.newest().is_some_and(|newest| newest.phase.is_over())
    }

    fn is_ahead(&self) -> bool {
        let ahead = |newest: &Programme| zone::to_local(self.now, newest.zone).date() < newest.starts_on;
        !self.is_over() && self.place.tandems.is_empty() && self.newest().is_some_and(ahead)
    }

    fn contact(&self) -> Option<&str> {
        let mut contacts = self.place.programmes.iter().rev().map(|programme| programme.contact.as_str());
        contacts.find(|contact| !contact.is_empty())
    }
}

/// When a line is shown.
type When = fn(&Here) -> bool;

/// Every line in its order. A command adds its own here; what a line with variables says stands in [`said`].
static LINES: &[(&str, When)] = &[
    ("help-not-set-up", |here| !here.set_up),
    ("help-stranger", |here| {
        here.set_up && here.place.programmes.is_empty() && !here.coordinates && !here.coaches
    }),
    ("help-programme-closed", Here::is_over),
    ("help-programme-not-begun", Here::is_ahead),
    ("help-in-other-tandem", |here| here.room.is_some() && here.own().is_none()),
    ("help-tandem-ended", |here| here.own().is_some() && !here.at_home()),
    ("help-paused", |here| here.works() && here.paused.is_some()),
    ("help-task-assign", Here::gives),
    ("help-task-change", Here::gives),
    ("help-task-list", Here::works),
    ("help-report", Here::is_given),
    ("help-ideas", Here::gives),
    ("help-session", Here::works),
    ("help-topics", Here::works),
    ("help-question", Here::works),
    ("help-your-channels", Here::away),
    ("help-feedback", |here| here.works() || here.away()),
    ("help-practice", Here::works),
    ("help-pause", Here::works),
    ("help-support", |here| here.works() || here.takes_part()),
    ("help-reach", Here::works),
    ("help-leave", Here::at_home),
    ("help-waiting", |here| here.place.waits()),
    ("help-join", Here::may_join),
    ("help-my", |here| here.set_up),
    ("help-privacy", |here| here.set_up),
    ("help-contact", |here| here.contact().is_some()),
];

/// The lines for coordinators and for those who manage the server, in a field of their own.
static COORDINATION: &[(&str, When)] = &[
    ("help-coordinators", |here| here.coordinates),
    ("help-people", |here| here.coordinates),
    ("help-meetup", |here| here.coordinates),
    ("help-match", |here| here.coordinates),
    ("help-content", |here| here.coordinates),
    ("help-results", |here| here.coordinates),
    ("help-coach", |here| here.coaches),
    ("help-setup", |here| here.manages),
];

/// The ids of the lines that apply.
fn shown(lines: &[(&'static str, When)], here: &Here) -> Vec<&'static str> {
    lines.iter().filter(|(_, when)| when(here)).map(|(id, _)| *id).collect()
}

fn said(id: &str, here: &Here, language: Language) -> String {
    let said = say(language, id);
    match id {
        "help-your-channels" => {
            let rooms: Vec<_> = here.place.tandems.iter().map(|mine| words::room(&mine.tandem)).collect();
            said.with("channels", list(language, &rooms)).text()
        }
        "help-programme-not-begun" => {
            let start = here.newest().map(|newest| date(language, newest.starts_on));
            said.with("start", start.unwrap_or_default()).text()
        }
        "help-paused" => {
            let until = here.paused.map(|until| discord_time(until, TimeStyle::Date));
            said.with("until", until.unwrap_or_default()).text()
        }
        "help-contact" => said.with("contact", quote(here.contact().unwrap_or_default())).text(),
        _ => said.text(),
    }
}

async fn run(bot: &Bot, request: &Request) -> Result<Answer> {
    let invoker = request.invoker.clone();
    bot.look(
        request,
        move |conn, call| Box::pin(async move { here(conn, &call, &invoker).await }),
        |here, language| Reply::Private(view(&here, language)),
    )
    .await
}

fn view(here: &Here, language: Language) -> View {
    let text = |lines| {
        let lines: Vec<_> = shown(lines, here).into_iter().map(|id| said(id, here, language)).collect();
        lines.join("\n")
    };
    let embed = Embed::new(say(language, "help-title"), text(LINES))
        .field(say(language, "help-coordinators-field"), text(COORDINATION));
    let buttons = buttons(here, language);
    let view = View::default().embed(embed);
    if buttons.is_empty() { view } else { view.buttons(buttons) }
}

/// What the pinned welcome, the goodbye and the programme's card offer, where it applies.
fn buttons(here: &Here, language: Language) -> Vec<ButtonView> {
    let mut buttons = Vec::new();
    match here.own() {
        Some((tandem, ..)) if tandem.is_live() => buttons.push(menu(tandem, language)),
        // Once nobody is paired any more, nobody is asked for a new tandem.
        Some((tandem, programme, _)) if programme.phase.pairs() => {
            let label = say(language, "leave-goes-on-button");
            buttons.push(ButtonView::press(Button::GoesOn(tandem.id), label, Style::Secondary));
        }
        _ => {}
    }
    if !here.place.programmes.is_empty() {
        let label = say(language, "proposal-my-place-button");
        buttons.push(ButtonView::press(Button::MyPlace, label, Style::Secondary));
    }
    buttons
}

async fn here(conn: &mut Conn, call: &Call, invoker: &Invoker) -> Result<Decision<Here>> {
    let here = Here { now: call.now, manages: invoker.manages_server, ..Here::default() };
    let place = match place::place(conn, call).await? {
        Ok(place) => place,
        Err(Refusal::NotSetUp) => return Ok(Ok(here)),
        Err(refusal) => return Ok(Err(refusal)),
    };
    let server = people::server_get(conn, call.guild).await?;
    let has = |role: Option<RoleId>| role.is_some_and(|role| invoker.roles.contains(&role));
    let coordinates = has(server.as_ref().and_then(|server| server.coordinator_role));
    let coaches = has(server.and_then(|server| server.coach_role));
    let room = match tandems::tandem_of_channel(conn, call.channel).await? {
        Some(tandem) => {
            let programme = programmes::programme_get(conn, tandem.programme).await?;
            let side = place.me.and_then(|me| tandem.side_of(me.id));
            Some((tandem, programme, side))
        }
        None => None,
    };
    let paused = match &room {
        Some((tandem, ..)) => pause::paused(conn, tandem.id, call.now).await?,
        None => None,
    };
    Ok(Ok(Here { set_up: true, coordinates, coaches, place, room, paused, ..here }))
}

#[cfg(test)]
#[path = "help/tests.rs"]
mod tests;
