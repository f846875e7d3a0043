//! The mentors' lounge at Discord: everybody's overwrite hides it and says what may be done there, and whoever is let in
//! gets an overwrite of their own that shows it. So one request opens it for one person, however many there are, and one
//! closes it for all.

use serde_json::{Value, json};

use super::ready::{Ready, Target};
use crate::app::effect::Effect;
use crate::discord::permissions::{lounge_everybody, lounge_member, lounge_overwrites};
use crate::domain::ids::{GuildId, ProgrammeId, UserId};
use crate::locales::say;
use crate::store::{Conn, Result, lounges, people, programmes};

/// The body by which a programme's lounge is made; `None` when it is there, or not wanted any more.
pub async fn body(conn: &mut Conn, bot: UserId, id: ProgrammeId) -> Result<Option<(GuildId, Value)>> {
    let programme = programmes::programme_get(conn, id).await?;
    if programme.lounge_channel.is_some() || !programme.has_lounge() {
        return Ok(None);
    }
    let coach = people::server_get(conn, programme.guild).await?.and_then(|server| server.coach_role);
    Ok(Some((
        programme.guild,
        json!({
            "name": say(programme.language, "lounge-channel-name").text(), "type": 0,
            "permission_overwrites": lounge_overwrites(programme.guild, bot, coach),
        }),
    )))
}

/// Gets an effect of the lounge ready; `None` when it no longer makes sense.
pub async fn prepare(conn: &mut Conn, bot: UserId, effect: &Effect) -> Result<Option<Ready>> {
    let id = match effect {
        Effect::LoungeCreate { programme } => {
            return Ok(body(conn, bot, *programme)
                .await?
                .map(|(guild, body)| Ready::Channel { guild, body }));
        }
        Effect::LoungeMember { programme, .. }
        | Effect::LoungeClose { programme }
        | Effect::LoungeDelete { programme } => *programme,
        _ => return Ok(None),
    };
    let programme = programmes::programme_get(conn, id).await?;
    let Some(channel) = programme.lounge_channel else { return Ok(None) };
    Ok(Some(match effect {
        Effect::LoungeMember { person, .. } => {
            let user = people::person_get(conn, *person).await?.user;
            let inside = lounges::lounge_members(conn, id).await?.contains(person);
            Ready::Overwrite { channel, target: Target::Member(user), body: lounge_member(inside) }
        }
        Effect::LoungeClose { .. } => {
            let target = Target::Everybody(programme.guild);
            Ready::Overwrite { channel, target, body: lounge_everybody(false) }
        }
        _ => Ready::Delete { channel },
    }))
}
