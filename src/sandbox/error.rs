//! Refusals as Discord words them: status, code, message, and the nested tree of what is wrong with a form.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// A refused request.
#[derive(Clone, Debug, PartialEq)]
pub struct ApiError {
    /// The HTTP status.
    pub status: u16,
    /// Discord's code; 0 where it has none.
    pub code: u32,
    /// Discord's sentence.
    pub message: &'static str,
    /// What is wrong with which field.
    pub problems: Problems,
}

impl ApiError {
    /// A refusal without a tree.
    #[must_use]
    pub fn new(status: u16, code: u32, message: &'static str) -> Self {
        Self { status, code, message, problems: Problems::default() }
    }

    /// The body of the answer.
    #[must_use]
    pub fn body(&self) -> Value {
        let mut body = json!({"message": self.message, "code": self.code});
        if !self.problems.is_empty() {
            body["errors"] = self.problems.tree();
        }
        body
    }
}

macro_rules! refusals {
    ($($name:ident = $status:literal, $code:literal, $message:literal;)*) => {
        $(
            #[doc = concat!("Code ", stringify!($code), ": ", $message, ".")]
            #[must_use]
            pub fn $name() -> ApiError {
                ApiError::new($status, $code, $message)
            }
        )*
    };
}

refusals! {
    unauthorized = 401, 0, "401: Unauthorized";
    no_route = 404, 0, "404: Not Found";
    method_not_allowed = 405, 0, "405: Method Not Allowed";
    unknown_application = 404, 10_002, "Unknown Application";
    unknown_channel = 404, 10_003, "Unknown Channel";
    unknown_guild = 404, 10_004, "Unknown Guild";
    unknown_member = 404, 10_007, "Unknown Member";
    unknown_message = 404, 10_008, "Unknown Message";
    unknown_overwrite = 404, 10_009, "Unknown Permission Overwrite";
    unknown_role = 404, 10_011, "Unknown Role";
    unknown_user = 404, 10_013, "Unknown User";
    unknown_emoji = 400, 10_014, "Unknown Emoji";
    unknown_webhook = 404, 10_015, "Unknown Webhook";
    unknown_interaction = 404, 10_062, "Unknown interaction";
    unknown_command = 404, 10_063, "Unknown application command";
    unknown_voice_state = 404, 10_065, "Unknown Voice State";
    too_many_pins = 400, 30_003, "Maximum number of pins reached for the channel (250)";
    too_many_roles = 400, 30_005, "Maximum number of server roles reached (250)";
    too_many_reactions = 400, 30_010, "Maximum number of reactions reached (20)";
    too_many_channels = 400, 30_013, "Maximum number of server channels reached (500)";
    too_many_attachments = 400, 30_015, "Maximum number of attachments in a message reached (10)";
    too_many_command_creations = 400, 30_034, "Max number of daily application command creates has been reached (200)";
    too_many_overwrites = 400, 30_060, "Maximum number of channel permission overwrites reached (1000)";
    opening_too_fast = 403, 40_003, "You are opening direct messages too fast";
    too_large = 413, 40_005, "Request entity too large";
    one_parent_at_a_time = 400, 40_009, "Only one channel's parent may be changed at a time";
    not_in_voice = 400, 40_032, "Target user is not connected to voice.";
    already_acknowledged = 400, 40_060, "Interaction has already been acknowledged.";
    missing_access = 403, 50_001, "Missing Access";
    not_your_message = 403, 50_005, "Cannot edit a message authored by another user";
    empty_message = 400, 50_006, "Cannot send an empty message";
    closed_direct_messages = 403, 50_007, "Cannot send messages to this user";
    not_a_text_channel = 400, 50_008, "Cannot send messages in a non-text channel";
    missing_permissions = 403, 50_013, "Missing Permissions";
    bulk_delete_count = 400, 50_016, "Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages to delete";
    wrong_channel_for_pin = 400, 50_019, "A message can only be pinned to the channel it was sent in";
    system_message = 400, 50_021, "Cannot execute action on a system message";
    wrong_channel_type = 400, 50_024, "Cannot execute action on this channel type";
    invalid_webhook_token = 401, 50_027, "Invalid Webhook Token";
    too_old_to_bulk_delete = 400, 50_034, "You can only bulk delete messages that are under 14 days old.";
    invalid_form = 400, 50_035, "Invalid Form Body";
    file_too_large = 400, 50_045, "File uploaded exceeds the maximum size";
    invalid_json = 400, 50_109, "The request body contains invalid JSON.";
    no_mutual_guilds = 403, 50_278, "Cannot send messages to this user due to having no mutual guilds";
    reaction_blocked = 403, 90_001, "Reaction was blocked";
    no_reply_without_history = 400, 160_002, "Cannot reply without permission to read message history";
}

/// What is wrong with a form, by the path of each field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problems {
    at: BTreeMap<String, Vec<(String, String)>>,
}

impl Problems {
    /// Whether the form is right.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.at.is_empty()
    }

    /// Notes that the field at `path` (dots between the steps) is wrong.
    pub fn add(&mut self, path: &str, code: &str, message: impl Into<String>) {
        self.at.entry(path.to_owned()).or_default().push((code.to_owned(), message.into()));
    }

    /// Adds what another check found.
    pub fn extend(&mut self, other: Self) {
        for (path, found) in other.at {
            self.at.entry(path).or_default().extend(found);
        }
    }

    /// The refusal, if anything is wrong.
    pub fn into_result(self) -> Result<(), ApiError> {
        if self.is_empty() { Ok(()) } else { Err(ApiError { problems: self, ..invalid_form() }) }
    }

    /// A refusal for one wrong field.
    #[must_use]
    pub fn one(path: &str, code: &str, message: impl Into<String>) -> ApiError {
        let mut problems = Self::default();
        problems.add(path, code, message);
        ApiError { problems, ..invalid_form() }
    }

    /// Discord's nested tree: `{"content": {"_errors": [{"code", "message"}]}}`.
    #[must_use]
    pub fn tree(&self) -> Value {
        let mut root = json!({});
        for (path, found) in &self.at {
            let mut here = &mut root;
            for step in path.split('.').filter(|step| !step.is_empty()) {
                here = &mut here[step];
            }
            here["_errors"] =
                found.iter().map(|(code, message)| json!({"code": code, "message": message})).collect();
        }
        root
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_nests_by_field_and_index() {
        let error =
            Problems::one("embeds.0.title", "BASE_TYPE_MAX_LENGTH", "Must be 256 or fewer in length.");
        assert_eq!(
            error.body(),
            json!({"message": "Invalid Form Body", "code": 50035, "errors": {"embeds": {"0": {"title": {"_errors": [
                {"code": "BASE_TYPE_MAX_LENGTH", "message": "Must be 256 or fewer in length."}
            ]}}}}})
        );
    }
}
