//! The local Discord's gateway, people and faults from outside: with a bare websocket, which sees every byte, and with
//! an unmodified serenity client, which is what it is for.

mod bot;
mod control;
mod faults;
mod login;
mod people;
mod raw;
mod resume;
mod serenity_client;

use std::time::Duration;

use crate::openapi;
use tandem::sandbox::{Options, Sandbox, clock::SandboxClock, view::MessageView};

/// How long something may take that should happen at once.
const SOON: Duration = Duration::from_secs(10);

/// A sandbox whose requests are held against Discord's own description.
struct Place {
    sandbox: Sandbox,
    _held: openapi::Held,
}

impl std::ops::Deref for Place {
    type Target = Sandbox;

    fn deref(&self) -> &Sandbox {
        &self.sandbox
    }
}

async fn start() -> Place {
    start_with(Options::default()).await
}

async fn start_with(options: Options) -> Place {
    let sandbox = Sandbox::start(options).await.unwrap();
    let held = openapi::hold(&sandbox);
    Place { sandbox, _held: held }
}

/// A sandbox whose clock stands on a Monday morning.
async fn start_held() -> Place {
    let clock = SandboxClock::held("2026-03-02T09:00:00Z".parse().unwrap());
    start_with(Options { clock, ..Options::default() }).await
}

/// Waits until `look` finds something, without polling.
async fn until<T>(sandbox: &Sandbox, what: &str, look: impl Fn() -> Option<T>) -> T {
    let mut changed = sandbox.changed();
    let found = tokio::time::timeout(SOON, async {
        loop {
            changed.mark_unchanged();
            if let Some(found) = look() {
                return found;
            }
            changed.changed().await.unwrap();
        }
    });
    found.await.unwrap_or_else(|_| panic!("still waiting: {what}"))
}

/// A seeded person's id by user name.
fn person(sandbox: &Sandbox, name: &str) -> u64 {
    let state = sandbox.world();
    state.users.values().find(|user| user.name == name).unwrap().id
}

/// A seeded channel's id by name.
fn channel(sandbox: &Sandbox, name: &str) -> u64 {
    let state = sandbox.world();
    state.channels.values().find(|channel| channel.name == name).unwrap().id
}

fn texts(messages: &[MessageView]) -> Vec<&str> {
    messages.iter().map(|message| message.content.as_str()).collect()
}
