//! A request that is ready to go out, and on which of Discord's limits it draws.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, Utc};
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use serde_json::Value;
use serenity::all as s;
use serenity::http::{LightMethod, Multipart, MultipartUpload, Request as Outgoing, Route};

use crate::app::effect::Effect;
use crate::discord::governor::Bucket;
use crate::discord::view::FileView;
use crate::domain::ids::{ChannelId, GuildId, MessageId, RoleId, UserId, snowflake_millis};

/// The reason given in the server's audit log for everything: one constant, so that it tells nothing (P14).
const AUDIT_REASON: &str = "Tandem";
const AUDIT_HEADER: HeaderName = HeaderName::from_static("x-audit-log-reason");

/// Whose overwrite it is.
#[derive(Debug, Clone, Copy)]
pub enum Target {
    /// A member's.
    Member(UserId),
    /// That of everybody.
    Everybody(GuildId),
    /// A role's.
    Role(RoleId),
}

/// A request that is ready to go out.
#[derive(Debug)]
pub enum Ready {
    /// Make a channel or category.
    Channel { guild: GuildId, body: Value },
    /// Replace a channel's overwrites.
    Overwrites { channel: ChannelId, body: Value },
    /// Set one overwrite of a channel.
    Overwrite { channel: ChannelId, target: Target, body: Value },
    /// Look who has an overwrite of their own in a channel; all but those `inside` are then taken out of it.
    Inside { channel: ChannelId, inside: BTreeSet<UserId> },
    /// Take a member's overwrite out of a channel.
    Outside { channel: ChannelId, user: UserId },
    /// Delete a channel.
    Delete { channel: ChannelId },
    /// Post a message.
    Message { channel: ChannelId, body: Value, key: String, files: Vec<FileView> },
    /// Edit a message.
    Edit { channel: ChannelId, message: MessageId, body: Value },
    /// Pin a message.
    Pin { channel: ChannelId, message: MessageId },
    /// Put our reaction, spelt as in an address.
    Seed { channel: ChannelId, message: MessageId, emoji: String },
    /// List the channels of a server.
    Count { guild: GuildId },
    /// Look whether a person is on the server.
    Member { guild: GuildId, user: UserId },
    /// Move somebody in voice.
    Move { guild: GuildId, user: UserId, body: Value },
    /// Delete a message.
    Erase { channel: ChannelId, message: MessageId },
    /// Open the direct messages with a person.
    Direct { body: Value },
    /// Take a person's reaction away, spelt as in an address.
    Unmark { channel: ChannelId, message: MessageId, user: UserId, emoji: String },
}

impl Ready {
    /// The hash by which the effect is recognised afterwards, where it has no key of its own.
    pub fn content_key(&self) -> Option<String> {
        match self {
            Self::Message { key, .. } => Some(key.clone()),
            _ => None,
        }
    }

    /// Whether it changes a message that stands there.
    pub const fn is_about_a_message(&self) -> bool {
        matches!(self, Self::Edit { .. } | Self::Pin { .. } | Self::Seed { .. } | Self::Unmark { .. })
    }

    /// Whether it edits a message that is older than `age`.
    pub fn edits_older_than(&self, age: Duration, now: DateTime<Utc>) -> bool {
        let Self::Edit { message, .. } = self else { return false };
        snowflake_millis(message.0) < (now - age).timestamp_millis()
    }

