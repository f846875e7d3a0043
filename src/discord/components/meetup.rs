//! Speed networking as coordinators plan and run it: the plan with its menus, how it goes on, and what stopping means. Counts
//! and times stand in these private replies; of people only the mentors who were left out, by whoever left them out.

use crate::app::meetup::plan::{self, Ahead};
use crate::app::meetup::run::{self, Going, Server, Stand};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::commands::setup::used_channels;
use crate::discord::permissions::FOR_MEETUPS;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{ButtonView, Embed, Style, View, quote};
use crate::discord::words;
use crate::domain::ids::{ProgrammeId, UserId};
use crate::domain::language::Language;
use crate::domain::meetup::{ROUNDS, SittingState};
use crate::domain::programme::Programme;
use crate::locales::{self, TimeStyle, discord_time, say};
use crate::store::Result;

/// People that one menu takes (Discord).
const MENU: usize = 25;
/// So many of those who were left out are named: 40 mentions stay below the 1,024 characters of a field.
const NAMED: usize = 40;

fn server(bot: &Bot, request: &Request) -> Server {
    let mirror = bot.guilds.get(request.call.guild).unwrap_or_default();
    let may = mirror.bot_on_server(request.call.guild) & FOR_MEETUPS == FOR_MEETUPS;
    Server { used_channels: used_channels(&mirror), may }
}

/// Plans speed networking, and shows the plan.
///
/// # Errors
/// Those of the database.
pub async fn plan(
    bot: &Bot,
    request: &Request,
    chosen: Option<String>,
    when: Option<String>,
) -> Result<Answer> {
    let (roles, used) = (request.invoker.roles.clone(), server(bot, request).used_channels);
    let (again, call) = (roles.clone(), request.call.clone());
    bot.answer_with(
        request,
        move |conn, call| {
            Box::pin(async move {
                plan::plan(conn, &call, &roles, chosen.as_deref(), when.as_deref(), used).await
            })
        },
        move |conn, planned, language| {
            Box::pin(async move {
                let ahead = plan::view(conn, &call, &again, planned.programme).await?;
                Ok(Reply::Private(shown(ahead, language)))
            })
        },
    )
    .await
}

/// Leaves mentors out or takes them in (`None`: leaves all of them out), and shows the plan as it is then.
///
/// # Errors
/// Those of the database.
pub async fn choose(
    bot: &Bot,
    request: &Request,
    programme: ProgrammeId,
    chosen: Option<(&[String], bool)>,
) -> Result<Answer> {
    let (values, absent) = chosen.unwrap_or((&[], true));
    let users: Vec<UserId> = values.iter().filter_map(|value| value.parse().ok().map(UserId)).collect();
    if chosen.is_some() && users.is_empty() {
        return look_again(bot, request, programme).await;
    }
    let (roles, used) = (request.invoker.roles.clone(), server(bot, request).used_channels);
    let (again, call) = (roles.clone(), request.call.clone());
    bot.answer_with(
        request,
        move |conn, call| {
            Box::pin(
                async move { plan::choose(conn, &call, &roles, programme, (&users, absent), used).await },
            )
        },
        move |conn, planned, language| {
            Box::pin(async move {
                let ahead = plan::view(conn, &call, &again, planned.programme).await?;
                Ok(Reply::Update(shown(ahead, language)))
            })
        },
    )
    .await
}

/// The plan as it is, where nothing was chosen.
async fn look_again(bot: &Bot, request: &Request, programme: ProgrammeId) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.look(
        request,
        move |conn, call| Box::pin(async move { plan::view(conn, &call, &roles, programme).await }),
        |ahead, language| Reply::Update(page(&ahead, language)),
    )
    .await
}

/// Invites everybody.
///
/// # Errors
/// Those of the database.
pub async fn invite(bot: &Bot, request: &Request, programme: ProgrammeId) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.answer_with(
        request,
        move |conn, call| Box::pin(async move { plan::invite(conn, &call, &roles, programme).await }),
        |conn, planned, language| {
            Box::pin(async move {
                let programme = crate::store::programmes::programme_get(conn, planned.programme).await?;
                let channel = words::channel(programme.card_channel);
                Ok(Reply::Update(View::text(say(language, "meetup-invited").with("channel", channel))))
            })
        },
    )
    .await
}

