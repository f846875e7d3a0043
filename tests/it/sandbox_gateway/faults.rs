//! Each fault once, and the three points at which a request can be held.

use std::time::Duration;

use serde_json::{Value, json};
use tandem::sandbox::{
    Sandbox,
    faults::{Action, Fault, Point, Release, Scope},
};
use tokio::task::JoinHandle;

use super::{channel, start_held, until};

const POST: (&str, &str) = ("POST", "/channels/{channel_id}/messages");

fn lay(sandbox: &Sandbox, action: Action) {
    sandbox.faults.lay(Fault::on(POST.0, POST.1, action));
}

/// Posts as the bot; the status and the body, or none when the connection ended without an answer.
fn post(sandbox: &Sandbox, content: &str) -> JoinHandle<Option<(u16, Value)>> {
    let url = format!("{}/channels/{}/messages", sandbox.api(), channel(sandbox, "mentoring"));
    let token = format!("Bot {}", sandbox.token());
    let body = json!({ "content": content });
    tokio::spawn(async move {
        let request = reqwest::Client::new().post(url).header("authorization", token).json(&body);
        let answer = request.send().await.ok()?;
        Some((answer.status().as_u16(), answer.json().await.unwrap()))
    })
}

fn posted(sandbox: &Sandbox) -> usize {
    sandbox.channel(channel(sandbox, "mentoring")).unwrap().messages.len()
}

#[tokio::test]
async fn a_lost_response_comes_after_its_effect() {
    let sandbox = start_held().await;
    lay(&sandbox, Action::LoseResponse);
    assert_eq!(post(&sandbox, "once").await.unwrap(), None);
    assert_eq!(posted(&sandbox), 1);
    assert_eq!(post(&sandbox, "twice").await.unwrap().unwrap().0, 200);
    assert_eq!(sandbox.traffic().struck, 1);
}

#[tokio::test]
async fn a_server_error_has_no_effect() {
    let sandbox = start_held().await;
    lay(&sandbox, Action::Fail { status: 503 });
    assert_eq!(post(&sandbox, "no").await.unwrap().unwrap().0, 503);
    assert_eq!(posted(&sandbox), 0);
}

#[tokio::test]
async fn a_rate_limit_of_each_scope_says_how_long_to_wait() {
    let sandbox = start_held().await;
    for (scope, name) in [(Scope::User, "user"), (Scope::Global, "global"), (Scope::Shared, "shared")] {
        lay(&sandbox, Action::RateLimit { scope, retry_after: 1.5 });
        let url = format!("{}/channels/{}/messages", sandbox.api(), channel(&sandbox, "mentoring"));
        let token = format!("Bot {}", sandbox.token());
        let request = reqwest::Client::new().post(url).header("authorization", token);
        let answer = request.json(&json!({ "content": "no" })).send().await.unwrap();
        assert_eq!(answer.status(), 429);
        assert_eq!(answer.headers()["retry-after"], "2");
        assert_eq!(answer.headers()["x-ratelimit-scope"], name);
        let body: Value = answer.json().await.unwrap();
        assert_eq!((&body["retry_after"], &body["global"]), (&json!(1.5), &json!(scope == Scope::Global)));
    }
    assert_eq!((posted(&sandbox), sandbox.traffic().rate_limited), (0, 3));
}

#[tokio::test]
async fn an_effect_can_come_after_its_connection_has_ended() {
    let sandbox = start_held().await;
    lay(&sandbox, Action::DelayEffect { seconds: 20.0, answer: false });
    assert_eq!(post(&sandbox, "late").await.unwrap(), None);
    assert_eq!(posted(&sandbox), 0);
    let due = sandbox.clock.now() + chrono::TimeDelta::seconds(20);
    until(&sandbox, "the effect waits", || (sandbox.next_wake() == Some(due)).then_some(())).await;
    sandbox.turn(due);
    until(&sandbox, "the effect", || (posted(&sandbox) == 1).then_some(())).await;
}

#[tokio::test]
async fn a_slow_answer_waits_for_the_clock_and_a_delayed_effect_may_answer_too() {
    let sandbox = start_held().await;
    for (action, at_once) in
        [(Action::Slow { seconds: 5.0 }, 1), (Action::DelayEffect { seconds: 5.0, answer: true }, 1)]
    {
        lay(&sandbox, action);
        let answer = post(&sandbox, "slow");
        let due = sandbox.clock.now() + chrono::TimeDelta::seconds(5);
        wait_for_sleeper(&sandbox, due).await;
        assert_eq!(posted(&sandbox), at_once);
        assert_eq!(sandbox.traffic().open_requests, 1);
        sandbox.turn(due);
        assert_eq!(answer.await.unwrap().unwrap().0, 200);
    }
    assert_eq!(posted(&sandbox), 2);
}

