//! What people say about themselves in a programme, and whom they would rather not be paired with. Both belong to an
//! enrolment and go with it.

use std::collections::BTreeSet;

use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use super::{Conn, Error, Result, day, snowflake, unsnow};
use crate::domain::ids::{PersonId, ProgrammeId, UserId};
use crate::domain::language::Language;
use crate::domain::profile::Profile;

/// The enrolment of somebody in a programme, for what hangs on it.
const ENROLMENT: &str = "SELECT id FROM enrolment WHERE programme_id = ? AND person_id = ?";

async fn enrolment(conn: &mut Conn, programme: ProgrammeId, person: PersonId) -> Result<Option<i64>> {
    Ok(sqlx::query_scalar(ENROLMENT).bind(programme.0).bind(person.0).fetch_optional(conn).await?)
}

/// The languages of a row with the columns `german` and `english`.
pub(super) fn languages(row: &SqliteRow) -> BTreeSet<Language> {
    let all = [("german", Language::De), ("english", Language::En)];
    all.into_iter().filter(|(column, _)| row.get(*column)).map(|(_, language)| language).collect()
}

/// What somebody said about themselves; `None` where they are not enrolled, or have said nothing.
pub async fn profile_get(
    conn: &mut Conn,
    programme: ProgrammeId,
    person: PersonId,
) -> Result<Option<Profile>> {
    let Some(enrolment) = enrolment(conn, programme, person).await? else { return Ok(None) };
    let row = sqlx::query("SELECT * FROM profile WHERE enrolment_id = ?")
        .bind(enrolment)
        .fetch_optional(&mut *conn)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let topics: Vec<String> = sqlx::query_scalar("SELECT topic FROM profile_topic WHERE enrolment_id = ?")
        .bind(enrolment)
        .fetch_all(conn)
        .await?;
    let number = |column| u32::try_from(row.get::<i64, _>(column)).map_err(|_| Error::Unknown("number"));
    Ok(Some(Profile {
        department: row.get("department"),
        organisation: row.get("organisation"),
        topics: topics.into_iter().collect(),
        languages: languages(&row),
        since: row.get::<Option<&str>, _>("since").map(day).transpose()?,
        hours: row.get::<Option<i64>, _>("hours").map(|_| number("hours")).transpose()?,
        capacity: number("capacity")?,
        line: row.get("line"),
    }))
}

