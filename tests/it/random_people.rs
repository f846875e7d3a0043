//! Random people who do random things, over weeks, while Discord makes trouble and the bot is killed in the middle of what it
//! does. After each step everything has to be as it would be without the trouble: nothing lost, nothing doubled, no room
//! open to a third person, nobody asked twice.
//!
//! A few lives are lived in every run. `TANDEM_SEEDS=2000 cargo test --test it random_people` lives more of them, from
//! `TANDEM_FROM=1000` on where that is given, and `TANDEM_SEED=17` one in particular. With `TANDEM_TOLD=FILE` each life is
//! told in a line of that file as soon as it is over, and one that went wrong does not keep the others from being lived.

mod calendars;
mod checks;
mod deeds;
mod history;
mod kinds;
mod mortals;
mod planted;
mod stored;

use std::io::Write as _;

use chrono::{DateTime, Duration, Utc};
use futures::FutureExt as _;
use serde_json::json;
use tandem::discord::sender::Point;
use tandem::sandbox::faults::{Action, Fault, Scope};
use tandem::sandbox::people::Newcomer;

use crate::kill::{Blow, Killing};
use crate::play::{self, KINDS};
use checks::{Known, Life};
use deeds::People;
use mortals::{Frail, Mortal};

/// So many lives in an ordinary run, and so many steps in each.
const LIVES: u64 = 4;
const STEPS: u32 = 12;

/// When a life begins: before the two odd nights, over the turn of the year, and on an ordinary day.
const BEGINNINGS: [&str; 4] =
    ["2027-03-24T09:00:00Z", "2027-10-27T08:00:00Z", "2027-12-28T09:00:00Z", "2027-01-11T09:00:00Z"];
const QUESTIONS: [&str; 4] = ["every day 9:00", "30 2 * * *", "every Monday 8:30", "first Monday 9:00"];
/// How long a programme lasts, in days: through its survey and look-back half-way and its closing, or so long that a life
/// sees neither.
const LASTS: [i64; 3] = [28, 56, 140];
/// Who is paired: so few, or in some lives so many that surveys ask them (ten people).
const FEW: usize = 2;
const PAIRS: [(&str, &str); 5] =
    [("vera", "ulrich"), ("lena", "martin"), ("paula", "robert"), ("selma", "theo"), ("wanda", "xaver")];
/// Who comes into the company for that.
const COLLEAGUES: [&str; 6] = ["paula", "robert", "selma", "theo", "wanda", "xaver"];
const QUIET: [&str; 3] = ["keine", "19:00-7:30", "22:00-6:00"];
const REACTIONS: &str = "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}";
const POINTS: [Point; 4] = [Point::BeforeMark, Point::Marked, Point::Answered, Point::Committed];
const BLOWS: [Blow; 4] =
    [Blow::Sender(Point::Marked), Blow::InFlight, Blow::EffectDone, Blow::Sender(Point::Answered)];

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().unwrap_or_else(|_| panic!("{name} is a number")))
}

/// The seeds that are lived: one that was asked for, so many, or the few of every run.
fn seeds(few: u64) -> std::ops::Range<u64> {
    let from = number("TANDEM_FROM").unwrap_or_default();
    match (number("TANDEM_SEED"), number("TANDEM_SEEDS")) {
        (Some(seed), _) => seed..seed + 1,
        (None, Some(many)) => from..from + many,
        (None, None) => 0..few,
    }
}

/// Tells of a life that is over, where somebody wants to be told at once; whether somebody does.
fn told(line: &str) -> bool {
    let Some(path) = std::env::var_os("TANDEM_TOLD") else { return false };
    let mut file = std::fs::OpenOptions::new().create(true).append(true).open(path).unwrap();
    writeln!(file, "{line}").unwrap();
    true
}

/// Lives with this seed; what happened is told when it goes wrong.
async fn lived<H: Mortal>(begin: impl Future<Output = H>, seed: u64) -> Result<(), String> {
    let mut people = People::new(seed);
    let lives = async {
        let mut house = begin.await;
        life(&mut house, &mut people).await;
        people.figures.struck = house.sandbox().traffic().struck;
    };
    let life = std::panic::AssertUnwindSafe(lives).catch_unwind().await;
    let figures = format!("{:?}", people.figures);
    let Err(why) = life else {
        told(&format!("seed {seed}: {figures}"));
        return Ok(());
    };
    let happened = people.told.join("\n  ");
    let why = why.downcast_ref::<String>().cloned().unwrap_or_default();
    let again = format!("TANDEM_SEED={seed} cargo test --test it random_people");
    let why = format!("seed {seed} WRONG: {figures}: {why}\n  {happened}\nagain: {again}");
    if told(&why) { Err(format!("seed {seed}")) } else { panic!("{why}") }
}

/// Looks at everything. What the bot knew once stays known, also when it has erased it since.
async fn look(house: &impl Mortal, people: &People, quiet: &str, known: &mut Known) -> Life {
    let mut life = Life::of(house.sandbox(), &house.database(), quiet, &people.deeds).await;
    known.posts.extend(life.stored.posts.iter().filter_map(|post| post.message));
    known.meetings.extend(life.stored.about_meetings());
    for tandem in &life.stored.tandems {
        known.two.entry(tandem.id).or_default().extend(&tandem.two);
    }
    life.known.clone_from(known);
    life
}

