//! The bot forgets what it keeps for an hour, interaction ids and owed replies, as soon as the hour is over (P4).

use chrono::{DateTime, Utc};

use crate::app::jobs;
use crate::store::replies::replies_forget;
use crate::store::{Conn, Result};

/// The name of its rows.
pub const NAME: &str = jobs::TIDY;

/// Forgets what has had its time.
///
/// # Errors
/// Those of the database.
pub async fn run(
    conn: &mut Conn,
    now: DateTime<Utc>,
    _due_at: DateTime<Utc>,
    _subject: i64,
) -> Result<Option<DateTime<Utc>>> {
    let next = replies_forget(conn, now).await?;
    // The next interaction puts the row back: a bot that nobody talks to writes nothing.
    Ok(next.map(|next| next.max(now + jobs::TIDY_LEAST)))
}

#[cfg(test)]
mod tests {
    use chrono::Duration;

    use crate::app::testing::{MENTEE, ROOM, World};
    use crate::domain::refusal::Refusal;
    use crate::scheduler;

    async fn ticks(world: &mut World) {
        let now = world.now();
        while scheduler::tick(&mut world.conn, now).await.unwrap() {}
    }

    #[tokio::test]
    async fn an_hour_later_nothing_tells_that_somebody_asked() {
        let mut world = World::new().await;
        let kept = |dump: String| dump.contains("seen_interaction:") || dump.contains("owed_reply:");
        for _ in 0..3 {
            let call = world.call(MENTEE, ROOM);
            let done = world.app.act(&call, |_| Box::pin(async { Ok(Ok::<_, Refusal>(1)) }));
            done.await.unwrap();
            world.pass(Duration::minutes(20));
            ticks(&mut world).await;
            assert!(kept(world.dump().await), "within the hour a repetition is known");
        }
        world.pass(Duration::minutes(40));
        ticks(&mut world).await;
        assert!(!kept(world.dump().await), "{}", world.dump().await);
    }
}
