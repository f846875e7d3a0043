//! `/coordination programme create`: what was said goes to the use case, and the reply shows what was understood.

use chrono::{DateTime, Utc};

use crate::app::Acted;
use crate::app::programme::settings::Setting;
use crate::app::programme::{self, Created, New};
use crate::discord::bot::Bot;
use crate::discord::commands::setup::chosen;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::{Options, Request};
use crate::discord::view::{Embed, View, quote, shorten};
use crate::discord::words;
use crate::domain::language::Language;
use crate::domain::programme::{Programme, Template};
use crate::locales::{self, TimeStyle, date, discord_time, say, time_of_day};
use crate::store::{Result, people, programmes};

pub(super) async fn run(bot: &Bot, request: &Request, options: &Options) -> Result<Answer> {
    let text = |name| options.text(name).map(ToOwned::to_owned);
    let typed = |setting: &Setting| {
        let number = || options.number(setting.code()).map(|number| number.to_string());
        text(setting.code()).or_else(number).map(|words| (*setting, words))
    };
    let mut new = New {
        name: text("name").unwrap_or_default(),
        template: options.text("template").and_then(Template::of),
        from: text("from"),
        settings: Setting::ALL
            .iter()
            .filter(|setting| **setting != Setting::Name)
            .filter_map(typed)
            .collect(),
        language: options.text("language").map(Language::closest),
        mentee_assigns: options.text("tasks").map(|who| who == "both"),
        topics: text("topics"),
        card_channel: options.channel("card"),
        digest_channel: options.channel("digests").map(|id| chosen(bot, &request.call, id)),
        practice_channel: options.channel("practices"),
    };
    let formal = options.text("address").map(|address| address == "sie");
    let (call, roles) = (request.call.clone(), request.invoker.roles.clone());
    let acted = bot.app.act(&request.call, move |conn| {
        Box::pin(async move {
            let server = people::server_get(conn, call.guild).await?.map(|server| server.language);
            let said = new.language.or(server.filter(|_| formal.is_some() && new.from.is_none()));
            let formal = formal.unwrap_or(server == Some(Language::DeFormal));
            new.language = said.map(|language| language.addressed(formal));
            programme::create(conn, &call, &roles, new).await
        })
    });
    let acted = acted.await?;
    let language = bot.language(request).await?;
    Ok(match acted {
        Acted::Repeated => Reply::Nothing.into(),
        Acted::Decided { decision: Err(refusal), .. } => {
            View::text(locales::refusal(language, &refusal)).into()
        }
        Acted::Decided { decision: Ok(created), debt } => {
            let mut conn = bot.app.store.read().await?;
            let programme = programmes::programme_get(&mut conn, created.programme).await?;
            Answer { reply: Reply::Private(view(&programme, &created, language)), debt }
        }
    })
}

fn view(programme: &Programme, created: &Created, language: Language) -> View {
    let title = say(language, "programme-created-title").with("programme", quote(&programme.name));
    let next = say(language, "programme-next-step").text();
    let meets = programme.template.design().meets_first;
    let meets = meets.then(|| say(language, "programme-meets-first").text());
    let next = [Some(next), meets].into_iter().flatten().collect::<Vec<_>>().join("\n\n");
    let embed = settings(Embed::new(title, next), programme, language)
        .field(say(language, "programme-questions-field"), next_dates(language, &created.questions))
        .field(say(language, "programme-digest-field"), next_dates(language, &created.digests));
    View::default().embed(embed)
}

/// The settings of a programme, as fields.
pub(super) fn settings(embed: Embed, programme: &Programme, language: Language) -> Embed {
    let period = say(language, "programme-period")
        .with("start", date(language, programme.starts_on))
        .with("end", date(language, programme.ends_on))
        .with("meetings", programme.meetings)
        .with("rhythm", programme.rhythm_days());
    let quiet = if programme.quiet_from == programme.quiet_to {
        say(language, "general-none").text()
    } else {
        say(language, "programme-quiet")
            .with("from", time_of_day(language, programme.quiet_from))
            .with("to", time_of_day(language, programme.quiet_to))
            .text()
    };
    let privacy = say(language, "programme-privacy")
        .with("k", programme.figures_from())
        .with("least", programme.k)
        .with("days", programme.deletion_days);
    let tasks = if programme.mentee_assigns { "programme-tasks-both" } else { "programme-tasks-mentor" };
    embed
        .field(say(language, "programme-period-field"), period)
        .field(say(language, "programme-language-field"), words::language(language, programme.language))
        .field(say(language, "programme-zone-field"), programme.zone.name())
        .field(say(language, "programme-quiet-field"), quiet)
        .field(say(language, "programme-privacy-field"), privacy)
        .field(say(language, "programme-tasks-field"), say(language, tasks))
        .field(
            say(language, "programme-practices-field"),
            words::channel(programme.practice_channel.unwrap_or(programme.card_channel)),
        )
        .field(say(language, "programme-sponsor-field"), shorten(&quote(&programme.sponsor), 1_000))
        .field(say(language, "programme-contact-field"), shorten(&quote(&programme.contact), 1_000))
}

/// The next dates of a schedule, three where the calendar has them.
pub(super) fn next_dates(language: Language, dates: &[DateTime<Utc>]) -> String {
    let time = |at: &DateTime<Utc>| discord_time(*at, TimeStyle::Full);
    match dates {
        [first, second, third, ..] => say(language, "programme-next-dates")
            .with("first", time(first))
            .with("second", time(second))
            .with("third", time(third))
            .text(),
        [first, ..] => say(language, "programme-next-date").with("first", time(first)).text(),
        [] => say(language, "programme-no-more-dates").text(),
    }
}
