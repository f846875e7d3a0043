//! The table of operations, by the names they have in Discord's own description of the API.

use super::call::{Call, Outcome};
use super::{
    application, channels, channels_access, commands, guilds, interactions, members, messages,
    messages_write, pins, reactions, users, voice, webhooks,
};

/// One operation.
pub struct Operation {
    /// The HTTP method.
    pub method: &'static str,
    /// The path below `/api/v10`.
    pub template: &'static str,
    /// Whether it needs no bot token, because the path carries one.
    pub open: bool,
    /// What it does.
    pub handler: fn(&mut Call<'_>) -> Outcome,
}

impl Operation {
    /// The name of its rate limit. All writing to reactions shares one (I: discord-api-docs #981).
    pub fn bucket(&self) -> String {
        if self.template.contains("/reactions") && self.method != "GET" {
            "PUT /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me".to_owned()
        } else {
            format!("{} {}", self.method, self.template)
        }
    }
}

const fn op(
    method: &'static str,
    template: &'static str,
    handler: fn(&mut Call<'_>) -> Outcome,
) -> Operation {
    Operation { method, template, open: false, handler }
}

const fn open(
    method: &'static str,
    template: &'static str,
    handler: fn(&mut Call<'_>) -> Outcome,
) -> Operation {
    Operation { method, template, open: true, handler }
}

/// Every operation that this Discord knows.
pub const OPERATIONS: &[Operation] = &[
    open("GET", "/gateway", application::gateway),
    op("GET", "/gateway/bot", application::gateway_bot),
    op("GET", "/users/@me", users::me),
    op("GET", "/users/@me/guilds", users::my_guilds),
    op("POST", "/users/@me/channels", users::create_dm),
    op("GET", "/users/{user_id}", users::user),
    op("GET", "/applications/@me", application::application),
    op("GET", "/oauth2/applications/@me", application::application),
    op("GET", "/applications/{application_id}/commands", commands::list),
    op("PUT", "/applications/{application_id}/commands", commands::bulk_set),
    op("POST", "/applications/{application_id}/commands", commands::create),
    op("GET", "/applications/{application_id}/commands/{command_id}", commands::get),
    op("PATCH", "/applications/{application_id}/commands/{command_id}", commands::update),
    op("DELETE", "/applications/{application_id}/commands/{command_id}", commands::delete),
    op("GET", "/applications/{application_id}/guilds/{guild_id}/commands", commands::list),
    op("PUT", "/applications/{application_id}/guilds/{guild_id}/commands", commands::bulk_set),
    op("POST", "/applications/{application_id}/guilds/{guild_id}/commands", commands::create),
    op("GET", "/applications/{application_id}/guilds/{guild_id}/commands/permissions", commands::permissions),
    op("GET", "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}", commands::get),
    op("PATCH", "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}", commands::update),
    op("DELETE", "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}", commands::delete),
    open("POST", "/interactions/{interaction_id}/{interaction_token}/callback", interactions::callback),
    open("POST", "/webhooks/{webhook_id}/{webhook_token}", webhooks::follow_up),
    open("GET", "/webhooks/{webhook_id}/{webhook_token}/messages/@original", webhooks::get_original),
    open("PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/@original", webhooks::edit_original),
    open("DELETE", "/webhooks/{webhook_id}/{webhook_token}/messages/@original", webhooks::delete_original),
    open("GET", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", webhooks::get_message),
    open("PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", webhooks::edit_message),
    open("DELETE", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", webhooks::delete_message),
    op("GET", "/guilds/{guild_id}", guilds::get),
    op("GET", "/guilds/{guild_id}/roles", guilds::roles),
    op("POST", "/guilds/{guild_id}/roles", guilds::create_role),
    op("GET", "/guilds/{guild_id}/channels", channels::list),
    op("POST", "/guilds/{guild_id}/channels", channels::create),
    op("PATCH", "/guilds/{guild_id}/channels", channels::reorder),
    op("GET", "/guilds/{guild_id}/members", members::list),
    op("GET", "/guilds/{guild_id}/members/search", members::search),
    op("GET", "/guilds/{guild_id}/members/{user_id}", members::get),
    op("PATCH", "/guilds/{guild_id}/members/{user_id}", members::update),
    op("PUT", "/guilds/{guild_id}/members/{user_id}/roles/{role_id}", members::give_role),
    op("DELETE", "/guilds/{guild_id}/members/{user_id}/roles/{role_id}", members::take_role),
    op("GET", "/guilds/{guild_id}/voice-states/@me", voice::own_state),
    op("GET", "/guilds/{guild_id}/voice-states/{user_id}", voice::state),
    op("GET", "/channels/{channel_id}", channels::get),
    op("PATCH", "/channels/{channel_id}", channels::update),
    op("DELETE", "/channels/{channel_id}", channels::delete),
    op("PUT", "/channels/{channel_id}/permissions/{overwrite_id}", channels_access::set),
    op("DELETE", "/channels/{channel_id}/permissions/{overwrite_id}", channels_access::delete),
    op("POST", "/channels/{channel_id}/typing", messages::typing),
    op("GET", "/channels/{channel_id}/messages", messages::list),
    op("POST", "/channels/{channel_id}/messages", messages_write::create),
    op("POST", "/channels/{channel_id}/messages/bulk-delete", messages::bulk_delete),
    op("GET", "/channels/{channel_id}/messages/{message_id}", messages::get),
    op("PATCH", "/channels/{channel_id}/messages/{message_id}", messages_write::update),
    op("DELETE", "/channels/{channel_id}/messages/{message_id}", messages::delete),
    op("GET", "/channels/{channel_id}/messages/pins", pins::list),
    op("PUT", "/channels/{channel_id}/messages/pins/{message_id}", pins::create),
    op("DELETE", "/channels/{channel_id}/messages/pins/{message_id}", pins::delete),
    op("GET", "/channels/{channel_id}/pins", pins::deprecated_list),
    op("PUT", "/channels/{channel_id}/pins/{message_id}", pins::create),
    op("DELETE", "/channels/{channel_id}/pins/{message_id}", pins::delete),
    op("DELETE", "/channels/{channel_id}/messages/{message_id}/reactions", reactions::clear),
    op("GET", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}", reactions::list),
    op(
        "DELETE",
        "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}",
        reactions::clear_emoji,
    ),
    op("PUT", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me", reactions::add),
    op(
        "DELETE",
        "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me",
        reactions::remove_own,
    ),
    op(
        "DELETE",
        "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/{user_id}",
        reactions::remove,
    ),
];
