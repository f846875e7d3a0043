//! The mentors' lounge.

use serde_json::json;
use tandem::sandbox::people::Deed;

use super::House;

/// The coordinator opens it, and later somebody becomes the coach.
pub async fn opened(house: &mut impl House) {
    let (carla, lobby) = (house.person("carla"), house.channel("mentoring"));
    let page = house.command(carla, lobby, "coordination programme edit", json!({})).await;
    let all = page.custom_ids();
    let menu = all.iter().find(|id| id.starts_with("edit-switch")).expect("a menu of switches");
    let (custom_id, values) = ((*menu).to_owned(), vec!["lounge".to_owned()]);
    house.act(carla, Deed::Choose { channel: page.channel, message: page.id, custom_id, values }).await;
    house.before("coach").await;
    let (owner, coach) = (house.person("henrike"), house.role("Koordination"));
    house.command(owner, lobby, "setup", json!({ "coach": coach.to_string() })).await;
    house.an_hour().await;
}
