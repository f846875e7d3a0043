//! Keeps the walls of the house, which a package does not have by itself: reads the sources and names what stands in the
//! wrong room. ARCHITECTURE.md says why each wall is there.

mod papers;
mod planted;
mod rules;
mod tokens;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rules::{ARROWS, File, LONG, breaches};
use tokens::{closed, cut, reads, without_tests};

fn file(path: &str, text: &str) -> File {
    let all = cut(text);
    File { path: path.to_owned(), text: text.to_owned(), code: without_tests(&all).0, all }
}

/// Where the modules lie that a file declares for tests alone, without `.rs`.
fn test_files(path: &str, text: &str) -> Vec<String> {
    let stem = path.strip_suffix(".rs").unwrap();
    let beside = stem.strip_suffix("/lib").or(stem.strip_suffix("/main")).unwrap_or(stem);
    without_tests(&cut(text)).1.into_iter().map(|module| format!("{beside}/{module}")).collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn collect(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let name = path.strip_prefix(root()).unwrap().components();
            let name: Vec<_> = name.map(|part| part.as_os_str().to_string_lossy()).collect();
            found.push((name.join("/"), std::fs::read_to_string(&path).unwrap()));
        }
    }
}

/// Every source of the house, tests and benchmarks included; files for tests alone have no code in the rules' eyes.
fn house() -> Vec<File> {
    let mut found = vec![("build.rs".to_owned(), std::fs::read_to_string(root().join("build.rs")).unwrap())];
    for folder in ["src", "tests", "benches"] {
        collect(&root().join(folder), &mut found);
    }
    found.sort();
    let tests: BTreeSet<String> = found.iter().flat_map(|(path, text)| test_files(path, text)).collect();
    let is_test = |path: &str| {
        tests.iter().any(|test| path == format!("{test}.rs") || path.starts_with(&format!("{test}/")))
    };
    let mut files: Vec<_> = found.iter().map(|(path, text)| file(path, text)).collect();
    files.iter_mut().filter(|file| is_test(&file.path)).for_each(|file| file.code.clear());
    files
}

#[test]
fn every_wall_of_the_house_stands() {
    let files = house();
    let long = files.iter().filter(|file| file.text.lines().count() > LONG);
    for file in long {
        println!("long: {} has {} lines", file.path, file.text.lines().count());
    }
    let found: Vec<_> = files.iter().flat_map(breaches).collect();
    let lines: Vec<_> = found.iter().map(|breach| format!("{} ({})", breach.what, breach.rule)).collect();
    assert!(lines.is_empty(), "{}", lines.join("\n"));
    assert!(
        files.iter().any(|file| file.path == "src/store/door.rs" && !file.code.is_empty()),
        "nothing was read"
    );
}

/// The modules that `src/lib.rs` declares.
fn rooms() -> Vec<String> {
    let map = cut(&std::fs::read_to_string(root().join("src/lib.rs")).unwrap());
    (0..map.len()).filter(|at| reads(&map, *at, "pub mod")).map(|at| map[at + 2].text.clone()).collect()
}

/// The corridors: folders of `src` down to the second level that hold more than tests, as `room/folder/`.
fn corridors() -> BTreeSet<String> {
    house()
        .iter()
        .filter(|file| !file.code.is_empty())
        .filter_map(|file| match file.path.split('/').collect::<Vec<_>>()[..] {
            ["src", room, folder, _, ..] => Some(format!("{room}/{folder}/")),
            _ => None,
        })
        .collect()
}

/// What a text about the house leaves out.
fn unnamed(text: &str, places: &[String]) -> Vec<String> {
    places.iter().filter(|place| !text.contains(place.as_str())).cloned().collect()
}

fn architecture() -> String {
    std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap()
}

#[test]
fn architecture_names_every_room_and_corridor_on_at_most_150_lines() {
    let text = architecture();
    let mut places: Vec<_> = rooms().iter().map(|room| format!("`src/{room}`")).collect();
    places.extend(corridors());
    assert_eq!(unnamed(&text, &places), Vec::<String>::new());
    assert!(text.lines().count() <= 150, "{} lines", text.lines().count());
    assert_eq!(
        unnamed("`src/app` and app/tasks/", &["`src/app`".into(), "app/moods/".into()]),
        ["app/moods/"]
    );
}

#[test]
fn every_room_has_its_arrows() {
    let known: BTreeSet<_> = ARROWS.iter().map(|(room, _)| (*room).to_owned()).collect();
    assert_eq!(rooms().into_iter().collect::<BTreeSet<_>>(), known);
}

#[test]
fn the_arrows_form_no_circle() {
    let mut done: Vec<&str> = Vec::new();
    while done.len() < ARROWS.len() {
        let next = ARROWS
            .iter()
            .find(|(room, uses)| !done.contains(room) && uses.iter().all(|used| done.contains(used)));
        done.push(next.expect("a room whose arrows all lead to rooms further down").0);
    }
}

#[test]
fn code_is_cut_where_the_language_cuts_it() {
    let words = |code: &str| cut(code).into_iter().map(|token| token.text).collect::<Vec<_>>();
    assert_eq!(words("a::b /* c */ 'd' 'e: \"f\" // g"), ["a", "::", "b", "e", ":", "f"]);
    assert_eq!(words(r##"b"x\"y" r#"z"w"# '\'' br"v""##), [r#"x\"y"#, r#"z"w"#, "v"]);
    assert_eq!(closed(&cut("f(a, [b], {c}) d"), 1), 12);
}
