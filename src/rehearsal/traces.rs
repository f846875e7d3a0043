//! What is left of people in the file of a programme that was erased, to the last byte: whether anything that somebody
//! typed, or anybody's number, still stands in it (P12). It looks at the file alone, and asks the database nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Context as _;

use super::theatre::{Act, Theatre};

/// Shorter words could stand in any file.
const LEAST: usize = 12;
/// Bytes of a number as databases keep it.
const NUMBER: usize = 8;

/// How many different texts and numbers of people are found in the file and its log.
///
/// # Errors
/// When the file cannot be read.
pub fn left(database: &Path, theatre: &Theatre) -> anyhow::Result<usize> {
    let mut found = 0;
    for name in ["tandem.db", "tandem.db-wal"] {
        let path = database.with_file_name(name);
        if path.exists() {
            let bytes =
                std::fs::read(&path).with_context(|| format!("{}: cannot be read", path.display()))?;
            found += search(&bytes, &typed(theatre), &numbers(theatre));
        }
    }
    Ok(found)
}

/// Everything that people typed who take part; what coordinators say of their programme is nobody's own.
fn typed(theatre: &Theatre) -> BTreeSet<String> {
    let mut all: BTreeSet<String> = theatre.everybody.iter().map(|one| one.id.to_string()).collect();
    for whisper in &theatre.whispers {
        if whisper.person == theatre.coordinator || whisper.person == theatre.owner {
            continue;
        }
        match &whisper.deed {
            // A topic is picked from the catalogue, whose names are nobody's words: totals of topics stay.
            Act::Command(_, options) => {
                let own = options.iter().filter(|(name, _)| *name != "topic");
                all.extend(own.map(|(_, value)| value.clone()));
            }
            Act::Submit(texts) => all.extend(texts.iter().cloned()),
            Act::Press(_) | Act::Choose(_) | Act::Voice(_) => {}
        }
    }
    all.into_iter()
        .map(|text| text.trim_end_matches('…').to_owned())
        .filter(|text| text.len() >= LEAST)
        .collect()
}

fn numbers(theatre: &Theatre) -> BTreeSet<[u8; NUMBER]> {
    let both = theatre.everybody.iter().flat_map(|one| [one.id.to_be_bytes(), one.id.to_le_bytes()]);
    both.collect()
}

/// How many of these stand in the bytes. Texts are sorted by how they begin, so that the file is gone through once.
fn search(bytes: &[u8], texts: &BTreeSet<String>, numbers: &BTreeSet<[u8; NUMBER]>) -> usize {
    let mut by_beginning: BTreeMap<&[u8], Vec<&[u8]>> = BTreeMap::new();
    for text in texts {
        by_beginning.entry(&text.as_bytes()[..LEAST]).or_default().push(text.as_bytes());
    }
    let mut found: BTreeSet<&[u8]> = BTreeSet::new();
    for (at, window) in bytes.windows(LEAST).enumerate() {
        let texts = by_beginning.get(window).into_iter().flatten();
        found.extend(texts.filter(|text| bytes[at..].starts_with(text)));
    }
    let windows = bytes.windows(NUMBER).filter_map(|window| <[u8; NUMBER]>::try_from(window).ok());
    let there: BTreeSet<[u8; NUMBER]> = windows.filter(|window| numbers.contains(window)).collect();
    found.len() + there.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_and_a_number_are_found_wherever_they_stand_and_each_counts_once() {
        let texts = BTreeSet::from(["Das Headset koppeln.".to_owned(), "Das Headset suchen.".to_owned()]);
        let number: u64 = 1_442_000_000_000_000_123;
        let numbers = BTreeSet::from([number.to_be_bytes(), number.to_le_bytes()]);
        assert_eq!(search(b"SQLite format 3, and nothing of anybody", &texts, &numbers), 0);
        let mut file = b"xxDas Headset koppeln.yy Das Headset koppeln.".to_vec();
        assert_eq!(search(&file, &texts, &numbers), 1);
        file.extend_from_slice(&number.to_be_bytes());
        assert_eq!(search(&file, &texts, &numbers), 2);
    }
}
