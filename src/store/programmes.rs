//! Programmes and who is enrolled in them.

use chrono::{DateTime, Utc};
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use super::{Conn, Error, Result, at, day, ms, people, snowflake, unsnow};
use crate::domain::figures::period::{Grid, Length};
use crate::domain::ids::{ChannelId, GuildId, PersonId, ProgrammeId, RoleId, TandemId};
use crate::domain::programme::{Admission, Occasion, Phase, Programme, Role, Template};

fn programme(row: &SqliteRow) -> Result<Programme> {
    let time = |column| {
        chrono::NaiveTime::parse_from_str(row.get(column), "%H:%M").map_err(|_| Error::Unknown("time of day"))
    };
    let count = |column| u32::try_from(row.get::<i64, _>(column)).map_err(|_| Error::Unknown("number"));
    let channel = |column| row.get::<Option<i64>, _>(column).map(|id| ChannelId(unsnow(id)));
    Ok(Programme {
        id: ProgrammeId(row.get("id")),
        guild: GuildId(unsnow(row.get("guild_id"))),
        name: row.get("name"),
        template: Template::of(row.get("template")).ok_or(Error::Unknown("template"))?,
        phase: Phase::of(row.get("phase")).ok_or(Error::Unknown("phase"))?,
        language: people::language(row.get("language"))?,
        zone: row.get::<&str, _>("zone").parse().map_err(|_| Error::Unknown("time zone"))?,
        starts_on: day(row.get("starts_on"))?,
        ends_on: day(row.get("ends_on"))?,
        meetings: count("meetings")?,
        question_schedule: row.get("question_schedule"),
        digest_schedule: row.get("digest_schedule"),
        quiet_from: time("quiet_from")?,
        quiet_to: time("quiet_to")?,
        k: count("k")?,
        periods: periods(row)?,
        deletion_days: count("deletion_days")?,
        mentee_assigns: row.get("mentee_assigns"),
        sponsor: row.get("sponsor"),
        contact: row.get("contact"),
        card_channel: ChannelId(unsnow(row.get("card_channel"))),
        digest_channel: ChannelId(unsnow(row.get("digest_channel"))),
        practice_channel: channel("practice_channel"),
        aim: row.get("aim"),
        hours: count("hours")?,
        admission: Admission {
            least_months: row.get("least_months"),
            most_months: row.get("most_months"),
            role: row.get::<Option<i64>, _>("admission_role").map(|id| RoleId(unsnow(id))),
            approval: row.get("approval"),
        },
        mentor_favourites: row.get("mentor_favourites"),
        briefing_required: row.get("briefing_required"),
        rotation_weeks: row.get("rotation_weeks"),
        most_tandems: row.get("most_tandems"),
        lounge: row.get("lounge"),
        lounge_channel: channel("lounge_channel"),
        kickoff: occasion(row, "kickoff"),
        closing_event: occasion(row, "closing_event"),
        invite: row.get("invite"),
        closed_on: row.get::<Option<&str>, _>("closed_on").map(day).transpose()?,
    })
}

fn occasion(row: &SqliteRow, which: &str) -> Option<Occasion> {
    let column = |name| format!("{which}_{name}");
    let moment = at(row.get::<Option<i64>, _>(column("at").as_str())?);
    Some(Occasion {
        at: moment,
        place: row.get(column("place").as_str()),
        sequence: row.get(column("sequence").as_str()),
        changed_at: row.get::<Option<i64>, _>(column("changed_at").as_str()).map_or(moment, at),
        cancelled: row.get(column("cancelled").as_str()),
    })
}

fn periods(row: &SqliteRow) -> Result<Option<Grid>> {
    let columns = ("periods_from", "period_weeks", "periods_zone");
    let (Some(from), Some(weeks), Some(zone)) = (
        row.get::<Option<&str>, _>(columns.0),
        row.get::<Option<u32>, _>(columns.1),
        row.get::<Option<&str>, _>(columns.2),
    ) else {
        return Ok(None);
    };
    let length = Length::of_weeks(weeks).ok_or(Error::Unknown("length of a period"))?;
    let zone = zone.parse().map_err(|_| Error::Unknown("time zone"))?;
    Ok(Some(Grid::starting(day(from)?, length, zone)))
}

