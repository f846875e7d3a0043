//! Finding out at Discord who is meant by the rows of a list, and inviting them: after the answer, because it takes as
//! long as Discord's limits want. Without the intent that lists all members, an id is asked for and a name is searched.

use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use serde::Deserialize;
use serenity::http::{LightMethod, Request as Outgoing, Route};

use super::bot::Bot;
use super::governor::Bucket;
use super::http::Failure;
use super::reply::Progress;
use super::view::{FileView, View};
use crate::app::Call;
use crate::app::effect::building_lane;
use crate::app::people::{self, Outcome};
use crate::clock::Working;
use crate::domain::ids::{GuildId, ProgrammeId, RoleId, UserId};
use crate::domain::invite_list::{Entry, Problem, Row, Who};
use crate::domain::language::Language;
use crate::domain::programme::Phase;
use crate::domain::refusal::Refusal;
use crate::locales::{refusal as sentence, say};
use crate::store::{Result, programmes};

/// An interaction's answer can be changed for 15 minutes (Discord); what is not known by then would be told to nobody.
const WITHIN: Duration = Duration::minutes(14);
/// Between two words on how far it is.
const SHOWN_EVERY: Duration = Duration::seconds(10);
/// A failed look-up is tried again after that long, and given up after the third.
const TRY_AGAIN: Duration = Duration::seconds(5);
/// The most members that a search returns (Discord).
const FOUND_MAX: usize = 1_000;

/// A member as far as it matters here; nothing else of them is read.
#[derive(Debug, Deserialize)]
struct Member {
    user: Account,
    nick: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Account {
    id: String,
    username: String,
    global_name: Option<String>,
    #[serde(default)]
    bot: bool,
}

/// What became of a row before anything was stored.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Found {
    /// This account.
    One(UserId),
    /// Nobody of that id or name is on the server.
    Nobody,
    /// Several people have that name.
    Several,
    /// It is a bot.
    Bot,
    /// The row cannot be read.
    Unreadable(Problem),
}

/// Looks everybody up, invites them all at once, and shows what became of each row.
///
/// # Errors
/// Those of the database.
pub async fn invite(
    progress: Arc<Progress>,
    call: Call,
    roles: Vec<RoleId>,
    programme: ProgrammeId,
    rows: Vec<Row>,
    language: Language,
) -> Result<View> {
    let bot = Arc::clone(&progress.bot);
    let found = match look_up(&progress, &call, &rows, language).await {
        Ok(found) => found,
        Err(refusal) => return Ok(View::text(sentence(language, &refusal))),
    };
    let mut entries: Vec<(UserId, Entry)> = Vec::new();
    let mut twice = Vec::new();
    for (row, found) in rows.iter().zip(&found) {
        let (Found::One(user), Ok(entry)) = (found, &row.entry) else { continue };
        // An id and a name can mean the same person.
        if entries.iter().any(|(known, _)| known == user) {
            twice.push(row.number);
        } else {
            entries.push((*user, entry.clone()));
        }
    }
    let now = bot.now();
    let imported = bot
        .app
        .store
        .write(move |conn| {
            Box::pin(
                async move { people::import(conn, &Call { now, ..call }, &roles, programme, &entries).await },
            )
        })
        .await?;
    let outcomes = match imported {
        Ok(outcomes) => outcomes,
        Err(refusal) => return Ok(View::text(sentence(language, &refusal))),
    };
    let phase = programmes::programme_get(&mut *bot.app.store.read().await?, programme).await?.phase;
    let mut outcomes = outcomes.into_iter();
    let results: Vec<&'static str> = rows
        .iter()
        .zip(&found)
        .map(|(row, found)| match found {
            Found::One(_) if twice.contains(&row.number) => "twice",
            Found::One(_) => outcomes.next().map_or("nobody", result),
            Found::Nobody => "nobody",
            Found::Several => "several",
            Found::Bot => "bot",
            Found::Unreadable(problem) => unreadable(*problem),
        })
        .collect();
    let mut view = report(&rows, &results, language);
    if phase == Phase::Draft {
        view.content = format!("{}\n{}", view.content, say(language, "invite-draft"));
    }
    Ok(view)
}

