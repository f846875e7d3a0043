//! Holds what was asked of the local Discord against Discord's own description of its API.
//!
//! The description is not part of this repository: where `../shared/discord-openapi.json` lies beside it, each
//! request of the test suite is checked; where it does not, the check says so and passes. Some things are read
//! otherwise than they are written there: whole numbers may come as strings of digits (permissions do) and ids as
//! numbers, fields that are not described are violations, and the body of `update_channel` depends on the channel's type.

use std::{
    collections::HashMap,
    fs,
    path::Path,
    sync::{Arc, LazyLock, Mutex},
};

use jsonschema::Validator;
use serde_json::{Map, Value, json};
use tandem::sandbox::{record::Asked, shared::Shared};

#[expect(clippy::print_stderr, reason = "a test says that it was skipped")]
static DESCRIPTION: LazyLock<Option<Description>> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/discord-openapi.json");
    let Ok(text) = fs::read_to_string(path) else {
        eprintln!(
            "skipped: Discord's description of its API is not there, so requests are not held against it"
        );
        return None;
    };
    Some(Description::new(serde_json::from_str(&text).expect("Discord's description is JSON")))
});

/// Discord's description, made strict, with the validators that were needed so far.
struct Description {
    paths: HashMap<String, Value>,
    components: Value,
    ready: Mutex<HashMap<String, Arc<Validator>>>,
}

/// Checks each request; `Err` names operation, field and body of every violation. Without the description: `Ok`.
pub fn check(records: &[Asked]) -> Result<(), String> {
    let Some(description) = &*DESCRIPTION else { return Ok(()) };
    let violations: Vec<String> = records.iter().filter_map(|asked| description.check(asked).err()).collect();
    if violations.is_empty() { Ok(()) } else { Err(violations.join("\n")) }
}

/// Whether requests are really held against something.
pub fn is_there() -> bool {
    DESCRIPTION.is_some()
}

/// Keeps every request to a local Discord, and when that is over holds them against the description.
#[must_use = "the requests are looked at when this goes"]
pub struct Held {
    shared: Arc<Shared>,
    /// Whether requests that were refused are wrong on purpose.
    takes_wrong_ones: bool,
}

/// Holds every request of a bot.
pub fn hold(sandbox: &Arc<Shared>) -> Held {
    keep(sandbox, false)
}

/// Holds every request that is let through, of a test that makes wrong ones as well.
pub fn hold_taken(sandbox: &Arc<Shared>) -> Held {
    keep(sandbox, true)
}

fn keep(sandbox: &Arc<Shared>, takes_wrong_ones: bool) -> Held {
    sandbox.record.keep(true);
    Held { shared: Arc::clone(sandbox), takes_wrong_ones }
}

impl Drop for Held {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        let mut asked = self.shared.record.requests();
        // P14: whatever a server's audit log keeps has one reason, which tells nothing.
        let telling = asked.iter().filter_map(|asked| asked.reason.as_deref()).find(|why| *why != "Tandem");
        assert_eq!(telling, None, "a reason in the audit log");
        if self.takes_wrong_ones {
            asked.retain(|asked| asked.status < 300);
        }
        if let Err(violations) = check(&asked) {
            panic!("not as Discord describes it:\n{violations}");
        }
    }
}

/// A path without the names of its parameters, in which the two sides may differ.
fn nameless(path: &str) -> String {
    let hide = |step| if str::starts_with(step, '{') { "{}" } else { step };
    path.split('/').map(hide).collect::<Vec<_>>().join("/")
}

impl Description {
    fn new(mut document: Value) -> Self {
        let mut components = document["components"].take();
        make_strict(&mut components, true);
        // Discord's pages number the files of a request 0, 1, 2 …, in the place of ids (reference.mdx, "Uploading Files").
        let id = components["schemas"]["SnowflakeType"].take();
        components["schemas"]["SnowflakeType"] = json!({"anyOf": [id, {"type": "integer", "minimum": 0}]});
        let paths = document["paths"].as_object().expect("paths").iter();
        let paths = paths.map(|(path, item)| (nameless(path), item.clone())).collect();
        Self { paths, components, ready: Mutex::default() }
    }