fn shown(ahead: crate::app::Decision<Ahead>, language: Language) -> View {
    match ahead {
        Ok(ahead) => page(&ahead, language),
        Err(refusal) => View::text(locales::refusal(language, &refusal)),
    }
}

/// A number, or from where to where it goes.
fn range((least, most): (usize, usize)) -> String {
    if least == most { most.to_string() } else { format!("{least}–{most}") }
}

/// The plan.
fn page(ahead: &Ahead, language: Language) -> View {
    let programme = &ahead.programme;
    let sittings = ahead.sittings.iter().map(|(at, people)| {
        let said = say(language, "meetup-plan-sitting").with("people", *people);
        said.with("when", discord_time(*at, TimeStyle::Full)).text()
    });
    let [mentors, mentees, both] = ahead.people;
    let people = say(language, "meetup-plan-people")
        .with("mentors", mentors)
        .with("mentees", mentees)
        .with("both", both);
    let [by_mentee, by_mentor] = ahead.meets.map(range);
    let (meetings, bound) = ahead.meetings;
    let meets = say(language, "meetup-plan-meets")
        .with("mentors", by_mentee)
        .with("mentees", by_mentor)
        .with("meetings", meetings);
    let best = if meetings == bound {
        say(language, "meetup-plan-best")
    } else {
        say(language, "meetup-plan-bound").with("bound", bound)
    };
    let next = if ahead.invited { "meetup-plan-invited" } else { "meetup-plan-not-invited" };
    let next = say(language, next).with("channel", words::channel(programme.card_channel));
    let text = [
        sittings.collect::<Vec<_>>().join("\n"),
        people.text(),
        format!("{} {}", meets.text(), best.text()),
        say(language, "meetup-plan-rooms").with("rooms", ahead.rooms).text(),
        next.text(),
    ];
    let title = say(language, "meetup-title").with("programme", quote(&programme.name));
    let embed = Embed::new(title, text.join("\n\n"))
        .field(say(language, "meetup-plan-absent-field"), absent(&ahead.absent, language));
    let id = programme.id;
    let invite = if ahead.invited { "meetup-invite-again-button" } else { "meetup-invite-button" };
    let mut buttons = vec![
        ButtonView::press(Button::MeetupInvite(id), say(language, invite), Style::Primary),
        ButtonView::press(Button::MeetupAllOut(id), say(language, "meetup-all-out-button"), Style::Secondary),
    ];
    if mentors + both == 0 {
        buttons.truncate(1);
    }
    let out = say(language, "meetup-out-placeholder").text();
    let mut view = View::default().embed(embed).people(Button::MeetupOut(id), out, Vec::new(), MENU);
    if !ahead.absent.is_empty() {
        let back = say(language, "meetup-in-placeholder").text();
        view = view.people(Button::MeetupIn(id), back, Vec::new(), MENU);
    }
    view.buttons(buttons)
}

fn absent(users: &[UserId], language: Language) -> String {
    let mut names: Vec<String> = users.iter().take(NAMED).copied().map(words::person).collect();
    if let Some(more) = users.len().checked_sub(NAMED).filter(|more| *more > 0) {
        names.push(say(language, "meetup-plan-more").with("count", more).text());
    }
    names.join(" ")
}

/// Begins what was planned; where it goes on already, shows how.
///
/// # Errors
/// Those of the database.
pub async fn start(bot: &Bot, request: &Request, chosen: Option<String>) -> Result<Answer> {
    let (roles, server) = (request.invoker.roles.clone(), server(bot, request));
    let (again, call) = (roles.clone(), request.call.clone());
    bot.answer_with(
        request,
        move |conn, call| {
            Box::pin(async move { run::start(conn, &call, &roles, chosen.as_deref(), server).await })
        },
        move |conn, going: Going, language| {
            Box::pin(async move {
                let stand = run::stand(conn, &call, &again, going.programme).await?;
                Ok(Reply::Private(match stand {
                    Ok((programme, stand)) => running(&programme, stand.as_ref(), going.began, language),
                    Err(refusal) => View::text(locales::refusal(language, &refusal)),
                }))
            })
        },
    )
    .await
}

