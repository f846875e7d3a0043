//! Once a night: copies of the database that have had their days go, and erasures that no allowed backup can hold are
//! forgotten (P13).

use chrono::{DateTime, Utc};

use crate::app::jobs;
use crate::store::{Conn, Result, copies, ledger};

/// The name of its rows.
pub const NAME: &str = jobs::COPIES;

/// Counts a good day for each copy, and lets go what has had its time.
///
/// # Errors
/// Those of the database, and of the folder it lies in.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    _subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    copies::copies_tidy(conn, now).await?;
    ledger::erasures_forget(conn, now).await?;
    Ok(Some(jobs::next_night(now)))
}

#[cfg(test)]
mod tests {
    use chrono::Duration;

    use super::*;
    use crate::app::testing::World;
    use crate::store::copies::{GOOD_DAYS, beside};

    #[tokio::test]
    async fn a_copy_made_before_a_migration_goes_after_seven_good_days_and_a_replaced_file_on_its_day() {
        let mut world = World::empty().await;
        let database = ledger::path_of(&mut world.conn).await.unwrap();
        let (copy, replaced) =
            (beside(&database, "before-15"), beside(&database, "replaced-until-2027-01-08"));
        std::fs::write(&copy, "old").unwrap();
        std::fs::write(&replaced, "older").unwrap();
        let mut due = world.now();
        for day in 1..=GOOD_DAYS {
            assert!(copy.exists(), "on day {day}");
            assert_eq!(replaced.exists(), day <= 5, "on day {day}");
            let now = due;
            due = run(&mut world.conn, now, now, 0).await.unwrap().unwrap();
            assert!(due > now && due - now <= Duration::days(1));
        }
        assert!(!copy.exists());
        let now = world.now();
        run(&mut world.conn, now, now, 0).await.unwrap();
        assert!(!world.dump().await.contains("kept_copy:"), "nothing is remembered of what is gone");
    }
}
