//! Faults on demand: what a network and an overloaded Discord do to a request, and the points at which a request can
//! be held so that a test may kill the bot exactly there. Each fault waits for a request it matches and then acts
//! once (or as often as it says), so that a test can say beforehand what will go wrong.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use tokio::sync::oneshot;

pub mod around;

/// A point in a request's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Point {
    /// The request has been read in full; nothing has happened yet.
    Read,
    /// The effect has happened and its events are out; no byte of the answer is.
    Effect,
    /// The answer is on its way; whatever the bot asks next waits at [`Point::Read`].
    Sent,
}

/// Whose limit a 429 names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// The bot's own limit on this route.
    User,
    /// The bot's 50 requests a second.
    Global,
    /// The resource's limit, caused by others too; the headers cannot foretell it.
    Shared,
}

/// What goes wrong.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Action {
    /// Waits at the point until released.
    Hold {
        /// Where.
        point: Point,
    },
    /// Answers 429; nothing happens.
    RateLimit {
        /// Whose limit.
        scope: Scope,
        /// Seconds until a further try, decimals allowed.
        retry_after: f64,
    },
    /// Answers with this status and no effect; meant for 500, 502, 503 and 504.
    Fail {
        /// The HTTP status.
        status: u16,
    },
    /// The effect happens and is answered with this status all the same.
    FailAfter {
        /// The HTTP status.
        status: u16,
    },
    /// The effect happens, then the connection is closed without a byte of the answer.
    LoseResponse,
    /// The effect happens so many seconds of the sandbox's clock later. The connection is closed at once, or with
    /// `answer` kept open until then.
    DelayEffect {
        /// Seconds of the sandbox's clock.
        seconds: f64,
        /// Whether the answer arrives after the effect instead of being lost.
        #[serde(default)]
        answer: bool,
    },
    /// The effect happens at once, the answer comes so many seconds of the sandbox's clock later.
    Slow {
        /// Seconds of the sandbox's clock.
        seconds: f64,
    },
}

/// A fault that lies in wait.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fault {
    /// The HTTP method; any when absent.
    #[serde(default)]
    pub method: Option<String>,
    /// The route as a template without `/api/v10`, such as `/channels/{channel_id}/messages`; any when absent.
    #[serde(default)]
    pub route: Option<String>,
    /// Only requests whose path names this id (a channel, a server, a message …).
    #[serde(default)]
    pub id: Option<String>,
    /// How many matching requests pass unharmed before the first that is hit.
    #[serde(default)]
    pub skip: u32,
    /// How many are hit.
    #[serde(default = "once")]
    pub times: u32,
    /// What happens to them.
    #[serde(flatten)]
    pub action: Action,
}

fn once() -> u32 {
    1
}

impl Fault {
    /// A fault for the next request of that method and route template.
    #[must_use]
    pub fn on(method: &str, route: &str, action: Action) -> Self {
        let (method, route) = (Some(method.to_owned()), Some(route.to_owned()));
        Self { method, route, id: None, skip: 0, times: 1, action }
    }

    /// The same for requests whose path names this id.
    #[must_use]
    pub fn about(mut self, id: u64) -> Self {
        self.id = Some(id.to_string());
        self
    }

    /// The same, but so many matching requests pass first.
    #[must_use]
    pub fn after(mut self, skip: u32) -> Self {
        self.skip = skip;
        self
    }

    fn matches(&self, request: &Asked) -> bool {
        self.method.as_deref().is_none_or(|method| method.eq_ignore_ascii_case(&request.method))
            && self.route.as_deref().is_none_or(|route| route == request.route)
            && self.id.as_deref().is_none_or(|id| request.path.split('/').any(|part| part == id))
    }
}

/// A request as faults see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// The HTTP method.
    pub method: String,
    /// The route template without `/api/v10`.
    pub route: String,
    /// The path without `/api/v10`.
    pub path: String,
}

/// A request that waits at a hold point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Held {
    /// The number to release it by.
    pub id: u64,
    /// Where it waits.
    pub point: Point,
    /// What was asked.
    #[serde(flatten)]
    pub request: Asked,
}

