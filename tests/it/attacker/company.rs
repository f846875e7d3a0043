//! Random companies: one or two programmes that share people, with tandems that come and go, mentors with several of them,
//! people who are mentor here and mentee there, and everything they do. Small numbers and much that is alike, because
//! that is where figures give people away.

use std::collections::{BTreeMap, BTreeSet};

use fastrand::Rng;
use tandem::domain::figures::{K, Reaction};
use tandem::domain::survey::{Asking, Group, SurveyKind, items};
use tandem::domain::tandem::Side;

/// What a tandem does in a period: meetings held and planned, tasks given, worked and stuck, calls, partners not reached;
/// and how many of those that worked had got stuck in a period before.
pub type Deeds = [u32; 8];
pub const GIVEN: usize = 2;
pub const WORKED: usize = 3;
pub const STUCK: usize = 4;
pub const TURNED: usize = 7;

/// How many topics there are to pick from.
pub const TOPICS: usize = 3;

#[derive(Debug, Clone)]
pub struct Survey {
    pub kind: SurveyKind,
    pub asking: Asking,
    /// Who is asked, on which side, and what they answered by the items' numbers; no entry is no answer.
    pub sheets: BTreeMap<u32, (Side, BTreeMap<i64, u8>)>,
}

#[derive(Debug, Clone)]
pub struct Programme {
    /// Mentor and mentee of each tandem.
    pub pairs: Vec<[u32; 2]>,
    /// In which periods each tandem counts: one stretch.
    pub there: Vec<Vec<bool>>,
    /// What each tandem did, by period.
    pub deeds: Vec<Vec<Deeds>>,
    /// By period, by question: what each tandem made of it; a tandem that does not count was not asked.
    pub asked: Vec<Vec<Vec<Reaction>>>,
    /// By period: the sum of each person's 1–5 answers, and how many there were.
    pub moods: Vec<BTreeMap<u32, (u32, u32)>>,
    pub surveys: Vec<Survey>,
    /// What each tandem picked.
    pub topics: Vec<BTreeSet<usize>>,
}

#[derive(Debug)]
pub struct Company {
    pub programmes: Vec<Programme>,
}

/// How much people differ in what they do.
#[derive(Clone, Copy)]
enum Style {
    /// All alike, but for a few.
    Alike(u32),
    /// Hardly anybody does anything.
    Rare,
    /// Once or not at all.
    Heads,
    /// Anything from none to three.
    Mixed,
}

impl Style {
    fn random(rng: &mut Rng) -> Self {
        match rng.u32(0..5) {
            0 => Self::Alike(rng.u32(0..3)),
            1 => Self::Rare,
            2 => Self::Heads,
            _ => Self::Mixed,
        }
    }

    fn draw(self, rng: &mut Rng) -> u32 {
        match self {
            Self::Alike(value) if rng.u32(0..8) > 0 => value,
            Self::Rare => u32::from(rng.u32(0..5) == 0),
            Self::Heads => rng.u32(0..2),
            Self::Alike(_) | Self::Mixed => rng.u32(0..4),
        }
    }
}

impl Company {
    pub fn random(rng: &mut Rng) -> Self {
        let first = Programme::random(rng, 0);
        let mut programmes = vec![first];
        if rng.bool() {
            // The second one begins among the people of the first.
            let shift = rng.u32(0..8);
            programmes.push(Programme::random(rng, shift));
        }
        Self { programmes }
    }

    /// Pairs of insiders: those two who are in most tandems, and some at random.
    pub fn insiders(&self, rng: &mut Rng) -> Vec<[u32; 2]> {
        let all: Vec<u32> =
            self.programmes.iter().flat_map(|one| one.pairs.iter().flatten().copied()).collect();
        let mut people = all.clone();
        people.sort_unstable();
        people.dedup();
        people.sort_by_key(|person| std::cmp::Reverse(all.iter().filter(|one| *one == person).count()));
        let mut pairs = vec![[people[0], people[1]]];
        for _ in 0..2 {
            let (one, other) = (rng.usize(..people.len()), rng.usize(..people.len()));
            if one != other {
                pairs.push([people[one], people[other]]);
            }
        }
        pairs
    }
}

impl Programme {
    fn random(rng: &mut Rng, shift: u32) -> Self {
        // Now and then one that is large enough for distributions, in which the surveys are what is attacked.
        let large = rng.u32(0..6) == 0;
        let tandems = if large { rng.usize(20..25) } else { rng.usize(5..14) };
        let pairs = pairs(rng, tandems, shift);
        let periods = if large { 1 } else { rng.usize(1..4) };
        let there: Vec<Vec<bool>> = pairs
            .iter()
            .map(|_| {
                let (from, to) = match rng.u32(0..6) {
                    0 => (rng.usize(0..periods), periods),
                    1 => (0, rng.usize(1..=periods)),
                    _ => (0, periods),
                };
                (0..periods).map(|period| (from..to).contains(&period)).collect()
            })
            .collect();
        let mut programme = Self {
            deeds: vec![vec![Deeds::default(); periods]; tandems],
            asked: vec![Vec::new(); periods],
            moods: vec![BTreeMap::new(); periods],
            surveys: Vec::new(),
            topics: vec![BTreeSet::new(); tandems],
            pairs,
            there,
        };
        programme.live(rng);
        programme
    }

