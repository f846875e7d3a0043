//! The mentors' lounge at Discord: everybody's overwrite hides it and says what may be done there, and whoever is let in
//! gets an overwrite of their own that shows it. So one request opens it for one person, however many there are, and one
//! closes it for all. Of somebody who is not known any more no id is left: what Discord shows is held against who is in the
//! lounge, and every other account is taken out of it, one by one (a list of all takes at most a hundred). The bot's own
//! overwrite and those of roles stay; whom somebody let in by hand goes with it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::perform::Made;
use super::ready::{Ready, Target};
use crate::app::effect::Effect;
use crate::clock::Working;
use crate::discord::bot::Bot;
use crate::discord::governor::Bucket;
use crate::discord::http::Failure;
use crate::discord::permissions::{lounge_everybody, lounge_member, lounge_overwrites, lounge_role};
use crate::domain::ids::{ChannelId, GuildId, ProgrammeId, UserId};
use crate::locales::say;
use crate::store::{Conn, Result, lounges, people, programmes};

/// Discord's code for an overwrite that is not there.
const UNKNOWN_OVERWRITE: isize = 10_009;

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

/// Whose overwrites are to be in a lounge: the bot's, and those of all who are in it.
async fn inside(conn: &mut Conn, bot: UserId, programme: ProgrammeId) -> Result<BTreeSet<UserId>> {
    let mut users = BTreeSet::from([bot]);
    for person in lounges::lounge_members(conn, programme).await? {
        users.insert(people::person_get(conn, person).await?.user);
    }
    Ok(users)
}

/// The accounts that have an overwrite of their own in a channel as Discord shows it.
fn members_in(shown: &Value) -> impl Iterator<Item = UserId> {
    let all = shown["permission_overwrites"].as_array().into_iter().flatten();
    let members = all.filter(|one| one["type"].as_u64() == Some(1));
    members.filter_map(|one| one["id"].as_str()?.parse().ok()).map(UserId)
}

/// Takes everybody out of a channel who is none of `inside`, one by one. Harmless when repeated; what is left undone by a
/// failure is done by the next try.
///
/// # Errors
/// What became of it instead.
pub async fn clear(
    bot: &Bot,
    lane: &str,
    (channel, inside): (ChannelId, &BTreeSet<UserId>),
    shown: &[u8],
    working: &Working,
) -> std::result::Result<Made, Failure> {
    let shown: Value = serde_json::from_slice(shown).map_err(|_| Failure::InDoubt)?;
    for user in members_in(&shown).filter(|user| !inside.contains(user)) {
        bot.admitted(Bucket::Channel, lane, working).await;
        match bot.send(Bucket::Channel, lane, Ready::Outside { channel, user }.request()).await {
            Ok(_) | Err(Failure::Gone(UNKNOWN_OVERWRITE)) => {}
            Err(failure) => return Err(failure),
        }
    }
    Ok(Made::Done)
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
        | Effect::LoungeCoach { programme, .. }
        | Effect::LoungeDelete { programme } => *programme,
        _ => return Ok(None),
    };
    let programme = programmes::programme_get(conn, id).await?;
    let Some(channel) = programme.lounge_channel else { return Ok(None) };
    Ok(Some(match effect {
        Effect::LoungeMember { person, .. } => {
            let Some(user) = people::person_account(conn, *person).await? else {
                // Nobody knows any more whose overwrite it is.
                return Ok(Some(Ready::Inside { channel, inside: inside(conn, bot, id).await? }));
            };
            let inside = lounges::lounge_members(conn, id).await?.contains(person);
            Ready::Overwrite { channel, target: Target::Member(user), body: lounge_member(inside) }
        }
        Effect::LoungeClose { .. } => {
            let target = Target::Everybody(programme.guild);
            Ready::Overwrite { channel, target, body: lounge_everybody(programme.has_lounge()) }
        }
        Effect::LoungeCoach { role, .. } => {
            let coach = people::server_get(conn, programme.guild).await?.and_then(|server| server.coach_role);
            Ready::Overwrite { channel, target: Target::Role(*role), body: lounge_role(coach == Some(*role)) }
        }
        // Wanted again in the meantime.
        _ if programme.has_lounge() => return Ok(None),
        _ => Ready::Delete { channel },
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::World;
    use crate::domain::ids::{ChannelId, RoleId};

    #[tokio::test]
    async fn a_lounge_is_written_as_it_is_to_be_when_it_is_sent_and_kept_once_it_is_wanted_again() {
        let mut world = World::new().await;
        let programme = world.programme.id;
        lounges::lounge_bind(&mut world.conn, programme, Some(ChannelId(1_200))).await.unwrap();
        for (wanted, open) in [("0", false), ("1", true)] {
            world.programme_set("lounge", wanted).await;
            let close = Effect::LoungeClose { programme };
            let Some(Ready::Overwrite { body, .. }) =
                prepare(&mut world.conn, UserId(1), &close).await.unwrap()
            else {
                panic!("{wanted}");
            };
            assert_eq!(body, lounge_everybody(open));
            let delete = prepare(&mut world.conn, UserId(1), &Effect::LoungeDelete { programme }).await;
            assert_eq!(delete.unwrap().is_none(), open);
        }
    }

    #[tokio::test]
    async fn the_role_that_is_the_coachs_when_it_is_sent_sees_the_lounge_and_no_other_does() {
        let mut world = World::new().await;
        let programme = world.programme.id;
        lounges::lounge_bind(&mut world.conn, programme, Some(ChannelId(1_200))).await.unwrap();
        let (before, after) = (RoleId(70), RoleId(71));
        let mut server = people::server_get(&mut world.conn, world.programme.guild).await.unwrap().unwrap();
        server.coach_role = Some(after);
        people::server_set(&mut world.conn, &server).await.unwrap();
        for (role, sees) in [(before, "0"), (after, "1024")] {
            let effect = Effect::LoungeCoach { programme, role };
            let ready = prepare(&mut world.conn, UserId(1), &effect).await.unwrap();
            let Some(Ready::Overwrite { target: Target::Role(whose), body, .. }) = ready else { panic!() };
            assert_eq!((whose, body["type"].as_u64(), body["allow"].as_str()), (role, Some(0), Some(sees)));
        }
        world.programme_set("lounge", "1").await;
        lounges::lounge_bind(&mut world.conn, programme, None).await.unwrap();
        let (_, made) = body(&mut world.conn, UserId(1), programme).await.unwrap().unwrap();
        let coach = made["permission_overwrites"].as_array().unwrap().iter().find(|one| one["id"] == "71");
        assert_eq!(coach.unwrap()["allow"], "1024", "in the request that makes it");
    }
}
