//! Looks for other worlds. Whatever stays the same in all that were found is a finding.

use fastrand::Rng;
use tandem::domain::figures::Reaction;
use tandem::domain::survey::{item, items};

use super::company::{GIVEN, Programme, STUCK, Survey, TOPICS, WORKED};
use super::published::{self, Rules};

/// So many worlds are tried for a thing that no exchange has opened.
const TRIES: usize = 4_000;
const NAMES: [&str; 10] = [
    "held",
    "planned",
    "given",
    "worked",
    "stuck",
    "support",
    "reach",
    "not worked",
    "not reported",
    "reported",
];
const REACTIONS: [Reaction; 3] = [Reaction::Silent, Reaction::Talked, Reaction::Nothing];

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
pub fn findings(programme: &Programme, rules: Rules, insiders: [u32; 2], rng: &mut Rng) -> Vec<String> {
    let knows = |pair: &[u32; 2]| pair.iter().any(|person| insiders.contains(person));
    let others: Vec<usize> = (0..programme.pairs.len()).filter(|at| !knows(&programme.pairs[*at])).collect();
    let mut found = tandems(programme, rules, &others, rng);
    found.extend(topics(programme, rules, &others));
    for period in 0..programme.moods.len() {
        found.extend(moods(programme, period, insiders));
    }
    for survey in &programme.surveys {
        for number in 1..=14 {
            found.extend(surveyed(programme, survey, number, (rules, insiders)));
        }
    }
    found
}

/// In the order of [`names`].
fn of_tandem(programme: &Programme, tandem: usize) -> Vec<u32> {
    let mut values = Vec::new();
    let (mut given, mut worked, mut stuck) = (0, 0, 0);
    for period in (0..programme.moods.len()).filter(|period| programme.there[tandem][*period]) {
        let deeds = programme.deeds[tandem][period];
        given += deeds[GIVEN];
        worked += deeds[WORKED];
        stuck += deeds[STUCK];
        let derived = [given - worked, given - worked - stuck, deeds[WORKED] + deeds[STUCK]];
        deeds.into_iter().chain(derived).for_each(|value| values.extend(both(value)));
        for reactions in &programme.asked[period] {
            let reaction = reactions[tandem];
            values.extend(both(reaction as u32));
            values.push(u32::from(reaction == Reaction::Talked));
        }
    }
    values
}

fn names(programme: &Programme, tandem: usize) -> Vec<String> {
    let mut names = Vec::new();
    for period in (0..programme.moods.len()).filter(|period| programme.there[tandem][*period]) {
        for name in NAMES {
            names.extend([format!("{name} in period {period}"), format!("any {name} in period {period}")]);
        }
        for question in 0..programme.asked[period].len() {
            let name = format!("reaction to question {question} of period {period}");
            names.extend([name.clone(), format!("any {name}"), format!("talked, {name}")]);
        }
    }
    names
}

fn tandems(programme: &Programme, rules: Rules, others: &[usize], rng: &mut Rng) -> Vec<String> {
    // Moods, surveys and topics are cells of their own; without them a world is quickly made.
    let mut programme = programme.clone();
    programme.moods.iter_mut().for_each(std::collections::BTreeMap::clear);
    programme.surveys.clear();
    let programme = &programme;
    let view = published::inside(programme, rules);
    let mut secrets: Vec<Secrets> = others.iter().map(|at| Secrets::of(of_tandem(programme, *at))).collect();
    let seen = |world: &Programme, secrets: &mut Vec<Secrets>| {
        if world.is_possible() && published::inside(world, rules) == view {
            for (at, known) in others.iter().zip(secrets) {
                if !known.is_open() {
                    known.see(&of_tandem(world, *at));
                }
            }
        }
    };
    let mut world = programme.clone();
    for (at, one) in others.iter().enumerate() {
        for (beside, other) in others.iter().enumerate().skip(at + 1) {
            let open = secrets[at].is_open() && secrets[beside].is_open();
            if !open && programme.there[*one] == programme.there[*other] {
                exchange(&mut world, *one, *other);
                seen(&world, &mut secrets);
                exchange(&mut world, *one, *other);
            }
        }
    }
    for (place, tandem) in others.iter().enumerate() {
        let names = if secrets[place].is_open() { Vec::new() } else { names(programme, *tandem) };
        for (secret, name) in names.iter().enumerate() {
            for _ in 0..TRIES {
                if !secrets[place].known[secret] {
                    break;
                }
                world.deeds.clone_from(&programme.deeds);
                world.asked.clone_from(&programme.asked);
                change(&mut world, *tandem, others, name, rng);
                seen(&world, &mut secrets);
            }
        }
    }
    let told = others.iter().zip(&secrets);
    told.flat_map(|(at, secrets)| secrets.told(&format!("tandem {at}"), &names(programme, *at))).collect()
}

