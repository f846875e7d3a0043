use super::*;

#[test]
fn the_kinds_that_show_twice_are_those_that_say_so() {
    let all = [
        Effect::CategoryCreate { category: CategoryId(1) },
        Effect::RoomCreate { tandem: TandemId(1) },
        Effect::LoungeCreate { programme: ProgrammeId(1) },
        Effect::MeetCreate { space: SpaceId(1) },
        Effect::Post { post: PostId(1) },
    ];
    assert!(all.iter().all(Effect::shows_twice));
    assert_eq!(all.map(|effect| effect.kind()), Effect::KINDS_THAT_SHOW_TWICE);
}
