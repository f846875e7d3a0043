//! How it ends for some, and what the coordinator looks at meanwhile.

use serde_json::json;

use super::{Life, Turn, has_button};
use crate::rehearsal::oracle::Deed;

impl Life<'_> {
    pub(super) async fn leave(&mut self, tandem: usize) -> anyhow::Result<()> {
        let Some(room) = self.live_room(tandem) else { return Ok(()) };
        let Some(welcome) = self.newest(room, |post| has_button(post, "tandem-menu")) else { return Ok(()) };
        let side = [0, 1].into_iter().find(|side| self.character(tandem, *side) == super::Character::Leaves);
        let person = self.person(tandem, side.unwrap_or(1)).id;
        let menu = self.theatre.press(person, &welcome, "tandem-menu").await?;
        let asked = self.theatre.press(person, &menu, "leave-ask").await?;
        self.theatre.press(person, &asked, "leave-confirm").await?;
        self.theatre.note(Some(tandem), Deed::Ended);
        self.memories[tandem].ended = true;
        for side in [0, 1] {
            let at = self.in_days(1..=3);
            self.plan(at, Turn::GoOn { tandem, side });
        }
        Ok(())
    }

    pub(super) async fn go_on(&mut self, tandem: usize, side: usize) -> anyhow::Result<()> {
        let Some(room) = self.room(tandem) else { return Ok(()) };
        let Some(goodbye) = self.newest(room, |post| has_button(post, "goes-on")) else { return Ok(()) };
        let person = self.person(tandem, side).id;
        let asked = self.theatre.press(person, &goodbye, "goes-on").await?;
        let answer = if side == 0 { "next-new" } else { ["next-break", "next-stop"][self.rng.usize(..2)] };
        self.theatre.press(person, &asked, answer).await.map(drop)
    }

    /// The coordinator looks how it stands and, where the digest says so, who is free.
    pub(super) async fn status(&mut self) -> anyhow::Result<()> {
        let (coordinator, office) = (self.theatre.coordinator, self.theatre.office);
        self.theatre.command(coordinator, office, "coordination programme status", json!({})).await?;
        if let Some(digest) = self.newest(office, |post| has_button(post, "digest-free")) {
            self.theatre.press(coordinator, &digest, "digest-free").await?;
        }
        Ok(())
    }
}
