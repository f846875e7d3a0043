//! Connecting to Discord, or to the server that was named instead of it, and to no other: serenity would fall back to
//! the real gateway when the named one does not answer.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use serenity::all::{
    Client, Context, EventHandler, GatewayIntents, Http, HttpBuilder, Ready, ShardStageUpdateEvent,
};
use serenity::async_trait;
use serenity::client::ClientBuilder;
use serenity::gateway::{CollectorCallback, ConnectionStage};

use super::http::Failure;
use super::inbox::Inbox;

/// What is asked of the gateway: none of it is privileged.
pub const INTENTS: GatewayIntents = GatewayIntents::GUILDS.union(GatewayIntents::GUILD_MESSAGE_REACTIONS);

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

/// A client whose events go to `inbox`.
///
/// # Errors
/// When the API does not answer or refuses the token.
pub async fn client(http: Http, address: &Address, inbox: Arc<Inbox>) -> Result<Client, ConnectError> {
    let place = || address.api.clone().unwrap_or_else(|| "Discord".to_owned());
    let refused = |error: serenity::Error| match Failure::from(&error) {
        Failure::Unauthorized => ConnectError::Token,
        _ => ConnectError::NoAnswer(place()),
    };
    let me = http.get_current_application_info().await.map_err(refused)?;
    http.set_application_id(me.id);
    let gateway = http.get_gateway().await.map_err(refused)?.url;
    let handler = Handler { inbox, epoch: Arc::default() };
    let client = ClientBuilder::new_with_http(http, INTENTS)
        .event_handler(handler)
        .await
        .map_err(|error| ConnectError::Gateway(error.to_string()))?;
    // The builder asks once more and, without an answer, would take the real Discord's address.
    *client.ws_url.lock().await = gateway;
    Ok(client)
}

struct Handler {
    inbox: Arc<Inbox>,
    /// Counts the collectors, so that an older one of the same session takes itself out.
    epoch: Arc<AtomicU64>,
}

#[async_trait]
impl EventHandler for Handler {
    async fn shard_stage_update(&self, context: Context, event: ShardStageUpdateEvent) {
        // Between IDENTIFY and READY lies a round trip: the collector is in place before the first event.
        if event.new != ConnectionStage::Identifying {
            return;
        }
        self.inbox.greeted.store(false, Ordering::SeqCst);
        let mine = self.epoch.fetch_add(1, Ordering::SeqCst) + 1;
        let (inbox, epoch) = (Arc::clone(&self.inbox), Arc::clone(&self.epoch));
        context.shard.add_collector(CollectorCallback(Box::new(move |event| {
            let current = epoch.load(Ordering::SeqCst) == mine;
            if current {
                inbox.receive(event);
            }
            current
        })));
    }

    async fn ready(&self, context: Context, _: Ready) {
        if !self.inbox.greeted.load(Ordering::SeqCst) {
            tracing::warn!(target: "tandem::discord", "events came before their collector; the session begins anew");
            context.shard.shutdown_clean();
        }
    }
}
