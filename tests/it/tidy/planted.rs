//! Shows that the rules bite: each is met with lines that break it, and with lines that only look as if they did.

use super::rules::{RULES, breaches};
use super::{file, test_files};

/// Path, text, and the rule that it breaks.
const PLANTED: [(&str, &str, &str); 30] = [
    ("src/app/tasks.rs", "//! Why.\nuse serenity::all::UserId;", "serenity stays in discord"),
    ("src/rehearsal.rs", "//! Why.\nfn f() -> serenity::Client {}", "serenity stays in discord"),
    ("src/app/tasks.rs", "//! Why.\nfn f() { sqlx::query(\"\"); }", "sqlx stays in the store"),
    ("src/discord/view.rs", "//! Why.\nuse sqlx::Row;", "sqlx stays in the store"),
    ("src/domain/task.rs", "//! Why.\npub async fn f() {}", "the domain is pure"),
    ("src/domain/task.rs", "//! Why.\nfn f() { let now = Utc::now(); }", "the domain is pure"),
    ("src/domain/task.rs", "//! Why.\nuse std::fs::File;", "the domain is pure"),
    ("src/domain.rs", "//! Why.\nfn f(clock: &dyn Clock) {}", "the domain is pure"),
    ("src/domain/task.rs", "//! Why.\nconst A: &str = \"Your task\";", "the domain has no text"),
    ("src/domain/task.rs", "//! Why.\nconst A: &str = r#\"Deine Aufgabe\"#;", "the domain has no text"),
    ("src/domain/task.rs", "//! Why.\nuse crate::store::Conn;", "arrows point downwards"),
    ("src/domain/task.rs", "//! Why.\nuse super::super::clock;", "arrows point downwards"),
    ("src/app/tasks/list.rs", "//! Why.\nuse super::super::super::discord;", "arrows point downwards"),
    ("src/app.rs", "//! Why.\nuse crate::{domain::ids, discord::{view, reply}};", "arrows point downwards"),
    ("src/store/tasks.rs", "//! Why.\nfn f() { crate::app::effect::add(); }", "arrows point downwards"),
    ("src/scheduler/tidy.rs", "//! Why.\nuse crate::locales::say;", "arrows point downwards"),
    ("src/sandbox/state.rs", "//! Why.\nuse crate::domain::ids::UserId;", "arrows point downwards"),
    ("src/discord/bot.rs", "//! Why.\nuse crate::sandbox;", "arrows point downwards"),
    (
        "src/rehearsal/oracle.rs",
        "//! Why.\nuse crate::domain::task::Task;",
        "the oracle knows nothing of the bot",
    ),
    ("src/app/tasks.rs", "//! Why.\nfn f() { println!(\"x\"); }", "only the command line prints"),
    ("src/rehearsal/play.rs", "//! Why.\nfn f() { eprint!(\"x\"); }", "only the command line prints"),
    ("src/store/door.rs", "//! Why.\nfn f() { chrono::Utc::now(); }", "only the clock reads the wall"),
    ("src/clock/station.rs", "//! Why.\nfn f() { tokio::time::sleep(x); }", "only the clock reads the wall"),
    (
        "src/app/surveys.rs",
        "//! Why.\nfn f(who: u64, said: u8) { tracing::info!(who, said, \"answered\"); }",
        "use cases log nothing",
    ),
    ("src/app/tasks.rs", "use std::fmt;", "a file says why it exists"),
    ("tests/it/main.rs", "// Why.\nmod a;", "a file says why it exists"),
    ("src/app/mod.rs", "//! Why.", "foo.rs beside foo/"),
    ("tests/it/tidy/mod.rs", "//! Why.", "foo.rs beside foo/"),
    ("tests/it/leave.rs", "//! Why.\n#[ignore]\n#[test]\nfn f() {}", "no test is ignored without a reason"),
    (
        "src/app/leaving.rs",
        "//! Why.\n#[cfg(test)]\nmod tests { #[test] #[ignore] fn f() {} }",
        "no test is ignored without a reason",
    ),
];

