//! What is to be rehearsed: the values of `/coordination programme create`, from a TOML file or by default, checked
//! before anything starts, so that a slip in the file is one line and not half a rehearsal.

use std::path::Path;

use chrono::{Duration, NaiveDate, NaiveTime};
use chrono_tz::Tz;
use serde::Deserialize;

use super::oracle::{Clockwork, Rhythm};
use crate::domain::quiet::QuietHours;
use crate::domain::schedule::{Schedule, SpokenSchedule};
use crate::domain::zone;
use crate::locales::Language;

/// The file; every value may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: Option<String>,
    template: Option<String>,
    start: Option<NaiveDateText>,
    address: Option<String>,
    zone: Option<String>,
    questions: Option<String>,
    digest: Option<String>,
    quiet: Option<String>,
    k: Option<u32>,
    deletion: Option<u32>,
    sponsor: Option<String>,
    contact: Option<String>,
    tasks: Option<String>,
}

/// A day as 2027-01-11, in quotes or as TOML's own date.
#[derive(Debug)]
struct NaiveDateText(NaiveDate);

impl<'de> Deserialize<'de> for NaiveDateText {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let value = toml::Value::deserialize(from)?;
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        text.parse().map(Self).map_err(|_| serde::de::Error::custom("start is a day like 2027-01-11"))
    }
}

/// A programme that can be played.
#[derive(Debug, Clone)]
pub struct Programme {
    /// Its name.
    pub name: String,
    /// Its language, form of address included.
    pub language: Language,
    /// Its template's code.
    pub template: String,
    /// First day.
    pub start: NaiveDate,
    /// Last day.
    pub end: NaiveDate,
    /// Its zone.
    pub zone: Tz,
    /// Schedule of the guiding questions, as it is typed.
    pub questions: String,
    /// Schedule of the digests, as it is typed.
    pub digest: String,
    /// Quiet hours, as they are typed.
    pub quiet: String,
    /// Contributors that a figure needs.
    pub k: u32,
    /// Days after which personal data go.
    pub deletion: u32,
    /// Why it matters, and who says so.
    pub sponsor: String,
    /// Whom to ask.
    pub contact: String,
    /// Whether mentees may give tasks too.
    pub both_assign: bool,
    /// Whether the briefing has to be read before somebody is paired.
    pub briefing_required: bool,
    /// What the oracle has to know of its times.
    pub clockwork: Clockwork,
}

/// A Monday early in the year: twenty weeks from it cross the night in spring, a year crosses both.
const START: &str = "2027-01-11";

/// New partners come after so many weeks in the template that has them.
const ROTATION: (&str, i64) = ("shadow", 14);
/// The template in which the briefing has to be read first.
const BRIEFED: &str = "pilot";
/// The templates: their code, how many meetings each has, and how many weeks it lasts unless somebody says otherwise.
const TEMPLATES: [(&str, i64, u32); 5] =
    [("six", 6, 20), ("year", 10, 44), ("shadow", 7, 28), ("pilot", 4, 13), ("apprentice", 6, 13)];
/// A pilot has at most so many tandems.
pub const PILOT_MOST: u32 = 10;

/// How it is to be played, beside what stands in its file.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// Its language, form of address included.
    pub language: Language,
    /// Its template; `None`: the file's, else six meetings.
    pub template: Option<&'a str>,
    /// How many weeks it lasts; `None`: the template's.
    pub weeks: Option<u32>,
}

/// The programme of `path`, or the one that is played by default.
///
/// # Errors
/// One line that names the file and what is wrong in it.
pub fn load(path: Option<&Path>, wanted: Wanted<'_>) -> anyhow::Result<Programme> {
    let Some(path) = path else {
        // Without a file everything is shown, tasks from mentees to mentors included.
        let file = File { tasks: Some("both".to_owned()), ..File::default() };
        return check(file, wanted).map_err(anyhow::Error::msg);
    };
    let text = std::fs::read_to_string(path)
        .map_err(|error| anyhow::anyhow!("{}: cannot be read ({error})", path.display()))?;
    let wrong = |what: String| anyhow::anyhow!("{}: {what}", path.display());
    let file = toml::from_str(&text).map_err(|error| {
        let line = error.span().map_or(1, |span| text[..span.start].lines().count().max(1));
        wrong(format!("line {line}: {}", error.message().replace('\n', " ")))
    })?;
    check(file, wanted).map_err(wrong)
}

