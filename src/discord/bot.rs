//! The bot as its handlers see it: the use cases, the servers, Discord's address, and the two ways to run a use case
//! for a request.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use chrono::{DateTime, Utc};
use futures::future::BoxFuture;
use serde::de::DeserializeOwned;
use serenity::http::Request as Outgoing;

use super::again::Again;
use super::governor::{self, Bucket, Governor};
use super::guilds::Guilds;
use super::http::{self, Failure};
use super::pulse::Pulse;
use super::reply::{Answer, Reply};
use super::request::Request;
use super::view::View;
use crate::app::{Acted, App, Call, Decision};
use crate::clock::{Stations, Working};
use crate::domain::ids::{GuildId, UserId};
use crate::domain::language::Language;
use crate::locales;
use crate::store::{self, Conn, people};

/// Everything a handler needs.
pub struct Bot {
    /// The use cases.
    pub app: App,
    /// Discord, by serenity's client.
    pub http: Arc<serenity::http::Http>,
    /// Our own rate limit.
    pub governor: Governor,
    /// The servers as the gateway tells them.
    pub guilds: Guilds,
    /// What the process is busy with.
    pub stations: Stations,
    /// Rung when the outbox may have something to send.
    pub outbox: crate::clock::Station,
    /// What could not be looked up, and is to be.
    pub again: Again,
    /// What is counted for the log.
    pub pulse: Pulse,
    /// Discord's id of the bot's own account.
    user: AtomicU64,
    incidents: AtomicU64,
    /// Rung when Discord no longer takes the token: the process says so and ends, instead of falling silent.
    pub token_refused: tokio::sync::Notify,
    answering: AtomicUsize,
}

/// Somebody waits for an answer as long as this lives.
pub struct Answering(Arc<Bot>);

impl Drop for Answering {
    fn drop(&mut self) {
        self.0.answering.fetch_sub(1, Ordering::SeqCst);
        self.0.outbox.ring();
    }
}

impl Bot {
    /// A bot on an open database that has not connected yet.
    #[must_use]
    pub fn new(
        app: App,
        http: Arc<serenity::http::Http>,
        stations: Stations,
        outbox: crate::clock::Station,
    ) -> Self {
        let governor = Governor::beginning(app.clock.now());
        Self {
            app,
            http,
            governor,
            guilds: Guilds::default(),
            again: Again::new(&stations),
            stations,
            outbox,
            pulse: Pulse::default(),
            user: AtomicU64::new(0),
            incidents: AtomicU64::new(0),
            token_refused: tokio::sync::Notify::new(),
            answering: AtomicUsize::new(0),
        }
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.app.clock.now()
    }

    /// Discord's id of the bot's own account; 0 before READY.
    #[must_use]
    pub fn user(&self) -> UserId {
        UserId(self.user.load(Ordering::SeqCst))
    }

    /// Notes the bot's own account, from READY.
    pub fn user_set(&self, user: UserId) {
        self.user.store(user.0, Ordering::SeqCst);
    }

    /// Notes that somebody waits for an answer.
    #[must_use]
    pub fn answer_begun(self: &Arc<Self>) -> Answering {
        self.answering.fetch_add(1, Ordering::SeqCst);
        Answering(Arc::clone(self))
    }

    /// Whether somebody waits for an answer.
    #[must_use]
    pub fn is_answering(&self) -> bool {
        self.answering.load(Ordering::SeqCst) > 0
    }

    /// Waits until a request other than an answer to an interaction may go out.
    pub(super) async fn admitted(&self, bucket: Bucket, lane: &str, working: &Working) {
        while let Err(later) = self.governor.admit(bucket, lane, self.now()) {
            working.wait(self.app.clock.as_ref(), later).await;
        }
    }

    /// Makes a request that has been admitted and returns the body of the answer. What its headers tell of the bucket is
    /// kept.
    ///
    /// # Errors
    /// What became of it instead.
    pub async fn send(
        &self,
        bucket: Bucket,
        lane: &str,
        outgoing: Outgoing<'_>,
    ) -> std::result::Result<Vec<u8>, Failure> {
        let answer = match self.http.request(outgoing).await {
            Ok(answer) => answer,
            Err(error) => {
                let failure = Failure::from(&error);
                if !failure.passes() {
                    // serenity drops the headers of a refusal, which may have been the last that the bucket allowed.
                    self.governor.close(bucket, lane, self.now(), governor::UNTOLD);
                }
                return Err(failure);
            }
        };
        if let Some(wait) = http::exhausted(answer.headers()) {
            self.governor.close(bucket, lane, self.now(), wait);
        }
        // It has happened; what came of it has to be looked up.
        answer.bytes().await.map(Vec::from).map_err(|_| Failure::InDoubt)
    }

    /// Reads something at Discord, as soon as it may.
    ///
    /// # Errors
    /// What became of it instead.
    pub async fn fetch<T: DeserializeOwned>(
        &self,
        bucket: Bucket,
        lane: &str,
        outgoing: Outgoing<'_>,
        working: &Working,
    ) -> std::result::Result<T, Failure> {
        self.admitted(bucket, lane, working).await;
        let body = self.send(bucket, lane, outgoing).await?;
        serde_json::from_slice(&body).map_err(|_| Failure::InDoubt)
    }