const fn result(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Invited => "invited",
        Outcome::Renewed => "renewed",
        Outcome::Admitted => "admitted",
        Outcome::TakesPart => "takes-part",
    }
}

const fn unreadable(problem: Problem) -> &'static str {
    match problem {
        Problem::NoPerson => "no-person",
        Problem::PersonTooLong => "person-too-long",
        Problem::Role => "role",
        Problem::Language => "language",
        Problem::TooLong => "too-long",
        Problem::Twice => "twice",
    }
}

async fn look_up(
    progress: &Progress,
    call: &Call,
    rows: &[Row],
    language: Language,
) -> std::result::Result<Vec<Found>, Refusal> {
    let bot = &progress.bot;
    let until = call.now + WITHIN;
    let mut shown = bot.now();
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        found.push(who_is(progress, call.guild, &row.entry, until).await?);
        if bot.now() - shown >= SHOWN_EVERY {
            shown = bot.now();
            let text = say(language, "invite-progress").with("done", found.len()).with("count", rows.len());
            progress.show(&View::text(text)).await;
        }
    }
    Ok(found)
}

async fn who_is(
    progress: &Progress,
    guild: GuildId,
    entry: &std::result::Result<Entry, Problem>,
    until: DateTime<Utc>,
) -> std::result::Result<Found, Refusal> {
    let who = match entry {
        Ok(entry) => &entry.who,
        Err(problem) => return Ok(Found::Unreadable(*problem)),
    };
    let (bot, working) = (&progress.bot, &progress.working);
    for attempt in 0..3 {
        if bot.now() >= until {
            return Err(Refusal::ListTooSlow);
        }
        if attempt > 0 {
            working.wait(bot.app.clock.as_ref(), bot.now() + TRY_AGAIN).await;
        }
        let found = match who {
            Who::Id(user) => by_id(bot, guild, *user, working).await,
            Who::Name(name) => by_name(bot, guild, name, working).await,
        };
        match found {
            Ok(found) => return Ok(found),
            Err(Failure::Gone(_)) => return Ok(Found::Nobody),
            Err(failure) if failure.passes() => {}
            Err(failure) => {
                tracing::warn!(target: "tandem::discord", cause = failure.cause(), "a member could not be looked up");
                break;
            }
        }
    }
    Err(Refusal::LookUpFailed)
}

async fn by_id(
    bot: &Bot,
    guild: GuildId,
    user: UserId,
    working: &Working,
) -> std::result::Result<Found, Failure> {
    if user.0 == 0 {
        return Ok(Found::Nobody);
    }
    let (guild_id, user_id) = (serenity::all::GuildId::new(guild.0), serenity::all::UserId::new(user.0));
    let outgoing = Outgoing::new(Route::GuildMember { guild_id, user_id }, LightMethod::Get);
    let member: Member = bot.fetch(Bucket::Member, &building_lane(guild), outgoing, working).await?;
    Ok(if member.user.bot { Found::Bot } else { Found::One(user) })
}

async fn by_name(
    bot: &Bot,
    guild: GuildId,
    name: &str,
    working: &Working,
) -> std::result::Result<Found, Failure> {
    let guild_id = serenity::all::GuildId::new(guild.0);
    let params = vec![("query", name.to_owned()), ("limit", FOUND_MAX.to_string())];
    let outgoing =
        Outgoing::new(Route::GuildMembersSearch { guild_id }, LightMethod::Get).params(Some(params));
    let members: Vec<Member> = bot.fetch(Bucket::Search, &building_lane(guild), outgoing, working).await?;
    Ok(named(&members, name))
}