/// Writes down what somebody says about themselves, in place of what they said before. Without an enrolment nothing is
/// stored.
pub async fn profile_set(
    conn: &mut Conn,
    programme: ProgrammeId,
    person: PersonId,
    profile: &Profile,
) -> Result<()> {
    let Some(enrolment) = enrolment(conn, programme, person).await? else { return Ok(()) };
    sqlx::query(
        "INSERT OR REPLACE INTO profile
             (enrolment_id, department, organisation, german, english, since, hours, capacity, line)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(enrolment)
    .bind(&profile.department)
    .bind(&profile.organisation)
    .bind(profile.languages.iter().any(|one| one.is_german()))
    .bind(profile.languages.contains(&Language::En))
    .bind(profile.since.map(|since| since.to_string()))
    .bind(profile.hours.map(i64::from))
    .bind(i64::from(profile.capacity))
    .bind(&profile.line)
    .execute(&mut *conn)
    .await?;
    sqlx::query("DELETE FROM profile_topic WHERE enrolment_id = ?")
        .bind(enrolment)
        .execute(&mut *conn)
        .await?;
    for topic in &profile.topics {
        sqlx::query("INSERT INTO profile_topic (enrolment_id, topic) VALUES (?, ?)")
            .bind(enrolment)
            .bind(topic)
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}

/// Whom somebody would rather not be paired with, by account. For their own eyes alone.
pub async fn rather_nots_of(
    conn: &mut Conn,
    programme: ProgrammeId,
    person: PersonId,
) -> Result<BTreeSet<UserId>> {
    let Some(enrolment) = enrolment(conn, programme, person).await? else { return Ok(BTreeSet::new()) };
    let all: Vec<i64> = sqlx::query_scalar("SELECT user_id FROM rather_not WHERE enrolment_id = ?")
        .bind(enrolment)
        .fetch_all(conn)
        .await?;
    Ok(all.into_iter().map(|id| UserId(unsnow(id))).collect())
}

/// Notes whom somebody would rather not be paired with, in place of those named before.
pub async fn rather_nots_set(
    conn: &mut Conn,
    programme: ProgrammeId,
    person: PersonId,
    users: &BTreeSet<UserId>,
) -> Result<()> {
    let Some(enrolment) = enrolment(conn, programme, person).await? else { return Ok(()) };
    sqlx::query("DELETE FROM rather_not WHERE enrolment_id = ?").bind(enrolment).execute(&mut *conn).await?;
    for user in users {
        sqlx::query("INSERT INTO rather_not (enrolment_id, user_id) VALUES (?, ?)")
            .bind(enrolment)
            .bind(snowflake(user.0))
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}

/// Who would rather not be paired with whom, in the order of their numbers: for the computation of pairs alone, never for
/// a list, a reason or a refusal (P5). Only people who are enrolled are named.
pub async fn rather_nots_in(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<(PersonId, PersonId)>> {
    let rows = sqlx::query(
        "SELECT mine.person_id AS person, theirs.person_id AS other
         FROM rather_not
         JOIN enrolment AS mine ON mine.id = rather_not.enrolment_id
         JOIN programme ON programme.id = mine.programme_id
         JOIN person ON person.guild_id = programme.guild_id AND person.user_id = rather_not.user_id
         JOIN enrolment AS theirs ON theirs.programme_id = mine.programme_id AND theirs.person_id = person.id
         WHERE mine.programme_id = ? ORDER BY person, other",
    )
    .bind(programme.0)
    .fetch_all(conn)
    .await?;
    Ok(rows.iter().map(|row| (PersonId(row.get("person")), PersonId(row.get("other")))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{MENTEE, MENTOR, World};
    use crate::store::programmes;

    fn profile() -> Profile {
        Profile {
            department: "Purchasing".into(),
            organisation: "North".into(),
            topics: ["ai".to_owned(), "Weaving looms".to_owned()].into(),
            languages: [Language::De, Language::En].into(),
            since: "2025-03-01".parse().ok(),
            hours: Some(3),
            capacity: 2,
            line: "B7".into(),
        }
    }

    #[tokio::test]
    async fn a_profile_is_read_back_as_it_was_written_and_replaces_the_one_before() {
        let mut world = World::new().await;
        let (programme, me) = (world.programme.id, world.person(MENTOR).await.id);
        assert_eq!(profile_get(&mut world.conn, programme, me).await.unwrap(), None);
        profile_set(&mut world.conn, programme, me, &profile()).await.unwrap();
        assert_eq!(profile_get(&mut world.conn, programme, me).await.unwrap(), Some(profile()));
        let second = Profile { topics: ["ai".to_owned()].into(), ..Profile::default() };
        profile_set(&mut world.conn, programme, me, &second).await.unwrap();
        assert_eq!(profile_get(&mut world.conn, programme, me).await.unwrap(), Some(second));
    }

    #[tokio::test]
    async fn whoever_is_not_enrolled_has_nothing_stored_and_who_withdraws_takes_it_along() {
        let mut world = World::new().await;
        let (programme, me) = (world.programme.id, world.person(MENTOR).await.id);
        let stranger = world.person(UserId(77)).await.id;
        profile_set(&mut world.conn, programme, stranger, &profile()).await.unwrap();
        rather_nots_set(&mut world.conn, programme, stranger, &[MENTEE].into()).await.unwrap();
        assert!(!world.dump().await.contains("profile:"));
        profile_set(&mut world.conn, programme, me, &profile()).await.unwrap();
        rather_nots_set(&mut world.conn, programme, me, &[MENTEE].into()).await.unwrap();
        let sql = format!("DELETE FROM enrolment WHERE person_id = {me}");
        crate::store::exec_for_test(&mut world.conn, &sql).await.unwrap();
        let dump = world.dump().await;
        for table in ["profile:", "profile_topic:", "rather_not:"] {
            assert!(!dump.contains(table), "{table}");
        }
    }

    #[tokio::test]
    async fn pairing_reads_secret_exclusions_among_the_enrolled_and_naming_somebody_makes_nobody_known() {
        let mut world = World::new().await;
        let programme = world.programme.id;
        let (mentor, mentee) = (world.person(MENTOR).await.id, world.person(MENTEE).await.id);
        let named: BTreeSet<UserId> = [MENTOR, UserId(77)].into();
        rather_nots_set(&mut world.conn, programme, mentee, &named).await.unwrap();
        assert_eq!(rather_nots_of(&mut world.conn, programme, mentee).await.unwrap(), named);
        assert!(rather_nots_of(&mut world.conn, programme, mentor).await.unwrap().is_empty());
        assert_eq!(rather_nots_in(&mut world.conn, programme).await.unwrap(), [(mentee, mentor)]);
        let known = crate::store::people::person_find(&mut world.conn, world.programme.guild, UserId(77));
        assert_eq!(known.await.unwrap(), None);
        let later = world.person(UserId(77)).await.id;
        programmes::enrolment_approve(
            &mut world.conn,
            programme,
            later,
            crate::domain::programme::Role::Mentor,
        )
        .await
        .unwrap();
        assert_eq!(
            rather_nots_in(&mut world.conn, programme).await.unwrap(),
            [(mentee, mentor), (mentee, later)]
        );
    }
}
