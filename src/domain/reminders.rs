//! When the bot asks about a task by itself: a day before it is due, and once on the day. Several at once become one
//! message, and what comes too late to be of use is let go (D14).

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;

use super::post::{DaySpan, PostKind};
use super::quiet::{Late, QuietHours};
use super::task::{Task, TaskState};
use super::zone;

/// The local hour of both reminders.
const HOUR: u32 = 9;

/// Where and when a programme's days begin.
#[derive(Debug, Clone, Copy)]
pub struct Hours {
    /// The hours in which it leaves people in peace.
    pub quiet: QuietHours,
    /// The zone its hours are counted in.
    pub zone: Tz,
}

/// A reminder to be posted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminder {
    /// [`PostKind::TaskReminder`] or [`PostKind::TaskDue`].
    pub kind: PostKind,
    /// The due days of the tasks that it is about.
    pub days: DaySpan,
    /// When it goes out.
    pub send_at: DateTime<Utc>,
    /// Of no use after.
    pub expires_at: Option<DateTime<Utc>>,
}

struct Moment {
    kind: PostKind,
    day: NaiveDate,
    planned: DateTime<Utc>,
    send_at: DateTime<Utc>,
}

fn moments(task: &Task, hours: Hours) -> Vec<Moment> {
    let Some(day) = task.due_on.filter(|_| task.state == TaskState::Open) else { return Vec::new() };
    let nine = NaiveTime::from_hms_opt(HOUR, 0, 0).unwrap_or_default();
    [(PostKind::TaskReminder, day.pred_opt()), (PostKind::TaskDue, Some(day))]
        .into_iter()
        .filter_map(|(kind, on)| {
            let planned = zone::to_utc(on?.and_time(nine), hours.zone);
            let send_at = kind.policy().send_at(planned, &hours.quiet, hours.zone);
            // A task that was given later than that is not asked about.
            (send_at > task.given_at).then_some(Moment { kind, day, planned, send_at })
        })
        .collect()
}

/// The next moment after `now` at which a reminder is due.
#[must_use]
pub fn next(tasks: &[Task], now: DateTime<Utc>, hours: Hours) -> Option<DateTime<Utc>> {
    tasks
        .iter()
        .flat_map(|task| moments(task, hours))
        .map(|moment| moment.send_at)
        .filter(|at| *at > now)
        .min()
}

/// Whether a task will be brought up the day before it is due.
#[must_use]
pub fn announces(task: &Task, now: DateTime<Utc>, hours: Hours) -> bool {
    moments(task, hours).iter().any(|moment| moment.kind == PostKind::TaskReminder && moment.send_at > now)
}

