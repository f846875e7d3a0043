//! Neutral names for rooms: two words that say nothing about who meets there. Which two follows from a keyed hash, so
//! that the same input gives the same name and nobody can reckon from a name back to a pair; a name is used once per
//! server (C3).

use sha2::{Digest as _, Sha256};

use crate::domain::ids::{GuildId, ProposalId};
use crate::domain::language::Language;
use crate::store::{Conn, Result, replies, tandems};

const ENGLISH: &str = include_str!("room_name/en.txt");
const GERMAN: &str = include_str!("room_name/de.txt");

/// The two lists of a language: comments begin with `#`, then one line for each half.
fn halves(language: Language) -> [Vec<&'static str>; 2] {
    let file = if language.is_german() { GERMAN } else { ENGLISH };
    let mut lines = file.lines().filter(|line| !line.starts_with('#'));
    [lines.next(), lines.next()].map(|line| line.unwrap_or_default().split_whitespace().collect())
}

/// Takes the name for the tandem that comes out of a proposal.
pub(super) async fn take(
    conn: &mut Conn,
    guild: GuildId,
    language: Language,
    proposal: ProposalId,
) -> Result<String> {
    let secret = replies::installation_secret(conn).await?;
    let hash = Sha256::new_with_prefix(secret).chain_update(b"room").chain_update(proposal.0.to_le_bytes());
    let mut start = [0; 8];
    start.copy_from_slice(&hash.finalize()[..8]);
    let [first, second] = halves(language);
    let pairs = first.len() * second.len();
    // One after another from there on, so that every pair of words is used before a number has to help.
    let start = usize::try_from(u64::from_le_bytes(start) % pairs as u64).unwrap_or_default();
    for round in 1.. {
        for index in (start..pairs).chain(0..start) {
            let mut name = format!("{}-{}", first[index % first.len()], second[index / first.len()]);
            if round > 1 {
                name = format!("{name}-{round}");
            }
            if tandems::room_name_take(conn, guild, &name).await? {
                return Ok(name);
            }
        }
    }
    Ok(String::new())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::app::testing::{GUILD, World};

    #[test]
    fn both_languages_hold_at_least_sixty_times_sixty_names_that_discord_takes() {
        for language in [Language::En, Language::De] {
            for half in halves(language) {
                assert!(half.len() >= 60, "{} words", half.len());
                assert_eq!(half.iter().collect::<BTreeSet<_>>().len(), half.len(), "a word stands twice");
                let plain = |word: &&str| word.len() <= 16 && word.chars().all(|c| c.is_ascii_lowercase());
                assert!(half.iter().all(plain));
            }
        }
    }

    #[tokio::test]
    async fn no_name_is_given_twice_on_a_server() {
        let mut world = World::empty().await;
        let mut names = BTreeSet::new();
        for proposal in [1, 2, 3, 1, 1] {
            assert!(
                names.insert(take(&mut world.conn, GUILD, Language::De, ProposalId(proposal)).await.unwrap())
            );
        }
        let again = take(&mut World::empty().await.conn, GUILD, Language::De, ProposalId(1)).await.unwrap();
        assert!(names.contains(&again), "the same proposal gets the same name");
    }
}
