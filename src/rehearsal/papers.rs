//! What the bot hands out beside Discord, for a reader of the rehearsal: one person's export and the privacy report.

use std::path::Path;

use anyhow::Context as _;

use super::theatre::Theatre;
use crate::discord::papers::export::{json, page};
use crate::discord::papers::report::{Surroundings, privacy_report};
use crate::domain::ids::UserId;
use crate::locales::Language;
use crate::store::copies::{BACKUP_DAYS, GOOD_DAYS, Why, copies_of};
use crate::store::{exports, people};

/// Files by name.
pub type Papers = [(&'static str, String); 3];

/// The files: the export of the first tandem's mentee, and the report.
///
/// # Errors
/// Those of the database.
pub async fn papers(theatre: &Theatre, language: Language, database: &Path) -> anyhow::Result<Papers> {
    let service = theatre.stage.service.as_ref().context("the bot has gone")?;
    let mut conn = service.bot.app.store.read().await?;
    let server = people::servers_all(&mut conn).await?.pop().context("no server was set up")?;
    let [_, mentee] = theatre.pairs.first().context("nobody took part")?;
    let data = exports::export(&mut conn, server.guild, UserId(mentee.id)).await?;
    let copies = copies_of(database)?.into_iter().filter(|copy| copy.why != Why::Working).collect();
    let around = Surroundings {
        database: "tandem.db".to_owned(),
        api: None,
        copies,
        backup_days: BACKUP_DAYS,
        good_days: GOOD_DAYS,
    };
    Ok([
        ("export.html", page(&data, language)),
        ("export.json", json(&data, language)),
        ("privacy-report.md", privacy_report(&mut conn, language, &around).await?),
    ])
}
