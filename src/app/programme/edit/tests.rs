use super::*;
use crate::app::testing::{COORDINATORS, DIGEST, LOBBY, MENTOR, World};
use crate::domain::ids::{ChannelId, GuildId};

async fn try_edit(world: &mut World, change: Change) -> Decision<ProgrammeId> {
    let (call, programme) = (world.call(MENTOR, LOBBY), world.programme.id);
    let done = edit(&mut world.conn, &call, &[COORDINATORS], programme, change).await.unwrap();
    world.programme = programmes::programme_get(&mut world.conn, programme).await.unwrap();
    done
}

fn written(settings: &[(Setting, &str)]) -> Change {
    Change::Written(settings.iter().map(|(setting, words)| (*setting, (*words).to_owned())).collect())
}

/// What can only be switched off.
const GIVEN_UP: [Switch; 2] = [Switch::AdmissionRole, Switch::PracticeChannel];

#[tokio::test]
async fn every_setting_that_is_written_can_be_changed_and_reads_back_as_it_was_understood() {
    let mut world = World::empty().await;
    let values = [
        (Setting::Name, "Winter"),
        (Setting::Aim, "Digital tools for everybody."),
        (Setting::Sponsor, "It matters."),
        (Setting::Contact, "Carla, 4711"),
        (Setting::Zone, "Europe/Vienna"),
        (Setting::Start, "2027-02-01"),
        (Setting::End, "2027-08-02"),
        (Setting::Meetings, "8"),
        (Setting::Hours, "5"),
        (Setting::Questions, "0 10 8-14 * Tue"),
        (Setting::Digest, "15 7 * * Fri"),
        (Setting::Quiet, "18:00-08:00"),
        (Setting::K, "8"),
        (Setting::Deletion, "30"),
        (Setting::LeastMonths, "6"),
        (Setting::MostMonths, "18"),
        (Setting::MostTandems, "12"),
        (Setting::Rotation, "10"),
        (Setting::Invite, "https://intranet.example/mentoring"),
    ];
    assert_eq!(values.len(), Setting::ALL.len(), "a new setting wants its line here");
    for (setting, words) in values {
        assert!(try_edit(&mut world, written(&[(setting, words)])).await.is_ok(), "{}", setting.code());
        assert_eq!(settings::written(&world.programme, setting), words);
        if setting.may_be_empty() {
            try_edit(&mut world, written(&[(setting, "")])).await.unwrap();
            assert_eq!(settings::written(&world.programme, setting), "", "{}", setting.code());
        }
    }
    for switch in Switch::ALL.iter().filter(|switch| !GIVEN_UP.contains(switch)) {
        let was = switch.is_on(&world.programme);
        try_edit(&mut world, Change::Switched(*switch)).await.unwrap();
        let language = matches!(switch, Switch::English | Switch::German | Switch::GermanFormal);
        assert_eq!(switch.is_on(&world.programme), language || !was, "{}", switch.code());
    }
}

#[tokio::test]
async fn what_cannot_be_is_refused_as_when_it_is_created_and_changes_nothing() {
    let mut world = World::empty().await;
    let mut second = world.programme.clone();
    second.name = "2027".into();
    programmes::programme_add(&mut world.conn, &second).await.unwrap().unwrap();
    try_edit(&mut world, written(&[(Setting::K, "9")])).await.unwrap();
    let before = world.dump().await;
    for (change, refusal) in [
        (written(&[(Setting::Name, "2027")]), Refusal::NameTaken),
        (written(&[(Setting::Name, "")]), Refusal::TextLength { max: 80 }),
        (written(&[(Setting::K, "8")]), Refusal::LowerK { k: 9 }),
        (written(&[(Setting::K, "4")]), Refusal::SmallK),
        (written(&[(Setting::Aim, "Better"), (Setting::End, "2026-01-01")]), Refusal::PastDate),
        (written(&[(Setting::Questions, "0 9 30 2 *")]), Refusal::NeverDue),
        (written(&[(Setting::Digest, "*/5 * * * *")]), Refusal::ScheduleTooOften),
        (written(&[(Setting::Hours, "many")]), Refusal::NumberRange { least: 1, most: 40 }),
        (written(&[(Setting::LeastMonths, "9"), (Setting::MostMonths, "3")]), Refusal::MonthsSwapped),
        (Change::Topics(vec!["x"; 14].join(";")), Refusal::TooManyTopics { max: 13 }),
    ] {
        assert_eq!(try_edit(&mut world, change).await, Err(refusal));
        assert_eq!(world.dump().await, before);
    }
    let (call, programme) = (world.call(MENTOR, LOBBY), world.programme.id);
    let change = || written(&[(Setting::Name, "X")]);
    let stranger = edit(&mut world.conn, &call, &[], programme, change()).await.unwrap();
    assert_eq!(stranger, Err(Refusal::NeedsCoordinator));
    let foreign = Call { guild: GuildId(9), ..call };
    let elsewhere = edit(&mut world.conn, &foreign, &[COORDINATORS], programme, change()).await.unwrap();
    assert_eq!(elsewhere, Err(Refusal::NotSetUp));
    world.programme_set("phase", "closed").await;
    assert_eq!(try_edit(&mut world, change()).await, Err(Refusal::ProgrammeOver));
}

