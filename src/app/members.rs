//! People who leave the server. Discord tells nobody without a privileged intent (D18), so the bot looks once a night
//! after those who take part, and lets their tandems end with a neutral word.

use chrono::{DateTime, Utc};

use super::effect::Effect;
use super::leaving::{Ending, conclude};
use crate::domain::ids::{GuildId, PersonId, UserId};
use crate::domain::person::Person;
use crate::store::outbox::{NewRow, outbox_add};
use crate::store::{Conn, Result, people, tandems};

/// Everybody whose absence would matter: in an open tandem, or free for one, in a programme that has not closed. By
/// their number, so that the order tells nothing.
///
/// # Errors
/// Those of the database.
pub async fn people_to_check(conn: &mut Conn) -> Result<Vec<Person>> {
    people::people_active(conn).await
}

/// Queues a look at each of them; a look that waits already is not queued twice.
///
/// # Errors
/// Those of the database.
pub async fn ask_all(conn: &mut Conn, now: DateTime<Utc>) -> Result<()> {
    for person in people_to_check(conn).await? {
        let row = NewRow {
            lane: format!("members:{}", person.guild),
            effect: serde_json::to_string(&Effect::MemberCheck { person: person.id }).unwrap_or_default(),
            key: Some(format!("member:{}", person.id)),
            due_at: now,
            ..NewRow::default()
        };
        outbox_add(conn, &row).await?;
    }
    Ok(())
}

/// Somebody is no longer on the server (Discord answers 10007). Their tandems end, and they are not proposed to
/// anybody until they are found there again; repeating it changes nothing.
///
/// # Errors
/// Those of the database.
pub async fn person_gone(conn: &mut Conn, guild: GuildId, user: UserId, now: DateTime<Utc>) -> Result<()> {
    let Some(person) = people::person_find(conn, guild, user).await? else { return Ok(()) };
    for tandem in tandems::tandems_of(conn, person.id).await? {
        if tandem.is_live() {
            conclude(conn, &tandem, Ending::PartnerGone, now).await?;
        }
    }
    people::person_gone_set(conn, person.id, true).await
}

/// Somebody was found on the server: whoever was gone is back, and takes part as before.
///
/// # Errors
/// Those of the database.
pub async fn person_here(conn: &mut Conn, person: PersonId) -> Result<()> {
    people::person_gone_set(conn, person, false).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::facts;
    use crate::app::testing::{GUILD, MENTEE, MENTOR, ROOM, World};
    use crate::domain::ids::ChannelId;
    use crate::domain::post::PostKind;
    use crate::domain::tandem::TandemState;
    use crate::store::posts;

    #[tokio::test]
    async fn whoever_left_the_server_is_proposed_to_nobody_until_they_are_found_there_again() {
        let mut world = World::new().await;
        let users = async |world: &mut World| -> Vec<UserId> {
            people_to_check(&mut world.conn).await.unwrap().iter().map(|person| person.user).collect()
        };
        assert_eq!(users(&mut world).await, [MENTOR, MENTEE]);
        let now = world.now();
        person_gone(&mut world.conn, GUILD, MENTEE, now).await.unwrap();
        assert_eq!(users(&mut world).await, [MENTOR, MENTEE], "they may come back any night");
        let tandem = world.tandem_in(ROOM).await.id;
        for (person, yes) in [(MENTOR, true), (MENTEE, true)] {
            let call = world.call(person, ROOM);
            let said = crate::app::leaving::say_next(&mut world.conn, &call, tandem, yes).await;
            said.unwrap().unwrap();
        }
        let (mentor, mentee) = (world.person(MENTOR).await.id, world.person(MENTEE).await.id);
        person_gone(&mut world.conn, GUILD, MENTEE, now).await.unwrap();
        crate::app::leaving::settle(&mut world.conn, tandem).await.unwrap();
        let programme = world.programme.id;
        assert_eq!(facts::free(&mut world.conn, programme).await.unwrap(), [mentor]);
        person_here(&mut world.conn, mentee).await.unwrap();
        assert_eq!(facts::free(&mut world.conn, programme).await.unwrap(), [mentor, mentee]);
    }

    #[tokio::test]
    async fn all_tandems_of_somebody_who_left_the_server_end_with_the_same_neutral_word() {
        let mut world = World::new().await;
        let second = world.tandem(MENTEE, UserId(2_009), ChannelId(1_010)).await;
        let now = world.now();
        person_gone(&mut world.conn, GUILD, MENTEE, now).await.unwrap();
        person_gone(&mut world.conn, GUILD, MENTEE, now).await.unwrap();
        for id in [world.tandem_in(ROOM).await.id, second] {
            assert_eq!(tandems::tandem_get(&mut world.conn, id).await.unwrap().state, TandemState::Ended);
            let post =
                posts::post_about(&mut world.conn, PostKind::PartnerGone, id.0).await.unwrap().unwrap();
            let outbox = world.outbox().await;
            let posted = outbox.iter().filter(|row| row.1 == Effect::Post { post: post.id }).count();
            assert_eq!(posted, 1);
        }
    }
}
