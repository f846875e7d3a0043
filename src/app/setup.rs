//! `/setup`: who coordinates, where digests go, in which language the server is spoken to. Coordinators' channels are
//! refused when everybody can see them (P15).

use serde::{Deserialize, Serialize};

use super::{Call, Decision, healing, lounge};
use crate::domain::ids::{ChannelId, RoleId};
use crate::domain::language::Language;
use crate::domain::refusal::Refusal;
use crate::store::people::{self, Server};
use crate::store::{Conn, Result};

/// A channel chosen for coordinators, as Discord describes it.
#[derive(Debug, Clone, Copy)]
pub struct ChosenChannel {
    /// The channel.
    pub id: ChannelId,
    /// Whether @everyone may view it.
    pub everyone_sees: bool,
    /// Whether the bot may view it and write there.
    pub bot_writes: bool,
}

impl ChosenChannel {
    /// Whether digests may go there.
    ///
    /// # Errors
    /// [`Refusal::OpenChannel`] or [`Refusal::BotLacksPermission`].
    pub const fn for_coordinators(self) -> Decision<ChannelId> {
        if self.everyone_sees {
            Err(Refusal::OpenChannel)
        } else if self.bot_writes {
            Ok(self.id)
        } else {
            Err(Refusal::BotLacksPermission)
        }
    }
}

/// What is to be chosen; what is not given stays.
#[derive(Debug, Clone, Copy, Default)]
pub struct Choices {
    /// Whether Discord says that whoever asks manages the server.
    pub manages_server: bool,
    /// Who coordinates.
    pub coordinator_role: Option<RoleId>,
    /// Who looks after the mentors.
    pub coach_role: Option<RoleId>,
    /// Where coaches find calls for support.
    pub coach_channel: Option<ChosenChannel>,
    /// Where digests go.
    pub digest: Option<ChosenChannel>,
    /// Language and form of address outside of programmes.
    pub language: Option<Language>,
}

/// What holds now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetUp {
    /// Who coordinates.
    pub coordinator_role: RoleId,
    /// Who looks after the mentors, where there is such a role.
    pub coach_role: Option<RoleId>,
    /// Where coaches find calls for support.
    pub coach_channel: Option<ChannelId>,
    /// Where digests go.
    pub digest_channel: ChannelId,
    /// Language and form of address outside of programmes.
    pub language: Language,
}

/// Chooses roles, channel and language.
///
/// # Errors
/// Those of the database.
pub async fn setup(conn: &mut Conn, call: &Call, choices: Choices) -> Result<Decision<SetUp>> {
    if !choices.manages_server {
        return Ok(Err(Refusal::NeedsManageServer));
    }
    let everybody = RoleId(call.guild.0);
    if [choices.coordinator_role, choices.coach_role].contains(&Some(everybody)) {
        return Ok(Err(Refusal::SetupRoleEveryone));
    }
    let digest = match choices.digest.map(ChosenChannel::for_coordinators).transpose() {
        Ok(digest) => digest,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let coach_channel = match choices.coach_channel.map(ChosenChannel::for_coordinators).transpose() {
        Ok(channel) => channel,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let before = people::server_get(conn, call.guild).await?;
    let coordinator_role = choices.coordinator_role.or(before.and_then(|server| server.coordinator_role));
    let digest_channel = digest.or(before.and_then(|server| server.digest_channel));
    let (Some(coordinator_role), Some(digest_channel)) = (coordinator_role, digest_channel) else {
        return Ok(Err(Refusal::SetupIncomplete));
    };
    let coach_before = before.and_then(|server| server.coach_role);
    let coach_role = choices.coach_role.or(coach_before);
    let coach_channel = coach_channel.or(before.and_then(|server| server.coach_channel));
    let language = choices.language.or(before.map(|server| server.language)).unwrap_or_default();
    let server = Server {
        guild: call.guild,
        coordinator_role: Some(coordinator_role),
        coach_role,
        coach_channel,
        digest_channel: Some(digest_channel),
        language,
    };
    people::server_set(conn, &server).await?;
    let old = before.and_then(|server| server.digest_channel);
    healing::digests_move(conn, call.guild, old, digest_channel).await?;
    if coach_before != coach_role {
        lounge::coach_changed(conn, call.guild, [coach_before, coach_role], call.now).await?;
    }
    Ok(Ok(SetUp { coordinator_role, coach_role, coach_channel, digest_channel, language }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{COORDINATORS, DIGEST, GUILD, LOBBY, MENTOR, World};
    use crate::domain::ids::GuildId;

    const HERE: ChosenChannel = ChosenChannel { id: ChannelId(5), everyone_sees: false, bot_writes: true };

    #[tokio::test]
    async fn setting_up_needs_manage_server_a_role_that_few_have_and_a_closed_channel() {
        let mut world = World::empty().await;
        let call = world.call(MENTOR, LOBBY);
        let allowed = Choices { manages_server: true, ..Choices::default() };
        let open = ChosenChannel { everyone_sees: true, ..HERE };
        let mute = ChosenChannel { bot_writes: false, ..HERE };
        for (choices, refusal) in [
            (Choices::default(), Refusal::NeedsManageServer),
            (Choices { coordinator_role: Some(RoleId(GUILD.0)), ..allowed }, Refusal::SetupRoleEveryone),
            (Choices { coach_role: Some(RoleId(GUILD.0)), ..allowed }, Refusal::SetupRoleEveryone),
            (Choices { digest: Some(open), ..allowed }, Refusal::OpenChannel),
            (Choices { digest: Some(mute), ..allowed }, Refusal::BotLacksPermission),
            (Choices { coach_channel: Some(open), ..allowed }, Refusal::OpenChannel),
            (Choices { coach_channel: Some(mute), ..allowed }, Refusal::BotLacksPermission),
        ] {
            let before = world.dump().await;
            assert_eq!(setup(&mut world.conn, &call, choices).await.unwrap(), Err(refusal));
            assert_eq!(world.dump().await, before);
        }
    }

    #[tokio::test]
    async fn what_is_not_given_stays_and_the_first_time_needs_role_and_channel() {
        let mut world = World::empty().await;
        let mut call = world.call(MENTOR, LOBBY);
        let german = Choices { manages_server: true, language: Some(Language::De), ..Choices::default() };
        let done = setup(&mut world.conn, &call, german).await.unwrap().unwrap();
        assert_eq!((done.coordinator_role, done.digest_channel), (COORDINATORS, DIGEST));
        assert_eq!(done.language, Language::De);
        call.guild = GuildId(9);
        assert_eq!(setup(&mut world.conn, &call, german).await.unwrap(), Err(Refusal::SetupIncomplete));
        let full = Choices { coordinator_role: Some(RoleId(3)), digest: Some(HERE), ..german };
        assert_eq!(setup(&mut world.conn, &call, full).await.unwrap().unwrap().digest_channel, HERE.id);
    }
}
