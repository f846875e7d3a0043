//! `/join`: the guided dialogue, from its beginning or from where it was left.

use crate::app::enrol::takes_people;
use crate::discord::bot::Bot;
use crate::discord::commands::{Kind, Leaf, Opt};
use crate::discord::components::join;
use crate::discord::request::Request;
use crate::store::{Result, people, programmes};

/// `/join`
pub static LEAVES: &[Leaf] = &[Leaf {
    name: "join",
    options: &[Opt { name: "programme", kind: Kind::Suggested, required: false }],
    run: |bot, request, options| {
        Box::pin(join::begin(bot, request, options.text("programme").map(ToOwned::to_owned)))
    },
    suggest: Some(|bot, request, _, _, typed| Box::pin(names(bot, request, typed))),
}];

/// The programmes of this server that take people, which everybody may know, by name.
async fn names(bot: &Bot, request: &Request, typed: &str) -> Result<Vec<(String, String)>> {
    let mut conn = bot.app.store.read().await?;
    if people::server_get(&mut conn, request.call.guild).await?.is_none() {
        return Ok(Vec::new());
    }
    let typed = typed.trim().to_lowercase();
    let mut all = programmes::programmes_of(&mut conn, request.call.guild).await?;
    all.retain(|programme| takes_people(programme) && programme.name.to_lowercase().contains(&typed));
    Ok(all.into_iter().rev().map(|programme| (programme.name.clone(), programme.name)).collect())
}
