//! The REST half of the local Discord: what it gives, what it refuses and in which words, and what it limits.

mod channels;
mod commands;
mod components;
mod interactions;
mod limits;
mod members;
mod messages;
mod permissions;
mod reactions;

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use reqwest::{
    Client, Method,
    multipart::{Form, Part},
};
use serde_json::{Value, json};
use tandem::sandbox::{
    Options, Sandbox,
    clock::SandboxClock,
    people::Deed,
    permissions as bits,
    state::{Settings, channel},
    world::NewChannel,
};

use crate::openapi;

/// A seeded local Discord with a clock that is turned by hand, and a bare HTTP client with the bot's token.
pub struct World {
    pub sandbox: Sandbox,
    client: Client,
    /// What the sandbox lets through must be right by Discord's own description as well.
    _held: openapi::Held,
}

/// An answer, read.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub body: Value,
    pub headers: BTreeMap<String, String>,
}

impl Answer {
    /// Status and Discord's code.
    pub fn code(&self) -> (u16, i64) {
        (self.status, self.body["code"].as_i64().unwrap_or(-1))
    }

    /// The id of what was made.
    pub fn id(&self) -> u64 {
        assert!(self.status < 300, "{self:?}");
        self.body["id"].as_str().unwrap().parse().unwrap()
    }

    /// The first code of the error tree at a path such as `embeds.0.title`; empty where nothing is wrong.
    pub fn wrong(&self, path: &str) -> String {
        let mut here = &self.body["errors"];
        for step in path.split('.').filter(|step| !step.is_empty()) {
            here = &here[step];
        }
        here["_errors"][0]["code"].as_str().unwrap_or_default().to_owned()
    }
}

pub fn nine() -> DateTime<Utc> {
    "2026-03-02T09:00:00Z".parse().unwrap()
}

impl World {
    /// With limits out of the way, which have tests of their own.
    pub async fn start() -> Self {
        Self::with(Settings { rate_limits: false, ..Settings::default() }).await
    }

    pub async fn with(settings: Settings) -> Self {
        let clock = SandboxClock::held(nine());
        let options = Options { clock, settings, ..Options::default() };
        let sandbox = Sandbox::start(options).await.unwrap();
        let held = openapi::hold_taken(&sandbox);
        Self { sandbox, client: Client::new(), _held: held }
    }

    pub async fn ask(&self, method: Method, path: &str, body: Value) -> Answer {
        let request = self.request(method, path);
        let request = if body.is_null() { request } else { request.json(&body) };
        Self::read(request).await
    }

    fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        let url = format!("{}{path}", self.sandbox.api());
        self.client.request(method, url).header("authorization", format!("Bot {}", self.sandbox.token()))
    }

    async fn read(request: reqwest::RequestBuilder) -> Answer {
        let answer = request.send().await.unwrap();
        let header = |value: &reqwest::header::HeaderValue| value.to_str().unwrap_or_default().to_owned();
        let headers =
            answer.headers().iter().map(|(name, value)| (name.to_string(), header(value))).collect();
        let status = answer.status().as_u16();
        let text = answer.text().await.unwrap();
        Answer { status, headers, body: serde_json::from_str(&text).unwrap_or(Value::String(text)) }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Method::GET, path, Value::Null).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.ask(Method::POST, path, body).await
    }

    pub async fn put(&self, path: &str, body: Value) -> Answer {
        self.ask(Method::PUT, path, body).await
    }

    pub async fn patch(&self, path: &str, body: Value) -> Answer {
        self.ask(Method::PATCH, path, body).await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        self.ask(Method::DELETE, path, Value::Null).await
    }

    /// A multipart request: JSON and files.
    pub async fn upload(&self, method: Method, path: &str, body: &Value, files: &[(&str, &[u8])]) -> Answer {
        let mut form = Form::new().text("payload_json", body.to_string());
        for (index, (name, bytes)) in files.iter().enumerate() {
            let part = Part::bytes(bytes.to_vec()).file_name((*name).to_owned());
            form = form.part(format!("files[{index}]"), part);
        }
        Self::read(self.request(method, path).multipart(form)).await
    }

    pub fn guild(&self) -> u64 {
        self.sandbox.guild_id()
    }

    pub fn bot(&self) -> u64 {
        self.sandbox.application_id()
    }

    /// Somebody by user name.
    pub fn person(&self, name: &str) -> u64 {
        self.sandbox.world().users.values().find(|user| user.name == name).unwrap().id
    }

    /// A channel by name.
    pub fn channel(&self, name: &str) -> u64 {
        self.sandbox.world().channels.values().find(|channel| channel.name == name).unwrap().id
    }

    /// A fresh text channel that everybody sees.
    pub fn fresh(&self) -> u64 {
        self.sandbox.add_channel(self.guild(), NewChannel::of(channel::TEXT, "fresh")).unwrap()
    }

    pub fn pass(&self, time: TimeDelta) {
        self.sandbox.clock.set(self.sandbox.clock.now() + time);
    }

    /// Posts a plain message and gives its id.
    pub async fn say(&self, channel: u64, content: &str) -> u64 {
        self.post(&format!("/channels/{channel}/messages"), json!({"content": content})).await.id()
    }

    /// Lets the bot have exactly these permissions in the server, from its own role and from @everyone.
    pub fn bot_may(&self, permissions: u64) {
        let guild = self.guild();
        let role = {
            let world = self.sandbox.world();
            world.guilds[&guild].roles.values().find(|role| role.of_bot.is_some()).unwrap().id
        };
        self.sandbox.change_role(guild, role, |role| role.permissions = permissions);
        self.sandbox.change_role(guild, guild, |role| role.permissions = 0);
    }

    /// Registers a slash command and lets somebody run it. Gives id and token of the interaction.
    pub async fn run(&self, name: &str) -> (u64, String) {
        let path = format!("/applications/{}/guilds/{}/commands", self.bot(), self.guild());
        let command = json!([{"type": 1, "name": name, "description": "A command", "options": [
            {"type": 3, "name": "text", "description": "A text", "autocomplete": true}
        ]}]);
        assert_eq!(self.put(&path, command).await.status, 200);
        let deed = Deed::Command {
            guild: Some(self.guild()),
            channel: self.channel("allgemein"),
            name: name.to_owned(),
            options: BTreeMap::new(),
            locale: None,
        };
        self.done(&self.sandbox.act(self.person("vera"), deed).unwrap())
    }

    /// Id and token of the interaction that a deed brought about.
    pub fn done(&self, done: &tandem::sandbox::people::Done) -> (u64, String) {
        let id = done.id();
        (id, self.sandbox.world().interactions[&id].token.clone())
    }

    /// Answers an interaction.
    pub async fn answer(&self, interaction: &(u64, String), body: Value) -> Answer {
        self.post(&format!("/interactions/{}/{}/callback", interaction.0, interaction.1), body).await
    }
}

