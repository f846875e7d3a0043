//! The attacker of rule P9 against random companies. He owns every digest, report and export of all their programmes, knows
//! the programme facts, who is paired with whom and since when, and is in league with two people who tell all they did and
//! answered, in every programme they are in.
//!
//! What is checked, exactly: for each programme of a company, for each two insiders of several pairs, and for each deed,
//! reaction, pick, mood and survey answer of everybody else, there is **another world** in which the insiders did and
//! answered what they say, the facts are the same, everything published is the same to the last cell, and that one thing is
//! different: how many it was, and where it is a count or an answer, whether there was any. Such a world is looked for by
//! exchanging what two others did, and by changing what any one or two others answered in every way there is. For what no
//! exchange opens, a solver finds another world wherever there is one (`exact`), because several figures and periods hang
//! together. Whether a world fits is told by publishing it with the same functions that the bot publishes with. A thing for
//! which no other world is found is a finding.
//!
//! A few companies are attacked in every run. `TANDEM_SEEDS=2000 cargo test --test it attacker` attacks more of them, from
//! `TANDEM_FROM=5000` on where that is given, and `TANDEM_SEED=17` one in particular. Weaker rules are attacked by the same
//! search, and each has to be found out: in every run in a company that is known to give it away, in a long one in the
//! first of all.

mod company;
mod exact;
mod published;
mod search;

use company::Company;
use published::Rules;
use search::Worlds;

/// So many companies in an ordinary run, and for each weaker rule at most.
const COMPANIES: u64 = 6;
const WEAK: u64 = 400;

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().unwrap_or_else(|_| panic!("{name} is a number")))
}

/// What is found out about the company of this seed.
fn attacked(seed: u64, rules: Rules) -> Vec<String> {
    let mut rng = fastrand::Rng::with_seed(seed);
    let company = Company::random(&mut rng);
    let mut found = Vec::new();
    let mut worlds: Vec<Worlds> = company.programmes.iter().map(|_| Worlds::default()).collect();
    for insiders in company.insiders(&mut rng) {
        for (at, programme) in company.programmes.iter().enumerate() {
            let findings = search::findings(programme, rules, insiders, &mut worlds[at]);
            found.extend(
                findings.into_iter().map(|one| format!("seed {seed}, programme {at}, {insiders:?}: {one}")),
            );
        }
    }
    found
}

#[test]
fn nothing_about_anybody_else_is_known_to_the_attacker() {
    let from = number("TANDEM_FROM").unwrap_or_default();
    let seeds = match (number("TANDEM_SEED"), number("TANDEM_SEEDS")) {
        (Some(seed), _) => seed..seed + 1,
        (None, Some(many)) => from..from + many,
        (None, None) => 0..COMPANIES,
    };
    let mut shown = published::Shown::default();
    let mut found = Vec::new();
    for seed in seeds.clone() {
        found.extend(attacked(seed, Rules::Real));
        let company = Company::random(&mut fastrand::Rng::with_seed(seed));
        company.programmes.iter().for_each(|programme| shown.count(programme));
        if (seed + 1).is_multiple_of(100) {
            println!("up to seed {seed}: {} findings {:#?}", found.len(), found.last());
        }
    }
    assert!(found.is_empty(), "{} findings, among them {:#?}", found.len(), &found[..found.len().min(10)]);
    if seeds.end - seeds.start >= 60 {
        assert!(shown.is_enough(), "there has to be something to attack: {shown:?}");
    }
    println!("{} companies: {shown:?}", seeds.end - seeds.start);
}

#[test]
fn each_weaker_rule_is_found_out() {
    let many = number("TANDEM_SEEDS").is_some();
    let mut missed = Vec::new();
    for (rules, known) in Rules::WEAKER {
        let mut seeds = if many { 0..WEAK } else { known..known + 1 };
        let found = seeds.find(|seed| {
            // Where the bot's own rules hold.
            !attacked(*seed, rules).is_empty() && attacked(*seed, Rules::Real).is_empty()
        });
        match found {
            Some(seed) => println!("{rules:?}: found with seed {seed}"),
            None => missed.push(rules),
        }
    }
    assert!(missed.is_empty(), "not found: {missed:?}");
}
