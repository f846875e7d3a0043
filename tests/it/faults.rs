//! Trouble on the way to Discord: limits, errors, lost and late answers, lost connections. A life in which each request
//! of each step suffers it once leaves in Discord what an undisturbed one leaves there.

mod again;
mod away;
mod disk;
mod repeated;
mod slow;

use std::collections::BTreeSet;

use tandem::sandbox::Sandbox;
use tandem::sandbox::faults::{Action, Fault, Scope};
use tandem::sandbox::state::Settings;
use tokio::sync::OnceCell;

use crate::play::stage::{Cut, OnStage};
use crate::play::{self, KINDS, assert_equal};

static UNDISTURBED: OnceCell<Vec<(&str, String)>> = OnceCell::const_new();

async fn undisturbed() -> &'static Vec<(&'static str, String)> {
    let live = async || {
        let mut house = OnStage::open(Settings::default()).await;
        let pictures = play::live(&mut house).await;
        house.end().await;
        pictures
    };
    UNDISTURBED.get_or_init(live).await
}

/// The request of every kind of effect, and the two by which the sender looks.
fn requests() -> BTreeSet<(&'static str, &'static str)> {
    let looks = [("GET", "/channels/{channel_id}/messages"), ("GET", "/guilds/{guild_id}/channels")];
    KINDS.into_iter().map(|(_, method, route)| (method, route)).chain(looks).collect()
}

/// Lives while trouble is made before each step; returns how often it struck.
async fn lived(
    what: &str,
    settings: Settings,
    trouble: impl FnMut(&Sandbox, &'static str) -> Cut + Send + 'static,
) -> u64 {
    let mut house = OnStage::open(settings).await.troubled(trouble);
    let ours = play::live(&mut house).await;
    let traffic = house.stage.sandbox.traffic();
    house.end().await;
    assert_equal(what, &ours, undisturbed().await);
    assert_eq!((traffic.public_responses, traffic.unknown_routes), (0, 0));
    assert!(traffic.max_in_any_second <= 50, "{}", traffic.max_in_any_second);
    traffic.struck
}

/// Lives while the first request of each kind suffers `action` in every step.
async fn suffered(settings: Settings, action: Action) {
    let what = format!("{action:?}");
    let trouble = move |sandbox: &Sandbox, _: &'static str| {
        sandbox.faults.clear();
        for (method, route) in requests() {
            sandbox.faults.lay(Fault::on(method, route, action.clone()));
        }
        Cut::No
    };
    let struck = lived(&what, settings, trouble).await;
    assert!(struck >= 12, "{what} struck only {struck} requests");
}

fn without_nonces() -> Settings {
    Settings { nonce_window: 0, ..Settings::default() }
}

#[tokio::test]
async fn a_limit_of_a_route_is_waited_for() {
    suffered(Settings::default(), Action::RateLimit { scope: Scope::User, retry_after: 1.5 }).await;
    suffered(Settings::default(), Action::RateLimit { scope: Scope::Shared, retry_after: 3.0 }).await;
}

#[tokio::test]
async fn the_limit_of_all_requests_is_waited_for() {
    suffered(Settings::default(), Action::RateLimit { scope: Scope::Global, retry_after: 2.0 }).await;
}

#[tokio::test]
async fn a_server_error_before_the_effect_is_looked_into_and_tried_again() {
    suffered(Settings::default(), Action::Fail { status: 503 }).await;
}

#[tokio::test]
async fn a_server_error_after_the_effect_is_looked_into_and_not_repeated() {
    suffered(Settings::default(), Action::FailAfter { status: 502 }).await;
}

#[tokio::test]
async fn a_lost_response_is_looked_for() {
    suffered(Settings::default(), Action::LoseResponse).await;
}

#[tokio::test]
async fn nothing_rests_on_nonces() {
    suffered(without_nonces(), Action::LoseResponse).await;
    suffered(without_nonces(), Action::FailAfter { status: 500 }).await;
}

#[tokio::test]
async fn an_effect_that_comes_later_is_not_made_twice() {
    suffered(without_nonces(), Action::DelayEffect { seconds: 20.0, answer: false }).await;
}

#[tokio::test]
async fn a_late_answer_is_an_answer() {
    suffered(without_nonces(), Action::Slow { seconds: 2.0 }).await;
    suffered(without_nonces(), Action::DelayEffect { seconds: 2.0, answer: true }).await;
}

#[tokio::test]
async fn a_lost_connection_is_resumed_and_nothing_is_missed() {
    let dropped = |sandbox: &Sandbox, _: &'static str| {
        sandbox.hub.drop_connections();
        Cut::Lost
    };
    lived("dropped connections", Settings::default(), dropped).await;
}

#[tokio::test]
async fn a_request_to_reconnect_is_followed() {
    let asked = |sandbox: &Sandbox, _: &'static str| {
        sandbox.hub.request_reconnect();
        Cut::Renewed
    };
    lived("reconnect requests", Settings::default(), asked).await;
}

#[tokio::test]
async fn an_invalid_session_begins_anew_and_what_it_missed_is_read_again() {
    let ended = |sandbox: &Sandbox, step: &'static str| {
        if !["stuck", "worked", "leave"].contains(&step) {
            return Cut::No;
        }
        sandbox.hub.invalidate(false);
        Cut::Lost
    };
    lived("invalid sessions", Settings::default(), ended).await;
}
