//! Every message there ever was, as it last stood: rooms of ended tandems are deleted, and a transcript still shows them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::sandbox::shared::Shared;
use crate::sandbox::view::MessageView;

/// A file that was sent.
#[derive(Debug, Clone)]
pub struct File {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub bytes: Arc<[u8]>,
}

/// Messages and names, kept from day to day.
#[derive(Debug, Default)]
pub struct Archive {
    /// By id, which is the order in which they were written.
    pub messages: BTreeMap<u64, MessageView>,
    /// Direct messages, by id.
    pub direct: BTreeMap<u64, MessageView>,
    /// The names of channels, deleted ones included.
    pub channels: BTreeMap<u64, String>,
    /// Files, by the id of their message.
    pub files: BTreeMap<u64, Vec<File>>,
}

impl Archive {
    /// Takes in what stands now; `owner` owns the server and so sees every channel.
    pub fn capture(&mut self, discord: &Shared, owner: u64) {
        for channel in discord.channels_of(owner).into_iter().filter(|channel| channel.kind == 0) {
            self.channels.insert(channel.id, channel.name);
            self.take_in(discord, owner, channel.id);
        }
    }

    /// Takes in what stands now in these channels.
    pub fn capture_channels(
        &mut self,
        discord: &Shared,
        owner: u64,
        channels: impl IntoIterator<Item = u64>,
    ) {
        for channel in channels {
            let name = discord.world().channels.get(&channel).map(|one| one.name.clone());
            self.channels.insert(channel, name.unwrap_or_default());
            self.take_in(discord, owner, channel);
        }
    }

    fn take_in(&mut self, discord: &Shared, owner: u64, channel: u64) {
        for message in discord.view(owner, channel).into_iter().filter(|message| !message.private) {
            if !message.attachments.is_empty() && !self.files.contains_key(&message.id) {
                let stored = discord.channel(channel).and_then(|mut it| it.messages.remove(&message.id));
                let files = stored.into_iter().flat_map(|stored| stored.attachments);
                let files = files.map(|file| File { name: file.filename, bytes: file.bytes }).collect();
                self.files.insert(message.id, files);
            }
            self.messages.insert(message.id, message);
        }
    }
}
