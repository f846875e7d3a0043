//! The walls of the house, one function each: it looks at one file and names what stands in the wrong room.

use super::tokens::{Kind, Token, closed, reads};

/// Which rooms a room may name, itself apart. The drawing in ARCHITECTURE.md is this table.
pub const ARROWS: [(&str, &[&str]); 12] = [
    ("charts", &[]),
    ("domain", &[]),
    ("clock", &[]),
    ("sandbox", &[]),
    ("config", &["discord", "domain"]),
    ("locales", &["domain"]),
    ("store", &["domain", "clock"]),
    ("app", &["store", "domain", "clock"]),
    ("scheduler", &["app", "store", "domain", "clock"]),
    ("discord", &["scheduler", "app", "store", "domain", "clock", "locales", "charts"]),
    (
        "rehearsal",
        &["sandbox", "discord", "config", "scheduler", "app", "store", "domain", "clock", "locales"],
    ),
    (
        "cli",
        &[
            "rehearsal",
            "sandbox",
            "config",
            "discord",
            "scheduler",
            "app",
            "store",
            "domain",
            "clock",
            "locales",
        ],
    ),
];

/// A file is long from here on (it is listed), and too long from `TOO_LONG` on (STYLE: at most 400, with some grace).
pub const LONG: usize = 400;
/// See [`LONG`].
pub const TOO_LONG: usize = 500;
const MAIN_LINES: usize = 40;

/// A file as the rules see it.
#[derive(Debug)]
pub struct File {
    /// From the root of the repository, with `/`.
    pub path: String,
    /// Its whole text.
    pub text: String,
    /// Its code, without what is compiled for tests alone.
    pub code: Vec<Token>,
    /// Its code, tests included.
    pub all: Vec<Token>,
}

impl File {
    /// The names of the modules it lies in: `src/app/tasks/list.rs` is `app`, `tasks`, `list`.
    fn module(&self) -> Vec<&str> {
        let inside = self.path.strip_prefix("src/").unwrap_or_default();
        let names = inside.strip_suffix(".rs").unwrap_or_default();
        if matches!(names, "" | "lib" | "main") { Vec::new() } else { names.split('/').collect() }
    }

    fn room(&self) -> &str {
        self.module().first().copied().unwrap_or_default()
    }

    fn within(&self, place: &str) -> bool {
        self.path == format!("src/{place}.rs") || self.path.starts_with(&format!("src/{place}/"))
    }

    fn in_src(&self) -> bool {
        self.path.starts_with("src/")
    }
}

/// Something in the wrong place.
#[derive(Debug, PartialEq, Eq)]
pub struct Breach {
    /// The rule's name.
    pub rule: &'static str,
    /// `path:line: what`.
    pub what: String,
}

type Found = Vec<(usize, String)>;

