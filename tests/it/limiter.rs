//! The way that users go: no address is named, so serenity's own rate limiter is on and requests go to discord.com over
//! TLS. Here that name leads to a terminator with a certificate of the test's own, before the local Discord.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::{Value, json};
use tandem::clock::{Stations, SystemClock};
use tandem::discord::connect::{Address, Token};
use tandem::discord::sender::{LANES, Unwatched};
use tandem::discord::service::{Plan, Service};
use tandem::sandbox::faults::{Action, Fault, Scope};
use tandem::sandbox::people::Deed;
use tandem::sandbox::view::MessageView;
use tandem::sandbox::{Options, Sandbox};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::{ServerConfig, crypto::ring, pki_types::PrivateKeyDer};

use crate::play::patiently;

/// Ends TLS for discord.com before `behind`; returns a client that trusts it, and the count of its connections.
async fn terminator(behind: String) -> (reqwest::Client, Arc<AtomicU64>) {
    let made = rcgen::generate_simple_self_signed(["discord.com".to_owned()]).unwrap();
    let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let count = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&count);
    tokio::spawn(async move {
        loop {
            let (socket, _) = listener.accept().await.unwrap();
            let (acceptor, behind, counted) = (acceptor.clone(), behind.clone(), Arc::clone(&counted));
            tokio::spawn(async move {
                let Ok(mut outside) = acceptor.accept(socket).await else { return };
                counted.fetch_add(1, Ordering::SeqCst);
                let mut inside = TcpStream::connect(behind).await.unwrap();
                drop(tokio::io::copy_bidirectional(&mut outside, &mut inside).await);
            });
        }
    });
    let client = reqwest::Client::builder()
        .use_rustls_tls()
        .no_proxy()
        .add_root_certificate(reqwest::Certificate::from_der(made.cert.der()).unwrap())
        .resolve("discord.com", address)
        .build()
        .unwrap();
    (client, count)
}

/// Waits until `look` finds something.
async fn eventually<T>(sandbox: &Sandbox, what: &str, look: impl Fn() -> Option<T>) -> T {
    let mut changes = sandbox.changed();
    let found = async {
        loop {
            if let Some(found) = look() {
                return found;
            }
            changes.changed().await.unwrap();
        }
    };
    patiently(what, found).await
}

async fn command(sandbox: &Sandbox, person: &str, name: &str, options: Value) -> MessageView {
    let (person, channel) = {
        let world = sandbox.world();
        let person = world.users.values().find(|user| user.name == person).unwrap().id;
        (person, world.channels.values().find(|channel| channel.name == "mentoring").unwrap().id)
    };
    let options = serde_json::from_value(options).unwrap();
    let guild = Some(sandbox.guild_id());
    let deed = Deed::Command { guild, channel, name: name.to_owned(), options, locale: None };
    // The commands may still be on their way when the first one is typed.
    let done = eventually(sandbox, name, || sandbox.act(person, deed.clone()).ok()).await;
    eventually(sandbox, name, || sandbox.interaction(done.id()).and_then(|one| one.reply)).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_serenitys_limiter_on_a_429_is_waited_for_and_the_message_arrives_once() {
    let sandbox = Sandbox::start(Options::default()).await.unwrap();
    let _held = crate::openapi::hold(&sandbox);
    let (client, connections) = terminator(sandbox.base().replace("http://", "")).await;
    let folder = tempfile::tempdir().unwrap();
    let plan = Plan {
        durability: tandem::store::Durability::Machine,
        database: &folder.path().join("tandem.db"),
        token: &Token::new(sandbox.token()),
        address: &Address { api: None, client: Some(client) },
        clock: Arc::new(SystemClock),
        secret: None,
        stations: Stations::default(),
        events: Arc::default(),
        lanes: LANES,
        checkpoints: Arc::new(Unwatched),
    };
    let service = Service::start(plan).await.unwrap();
    let find = |name: &str| {
        let world = sandbox.world();
        let role = world.guilds[&sandbox.guild_id()].roles.values().find(|role| role.name == name);
        let channel = world.channels.values().find(|channel| channel.name == name);
        role.map(|role| role.id).or(channel.map(|channel| channel.id)).unwrap()
    };
    let (role, digest, lobby) = (find("Koordination"), find("koordination"), find("mentoring"));
    let setup = json!({ "coordinators": role.to_string(), "digest": digest.to_string(), "language": "de" });
    command(&sandbox, "henrike", "setup", setup).await;

    let limit = Action::RateLimit { scope: Scope::User, retry_after: 1.2 };
    sandbox.faults.lay(Fault::on("POST", "/channels/{channel_id}/messages", limit));
    command(&sandbox, "carla", "coordination programme create", json!({ "name": "Pilot" })).await;
    let ask = command(&sandbox, "carla", "coordination programme open", json!({})).await;
    let custom_id = ask.custom_ids()[0].to_owned();
    let carla = sandbox.world().users.values().find(|user| user.name == "carla").unwrap().id;
    sandbox.act(carla, Deed::Press { channel: ask.channel, message: ask.id, custom_id }).unwrap();
    let posted = || {
        let channel = sandbox.channel(lobby).unwrap();
        channel.messages.values().filter(|message| message.ephemeral_for.is_none()).count()
    };
    eventually(&sandbox, "the card", || (posted() == 1).then_some(())).await;
    command(&sandbox, "carla", "coordination programme status", json!({})).await;
    let answered = || sandbox.traffic().by_route["POST /channels/{channel_id}/messages"];
    eventually(&sandbox, "both answers", || (answered() >= 2).then_some(())).await;
    assert_eq!(answered(), 2, "the refused one, and one more");
    let traffic = sandbox.traffic();
    assert_eq!((traffic.struck, traffic.rate_limited), (1, 1));
    assert!(connections.load(Ordering::SeqCst) > 0, "every request went over TLS");
    assert_eq!(posted(), 1, "it arrived once");
    service.stop().await;
}
