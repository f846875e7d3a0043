//! What people answered: the mood of a period and surveys. Each cell is small enough to try every world in which one or two
//! others answered anything else.

use std::collections::BTreeSet;

use tandem::domain::survey::{item, items};

use super::super::company::{Programme, Survey};
use super::super::published::{self, Rules};
use super::{Secrets, both};

/// More ways to answer than these are not gone through.
const MOST_WORLDS: usize = 200_000;

pub fn moods(programme: &Programme, period: usize, insiders: [u32; 2]) -> Vec<String> {
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

pub fn surveyed(
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
    // And where that is not enough, every world there is: everybody of a group may have answered what one of them did.
    for group in survey.asking.groups() {
        let of = |person: &u32| group.has(survey.sheets[person].0);
        let group: Vec<usize> = (0..all.len()).filter(|at| of(&all[*at])).collect();
        if group.iter().all(|at| secrets[*at].is_open()) || spreads(group.len(), options) > MOST_WORLDS {
            continue;
        }
        let mut possible = BTreeSet::new();
        each_spread(&mut vec![0; usize::from(options) + 1], 0, group.len(), &mut |counts| {
            let each = (0..=options).zip(counts).flat_map(|(option, count)| vec![option; *count]);
            group.iter().zip(each).for_each(|(at, option)| set(&mut world, all[*at], option));
            if published::answers(programme, &world, number, rules) == view {
                possible.extend((0..=options).zip(counts).filter(|(_, count)| **count > 0).map(|one| one.0));
            }
        });
        world.clone_from(survey);
        for at in group {
            for option in &possible {
                secrets[at].see(&both((*option).into()));
            }
        }
    }
    let name = format!("answer to item {number} of {}", survey.kind.code());
    let names = [name.clone(), format!("any {name}")];
    let who = |person: &u32| format!("person {person}, {}", published::side(survey.sheets[person].0));
    all.iter().zip(&secrets).flat_map(|(person, secrets)| secrets.told(&who(person), &names)).collect()
}

/// In how many ways so many people are spread over the options and no answer.
fn spreads(people: usize, options: u8) -> usize {
    (1..=usize::from(options)).fold(1, |ways, option| ways * (people + option) / option)
}

/// Every such way: how many there are of each.
fn each_spread(counts: &mut Vec<usize>, from: usize, left: usize, visit: &mut impl FnMut(&[usize])) {
    if from + 1 == counts.len() {
        counts[from] = left;
        visit(counts);
        return;
    }
    for here in 0..=left {
        counts[from] = here;
        each_spread(counts, from + 1, left - here, visit);
    }
}
