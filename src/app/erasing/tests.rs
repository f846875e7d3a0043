use chrono::Duration;

use super::*;
use crate::app::testing::{LOBBY, World};
use crate::domain::ids::{ChannelId, PersonId, TandemId};
use crate::domain::inventory::{Rows, TABLES};
use crate::domain::programme::Role;
use crate::domain::task::TaskState;
use crate::scheduler::restore;
use crate::store::inventory::schema;
use crate::store::{backup, enrolments, exec_for_test};

/// Accounts as Discord numbers them, so that a search for their bytes means something.
pub(super) const VERA: UserId = UserId(1_093_847_561_029_384_756);
const ULRICH: UserId = UserId(1_120_394_857_610_293_847);
const THEIRS: ChannelId = ChannelId(1_130_000_000_000_000_077);
/// Everything Vera wrote has this in it, and nothing else has.
pub(super) const CANARY: &str = "kanarienvogel";
/// And this is Ulrich's.
pub(super) const HIS: &str = "ulrichs-eigene-worte";

/// A tandem in which both have left words of every kind.
pub(super) async fn lived_in() -> (World, TandemId, PersonId, PersonId) {
    let mut world = World::new().await;
    let id = world.tandem(VERA, ULRICH, THEIRS).await;
    let tandem = tandems::tandem_get(&mut world.conn, id).await.unwrap();
    let (vera, ulrich) = (tandem.mentor, tandem.mentee);
    let (t, v, u, p) = (id.0, vera.0, ulrich.0, world.programme.id.0);
    let now = world.now().timestamp_millis();
    for sql in [
        format!("INSERT INTO task (tandem_id, number, giver_id, doer_id, text, link, state, note, given_at) VALUES
            ({t}, 1, {v}, {u}, '{CANARY} task', 'https://{CANARY}.example', 'worked', '{HIS} note', {now}),
            ({t}, 2, {u}, {v}, '{HIS} task', NULL, 'stuck', '{CANARY} note', {now})"),
        format!("INSERT INTO rating (programme_id, person_id, value, given_at) VALUES ({p}, {v}, 4, {now}), ({p}, {u}, 5, {now})"),
        format!("INSERT INTO consent (person_id, document, version) VALUES ({v}, 'notice', 1), ({u}, 'notice', 1)"),
        format!("INSERT INTO wish (enrolment_id, what, words) SELECT id, 'learn', '{CANARY} wish' FROM enrolment WHERE person_id = {v}"),
        format!("INSERT INTO wish (enrolment_id, what, words) SELECT id, 'digital', '{HIS} wish' FROM enrolment WHERE person_id = {u}"),
        format!("INSERT INTO remark (programme_id, person_id, text) VALUES ({p}, {v}, '{CANARY} remark')"),
        format!("INSERT INTO support_call (programme_id, tandem_id, asked_at, reader, person_id, text) VALUES ({p}, {t}, {now}, 'coach', {v}, '{CANARY} call')"),
        format!("INSERT INTO meeting (id, tandem_id, starts_at, minutes, place, mentor_ok, mentee_ok, planned_at, changed_at, held_at)
            VALUES (900, {t}, {now}, 60, '{CANARY} place', 1, 1, {now}, {now}, {now})"),
        format!("INSERT INTO topic (tandem_id, after_meeting, words) VALUES ({t}, 900, '{CANARY} topic')"),
        format!("INSERT INTO point (tandem_id, author_id, words) VALUES ({t}, {v}, '{CANARY} point'), ({t}, {u}, '{HIS} point')"),
        format!("INSERT INTO practice (id, programme_id, tandem_id, kind, state, text, deadline, named)
            VALUES (901, {p}, {t}, 'tip', 'released', '{CANARY} practice', {now}, 1)"),
        format!("INSERT INTO practice_file (practice_id, name, bytes) VALUES (901, 'tip.txt', CAST('{CANARY} file' AS BLOB))"),
        format!("INSERT INTO proposal (programme_id, mentor_id, mentee_id, deadline, state, mentor_answer)
            SELECT {p}, {v}, mentee_id, {now}, 'open', 1 FROM tandem WHERE id = 1"),
        format!("INSERT INTO post (id, kind, tandem_id, subject, channel_id, message_id) VALUES
            (910, 'task-card', {t}, (SELECT id FROM task WHERE number = 1 AND tandem_id = {t}), {c}, 111),
            (911, 'task-card', {t}, (SELECT id FROM task WHERE number = 2 AND tandem_id = {t}), {c}, 112),
            (912, 'agenda', {t}, 900, {c}, 113), (913, 'practice', NULL, 901, {l}, 114)", c = THEIRS.0, l = LOBBY.0),
        format!("INSERT INTO mark (post_id, person_id, emoji) VALUES (910, {v}, '✅'), (910, {u}, '✅')"),
        format!("UPDATE person SET direct = 'on', direct_channel = 1140000000000000099 WHERE id = {v}"),
    ] {
        exec_for_test(&mut world.conn, &sql).await.unwrap_or_else(|error| panic!("{error}: {sql}"));
    }
    whole_life(&mut world, id, vera, ulrich).await;
    (world, id, vera, ulrich)
}

/// What a whole programme leaves of the two besides: how they enrolled, met, were paired and looked back.
async fn whole_life(world: &mut World, tandem: TandemId, vera: PersonId, ulrich: PersonId) {
    let (t, v, u, p) = (tandem.0, vera.0, ulrich.0, world.programme.id.0);
    let (one, other) = (v.min(u), v.max(u));
    let (account, now) = (VERA.0, world.now().timestamp_millis());
    let of = |person: i64| format!("FROM enrolment WHERE person_id = {person}");
    for sql in [
        format!(
            "INSERT INTO profile (enrolment_id, department, organisation, line)
            SELECT id, '{CANARY} department', '{CANARY} organisation', '{CANARY} line' {}",
            of(v)
        ),
        format!("INSERT INTO profile (enrolment_id, department) SELECT id, '{HIS} department' {}", of(u)),
        format!("INSERT INTO profile_topic SELECT id, '{CANARY} topic' {}", of(v)),
        format!("INSERT INTO briefing SELECT id, 'mentor' {}", of(v)),
        format!("INSERT INTO rather_not SELECT id, {} {}", ULRICH.0, of(v)),
        // No foreign key says that these are about Vera.
        format!("INSERT INTO rather_not SELECT id, {account} {}", of(u)),
        format!("INSERT INTO draft VALUES ({p}, {account}, '{CANARY} draft', {now})"),
        format!(
            "INSERT INTO invitation (programme_id, user_id, department, organisation, line, until)
            VALUES ({p}, {account}, '{CANARY} department', '{CANARY} organisation', '{CANARY} line', {now})"
        ),
        format!("INSERT INTO turned_down VALUES ({p}, {account}, {now})"),
        format!("INSERT INTO favourite VALUES ({p}, {v}, {u}, 1), ({p}, {u}, {v}, 1)"),
        format!("INSERT INTO match_round (id, programme_id, state) VALUES (920, {p}, 'plan')"),
        format!("INSERT INTO match_pair VALUES (920, {v}, {u})"),
        format!("INSERT INTO match_lock (programme_id, mentor_id, mentee_id) VALUES ({p}, {v}, {u})"),
        format!("INSERT INTO match_bar (programme_id, one_id, other_id) VALUES ({p}, {one}, {other})"),
        format!("INSERT INTO lounge_member VALUES ({p}, {v})"),
        format!(
            "INSERT INTO survey (id, programme_id, kind, state, apart, opens_at, closes_at)
            VALUES (930, {p}, 'interim', 'open', 1, {now}, {now})"
        ),
        format!("INSERT INTO survey_sheet VALUES (930, {v}, 'mentor', '{{\"1\": 4}}')"),
        format!(
            "INSERT INTO look_back VALUES ({t}, 'half', '{CANARY} worked', '{CANARY} learned', '{CANARY} changes')"
        ),
        format!("INSERT INTO stay_question VALUES ({t}, {now}, 1, 0)"),
        format!(
            "INSERT INTO sitting (id, programme_id, number, starts_at, state) VALUES (940, {p}, 1, {now}, 'over')"
        ),
        "INSERT INTO sitting_space (id, sitting_id, number) VALUES (941, 940, 1)".to_owned(),
        format!("INSERT INTO sitting_guest VALUES (940, {v}, 941, 0, 1)"),
        format!("INSERT INTO encounter VALUES (940, 1, 941, {one}, {other}, 1)"),
        format!("INSERT INTO sitting_absent VALUES ({p}, {v})"),
    ] {
        exec_for_test(&mut world.conn, &sql).await.unwrap_or_else(|error| panic!("{error}: {sql}"));
    }
}

async fn delete(world: &mut World, who: UserId) -> Decision<()> {
    let (call, asked) = (world.call(who, LOBBY), world.call(who, LOBBY));
    // As in life: through the door, in one savepoint.
    let acted =
        world.app.act_untraced(&asked, move |conn| Box::pin(async move { delete_me(conn, &call).await }));
    match acted.await.unwrap() {
        super::super::Acted::Decided { decision, .. } => decision,
        super::super::Acted::Repeated => panic!("repeated"),
    }
}

/// What is searched for in the raw bytes: words, and the account's number as text and as SQLite and machines store it.
fn traces() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("the words", CANARY.as_bytes().to_vec()),
        ("the number in decimal", VERA.to_string().into_bytes()),
        ("the number as SQLite stores it", VERA.0.to_be_bytes().to_vec()),
        ("the number as machines store it", VERA.0.to_le_bytes().to_vec()),
        ("the channel of direct messages", 1_140_000_000_000_000_099_u64.to_be_bytes().to_vec()),
    ]
}

#[tokio::test]
async fn whoever_has_everything_deleted_is_nowhere_in_the_file_nor_in_its_log() {
    let (mut world, ..) = lived_in().await;
    for (what, bytes) in
        traces().into_iter().filter(|(what, _)| !what.contains("decimal") && !what.contains("machines"))
    {
        assert!(world.file_holds(&bytes), "{what}: the search finds nothing even before");
    }
    delete(&mut world, VERA).await.unwrap();
    world.app.store.scour().await.unwrap();
    for (what, bytes) in traces() {
        assert!(!world.file_holds(&bytes), "{what}");
    }
    assert!(world.file_holds(HIS.as_bytes()), "the partner's words stay");
}

#[tokio::test]
async fn after_a_deletion_no_column_of_any_table_names_the_person() {
    let (mut world, _, vera, _) = lived_in().await;
    let full = world.dump().await;
    for entry in TABLES.iter().filter(|entry| match entry.rows {
        Rows::Nobody | Rows::Tandem(_) => false,
        Rows::Under(_, above) => above == "enrolment",
        _ => true,
    }) {
        let filled = full.lines().any(|line| line.starts_with(&format!("{}: ", entry.name)));
        assert!(filled, "{}: nothing is there to be erased", entry.name);
    }
    delete(&mut world, VERA).await.unwrap();
    for (name, found) in schema(&mut world.conn).await.unwrap() {
        for column in found.references.iter().filter(|one| one.table == "person") {
            let sql = format!("DELETE FROM \"{name}\" WHERE \"{}\" = {}", column.column, vera.0);
            let before = world.dump().await;
            exec_for_test(&mut world.conn, &sql).await.unwrap();
            assert_eq!(before, world.dump().await, "{name}.{}", column.column);
        }
    }
    let dump = world.dump().await;
    assert!(!dump.contains(CANARY) && !dump.contains(&VERA.to_string()), "{dump}");
    assert!(!dump.contains("mentor_stays=1"), "what she said about staying: {dump}");
    assert!(dump.contains("support_call") == dump.contains("support_call: "), "a table of that name");
}

#[tokio::test]
async fn the_partner_reads_a_goodbye_and_keeps_what_is_theirs() {
    let (mut world, id, _, ulrich) = lived_in().await;
    delete(&mut world, VERA).await.unwrap();
    let tandem = tandems::tandem_get(&mut world.conn, id).await.unwrap();
    assert_eq!((tandem.state, tandem.mentee), (TandemState::Ended, ulrich));
    assert!(crate::domain::person::is_gone(world.user(tandem.mentor).await), "nobody stands there");
    let kept = tasks::tasks_of(&mut world.conn, id).await.unwrap();
    let told: Vec<_> =
        kept.iter().map(|task| (task.number, task.state, task.text.as_str(), task.note.as_deref())).collect();
    assert_eq!(
        told,
        [
            (1, TaskState::Worked, "", Some("ulrichs-eigene-worte note")),
            (2, TaskState::Stuck, "ulrichs-eigene-worte task", None)
        ]
    );
    let outbox: Vec<_> = world.outbox().await.into_iter().map(|(_, effect, _)| effect).collect();
    let goodbye = posts::post_about(&mut world.conn, PostKind::Goodbye, id.0).await.unwrap().unwrap();
    assert!(outbox.contains(&Effect::Post { post: goodbye.id }), "{outbox:?}");
    for gone in [910, 912, 913] {
        assert!(outbox.contains(&Effect::PostDelete { post: PostId(gone) }), "{gone} in {outbox:?}");
    }
    assert!(
        outbox.contains(&Effect::Edit { post: PostId(911) }),
        "the card of the partner's own task: {outbox:?}"
    );
    assert!(outbox.contains(&Effect::RoomClose { tandem: id }), "{outbox:?}");
}

#[tokio::test]
async fn an_open_proposal_lapses_for_the_other_one_and_the_tandems_of_others_are_untouched() {
    let (mut world, ..) = lived_in().await;
    let other = tandems::tandem_get(&mut world.conn, TandemId(1)).await.unwrap();
    delete(&mut world, VERA).await.unwrap();
    assert!(proposals::proposals_open(&mut world.conn, world.programme.id).await.unwrap().is_empty());
    assert_eq!(tandems::tandem_get(&mut world.conn, TandemId(1)).await.unwrap(), other);
    let me = people::person_get(&mut world.conn, other.mentee).await.unwrap();
    let now = world.now();
    let place = super::super::place::of(&mut world.conn, me, now).await.unwrap();
    assert!(place.proposals.is_empty(), "{place:?}");
    let dump = world.dump().await;
    let lapsed = dump.lines().filter(|line| line.starts_with("proposal:") && line.contains("state='lapsed'"));
    assert_eq!(lapsed.count(), 1, "it did not come about, and that is all: {dump}");
}

#[tokio::test]
async fn whoever_was_deleted_is_a_stranger_and_may_come_again_as_somebody_new() {
    let (mut world, id, ..) = lived_in().await;
    delete(&mut world, VERA).await.unwrap();
    assert!(
        matches!(delete(&mut world, VERA).await, Err(Refusal::NothingStored)),
        "there is nothing left to delete"
    );
    let anew = world.person(VERA).await;
    assert!(tandems::tandems_of(&mut world.conn, anew.id).await.unwrap().is_empty());
    // Both of a tandem may go.
    delete(&mut world, ULRICH).await.unwrap();
    let tandem = tandems::tandem_get(&mut world.conn, id).await.unwrap();
    assert_ne!(tandem.mentor, tandem.mentee);
    assert!(!world.dump().await.contains(HIS));
}

#[tokio::test]
async fn a_backup_from_before_a_deletion_makes_up_for_it_before_it_is_used() {
    let (mut world, ..) = lived_in().await;
    let database = ledger::path_of(&mut world.conn).await.unwrap();
    let copy = database.with_file_name("backup.db");
    let now = world.now();
    backup::backup(&database, &copy, now, |_| ()).await.unwrap();
    delete(&mut world, VERA).await.unwrap();
    let described = backup::describe(&copy, &database).await.unwrap();
    assert_eq!((described.made_at, described.missed), (Some(now), 1));
    world.app.store.close().await;
    let incoming = backup::Incoming::bring(&copy, &database).await.unwrap();
    let mut conn = incoming.conn().await.unwrap();
    assert!(crate::store::dump_for_test(&mut conn).await.unwrap().contains(CANARY), "the backup holds it");
    let settled = restore::settle(&mut conn, now + Duration::hours(1)).await.unwrap();
    assert_eq!(settled.erasures, 1, "before it is put in its place, and before any bot starts with it");
    let dump = crate::store::dump_for_test(&mut conn).await.unwrap();
    assert!(!dump.contains(CANARY) && !dump.contains(&VERA.to_string()) && dump.contains(HIS), "{dump}");
    assert_eq!(make_up(&mut conn, now).await.unwrap(), 0, "once is enough");
}

#[tokio::test]
async fn of_an_erased_programme_only_totals_remain() {
    let (mut world, ..) = lived_in().await;
    let (id, mut now) = (world.programme.id, world.now());
    exec_for_test(&mut world.conn, "INSERT INTO release_period VALUES (1, 1, '2027-01-04', '2027-01-31')")
        .await
        .unwrap();
    exec_for_test(&mut world.conn, "INSERT INTO release_cell VALUES (1, 1, 'tasks', '{}')").await.unwrap();
    exec_for_test(&mut world.conn, "INSERT INTO told_once VALUES (1, 'questions-out:2')").await.unwrap();
    // Whoever waited for a coordinator did not take part.
    let waits = world.person(UserId(77)).await.id;
    enrolments::enrolment_add(&mut world.conn, id, waits, Role::Mentor, false).await.unwrap();
    programmes::programme_phase_set(&mut world.conn, id, Phase::Erased).await.unwrap();
    for (post, kind, subject) in [(950, "programme-card", 1), (951, "kickoff", 1), (952, "announcement", 5)] {
        let sql = format!("INSERT INTO post VALUES ({post}, '{kind}', NULL, {subject}, 21, 99{post})");
        exec_for_test(&mut world.conn, &sql).await.unwrap();
    }
    let announced = "INSERT INTO announcement (id, programme_id, target, words, sent, drafted_at)
        VALUES (5, 1, 'all', 'Coffee', 1, 0)";
    exec_for_test(&mut world.conn, announced).await.unwrap();
    programme_begin(&mut world.conn, id, now).await.unwrap();
    let later = programme(&mut world.conn, id, now).await.unwrap();
    assert_eq!(later, Some(now + LOOK_EVERY), "its rooms go first");
    assert!(world.dump().await.contains(CANARY), "nothing goes before its room does");
    let outbox: Vec<_> = world.outbox().await.into_iter().map(|(_, effect, _)| effect).collect();
    assert!(outbox.contains(&Effect::RoomDelete { tandem: TandemId(2) }), "{outbox:?}");
    assert!(
        outbox.contains(&Effect::PostDelete { post: PostId(913) }),
        "what names its authors in public: {outbox:?}"
    );
    for post in [950, 951, 952] {
        assert!(
            outbox.contains(&Effect::PostDelete { post: PostId(post) }),
            "it names the contact: {outbox:?}"
        );
    }
    exec_for_test(&mut world.conn, "UPDATE tandem SET state = 'gone'; UPDATE post SET message_id = NULL")
        .await
        .unwrap();
    now += LOOK_EVERY;
    assert_eq!(programme(&mut world.conn, id, now).await.unwrap(), None);
    world.app.store.scour().await.unwrap();
    for (what, bytes) in traces() {
        assert!(!world.file_holds(&bytes), "{what}");
    }
    let dump = world.dump().await;
    assert!(!dump.contains(HIS) && !dump.contains("person:") && !dump.contains("tandem:"), "{dump}");
    for kind in ["programme-card", "kickoff", "announcement"] {
        assert!(!dump.contains(&format!("kind='{kind}'")), "{kind} in {dump}");
    }
    assert!(!dump.contains("told_once:"), "which tandem was told what: {dump}");
    for total in ["fact='mentors' value=2", "fact='begun' value=2", "release_cell: programme_id=1"] {
        assert!(dump.contains(total), "{total} in {dump}");
    }
}

#[tokio::test]
async fn rooms_that_cannot_be_deleted_do_not_keep_a_programmes_data_for_ever() {
    let (mut world, ..) = lived_in().await;
    let id = world.programme.id;
    programmes::programme_phase_set(&mut world.conn, id, Phase::Erased).await.unwrap();
    let over = over(&world.programme) + ROOMS_WITHIN;
    assert!(programme(&mut world.conn, id, over - Duration::hours(1)).await.unwrap().is_some());
    assert_eq!(programme(&mut world.conn, id, over).await.unwrap(), None);
    assert!(!world.dump().await.contains(CANARY));
}

#[tokio::test]
async fn a_closed_programme_is_erased_by_itself_when_its_deletion_period_is_over() {
    let (mut world, ..) = lived_in().await;
    let (start, now) = (world.programme.clone(), world.now());
    phase::enter(&mut world.conn, &start, Phase::Closed, now).await.unwrap();
    let due = crate::store::jobs::job_at(&mut world.conn, jobs::ERASE_PROGRAMME, start.id.0)
        .await
        .unwrap()
        .unwrap();
    assert_eq!((due - now).num_days(), i64::from(start.deletion_days) - 1, "90 days from midnight on");
    assert_eq!(programme(&mut world.conn, start.id, now).await.unwrap(), Some(due), "not before");
    let later = programme(&mut world.conn, start.id, due).await.unwrap();
    assert_eq!(later, Some(due + LOOK_EVERY));
    assert_eq!(programmes::programme_get(&mut world.conn, start.id).await.unwrap().phase, Phase::Erased);
    assert_eq!(programme(&mut world.conn, start.id, due + ROOMS_WITHIN).await.unwrap(), None);
    assert!(!world.dump().await.contains(CANARY));
}
