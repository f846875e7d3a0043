//! Use cases, one file each: load, decide, save, with the outbox rows, in one transaction. A use case takes a
//! connection inside a write, the moment it happens at, and typed input; it returns an outcome that holds kinds and
//! references, or a [`Refusal`], and then has changed nothing.

pub mod announce;
pub mod briefing;
pub mod concerns;
pub mod digest;
pub mod direct;
pub mod effect;
pub mod enrol;
pub mod erasing;
pub mod facts;
pub mod feedback;
pub mod follow;
pub mod guard;
pub mod healing;
pub mod jobs;
pub mod leaving;
pub mod look_backs;
pub mod lounge;
pub mod marks;
pub mod matching;
pub mod meetings;
pub mod meetup;
pub mod members;
pub mod occasions;
pub mod opening;
pub mod own_ideas;
pub mod pairing;
pub mod pause;
pub mod people;
pub mod place;
pub mod pool;
pub mod practices;
pub mod programme;
pub mod proposals;
pub mod questions;
pub mod reach;
pub mod remarks;
pub mod results;
mod room_name;
pub mod rooms;
pub mod rotation;
pub mod scope;
pub mod setup;
pub mod silence;
pub mod support;
pub mod surveys;
pub mod tasks;
#[cfg(test)]
pub(crate) mod testing;
pub mod topics;
pub mod wishes;

use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use futures::future::BoxFuture;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};

use crate::clock::Clock;
use crate::domain::ids::{ChannelId, GuildId, InteractionId, TandemId, UserId};
use crate::domain::refusal::Refusal;
use crate::store::{self, Conn, Store, replies};

/// An identical request within that time gets the first outcome, if its answer was lost (D4).
const OWED_FOR: Duration = Duration::minutes(15);

/// What a use case decides: an outcome, or a refusal that changed nothing.
pub type Decision<T> = std::result::Result<T, Refusal>;

/// Who asks, where, and when: what every command and press carries.
#[derive(Debug, Clone)]
pub struct Call {
    /// Discord's id of this request.
    pub interaction: InteractionId,
    /// The server.
    pub guild: GuildId,
    /// The channel it was made in.
    pub channel: ChannelId,
    /// The account that made it.
    pub user: UserId,
    /// The tandem that was chosen by an option, for people who have several (D8); a room outweighs it.
    pub chosen: Option<TandemId>,
    /// Everything that makes two requests identical (name, options), in one line.
    pub request: String,
    /// When it is handled.
    pub now: DateTime<Utc>,
}

/// What became of a request that changes something.
#[derive(Debug)]
pub enum Acted<T> {
    /// It was decided, now or by an identical request whose answer was lost.
    Decided {
        /// The decision.
        decision: Decision<T>,
        /// What to settle once the reply has arrived.
        debt: Option<Debt>,
    },
    /// This very request has acted before: there is nothing to answer.
    Repeated,
}

/// A reply that is owed until Discord has taken it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Debt(Vec<u8>);

/// A keyed hash under an installation's secret.
fn keyed(secret: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    let mut hash = Sha256::new_with_prefix(secret);
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    hash.finalize().to_vec()
}

/// By which owed replies know their asker: a keyed hash under an installation's secret.
fn asker_key(secret: &[u8], user: UserId) -> Vec<u8> {
    keyed(secret, &[b"asker", &user.0.to_le_bytes()])
}

/// The use cases' surroundings.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub store: Store,
    /// The time.
    pub clock: Arc<dyn Clock>,
    secret: Arc<Vec<u8>>,
}

