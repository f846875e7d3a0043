//! Who plays: people with names, languages and characters, drawn from the seed or read from a CSV file. A character
//! decides how often somebody gives a task, how soon they report, and whether they stay.

use std::path::Path;

use fastrand::Rng;

/// How somebody goes about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Character {
    /// Does nearly everything, and soon.
    Diligent,
    /// Answers when the day has come, if at all.
    Busy,
    /// Tries everything, and often gets stuck first.
    Stuck,
    /// Reads, and rarely says anything.
    Silent,
    /// Ends the tandem in its second month.
    Leaves,
    /// Is away for two weeks in between.
    Holiday,
    /// Is no longer heard of after two months.
    Lost,
    /// Leaves the company, and with it the server, after three months.
    Moves,
}

impl Character {
    /// In the order in which they are dealt out; a programme of eight tandems has each of them.
    const DEALT: [Self; 8] = [
        Self::Diligent,
        Self::Busy,
        Self::Stuck,
        Self::Lost,
        Self::Silent,
        Self::Leaves,
        Self::Holiday,
        Self::Moves,
    ];

    fn of(code: &str) -> Option<Self> {
        Some(match code {
            "diligent" => Self::Diligent,
            "busy" => Self::Busy,
            "stuck" => Self::Stuck,
            "silent" => Self::Silent,
            "leaves" => Self::Leaves,
            "holiday" => Self::Holiday,
            "lost" => Self::Lost,
            "moves" => Self::Moves,
            _ => return None,
        })
    }
}

/// Somebody in a tandem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// The name that is shown.
    pub name: String,
    /// The language of their Discord: `de` or `en-GB`.
    pub locale: &'static str,
    /// How they go about it.
    pub character: Character,
}

/// Mentor and mentee of each tandem, in order.
pub type Pairs = Vec<[Role; 2]>;

const FIRST: [&str; 41] = [
    "Vera",
    "Ulrich",
    "Amira",
    "Jonas",
    "Lena",
    "Martin",
    "Priya",
    "Sabine",
    "Tomasz",
    "Klaus",
    "Mia",
    "Dorothea",
    "Can",
    "Wolfgang",
    "Jule",
    "Renate",
    "Noah",
    "Andreas",
    "Elif",
    "Bernd",
    "Lea",
    "Gudrun",
    "Paul",
    "Katrin",
    "Ravi",
    "Hannelore",
    "Finn",
    "Christa",
    "Selma",
    "Rainer",
    "Ben",
    "Monika",
    "Ayşe",
    "Holger",
    "Nele",
    "Frauke",
    "Emil",
    "Petra",
    "Zoë",
    "Günther",
    "Marek",
];
const LAST: [&str; 24] = [
    "Lindner",
    "Kern",
    "Haddad",
    "Petersen",
    "Vogt",
    "Albers",
    "Nair",
    "Thiele",
    "Zielinski",
    "Brückner",
    "Hoffmeister",
    "Seidel",
    "Yıldız",
    "Jansen",
    "Kowalski",
    "Ott",
    "Wendt",
    "Farouk",
    "Meinert",
    "Sørensen",
    "Quandt",
    "Iversen",
    "Dragović",
    "Ullmann",
];

/// So many pairs have names of their own, and a server has room for them.
pub const MOST: u32 = 400;

/// Draws so many pairs, and so many others who come to the programme in its course. Every seventh person has their Discord
/// in English, others in German.
#[must_use]
pub fn draw(rng: &mut Rng, pairs: u32, others: u32) -> (Pairs, Vec<Role>) {
    let (first, last) = (rng.usize(..FIRST.len()), rng.usize(..LAST.len()));
    let mut dealt = Character::DEALT;
    rng.shuffle(&mut dealt);
    let role = |number: usize, character| Role {
        // Both lists are walked at once; they have no common factor, so that a name comes back after 984.
        name: format!("{} {}", FIRST[(first + number) % FIRST.len()], LAST[(last + number) % LAST.len()]),
        locale: if number % 7 == 6 { "en-GB" } else { "de" },
        character,
    };
    let drawn = (0..pairs as usize).map(|pair| {
        let mentee = dealt[pair % dealt.len()];
        // Mentors carry it: one in five is busy, and who is away is away alone.
        let mentor = if pair % 5 == 4 { Character::Busy } else { Character::Diligent };
        [role(2 * pair, mentor), role(2 * pair + 1, mentee)]
    });
    let others = (0..others as usize).map(|other| role(2 * pairs as usize + other, Character::Diligent));
    (drawn.collect(), others.collect())
}

/// Reads pairs from a CSV file: `tandem,role,name,language,character`, one line for each person.
///
/// # Errors
/// One line that names the file, the line and what is wrong there.
pub fn read(path: &Path) -> anyhow::Result<Pairs> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| anyhow::anyhow!("{}: cannot be read ({error})", path.display()))?;
    parse(&text).map_err(|(line, what)| anyhow::anyhow!("{}:{line}: {what}", path.display()))
}

