//! `/coordination programme status`: exact facts, who is free, what waits, what could not be delivered.

use crate::app::programme::{self, Status};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::commands::coordination::create::settings;
use crate::discord::commands::setup::used_channels;
use crate::discord::components::picture;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::{Options, Request};
use crate::discord::view::{ButtonView, Embed, Style, View, quote};
use crate::discord::words;
use crate::domain::ids::PageId;
use crate::domain::language::Language;
use crate::locales::{TimeStyle, discord_time, list, say};
use crate::store::Result;

/// So many names or pairs fit into a field of 1,024 characters; what is beyond is counted.
const SHOWN: usize = 12;

pub(super) async fn run(bot: &Bot, request: &Request, options: &Options) -> Result<Answer> {
    let chosen = options.text("programme").map(ToOwned::to_owned);
    let roles = request.invoker.roles.clone();
    let used = used_channels(&bot.guilds.get(request.call.guild).unwrap_or_default());
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move { programme::status(conn, &call, &roles, chosen.as_deref(), used).await })
        },
        |status, language| Reply::Private(view(&status, language)),
    )
    .await
}

fn view(status: &Status, language: Language) -> View {
    let programme = &status.programme;
    let facts = &status.facts;
    let phase = say(language, &format!("programme-phase-{}", programme.phase.code())).text();
    let tandems = say(language, "programme-tandems")
        .with("open", facts.open)
        .with("begun", facts.begun)
        .with("ended", facts.ended);
    let people = say(language, "programme-people")
        .with("enrolled", facts.enrolled)
        .with("waiting", facts.waiting)
        .with("free", facts.free);
    let free: Vec<_> = status.free.iter().copied().map(words::person).collect();
    let pending: Vec<_> = status
        .pending
        .iter()
        .map(|pair| {
            say(language, "programme-pending")
                .with("mentor", words::person(pair.mentor))
                .with("mentee", words::person(pair.mentee))
                .with("deadline", discord_time(pair.deadline, TimeStyle::DateTime))
                .text()
        })
        .collect();
    let undelivered: i64 = status.undelivered.iter().map(|(_, count)| count).sum();
    let undelivered = if undelivered == 0 {
        say(language, "programme-undelivered-none")
    } else {
        say(language, "digest-decision-undelivered").with("count", undelivered)
    };
    let mut stands = vec![phase, say(language, &format!("status-now-{}", programme.phase.code())).text()];
    if let Some((phase, at)) = status.next {
        let by_itself = say(language, "programme-close-by-itself")
            .with("phase", say(language, &format!("programme-phase-{}", phase.code())).text())
            .with("at", discord_time(at, TimeStyle::Date));
        stands.push(by_itself.text());
    }
    let briefed = match status.briefed {
        None => say(language, "status-briefed-later").text(),
        Some(None) => say(language, "status-briefed-hidden").text(),
        Some(Some(count)) => say(language, "status-briefed").with("count", count).text(),
    };
    let title = say(language, "programme-status-title").with("programme", quote(&programme.name));
    let embed = Embed::new(title, "")
        .field(say(language, "programme-phase-field"), stands.join("\n"))
        .field(say(language, "programme-tandems-field"), tandems)
        .field(say(language, "programme-people-field"), people)
        .field(say(language, "programme-free-field"), shown(language, &free, |some| list(language, some)))
        .field(say(language, "status-briefed-field"), briefed)
        .field(say(language, "programme-pending-field"), shown(language, &pending, |some| some.join("\n")))
        .field(say(language, "programme-undelivered-field"), undelivered)
        .field(say(language, "programme-room-field"), say(language, "setup-room").with("count", status.room));
    let mut view = View::default()
        .embed(settings(embed, programme, language))
        .buttons(vec![picture::button(language, programme.id)]);
    let first = PageId::of(programme.id, 0);
    let (mut lines, mut buttons) = (Vec::new(), Vec::new());
    for (count, line, label, button) in [
        (
            status.practices,
            "digest-decision-practices",
            "digest-practices-button",
            Button::DigestPractices(first),
        ),
        (status.concerns, "status-concerns", "concern-list-button", Button::ConcernList(first)),
    ] {
        if count > 0 {
            lines.push(say(language, line).with("count", count).text());
            buttons.push(ButtonView::press(button, say(language, label), Style::Secondary));
        }
    }
    view.content = lines.join("\n");
    if buttons.is_empty() { view } else { view.buttons(buttons) }
}

/// As many as fit, and the number of the others.
fn shown(language: Language, all: &[String], join: impl Fn(&[String]) -> String) -> String {
    let fit = &all[..all.len().min(SHOWN)];
    let more = all.len() - fit.len();
    if more == 0 {
        return join(fit);
    }
    format!("{}\n{}", join(fit), say(language, "programme-more").with("count", more))
}