/// Path and text of files that break nothing.
const INNOCENT: [(&str, &str); 14] = [
    ("src/app/tasks.rs", "//! Why.\n// serenity would hand us sqlx here, Utc::now() and println!\nfn f() {}"),
    ("src/app/tasks.rs", "//! Why.\n/* use /* nested */ serenity; */\nfn f() {}"),
    ("src/app/tasks.rs", "//! Why.\nconst A: &str = \"serenity \\\" sqlx println!\";"),
    (
        "src/app/tasks.rs",
        "//! Why.\nconst A: &str = r##\"use \"# serenity\"##;\nconst B: char = '\"';\nfn g<'a>() {}",
    ),
    ("src/app/tasks.rs", "//! Why.\n#[cfg(test)]\nmod tests { use crate::discord; use serenity::all; }"),
    (
        "src/app/tasks.rs",
        "//! Why.\n#[cfg(test)]\n#[path = \"x\"]\npub(crate) mod testing;\nuse crate::domain;",
    ),
    ("src/domain/task.rs", "//! Why.\nuse super::super::domain::ids;\nuse super::ids;"),
    ("src/domain/task.rs", "//! Why.\nfn f() { x.expect(\"a week has seven days\"); }"),
    (
        "src/domain/task.rs",
        "//! Why.\n#[error(\"no such task\")]\nstruct A;\nconst B: &str = \"%Y-%m-%d %H:%M\";",
    ),
    ("src/app/tasks/list.rs", "//! Why.\nuse super::super::discord;"),
    ("src/discord/posts.rs", "//! Why.\nuse crate::{app, locales::{self, say}};\nuse serenity::all::UserId;"),
    ("src/cli/run.rs", "//! Why.\nfn f() { println!(\"{}\", crate::rehearsal::play()); }"),
    ("src/clock.rs", "//! Why.\nfn f() { Utc::now(); }"),
    ("tests/it/leave.rs", "//! Why.\n#[ignore = \"needs a real server\"]\n#[test]\nfn f() {}"),
];

#[test]
fn every_planted_line_is_found_by_its_rule_and_by_no_other() {
    for (path, text, rule) in PLANTED {
        let found: Vec<_> = breaches(&file(path, text)).into_iter().map(|breach| breach.rule).collect();
        assert_eq!(without_domain_twins(found, rule), [rule], "{path}: {text}");
    }
}

/// A wall clock in the domain breaks two rules at once.
fn without_domain_twins(mut found: Vec<&'static str>, rule: &str) -> Vec<&'static str> {
    found.dedup();
    if rule == "the domain is pure" {
        found.retain(|other| *other != "only the clock reads the wall");
    }
    found
}

#[test]
fn what_only_looks_like_a_breach_is_let_through() {
    for (path, text) in INNOCENT {
        assert_eq!(breaches(&file(path, text)), [], "{path}: {text}");
    }
}

#[test]
fn a_file_that_grows_too_long_is_found() {
    let lines = |count: usize| format!("//! Why.\n{}", "//\n".repeat(count - 1));
    for (path, fine, long) in
        [("src/main.rs", 39, 40), ("src/app.rs", 499, 500), ("tests/it/leave.rs", 499, 500)]
    {
        assert_eq!(breaches(&file(path, &lines(fine))), []);
        let found: Vec<_> =
            breaches(&file(path, &lines(long))).into_iter().map(|breach| breach.rule).collect();
        assert_eq!(found, ["files are short"], "{path}");
    }
}

#[test]
fn every_rule_has_a_planted_line() {
    for (rule, _) in RULES.iter().filter(|(rule, _)| *rule != "files are short") {
        assert!(PLANTED.iter().any(|(_, _, planted)| planted == rule), "nothing is planted for \"{rule}\"");
    }
}

#[test]
fn a_module_for_tests_in_a_file_of_its_own_is_known_as_one() {
    let text = "//! Why.\n#[cfg(test)]\nmod tests;\n#[cfg(test)]\npub(crate) mod testing;\nmod real;";
    assert_eq!(test_files("src/app/leaving.rs", text), ["src/app/leaving/tests", "src/app/leaving/testing"]);
    assert_eq!(test_files("src/lib.rs", "//! Why.\n#[cfg(test)]\nmod testing;"), ["src/testing"]);
}
