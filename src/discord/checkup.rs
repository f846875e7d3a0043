//! What `tandem check` looks at from outside: the token, the servers the bot is on, what it may do there, and who can
//! read every room because Discord gives no way to keep them out.

use chrono::{DateTime, Duration};
use serenity::all::{GuildPagination, Http, PartialGuild, UserId};

use super::connect::{Address, ConnectError, Token, application};
use super::permissions::{ADMINISTRATOR, invitation, missing};
use crate::clock::Clock;
use crate::discord::http::Failure;

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
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Good => f.write_str("the bot has all permissions it needs"),
            Self::Missing(name) => write!(f, "the permission {name} is missing; give it to the bot's role"),
            Self::Unreachable(cause) => write!(f, "cannot be looked at ({cause}); invite the bot anew"),
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
pub async fn look(token: &Token, address: &Address) -> Result<Found, ConnectError> {
    let unanswered = || ConnectError::NoAnswer(address.api.clone().unwrap_or_else(|| "Discord".to_owned()));
    let http = address.http(token).map_err(|_| unanswered())?;
    let id = application(&http, address).await?;
    let me = http.get_current_user().await.map_err(|_| unanswered())?.id;
    let mut servers = Vec::new();
    let mut after = None;
    loop {
        let page = http.get_guilds(after, Some(100)).await.map_err(|_| unanswered())?;
        for guild in &page {
            servers.push(Server { guild: guild.id.get(), findings: server(&http, guild.id, me).await });
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

async fn server(http: &Http, id: serenity::all::GuildId, me: UserId) -> Vec<Finding> {
    let unreachable = |error: serenity::Error| vec![Finding::Unreachable(Failure::from(&error).cause())];
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
    findings
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
