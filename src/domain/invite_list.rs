//! A list of people to invite, as spreadsheets write it: commas, semicolons or tabs, quotes and line breaks inside them,
//! UTF-8 or Windows-1252, with or without a byte order mark. Each row becomes an entry or a reason; nothing is guessed.
//! `docs/invitations.md` describes the columns.

use std::collections::BTreeSet;

use super::ids::UserId;
use super::language::Language;
use super::profile::NAME_MAX;
use super::programme::Role;
use super::refusal::Refusal;

/// So many rows are taken at once (decision: ten times the tandems that a server holds).
pub const ROWS_MAX: usize = 5_000;
/// The largest file that is read, in bytes: 400 for each row.
pub const BYTES_MAX: usize = 2_000_000;
/// The longest name of an account that is looked for, in characters (Discord: 32 for names, digits for ids).
const WHO_MAX: usize = 64;
/// The longest code of a reporting line, in characters.
const LINE_MAX: usize = 30;

/// Who is meant by a row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// An account, by its id.
    Id(UserId),
    /// An account, by its name, in lower case.
    Name(String),
}

/// A row that can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Who is invited.
    pub who: Who,
    /// As what; `None` leaves it to them.
    pub role: Option<Role>,
    /// Where they work; may be empty.
    pub department: String,
    /// For whom; may be empty.
    pub organisation: String,
    /// A code of their reporting line; may be empty.
    pub line: String,
    /// Which languages they speak; may be empty.
    pub languages: BTreeSet<Language>,
}

/// Why a row cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Problem {
    /// It names nobody.
    NoPerson,
    /// The person is longer than any name or id.
    PersonTooLong,
    /// Not a role that there is.
    Role,
    /// Not a language that there is.
    Language,
    /// Department, organisation or reporting line are too long.
    TooLong,
    /// The same person stands further up.
    Twice,
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line of the file on which it begins, from 1.
    pub number: u64,
    /// The person as it was written, for the report; shortened.
    pub written: String,
    /// What it says.
    pub entry: Result<Entry, Problem>,
}

/// A column that is understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Person,
    Role,
    Department,
    Organisation,
    Line,
    Language,
}

fn column(name: &str) -> Option<Column> {
    let plain: String = name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    Some(match plain.as_str() {
        "person" | "discord" | "discordid" | "id" | "user" | "userid" | "username" | "name" | "handle"
        | "discordname" | "mitglied" | "benutzer" | "benutzername" | "konto" => Column::Person,
        "role" | "rolle" => Column::Role,
        "department" | "abteilung" | "bereich" => Column::Department,
        "organisation" | "organization" | "company" | "unternehmen" | "firma" => Column::Organisation,
        "line" | "reportingline" | "berichtslinie" | "linie" => Column::Line,
        "language" | "languages" | "sprache" | "sprachen" => Column::Language,
        _ => return None,
    })
}

/// Reads a list.
///
/// # Errors
/// A refusal for a list that as a whole cannot be taken: too large, no table, no column with people.
pub fn read(bytes: &[u8]) -> Result<Vec<Row>, Refusal> {
    if bytes.len() > BYTES_MAX {
        return Err(Refusal::ListTooLong { max: ROWS_MAX });
    }
    // A record that ends in two bytes would else begin a line too early.
    let text = decoded(bytes)?.replace("\r\n", "\n");
    let (text, skipped, delimiter) = dialect(&text);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut columns: Option<Vec<Option<Column>>> = None;
    let mut rows: Vec<Row> = Vec::new();
    let mut seen = BTreeSet::new();
    for record in reader.records() {
        let record = record.map_err(|_| Refusal::ListUnreadable)?;
        if record.iter().all(str::is_empty) {
            continue;
        }
        let Some(columns) = &columns else {
            let named: Vec<Option<Column>> = record.iter().map(column).collect();
            if !named.contains(&Some(Column::Person)) {
                return Err(Refusal::ListWithoutPeople);
            }
            columns = Some(named);
            continue;
        };
        if rows.len() == ROWS_MAX {
            return Err(Refusal::ListTooLong { max: ROWS_MAX });
        }
        let field = |wanted: Column| {
            let at = columns.iter().position(|one| *one == Some(wanted));
            at.and_then(|at| record.get(at)).unwrap_or_default()
        };
        let mut entry = entry(&field);
        if let Ok(read) = &entry
            && !seen.insert(read.who.clone())
        {
            entry = Err(Problem::Twice);
        }
        let number = record.position().map_or(0, csv::Position::line) + skipped;
        let written = field(Column::Person).chars().take(WHO_MAX).collect();
        rows.push(Row { number, written, entry });
    }
    if rows.is_empty() { Err(Refusal::ListUnreadable) } else { Ok(rows) }
}

