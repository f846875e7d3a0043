//! One gateway session: its sequence numbers, the events it may have to replay, and which events it gets at all.

use std::{collections::VecDeque, sync::Arc};

use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::{Outgoing, Resume, SessionView, intents, wire};

/// How many events a session keeps for a replay; one that has missed more is invalid. Discord publishes no number.
const KEPT_EVENTS: usize = 20_000;

/// What a socket's task is told to put on the wire.
#[derive(Debug, Clone)]
pub enum Frame {
    /// An event with its sequence number, serialised.
    Event(u64, Arc<str>),
    /// Any other payload, serialised.
    Text(String),
    /// Close with a code and its reason.
    Close(u16, &'static str),
    /// Drop the connection without a close frame.
    Cut,
}

/// The socket a session is on.
#[derive(Debug)]
pub struct Line {
    number: u64,
    /// The queue of the socket's task.
    pub out: mpsc::UnboundedSender<Frame>,
}

/// One session. It outlives its socket until it is resumed or forgotten.
#[derive(Debug)]
pub struct Session {
    pub(super) id: String,
    intents: u64,
    shard: (u64, u64),
    sequence: u64,
    /// Up to where events were handed to a socket and not lost with it.
    pub(super) delivered: u64,
    log: VecDeque<(u64, Arc<str>)>,
    pub(super) line: Option<Line>,
    pub(super) forgotten: bool,
}

impl Session {
    /// A fresh session on a socket.
    pub(super) fn new(
        id: String,
        intents: u64,
        shard: (u64, u64),
        number: u64,
        out: mpsc::UnboundedSender<Frame>,
    ) -> Self {
        let line = Some(Line { number, out });
        let log = VecDeque::new();
        Self { id, intents, shard, sequence: 0, delivered: 0, log, line, forgotten: false }
    }

    pub(super) fn view(&self) -> SessionView {
        let (id, connected) = (self.id.clone(), self.line.is_some());
        SessionView { id, connected, intents: self.intents, sequence: self.sequence }
    }

    pub(super) fn is_on(&self, number: u64) -> bool {
        self.line.as_ref().is_some_and(|line| line.number == number)
    }

    /// Takes the event if this session asked for such events. Returns how many went to a live socket (0 or 1).
    pub(super) fn offer(&mut self, event: &Outgoing, bot: u64) -> u64 {
        if event.intent.is_some_and(|bit| self.intents & bit == 0) || !self.is_mine(event) {
            return 0;
        }
        if self.intents & intents::MESSAGE_CONTENT == 0 && hides_content(event, bot) {
            return self.push(event.name, &without_content(&event.data));
        }
        self.push(event.name, &event.data)
    }

    /// Numbers the event, keeps it for a replay and queues it. Returns how many went to a live socket (0 or 1).
    pub(super) fn push(&mut self, name: &str, data: &Value) -> u64 {
        self.sequence += 1;
        let text: Arc<str> = wire::event(name, self.sequence, data).into();
        self.log.push_back((self.sequence, Arc::clone(&text)));
        if self.log.len() > KEPT_EVENTS {
            self.log.pop_front();
        }
        let Some(line) = &self.line else { return 0 };
        if line.out.send(Frame::Event(self.sequence, text)).is_err() {
            return 0;
        }
        self.delivered = self.sequence;
        1
    }

    /// Moves to another socket and queues what came after `sequence`.
    pub(super) fn resume(
        &mut self,
        number: u64,
        out: &mpsc::UnboundedSender<Frame>,
        sequence: u64,
    ) -> Resume {
        if sequence > self.sequence {
            return Resume::BadSequence;
        }
        let oldest = self.log.front().map_or(self.sequence + 1, |(number, _)| *number);
        if sequence + 1 < oldest {
            return Resume::Invalid;
        }
        if let Some(old) = self.line.replace(Line { number, out: out.clone() }) {
            drop(old.out.send(Frame::Cut));
        }
        while self.log.front().is_some_and(|(number, _)| *number <= sequence) {
            self.log.pop_front();
        }
        self.delivered = sequence;
        for (number, text) in &self.log {
            if out.send(Frame::Event(*number, Arc::clone(text))).is_ok() {
                self.delivered = *number;
            }
        }
        self.push("RESUMED", &json!({ "_trace": [] }));
        Resume::Replayed
    }

    /// Direct messages and everything without a server go to shard 0; a server's events to `(id >> 22) % shards`.
    fn is_mine(&self, event: &Outgoing) -> bool {
        let (own, shards) = self.shard;
        let guild = match event.name {
            "GUILD_CREATE" | "GUILD_UPDATE" | "GUILD_DELETE" => &event.data["id"],
            _ => &event.data["guild_id"],
        };
        let guild = guild.as_str().and_then(|id| id.parse::<u64>().ok());
        shards < 2 || guild.map_or(0, |id| (id >> 22) % shards) == own
    }
}

/// Whether this is somebody else's message in a server that does not mention the bot: then its content needs the
/// privileged intent.
fn hides_content(event: &Outgoing, bot: u64) -> bool {
    let data = &event.data;
    let bot = bot.to_string();
    let mentioned = data["mentions"].as_array().is_some_and(|all| all.iter().any(|user| user["id"] == *bot));
    matches!(event.name, "MESSAGE_CREATE" | "MESSAGE_UPDATE")
        && data.get("guild_id").is_some()
        && data["author"]["id"] != *bot
        && !mentioned
}

fn without_content(data: &Value) -> Value {
    let mut data = data.clone();
    data["content"] = json!("");
    for list in ["embeds", "attachments", "components"] {
        data[list] = json!([]);
    }
    data
}