    fn check(&self, asked: &Asked) -> Result<(), String> {
        let told = |what: &str| {
            format!(
                "{} {}: {what}\n  query: {:?}\n  body: {}",
                asked.method, asked.template, asked.query, asked.body
            )
        };
        let item = self.paths.get(&nameless(&asked.template));
        let operation = item.and_then(|item| item.get(asked.method.to_lowercase()));
        let Some(operation) = operation else { return Err(told("Discord has no such operation")) };
        let name = operation["operationId"].as_str().unwrap_or_default();
        let told = |what: String| format!("{name}: {}", told(&what));
        self.check_query(asked, item, operation).map_err(told)?;
        let content = &operation["requestBody"]["content"];
        let Some(schema) = body_schema(content, name, asked.channel_kind) else {
            let empty = asked.body.is_null() || asked.body.as_object().is_some_and(Map::is_empty);
            return if empty { Ok(()) } else { Err(told("takes no body".to_owned())) };
        };
        if asked.body.is_null() {
            let needed = operation["requestBody"]["required"] == true && asked.files.is_empty();
            return if needed { Err(told("needs a body".to_owned())) } else { Ok(()) };
        }
        let validator = self.validator(&format!("{name} {:?}", asked.channel_kind), &schema);
        let body = if name.contains("application_command") { said(&asked.body) } else { asked.body.clone() };
        let found: Vec<String> = validator
            .iter_errors(&body)
            .map(|error| {
                format!("field {:?}: {}", error.instance_path().to_string(), shortened(&error.to_string()))
            })
            .collect();
        if found.is_empty() { Ok(()) } else { Err(told(found.join("; "))) }
    }

    /// Every parameter of the query must be described, and fit.
    fn check_query(&self, asked: &Asked, item: Option<&Value>, operation: &Value) -> Result<(), String> {
        let shared = item.and_then(|item| item["parameters"].as_array()).into_iter().flatten();
        let own = operation["parameters"].as_array().into_iter().flatten();
        let known: Vec<&Value> = shared.chain(own).filter(|parameter| parameter["in"] == "query").collect();
        for pair in asked.query.split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let Some(parameter) = known.iter().find(|parameter| parameter["name"] == key) else {
                return Err(format!("no parameter {key:?} in the query"));
            };
            let read = match value {
                "true" | "false" => json!(value == "true"),
                _ => value.parse::<u32>().map_or_else(|_| json!(value), |number| json!(number)),
            };
            let mut schema = parameter["schema"].clone();
            make_strict(&mut schema, true);
            let name = format!("{} {key}", operation["operationId"]);
            let validator = self.validator(&name, &schema);
            if !validator.is_valid(&read) && !validator.is_valid(&json!(value)) {
                return Err(format!("parameter {key:?} cannot be {value:?}"));
            }
        }
        Ok(())
    }

    fn validator(&self, name: &str, schema: &Value) -> Arc<Validator> {
        let mut ready = self.ready.lock().unwrap();
        let made = ready.entry(name.to_owned()).or_insert_with(|| {
            let whole = json!({"allOf": [schema], "components": self.components});
            Arc::new(jsonschema::validator_for(&whole).expect("Discord's schema"))
        });
        Arc::clone(made)
    }
}

/// The schema of a JSON body. Of a union for several types of channel, the branch for this one is taken.
fn body_schema(content: &Value, operation: &str, channel_kind: Option<u8>) -> Option<Value> {
    let mut schema = match &content["application/json"]["schema"] {
        Value::Null => content["multipart/form-data"]["schema"].clone(),
        found => found.clone(),
    };
    if schema.is_null() {
        return None;
    }
    if operation == "update_channel" {
        let branch = match channel_kind {
            Some(1) => "UpdateDMRequestPartial",
            Some(3) => "UpdateGroupDMRequestPartial",
            Some(10..=12) => "UpdateThreadRequestPartial",
            _ => "UpdateGuildChannelRequestPartial",
        };
        return Some(json!({"$ref": format!("#/components/schemas/{branch}")}));
    }
    make_strict(&mut schema, true);
    Some(schema)
}

/// Whole numbers may be strings of digits, `oneOf` becomes `anyOf` (a number as a string may fit two branches), and
/// objects with described fields take no others, unless they are only a part of one (`allOf`).
fn make_strict(schema: &mut Value, whole: bool) {
    match schema {
        Value::Array(list) => list.iter_mut().for_each(|inner| make_strict(inner, true)),
        Value::Object(map) => {
            if let Some(branches) = map.remove("oneOf") {
                map.insert("anyOf".to_owned(), branches);
            }
            if takes_integers(map) && !map.contains_key("enum") {
                digits_too(map);
            }
            for (key, inner) in map.iter_mut() {
                match (key.as_str(), inner) {
                    ("allOf", Value::Array(parts)) => {
                        for part in parts {
                            make_strict(part, false);
                        }
                    }
                    ("enum" | "const" | "default" | "example" | "required", _) => {}
                    (_, inner) => make_strict(inner, true),
                }
            }
            if whole
                && map.contains_key("properties")
                && !map.contains_key("additionalProperties")
                && map.get("type") == Some(&json!("object"))
            {
                map.insert("additionalProperties".to_owned(), json!(false));
            }
        }
        _ => {}
    }
}