/// The text of a file: what its byte order mark says, else UTF-8, else Windows-1252, in which every byte is a letter.
fn decoded(bytes: &[u8]) -> Result<String, Refusal> {
    if let Some((encoding, length)) = encoding_rs::Encoding::for_bom(bytes) {
        let (text, broken) = encoding.decode_without_bom_handling(&bytes[length..]);
        return if broken { Err(Refusal::ListUnreadable) } else { Ok(text.into_owned()) };
    }
    if bytes.contains(&0) {
        return Err(Refusal::ListUnreadable);
    }
    Ok(match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    })
}

/// What separates columns: what a first line `sep=` says, else what the first line holds most of. With it the text after
/// such a line, and how many lines were left out.
fn dialect(text: &str) -> (&str, u64, u8) {
    let first = text.lines().next().unwrap_or_default();
    if let Some(separator) = first.trim().strip_prefix("sep=").and_then(|rest| rest.bytes().next()) {
        let rest = text.split_once('\n').map_or("", |(_, rest)| rest);
        return (rest, 1, separator);
    }
    let mut quoted = false;
    let mut counts = [(b';', 0), (b',', 0), (b'\t', 0)];
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted && counts.iter().any(|(_, count)| *count > 0) => break,
            _ if !quoted => {
                for (separator, count) in &mut counts {
                    *count += usize::from(*separator == byte);
                }
            }
            _ => {}
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or_default();
    let separator = counts.iter().find(|(_, count)| *count == most && most > 0);
    (text, 0, separator.map_or(b';', |(separator, _)| *separator))
}

fn entry<'a>(field: &impl Fn(Column) -> &'a str) -> Result<Entry, Problem> {
    let who = who(field(Column::Person))?;
    let role = match field(Column::Role) {
        "" => None,
        role => Some(role_of(role).ok_or(Problem::Role)?),
    };
    let short = |text: &str, max: usize| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.chars().count() > max { Err(Problem::TooLong) } else { Ok(text) }
    };
    Ok(Entry {
        who,
        role,
        department: short(field(Column::Department), NAME_MAX)?,
        organisation: short(field(Column::Organisation), NAME_MAX)?,
        line: short(field(Column::Line), LINE_MAX)?,
        languages: languages(field(Column::Language))?,
    })
}

/// An id, a mention, or a name with or without @ in front. Names of old accounts carry four digits behind a #.
fn who(written: &str) -> Result<Who, Problem> {
    let bare = written.trim();
    if bare.chars().count() > WHO_MAX {
        return Err(Problem::PersonTooLong);
    }
    let mention = bare.strip_prefix("<@").and_then(|rest| rest.strip_suffix('>'));
    let bare = mention.map_or(bare, |id| id.trim_start_matches('!'));
    // Discord's ids have 17 to 20 digits; shorter numbers are names.
    if (17..=20).contains(&bare.len())
        && let Ok(id) = bare.parse()
    {
        return Ok(Who::Id(UserId(id)));
    }
    let name = bare.trim_start_matches('@');
    let name = name.rsplit_once('#').filter(|(_, digits)| digits.len() == 4).map_or(name, |(name, _)| name);
    if name.is_empty() { Err(Problem::NoPerson) } else { Ok(Who::Name(name.to_lowercase())) }
}

fn role_of(written: &str) -> Option<Role> {
    let plain: String = written.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    Some(match plain.as_str() {
        "mentor" | "mentorin" | "mentorinnen" => Role::Mentor,
        "mentee" => Role::Mentee,
        "both" | "beide" | "beides" | "mentormentee" => Role::Both,
        _ => return None,
    })
}

fn languages(written: &str) -> Result<BTreeSet<Language>, Problem> {
    let words = written.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words
        .filter(|word| !matches!(word.to_lowercase().as_str(), "und" | "and"))
        .map(|word| match word.to_lowercase().as_str() {
            "de" | "german" | "deutsch" => Ok(Language::De),
            "en" | "english" | "englisch" => Ok(Language::En),
            _ => Err(Problem::Language),
        })
        .collect()
}

#[cfg(test)]
#[path = "invite_list/tests.rs"]
mod tests;