/// Adds a programme; its `id` is ignored and the new one returned. `None` when its name is taken on the server. Its
/// periods are laid down later, by [`programme_periods_fix`].
pub async fn programme_add(conn: &mut Conn, new: &Programme) -> Result<Option<ProgrammeId>> {
    let id: Option<i64> = sqlx::query_scalar(
        "INSERT INTO programme (guild_id, name, template, phase, language, zone, starts_on, ends_on, meetings,
             question_schedule, digest_schedule, quiet_from, quiet_to, k, deletion_days, mentee_assigns,
             card_channel, digest_channel)
         VALUES (?, ?, ?, ?, 'en', '', '', '', 1, '', '', '', '', 5, 1, 0, 0, 0)
         ON CONFLICT (guild_id, name) DO NOTHING RETURNING id",
    )
    .bind(snowflake(new.guild.0))
    .bind(&new.name)
    .bind(new.template.code())
    .bind(new.phase.code())
    .fetch_optional(&mut *conn)
    .await?;
    let Some(id) = id.map(ProgrammeId) else { return Ok(None) };
    programme_set(conn, &Programme { id, ..new.clone() }).await?;
    Ok(Some(id))
}

/// Stores every setting of a programme; `false`, and nothing is stored, when its name is taken on the server. Phase,
/// template and periods are not settings.
pub async fn programme_set(conn: &mut Conn, new: &Programme) -> Result<bool> {
    let mut query = sqlx::query(
        "UPDATE OR IGNORE programme SET name = ?, language = ?, zone = ?, starts_on = ?, ends_on = ?, meetings = ?,
             question_schedule = ?, digest_schedule = ?, quiet_from = ?, quiet_to = ?, k = ?, deletion_days = ?,
             mentee_assigns = ?, sponsor = ?, contact = ?, card_channel = ?, digest_channel = ?,
             practice_channel = ?, aim = ?, hours = ?, least_months = ?, most_months = ?, admission_role = ?,
             approval = ?, mentor_favourites = ?, briefing_required = ?, rotation_weeks = ?, most_tandems = ?,
             lounge = ?, lounge_channel = ?, kickoff_at = ?, kickoff_place = ?, kickoff_sequence = ?,
             kickoff_changed_at = ?, kickoff_cancelled = ?, closing_event_at = ?, closing_event_place = ?,
             closing_event_sequence = ?, closing_event_changed_at = ?, closing_event_cancelled = ?, invite = ?,
             closed_on = ?
         WHERE id = ?",
    )
    .bind(&new.name)
    .bind(new.language.code())
    .bind(new.zone.name())
    .bind(new.starts_on.to_string())
    .bind(new.ends_on.to_string())
    .bind(new.meetings)
    .bind(&new.question_schedule)
    .bind(&new.digest_schedule)
    .bind(new.quiet_from.format("%H:%M").to_string())
    .bind(new.quiet_to.format("%H:%M").to_string())
    .bind(new.k)
    .bind(new.deletion_days)
    .bind(new.mentee_assigns)
    .bind(&new.sponsor)
    .bind(&new.contact)
    .bind(snowflake(new.card_channel.0))
    .bind(snowflake(new.digest_channel.0))
    .bind(new.practice_channel.map(|id| snowflake(id.0)))
    .bind(&new.aim)
    .bind(new.hours)
    .bind(new.admission.least_months)
    .bind(new.admission.most_months)
    .bind(new.admission.role.map(|id| snowflake(id.0)))
    .bind(new.admission.approval)
    .bind(new.mentor_favourites)
    .bind(new.briefing_required)
    .bind(new.rotation_weeks)
    .bind(new.most_tandems)
    .bind(new.lounge)
    .bind(new.lounge_channel.map(|id| snowflake(id.0)));
    for occasion in [&new.kickoff, &new.closing_event] {
        let set = occasion.as_ref();
        query = query
            .bind(set.map(|one| ms(one.at)))
            .bind(set.map_or("", |one| &one.place))
            .bind(set.map_or(0, |one| one.sequence))
            .bind(set.map(|one| ms(one.changed_at)))
            .bind(set.is_some_and(|one| one.cancelled));
    }
    let closed_on = new.closed_on.map(|day| day.to_string());
    let done = query.bind(&new.invite).bind(closed_on).bind(new.id.0).execute(conn).await?;
    Ok(done.rows_affected() > 0)
}

