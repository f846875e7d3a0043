//! The gateway half of the local Discord: who is connected, which events each connection has asked for, and what it
//! has missed. It exists apart from the sockets so that an effect can hand over its events while it still holds the
//! state's lock — events leave in the order of their effects, whatever the network does.

use std::sync::{
    Mutex, MutexGuard, PoisonError,
    atomic::{AtomicU64, Ordering},
};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio::sync::{mpsc, watch};

pub mod greet;
pub mod intents;
pub mod session;
pub mod socket;
pub mod wire;

use session::{Frame, Session};

/// An event on its way to the bot, made by whoever changed the state.
#[derive(Debug, Clone)]
pub struct Outgoing {
    /// The event's name, such as `MESSAGE_CREATE`.
    pub name: &'static str,
    /// The intent bit (see [`intents`]) a session must have asked for; `None` for events that need none.
    pub intent: Option<u64>,
    /// The event's `d`.
    pub data: Value,
}

/// What to do with an event instead of sending it once: events may arrive "zero, one or several times" (Discord's
/// reference, "Consistency").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventTwist {
    /// It is never sent and never replayed.
    Lose,
    /// It is sent twice, with two sequence numbers.
    Repeat,
}

/// How many disconnected sessions stay resumable; the oldest goes first. Discord keeps them for minutes and publishes
/// no number.
const KEPT_SESSIONS: usize = 8;

/// All gateway sessions of the one application. Methods are synchronous and take only this hub's own lock, which is
/// always taken *after* the state's.
#[derive(Debug, Default)]
pub struct Hub {
    bot: AtomicU64,
    inner: Mutex<Inner>,
    changed: watch::Sender<u64>,
}

#[derive(Debug, Default)]
struct Inner {
    sessions: Vec<Session>,
    opened: u64,
    lines: u64,
    dispatched: u64,
    closed_for_now: bool,
    twists: Vec<(String, EventTwist, u32)>,
}

/// What [`Hub::resume`] found.
#[derive(Debug, PartialEq, Eq)]
pub enum Resume {
    /// The missed events and `RESUMED` are queued on the line.
    Replayed,
    /// Unknown, forgotten or too far behind: answered with opcode 9.
    Invalid,
    /// A sequence number that was never sent: close code 4007.
    BadSequence,
}

/// One gateway session as [`Hub::sessions`] lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SessionView {
    /// The session's id, as READY gave it.
    pub id: String,
    /// Whether a socket is attached at the moment.
    pub connected: bool,
    /// The intents it asked for.
    pub intents: u64,
    /// The last sequence number given out.
    pub sequence: u64,
}

