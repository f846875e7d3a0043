//! Connecting to Discord, or to the server that was named instead of it, and to no other: serenity would fall back to
//! the real gateway when the named one does not answer.

use std::sync::Arc;

use serenity::all::{
    ApplicationId, Context, Event, GatewayError, GatewayIntents, Http, HttpBuilder, RawEventHandler,
};
use serenity::async_trait;
use serenity::client::ClientBuilder;
use serenity::gateway::ShardManager;
use tokio::sync::oneshot;

use super::http::Failure;
use super::inbox::Inbox;

/// What is asked of the gateway: none of it is privileged. Who is in voice is needed while people get to know each other.
pub const INTENTS: GatewayIntents = GatewayIntents::GUILDS
    .union(GatewayIntents::GUILD_MESSAGE_REACTIONS)
    .union(GatewayIntents::GUILD_VOICE_STATES);

/// No request takes longer; Discord answers within seconds or not at all.
const REQUEST_TIMEOUT: std::time::Duration = std::time::Duration::from_secs(30);

/// The token, which shows itself nowhere.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// A token as it was read from the environment or a file.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

/// Where Discord is.
#[derive(Debug, Clone, Default)]
pub struct Address {
    /// The API's address without `/api/v10`; `None` for the real Discord.
    pub api: Option<String>,
    /// An HTTP client to use instead of the usual one: tests hand in one that trusts their certificate.
    pub client: Option<reqwest::Client>,
}

impl Address {
    /// The address that was configured, with or without `/api/v10` at its end.
    #[must_use]
    pub fn named(api: &str) -> Self {
        let base = api.trim_end_matches('/').trim_end_matches("/api/v10").trim_end_matches('/');
        Self { api: Some(base.to_owned()), client: None }
    }

    /// A client for the API. Serenity's own rate limiter stays on, except towards a named address, which it would
    /// ignore.
    ///
    /// # Errors
    /// When no TLS is to be had.
    pub fn http(&self, token: &Token) -> reqwest::Result<Http> {
        let client = match &self.client {
            Some(client) => client.clone(),
            None => reqwest::Client::builder().timeout(REQUEST_TIMEOUT).build()?,
        };
        let mut builder = HttpBuilder::new(&token.0).client(client);
        if let Some(api) = &self.api {
            builder = builder.proxy(api).ratelimiter_disabled(true);
        }
        Ok(builder.build())
    }
}

/// Why the bot could not connect, in a sentence each on the command line.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// The token is refused.
    #[error("Discord refuses the token; copy it again from the developer portal (Bot, Reset Token)")]
    Token,
    /// Nobody answers at that address.
    #[error("no answer from {0}")]
    NoAnswer(String),
    /// The gateway refuses for good.
    #[error("Discord's gateway refuses the connection: {0}")]
    Gateway(String),
}

fn unanswered(error: &serenity::Error, address: &Address) -> ConnectError {
    match Failure::from(error) {
        Failure::Unauthorized => ConnectError::Token,
        _ => ConnectError::NoAnswer(address.api.clone().unwrap_or_else(|| "Discord".to_owned())),
    }
}

/// The application that the token belongs to.
///
/// # Errors
/// When the API does not answer or refuses the token.
pub async fn application(http: &Http, address: &Address) -> Result<ApplicationId, ConnectError> {
    let info = http.get_current_application_info().await.map_err(|error| unanswered(&error, address))?;
    Ok(info.id)
}

/// Why the gateway ended the connection for good.
#[must_use]
pub fn refusal(error: &serenity::Error) -> ConnectError {
    match error {
        serenity::Error::Gateway(GatewayError::InvalidAuthentication) => ConnectError::Token,
        serenity::Error::Gateway(GatewayError::DisallowedGatewayIntents) => {
            ConnectError::Gateway("an intent is not allowed for this application".to_owned())
        }
        _ => ConnectError::Gateway("the session cannot go on".to_owned()),
    }
}

/// A connection to the gateway whose events go to `inbox`: its shards, and how it ended once it has.
///
/// Serenity hands each event to a task of its own, and its collectors cannot be in place before READY. So the client
/// lives on a thread with a runtime of its own: tasks of one thread begin in the order in which they were made, and
/// that is the order of the events (C5).
///
/// # Errors
/// When the API does not answer or refuses the token.
pub async fn client(http: Http, address: &Address, inbox: Arc<Inbox>) -> Result<Connection, ConnectError> {
    let gateway = http.get_gateway().await.map_err(|error| unanswered(&error, address))?.url;
    let (begun, beginning) = oneshot::channel();
    let (mut over, ending) = oneshot::channel();
    let thread = std::thread::Builder::new().name("gateway".to_owned()).spawn(move || {
        let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
            Ok(runtime) => runtime,
            Err(error) => return drop(begun.send(Err(serenity::Error::Io(error)))),
        };
        runtime.block_on(async move {
            let built = ClientBuilder::new_with_http(http, INTENTS).raw_event_handler(Ears { inbox }).await;
            let mut client = match built {
                Ok(client) => client,
                Err(error) => return drop(begun.send(Err(error))),
            };
            // The builder asks once more and, without an answer, would take the real Discord's address.
            *client.ws_url.lock().await = gateway;
            drop(begun.send(Ok(Arc::clone(&client.shard_manager))));
            // A shard that is about to reconnect does not hear that it is to end: with the connection everything goes.
            tokio::select! {
                ended = client.start() => drop(over.send(ended)),
                () = over.closed() => {}
            }
        });
    });
    thread.map_err(|error| ConnectError::Gateway(error.to_string()))?;
    match beginning.await {
        Ok(Ok(shards)) => Ok(Connection { shards, ended: ending }),
        Ok(Err(error)) => Err(ConnectError::Gateway(error.to_string())),
        Err(_) => Err(ConnectError::Gateway("the thread of the connection has gone".to_owned())),
    }
}

/// A connection to the gateway, which ends with this at the latest.
pub struct Connection {
    /// By which it is ended.
    pub shards: Arc<ShardManager>,
    /// How it ended.
    pub ended: oneshot::Receiver<Result<(), serenity::Error>>,
}

struct Ears {
    inbox: Arc<Inbox>,
}

#[async_trait]
impl RawEventHandler for Ears {
    async fn raw_event(&self, _: Context, event: Event) {
        self.inbox.receive(&event);
    }
}
