//! A local Discord on loopback, good enough for an unmodified client; it knows nothing of Tandem.
//!
//! `state` holds the world, `rest` changes it as the bot asks, `people` as a person would, and `gateway`
//! tells the bot. Every change happens under one lock, so an effect is whole even when its request is cut off.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    ops::Deref,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{Router, extract::Request, middleware::map_request, routing::get, serve::Listener};
use tokio::{sync::watch, task::JoinHandle, time::timeout};

mod check;
pub mod chronicle;
pub mod clock;
pub mod connection;
pub mod control;
pub mod error;
pub mod faults;
pub mod followers;
pub mod gateway;
pub mod ids;
pub mod limits;
mod option_kinds;
pub mod people;
pub mod permissions;
pub mod record;
mod rest;
mod seed;
pub mod shared;
pub mod snowflake;
pub mod state;
pub mod traffic;
pub mod view;
pub mod world;

use clock::SandboxClock;
use connection::{Cut, Loopback};
use shared::Shared;
use state::{Settings, State};

/// How a local Discord is to be.
#[derive(Debug)]
pub struct Options {
    /// Where it listens; port 0 takes a free one. Loopback alone.
    pub listen: SocketAddr,
    /// The time in which its world lives.
    pub clock: SandboxClock,
    /// Limits and switches.
    pub settings: Settings,
    /// Whether it begins with a server, its channels and some people, the bot among them.
    pub seed_world: bool,
}

impl Default for Options {
    fn default() -> Self {
        let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        Self { listen, clock: SandboxClock::wall(), settings: Settings::default(), seed_world: true }
    }
}

/// A running local Discord. It reads and acts through [`Shared`], to which it dereferences; dropping it ends it.
pub struct Sandbox {
    shared: Arc<Shared>,
    address: SocketAddr,
    guild: u64,
    stop: watch::Sender<bool>,
    server: Option<JoinHandle<io::Result<()>>>,
}

impl Deref for Sandbox {
    type Target = Arc<Shared>;

    fn deref(&self) -> &Arc<Shared> {
        &self.shared
    }
}

impl Sandbox {
    /// Listens and serves until [`Sandbox::shutdown`].
    ///
    /// # Errors
    /// When the address is not on loopback or cannot be had.
    pub async fn start(options: Options) -> io::Result<Self> {
        let listener = Loopback::bind(options.listen).await?;
        let address = listener.local_addr()?;
        let mut state = State { settings: options.settings, ..State::default() };
        state.base = format!("http://{address}");
        let shared = Arc::new(Shared {
            state: Mutex::new(state),
            hub: gateway::Hub::default(),
            clock: options.clock,
            faults: faults::Faults::default(),
            limits: limits::Limits::default(),
            record: record::Record::default(),
            followers: followers::Followers::default(),
        });
        seed::found_application(&shared);
        let guild = if options.seed_world { seed::settle(&shared) } else { 0 };
        let (stop, mut stopped) = watch::channel(false);
        let service = router(&shared).into_make_service_with_connect_info::<Cut>();
        let server = tokio::spawn(async move {
            axum::serve(listener, service)
                .with_graceful_shutdown(async move {
                    // An error means that the sandbox was dropped, which ends it as well.
                    let _ = stopped.wait_for(|stop| *stop).await;
                })
                .await
        });
        Ok(Self { shared, address, guild, stop, server: Some(server) })
    }

    /// Ends all connections, held requests included, and waits up to a second for them.
    pub async fn shutdown(mut self) {
        self.end();
        if let Some(server) = self.server.take() {
            let _ = timeout(Duration::from_secs(1), server).await;
        }
    }

    fn end(&self) {
        self.stop.send_replace(true);
        self.shared.followers.dismiss();
        self.shared.faults.clear();
        self.shared.faults.release_all(faults::Release::Forget);
        self.shared.hub.set_accepting(false);
        self.shared.hub.drop_connections();
    }

    /// `http://127.0.0.1:PORT`.
    #[must_use]
    pub fn base(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Where REST begins, ending in `/api/v10`.
    #[must_use]
    pub fn api(&self) -> String {
        format!("{}/api/v10", self.base())
    }

    /// Where the gateway is.
    #[must_use]
    pub fn gateway(&self) -> String {
        format!("ws://{}/gateway", self.address)
    }

    /// Where the control interface begins.
    #[must_use]
    pub fn control(&self) -> String {
        format!("{}/control", self.base())
    }

    /// The bot's token.
    #[must_use]
    pub fn token(&self) -> String {
        self.world().application.token.clone()
    }

    /// The application's id, which is the bot user's too.
    #[must_use]
    pub fn application_id(&self) -> u64 {
        self.world().application.id
    }

    /// The server of the seeded world; 0 when it was not asked for.
    #[must_use]
    pub fn guild_id(&self) -> u64 {
        self.guild
    }

    /// What REST, gateway and people have in common.
    #[must_use]
    pub fn shared(&self) -> &Arc<Shared> {
        &self.shared
    }

    /// One line of JSON that tells a script where everything is and who lives here.
    #[must_use]
    pub fn ready_line(&self) -> String {
        let mut line = control::inventory(&self.shared);
        line["api"] = self.api().into();
        line["gateway"] = self.gateway().into();
        line["control"] = self.control().into();
        line["token"] = self.token().into();
        line["application_id"] = self.application_id().to_string().into();
        line["guild_id"] = self.guild.to_string().into();
        line.to_string()
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.end();
    }
}

fn router(shared: &Arc<Shared>) -> Router {
    let routes = Router::new()
        .route("/gateway", get(gateway::socket::upgrade))
        .route("/gateway/", get(gateway::socket::upgrade))
        .with_state(Arc::clone(shared))
        .nest("/control", control::router(Arc::clone(shared)))
        .merge(rest::router(Arc::clone(shared)));
    // Around all routes, so that it acts before one of them is chosen.
    Router::new().fallback_service(routes).layer(map_request(with_plain_at))
}

/// Some clients (discord.js) write `@original` as `%40original`, which is the same address.
async fn with_plain_at(mut request: Request) -> Request {
    let uri = request.uri();
    if uri.path().contains("%40")
        && let Ok(plain) = uri.to_string().replace("%40", "@").parse()
    {
        *request.uri_mut() = plain;
    }
    request
}