fn check(file: File, Wanted { language, template, weeks }: Wanted<'_>) -> Result<Programme, String> {
    let language = match (file.address.as_deref(), language.is_german()) {
        (Some("du"), true) => Language::De,
        (Some("sie"), true) => Language::DeFormal,
        // English has one form for everybody.
        (None | Some("du" | "sie"), _) => language,
        (Some(other), _) => return Err(format!("address: du or sie, not \"{other}\"")),
    };
    let german = language.is_german();
    let pick =
        |given: Option<String>, de: &str, en: &str| given.unwrap_or(if german { de } else { en }.to_owned());
    let template = template.map(str::to_owned).or(file.template).unwrap_or_else(|| "six".to_owned());
    let Some((_, meetings, usual)) = TEMPLATES.into_iter().find(|(code, ..)| *code == template) else {
        let known = TEMPLATES.map(|(code, ..)| code).join(", ");
        return Err(format!("template: there is no \"{template}\"; there are {known}"));
    };
    let weeks = weeks.unwrap_or(usual);
    let zone = file.zone.unwrap_or_else(|| "Europe/Berlin".to_owned());
    let zone = zone::parse(&zone).map_err(|unknown| match unknown.did_you_mean {
        Some(meant) => format!("zone: there is no \"{zone}\"; {} perhaps?", meant.name()),
        None => format!("zone: there is no \"{zone}\"; it is written like Europe/Berlin"),
    })?;
    let questions = pick(file.questions, "erster Montag 9:00", "first Monday 9:00");
    let digest = pick(file.digest, "jeden Montag 8:30", "every Monday 8:30");
    let quiet = file.quiet.unwrap_or_else(|| "19:00-7:30".to_owned());
    let hours =
        QuietHours::parse(&quiet).ok_or_else(|| format!("quiet: \"{quiet}\" is not like 19:00-7:30"))?;
    let k = file.k.unwrap_or(5);
    if k < 5 {
        return Err("k: figures from fewer than 5 would tell on individuals; 5 or more".into());
    }
    let tasks = file.tasks.unwrap_or_else(|| "mentor".to_owned());
    if !matches!(tasks.as_str(), "mentor" | "both") {
        return Err(format!("tasks: mentor or both, not \"{tasks}\""));
    }
    let start = file.start.map_or_else(|| START.parse().expect("a day"), |day| day.0);
    let end = start + Duration::weeks(i64::from(weeks)) - Duration::days(1);
    let deletion = file.deletion.unwrap_or(90);
    let briefing_required = template == BRIEFED;
    let clockwork = Clockwork {
        zone,
        first_day: start,
        last_day: end,
        meetings,
        quiet: (hours.from, hours.to),
        questions: rhythm("questions", &questions)?,
        digests: rhythm("digest", &digest)?,
        rotation: (template == ROTATION.0).then_some(ROTATION.1),
        deletion: i64::from(deletion),
    };
    let name = pick(file.name, "Digital im Tandem 2027", "Digital in Tandem 2027");
    if name.trim().is_empty() || name.chars().count() > 80 {
        return Err("name: 1 to 80 characters".into());
    }
    Ok(Programme {
        name,
        language,
        template,
        start,
        end,
        zone,
        questions,
        digest,
        quiet,
        k,
        deletion,
        sponsor: pick(
            file.sponsor,
            "Dr. Beate Sommer, Vorstand: Wer führt, darf fragen.",
            "Dr Beate Sommer, board: those who lead may ask.",
        ),
        contact: file.contact.unwrap_or_else(|| "Carla Brandt".to_owned()),
        both_assign: tasks == "both",
        briefing_required,
        clockwork,
    })
}

/// A schedule in the oracle's own terms; cron beyond what words can say cannot be audited, so it is not rehearsed.
fn rhythm(key: &str, text: &str) -> Result<Rhythm, String> {
    let wrong =
        || format!("{key}: \"{text}\" is not a schedule like \"every Monday 8:30\" or \"first Monday 9:00\"");
    let schedule = Schedule::parse(text).map_err(|_| wrong())?;
    let daily: fn(NaiveTime) -> Rhythm = |time| Rhythm { time, weekdays: Vec::new(), nth: None, day: None };
    Ok(match schedule.spoken() {
        SpokenSchedule::Daily { time } => daily(time),
        SpokenSchedule::Workdays { time } => {
            use chrono::Weekday::{Fri, Mon, Thu, Tue, Wed};
            Rhythm { weekdays: vec![Mon, Tue, Wed, Thu, Fri], ..daily(time) }
        }
        SpokenSchedule::Weekly { weekdays, time } => Rhythm { weekdays, ..daily(time) },
        SpokenSchedule::MonthlyNth { nth, weekday, time } => {
            Rhythm { weekdays: vec![weekday], nth: Some(nth), ..daily(time) }
        }
        SpokenSchedule::MonthlyDay { day, time } => Rhythm { day: Some(day), ..daily(time) },
        SpokenSchedule::Cron(_) => return Err(wrong()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const WANTED: Wanted<'_> = Wanted { language: Language::De, template: None, weeks: Some(20) };

    fn read(text: &str) -> Result<Programme, String> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        load(Some(file.path()), WANTED).map_err(|error| format!("{error:#}"))
    }

    #[test]
    fn what_is_wrong_in_a_file_is_said_in_one_line() {
        for (text, what) in [
            ("name = \"Pil", "line 1"),
            ("colour = 3", "unknown field `colour`"),
            ("zone = \"Berlin\"", "Europe/Berlin perhaps"),
            ("questions = \"whenever\"", "questions: \"whenever\" is not a schedule"),
            ("digest = \"0 9 30 2 *\"", "digest"),
            ("start = \"tomorrow\"", "2027-01-11"),
            ("k = 2", "5 or more"),
            ("address = \"Sie\"", "du or sie"),
            ("quiet = \"always\"", "19:00-7:30"),
            ("template = \"shadows\"", "six, year, shadow"),
        ] {
            let said = read(text).unwrap_err();
            assert!(said.contains(what) && !said.contains('\n'), "{text}: {said}");
        }
        assert!(load(Some(Path::new("/nowhere.toml")), WANTED).is_err());
    }

    #[test]
    fn a_file_overrides_only_what_it_names() {
        let programme = read("name = \"Pilot\"\nstart = 2027-02-01\ntasks = \"both\"").unwrap();
        assert_eq!((programme.name.as_str(), programme.both_assign), ("Pilot", true));
        assert_eq!(programme.start.to_string(), "2027-02-01");
        assert_eq!(programme.end.to_string(), "2027-06-20");
        assert_eq!(programme.questions, "erster Montag 9:00");
        assert_eq!(programme.language, Language::De);
        assert_eq!(read("address = \"sie\"").unwrap().language, Language::DeFormal);
    }
}
