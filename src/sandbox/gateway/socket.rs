//! One gateway connection: reads what the client sends, writes what the hub queues, and knows when to hang up. The
//! heartbeat and the limit of 120 sends in 60 s run on wall time, because they belong to the socket and not to the
//! world.

use std::{collections::VecDeque, sync::Arc, time::Duration};

use axum::{
    extract::{
        Query, State, WebSocketUpgrade,
        ws::{CloseFrame, Message, WebSocket},
    },
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::{
    sync::mpsc,
    time::{Instant, timeout},
};

use super::{Resume, greet, session::Frame, wire, wire::Packing};
use crate::sandbox::shared::Shared;

/// Milliseconds between heartbeats, as HELLO gives them; Discord sends about this.
const HEARTBEAT_MS: u64 = 41_250;
/// A client that has been silent for two heartbeats is gone.
const SILENCE: Duration = Duration::from_millis(2 * HEARTBEAT_MS);
/// The largest payload a client may send, in bytes (Discord's gateway page).
const LARGEST: usize = 4096;
/// Sends per connection in 60 s (Discord's gateway page).
const SENDS: usize = 120;

/// Why a connection is closed: the code and its reason.
pub type Close = (u16, &'static str);

const UNKNOWN_OPCODE: Close = (4001, "Unknown opcode.");
const DECODE_ERROR: Close = (4002, "Error while decoding payload.");
const NOT_AUTHENTICATED: Close = (4003, "Not authenticated.");
const AUTHENTICATION_FAILED: Close = (4004, "Authentication failed.");
const ALREADY_AUTHENTICATED: Close = (4005, "Already authenticated.");
const INVALID_SEQUENCE: Close = (4007, "Invalid seq.");
const RATE_LIMITED: Close = (4008, "Rate limited.");
const TIMED_OUT: Close = (4009, "Session timed out.");
const INVALID_VERSION: Close = (4012, "Invalid API version.");

/// What the address of a connection asks for.
#[derive(Debug, Deserialize)]
pub struct Address {
    v: Option<String>,
    encoding: Option<String>,
    compress: Option<String>,
}

/// `GET /gateway`: takes a connection.
pub async fn upgrade(
    State(shared): State<Arc<Shared>>,
    Query(address): Query<Address>,
    upgrade: WebSocketUpgrade,
) -> Response {
    if !shared.hub.accepting() {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    if address.encoding.as_deref().is_some_and(|encoding| encoding != "json") {
        return (StatusCode::BAD_REQUEST, "only encoding=json is spoken here").into_response();
    }
    let packing = match address.compress.as_deref() {
        None | Some("") => Packing::Text,
        Some("zlib-stream") => Packing::stream(),
        Some("zstd-stream") => Packing::Stored(false),
        Some(_) => {
            let why = "zlib-stream and zstd-stream are the compressions spoken here";
            return (StatusCode::BAD_REQUEST, why).into_response();
        }
    };
    let version_fits = address.v.as_deref() == Some("10");
    upgrade.on_upgrade(move |socket| Connection::new(shared, socket, packing).serve(version_fits))
}

struct Connection {
    shared: Arc<Shared>,
    socket: WebSocket,
    packing: Packing,
    number: u64,
    out: mpsc::UnboundedSender<Frame>,
    queue: mpsc::UnboundedReceiver<Frame>,
    sends: VecDeque<Instant>,
}

/// How a connection ended.
struct End {
    /// The event that was taken from the queue but did not reach the wire.
    unsent: Option<u64>,
    /// Whether the session ends with it.
    forget: bool,
}

impl Connection {
    fn new(shared: Arc<Shared>, socket: WebSocket, packing: Packing) -> Self {
        let number = shared.hub.new_line();
        let (out, queue) = mpsc::unbounded_channel();
        let sends = VecDeque::new();
        Self { shared, socket, packing, number, out, queue, sends }
    }

    async fn serve(mut self, version_fits: bool) {
        if version_fits {
            let hello = json!({ "heartbeat_interval": HEARTBEAT_MS, "_trace": [] });
            self.queue_text(wire::plain(10, &hello));
        } else {
            self.close(INVALID_VERSION);
        }
        let End { mut unsent, forget } = self.run().await;
        self.queue.close();
        while let Ok(frame) = self.queue.try_recv() {
            if let Frame::Event(number, _) = frame {
                unsent = Some(unsent.map_or(number, |first| first.min(number)));
            }
        }
        self.shared.hub.detach(self.number, unsent, forget);
    }

    async fn run(&mut self) -> End {
        let mut deadline = Instant::now() + SILENCE;
        loop {
            tokio::select! {
                frame = self.queue.recv() => match frame {
                    Some(frame) => if let Some(end) = self.send(frame).await { return end },
                    None => return End { unsent: None, forget: false },
                },
                message = self.socket.recv() => {
                    deadline = Instant::now() + SILENCE;
                    match message {
                        Some(Ok(Message::Text(text))) => self.hear(text.as_bytes()),
                        Some(Ok(Message::Binary(bytes))) => self.hear(&bytes),
                        Some(Ok(Message::Close(frame))) => {
                            let forget = frame.is_some_and(|frame| matches!(frame.code, 1000 | 1001));
                            return End { unsent: None, forget };
                        }
                        Some(Ok(_)) => {}
                        Some(Err(_)) | None => return End { unsent: None, forget: false },
                    }
                }
                () = tokio::time::sleep_until(deadline) => self.close(TIMED_OUT),
            }
        }
    }

    /// Puts a frame on the wire; `Some` when the connection has ended with it.
    async fn send(&mut self, frame: Frame) -> Option<End> {
        let (message, number) = match frame {
            Frame::Event(number, text) => (self.packing.pack(&text, true), Some(number)),
            Frame::Text(text) => (self.packing.pack(&text, false), None),
            Frame::Cut => return Some(End { unsent: None, forget: false }),
            Frame::Close(code, reason) => {
                self.say_goodbye(code, reason).await;
                let forget = matches!((code, reason), INVALID_SEQUENCE | TIMED_OUT);
                return Some(End { unsent: None, forget });
            }
        };
        match self.socket.send(message).await {
            Ok(()) => None,
            Err(_) => Some(End { unsent: number, forget: false }),
        }
    }

    /// Sends the close frame and waits a moment for the other side's, so that the code is not lost with the socket.
    async fn say_goodbye(&mut self, code: u16, reason: &'static str) {
        let frame = CloseFrame { code, reason: reason.into() };
        if self.socket.send(Message::Close(Some(frame))).await.is_ok() {
            let echo = async { while let Some(Ok(_)) = self.socket.recv().await {} };
            let _ = timeout(Duration::from_secs(1), echo).await;
        }
    }

    fn queue_text(&self, text: String) {
        let _ = self.out.send(Frame::Text(text));
    }

    fn close(&self, (code, reason): Close) {
        let _ = self.out.send(Frame::Close(code, reason));
    }

    fn hear(&mut self, bytes: &[u8]) {
        if let Err(close) = self.understand(bytes) {
            self.close(close);
        }
    }

    fn understand(&mut self, bytes: &[u8]) -> Result<(), Close> {
        self.count_send()?;
        if bytes.len() > LARGEST {
            return Err(DECODE_ERROR);
        }
        let payload: Value = serde_json::from_slice(bytes).map_err(|_| DECODE_ERROR)?;
        let data = &payload["d"];
        // A client whose session was declared invalid may identify anew on the same connection.
        let attached = self.shared.hub.is_attached(self.number);
        match payload["op"].as_u64().ok_or(DECODE_ERROR)? {
            1 => self.queue_text(wire::plain(11, &Value::Null)),
            2 | 6 if attached => return Err(ALREADY_AUTHENTICATED),
            2 => self.identify(data)?,
            6 => self.resume(data)?,
            3 | 4 | 8 if !attached => return Err(NOT_AUTHENTICATED),
            // A presence, or the bot's own wish to be in voice: accepted, without an effect here.
            3 | 4 => {}
            8 => greet::send_members(&self.shared, self.number, data),
            _ => return Err(UNKNOWN_OPCODE),
        }
        Ok(())
    }

    fn count_send(&mut self) -> Result<(), Close> {
        let now = Instant::now();
        self.sends.push_back(now);
        while self.sends.front().is_some_and(|at| now.duration_since(*at) >= Duration::from_mins(1)) {
            self.sends.pop_front();
        }
        if self.sends.len() > SENDS { Err(RATE_LIMITED) } else { Ok(()) }
    }

    fn identify(&mut self, data: &Value) -> Result<(), Close> {
        self.authenticate(data)?;
        let wish = greet::Wish::read(data, self.shared.world().settings.privileged_intents)?;
        if wish.compress && matches!(self.packing, Packing::Text) {
            self.packing = Packing::Whole;
        }
        greet::welcome(&self.shared, self.number, self.out.clone(), &wish);
        Ok(())
    }

    fn resume(&mut self, data: &Value) -> Result<(), Close> {
        self.authenticate(data)?;
        let (Some(session), Some(sequence)) = (data["session_id"].as_str(), data["seq"].as_u64()) else {
            return Err(DECODE_ERROR);
        };
        match self.shared.hub.resume(self.number, &self.out, session, sequence) {
            Resume::Replayed => {}
            Resume::Invalid => self.queue_text(wire::plain(9, &Value::Bool(false))),
            Resume::BadSequence => return Err(INVALID_SEQUENCE),
        }
        Ok(())
    }

    fn authenticate(&self, data: &Value) -> Result<(), Close> {
        let token = data["token"].as_str().ok_or(DECODE_ERROR)?;
        let token = token.strip_prefix("Bot ").unwrap_or(token);
        let known = self.shared.world().application.token == token;
        if known { Ok(()) } else { Err(AUTHENTICATION_FAILED) }
    }
}