fn takes_integers(map: &Map<String, Value>) -> bool {
    let is_integer = |kind: &Value| kind == "integer";
    map.get("type").is_some_and(|kind| {
        is_integer(kind) || kind.as_array().is_some_and(|kinds| kinds.iter().any(is_integer))
    })
}

/// Lets a schema for whole numbers take digits in a string as well.
fn digits_too(map: &mut Map<String, Value>) {
    let numeric = Value::Object(std::mem::take(map));
    map.insert(
        "anyOf".to_owned(),
        json!([numeric_only(numeric), {"type": "string", "pattern": "^-?[0-9]+$"}]),
    );
}

/// Marks the number's own schema, so that it is not widened again.
fn numeric_only(mut numeric: Value) -> Value {
    let nullable = numeric["type"].is_array();
    numeric["type"] = json!("number");
    numeric["multipleOf"] = json!(1);
    if nullable { json!({"anyOf": [{"type": "null"}, numeric]}) } else { numeric }
}

/// What a body really says: serenity gives each option of a command every field that any option could have, empty.
fn said(body: &Value) -> Value {
    let empty = |value: &Value| match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(list) => list.is_empty(),
        Value::Object(map) => map.is_empty(),
        _ => false,
    };
    match body {
        Value::Object(map) => {
            let kept = map.iter().filter(|(_, value)| !empty(value));
            Value::Object(kept.map(|(key, value)| (key.clone(), said(value))).collect())
        }
        Value::Array(list) => list.iter().map(said).collect(),
        other => other.clone(),
    }
}

fn shortened(text: &str) -> String {
    if text.chars().count() > 400 {
        text.chars().take(400).chain("…".chars()).collect()
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each file that puts up a local Discord holds it, so that no request of any test goes by unlooked at.
    #[test]
    fn every_local_discord_of_every_test_is_held() {
        fn look(folder: &Path, free: &mut Vec<String>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    look(&path, free);
                    continue;
                }
                let text = fs::read_to_string(&path).unwrap();
                let put_up = ["Sandbox::start(", " Stage::open(", "play(options).await.unwrap()"];
                let put_up =
                    |line: &&str| put_up.iter().any(|it| line.contains(it)) && !line.contains(".err()");
                let (all, held) =
                    (text.lines().filter(put_up).count(), text.matches("openapi::hold").count());
                if all > held && !path.ends_with("openapi.rs") {
                    free.push(format!("{}: {all} put up, {held} held", path.display()));
                }
            }
        }
        let mut free = Vec::new();
        look(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it"), &mut free);
        assert!(free.is_empty(), "{free:#?}");
    }

    fn asked(method: &str, template: &str, body: Value) -> Asked {
        Asked {
            method: method.to_owned(),
            template: template.to_owned(),
            path: template.to_owned(),
            query: String::new(),
            body,
            files: Vec::new(),
            reason: None,
            channel_kind: Some(0),
            status: 200,
            answer: Value::Null,
            at: chrono::DateTime::UNIX_EPOCH,
        }
    }

    #[test]
    fn right_requests_pass_and_wrong_ones_are_named() {
        let messages = "/channels/{channel_id}/messages";
        let channels = "/guilds/{guild_id}/channels";
        let private =
            json!([{"id": "1", "type": 0, "deny": "1024"}, {"id": "2", "type": 1, "allow": "1024"}]);
        for (method, template, body) in [
            (
                "POST",
                messages,
                json!({"content": "Hello", "nonce": "n-1", "enforce_nonce": true, "flags": 4096}),
            ),
            ("POST", channels, json!({"name": "pine-otter", "type": 0, "permission_overwrites": private})),
            ("PATCH", "/channels/{channel_id}", json!({"name": "pine-otter"})),
        ] {
            check(&[asked(method, template, body)]).unwrap();
        }
        if !is_there() {
            return;
        }
        for (method, template, body, word) in [
            ("POST", messages, json!({"content": "Hello", "nonce": "n".repeat(26)}), "nonce"),
            ("POST", messages, json!({"contents": "Hello"}), "contents"),
            ("POST", channels, json!({"type": 0}), "name"),
            ("PATCH", "/channels/{channel_id}", json!({"name": "x".repeat(101)}), "name"),
            (
                "POST",
                channels,
                json!({"name": "a", "permission_overwrites": [{"id": "1", "allow": "x"}]}),
                "allow",
            ),
            ("GET", "/nowhere", Value::Null, "no such operation"),
        ] {
            let found = check(&[asked(method, template, body)]).unwrap_err();
            assert!(found.contains(word), "{found}");
        }
    }
}