impl Hub {
    /// Says who the bot is: its own messages, and those that mention it, keep their content without the privileged
    /// intent.
    pub fn set_bot(&self, bot: u64) {
        self.bot.store(bot, Ordering::Relaxed);
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sends an event to every session that asked for it, or keeps it for those that may still resume. Call it while
    /// holding the state's lock, so that order is the order of effects.
    #[expect(clippy::needless_pass_by_value, reason = "the hub takes the event over")]
    pub fn dispatch(&self, event: Outgoing) {
        let bot = self.bot.load(Ordering::Relaxed);
        let mut inner = self.lock();
        let copies = match inner.twist(event.name) {
            Some(EventTwist::Lose) => 0,
            Some(EventTwist::Repeat) => 2,
            None => 1,
        };
        let mut sent = 0;
        for _ in 0..copies {
            for session in &mut inner.sessions {
                sent += session.offer(&event, bot);
            }
        }
        inner.dispatched += sent;
        drop(inner);
        self.bump();
    }

    /// Says that something changed without an event; wakes everybody who waits on [`Hub::changed`].
    pub fn bump(&self) {
        self.changed.send_modify(|count| *count += 1);
    }

    /// A receiver that wakes on every effect, event and finished request.
    #[must_use]
    pub fn changed(&self) -> watch::Receiver<u64> {
        self.changed.subscribe()
    }

    /// Events handed to live connections so far. What a connection lost before it was read is taken off again, so
    /// the figure can be compared with what a client says it has processed.
    #[must_use]
    pub fn dispatched(&self) -> u64 {
        self.lock().dispatched
    }

    /// How many sessions have a socket at the moment.
    #[must_use]
    pub fn connected(&self) -> usize {
        self.lock().sessions.iter().filter(|session| session.line.is_some()).count()
    }

    /// Every session that is live or may still resume.
    #[must_use]
    pub fn sessions(&self) -> Vec<SessionView> {
        self.lock().sessions.iter().map(Session::view).collect()
    }

    /// A number for a new socket, so that a late good-bye of an old one cannot detach its successor.
    pub fn new_line(&self) -> u64 {
        let mut inner = self.lock();
        inner.lines += 1;
        inner.lines
    }

    /// Opens a session on a socket and queues its first events (READY, then each `GUILD_CREATE`). `first` gets the
    /// new session's id. Hold the state's lock, so that no effect falls between snapshot and subscription.
    pub fn open(
        &self,
        line: u64,
        out: mpsc::UnboundedSender<Frame>,
        intents: u64,
        shard: (u64, u64),
        first: impl FnOnce(&str) -> Vec<Outgoing>,
    ) {
        let mut inner = self.lock();
        inner.opened += 1;
        let id = format!("{:032x}", inner.opened);
        let mut session = Session::new(id.clone(), intents, shard, line, out);
        let mut sent = 0;
        for event in first(&id) {
            sent += session.push(event.name, &event.data);
        }
        inner.sessions.push(session);
        inner.dispatched += sent;
        inner.forget_oldest();
        drop(inner);
        self.bump();
    }

    /// Attaches a socket to an earlier session and queues everything after `sequence`, then `RESUMED`.
    pub fn resume(&self, line: u64, out: &mpsc::UnboundedSender<Frame>, id: &str, sequence: u64) -> Resume {
        let mut inner = self.lock();
        let Some(session) = inner.sessions.iter_mut().find(|session| session.id == id) else {
            return Resume::Invalid;
        };
        let before = session.delivered;
        let answer = session.resume(line, out, sequence);
        let after = session.delivered;
        inner.dispatched = (inner.dispatched + after).saturating_sub(before);
        if answer == Resume::Invalid {
            inner.sessions.retain(|session| session.id != id);
        }
        drop(inner);
        self.bump();
        answer
    }

    /// Whether a session is on that socket.
    #[must_use]
    pub fn is_attached(&self, line: u64) -> bool {
        self.lock().sessions.iter().any(|session| session.is_on(line))
    }

    /// The intents of the session on that socket; 0 when there is none.
    #[must_use]
    pub fn intents_on(&self, line: u64) -> u64 {
        let inner = self.lock();
        inner.sessions.iter().find(|session| session.is_on(line)).map_or(0, |session| session.view().intents)
    }

    /// Sends an event to the session on that socket alone.
    pub fn send_on(&self, line: u64, name: &str, data: &Value) {
        let mut inner = self.lock();
        let sent = inner
            .sessions
            .iter_mut()
            .filter(|session| session.is_on(line))
            .map(|s| s.push(name, data))
            .sum::<u64>();
        inner.dispatched += sent;
        drop(inner);
        self.bump();
    }

    /// A socket is gone. `unsent` is the first sequence number that never reached the wire, if any.
    pub fn detach(&self, line: u64, unsent: Option<u64>, forget: bool) {
        let mut inner = self.lock();
        let mut lost = 0;
        for session in inner.sessions.iter_mut().filter(|session| session.is_on(line)) {
            session.line = None;
            if let Some(first) = unsent {
                lost += (session.delivered + 1).saturating_sub(first);
                session.delivered = session.delivered.min(first.saturating_sub(1));
            }
            session.forgotten |= forget;
        }
        inner.dispatched = inner.dispatched.saturating_sub(lost);
        inner.sessions.retain(|session| !(session.forgotten && session.line.is_none()));
        inner.forget_oldest();
        drop(inner);
        self.bump();
    }

    /// Cuts every connection without a close frame; the sessions may resume.
    pub fn drop_connections(&self) -> usize {
        self.tell(|_| Frame::Cut)
    }

    /// Asks every connection to reconnect and resume (opcode 7).
    pub fn request_reconnect(&self) -> usize {
        self.tell(|_| Frame::Text(wire::plain(7, &Value::Null)))
    }

    /// Asks every connection for a heartbeat at once (opcode 1).
    pub fn request_heartbeat(&self) -> usize {
        self.tell(|_| Frame::Text(wire::plain(1, &Value::Null)))
    }

    /// Tells every connection that its session is invalid (opcode 9). When it is not resumable the session is
    /// forgotten, and a later RESUME gets opcode 9 again.
    pub fn invalidate(&self, resumable: bool) -> usize {
        let told = self.tell(|_| Frame::Text(wire::plain(9, &Value::Bool(resumable))));
        if !resumable {
            self.forget_sessions();
        }
        told
    }

    /// Forgets every session, so that the next RESUME is refused. Live sockets stay, but get no more events.
    pub fn forget_sessions(&self) {
        self.lock().sessions.clear();
        self.bump();
    }

    /// Opens or shuts the gateway for new connections; shut, it answers 503.
    pub fn set_accepting(&self, accepting: bool) {
        self.lock().closed_for_now = !accepting;
        self.bump();
    }

    /// Whether new connections are taken.
    #[must_use]
    pub fn accepting(&self) -> bool {
        !self.lock().closed_for_now
    }

    /// Twists the next `times` events of that name.
    pub fn twist(&self, name: String, twist: EventTwist, times: u32) {
        self.lock().twists.push((name, twist, times));
    }

    fn tell(&self, frame: impl Fn(&Session) -> Frame) -> usize {
        let inner = self.lock();
        let mut told = 0;
        for session in &inner.sessions {
            if let Some(line) = &session.line {
                told += usize::from(line.out.send(frame(session)).is_ok());
            }
        }
        drop(inner);
        self.bump();
        told
    }
}

impl Inner {
    fn twist(&mut self, name: &str) -> Option<EventTwist> {
        let at = self.twists.iter().position(|(of, _, _)| of == name)?;
        let (_, twist, times) = &mut self.twists[at];
        let twist = *twist;
        *times = times.saturating_sub(1);
        if *times == 0 {
            self.twists.remove(at);
        }
        Some(twist)
    }

    fn forget_oldest(&mut self) {
        let gone = self.sessions.iter().filter(|session| session.line.is_none()).count();
        for _ in KEPT_SESSIONS..gone {
            if let Some(at) = self.sessions.iter().position(|session| session.line.is_none()) {
                self.sessions.remove(at);
            }
        }
    }
}