#[tokio::test]
async fn jobs_move_with_the_days_and_schedules_they_hang_on() {
    let (mut world, _) = World::cohort(2).await;
    let programme = world.programme.clone();
    let now = world.now();
    phase::reschedule(&mut world.conn, &programme, now).await.unwrap();
    let due = async |world: &mut World, job: &str| {
        job_at(&mut world.conn, job, programme.id.0).await.unwrap().unwrap().to_rfc3339()
    };
    assert_eq!(due(&mut world, jobs::PHASE).await, "2027-05-24T07:00:00+00:00");
    let change = written(&[
        (Setting::End, "2027-04-05"),
        (Setting::Questions, "second Tuesday 10:00"),
        (Setting::Digest, "every Friday 7:00"),
    ]);
    try_edit(&mut world, change).await.unwrap();
    assert_eq!(due(&mut world, jobs::PHASE).await, "2027-04-05T07:00:00+00:00");
    assert_eq!(due(&mut world, jobs::QUESTIONS).await, "2027-01-12T09:00:00+00:00");
    assert_eq!(due(&mut world, jobs::DIGEST).await, "2027-01-08T06:00:00+00:00");
    assert!(job_at(&mut world.conn, jobs::RELEASE, programme.id.0).await.unwrap().is_some(), "periods stay");
    assert_eq!(world.programme.periods, programme.periods);
}

#[tokio::test]
async fn a_role_for_admission_and_a_channel_for_practices_can_be_given_up_again() {
    let mut world = World::empty().await;
    world.programme_set("phase", "draft").await;
    let (practices, role) = (Some(DIGEST), Some(COORDINATORS));
    try_edit(&mut world, Change::Chosen { card: None, digests: None, practices, role }).await.unwrap();
    assert_eq!((world.programme.practice_channel, world.programme.admission.role), (practices, role));
    for switch in GIVEN_UP {
        assert!(switch.can_turn(&world.programme));
        try_edit(&mut world, Change::Switched(switch)).await.unwrap();
        assert!(!switch.can_turn(&world.programme), "what is not set is not offered");
    }
    assert_eq!((world.programme.practice_channel, world.programme.admission.role), (None, None));
}

#[tokio::test]
async fn the_card_is_edited_or_moves_with_its_channel() {
    let mut world = World::empty().await;
    world.programme_set("phase", "draft").await;
    let (draft, now) = (world.programme.clone(), world.now());
    phase::enter(&mut world.conn, &draft, Phase::Enrolling, now).await.unwrap();
    world.outbox_clear().await;
    for _ in 0..2 {
        try_edit(&mut world, written(&[(Setting::Aim, "Tools")])).await.unwrap();
        try_edit(&mut world, written(&[(Setting::Aim, "More tools")])).await.unwrap();
    }
    assert_eq!(world.outbox().await.len(), 1, "one row, rendered when sent (D19)");
    let chosen = Change::Chosen { card: Some(DIGEST), digests: None, practices: None, role: None };
    try_edit(&mut world, chosen).await.unwrap();
    let rows = world.outbox().await;
    assert!(
        matches!(rows[1].1, Effect::Post { .. }) && matches!(rows[2].1, Effect::PostDelete { .. }),
        "{rows:?}"
    );
    // It was deleted: the same channel once more brings it back.
    world.outbox_clear().await;
    let chosen = Change::Chosen { card: Some(DIGEST), digests: None, practices: None, role: None };
    try_edit(&mut world, chosen).await.unwrap();
    let rows = world.outbox().await;
    let [(lane, Effect::Post { post: new }, _), (_, Effect::PostDelete { post: old }, _)] = &rows[..] else {
        panic!("{rows:?}")
    };
    assert!(new.0 > old.0 && *lane == channel_lane(DIGEST), "{rows:?}");
}

