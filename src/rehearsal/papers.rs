//! What the bot hands out beside Discord, for a reader of the rehearsal: each digest as it was seen, the evaluation with its
//! pictures, its page and its table, one person's export, and the privacy report.

use std::path::Path;

use anyhow::Context as _;
use chrono_tz::Tz;

use super::theatre::Theatre;
use super::transcript::Scribe;
use crate::app::results::evaluate;
use crate::discord::papers::evaluation;
use crate::discord::papers::export::{json, page};
use crate::discord::papers::report::{Surroundings, privacy_report};
use crate::domain::ids::UserId;
use crate::locales::{Language, say};
use crate::store::copies::{BACKUP_DAYS, GOOD_DAYS, Why, copies_of};
use crate::store::{exports, people, programmes};

/// Folders that are emptied before a rehearsal and filled by it.
pub const FOLDERS: [&str; 3] = ["attachments", "digests", "evaluation"];

/// Stands for a day in a title; nobody writes it.
const DAY: &str = "\u{1}";

/// A file: its name, with the folder it lies in, and what is in it.
pub type Paper = (String, Vec<u8>);

/// The files: digests, the evaluation, the export of the first tandem's mentee, the report.
///
/// # Errors
/// Those of the database.
pub async fn papers(
    theatre: &Theatre,
    language: Language,
    zone: Tz,
    database: &Path,
) -> anyhow::Result<Vec<Paper>> {
    let scribe = Scribe::new(theatre, language, zone);
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
    let report = privacy_report(&mut conn, language, &around).await?;
    let mut papers: Vec<Paper> = vec![
        ("export.html".into(), page(&data, language).into_bytes()),
        ("export.json".into(), json(&data, language).into_bytes()),
        ("privacy-report.md".into(), report.into_bytes()),
    ];
    for programme in programmes::programmes_of(&mut conn, server.guild).await? {
        papers.extend(digests(theatre, &scribe, programme.language, &programme.name));
        let evaluation = evaluate(&mut conn, programme).await?;
        let message = evaluation::message(&evaluation, language);
        let table = evaluation::table(&evaluation, language);
        papers.push(("evaluation/message.md".into(), (message.content + "\n").into_bytes()));
        let files = message.files.into_iter().chain(table.files);
        papers.extend(files.map(|file| (format!("evaluation/{}", file.name), file.bytes)));
    }
    Ok(papers)
}

/// Every digest: its words as the transcript has them, and its picture.
fn digests(theatre: &Theatre, scribe: &Scribe<'_>, language: Language, programme: &str) -> Vec<Paper> {
    let title = say(language, "digest-title").with("programme", programme).with("day", DAY).text();
    let (before, after) = title.split_once(DAY).unwrap_or_default();
    let archive = &theatre.archive;
    let posts = archive.messages.values().filter(|post| {
        let titled = |embed: &serde_json::Value| {
            let title = embed["title"].as_str().unwrap_or_default();
            title.starts_with(before) && title.ends_with(after)
        };
        post.channel == theatre.office && post.embeds.iter().any(titled)
    });
    let mut papers = Vec::new();
    for post in posts {
        let day = post.at.format("%Y-%m-%d");
        papers.push((format!("digests/{day}.md"), scribe.alone(post).into_bytes()));
        let pictures = archive.files.get(&post.id).into_iter().flatten();
        papers.extend(pictures.map(|file| (format!("digests/{day}.png"), file.bytes.to_vec())));
    }
    papers
}