/// Two tandems that were there at the same time have done each what the other did.
fn exchange(world: &mut Programme, one: usize, other: usize) {
    world.deeds.swap(one, other);
    world.asked.iter_mut().flatten().for_each(|reactions| reactions.swap(one, other));
}

/// One thing is another in one tandem; mostly somebody else makes up for it, and sometimes more is different.
fn change(world: &mut Programme, tandem: usize, others: &[usize], secret: &str, rng: &mut Rng) {
    let period =
        (0..world.moods.len()).find(|period| secret.contains(&format!("period {period}"))).unwrap_or(0);
    let partners: Vec<usize> =
        others.iter().copied().filter(|at| *at != tandem && world.there[*at][period]).collect();
    if let Some(question) =
        (0..world.asked[period].len()).find(|at| secret.contains(&format!("question {at} ")))
    {
        let reactions = &mut world.asked[period][question];
        let before = reactions[tandem];
        reactions[tandem] = REACTIONS[rng.usize(..3)];
        if let Some(partner) = rng.choice(&partners).filter(|_| rng.bool()) {
            reactions[*partner] = if rng.bool() { before } else { REACTIONS[rng.usize(..3)] };
        }
        return;
    }
    let named =
        NAMES.iter().position(|name| secret.trim_start_matches("any ").starts_with(&format!("{name} in")));
    match named {
        Some(at) if at < 7 && ![GIVEN, WORKED, STUCK].contains(&at) => {
            shift(world, tandem, &partners, (period, at), rng);
        }
        _ => fates(world, tandem, &partners, period, rng),
    }
}

/// A count of its own is another, and mostly others make up for it, one by one.
fn shift(
    world: &mut Programme,
    tandem: usize,
    partners: &[usize],
    (period, cell): (usize, usize),
    rng: &mut Rng,
) {
    let now = world.deeds[tandem][period][cell];
    let wanted = [0, now + 1, now + 2, now.saturating_sub(1)][rng.usize(..4)];
    world.deeds[tandem][period][cell] = wanted;
    let mut due = i64::from(now) - i64::from(wanted);
    let makes_up = rng.u32(0..4) > 0;
    for _ in 0..12 {
        let Some(partner) = rng.choice(partners).filter(|_| makes_up && due != 0) else { break };
        let value = &mut world.deeds[*partner][period][cell];
        if due > 0 {
            *value += 1;
            due -= 1;
        } else if *value > 0 {
            *value -= 1;
            due += 1;
        }
    }
}

fn add(value: &mut u32, change: i64) -> bool {
    let changed = u32::try_from(i64::from(*value) + change);
    changed.map(|changed| *value = changed).is_ok()
}

