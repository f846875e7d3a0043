//! Speed networking as people read it: the invitation in the programme's channel, the word of each round in the lobby, and
//! in each room who talks there, with a question to begin with. Posts name nobody outside of the room of the two.

use super::Rendered;
use super::questions::words;
use crate::app::meetup::plan::{Invitation, invitation};
use crate::app::meetup::rounds::question;
use crate::app::meetup::spaces::{STOPPED, encounters, of_subject};
use crate::discord::button::Button;
use crate::discord::view::{ButtonView, Embed, Style, View, quote};
use crate::discord::words::{channel as shown, person};
use crate::domain::ids::{ProgrammeId, SittingId, SpaceId, UserId};
use crate::domain::language::Language;
use crate::domain::meetup::{ROUNDS, Sitting, SittingState};
use crate::domain::post::PostKind;
use crate::domain::programme::Programme;
use crate::locales::{TimeStyle, discord_time, list, say};
use crate::store::posts::Post;
use crate::store::{Conn, Result, people, programmes, sittings};

/// Renders a post of speed networking; `None` when its moment has passed.
///
/// # Errors
/// Those of the database.
pub async fn render(conn: &mut Conn, post: &Post) -> Result<Option<Rendered>> {
    if post.kind == PostKind::MeetupInvite {
        return invited(conn, post).await;
    }
    let (id, round) = of_subject(post.subject);
    if matches!(post.kind, PostKind::MeetupRoom | PostKind::MeetupBell) {
        return in_room(conn, post, SpaceId(id), round).await;
    }
    let Some(sitting) = sittings::sitting_find(conn, SittingId(id)).await? else { return Ok(None) };
    let programme = programmes::programme_get(conn, sitting.programme).await?;
    let language = programme.language;
    let text = match post.kind {
        PostKind::MeetupLobby if sitting.state == SittingState::Open => {
            say(language, "meetup-lobby").with("when", discord_time(sitting.starts_at, TimeStyle::Relative))
        }
        PostKind::MeetupRound if sitting.round == round && sitting.state.in_round() => {
            say(language, "meetup-round").with("round", round).with("rounds", ROUNDS)
        }
        PostKind::MeetupOver => {
            let met = !sittings::encounters_of(conn, sitting.id).await?.is_empty();
            if !met {
                return Ok(Some(Rendered::quiet(View::text(say(language, "meetup-over-early")))));
            }
            let id = if round == STOPPED { "meetup-over-stopped" } else { "meetup-over" };
            let view = View::text(say(language, id)).buttons(vec![my_place(language)]);
            return Ok(Some(Rendered::quiet(view)));
        }
        _ => return Ok(None),
    };
    Ok(Some(Rendered::quiet(View::text(text))))
}

fn my_place(language: Language) -> ButtonView {
    ButtonView::press(Button::MyPlace, say(language, "proposal-my-place-button"), Style::Primary)
}

async fn invited(conn: &mut Conn, post: &Post) -> Result<Option<Rendered>> {
    let programme = programmes::programme_get(conn, ProgrammeId(post.subject)).await?;
    let language = programme.language;
    let view = match invitation(conn, &programme, post.id).await? {
        Invitation::Ahead(times) => invite(&programme, &times),
        Invitation::Over => View::text(say(language, "meetup-invite-over")).buttons(vec![my_place(language)]),
        Invitation::Off => View::text(say(language, "meetup-invite-off")),
    };
    Ok(Some(Rendered::quiet(view)))
}

fn invite(programme: &Programme, times: &[chrono::DateTime<chrono::Utc>]) -> View {
    let language = programme.language;
    let when = match times {
        [one] => say(language, "meetup-invite-one")
            .with("when", discord_time(*one, TimeStyle::Full))
            .with("relative", discord_time(*one, TimeStyle::Relative)),
        all => {
            let all: Vec<String> = all.iter().map(|at| discord_time(*at, TimeStyle::Full)).collect();
            say(language, "meetup-invite-several").with("when", list(language, &all))
        }
    };
    let title = say(language, "meetup-title").with("programme", quote(&programme.name));
    let text = format!("{}\n\n{}", say(language, "meetup-invite"), when.text());
    let embed = Embed::new(title, text)
        .field(say(language, "meetup-invite-how-field"), say(language, "meetup-invite-how"))
        .field(say(language, "meetup-invite-readers-field"), say(language, "meetup-invite-readers"));
    View::default().embed(embed).buttons(vec![my_place(language)])
}

/// What stands in a room: as long as its round is on, and addressed to both of its two (D16).
async fn in_room(conn: &mut Conn, post: &Post, space: SpaceId, round: u32) -> Result<Option<Rendered>> {
    let Some(space) = sittings::space_find(conn, space).await? else { return Ok(None) };
    let Some(sitting) = sittings::sitting_find(conn, space.sitting).await? else { return Ok(None) };
    let pair = encounters(conn, &sitting).await?.into_iter().find(|one| one.space == space.id);
    let (Some(pair), Some(channel)) = (pair.filter(|one| one.round == round), space.channel) else {
        return Ok(None);
    };
    let mut two = [UserId(0); 2];
    for (at, id) in pair.pair.into_iter().enumerate() {
        two[at] = people::person_get(conn, id).await?.user;
    }
    let language = programmes::programme_get(conn, sitting.programme).await?.language;
    let [one, other] = two.map(person);
    let view = if post.kind == PostKind::MeetupBell {
        let id = if is_last(&sitting) { "meetup-bell-last" } else { "meetup-bell" };
        View::text(say(language, id).with("one", one).with("other", other))
    } else {
        let text = say(language, "meetup-room")
            .with("one", one)
            .with("other", other)
            .with("channel", shown(channel))
            .with("round", round)
            .with("rounds", ROUNDS);
        match question(conn, &sitting).await? {
            Some(number) => {
                let asked = words(conn, language, number).await?;
                let embed = Embed::new(say(language, "meetup-room-question-field"), asked);
                View::text(text).embed(embed)
            }
            None => View::text(text),
        }
    };
    Ok(Some(Rendered { view, mentions: two.to_vec(), silent: false }))
}

fn is_last(sitting: &Sitting) -> bool {
    usize::try_from(sitting.round).unwrap_or(usize::MAX) >= ROUNDS
}