#[tokio::test]
async fn without_the_token_nobody_comes_in_and_unknown_paths_are_counted() {
    let world = World::start().await;
    let bare = world.client.get(format!("{}/users/@me", world.sandbox.api()));
    let refused = World::read(bare).await;
    assert_eq!(refused.status, 401);
    assert_eq!(refused.body, json!({"message": "401: Unauthorized", "code": 0}));
    let lost = world.get("/nowhere").await;
    assert_eq!((lost.status, &lost.body), (404, &json!({"message": "404: Not Found", "code": 0})));
    assert_eq!(world.ask(Method::PATCH, "/gateway", Value::Null).await.status, 405);
    assert_eq!(world.sandbox.record.counts().unknown_routes, 1);
}

#[tokio::test]
async fn the_application_and_its_user_introduce_themselves() {
    let world = World::start().await;
    let id = world.bot().to_string();
    assert_eq!(world.get("/users/@me").await.body["id"], id);
    assert_eq!(world.get("/applications/@me").await.body["id"], id);
    assert_eq!(world.get("/oauth2/applications/@me").await.body["bot"]["bot"], true);
    let gateway = world.get("/gateway/bot").await.body;
    assert!(gateway["url"].as_str().unwrap().starts_with("ws://127.0.0.1:"));
    assert_eq!(gateway["session_start_limit"]["total"], 1000);
    let vera = world.person("vera");
    assert_eq!(world.get(&format!("/users/{vera}")).await.body["global_name"], "Vera Lindner");
    assert_eq!(world.get("/users/1").await.code(), (404, 10013));
    assert_eq!(world.get("/users/@me/guilds").await.body[0]["name"], "Nordlicht GmbH");
}

#[tokio::test]
async fn a_body_that_is_no_json_is_named_as_such() {
    let world = World::start().await;
    let path = format!("/channels/{}/messages", world.fresh());
    let request =
        world.request(Method::POST, &path).header("content-type", "application/json").body("{\"content\":");
    assert_eq!(World::read(request).await.code(), (400, 50109));
}

#[tokio::test]
async fn a_server_tells_its_roles_and_makes_new_ones_within_the_bots_own_rights() {
    let world = World::start().await;
    let guild = world.guild();
    assert_eq!(world.get(&format!("/guilds/{guild}")).await.body["preferred_locale"], "de");
    assert_eq!(world.get("/guilds/1").await.code(), (404, 10004));
    let roles = format!("/guilds/{guild}/roles");
    let before = world.get(&roles).await.body.as_array().unwrap().len();
    let made = world.post(&roles, json!({"name": "Mentoren", "permissions": "1024"})).await;
    assert_eq!(made.body["permissions"], "1024");
    assert_eq!(world.get(&roles).await.body.as_array().unwrap().len(), before + 1);
    world.bot_may(bits::MANAGE_ROLES | bits::VIEW_CHANNEL);
    assert_eq!(world.post(&roles, json!({"permissions": "8"})).await.code(), (403, 50013));
    world.sandbox.change_settings(|settings| settings.max_roles = before + 1);
    assert_eq!(world.post(&roles, json!({})).await.code(), (400, 30005));
    world.bot_may(bits::VIEW_CHANNEL);
    assert_eq!(world.post(&roles, json!({})).await.code(), (403, 50013));
}