#[tokio::test]
async fn what_comes_in_all_tandems_on_one_day_moves_with_the_days_and_new_partners_with_their_weeks() {
    let (mut world, _) = World::cohort(2).await;
    let id = world.programme.id.0;
    let due = async |world: &mut World, job: &str| {
        job_at(&mut world.conn, job, id).await.unwrap().map(|at| at.to_rfc3339()).unwrap_or_default()
    };
    try_edit(&mut world, written(&[(Setting::End, "2027-04-05"), (Setting::Rotation, "6")])).await.unwrap();
    assert_eq!(due(&mut world, jobs::MIDDLE).await, "2027-02-18T08:00:00+00:00");
    assert_eq!(due(&mut world, jobs::LAST_MEETING).await, "2027-03-15T08:00:00+00:00");
    assert_eq!(due(&mut world, jobs::ROTATION).await, "2027-02-15T08:00:00+00:00");
    try_edit(&mut world, written(&[(Setting::Rotation, "")])).await.unwrap();
    assert_eq!(due(&mut world, jobs::ROTATION).await, "", "partners stay");
    world.programme_set("phase", "closing").await;
    try_edit(&mut world, written(&[(Setting::End, "2027-06-07")])).await.unwrap();
    assert_eq!(due(&mut world, jobs::MIDDLE).await, "2027-02-18T08:00:00+00:00", "its middle has been");
}

#[tokio::test]
async fn a_programme_that_is_prolonged_after_its_last_question_has_questions_again() {
    let mut world = World::new().await;
    let id = world.programme.id;
    let (programme, now) = (world.programme.clone(), world.now());
    jobs::programme_begin(&mut world.conn, &programme, now).await.unwrap();
    job_drop(&mut world.conn, jobs::QUESTIONS, id.0).await.unwrap();
    try_edit(&mut world, written(&[(Setting::End, "2027-12-20")])).await.unwrap();
    assert!(job_at(&mut world.conn, jobs::QUESTIONS, id.0).await.unwrap().is_some());
    world.programme_set("phase", "enrolling").await;
    job_drop(&mut world.conn, jobs::QUESTIONS, id.0).await.unwrap();
    try_edit(&mut world, written(&[(Setting::End, "2027-12-21")])).await.unwrap();
    assert_eq!(job_at(&mut world.conn, jobs::QUESTIONS, id.0).await.unwrap(), None, "nobody is at work yet");
}

#[tokio::test]
async fn chosen_channels_and_the_role_are_stored_and_digests_do_not_go_where_others_can_read() {
    let mut world = World::empty().await;
    let chosen = |everyone_sees, bot_writes| Change::Chosen {
        card: None,
        digests: Some(ChosenChannel { id: ChannelId(77), everyone_sees, bot_writes }),
        practices: Some(ChannelId(78)),
        role: Some(RoleId(79)),
    };
    let before = world.dump().await;
    for (change, refusal) in [
        (chosen(true, true), Refusal::OpenChannel),
        (chosen(true, false), Refusal::OpenChannel),
        (chosen(false, false), Refusal::BotLacksPermission),
    ] {
        assert_eq!(try_edit(&mut world, change).await, Err(refusal));
        assert_eq!(world.dump().await, before, "nothing of the step is stored (P15)");
    }
    try_edit(&mut world, chosen(false, true)).await.unwrap();
    // What is not given stays.
    let nothing = Change::Chosen { card: None, digests: None, practices: None, role: None };
    try_edit(&mut world, nothing).await.unwrap();
    let now = &world.programme;
    assert_eq!((now.card_channel, now.digest_channel), (LOBBY, ChannelId(77)));
    assert_eq!((now.practice_channel, now.admission.role), (Some(ChannelId(78)), Some(RoleId(79))));
}