    /// What goes out for it.
    pub fn request(&self) -> Outgoing<'_> {
        let reason = HeaderMap::from_iter([(AUDIT_HEADER, HeaderValue::from_static(AUDIT_REASON))]);
        let guild_id = |id: &GuildId| s::GuildId::new(id.0);
        let channel_id = |id: &ChannelId| s::ChannelId::new(id.0);
        let message_id = |id: &MessageId| s::MessageId::new(id.0);
        let user_id = |id: &UserId| s::UserId::new(id.0);
        let (method, route, body) = match self {
            Self::Channel { guild, body } => {
                (LightMethod::Post, Route::GuildChannels { guild_id: guild_id(guild) }, Some(body))
            }
            Self::Overwrites { channel, body } => {
                (LightMethod::Patch, Route::Channel { channel_id: channel_id(channel) }, Some(body))
            }
            Self::Overwrite { channel, target, body } => {
                let target_id = match target {
                    Target::Member(user) => s::TargetId::new(user.0),
                    Target::Everybody(guild) => s::TargetId::new(guild.0),
                    Target::Role(role) => s::TargetId::new(role.0),
                };
                let route = Route::ChannelPermission { channel_id: channel_id(channel), target_id };
                (LightMethod::Put, route, Some(body))
            }
            Self::Inside { channel, .. } => {
                (LightMethod::Get, Route::Channel { channel_id: channel_id(channel) }, None)
            }
            Self::Outside { channel, user } => {
                let target_id = s::TargetId::new(user.0);
                let route = Route::ChannelPermission { channel_id: channel_id(channel), target_id };
                (LightMethod::Delete, route, None)
            }
            Self::Delete { channel } => {
                (LightMethod::Delete, Route::Channel { channel_id: channel_id(channel) }, None)
            }
            Self::Message { channel, body, files, .. } if !files.is_empty() => {
                let route = Route::ChannelMessages { channel_id: channel_id(channel) };
                let form = multipart(files, body);
                return Outgoing::new(route, LightMethod::Post).multipart(Some(form)).headers(Some(reason));
            }
            Self::Message { channel, body, .. } => {
                (LightMethod::Post, Route::ChannelMessages { channel_id: channel_id(channel) }, Some(body))
            }
            Self::Edit { channel, message, body } => {
                let (channel_id, message_id) = (channel_id(channel), message_id(message));
                (LightMethod::Patch, Route::ChannelMessage { channel_id, message_id }, Some(body))
            }
            Self::Pin { channel, message } => {
                let (channel_id, message_id) = (channel_id(channel), message_id(message));
                (LightMethod::Put, Route::ChannelPin { channel_id, message_id }, None)
            }
            Self::Seed { channel, message, emoji: reaction } => {
                let (channel_id, message_id) = (channel_id(channel), message_id(message));
                (LightMethod::Put, Route::ChannelMessageReactionMe { channel_id, message_id, reaction }, None)
            }
            Self::Count { guild } => {
                (LightMethod::Get, Route::GuildChannels { guild_id: guild_id(guild) }, None)
            }
            Self::Member { guild, user } => {
                let (guild_id, user_id) = (guild_id(guild), user_id(user));
                (LightMethod::Get, Route::GuildMember { guild_id, user_id }, None)
            }
            Self::Move { guild, user, body } => {
                let (guild_id, user_id) = (guild_id(guild), user_id(user));
                (LightMethod::Patch, Route::GuildMember { guild_id, user_id }, Some(body))
            }
            Self::Erase { channel, message } => {
                let (channel_id, message_id) = (channel_id(channel), message_id(message));
                (LightMethod::Delete, Route::ChannelMessage { channel_id, message_id }, None)
            }
            Self::Direct { body, .. } => (LightMethod::Post, Route::UserMeDmChannels, Some(body)),
            Self::Unmark { channel, message, user, emoji: reaction } => {
                let (channel_id, message_id) = (channel_id(channel), message_id(message));
                let user_id = user_id(user);
                let route = Route::ChannelMessageReaction { channel_id, message_id, user_id, reaction };
                (LightMethod::Delete, route, None)
            }
        };
        Outgoing::new(route, method)
            .body(body.map(|body| body.to_string().into_bytes()))
            .headers(Some(reason))
    }
}

/// On which limit of Discord's an effect draws.
pub const fn bucket(effect: &Effect) -> Bucket {
    match effect {
        Effect::CategoryCreate { .. }
        | Effect::RoomCreate { .. }
        | Effect::LoungeCreate { .. }
        | Effect::MeetCreate { .. } => Bucket::Build,
        Effect::RoomClose { .. }
        | Effect::RoomHide { .. }
        | Effect::RoomRepair { .. }
        | Effect::LoungeMember { .. }
        | Effect::LoungeClose { .. }
        | Effect::LoungeCoach { .. }
        | Effect::LoungeDelete { .. }
        | Effect::MeetAccess { .. }
        | Effect::MeetDelete { .. }
        | Effect::RoomDelete { .. } => Bucket::Channel,
        Effect::MeetMove { .. } => Bucket::Move,
        Effect::Post { .. } => Bucket::Message,
        Effect::Pin { .. } => Bucket::Pin,
        Effect::Seed { .. } | Effect::Unmark { .. } => Bucket::Reaction,
        Effect::RoomCount { .. } => Bucket::Channels,
        Effect::MemberCheck { .. } => Bucket::Member,
        Effect::Edit { .. } => Bucket::Edit,
        Effect::PostDelete { .. } => Bucket::Erase,
        Effect::DirectOpen { .. } => Bucket::Direct,
    }
}

/// A message and its files in one form.
fn multipart(files: &[FileView], body: &Value) -> Multipart {
    let upload = |file: &FileView| s::CreateAttachment::bytes(file.bytes.clone(), file.name.clone());
    Multipart {
        upload: MultipartUpload::Attachments(files.iter().map(upload).collect()),
        fields: Vec::new(),
        payload_json: Some(body.to_string()),
    }
}