/// The reminders that have come due from `since` to `now`, at most one of each kind. After a downtime that ended at
/// night they wait for the morning.
#[must_use]
pub fn due(tasks: &[Task], since: DateTime<Utc>, now: DateTime<Utc>, hours: Hours) -> Vec<Reminder> {
    let send_at = hours.quiet.next_open(now, hours.zone);
    let mut reminders = Vec::new();
    for kind in [PostKind::TaskDue, PostKind::TaskReminder] {
        let policy = kind.policy();
        let expiry = |moment: &Moment| policy.expires_at(moment.planned, &hours.quiet, hours.zone);
        let due: Vec<Moment> = tasks
            .iter()
            .flat_map(|task| moments(task, hours))
            .filter(|moment| moment.kind == kind && (since..=now).contains(&moment.send_at))
            .filter(|moment| policy.late != Late::Drop || expiry(moment).is_none_or(|end| send_at < end))
            .collect();
        let days = || due.iter().map(|moment| moment.day);
        if let (Some(from), Some(to)) = (days().min(), days().max()) {
            let expires_at =
                if policy.late == Late::Drop { due.iter().filter_map(expiry).max() } else { None };
            reminders.push(Reminder { kind, days: DaySpan { from, to }, send_at, expires_at });
        }
    }
    reminders
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{PersonId, TandemId, TaskId};
    use chrono::NaiveDateTime;

    const BERLIN: Tz = Tz::Europe__Berlin;

    fn hours() -> Hours {
        let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
        Hours { quiet: QuietHours { from: at(19), to: at(8), weekends: false }, zone: BERLIN }
    }

    fn berlin(text: &str) -> DateTime<Utc> {
        zone::to_utc(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap(), BERLIN)
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn task(due: &str) -> Task {
        Task {
            id: TaskId(1),
            tandem: TandemId(1),
            number: 1,
            giver: PersonId(1),
            doer: PersonId(2),
            text: "x".into(),
            due_on: Some(day(due)),
            link: None,
            state: TaskState::Open,
            by_mark: false,
            note: None,
            given_at: berlin("2027-03-01 12:00"),
        }
    }

    fn seen(tasks: &[Task], since: &str, now: &str) -> Vec<(PostKind, NaiveDate, NaiveDate)> {
        due(tasks, berlin(since), berlin(now), hours())
            .iter()
            .map(|one| (one.kind, one.days.from, one.days.to))
            .collect()
    }

    #[test]
    fn a_task_is_brought_up_the_day_before_and_asked_about_on_the_day_at_nine() {
        let tasks = [task("2027-03-10")];
        let first = next(&tasks, berlin("2027-03-01 12:00"), hours()).unwrap();
        assert_eq!(first, berlin("2027-03-09 09:00"));
        let second = next(&tasks, first, hours()).unwrap();
        assert_eq!(second, berlin("2027-03-10 09:00"));
        assert_eq!(next(&tasks, second, hours()), None);
        let on = day("2027-03-10");
        assert_eq!(seen(&tasks, "2027-03-09 09:00", "2027-03-09 09:00"), [(PostKind::TaskReminder, on, on)]);
        assert_eq!(seen(&tasks, "2027-03-10 09:00", "2027-03-10 09:00"), [(PostKind::TaskDue, on, on)]);
    }

    #[test]
    fn nine_is_nine_on_both_sides_of_the_odd_nights() {
        for (due, expected) in
            [("2027-03-29", "2027-03-28T07:00:00Z"), ("2027-11-01", "2027-10-31T08:00:00Z")]
        {
            let at = next(&[task(due)], berlin("2027-03-02 00:00"), hours()).unwrap();
            assert_eq!(at, expected.parse::<DateTime<Utc>>().unwrap());
        }
    }

    #[test]
    fn quiet_hours_that_reach_beyond_nine_move_the_reminder_to_their_end() {
        let late = NaiveTime::from_hms_opt(10, 30, 0).unwrap();
        let hours = Hours { quiet: QuietHours { to: late, ..hours().quiet }, zone: BERLIN };
        let at = next(&[task("2027-03-10")], berlin("2027-03-01 12:00"), hours).unwrap();
        assert_eq!(at, berlin("2027-03-09 10:30"));
        assert_eq!(due(&[task("2027-03-10")], at, at, hours).len(), 1);
    }

    #[test]
    fn several_on_one_morning_become_one_message() {
        let tasks = [task("2027-03-10"), task("2027-03-10"), task("2027-03-10")];
        assert_eq!(seen(&tasks, "2027-03-09 09:00", "2027-03-09 09:00").len(), 1);
    }

    #[test]
    fn after_days_away_late_reminders_are_dropped_and_late_questions_become_one() {
        let tasks = [task("2027-03-08"), task("2027-03-10"), task("2027-03-11")];
        // Away from the 7th, when the first reminder came due, to the 11th at noon.
        assert_eq!(
            seen(&tasks, "2027-03-07 09:00", "2027-03-11 12:00"),
            [(PostKind::TaskDue, day("2027-03-08"), day("2027-03-11"))]
        );
    }

    #[test]
    fn coming_back_in_the_evening_disturbs_nobody_before_the_morning() {
        let back = berlin("2027-03-10 22:00");
        let reminders =
            due(&[task("2027-03-10"), task("2027-03-11")], berlin("2027-03-10 09:00"), back, hours());
        let [only] = reminders.as_slice() else { panic!("{reminders:?}") };
        assert_eq!(only.kind, PostKind::TaskDue);
        assert_eq!(only.send_at, berlin("2027-03-11 08:00"));
        assert_eq!(only.expires_at, None);
    }

    #[test]
    fn only_open_tasks_with_a_date_are_asked_about_and_none_that_was_given_later() {
        for state in [TaskState::Worked, TaskState::Stuck, TaskState::Cancelled] {
            let tasks = [Task { state, ..task("2027-03-10") }];
            assert_eq!(next(&tasks, berlin("2027-03-01 12:00"), hours()), None);
        }
        assert_eq!(
            next(&[Task { due_on: None, ..task("2027-03-10") }], berlin("2027-03-01 12:00"), hours()),
            None
        );
        let given = berlin("2027-03-09 10:00");
        let tasks = [Task { given_at: given, ..task("2027-03-10") }];
        assert_eq!(seen(&tasks, "2027-03-08 09:00", "2027-03-09 11:00"), []);
        assert!(!announces(&tasks[0], given, hours()));
        assert!(announces(&task("2027-03-10"), berlin("2027-03-08 10:00"), hours()));
    }
}
