//! What goes wrong in passing: a number that nobody has, a day gone by, the wrong place, a text too long. The bot refuses it
//! and says why, or Discord's own client does.

use chrono::Duration;
use serde_json::json;

use super::Life;

/// So many kinds of slips there are.
pub(super) const KINDS: u32 = 12;
/// Longer than any field takes.
const TOO_MANY_REPEATS: usize = 40;

impl Life<'_> {
    /// Something that is refused.
    pub(super) async fn slip(&mut self, tandem: usize, which: u32) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let (mentor, mentee) = (self.person(tandem, 0).id, self.person(tandem, 1).id);
        let (lobby, stranger) = (self.theatre.lobby, self.theatre.stranger);
        // The first task may be the mentor's own to report on.
        let which =
            if which == 4 && self.task(tandem, 1).is_some_and(|task| task.by == 1) { 1 } else { which };
        let text = self.line(|lines| lines.tasks);
        let text = self.marked(text);
        let yesterday = (self.today() - Duration::days(1)).to_string();
        let (person, channel, name, options) = match which {
            0 if !self.programme.both_assign => (mentee, room, "task assign", json!({ "text": text })),
            0 | 1 => (mentee, room, "worked", json!({ "task": "99" })),
            2 => (mentor, room, "task assign", json!({ "text": text, "due": yesterday })),
            3 => (stranger, lobby, "task list", json!({})),
            4 => (mentor, room, "stuck", json!({ "task": "1" })),
            5 => (mentor, lobby, "coordination programme status", json!({})),
            6 => (mentee, lobby, "leave", json!({})),
            7 => (mentor, room, "task edit", json!({ "task": "99", "text": text })),
            8 => (mentor, room, "task cancel", json!({ "task": "?" })),
            9 => (
                mentee,
                lobby,
                "coordination match pair",
                json!({ "mentor": mentor.to_string(), "mentee": mentee.to_string() }),
            ),
            10 => (mentor, room, "task assign", json!({ "text": text, "link": "intranet" })),
            _ => {
                let long = format!("{text} ").repeat(TOO_MANY_REPEATS);
                return self.theatre.beyond(mentor, room, "task assign", json!({ "text": long })).await;
            }
        };
        self.theatre.command(person, channel, name, options).await.map(drop)
    }
}
