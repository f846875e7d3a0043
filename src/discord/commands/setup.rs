//! `/setup`: roles, the digest's channel and the language; then the bot's own permissions are checked against its one
//! table, and what is missing is named.

use crate::app::setup::{self, Choices, ChosenChannel, SetUp};
use crate::app::{Call, pairing};
use crate::discord::bot::Bot;
use crate::discord::commands::{Kind, Leaf, Opt};
use crate::discord::guilds::GuildMirror;
use crate::discord::permissions::{self, Need, SEND_MESSAGES, VIEW_CHANNEL};
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::{Options, Request};
use crate::discord::view::{Embed, View};
use crate::discord::words;
use crate::domain::ids::ChannelId;
use crate::domain::language::Language;
use crate::locales::{list, say};
use crate::store::Result;

/// `/setup`
pub static LEAVES: &[Leaf] = &[Leaf {
    name: "setup",
    options: &[
        Opt { name: "coordinators", kind: Kind::Role, required: false },
        Opt { name: "digest", kind: Kind::Channel, required: false },
        Opt { name: "coach", kind: Kind::Role, required: false },
        Opt { name: "coach-channel", kind: Kind::Channel, required: false },
        Opt {
            name: "language",
            kind: Kind::Choice("setup-language", &["en", "de", "de-x-formal"]),
            required: false,
        },
    ],
    run: |bot, request, options| Box::pin(run(bot, request, options)),
    suggest: None,
}];

/// How Discord describes a channel that was chosen for coordinators.
#[must_use]
pub fn chosen(bot: &Bot, call: &Call, id: ChannelId) -> ChosenChannel {
    let mirror = bot.guilds.get(call.guild).unwrap_or_default();
    let own = mirror.bot_in(call.guild, id, bot.user());
    ChosenChannel {
        id,
        everyone_sees: mirror.everyone_in(call.guild, id) & VIEW_CHANNEL != 0,
        bot_writes: own & VIEW_CHANNEL != 0 && own & SEND_MESSAGES != 0,
    }
}

/// How many channels a server has, categories and hidden ones included.
#[must_use]
pub fn used_channels(mirror: &GuildMirror) -> u32 {
    u32::try_from(mirror.channels.len()).unwrap_or(u32::MAX)
}

async fn run(bot: &Bot, request: &Request, options: &Options) -> Result<Answer> {
    let choices = Choices {
        manages_server: request.invoker.manages_server,
        coordinator_role: options.role("coordinators"),
        coach_role: options.role("coach"),
        coach_channel: options.channel("coach-channel").map(|id| chosen(bot, &request.call, id)),
        digest: options.channel("digest").map(|id| chosen(bot, &request.call, id)),
        language: options.text("language").map(Language::closest),
    };
    let mirror = bot.guilds.get(request.call.guild).unwrap_or_default();
    let mut missing = permissions::missing(mirror.bot_on_server(request.call.guild));
    // Serenity drops bits it does not know (PIN_MESSAGES); pinning says so itself where it may not.
    missing.retain(|need| serenity::all::Permissions::all().bits() & need.bit != 0);
    let (used, application) = (used_channels(&mirror), bot.user().0);
    let gone = move |done: &SetUp| {
        let roles = [Some(done.coordinator_role), done.coach_role];
        let role = roles.into_iter().flatten().any(|role| !mirror.roles.contains_key(&role));
        let digest = !mirror.channels.contains_key(&done.digest_channel);
        [role.then_some("setup-role-gone"), digest.then_some("setup-digest-gone")]
    };
    bot.answer(
        request,
        move |conn, call| {
            Box::pin(async move {
                let done = match setup::setup(conn, &call, choices).await? {
                    Ok(done) => done,
                    Err(refusal) => return Ok(Err(refusal)),
                };
                Ok(Ok((done, pairing::room_left(conn, call.guild, used).await?)))
            })
        },
        move |(done, room), language| {
            let mut view = view(&done, room, &missing, application, language);
            for id in gone(&done).into_iter().flatten() {
                view.embeds[0].text = format!("{}\n\n{}", say(language, id), view.embeds[0].text);
            }
            Reply::Private(view)
        },
    )
    .await
}

fn view(done: &SetUp, room: u32, missing: &[Need], application: u64, language: Language) -> View {
    let coach = match (done.coach_role, done.coach_channel) {
        (Some(role), Some(channel)) => say(language, "setup-coach")
            .with("role", words::role(role))
            .with("channel", words::channel(channel)),
        (Some(role), None) => say(language, "setup-coach-no-channel").with("role", words::role(role)),
        (None, _) => say(language, "setup-coach-none"),
    };
    let names: Vec<_> =
        missing.iter().map(|need| say(language, &format!("permission-{}", need.name)).text()).collect();
    let permissions = if names.is_empty() {
        say(language, "setup-permissions-complete")
    } else {
        say(language, "setup-permissions-missing")
            .with("permissions", list(language, &names))
            .with("link", permissions::invitation(application))
    };
    let lines = [
        say(language, "setup-coordinators").with("role", words::role(done.coordinator_role)),
        coach,
        say(language, "setup-digest").with("channel", words::channel(done.digest_channel)),
        say(language, "setup-language").with("language", words::language(language, done.language)),
        permissions,
        say(language, "setup-room").with("count", room),
        say(language, "setup-administrators"),
        say(language, "setup-next"),
    ]
    .map(|line| line.text());
    View::default().embed(Embed::new(say(language, "setup-title"), lines.join("\n\n")))
}
