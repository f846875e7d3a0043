//! What `tandem check` looks at from outside: the token, the servers the bot is on, what it may do there, and who can
//! read every room because Discord gives no way to keep them out.

use chrono::{DateTime, Duration};
use serenity::all::{GuildId, GuildPagination, Http, PartialGuild, UserId};

use super::connect::{Address, ConnectError, Token, application};
use super::guilds;
use super::permissions::{ADMINISTRATOR, invitation, missing};
use super::readers::Readers;
use crate::clock::Clock;
use crate::discord::http::Failure;
use crate::store::tandems::RoomOf;

/// What was found.
#[derive(Debug)]
pub struct Found {
    /// Discord's id of the application.
    pub application: u64,
    /// The address that invites the bot with exactly what it needs.
    pub invitation: String,
    /// The servers it is on.
    pub servers: Vec<Server>,
}

/// One server.
#[derive(Debug)]
pub struct Server {
    /// Discord's id of it.
    pub guild: u64,
    /// What was found there.
    pub findings: Vec<Finding>,
    /// Each room of ours there, by its name.
    pub rooms: Vec<Room>,
}

/// A room, and how many outsiders can read it.
#[derive(Debug, PartialEq, Eq)]
pub struct Room {
    /// Its name.
    pub name: String,
    /// Who can read it besides its two and the bot; `None` where the bot cannot see it itself.
    pub readers: Option<Readers>,
}

/// One thing that was found.
#[derive(Debug, PartialEq, Eq)]
pub enum Finding {
    /// Nothing to repair.
    Good,
    /// A permission is missing.
    Missing(&'static str),
    /// The server cannot be looked at.
    Unreachable(String),
    /// A role that sees every room.
    Reader(String),
    /// The server's settings hide a command from some (D6).
    Hidden(String),
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Good => f.write_str("the bot has all permissions it needs"),
            Self::Missing(name) => write!(f, "the permission {name} is missing; give it to the bot's role"),
            Self::Unreachable(cause) => write!(f, "cannot be looked at ({cause}); invite the bot anew"),
            Self::Hidden(command) => write!(
                f,
                "the server's settings (Integrations) hide /{command} from some people or channels; allow it there: the bot itself refuses whoever may not use it"
            ),
            Self::Reader(role) => {
                write!(f, "the role {role} is an administrator's and sees every room, as the owner does")
            }
        }
    }
}

/// Looks at everything.
///
/// # Errors
/// When the token is refused or nobody answers.
pub async fn look(token: &Token, address: &Address, rooms: &[RoomOf]) -> Result<Found, ConnectError> {
    let unanswered = || ConnectError::NoAnswer(address.api.clone().unwrap_or_else(|| "Discord".to_owned()));
    let http = address.http(token).map_err(|_| unanswered())?;
    let id = application(&http, address).await?;
    http.set_application_id(id);
    let me = http.get_current_user().await.map_err(|_| unanswered())?.id;
    let mut servers = Vec::new();
    let mut after = None;
    loop {
        let page = http.get_guilds(after, Some(100)).await.map_err(|_| unanswered())?;
        for guild in &page {
            let (findings, rooms) = server(&http, guild.id, me, rooms).await;
            servers.push(Server { guild: guild.id.get(), findings, rooms });
        }
        match page.last() {
            Some(last) if page.len() == 100 => after = Some(GuildPagination::After(last.id)),
            _ => break,
        }
    }
    Ok(Found { application: id.get(), invitation: invitation(id.get()), servers })
}

/// By how much this machine's clock is ahead of Discord's (negative: behind), to the second; `None` when the answer
/// does not tell. An interaction is held against our clock (D4), so a gap of more than 2 s loses commands.
pub async fn clock_gap(address: &Address, clock: &dyn Clock) -> Option<Duration> {
    let base = address.api.as_deref().unwrap_or("https://discord.com");
    let answer = reqwest::Client::new().get(format!("{base}/api/v10/gateway")).send().await.ok()?;
    let date = answer.headers().get("date")?.to_str().ok()?;
    let theirs = DateTime::parse_from_rfc2822(date).ok()?;
    Some(clock.now().signed_duration_since(theirs))
}

/// Gaps up to this are the header's own: it has whole seconds and the answer takes a while.
pub const CLOCK_TOLERANCE: Duration = Duration::seconds(2);

async fn server(http: &Http, id: GuildId, me: UserId, rooms: &[RoomOf]) -> (Vec<Finding>, Vec<Room>) {
    let unreachable =
        |error: serenity::Error| (vec![Finding::Unreachable(Failure::from(&error).cause())], Vec::new());
    let guild = match http.get_guild(id).await {
        Ok(guild) => guild,
        Err(error) => return unreachable(error),
    };
    let member = match http.get_member(id, me).await {
        Ok(member) => member,
        Err(error) => return unreachable(error),
    };
    let held = held(&guild, &member.roles);
    let mut findings: Vec<Finding> =
        missing(held).into_iter().map(|need| Finding::Missing(need.name)).collect();
    if findings.is_empty() {
        findings.push(Finding::Good);
    }
    let administrators = guild.roles.values().filter(|role| role.permissions.bits() & ADMINISTRATOR != 0);
    findings.extend(administrators.map(|role| Finding::Reader(role.name.clone())));
    findings.extend(hidden(http, id).await.into_iter().map(Finding::Hidden));
    let channels = match http.get_channels(id).await {
        Ok(channels) => channels,
        Err(error) => {
            findings.push(Finding::Unreachable(Failure::from(&error).cause()));
            return (findings, Vec::new());
        }
    };
    let mirror = guilds::read(&guild, channels);
    let own = rooms.iter().filter(|room| room.guild.0 == id.get());
    let bot = crate::domain::ids::UserId(me.get());
    let readers = own.map(|room| Room {
        name: room.name.clone(),
        readers: mirror.readers(room.guild, room.channel, bot, room.two),
    });
    (findings, readers.collect())
}

/// The commands that an administrator has hidden from somebody; without an answer, none is known to be.
async fn hidden(http: &Http, guild: GuildId) -> Vec<String> {
    let (Ok(changed), Ok(commands)) =
        (http.get_guild_commands_permissions(guild).await, http.get_guild_commands(guild).await)
    else {
        return Vec::new();
    };
    let denies = changed.iter().filter(|one| one.permissions.iter().any(|entry| !entry.permission));
    let ids: Vec<u64> = denies.map(|one| one.id.get()).collect();
    let mut names: Vec<String> =
        commands.iter().filter(|one| ids.contains(&one.id.get())).map(|one| one.name.clone()).collect();
    // An entry under the application's own id is about all of them.
    if changed.iter().any(|one| one.application_id.get() == one.id.get() && ids.contains(&one.id.get())) {
        names.push("*".to_owned());
    }
    names.sort_unstable();
    names
}

/// The bits a member holds on the whole server. Serenity does not know bit 51 (`PIN_MESSAGES`), so it is taken for
/// granted where `MANAGE_MESSAGES` is held; pinning says so itself if it is not.
fn held(guild: &PartialGuild, roles: &[serenity::all::RoleId]) -> u64 {
    let everyone = serenity::all::RoleId::new(guild.id.get());
    let bits = guild
        .roles
        .iter()
        .filter(|(id, _)| **id == everyone || roles.contains(id))
        .fold(0, |bits, (_, role)| bits | role.permissions.bits());
    if bits & super::permissions::MANAGE_MESSAGES != 0 {
        bits | super::permissions::PIN_MESSAGES
    } else {
        bits
    }
}
