//! Whom people would like to be paired with. Private: pairing counts it, and no view shows it to anybody but its author.

use sqlx::Row as _;

use super::{Conn, Result};
use crate::domain::ids::{PersonId, ProgrammeId};

/// Everybody's favourites in a programme: who named whom, by the number of who named, the dearest first.
pub async fn favourites_in(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<(PersonId, PersonId)>> {
    let rows = sqlx::query(
        "SELECT person_id, favourite_id FROM favourite WHERE programme_id = ? ORDER BY person_id, rank, favourite_id",
    )
    .bind(programme.0)
    .fetch_all(conn)
    .await?;
    Ok(rows.iter().map(|row| (PersonId(row.get("person_id")), PersonId(row.get("favourite_id")))).collect())
}

/// Notes whom somebody would like to be paired with, the dearest first, in place of what they named before. Naming oneself
/// counts for nothing.
pub async fn favourites_set(
    conn: &mut Conn,
    programme: ProgrammeId,
    person: PersonId,
    favourites: &[PersonId],
) -> Result<()> {
    sqlx::query("DELETE FROM favourite WHERE programme_id = ? AND person_id = ?")
        .bind(programme.0)
        .bind(person.0)
        .execute(&mut *conn)
        .await?;
    for (rank, favourite) in favourites.iter().filter(|favourite| **favourite != person).enumerate() {
        sqlx::query(
            "INSERT INTO favourite (programme_id, person_id, favourite_id, rank) VALUES (?, ?, ?, ?)
             ON CONFLICT DO NOTHING",
        )
        .bind(programme.0)
        .bind(person.0)
        .bind(favourite.0)
        .bind(i64::try_from(rank + 1).unwrap_or(i64::MAX))
        .execute(&mut *conn)
        .await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::World;
    use crate::domain::ids::UserId;

    #[tokio::test]
    async fn favourites_are_kept_in_their_order_and_replaced_as_a_whole() {
        let mut world = World::empty().await;
        let programme = world.programme.id;
        let mut people = Vec::new();
        for user in 1..=4 {
            people.push(world.person(UserId(user)).await.id);
        }
        let [one, two, three, four] = people[..] else { panic!() };
        favourites_set(&mut world.conn, programme, two, &[four, one, four, two]).await.unwrap();
        favourites_set(&mut world.conn, programme, one, &[three]).await.unwrap();
        let named = favourites_in(&mut world.conn, programme).await.unwrap();
        assert_eq!(named, [(one, three), (two, four), (two, one)]);
        favourites_set(&mut world.conn, programme, two, &[three]).await.unwrap();
        let named = favourites_in(&mut world.conn, programme).await.unwrap();
        assert_eq!(named, [(one, three), (two, three)]);
        assert!(favourites_in(&mut world.conn, ProgrammeId(99)).await.unwrap().is_empty());
    }
}