/// How a hold ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Release {
    /// The request goes on, even if the one who asked is gone.
    Go,
    /// The connection is closed; what has not happened yet never does.
    Forget,
}

/// All faults that lie in wait, and all requests that are held.
#[derive(Debug, Default)]
pub struct Faults(Mutex<Inner>);

#[derive(Debug, Default)]
struct Inner {
    waiting: Vec<Fault>,
    held: Vec<(Held, oneshot::Sender<Release>)>,
    /// Holds at [`Point::Sent`]; while there is one, every further request queues in `behind`.
    gates: Vec<u64>,
    behind: Vec<oneshot::Sender<Release>>,
    count: u64,
    struck: u64,
}

impl Faults {
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lays a fault.
    pub fn lay(&self, fault: Fault) {
        self.lock().waiting.push(fault);
    }

    /// The faults that have not been used up.
    #[must_use]
    pub fn waiting(&self) -> Vec<Fault> {
        self.lock().waiting.clone()
    }

    /// Takes all waiting faults away; held requests stay held.
    pub fn clear(&self) {
        self.lock().waiting.clear();
    }

    /// How many requests faults have struck so far.
    #[must_use]
    pub fn struck(&self) -> u64 {
        self.lock().struck
    }

    /// The requests that wait at a hold point, oldest first.
    #[must_use]
    pub fn held(&self) -> Vec<Held> {
        self.lock().held.iter().map(|(held, _)| held.clone()).collect()
    }

    /// Ends one hold. `false` when nothing of that number is held.
    pub fn release(&self, id: u64, how: Release) -> bool {
        let mut inner = self.lock();
        inner.gates.retain(|gate| *gate != id);
        let Some(at) = inner.held.iter().position(|(held, _)| held.id == id) else { return false };
        let (_, waiter) = inner.held.remove(at);
        let behind = if inner.gates.is_empty() { std::mem::take(&mut inner.behind) } else { Vec::new() };
        drop(inner);
        let _ = waiter.send(how);
        for waiter in behind {
            let _ = waiter.send(how);
        }
        true
    }

    /// Ends all holds; returns how many there were.
    pub fn release_all(&self, how: Release) -> usize {
        let mut inner = self.lock();
        inner.gates.clear();
        let held = std::mem::take(&mut inner.held);
        let behind = std::mem::take(&mut inner.behind);
        drop(inner);
        for waiter in behind {
            let _ = waiter.send(how);
        }
        let count = held.len();
        for (_, waiter) in held {
            let _ = waiter.send(how);
        }
        count
    }

    /// The first waiting fault that hits this request, used up by one.
    fn strike(&self, request: &Asked) -> Option<Action> {
        let mut inner = self.lock();
        let mut hit = None;
        for (at, fault) in inner.waiting.iter_mut().enumerate() {
            if !fault.matches(request) {
                continue;
            }
            if fault.skip > 0 {
                fault.skip -= 1;
            } else {
                hit = Some(at);
                break;
            }
        }
        let at = hit?;
        inner.struck += 1;
        let fault = &mut inner.waiting[at];
        fault.times = fault.times.saturating_sub(1);
        let action = fault.action.clone();
        if fault.times == 0 {
            inner.waiting.remove(at);
        }
        Some(action)
    }

    /// Puts a request on the list of held ones; the receiver hears how it goes on.
    fn hold(&self, point: Point, request: &Asked) -> oneshot::Receiver<Release> {
        let (waiter, heard) = oneshot::channel();
        let mut inner = self.lock();
        inner.count += 1;
        let id = inner.count;
        if point == Point::Sent {
            inner.gates.push(id);
        }
        inner.held.push((Held { id, point, request: request.clone() }, waiter));
        heard
    }

    /// Where a request has to queue behind one that is held at [`Point::Sent`].
    fn queue_behind(&self) -> Option<oneshot::Receiver<Release>> {
        let mut inner = self.lock();
        if inner.gates.is_empty() {
            return None;
        }
        let (waiter, heard) = oneshot::channel();
        inner.behind.push(waiter);
        Some(heard)
    }
}