/// All programmes of all servers, oldest first.
pub async fn programmes_all(conn: &mut Conn) -> Result<Vec<Programme>> {
    let rows = sqlx::query("SELECT * FROM programme ORDER BY id").fetch_all(conn).await?;
    rows.iter().map(programme).collect()
}

/// The programme of that number.
pub async fn programme_get(conn: &mut Conn, id: ProgrammeId) -> Result<Programme> {
    programme(&sqlx::query("SELECT * FROM programme WHERE id = ?").bind(id.0).fetch_one(conn).await?)
}

/// The programme of a tandem.
pub async fn programme_of(conn: &mut Conn, tandem: TandemId) -> Result<Programme> {
    let row = sqlx::query(
        "SELECT programme.* FROM programme JOIN tandem ON tandem.programme_id = programme.id WHERE tandem.id = ?",
    )
    .bind(tandem.0)
    .fetch_one(conn)
    .await?;
    programme(&row)
}

/// All programmes of a server, oldest first.
pub async fn programmes_of(conn: &mut Conn, guild: GuildId) -> Result<Vec<Programme>> {
    let rows = sqlx::query("SELECT * FROM programme WHERE guild_id = ? ORDER BY id")
        .bind(snowflake(guild.0))
        .fetch_all(conn)
        .await?;
    rows.iter().map(programme).collect()
}

