//! What people do about their data, and what comes after the programme: the last figures, and twice the question what has
//! lasted.

use serde_json::json;

use super::{Life, Turn, has_button};
use crate::rehearsal::cast::Character;
use crate::rehearsal::oracle::Deed;

impl Life<'_> {
    /// Somebody looks at everything that is stored about them.
    pub(super) async fn export(&mut self) -> anyhow::Result<()> {
        let Some((_, pair)) = self.at_work().into_iter().next() else { return Ok(()) };
        let lobby = self.theatre.lobby;
        self.theatre.command(pair[1].id, lobby, "privacy export", json!({})).await.map(drop)
    }

    /// Somebody has everything about them deleted: the tandem ends as tandems end, and only the other one is asked how it
    /// shall go on.
    pub(super) async fn delete(&mut self) -> anyhow::Result<()> {
        let mut live = self.at_work().into_iter().rev();
        let Some((_, pair)) = live.find(|(_, pair)| pair[1].character == Character::Busy).or(live.next())
        else {
            return Ok(());
        };
        let (person, lobby) = (pair[1].id, self.theatre.lobby);
        let asked = self.theatre.command(person, lobby, "privacy delete", json!({})).await?;
        if !has_button(&asked, "erase-confirm") {
            return Ok(());
        }
        // What is taken out of the room stands in the transcript all the same.
        self.theatre.archive.capture(&self.theatre.stage.sandbox, self.theatre.owner);
        self.theatre.press(person, &asked, "erase-confirm").await?;
        for (tandem, side) in self.tandems_of(person) {
            self.theatre.note(Some(tandem), Deed::Ended);
            self.memories[tandem].ended = true;
            let at = self.in_days(1..=3);
            self.plan(at, Turn::GoOn { tandem, side: 1 - side });
        }
        if let Some(member) = self.cohort.members.iter_mut().find(|one| one.person.id == person) {
            member.gone = true;
        }
        Ok(())
    }

    /// The programme is closed: the coordinator looks at it once more.
    pub(super) async fn closed(&mut self) -> anyhow::Result<()> {
        for (tandem, _) in self.at_work() {
            self.memories[tandem].ended = true;
        }
        let (coordinator, office) = (self.theatre.coordinator, self.theatre.office);
        self.theatre.command(coordinator, office, "coordination programme status", json!({})).await?;
        self.theatre.command(coordinator, office, "coordination results digest", json!({})).await.map(drop)
    }

    /// Somebody answers what has lasted, if they are asked.
    pub(super) async fn ask_later(&mut self, who: usize) -> anyhow::Result<()> {
        let member = &self.cohort.members[who];
        if member.gone || member.unwanted || !member.enrolled {
            return Ok(());
        }
        let person = member.person.id;
        let place = self.my_place(who).await?;
        if has_button(&place, "survey:") {
            let page = self.theatre.press(person, &place, "survey:").await?;
            self.answer_all(person, page).await?;
        }
        Ok(())
    }

    /// Whether somebody is no longer on the server.
    pub(super) fn has_left(&self, person: u64) -> bool {
        let world = self.theatre.stage.sandbox.world();
        world.guilds.get(&self.theatre.guild).is_none_or(|guild| !guild.members.contains_key(&person))
    }
}