async fn wait_for_sleeper(sandbox: &Sandbox, due: chrono::DateTime<chrono::Utc>) {
    let asleep = async {
        while sandbox.clock.next_wake() != Some(due) {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), asleep).await.expect("nothing waits for the clock");
}

async fn held(sandbox: &Sandbox, point: Point) -> u64 {
    let found = || sandbox.faults.held().into_iter().find(|held| held.point == point).map(|held| held.id);
    until(sandbox, "a held request", found).await
}

#[tokio::test]
async fn a_request_held_when_read_happens_on_release_or_never() {
    let sandbox = start_held().await;
    lay(&sandbox, Action::Hold { point: Point::Read });
    let answer = post(&sandbox, "wait");
    let id = held(&sandbox, Point::Read).await;
    assert_eq!((posted(&sandbox), sandbox.traffic().open_requests), (0, 1));
    assert_eq!(sandbox.faults.held()[0].request.route, POST.1);
    assert!(sandbox.faults.release(id, Release::Go));
    assert_eq!(answer.await.unwrap().unwrap().0, 200);
    assert_eq!(posted(&sandbox), 1);

    lay(&sandbox, Action::Hold { point: Point::Read });
    let answer = post(&sandbox, "never");
    let id = held(&sandbox, Point::Read).await;
    assert!(sandbox.faults.release(id, Release::Forget));
    assert_eq!(answer.await.unwrap(), None);
    assert_eq!(posted(&sandbox), 1);
    assert!(!sandbox.faults.release(id, Release::Go), "a hold ends once");
}

#[tokio::test]
async fn a_held_request_outlives_the_one_who_asked() {
    let sandbox = start_held().await;
    lay(&sandbox, Action::Hold { point: Point::Read });
    let answer = post(&sandbox, "orphan");
    let id = held(&sandbox, Point::Read).await;
    answer.abort();
    assert!(answer.await.unwrap_err().is_cancelled());
    until(&sandbox, "the connection is gone", || (sandbox.traffic().open_requests == 0).then_some(())).await;
    sandbox.faults.release(id, Release::Go);
    until(&sandbox, "the effect", || (posted(&sandbox) == 1).then_some(())).await;
}

#[tokio::test]
async fn a_request_held_after_its_effect_can_answer_or_be_lost() {
    let sandbox = start_held().await;
    lay(&sandbox, Action::Hold { point: Point::Effect });
    let answer = post(&sandbox, "done");
    held(&sandbox, Point::Effect).await;
    assert_eq!(posted(&sandbox), 1);
    assert!(!answer.is_finished());
    assert_eq!(sandbox.faults.release_all(Release::Forget), 1);
    assert_eq!(answer.await.unwrap(), None);
}

#[tokio::test]
async fn after_a_held_answer_everything_further_waits() {
    let sandbox = start_held().await;
    lay(&sandbox, Action::Hold { point: Point::Sent });
    assert_eq!(post(&sandbox, "answered").await.unwrap().unwrap().0, 200);
    let id = held(&sandbox, Point::Sent).await;
    let next = post(&sandbox, "next");
    until(&sandbox, "the next is read", || (sandbox.traffic().open_requests == 1).then_some(())).await;
    assert_eq!(posted(&sandbox), 1);
    sandbox.faults.release(id, Release::Go);
    assert_eq!(next.await.unwrap().unwrap().0, 200);
    assert_eq!(posted(&sandbox), 2);
}

#[tokio::test]
async fn a_fault_strikes_only_what_it_names() {
    let sandbox = start_held().await;
    let fail = || Fault::on(POST.0, POST.1, Action::Fail { status: 500 });
    sandbox.faults.lay(fail().about(1));
    sandbox.faults.lay(Fault::on("GET", POST.1, Action::Fail { status: 500 }));
    sandbox.faults.lay(fail().after(1));
    assert_eq!(post(&sandbox, "passes").await.unwrap().unwrap().0, 200);
    assert_eq!(post(&sandbox, "is hit").await.unwrap().unwrap().0, 500);
    assert_eq!(post(&sandbox, "passes again").await.unwrap().unwrap().0, 200);
    assert_eq!(sandbox.faults.waiting().len(), 2);
}