const HEADER: &str = "tandem,role,name,language,character";

type Wrong = (usize, String);

fn parse(text: &str) -> Result<Pairs, Wrong> {
    let mut lines = text.trim_start_matches('\u{feff}').lines().enumerate();
    let header = lines.next().map(|(_, line)| line.replace(' ', "")).unwrap_or_default();
    if header.trim() != HEADER {
        return Err((1, format!("the first line has to be \"{HEADER}\"")));
    }
    let mut order: Vec<String> = Vec::new();
    let mut found: Vec<[Option<Role>; 2]> = Vec::new();
    for (index, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        let (tandem, side, role) = person(line).map_err(|what| (index + 1, what))?;
        let at = order.iter().position(|known| *known == tandem).unwrap_or_else(|| {
            order.push(tandem.clone());
            found.push([None, None]);
            order.len() - 1
        });
        if found[at][side].replace(role).is_some() {
            return Err((index + 1, format!("tandem {tandem} has this role twice")));
        }
    }
    let last = text.lines().count();
    let mut pairs = Pairs::new();
    for (tandem, roles) in order.iter().zip(found) {
        let [Some(mentor), Some(mentee)] = roles else {
            return Err((
                last,
                format!("tandem {tandem} needs a mentor and a mentee; is the file complete?"),
            ));
        };
        pairs.push([mentor, mentee]);
    }
    let names: std::collections::BTreeSet<_> = pairs.iter().flatten().map(|role| &role.name).collect();
    match pairs.len() {
        0 => Err((last, "there is nobody in this file".into())),
        many if many > MOST as usize => {
            Err((last, format!("{many} tandems; at most {MOST} can be rehearsed")))
        }
        many if names.len() < 2 * many => Err((last, "a name stands here twice".into())),
        _ => Ok(pairs),
    }
}

fn person(line: &str) -> Result<(String, usize, Role), String> {
    let fields: Vec<&str> = line.split(',').map(str::trim).collect();
    let [tandem, role, name, language, character] = fields[..] else {
        return Err(format!("five fields are needed, {} are there", fields.len()));
    };
    let side = match role {
        "mentor" => 0,
        "mentee" => 1,
        other => return Err(format!("the role is mentor or mentee, not \"{other}\"")),
    };
    if name.is_empty() || name.chars().count() > 32 {
        return Err("a name has 1 to 32 characters".into());
    }
    let locale = match language {
        "de" => "de",
        "en" => "en-GB",
        other => return Err(format!("the language is de or en, not \"{other}\"")),
    };
    let Some(character) = Character::of(character) else {
        return Err(format!(
            "the character is diligent, busy, stuck, silent, leaves, holiday, lost or moves, not \"{character}\""
        ));
    };
    Ok((tandem.to_owned(), side, Role { name: name.to_owned(), locale, character }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_draws_the_same_people_and_nobody_has_the_name_of_another() {
        let drawn = |seed| draw(&mut Rng::with_seed(seed), MOST, 40);
        assert_eq!(drawn(1), drawn(1));
        assert_ne!(drawn(1), drawn(2));
        let (pairs, others) = drawn(1);
        assert_eq!(pairs, draw(&mut Rng::with_seed(1), MOST, 0).0, "others come after everybody else");
        let names: std::collections::BTreeSet<_> =
            pairs.into_iter().flatten().chain(others).map(|role| role.name).collect();
        assert_eq!(names.len(), 2 * MOST as usize + 40);
    }

    #[test]
    fn a_file_is_read_and_what_is_wrong_in_it_is_named_with_its_line() {
        let good = format!("{HEADER}\n1,mentor,Mia Ott,de,diligent\n1,mentee,Klaus Kern,en,busy\n");
        assert_eq!(parse(&good).unwrap()[0][1].locale, "en-GB");
        for (rows, line, what) in [
            ("1,mentor,Mia Ott,de", 2, "five fields"),
            ("1,boss,Mia Ott,de,busy", 2, "mentor or mentee"),
            ("1,mentor,Mia Ott,fr,busy", 2, "de or en"),
            ("1,mentor,Mia Ott,de,lazy", 2, "character"),
            ("1,mentor,Mia Ott,de,busy", 2, "complete"),
            ("1,mentor,A,de,busy\n1,mentor,B,de,busy", 3, "twice"),
            ("1,mentor,A,de,busy\n1,mentee,A,de,busy", 3, "twice"),
            ("", 1, "nobody"),
        ] {
            let (at, said) = parse(&format!("{HEADER}\n{rows}")).unwrap_err();
            assert!(at == line && said.contains(what), "{rows}: {at} {said}");
        }
        assert!(parse("name,role").is_err());
    }
}