    /// The language of private replies to whoever asks: chosen in `/my`, else Discord's own setting; with the form of
    /// address of the programme they are in, else of the server.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn language(&self, request: &Request) -> store::Result<Language> {
        let mut conn = self.app.store.read().await?;
        language_of(&mut conn, request.call.guild, request.call.user, &request.invoker.locale).await
    }

    /// Runs a use case for a request, once, and renders its outcome. Reply and refusal are in the asker's language.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn answer<T, F, R>(&self, request: &Request, case: F, render: R) -> store::Result<Answer>
    where
        T: serde::Serialize + DeserializeOwned + Send + 'static,
        F: for<'c> FnOnce(&'c mut Conn, Call) -> BoxFuture<'c, store::Result<Decision<T>>> + Send + 'static,
        R: FnOnce(T, Language) -> Reply,
    {
        let language = self.language(request).await?;
        let call = request.call.clone();
        Ok(rendered(self.app.act(&request.call, move |conn| case(conn, call)).await?, language, render))
    }

    /// Like [`Self::answer`], for an outcome whose view takes a look at what is stored: outcomes hold references, and no
    /// texts (P14).
    ///
    /// # Errors
    /// Those of the database.
    pub async fn answer_with<T, F, R>(&self, request: &Request, case: F, render: R) -> store::Result<Answer>
    where
        T: serde::Serialize + DeserializeOwned + Send + 'static,
        F: for<'c> FnOnce(&'c mut Conn, Call) -> BoxFuture<'c, store::Result<Decision<T>>> + Send + 'static,
        R: for<'c> FnOnce(&'c mut Conn, T, Language) -> BoxFuture<'c, store::Result<Reply>>,
    {
        let language = self.language(request).await?;
        let call = request.call.clone();
        Ok(match self.app.act(&request.call, move |conn| case(conn, call)).await? {
            Acted::Repeated => Reply::Nothing.into(),
            Acted::Decided { decision: Ok(outcome), debt } => {
                let mut conn = self.app.store.read().await?;
                Answer { reply: render(&mut conn, outcome, language).await?, debt }
            }
            Acted::Decided { decision: Err(refusal), .. } => {
                View::text(locales::refusal(language, &refusal)).into()
            }
        })
    }

    /// Like [`Self::answer`], without a trace of who asked (P1).
    ///
    /// # Errors
    /// Those of the database.
    pub async fn answer_untraced<T, F, R>(
        &self,
        request: &Request,
        case: F,
        render: R,
    ) -> store::Result<Answer>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut Conn, Call) -> BoxFuture<'c, store::Result<Decision<T>>> + Send + 'static,
        R: FnOnce(T, Language) -> Reply,
    {
        let language = self.language(request).await?;
        let call = request.call.clone();
        Ok(rendered(
            self.app.act_untraced(&request.call, move |conn| case(conn, call)).await?,
            language,
            render,
        ))
    }

    /// Looks something up for a request without changing anything, and renders it.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn look<T, F, R>(&self, request: &Request, case: F, render: R) -> store::Result<Answer>
    where
        F: for<'c> FnOnce(&'c mut Conn, Call) -> BoxFuture<'c, store::Result<Decision<T>>>,
        R: FnOnce(T, Language) -> Reply,
    {
        let language = self.language(request).await?;
        let mut conn = self.app.store.read().await?;
        Ok(match case(&mut conn, request.call.clone()).await? {
            Ok(outcome) => render(outcome, language).into(),
            Err(refusal) => View::text(locales::refusal(language, &refusal)).into(),
        })
    }

    /// A number for a failure, under which the log has it.
    pub fn incident(&self) -> String {
        let count = self.incidents.fetch_add(1, Ordering::SeqCst) + 1;
        format!("{}-{count}", self.now().format("%m%d%H%M"))
    }
}

fn rendered<T>(acted: Acted<T>, language: Language, render: impl FnOnce(T, Language) -> Reply) -> Answer {
    match acted {
        Acted::Repeated => Reply::Nothing.into(),
        Acted::Decided { decision: Ok(outcome), debt } => Answer { reply: render(outcome, language), debt },
        Acted::Decided { decision: Err(refusal), .. } => {
            View::text(locales::refusal(language, &refusal)).into()
        }
    }
}

/// The language of private replies to a person; `locale` is Discord's own setting for them.
///
/// # Errors
/// Those of the database.
pub async fn language_of(
    conn: &mut Conn,
    guild: GuildId,
    user: UserId,
    locale: &str,
) -> store::Result<Language> {
    let (chosen, addressed) = people::person_languages(conn, guild, user).await?;
    let chosen = chosen.unwrap_or_else(|| Language::closest(locale));
    Ok(chosen.addressed(addressed == Some(Language::DeFormal)))
}