    fn live(&mut self, rng: &mut Rng) {
        let styles: Vec<[Style; 8]> =
            self.moods.iter().map(|_| std::array::from_fn(|_| Style::random(rng))).collect();
        for tandem in 0..self.pairs.len() {
            let (mut open, mut stuck) = (0, 0);
            for period in (0..self.moods.len()).filter(|period| self.there[tandem][*period]) {
                let mut deeds: Deeds = std::array::from_fn(|at| styles[period][at].draw(rng));
                open += deeds[GIVEN];
                deeds[TURNED] = deeds[TURNED].min(deeds[WORKED]).min(stuck);
                deeds[WORKED] = deeds[WORKED].min(open + deeds[TURNED]);
                open -= deeds[WORKED] - deeds[TURNED];
                deeds[STUCK] = deeds[STUCK].min(open);
                open -= deeds[STUCK];
                stuck += deeds[STUCK];
                stuck -= deeds[TURNED];
                self.deeds[tandem][period] = deeds;
            }
            let likely = rng.u32(1..10);
            self.topics[tandem] = (0..TOPICS).filter(|_| rng.u32(0..10) < likely).collect();
        }
        for period in 0..self.moods.len() {
            let likely = rng.u32(0..11);
            for _ in 0..rng.usize(0..3) {
                let reaction = |rng: &mut Rng| match rng.u32(0..10) {
                    one if one < likely => Reaction::Talked,
                    one if one % 2 == 0 => Reaction::Nothing,
                    _ => Reaction::Silent,
                };
                self.asked[period].push(self.pairs.iter().map(|_| reaction(rng)).collect());
            }
            let style = rng.u32(0..3);
            for person in self.people(period) {
                let (answers, value) = (rng.u32(0..3), rng.u32(1..6));
                let said = match style {
                    0 => (4, 1),
                    1 if answers == 0 => (0, 0),
                    _ => (value * answers, answers),
                };
                self.moods[period].insert(person, said);
            }
        }
        for kind in [SurveyKind::Interim, SurveyKind::Final] {
            let survey = self.survey(rng, kind);
            self.surveys.push(survey);
        }
    }

    fn survey(&self, rng: &mut Rng, kind: SurveyKind) -> Survey {
        let mut sheets: BTreeMap<u32, (Side, BTreeMap<i64, u8>)> = BTreeMap::new();
        for pair in &self.pairs {
            for (side, person) in [Side::Mentor, Side::Mentee].into_iter().zip(pair) {
                sheets.entry(*person).or_insert((side, BTreeMap::new()));
            }
        }
        let count = |side| sheets.values().filter(|sheet| sheet.0 == side).count();
        let asking = Asking::of(count(Side::Mentor), count(Side::Mentee), K::LEAST);
        let (silent, alike) = (rng.u32(0..6), rng.u32(0..3) == 0);
        for (side, answers) in sheets.values_mut() {
            let Some(group) = asking.group(*side) else { continue };
            if rng.u32(0..10) < silent {
                continue;
            }
            for item in items("six", kind, group) {
                let option = rng.u8(1..=item.scale.options());
                let option = if alike && rng.u32(0..6) > 0 { item.scale.options().min(4) } else { option };
                answers.insert(item.number, option);
            }
        }
        Survey { kind, asking, sheets }
    }

    /// Who is in a tandem that counts in this period.
    pub fn people(&self, period: usize) -> BTreeSet<u32> {
        let there = self.pairs.iter().zip(&self.there).filter(|(_, there)| there[period]);
        there.flat_map(|(pair, _)| *pair).collect()
    }

    /// The groups of a survey with the items they are asked, and who is in them.
    pub fn groups(survey: &Survey) -> Vec<(Group, Vec<u32>)> {
        let members = |group: &Group| {
            let of =
                survey.sheets.iter().filter(|(_, (side, _))| group.has(*side)).map(|(person, _)| *person);
            (*group, of.collect())
        };
        survey.asking.groups().iter().map(members).collect()
    }
}

/// Mentors are even and mentees odd numbers, but for whoever is both. Some mentors have several tandems.
fn pairs(rng: &mut Rng, tandems: usize, shift: u32) -> Vec<[u32; 2]> {
    let several = rng.u32(0..3) == 0;
    let both = rng.u32(0..3) == 0;
    let mut pairs: Vec<[u32; 2]> = Vec::new();
    for at in 0..u32::try_from(tandems).unwrap() {
        let mut mentor = 2 * (at + shift);
        let mentee = 2 * (at + shift) + 1;
        if several && at > 0 && rng.bool() {
            mentor = pairs[rng.usize(..pairs.len())][0];
        } else if both && at > 0 && rng.u32(0..3) == 0 {
            let other = pairs[rng.usize(..pairs.len())][1];
            // Two people are a pair once, in one direction.
            mentor = if pairs.iter().any(|pair| pair[0] == other) { mentor } else { other };
        }
        pairs.push([mentor, mentee]);
    }
    pairs
}
