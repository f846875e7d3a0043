//! The gateway's address and the application itself.

use serde_json::json;

use super::call::{Call, Outcome, ok};
use crate::sandbox::ids::wire;
use crate::sandbox::state::payload::user_by_id;

/// Where the gateway listens, beside the API.
fn gateway_url(call: &Call<'_>) -> String {
    call.state.base.replacen("http://", "ws://", 1) + "/gateway"
}

/// `get_gateway`.
pub fn gateway(call: &mut Call<'_>) -> Outcome {
    ok(json!({"url": gateway_url(call)}))
}

/// `get_bot_gateway`.
pub fn gateway_bot(call: &mut Call<'_>) -> Outcome {
    let limit = json!({"total": 1000, "remaining": 999, "reset_after": 14_400_000, "max_concurrency": 1});
    ok(json!({"url": gateway_url(call), "shards": 1, "session_start_limit": limit}))
}

/// `get_my_application` and `get_my_oauth2_application`.
pub fn application(call: &mut Call<'_>) -> Outcome {
    let application = &call.state.application;
    ok(json!({
        "id": wire(application.id),
        "name": application.name,
        "icon": null,
        "description": "",
        "summary": "",
        "type": null,
        "is_monetized": false,
        "bot": user_by_id(call.state, application.id),
        "bot_public": false,
        "bot_require_code_grant": false,
        "integration_types_config": {"0": {}},
        "verify_key": "0".repeat(64),
        "flags": 0,
        "hook": true,
        "owner": user_by_id(call.state, application.owner),
        "team": null,
        "redirect_uris": [],
        "interactions_endpoint_url": null,
        "approximate_guild_count": call.state.guilds.len(),
    }))
}