/// How it goes on by now.
///
/// # Errors
/// Those of the database.
pub async fn look(bot: &Bot, request: &Request, programme: ProgrammeId) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.look(
        request,
        move |conn, call| Box::pin(async move { run::stand(conn, &call, &roles, programme).await }),
        |(programme, stand), language| Reply::Update(running(&programme, stand.as_ref(), false, language)),
    )
    .await
}

/// The first round does not wait for its time.
///
/// # Errors
/// Those of the database.
pub async fn begin(bot: &Bot, request: &Request, programme: ProgrammeId) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    let (again, call) = (roles.clone(), request.call.clone());
    bot.answer_with(
        request,
        move |conn, call| Box::pin(async move { run::begin(conn, &call, &roles, programme).await }),
        move |conn, going: Going, language| {
            Box::pin(async move {
                let stand = run::stand(conn, &call, &again, going.programme).await?;
                Ok(Reply::Update(match stand {
                    Ok((programme, stand)) => running(&programme, stand.as_ref(), false, language),
                    Err(refusal) => View::text(locales::refusal(language, &refusal)),
                }))
            })
        },
    )
    .await
}

fn running(programme: &Programme, stand: Option<&Stand>, began: bool, language: Language) -> View {
    let Some(stand) = stand else { return View::text(say(language, "meetup-stand-none")) };
    let sitting = &stand.sitting;
    let (people, here) = stand.people;
    let when = || discord_time(sitting.starts_at, TimeStyle::Relative);
    let group = say(language, "meetup-stand-group")
        .with("number", sitting.number)
        .with("here", here)
        .with("people", people);
    let rooms = match stand.lobby {
        Some(lobby) => say(language, "meetup-stand-rooms")
            .with("rooms", stand.rooms)
            .with("channel", words::channel(lobby)),
        None => say(language, "meetup-stand-no-lobby"),
    };
    let how = match sitting.state {
        SittingState::Open if began => say(language, "meetup-started").with("when", when()),
        SittingState::Open => say(language, "meetup-stand-open").with("when", when()),
        _ => say(language, "meetup-stand-round").with("round", sitting.round).with("rounds", ROUNDS),
    };
    let lines = [how, group, rooms, say(language, "meetup-stand-last").with("left", stand.left)];
    let lines: Vec<String> = lines.into_iter().map(|line| line.text()).collect();
    let title = say(language, "meetup-title").with("programme", quote(&programme.name));
    let id = programme.id;
    let press = |button, id: &'static str, style| ButtonView::press(button, say(language, id), style);
    let mut buttons = vec![press(Button::MeetupLook(id), "meetup-look-button", Style::Secondary)];
    if sitting.state == SittingState::Open {
        buttons.insert(0, press(Button::MeetupBegin(id), "meetup-begin-button", Style::Primary));
    }
    View::default().embed(Embed::new(title, lines.join("\n"))).buttons(buttons)
}

/// Asks whether what goes on, or lies ahead, is to be stopped.
///
/// # Errors
/// Those of the database.
pub async fn stop_ask(bot: &Bot, request: &Request, chosen: Option<String>) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move { run::stoppable(conn, &call, &roles, chosen.as_deref()).await })
        },
        |(programme, live), language| {
            let (text, label) = if live {
                ("meetup-stop-ask-live", "meetup-stop-live-button")
            } else {
                ("meetup-stop-ask-planned", "meetup-stop-planned-button")
            };
            let stop =
                ButtonView::press(Button::MeetupStop(programme.id), say(language, label), Style::Danger);
            let not_yet = say(language, "programme-not-yet-button");
            let not_yet = ButtonView::press(Button::Nothing, not_yet, Style::Secondary);
            Reply::Private(View::text(say(language, text)).buttons(vec![stop, not_yet]))
        },
    )
    .await
}

/// Stops it.
///
/// # Errors
/// Those of the database.
pub async fn stop(bot: &Bot, request: &Request, programme: ProgrammeId) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.answer(
        request,
        move |conn, call| Box::pin(async move { run::stop(conn, &call, &roles, programme).await }),
        |_, language| Reply::Update(View::text(say(language, "meetup-stopped"))),
    )
    .await
}

#[cfg(test)]
mod tests;
