//! Looks for other worlds. Whatever stays the same in all that were found is a finding.

mod answers;

use std::collections::BTreeMap;

use tandem::domain::figures::Reaction;

use super::company::{GIVEN, Programme, STUCK, TOPICS, TURNED, WORKED};
use super::exact::{Asks, COUNTS, Counts, Reactions, Tasks};
use super::published::{self, Rules};

const TASKS: [&str; 6] = ["given", "worked", "stuck", "not worked", "not reported", "reported"];

/// Values of which each could be known, and of which of them no other was found yet.
struct Secrets {
    values: Vec<u32>,
    known: Vec<bool>,
}

impl Secrets {
    fn of(values: Vec<u32>) -> Self {
        Self { known: vec![true; values.len()], values }
    }

    fn see(&mut self, others: &[u32]) {
        for ((known, value), other) in self.known.iter_mut().zip(&self.values).zip(others) {
            *known &= value == other;
        }
    }

    fn is_open(&self) -> bool {
        self.known.iter().all(|known| !known)
    }

    fn told(&self, who: &str, names: &[String]) -> Vec<String> {
        let all = self.known.iter().zip(&self.values).zip(names);
        all.filter(|((known, _), _)| **known)
            .map(|((_, value), name)| format!("{name} of {who} is {value}"))
            .collect()
    }
}

/// How many it was, and whether there was any.
fn both(value: u32) -> [u32; 2] {
    [value, value.min(1)]
}

/// What two insiders find out about others in a programme.
pub fn findings(programme: &Programme, rules: Rules, insiders: [u32; 2], worlds: &mut Worlds) -> Vec<String> {
    let knows = |pair: &[u32; 2]| pair.iter().any(|person| insiders.contains(person));
    let others: Vec<usize> = (0..programme.pairs.len()).filter(|at| !knows(&programme.pairs[*at])).collect();
    let mut found = tandems(programme, rules, &others, worlds);
    found.extend(topics(programme, rules, &others));
    for period in 0..programme.moods.len() {
        found.extend(answers::moods(programme, period, insiders));
    }
    for survey in &programme.surveys {
        for number in 1..=14 {
            found.extend(answers::surveyed(programme, survey, number, (rules, insiders)));
        }
    }
    found
}

/// In the order of [`asked`].
fn of_tandem(programme: &Programme, tandem: usize) -> Vec<u32> {
    let mut values = Vec::new();
    let (mut unfinished, mut open) = (0, 0);
    for period in (0..programme.moods.len()).filter(|period| programme.there[tandem][*period]) {
        let deeds = programme.deeds[tandem][period];
        let [given, worked, stuck] = [GIVEN, WORKED, STUCK].map(|at| deeds[at]);
        unfinished = unfinished + given - worked;
        open = open + given + deeds[TURNED] - worked - stuck;
        let tasks = [given, worked, stuck, unfinished, open, worked + stuck];
        COUNTS.map(|(at, _)| deeds[at]).into_iter().chain(tasks).for_each(|value| values.extend(both(value)));
        for reactions in &programme.asked[period] {
            let reaction = reactions[tandem];
            values.extend(both(reaction as u32));
            values.push(u32::from(reaction == Reaction::Talked));
        }
    }
    values
}

/// Something that nobody shall know about a tandem.
#[derive(Clone, Copy)]
struct Secret {
    about: About,
    period: usize,
    asks: Asks,
}

#[derive(Clone, Copy)]
enum About {
    Count(usize),
    Task(usize),
    Question(usize),
}

impl std::fmt::Display for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.asks {
            Asks::Which => {}
            Asks::Any => f.write_str("any ")?,
            Asks::Talked => f.write_str("talked, ")?,
        }
        match self.about {
            About::Count(at) => f.write_str(&COUNTS[at].1.key())?,
            About::Task(at) => f.write_str(TASKS[at])?,
            About::Question(at) => write!(f, "reaction to question {at}")?,
        }
        write!(f, " in period {}", self.period)
    }
}

/// In the order of [`of_tandem`].
fn asked(programme: &Programme, tandem: usize) -> Vec<Secret> {
    let mut secrets = Vec::new();
    for period in (0..programme.moods.len()).filter(|period| programme.there[tandem][*period]) {
        let counts = (0..COUNTS.len()).map(About::Count).chain((0..TASKS.len()).map(About::Task));
        for about in counts {
            secrets.extend([Asks::Which, Asks::Any].map(|asks| Secret { about, period, asks }));
        }
        for about in (0..programme.asked[period].len()).map(About::Question) {
            let all = [Asks::Which, Asks::Any, Asks::Talked];
            secrets.extend(all.map(|asks| Secret { about, period, asks }));
        }
    }
    secrets
}