/// Whom a name means: the account of that name, which is the only one; else the only person who is called so.
fn named(members: &[Member], name: &str) -> Found {
    let one = |member: &Member| match member.user.id.parse() {
        Ok(_) if member.user.bot => Found::Bot,
        Ok(id) => Found::One(UserId(id)),
        Err(_) => Found::Nobody,
    };
    if let Some(member) = members.iter().find(|member| member.user.username.to_lowercase() == name) {
        return one(member);
    }
    let called = |member: &&Member| {
        let names = [&member.nick, &member.user.global_name];
        names.into_iter().flatten().any(|called| called.to_lowercase() == name)
    };
    match members.iter().filter(called).collect::<Vec<_>>()[..] {
        [] => Found::Nobody,
        [member] => one(member),
        _ => Found::Several,
    }
}

/// What became of each row: the sums in words, and every line in a file that a spreadsheet opens.
fn report(rows: &[Row], results: &[&'static str], language: Language) -> View {
    let count = |wanted: &[&str]| results.iter().filter(|result| wanted.contains(result)).count();
    let invited = count(&["invited", "renewed"]);
    let said = say(language, "invite-done")
        .with("invited", invited)
        .with("admitted", count(&["admitted"]))
        .with("taking", count(&["takes-part"]))
        .with("skipped", results.len() - invited - count(&["admitted", "takes-part"]))
        .text();
    let mut written = csv::WriterBuilder::new()
        .delimiter(if language.is_german() { b';' } else { b',' })
        .from_writer(Vec::new());
    let head = ["invite-column-line", "invite-column-person", "invite-column-result"];
    let _ = written.write_record(head.map(|id| say(language, id).text()));
    for (row, result) in rows.iter().zip(results) {
        let told = say(language, &format!("invite-row-{result}")).text();
        let _ = written.write_record([row.number.to_string(), harmless(&row.written), told]);
    }
    // With a byte order mark, spreadsheets read umlauts as they are.
    let mut bytes = b"\xef\xbb\xbf".to_vec();
    bytes.extend(written.into_inner().unwrap_or_default());
    View::text(said).file(FileView {
        name: say(language, "invite-file-name").text(),
        description: say(language, "invite-file-description").text(),
        bytes,
    })
}

/// A cell that no spreadsheet takes for a formula.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(id: u64, username: &str, called: Option<&str>, bot: bool) -> Member {
        let account = Account {
            id: id.to_string(),
            username: username.into(),
            global_name: called.map(ToOwned::to_owned),
            bot,
        };
        Member { user: account, nick: None }
    }

    #[test]
    fn a_name_means_its_account_or_the_only_person_called_so() {
        let members = [
            member(1, "vera", Some("Vera Kern"), false),
            member(2, "vera.k", Some("vera"), false),
            member(3, "klaus1", Some("Klaus"), false),
            member(4, "klaus2", Some("klaus"), false),
            member(5, "helper", None, true),
        ];
        for (name, found) in [
            ("vera", Found::One(UserId(1))),
            ("vera.k", Found::One(UserId(2))),
            ("vera kern", Found::One(UserId(1))),
            ("klaus", Found::Several),
            ("helper", Found::Bot),
            ("ver", Found::Nobody),
        ] {
            assert_eq!(named(&members, name), found, "{name}");
        }
    }

    #[test]
    fn the_report_has_a_line_for_every_row_and_no_formula() {
        let row =
            |number, written: &str| Row { number, written: written.into(), entry: Err(Problem::NoPerson) };
        let rows = [row(2, "=cmd()"), row(4, "Straße; 7"), row(5, "vera")];
        let view = report(&rows, &["no-person", "nobody", "invited"], Language::De);
        let file = view.files.into_iter().next().unwrap();
        let text = String::from_utf8(file.bytes).unwrap();
        let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(lines.len(), 4);
        assert!(lines[1].starts_with("2;'=cmd();"), "{}", lines[1]);
        assert!(lines[2].starts_with("4;\"Straße; 7\";"), "{}", lines[2]);
        assert!(text.starts_with('\u{feff}'));
    }
}