/// Moves a programme to a phase.
pub async fn programme_phase_set(conn: &mut Conn, id: ProgrammeId, phase: Phase) -> Result<()> {
    sqlx::query("UPDATE programme SET phase = ? WHERE id = ?")
        .bind(phase.code())
        .bind(id.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// Programmes of a server whose digests go into one channel send them into another one from now on.
pub async fn programmes_digest_move(
    conn: &mut Conn,
    guild: GuildId,
    from: ChannelId,
    to: ChannelId,
) -> Result<()> {
    sqlx::query("UPDATE programme SET digest_channel = ? WHERE guild_id = ? AND digest_channel = ?")
        .bind(snowflake(to.0))
        .bind(snowflake(guild.0))
        .bind(snowflake(from.0))
        .execute(conn)
        .await?;
    Ok(())
}

/// Lays down the programme's periods, unless they are; the ones that hold are returned (P7).
pub async fn programme_periods_fix(conn: &mut Conn, id: ProgrammeId, grid: &Grid) -> Result<Grid> {
    sqlx::query(
        "UPDATE programme SET period_weeks = ?, periods_from = ?, periods_zone = ?
         WHERE id = ? AND periods_from IS NULL",
    )
    .bind(grid.length().weeks())
    .bind(grid.first_day().to_string())
    .bind(grid.zone().name())
    .bind(id.0)
    .execute(&mut *conn)
    .await?;
    Ok(programme_get(conn, id).await?.periods.unwrap_or(*grid))
}

/// Enrols and approves a person; whoever is enrolled in the other role becomes both.
pub async fn enrolment_approve(
    conn: &mut Conn,
    programme: ProgrammeId,
    person: PersonId,
    role: Role,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO enrolment (programme_id, person_id, role, state) VALUES (?1, ?2, ?3, 'approved')
         ON CONFLICT (programme_id, person_id) DO UPDATE SET state = 'approved', provisional = 0,
             role = CASE WHEN role = ?3 THEN role ELSE 'both' END",
    )
    .bind(programme.0)
    .bind(person.0)
    .bind(role.code())
    .execute(conn)
    .await?;
    Ok(())
}

/// Whether the person waits for, or is free for, a new partner.
pub async fn enrolment_available_set(
    conn: &mut Conn,
    programme: ProgrammeId,
    person: PersonId,
    available: bool,
) -> Result<()> {
    sqlx::query("UPDATE enrolment SET available = ? WHERE programme_id = ? AND person_id = ?")
        .bind(available)
        .bind(programme.0)
        .bind(person.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// How somebody is enrolled in a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about somebody")]
pub struct Enrolment {
    /// Who.
    pub person: PersonId,
    /// As what.
    pub role: Role,
    /// Approved, or waiting for it.
    pub approved: bool,
    /// Whether they would take a new partner; stop, break and silence are one state (P3).
    pub available: bool,
    /// Whether they were not found on the server.
    pub gone: bool,
    /// Whether it came with a pair proposed by hand that has no result yet.
    pub provisional: bool,
}

impl Enrolment {
    /// Whether somebody may be proposed to them.
    #[must_use]
    pub const fn takes_partner(&self) -> bool {
        self.approved && self.available && !self.gone
    }
}

/// Everybody enrolled in a programme, by their number.
pub async fn enrolments_of(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<Enrolment>> {
    let rows = sqlx::query(
        "SELECT enrolment.*, person.gone FROM enrolment JOIN person ON person.id = enrolment.person_id
         WHERE programme_id = ? ORDER BY person_id",
    )
    .bind(programme.0)
    .fetch_all(conn)
    .await?;
    rows.iter()
        .map(|row| {
            Ok(Enrolment {
                person: PersonId(row.get("person_id")),
                role: Role::of(row.get("role")).ok_or(Error::Unknown("role"))?,
                approved: row.get::<&str, _>("state") == "approved",
                available: row.get("available"),
                gone: row.get("gone"),
                provisional: row.get("provisional"),
            })
        })
        .collect()
}

/// The programmes somebody is enrolled in, oldest first.
pub async fn programmes_with(conn: &mut Conn, person: PersonId) -> Result<Vec<Programme>> {
    let rows = sqlx::query(
        "SELECT programme.* FROM programme JOIN enrolment ON enrolment.programme_id = programme.id
         WHERE enrolment.person_id = ? AND enrolment.state = 'approved' ORDER BY programme.id",
    )
    .bind(person.0)
    .fetch_all(conn)
    .await?;
    rows.iter().map(programme).collect()
}

/// Whether something that is told only once was told.
pub async fn was_told(conn: &mut Conn, programme: ProgrammeId, what: &str) -> Result<bool> {
    Ok(sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM told_once WHERE programme_id = ? AND what = ?)")
        .bind(programme.0)
        .bind(what)
        .fetch_one(conn)
        .await?)
}

/// Notes that something is told that is told only once; `false` when it was told before.
pub async fn told_once(conn: &mut Conn, programme: ProgrammeId, what: &str) -> Result<bool> {
    let done = sqlx::query("INSERT INTO told_once (programme_id, what) VALUES (?, ?) ON CONFLICT DO NOTHING")
        .bind(programme.0)
        .bind(what)
        .execute(conn)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// Something that is told only once may be told once more; `false` when it was not told.
pub async fn told_forget(conn: &mut Conn, programme: ProgrammeId, what: &str) -> Result<bool> {
    let done = sqlx::query("DELETE FROM told_once WHERE programme_id = ? AND what = ?")
        .bind(programme.0)
        .bind(what)
        .execute(conn)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// When something that is told again and again was told last, or will be: `what` is its name.
pub async fn told_last(conn: &mut Conn, programme: ProgrammeId, what: &str) -> Result<Option<DateTime<Utc>>> {
    let told: Vec<String> = sqlx::query_scalar(
        "SELECT substr(what, length(?2) + 1) FROM told_once WHERE programme_id = ?1 AND substr(what, 1, length(?2)) = ?2",
    )
    .bind(programme.0)
    .bind(format!("{what}@"))
    .fetch_all(conn)
    .await?;
    Ok(told.iter().filter_map(|moment| moment.parse().ok()).map(at).max())
}

/// Notes when something that is told again and again is told; the moment before is forgotten.
pub async fn told_last_set(
    conn: &mut Conn,
    programme: ProgrammeId,
    what: &str,
    moment: DateTime<Utc>,
) -> Result<()> {
    let name = format!("{what}@");
    sqlx::query("DELETE FROM told_once WHERE programme_id = ?1 AND substr(what, 1, length(?2)) = ?2")
        .bind(programme.0)
        .bind(&name)
        .execute(&mut *conn)
        .await?;
    told_once(conn, programme, &format!("{name}{}", ms(moment))).await?;
    Ok(())
}