/// What was given, worked and stuck in a period changes together: tasks go to others with what became of them, or become
/// something else here and, the other way round, there.
fn fates(world: &mut Programme, tandem: usize, partners: &[usize], period: usize, rng: &mut Rng) {
    let keys = [GIVEN, WORKED, STUCK];
    let change: [i64; 3] = match rng.u32(0..3) {
        0 => keys.map(|key| -i64::from(world.deeds[tandem][period][key])),
        _ => keys.map(|_| i64::from(rng.u32(0..3)) - 1),
    };
    let kept = rng.choice(partners).copied();
    for (at, key) in keys.into_iter().enumerate() {
        if !add(&mut world.deeds[tandem][period][key], change[at]) || rng.u32(0..6) == 0 {
            continue;
        }
        // Made up for by one or two others, or not at all.
        let mut left = -change[at];
        for _ in 0..12 {
            let partner = if rng.u32(0..4) > 0 { kept } else { rng.choice(partners).copied() };
            let Some(partner) = partner.filter(|_| left != 0) else { break };
            if add(&mut world.deeds[partner][period][key], left.signum()) {
                left -= left.signum();
            }
        }
    }
    if let Some(partner) = kept.filter(|_| rng.u32(0..3) == 0) {
        let change = i64::from(rng.u32(0..3)) - 1;
        add(&mut world.deeds[partner][period][STUCK], change);
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

fn moods(programme: &Programme, period: usize, insiders: [u32; 2]) -> Vec<String> {
    let mut world = programme.clone();
    world.surveys.clear();
    world.asked.iter_mut().for_each(Vec::clear);
    let view = published::mood(&world, period);
    let all: Vec<u32> = programme.people(period).into_iter().filter(|one| !insiders.contains(one)).collect();
    let said = |world: &Programme, person: u32| world.moods[period].get(&person).copied().unwrap_or_default();
    let of = |world: &Programme, person: u32| {
        let (sum, count) = said(world, person);
        vec![100 * sum + count, count.min(1)]
    };
    let mut secrets: Vec<Secrets> = all.iter().map(|person| Secrets::of(of(programme, *person))).collect();
    let any: Vec<(u32, u32)> = (0..=5).map(|value| (value, u32::from(value > 0))).collect();
    for (place, person) in all.iter().enumerate() {
        let hers = said(programme, *person);
        'search: for partner in all[place..].iter().chain(&all[..place]) {
            let theirs = said(programme, *partner);
            for second in any.iter().chain([&hers, &theirs]) {
                for first in any.iter().chain([&theirs]) {
                    if secrets[place].is_open() {
                        break 'search;
                    }
                    world.moods[period].insert(*partner, *second);
                    world.moods[period].insert(*person, *first);
                    if published::mood(&world, period) == view {
                        for (one, known) in all.iter().zip(&mut secrets) {
                            known.see(&of(&world, *one));
                        }
                    }
                }
            }
            world.moods[period].insert(*partner, theirs);
            world.moods[period].insert(*person, hers);
        }
        world.moods[period].clone_from(&programme.moods[period]);
    }
    let names = [format!("mood of period {period}"), format!("whether there is a mood of period {period}")];
    all.iter()
        .zip(&secrets)
        .flat_map(|(person, secrets)| secrets.told(&format!("person {person}"), &names))
        .collect()
}

fn surveyed(
    programme: &Programme,
    survey: &Survey,
    number: i64,
    (rules, insiders): (Rules, [u32; 2]),
) -> Vec<String> {
    let view = published::answers(programme, survey, number, rules);
    let Some(options) = item(number).map(|item| item.scale.options()).filter(|_| !view.is_empty()) else {
        return Vec::new();
    };
    let asked = |person: &u32| {
        let group = survey.asking.group(survey.sheets[person].0);
        let is = |group| items("six", survey.kind, group).iter().any(|item| item.number == number);
        group.is_some_and(is)
    };
    let all: Vec<u32> =
        survey.sheets.keys().copied().filter(|one| !insiders.contains(one) && asked(one)).collect();
    let said = |world: &Survey, person: u32| world.sheets[&person].1.get(&number).copied().unwrap_or(0);
    let of = |world: &Survey, person: u32| both(said(world, person).into());
    let mut secrets: Vec<Secrets> =
        all.iter().map(|person| Secrets::of(of(survey, *person).into())).collect();
    let mut world = survey.clone();
    let set = |world: &mut Survey, person: u32, option: u8| {
        let answers = &mut world.sheets.get_mut(&person).unwrap().1;
        if option == 0 {
            answers.remove(&number)
        } else {
            answers.insert(number, option)
        };
    };
    // Every world in which one or two others answered anything else.
    for (place, person) in all.iter().enumerate() {
        let hers = said(survey, *person);
        'search: for partner in all[place..].iter().chain(&all[..place]) {
            let theirs = said(survey, *partner);
            for (first, second) in (0..=options).flat_map(|one| (0..=options).map(move |other| (one, other)))
            {
                if secrets[place].is_open() {
                    break 'search;
                }
                set(&mut world, *partner, second);
                set(&mut world, *person, first);
                if published::answers(programme, &world, number, rules) == view {
                    all.iter().zip(&mut secrets).for_each(|(one, known)| known.see(&of(&world, *one)));
                }
            }
            set(&mut world, *partner, theirs);
            set(&mut world, *person, hers);
        }
        world.clone_from(survey);
    }
    let name = format!("answer to item {number} of {}", survey.kind.code());
    let names = [name.clone(), format!("any {name}")];
    let who = |person: &u32| format!("person {person}, {}", published::side(survey.sheets[person].0));
    all.iter().zip(&secrets).flat_map(|(person, secrets)| secrets.told(&who(person), &names)).collect()
}
