//! Two people get to know each other: lobby and room are made, both are moved, and everything goes again.

use chrono::Duration;
use serde_json::json;
use tandem::sandbox::people::Deed;

use super::{House, enrolled, picture};

/// Lena and Martin are enrolled and get to know each other; what stands in Discord in the middle of it.
pub async fn meet(house: &mut impl House) -> String {
    let (carla, lobby) = (house.person("carla"), house.channel("mentoring"));
    let two = [house.person("lena"), house.person("martin")];
    enrolled(&house.file(), house.sandbox().guild_id(), &[(two[0], "mentor"), (two[1], "mentee")]).await;
    house.before("meet").await;
    let now = house.sandbox().clock.now();
    let begins = now + Duration::minutes(20);
    let when = begins.with_timezone(&chrono_tz::Europe::Berlin).format("%d.%m. %H:%M").to_string();
    let plan = house.command(carla, lobby, "coordination meetup plan", json!({ "when": when })).await;
    house.press(carla, &plan, "Einladen").await;
    house.command(carla, lobby, "coordination meetup start", json!({})).await;
    // Whatever was in doubt has been looked for by then, and everything is there once.
    house.until(now + Duration::minutes(10)).await;
    let hall = house.channel("Kennenlernen");
    for person in two {
        house.sandbox().act(person, Deed::JoinVoice { channel: hall }).unwrap();
        house.settle().await;
    }
    house.until(begins + Duration::minutes(3)).await;
    let standing = picture::of(house.sandbox());
    house.an_hour().await;
    standing
}
