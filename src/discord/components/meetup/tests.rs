use crate::app::meetup::rounds;
use crate::app::testing::{COORDINATORS, LOBBY};
use crate::discord::button::Button;
use crate::discord::testing::Desk;
use crate::domain::ids::{ProgrammeId, SittingId, UserId};
use crate::domain::post::PostKind;
use crate::domain::programme::Role;
use crate::store::{exec_for_test, programmes};

const CARLA: UserId = UserId(1);
const PILOT: ProgrammeId = ProgrammeId(1);

/// A desk with two more mentors and three more mentees, and a coordinator at it.
async fn desk() -> Desk {
    let mut desk = Desk::new().await;
    for n in 0..5 {
        let person = desk.world.person(UserId(3_000 + n)).await.id;
        let role = if n < 2 { Role::Mentor } else { Role::Mentee };
        programmes::enrolment_approve(&mut desk.world.conn, PILOT, person, role).await.unwrap();
    }
    desk.roles = vec![COORDINATORS];
    desk
}

const WHEN: (&str, &str) = ("when", "2027-01-14 14:00");

#[tokio::test]
async fn the_plan_says_when_how_many_and_what_it_is_good_for() {
    let mut desk = desk().await;
    let plan = desk.command(CARLA, LOBBY, "coordination meetup plan", &[WHEN]).await;
    insta::assert_snapshot!(plan, @r"
    | Pilot: speed networking |
    <t:1799931600:F>: 5 people

    Taking part: mentors 2, mentees 3, both 0.

    Meetings if everybody comes: 2 for each mentee, 3 for each mentor, 6 in all. No plan has more.

    One voice channel to arrive in and 2 rooms are made for it; after each group they go again.

    Nobody has been invited yet: *Invite* writes a post in <#1003>. On the day itself, `/coordination meetup start` opens the voice channel.
    (Mentors who do not take part meetup-out:1, 25 people at most: )
    [Invite meetup-invite:1] [Leave all mentors out meetup-all-out:1]
    ");
    let none = desk.press(CARLA, LOBBY, Button::MeetupAllOut(PILOT), &[], None).await;
    assert!(none.contains("Mentors who do not take part: <@3000> <@3001>"), "{none}");
    let one = desk.press(CARLA, LOBBY, Button::MeetupIn(PILOT), &["3001"], None).await;
    assert!(one.contains("mentors 1, mentees 3, both 0"), "{one}");
    assert!(one.contains("1 for each mentee, 3 for each mentor"), "{one}");
    let stranger = desk.press(CARLA, LOBBY, Button::MeetupOut(PILOT), &["3004"], None).await;
    assert!(stranger.contains("no free place as a mentor"), "{stranger}");
}

#[tokio::test]
async fn the_invitation_names_nobody_and_each_finds_their_group_behind_my_place() {
    let mut desk = desk().await;
    desk.command(CARLA, LOBBY, "coordination meetup plan", &[WHEN]).await;
    let before = desk.press(UserId(3_003), LOBBY, Button::MyPlace, &[], None).await;
    assert!(!before.contains("Speed networking"), "nobody hears of it before they are invited: {before}");
    desk.press(CARLA, LOBBY, Button::MeetupInvite(PILOT), &[], None).await;
    let (invite, mentions) = desk.post(PostKind::MeetupInvite).await.unwrap();
    assert!(mentions.is_empty() && !invite.contains("<@"));
    insta::assert_snapshot!(invite, @r"
    | Pilot: speed networking |
    Eight short rounds, always two of you: four and a half minutes to talk, half a minute to change rooms. After 40 minutes you will have met up to eight people.

    It begins <t:1799931600:F> (<t:1799931600:R>).
    How it goes: Shortly before, everybody who takes part finds the voice channel *Speed networking* in their list of channels; it begins there. For each round you get a room of your own and a question to start with. Whoever comes later joins from the next round on.
    Who notices what: The voice channel can be seen by those invited and by the coordinators, each room only by the two who talk in it. The server's owner and its administrators could join; you would see them. Afterwards I ask everybody privately with whom they would like to form a tandem; nobody sees the answers.
    [My place my-place]
    ");
    let place = desk.press(UserId(3_003), LOBBY, Button::MyPlace, &[], None).await;
    assert!(place.contains("Speed networking in Pilot: your group begins <t:1799931600:F>"), "{place}");
    let outside = desk.press(UserId(77), LOBBY, Button::MyPlace, &[], None).await;
    assert!(!outside.contains("Speed networking"), "{outside}");
}

#[tokio::test]
async fn favourites_are_asked_of_those_who_met_and_of_nobody_else() {
    let mut desk = desk().await;
    desk.command(CARLA, LOBBY, "coordination meetup plan", &[WHEN]).await;
    // The sitting is over, and 3002 has met both mentors.
    let id = async |desk: &mut Desk, user: u64| desk.world.person(UserId(user)).await.id.0;
    let (one, two, me) = (id(&mut desk, 3_000).await, id(&mut desk, 3_001).await, id(&mut desk, 3_002).await);
    let sql = format!(
        "UPDATE sitting SET state = 'over', round = 2;
         INSERT INTO sitting_space (id, sitting_id, number) VALUES (1, 1, 1), (2, 1, 2);
         INSERT INTO encounter (sitting_id, round, space_id, one_id, other_id, met) VALUES
             (1, 1, 1, {one}, {me}, 1), (1, 2, 1, {two}, {me}, 1);"
    );
    exec_for_test(&mut desk.world.conn, &sql).await.unwrap();
    desk.roles = Vec::new();
    let mine = UserId(3_002);
    let place = desk.press(mine, LOBBY, Button::MyPlace, &[], None).await;
    assert!(place.contains("[Name favourites favourites:1]"), "{place}");
    let ask = desk.press(mine, LOBBY, Button::FavouritesAsk(PILOT), &[], None).await;
    insta::assert_snapshot!(ask, @r"
    | Pilot: with whom would you like to form a tandem? |
    These are the people you met. The menu shows their numbers, because I store no names.

    **1.** <@3000>
    **2.** <@3001>

    You can name up to 3 of the people you met. Your answer counts when tandems are proposed; it is shown to nobody, not even to the coordinators.
    Who met whom is deleted 14 days after the speed networking. Until then you can change your answer. Only you see this.
    (Choose up to 3 favourites-name:1, 3 at most: Number 1 / Number 2)
    [Name nobody favourites-none:1]
    ");
    let noted = desk.press(mine, LOBBY, Button::FavouritesName(PILOT), &["3001"], None).await;
    assert!(noted.starts_with("Noted.") && noted.contains("**2.** <@3001> (named)"), "{noted}");
    let never_met = desk.press(mine, LOBBY, Button::FavouritesName(PILOT), &["3004"], None).await;
    assert!(!never_met.starts_with("Noted"), "{never_met}");
    let place = desk.press(mine, LOBBY, Button::MyPlace, &[], None).await;
    assert!(place.contains("[Change favourites favourites:1]"), "{place}");
    let nobody = desk.press(mine, LOBBY, Button::FavouritesNone(PILOT), &[], None).await;
    assert!(nobody.starts_with("Noted: you name nobody."), "{nobody}");
    for other in [3_000, 3_003, 77] {
        let asked = desk.press(UserId(other), LOBBY, Button::FavouritesAsk(PILOT), &[], None).await;
        assert!(!asked.contains("<@3001>") && !asked.contains("<@3002>"), "{asked}");
    }
    desk.roles = vec![COORDINATORS];
    let carlas = desk.press(CARLA, LOBBY, Button::MyPlace, &[], None).await;
    assert!(!carlas.contains("avourite"), "{carlas}");
}

#[tokio::test]
async fn a_sitting_that_is_stopped_ends_with_another_word_than_one_whose_rounds_are_over() {
    let mut desk = desk().await;
    desk.command(CARLA, LOBBY, "coordination meetup plan", &[WHEN]).await;
    let (one, me) =
        (desk.world.person(UserId(3_000)).await.id.0, desk.world.person(UserId(3_002)).await.id.0);
    let sql = format!(
        "UPDATE sitting SET state = 'talking', round = 2;
         INSERT INTO sitting_space (id, sitting_id, number, channel_id) VALUES (1, 1, 0, 9001), (2, 1, 1, 9002);
         INSERT INTO encounter (sitting_id, round, space_id, one_id, other_id, met) VALUES (1, 1, 2, {one}, {me}, 1);"
    );
    exec_for_test(&mut desk.world.conn, &sql).await.unwrap();
    desk.press(CARLA, LOBBY, Button::MeetupStop(PILOT), &[], None).await;
    let (stopped, mentions) = desk.post(PostKind::MeetupOver).await.unwrap();
    assert!(mentions.is_empty());
    insta::assert_snapshot!(stopped, @r"
    The speed networking ends here. In two minutes this channel and the rooms disappear. With whom would you like to form a tandem? The question is waiting under *My place*, and nobody sees the answer.
    [My place my-place]
    ");
    // The same sitting, had it come to its end by itself.
    let by_itself = "UPDATE sitting SET state = 'ringing', round = 8; DELETE FROM outbox";
    exec_for_test(&mut desk.world.conn, by_itself).await.unwrap();
    let now = desk.world.now();
    rounds::turn(&mut desk.world.conn, SittingId(1), now).await.unwrap();
    let (over, _) = desk.post(PostKind::MeetupOver).await.unwrap();
    assert!(over.starts_with("Those were all the rounds."), "{over}");
    // Nobody has met: nothing is asked.
    exec_for_test(&mut desk.world.conn, "DELETE FROM encounter").await.unwrap();
    let (early, _) = desk.post(PostKind::MeetupOver).await.unwrap();
    assert!(early.starts_with("The speed networking has ended.") && !early.contains('['), "{early}");
}