type Rule = (&'static str, fn(&File) -> Found);

/// Every rule by name.
pub const RULES: [Rule; 13] = [
    ("serenity stays in discord", serenity),
    ("sqlx stays in the store", sqlx),
    ("the domain is pure", pure),
    ("the domain has no text", speechless),
    ("arrows point downwards", arrows),
    ("the oracle knows nothing of the bot", oracle),
    ("only the command line prints", prints),
    ("only the clock reads the wall", wall),
    ("use cases log nothing", silent),
    ("a file says why it exists", opens),
    ("foo.rs beside foo/", no_mod),
    ("files are short", short),
    ("no test is ignored without a reason", ignored),
];

/// What a file breaks.
pub fn breaches(file: &File) -> Vec<Breach> {
    let breach =
        |rule, (line, what): (usize, String)| Breach { rule, what: format!("{}:{line}: {what}", file.path) };
    RULES.iter().flat_map(|(rule, look)| look(file).into_iter().map(|found| breach(*rule, found))).collect()
}

fn find(tokens: &[Token], patterns: &[&str]) -> Found {
    let at = |index: &usize| patterns.iter().find(|pattern| reads(tokens, *index, pattern));
    (0..tokens.len())
        .filter_map(|index| at(&index).map(|found| (tokens[index].line, found.replace(' ', ""))))
        .collect()
}

fn serenity(file: &File) -> Found {
    let free = !file.in_src() || file.within("discord");
    if free { Vec::new() } else { find(&file.code, &["serenity"]) }
}

fn sqlx(file: &File) -> Found {
    let free = !file.in_src() || file.within("store");
    if free { Vec::new() } else { find(&file.code, &["sqlx"]) }
}

fn pure(file: &File) -> Found {
    let outside =
        ["async", "await", "tokio", "futures", "Utc :: now", "Local :: now", "SystemTime", "Instant"];
    let doors = ["std :: fs", "std :: net", "std :: env", "std :: io", "fastrand", "tracing", "Clock"];
    if file.within("domain") { find(&file.code, &[&outside[..], &doors[..]].concat()) } else { Vec::new() }
}

/// Two words in a literal are a text for people, unless they explain a panic or stand in an attribute.
fn speechless(file: &File) -> Found {
    if !file.within("domain") {
        return Vec::new();
    }
    let mut found = Found::new();
    let mut at = 0;
    while at < file.code.len() {
        let token = &file.code[at];
        if reads(&file.code, at, "# [") {
            at = closed(&file.code, at + 1);
            continue;
        }
        let explains = ["expect (", "panic ! (", "unreachable ! ("];
        let explained = explains.iter().any(|call| {
            let words = call.split(' ').count();
            at >= words && reads(&file.code, at - words, call)
        });
        let letters = |word: &&str| word.chars().filter(|one| one.is_alphabetic()).count();
        let words = token.text.split(' ').filter(|word| letters(word) > 1 && !word.contains(['{', '%']));
        if token.kind == Kind::Text && !explained && words.count() > 1 {
            found.push((token.line, format!("\"{}\"", token.text)));
        }
        at += 1;
    }
    found
}

/// The rooms that a file names, with the line.
fn named(file: &File) -> Found {
    let (tokens, depth) = (&file.code, file.module().len());
    let mut found = Found::new();
    for at in 0..tokens.len() {
        let begins = at == 0 || !tokens[at - 1].is("::");
        let climbs = (0..tokens.len()).take_while(|step| reads(tokens, at + 2 * step, "super ::")).count();
        let after = if begins && reads(tokens, at, "crate ::") {
            at + 2
        } else if begins && climbs > 0 && climbs >= depth {
            at + 2 * climbs
        } else {
            continue;
        };
        if !tokens[after].is("{") {
            found.push((tokens[after].line, tokens[after].text.clone()));
            continue;
        }
        // `crate::{app, store::{self, Conn}}` names what stands behind the outer bracket and its commas.
        let (end, mut index, mut first) = (closed(tokens, after) - 1, after + 1, true);
        while index < end {
            if first && tokens[index].kind == Kind::Word {
                found.push((tokens[index].line, tokens[index].text.clone()));
            }
            first = tokens[index].is(",");
            index = if tokens[index].is("{") { closed(tokens, index) } else { index + 1 };
        }
    }
    found
}

fn arrows(file: &File) -> Found {
    let Some((_, allowed)) = ARROWS.iter().find(|(room, _)| *room == file.room()) else {
        return Vec::new();
    };
    let is_room = |name: &str| ARROWS.iter().any(|(room, _)| *room == name);
    let forbidden = |name: &str| is_room(name) && name != file.room() && !allowed.contains(&name);
    named(file).into_iter().filter(|(_, name)| forbidden(name)).collect()
}

fn oracle(file: &File) -> Found {
    let bot = ["app", "domain", "scheduler", "store", "discord"];
    let named = if file.within("rehearsal/oracle") { named(file) } else { Vec::new() };
    named.into_iter().filter(|(_, name)| bot.contains(&name.as_str())).collect()
}

fn prints(file: &File) -> Found {
    let free = !file.in_src() || file.within("cli");
    if free {
        Vec::new()
    } else {
        find(&file.code, &["println !", "print !", "eprintln !", "eprint !", "dbg !"])
    }
}

/// The sandbox, which uses nothing of ours, has a clock of its own.
fn wall(file: &File) -> Found {
    let free = !file.in_src() || file.path == "src/clock.rs" || file.path == "src/sandbox/clock.rs";
    let calls = ["Utc :: now", "Local :: now", "SystemTime :: now", "tokio :: time :: sleep"];
    if free { Vec::new() } else { find(&file.code, &calls) }
}

/// Use cases know who asked, what they wrote and what they answered: whatever they logged could tell it (P11).
fn silent(file: &File) -> Found {
    if file.within("app") { find(&file.code, &["tracing"]) } else { Vec::new() }
}

/// A `tests.rs` says by its name why it exists.
fn opens(file: &File) -> Found {
    if file.text.starts_with("//! ") || file.path.ends_with("/tests.rs") {
        Vec::new()
    } else {
        vec![(1, "no //! paragraph".into())]
    }
}

fn no_mod(file: &File) -> Found {
    if file.path.ends_with("/mod.rs") { vec![(1, "mod.rs".into())] } else { Vec::new() }
}

fn short(file: &File) -> Found {
    let lines = file.text.lines().count();
    let most = if file.path == "src/main.rs" { MAIN_LINES } else { TOO_LONG };
    if lines < most { Vec::new() } else { vec![(lines, format!("{lines} lines"))] }
}

fn ignored(file: &File) -> Found {
    find(&file.all, &["# [ ignore ]"])
}