fn tandems(programme: &Programme, rules: Rules, others: &[usize], worlds: &mut Worlds) -> Vec<String> {
    // Moods, surveys and topics are cells of their own; without them a world is quickly made.
    let mut programme = programme.clone();
    programme.moods.iter_mut().for_each(std::collections::BTreeMap::clear);
    programme.surveys.clear();
    let programme = &programme;
    let view = published::inside(programme, rules);
    let mut secrets: Vec<Secrets> = others.iter().map(|at| Secrets::of(of_tandem(programme, *at))).collect();
    let seen = |world: &Programme, secrets: &mut Vec<Secrets>| {
        let fits = published::inside(world, rules) == view;
        if fits {
            for (at, known) in others.iter().zip(secrets) {
                if !known.is_open() {
                    known.see(&of_tandem(world, *at));
                }
            }
        }
        fits
    };
    let mut world = programme.clone();
    for (at, one) in others.iter().enumerate() {
        for (beside, other) in others.iter().enumerate().skip(at + 1) {
            for exchange in [exchange_lives, exchange_periods] {
                if !secrets[at].is_open() || !secrets[beside].is_open() {
                    exchange(&mut world, *one, *other);
                    seen(&world, &mut secrets);
                    exchange(&mut world, *one, *other);
                }
            }
        }
    }
    let insiders: Vec<usize> = (0..programme.pairs.len()).filter(|at| !others.contains(at)).collect();
    for (place, tandem) in others.iter().enumerate() {
        for (at, secret) in asked(programme, *tandem).into_iter().enumerate() {
            if !secrets[place].known[at] {
                continue;
            }
            if let Some(another) = worlds.another(programme, rules, &insiders, *tandem, secret) {
                assert!(seen(&another, &mut secrets), "the clauses and the bot's rules are not the same");
                assert!(!secrets[place].known[at], "{secret} of {tandem} was to be another");
            }
        }
    }
    let told = others.iter().zip(&secrets);
    let names = |tandem| asked(programme, tandem).iter().map(ToString::to_string).collect::<Vec<_>>();
    told.flat_map(|(at, secrets)| secrets.told(&format!("tandem {at}"), &names(*at))).collect()
}

/// What a solver knows about a programme, so far as it had to be asked.
#[derive(Default)]
pub struct Worlds {
    tasks: Option<Tasks>,
    /// By period.
    reactions: BTreeMap<usize, Reactions>,
    /// By period and count.
    counts: BTreeMap<(usize, usize), Counts>,
}

impl Worlds {
    /// One in which the secret is another.
    fn another(
        &mut self,
        programme: &Programme,
        rules: Rules,
        insiders: &[usize],
        tandem: usize,
        secret: Secret,
    ) -> Option<Programme> {
        match secret.about {
            About::Count(count) => {
                let new = || Counts::of(programme, rules, secret.period, count);
                let counts = self.counts.entry((secret.period, count)).or_insert_with(new);
                counts.another(programme, insiders, tandem, matches!(secret.asks, Asks::Any))
            }
            About::Task(task) => {
                let tasks = self.tasks.get_or_insert_with(|| Tasks::of(programme, rules));
                let about = (tandem, secret.period, task);
                tasks.another(programme, insiders, about, matches!(secret.asks, Asks::Any))
            }
            About::Question(question) => {
                let period = secret.period;
                let new = || Reactions::of(programme, rules, period);
                let reactions = self.reactions.entry(period).or_insert_with(new);
                reactions.another(programme, insiders, (tandem, question), secret.asks)
            }
        }
    }
}

/// Two tandems that were there at the same time have done each what the other did.
fn exchange_lives(world: &mut Programme, one: usize, other: usize) {
    if world.there[one] == world.there[other] {
        world.deeds.swap(one, other);
        world.asked.iter_mut().flatten().for_each(|reactions| reactions.swap(one, other));
    }
}

/// The same in each period in which both were there, but for tasks, which outlive a period.
fn exchange_periods(world: &mut Programme, one: usize, other: usize) {
    for period in 0..world.moods.len() {
        if world.there[one][period] && world.there[other][period] {
            for (cell, _) in COUNTS {
                let (first, second) = (world.deeds[one][period][cell], world.deeds[other][period][cell]);
                world.deeds[one][period][cell] = second;
                world.deeds[other][period][cell] = first;
            }
            world.asked[period].iter_mut().for_each(|reactions| reactions.swap(one, other));
        }
    }
}

fn topics(programme: &Programme, rules: Rules, others: &[usize]) -> Vec<String> {
    let view = published::picked(programme, rules);
    let mut found = Vec::new();
    for tandem in others {
        for topic in 0..TOPICS {
            let has = programme.topics[*tandem].contains(&topic);
            let set = |world: &mut Programme, at: usize, picks: bool| {
                if picks {
                    world.topics[at].insert(topic)
                } else {
                    world.topics[at].remove(&topic)
                };
            };
            // It alone, or another one the other way round.
            let open = std::iter::once(None).chain(others.iter().map(Some)).any(|partner| {
                let mut world = programme.clone();
                set(&mut world, *tandem, !has);
                if let Some(partner) = partner.filter(|at| *at != tandem) {
                    if programme.topics[*partner].contains(&topic) == has {
                        return false;
                    }
                    set(&mut world, *partner, has);
                }
                published::picked(&world, rules) == view
            });
            if !open {
                found.push(format!("tandem {tandem} picked topic {topic}: {has}"));
            }
        }
    }
    found
}