impl App {
    /// Surroundings on an open database.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn new(store: Store, clock: Arc<dyn Clock>) -> store::Result<Self> {
        let secret = Arc::new(replies::installation_secret(&mut *store.read().await?).await?);
        Ok(Self { store, clock, secret })
    }

    /// A keyed hash under this installation's secret.
    #[must_use]
    pub fn keyed(&self, parts: &[&[u8]]) -> Vec<u8> {
        keyed(&self.secret, parts)
    }

    /// By which owed replies know their asker: a keyed hash.
    #[must_use]
    pub fn asker(&self, user: UserId) -> Vec<u8> {
        asker_key(&self.secret, user)
    }

    /// Runs a use case that changes something: once per interaction, and with the first outcome for an identical
    /// request whose answer was lost, unless its asker did something else in between. A refused one leaves no trace but
    /// its interaction id.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn act<T, F>(&self, call: &Call, case: F) -> store::Result<Acted<T>>
    where
        T: Serialize + DeserializeOwned + Send + 'static,
        F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, store::Result<Decision<T>>> + Send + 'static,
    {
        let key = self.keyed(&[
            &call.guild.0.to_le_bytes(),
            &call.channel.0.to_le_bytes(),
            &call.user.0.to_le_bytes(),
            call.request.as_bytes(),
        ]);
        let asker = self.asker(call.user);
        let (id, now) = (call.interaction, call.now);
        self.store
            .write(move |conn| {
                Box::pin(async move {
                    if !replies::interaction_take(conn, id, now).await? {
                        return Ok(Acted::Repeated);
                    }
                    jobs::tidy_later(conn, now).await?;
                    if let Some(outcome) = replies::owed_get(conn, &key, now).await?
                        && let Ok(outcome) = serde_json::from_str(&outcome)
                    {
                        return Ok(Acted::Decided { decision: Ok(outcome), debt: Some(Debt(key)) });
                    }
                    let decision = store::undone_if_refused(conn, case).await?;
                    let mut debt = None;
                    if let Ok(outcome) = &decision
                        && let Ok(outcome) = serde_json::to_string(outcome)
                    {
                        replies::owed_set(conn, &key, &asker, &outcome, now + OWED_FOR).await?;
                        debt = Some(Debt(key));
                    }
                    Ok(Acted::Decided { decision, debt })
                })
            })
            .await
    }

    /// Like [`Self::act`], without a trace of who asked: for leaving, and for whatever must not tell (P1, P4). Such a
    /// use case has to be harmless when repeated.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn act_untraced<T, F>(&self, call: &Call, case: F) -> store::Result<Acted<T>>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, store::Result<Decision<T>>> + Send + 'static,
    {
        let (id, now) = (call.interaction, call.now);
        self.store
            .write(move |conn| {
                Box::pin(async move {
                    if !replies::interaction_take(conn, id, now).await? {
                        return Ok(Acted::Repeated);
                    }
                    jobs::tidy_later(conn, now).await?;
                    let decision = store::undone_if_refused(conn, case).await?;
                    Ok(Acted::Decided { decision, debt: None })
                })
            })
            .await
    }

    /// The reply has arrived: nothing is owed any more.
    pub fn settle(&self, debt: Debt) {
        self.store
            .write_later(move |conn| Box::pin(async move { replies::owed_settle(conn, &debt.0).await }));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::testing::{MENTEE, MENTOR, ROOM, World};
    use super::*;

    /// Asks as `user`; what counts up is returned, so that a first outcome shows as a number that was there before.
    async fn ask(world: &mut World, user: UserId, request: &str, counter: &Arc<AtomicU64>) -> (u64, Debt) {
        let call = Call { request: request.to_owned(), ..world.call(user, ROOM) };
        let counter = Arc::clone(counter);
        let acted = world
            .app
            .act(&call, move |_| Box::pin(async move { Ok(Ok(counter.fetch_add(1, Ordering::SeqCst))) }));
        match acted.await.unwrap() {
            Acted::Decided { decision: Ok(outcome), debt: Some(debt) } => (outcome, debt),
            other => panic!("{other:?}"),
        }
    }

    #[tokio::test]
    async fn a_lost_answer_is_given_again_until_its_asker_does_something_else() {
        let mut world = World::new().await;
        let count = Arc::default();
        assert_eq!(ask(&mut world, MENTEE, "worked 1", &count).await.0, 0);
        assert_eq!(ask(&mut world, MENTEE, "worked 1", &count).await.0, 0, "its answer was lost");
        assert_eq!(ask(&mut world, MENTOR, "assign", &count).await.0, 1);
        assert_eq!(ask(&mut world, MENTEE, "worked 1", &count).await.0, 0, "somebody else's deed");
        assert_eq!(ask(&mut world, MENTEE, "take back 1", &count).await.0, 2);
        assert_eq!(ask(&mut world, MENTEE, "worked 1", &count).await.0, 3, "it acts once more");
        world.pass(OWED_FOR);
        assert_eq!(ask(&mut world, MENTEE, "worked 1", &count).await.0, 4, "a quarter of an hour later");
    }

    #[tokio::test]
    async fn an_answer_that_arrived_is_not_owed_and_a_refusal_forgets_nothing() {
        let mut world = World::new().await;
        let count = Arc::default();
        let (_, debt) = ask(&mut world, MENTEE, "assign", &count).await;
        let call = world.call(MENTEE, ROOM);
        let refused = world.app.act(&call, |_| Box::pin(async { Ok(Err::<u64, _>(Refusal::TaskNumber)) }));
        assert!(matches!(refused.await.unwrap(), Acted::Decided { decision: Err(_), debt: None }));
        assert_eq!(ask(&mut world, MENTEE, "assign", &count).await.0, 0, "still owed");
        world.app.settle(debt);
        assert_eq!(ask(&mut world, MENTEE, "assign", &count).await.0, 1);
    }

    #[tokio::test]
    async fn each_request_acts_once_whatever_is_delivered_twice() {
        let mut world = World::new().await;
        let call = world.call(MENTEE, ROOM);
        let act = || world.app.act(&call, |_| Box::pin(async { Ok(Ok(1_u64)) }));
        assert!(matches!(act().await.unwrap(), Acted::Decided { .. }));
        assert!(matches!(act().await.unwrap(), Acted::Repeated));
    }

    /// Writes something and refuses then.
    fn careless(conn: &mut Conn) -> BoxFuture<'_, store::Result<Decision<u64>>> {
        Box::pin(async move {
            let programme = store::programmes::programmes_of(conn, super::testing::GUILD).await?.remove(0);
            store::programmes::told_once(conn, programme.id, "careless").await?;
            Ok(Err(Refusal::TaskNumber))
        })
    }

    #[tokio::test]
    async fn what_was_written_before_a_refusal_is_taken_back() {
        let mut world = World::new().await;
        let call = world.call(MENTEE, ROOM);
        let refused = world.app.act(&call, careless).await.unwrap();
        assert!(matches!(refused, Acted::Decided { decision: Err(Refusal::TaskNumber), .. }));
        let call = world.call(MENTEE, ROOM);
        let refused = world.app.act_untraced(&call, careless).await.unwrap();
        assert!(matches!(refused, Acted::Decided { decision: Err(Refusal::TaskNumber), .. }));
        let programme = world.programme.id;
        let first = store::programmes::told_once(&mut world.conn, programme, "careless").await.unwrap();
        assert!(first, "nothing of it is stored");
    }
}
