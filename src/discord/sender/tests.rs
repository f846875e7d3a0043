//! What the sender does at the moments that no local Discord can hold still: between reading the outbox and starting a row.

use serenity::all::HttpBuilder;
use tokio::sync::{Notify, mpsc};

use super::*;
use crate::app::effect::{NewPost, Place, post_queue};
use crate::app::testing::{ROOM, World};
use crate::clock::Stations;
use crate::domain::ids::UserId;
use crate::domain::post::PostKind;

/// Tells of each row that is about to be sent, and holds it there until it may go on.
struct Gate {
    come: mpsc::UnboundedSender<&'static str>,
    go: Notify,
}

impl Checkpoints for Gate {
    fn reached(&self, point: Point, kind: &'static str) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            if point == Point::BeforeMark {
                self.come.send(kind).unwrap();
                self.go.notified().await;
            }
        })
    }
}

/// A sender with a post to be sent to a Discord that nobody reaches.
async fn sender(lanes: usize) -> (World, Arc<Sender>, Arc<Gate>, mpsc::UnboundedReceiver<&'static str>) {
    let mut world = World::new().await;
    let (tandem, now) = (world.tandem_in(ROOM).await, world.now());
    let new = NewPost {
        programme: tandem.programme,
        place: Place::Room(tandem.id),
        kind: PostKind::Welcome,
        subject: tandem.id.0,
        due_at: now,
        expires_at: None,
        seeds: &[],
        pinned: false,
    };
    post_queue(&mut world.conn, &new).await.unwrap();
    let stations = Stations::default();
    let outbox = stations.build();
    let http = HttpBuilder::new("token").proxy("http://127.0.0.1:1").ratelimiter_disabled(true).build();
    let bot = Arc::new(Bot::new(world.app.clone(), Arc::new(http), stations, outbox));
    bot.user_set(UserId(1));
    let (come, coming) = mpsc::unbounded_channel();
    let gate = Arc::new(Gate { come, go: Notify::new() });
    (world, Sender::new(bot, lanes, Arc::clone(&gate) as Arc<dyn Checkpoints>), gate, coming)
}

fn is_busy(sender: &Sender) -> bool {
    !sender.busy.lock().unwrap().is_empty()
}

#[tokio::test]
async fn a_row_that_was_dealt_with_while_the_outbox_was_being_read_is_not_sent_again() {
    let (_world, sender, gate, mut coming) = sender(LANES).await;
    let first = sender.look().await.unwrap().unwrap();
    sender.start(first);
    assert_eq!(coming.recv().await, Some("post"));
    // The outbox is read while the row is on its way, and the reader comes back when it has been dealt with.
    let stale = sender.look().await.unwrap().unwrap();
    assert_eq!(stale.rows.len(), 1, "the row was still there when it was read");
    let mut changes = sender.bot.stations.changes();
    gate.go.notify_one();
    while is_busy(&sender) {
        changes.changed().await.unwrap();
    }
    sender.start(stale);
    assert!(!is_busy(&sender), "it is on its way once more");
}

#[tokio::test]
async fn with_one_lane_nothing_goes_out_while_somebody_waits_for_an_answer() {
    for (lanes, waits) in [(1, true), (2, false)] {
        let (_world, sender, _gate, _coming) = sender(lanes).await;
        let asked = [sender.bot.answer_begun(), sender.bot.answer_begun()];
        assert_eq!(sender.look().await.unwrap().is_none(), waits, "{lanes} lanes");
        let [one, other] = asked;
        drop(one);
        assert_eq!(sender.look().await.unwrap().is_none(), waits, "{lanes} lanes, one is answered");
        let changes = sender.bot.stations.changes();
        drop(other);
        assert!(changes.has_changed().unwrap(), "the last answer rings");
        assert_eq!(sender.look().await.unwrap().map(|look| look.rows.len()), Some(1));
    }
}
