//! `/coordination programme open` and `close`: what will happen is said first, and the button below does it.

use crate::app::programme::{self, Ahead, Stop};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::components::picture;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::{Options, Request};
use crate::discord::view::{ButtonView, Embed, Style, View, quote};
use crate::discord::words;
use crate::domain::ids::ProgrammeId;
use crate::domain::language::Language;
use crate::domain::phase::CLOSING_DAYS;
use crate::domain::programme::{Phase, Programme, Step};
use crate::domain::tandem::READABLE_AFTER_END;
use crate::locales::{TimeStyle, date, discord_time, say};
use crate::store::Result;

pub(super) async fn ask(bot: &Bot, request: &Request, options: &Options, step: Step) -> Result<Answer> {
    let chosen = options.text("programme").map(ToOwned::to_owned);
    let roles = request.invoker.roles.clone();
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move { programme::ahead(conn, &call, &roles, chosen.as_deref(), step).await })
        },
        |ahead, language| {
            let opens = step == Step::Open;
            Reply::Private(if opens { opening(&ahead, language) } else { closing(&ahead, language) })
        },
    )
    .await
}

fn opening(ahead: &Ahead, language: Language) -> View {
    let programme = &ahead.programme;
    let said = say(language, "programme-open-ask")
        .with("channel", words::channel(programme.card_channel))
        .with("start", date(language, programme.starts_on))
        .with("end", date(language, programme.ends_on));
    let mut missing = Vec::new();
    for (id, words) in [
        ("programme-open-no-aim", &programme.aim),
        ("programme-open-no-sponsor", &programme.sponsor),
        ("programme-open-no-contact", &programme.contact),
    ] {
        missing.extend(words.is_empty().then(|| say(language, id).text()));
    }
    let title = say(language, "programme-open-title").with("programme", quote(&programme.name));
    let embed = Embed::new(title, said).field(say(language, "programme-open-missing"), missing.join("\n"));
    let button = Button::ProgrammeOpen(programme.id);
    View::default().embed(embed).buttons(vec![
        ButtonView::press(button, say(language, "programme-open-button"), Style::Primary),
        ButtonView::press(Button::Nothing, say(language, "programme-not-yet-button"), Style::Secondary),
    ])
}

fn closing(ahead: &Ahead, language: Language) -> View {
    let programme = &ahead.programme;
    let mut lines = Vec::new();
    let begins = !programme.phase.allows(Step::Evaluate) && programme.phase >= Phase::Kickoff;
    if begins {
        lines.push(say(language, "programme-close-begin").with("days", CLOSING_DAYS).text());
    }
    let now = say(language, "programme-close-now")
        .with("tandems", ahead.tandems)
        .with("readable", READABLE_AFTER_END.num_days())
        .with("days", programme.deletion_days);
    lines.push(now.text());
    if begins {
        lines.push(say(language, "programme-close-skips").text());
    }
    if ahead.proposals > 0 {
        lines.push(say(language, "programme-close-proposals").with("count", ahead.proposals).text());
    }
    if let Some((phase, at)) = ahead.next {
        let by_itself = say(language, "programme-close-by-itself")
            .with("phase", say(language, &format!("programme-phase-{}", phase.code())).text())
            .with("at", discord_time(at, TimeStyle::Date));
        lines.push(by_itself.text());
    }
    let title = say(language, "programme-close-title").with("programme", quote(&programme.name));
    let mut buttons = Vec::new();
    if begins {
        let button = Button::ProgrammeClosing(programme.id);
        buttons.push(ButtonView::press(button, say(language, "programme-closing-button"), Style::Primary));
    }
    let button = Button::ProgrammeClose(programme.id);
    buttons.push(ButtonView::press(button, say(language, "programme-close-button"), Style::Danger));
    let not_yet = say(language, "programme-not-yet-button");
    buttons.push(ButtonView::press(Button::Nothing, not_yet, Style::Secondary));
    View::default().embed(Embed::new(title, lines.join("\n\n"))).buttons(buttons)
}

/// Opens the programme whose button was pressed.
///
/// # Errors
/// Those of the database.
pub async fn open(bot: &Bot, request: &Request, programme: ProgrammeId) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.answer_with(
        request,
        move |conn, call| {
            Box::pin(async move {
                let opened = programme::open(conn, &call, &roles, programme).await?;
                Ok(opened.map(|programme| programme.id))
            })
        },
        |conn, id, language| {
            Box::pin(async move {
                let programme = crate::store::programmes::programme_get(conn, id).await?;
                let said = say(language, "programme-opened")
                    .with("programme", quote(&programme.name))
                    .with("channel", words::channel(programme.card_channel));
                let button = picture::button(language, programme.id);
                Ok(Reply::Update(View::text(said).buttons(vec![button])))
            })
        },
    )
    .await
}

/// Begins the closing of a programme, or closes it.
///
/// # Errors
/// Those of the database.
pub async fn stop(bot: &Bot, request: &Request, programme: ProgrammeId, how: Stop) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.answer_with(
        request,
        move |conn, call| {
            Box::pin(async move {
                let stopped = programme::stop(conn, &call, &roles, programme, how).await?;
                Ok(stopped.map(|programme| programme.id))
            })
        },
        |conn, id, language| {
            Box::pin(async move {
                let programme = crate::store::programmes::programme_get(conn, id).await?;
                Ok(Reply::Update(stopped(&programme, language)))
            })
        },
    )
    .await
}

fn stopped(programme: &Programme, language: Language) -> View {
    let id = if programme.phase.is_over() { "programme-closed" } else { "programme-closing" };
    let next = programme::phase::due(programme).map(|at| discord_time(at, TimeStyle::Date));
    let said = say(language, id).with("programme", quote(&programme.name));
    let said = if programme.phase.is_over() {
        said.with("days", programme.deletion_days)
    } else {
        said.with("at", next.unwrap_or_default())
    };
    View::text(said)
}

/// Nothing is to happen after all.
///
/// # Errors
/// Those of the database.
pub async fn not_yet(bot: &Bot, request: &Request) -> Result<Answer> {
    let language = bot.language(request).await?;
    Ok(Reply::Update(View::text(say(language, "programme-nothing-changed"))).into())
}