async fn life(house: &mut impl Mortal, people: &mut People) {
    house.sandbox().world().chronicle.keep();
    let begins: DateTime<Utc> = BEGINNINGS[people.rng.usize(..BEGINNINGS.len())].parse().unwrap();
    house.jump(begins).await;
    let quiet = QUIET[people.rng.usize(..QUIET.len())];
    let schedule = QUESTIONS[people.rng.usize(..QUESTIONS.len())];
    let end = (begins + Duration::days(LASTS[people.rng.usize(..LASTS.len())])).date_naive();
    people.told.push(format!("begun at {begins} until {end}, questions {schedule}, quiet {quiet}"));
    let options = json!({ "questions": schedule, "digest": "every Monday 8:30", "quiet": quiet, "end": end.to_string() });
    play::founded(house, options).await;
    house.an_hour().await;
    let all = if people.many { &PAIRS[..] } else { &PAIRS[..FEW] };
    people.names = all.iter().flat_map(|(mentor, mentee)| [*mentor, *mentee]).collect();
    for name in COLLEAGUES.into_iter().filter(|name| people.names.contains(name)) {
        let sandbox = house.sandbox();
        let (name, locale) = (name.to_owned(), "de".to_owned());
        let colleague = sandbox.add_person(Newcomer { name, display_name: None, locale, bot: false });
        sandbox.add_member(sandbox.guild_id(), colleague);
    }
    for (mentor, mentee) in all {
        people.deeds.at.extend([house.sandbox().clock.now(); 5]);
        play::joined(house, mentor, mentee).await;
    }
    let mut known = Known::default();
    for _ in 0..STEPS {
        trouble(house, people);
        for _ in 0..people.rng.u32(1..5) {
            people.act(house).await;
        }
        rest(house, people).await;
        people.figures.steps += 1;
        // Something may have come due in this very moment, and takes its turn. Whatever was wrong for an instant only
        // is in the history, and stays wrong.
        let mut wrong = Vec::new();
        for _ in 0..7 {
            let life = look(house, people, quiet, &mut known).await;
            wrong = checks::ever(&life);
            wrong.extend(checks::now(&life));
            if wrong.is_empty() {
                break;
            }
            let soon = house.sandbox().clock.now() + Duration::seconds(20);
            house.until(soon).await;
        }
        assert!(wrong.is_empty(), "at {}: {wrong:#?}", house.sandbox().clock.now());
    }
}

/// Lays what the next deeds run into.
fn trouble(house: &mut impl Mortal, people: &mut People) {
    if people.rng.u32(..3) == 0 {
        let point = POINTS[people.rng.usize(..POINTS.len())];
        people.told.push(format!("the next effect is the last at {point:?}"));
        people.figures.kills += 1;
        house.doom(point);
    }
    if people.rng.u32(..3) == 0 {
        return;
    }
    let actions = [
        Action::RateLimit { scope: Scope::User, retry_after: 1.5 },
        Action::RateLimit { scope: Scope::Global, retry_after: 2.0 },
        Action::Fail { status: 503 },
        Action::FailAfter { status: 502 },
        Action::LoseResponse,
        Action::DelayEffect { seconds: 20.0, answer: false },
        Action::Slow { seconds: 1.0 },
    ];
    let all = if house.may_be_cut_off() { actions.len() } else { actions.len() - 2 };
    let looks = [("GET", REACTIONS), ("GET", "/channels/{channel_id}/messages")];
    let mut requests: Vec<_> =
        KINDS.iter().map(|(_, method, route)| (*method, *route)).chain(looks).collect();
    requests.dedup();
    for (method, route) in requests {
        let action = actions[people.rng.usize(..all)].clone();
        let skip = people.rng.u32(..3);
        people.told.push(format!("Discord, after {skip} of {method} {route}: {action:?}"));
        house.sandbox().faults.lay(Fault::on(method, route, action).after(skip));
    }
    if house.may_be_cut_off() && people.rng.bool() {
        people.told.push("the connection is lost".to_owned());
        people.figures.cuts += 1;
        house.sandbox().hub.drop_connections();
    }
}

/// Lets time pass, with the bot or for a while without it.
async fn rest(house: &mut impl Mortal, people: &mut People) {
    house.an_hour().await;
    let time = match people.rng.u32(..10) {
        0..4 => Duration::minutes(people.rng.i64(1..50)),
        4..7 => Duration::hours(people.rng.i64(1..20)),
        7..9 => Duration::days(people.rng.i64(1..5)),
        _ => Duration::weeks(people.rng.i64(1..3)),
    };
    let until = house.sandbox().clock.now() + time;
    if people.rng.u32(..5) == 0 {
        people.told.push(format!("the bot is away until {until}"));
        people.figures.kills += 1;
        house.fall().await;
        house.turn(until);
        house.rise().await;
    } else {
        people.told.push(format!("time passes until {until}"));
        house.until(until).await;
    }
    // An hour without trouble, in which everything finds its end.
    house.sandbox().faults.clear();
    house.an_hour().await;
}

/// Lives one life after another.
async fn all(lives: impl Iterator<Item = u64>, begin: impl AsyncFn(u64) -> Result<(), String>) {
    let mut wrong = Vec::new();
    for seed in lives {
        wrong.extend(begin(seed).await.err());
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[tokio::test]
async fn whatever_people_do_and_whatever_befalls_the_bot_nothing_is_lost_doubled_or_seen_by_others() {
    Box::pin(all(seeds(LIVES), async |seed| Box::pin(lived(Frail::begin(), seed)).await)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_holds_for_a_process_that_is_killed() {
    let begin = async |seed| {
        let blow = BLOWS[usize::try_from(seed / 8).unwrap() % BLOWS.len()];
        lived(Killing::begin(Some(blow)), seed).await
    };
    all(seeds(LIVES).step_by(8), begin).await;
}
