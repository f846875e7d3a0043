//! The programme's channel says that something waits under *My place*: seldom, and for nobody in particular.

use chrono::{DateTime, Days, Duration, NaiveTime, Utc};

use crate::app::effect::{NewPost, Place, post_queue};
use crate::domain::post::PostKind;
use crate::domain::programme::Programme;
use crate::domain::quiet::QuietHours;
use crate::domain::zone;
use crate::store::{Conn, Result, programmes};

/// Under this name it is noted when the programme's channel was told last that something waits.
const SOMETHING_WAITS: &str = "something-waits";
/// What comes so shortly after the post was there before most have read it: a coordinator admits one after another.
const COVERED: Duration = Duration::minutes(10);
/// The hour at which the channel is told of what came after its post of the day before.
const MORNING: NaiveTime = match NaiveTime::from_hms_opt(9, 0, 0) {
    Some(hour) => hour,
    None => NaiveTime::MIN,
};

/// Says in the programme's channel that something waits under *My place*: at most once a day, after the quiet hours,
/// and naming nobody (decision: two names in one post would tell the pairing). What comes after the post of the day is told
/// on the next morning, so that nobody has to find it by chance.
pub(in crate::app) async fn announce(
    conn: &mut Conn,
    programme: &Programme,
    now: DateTime<Utc>,
) -> Result<()> {
    let last = programmes::told_last(conn, programme.id, SOMETHING_WAITS).await?;
    let Some(due_at) = tells_at(last, programme, now) else { return Ok(()) };
    programmes::told_last_set(conn, programme.id, SOMETHING_WAITS, due_at).await?;
    let post = NewPost {
        programme: programme.id,
        place: Place::Channel(programme.card_channel),
        kind: PostKind::SomethingWaits,
        subject: programme.id.0,
        due_at,
        expires_at: Some(due_at + Duration::days(2)),
        seeds: &[],
        pinned: false,
    };
    post_queue(conn, &post).await?;
    Ok(())
}

/// When the channel is told of what begins to wait now; `None`, when the latest post tells it.
fn tells_at(last: Option<DateTime<Utc>>, programme: &Programme, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    if last.is_some_and(|last| now <= last + COVERED) {
        return None;
    }
    let quiet = QuietHours { from: programme.quiet_from, to: programme.quiet_to, weekends: false };
    let due_at = quiet.next_open(now, programme.zone);
    let day = |at| zone::to_local(at, programme.zone).date();
    let Some(last) = last.filter(|last| day(*last) == day(due_at)) else { return Some(due_at) };
    let tomorrow = day(last).checked_add_days(Days::new(1))?;
    Some(quiet.next_open(zone::to_utc(tomorrow.and_time(MORNING), programme.zone), programme.zone))
}
