//! Taking over an idea as a task: one press gives it, `/task edit` changes it afterwards. The words of an idea come from
//! the catalogue of texts or are the programme's own, so they are handed in.

use super::assign::{Draft, Given, assign};
use super::seat;
use crate::app::scope::Seat;
use crate::app::{Call, Decision, topics};
use crate::domain::idea::OwnIdea;
use crate::domain::ids::TandemId;
use crate::domain::refusal::Refusal;
use crate::domain::tandem::Side;
use crate::domain::topic::Theme;
use crate::store::{Conn, Result, own_ideas, tasks, topics as stored};

/// Where ideas are asked for.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Who asks.
    pub seat: Seat,
    /// The topic at hand, if one is picked.
    pub theme: Option<Theme>,
    /// The ideas of the programme's own, oldest first.
    pub own: Vec<OwnIdea>,
    /// The programme's own topics.
    pub topics: Vec<String>,
}

impl Asked {
    /// Whether whoever asks may give tasks.
    #[must_use]
    pub const fn gives(&self) -> bool {
        matches!(self.seat.side, Side::Mentor) || self.seat.programme.mentee_assigns
    }

    /// The programme's own topics for which it has ideas.
    #[must_use]
    pub fn with_ideas(&self) -> Vec<String> {
        let has = |words: &&String| {
            let theme = Some(Theme::Own((*words).clone()));
            self.own.iter().any(|idea| idea.theme == theme)
        };
        self.topics.iter().filter(has).cloned().collect()
    }
}

/// The tandem and the topic for which ideas are wanted.
///
/// # Errors
/// Those of the database.
pub async fn asked(conn: &mut Conn, call: &Call, chosen: Option<TandemId>) -> Result<Decision<Asked>> {
    Ok(match seat(conn, call, chosen).await? {
        Ok(seat) => {
            let theme = topics::at_hand(conn, seat.tandem.id, call.now).await?;
            let own = own_ideas::own_ideas_of(conn, seat.programme.id).await?;
            let topics = stored::programme_topics(conn, seat.programme.id).await?;
            Ok(Asked { seat, theme, own, topics })
        }
        Err(refusal) => Err(refusal),
    })
}

/// The words of an idea of the programme's own, in the tandem's language; refused where it was taken out meanwhile, or is
/// none of this programme's.
///
/// # Errors
/// Those of the database.
pub async fn own_words(conn: &mut Conn, seat: &Seat, number: i64) -> Result<Decision<String>> {
    let own = own_ideas::own_idea_get(conn, seat.programme.id, number).await?;
    Ok(own.map(|own| own.words(seat.tandem.language).to_owned()).ok_or(Refusal::IdeaGone))
}

/// Gives an idea as a task. Two presses give it once: while it is to be done, it is not given again.
///
/// # Errors
/// Those of the database.
pub async fn take(conn: &mut Conn, call: &Call, seat: &Seat, words: String) -> Result<Decision<Given>> {
    let all = tasks::tasks_of(conn, seat.tandem.id).await?;
    if let Some(task) = all.iter().find(|task| task.is_pending() && task.text == words) {
        return Ok(Err(Refusal::IdeaGiven { number: task.number }));
    }
    assign(conn, call, Some(seat.tandem.id), Draft { text: words, due: None, link: None }).await
}
