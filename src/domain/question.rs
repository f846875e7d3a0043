//! The pool of guiding questions: which question suits which template and which stage of a programme. The words lie
//! in `locales/*/questions.ftl` under `question-NNN`; number and order here are all that is stored.

use super::ids::TandemId;

/// The stage of a programme for which a question is meant.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Stage {
    /// The first third: getting to know each other and finding subjects.
    Early,
    /// The second third: trying things out.
    Middle,
    /// The last third: what stays, and what comes next.
    Late,
}

impl Stage {
    /// The stage in which a programme of `days` days is on its day `day`, counted from 0.
    #[must_use]
    pub const fn on_day(day: i64, days: i64) -> Self {
        if day * 3 < days {
            Self::Early
        } else if day * 3 < days * 2 {
            Self::Middle
        } else {
            Self::Late
        }
    }
}

/// A question of the pool.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct PoolQuestion {
    /// Its number, from 1, never given to another question: `question-001` has 1.
    pub number: i64,
    /// When it is best asked.
    pub stage: Stage,
    /// The stored codes of the templates it suits.
    pub templates: &'static [&'static str],
}

/// Every question that comes with the bot, by number.
#[must_use]
pub const fn pool() -> &'static [PoolQuestion] {
    POOL
}

/// The questions for a template (by its stored code) in the order in which a tandem should meet them at `stage`: those of
/// the stage first, then the other stages, so that a long programme does not run dry.
#[must_use]
pub fn for_stage(template: &str, stage: Stage) -> Vec<PoolQuestion> {
    let mut suited: Vec<_> =
        POOL.iter().copied().filter(|question| question.templates.contains(&template)).collect();
    suited.sort_by_key(|question| (question.stage != stage, question.number));
    suited
}

/// Questions of a programme's own have numbers from here on, so that none is taken for one of the pool.
const OWN_FROM: i64 = 10_000;
/// The longest question of a programme's own, in characters: it stands in an embed and in lists.
pub const OWN_MAX: usize = 300;
/// So many questions of its own a programme may have (decision: as many weeks as two years have).
pub const OWN_COUNT_MAX: usize = 104;

/// A question of a programme's own.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct OwnQuestion {
    /// Its number among all questions.
    pub number: i64,
    /// In English.
    pub en: String,
    /// In German.
    pub de: String,
}

/// The number of a programme's own question, from that of its row.
#[must_use]
pub const fn own_number(row: i64) -> i64 {
    OWN_FROM + row
}

/// The row of a programme's own question; `None` for one of the pool.
#[must_use]
pub const fn own_row(number: i64) -> Option<i64> {
    if number > OWN_FROM { Some(number - OWN_FROM) } else { None }
}

/// What a programme has beside the pool, and what it leaves out.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// Numbers of its own questions, which suit every stage.
    pub own: Vec<i64>,
    /// Numbers that it does not ask any more.
    pub off: Vec<i64>,
}

impl Choice {
    /// How many questions a programme of that template has.
    #[must_use]
    pub fn count(&self, template: &str) -> usize {
        let pool = for_stage(template, Stage::Early).into_iter().map(|question| question.number);
        pool.chain(self.own.iter().copied()).filter(|number| !self.off.contains(number)).count()
    }
}

/// The next question for a tandem: one it was not `asked` yet, of the stage if there is one left, else of an earlier or
/// later one; the programme's own suit every stage. The order is the tandem's own and the same in every run, so that
/// neighbours do not all talk about the same.
#[must_use]
pub fn next_for(
    tandem: TandemId,
    template: &str,
    stage: Stage,
    asked: &[i64],
    choice: &Choice,
) -> Option<i64> {
    for_stage(template, stage)
        .into_iter()
        .map(|question| (question.stage, question.number))
        .chain(choice.own.iter().map(|number| (stage, *number)))
        .filter(|(_, number)| !asked.contains(number) && !choice.off.contains(number))
        .min_by_key(|(of, number)| (*of != stage, *of, shuffled(tandem.0, *number)))
        .map(|(_, number)| number)
}

/// A number that looks thrown for each pair of numbers, without being: the last steps of `SplitMix64`.
fn shuffled(tandem: i64, question: i64) -> u64 {
    let mut mixed = tandem.cast_unsigned().wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ question.cast_unsigned();
    for shift in [30, 27, 31] {
        mixed = (mixed ^ (mixed >> shift)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    }
    mixed
}

const ALL: &[&str] = &["six", "year", "shadow", "pilot", "apprentice"];
/// Subjects of the template `apprentice`, which the longer programmes choose as well.
const DEVICES: &[&str] = &["six", "year", "apprentice"];
/// Presupposes a day at work spent together.
const SHADOW: &[&str] = &["shadow"];
/// Presupposes many months.
const LONG: &[&str] = &["year", "shadow"];
/// Subjects of managers in their own area.
const AREA: &[&str] = &["six", "year", "shadow", "pilot"];

macro_rules! questions {
    ($($number:literal $stage:ident $templates:ident)*) => {
        &[$(PoolQuestion { number: $number, stage: Stage::$stage, templates: $templates }),*]
    };
}

#[rustfmt::skip]
const POOL: &[PoolQuestion] = questions! {
    1 Early ALL      2 Early ALL      3 Early ALL      4 Early ALL
    5 Early ALL      6 Early ALL      7 Early ALL      8 Early ALL
    9 Early ALL     10 Early ALL     11 Early ALL     12 Early AREA
   13 Early DEVICES 14 Early SHADOW  15 Early ALL     16 Early ALL
   17 Early ALL
   18 Middle ALL    19 Middle AREA   20 Middle ALL    21 Middle ALL
   22 Middle ALL    23 Middle ALL    24 Middle DEVICES 25 Middle ALL
   26 Middle ALL    27 Middle AREA   28 Middle ALL    29 Middle ALL
   30 Middle AREA   31 Middle AREA   32 Middle ALL    33 Middle ALL
   34 Middle ALL    35 Middle DEVICES 36 Middle DEVICES 37 Middle SHADOW
   38 Middle SHADOW 39 Middle ALL    40 Middle ALL    41 Middle ALL
   42 Middle AREA   43 Middle ALL    44 Middle AREA   45 Middle ALL
   46 Late ALL      47 Late ALL      48 Late ALL      49 Late ALL
   50 Late ALL      51 Late ALL      52 Late ALL      53 Late ALL
   54 Late LONG     55 Late ALL      56 Late ALL
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_run_from_one_without_gaps() {
        assert!(POOL.iter().zip(1..).all(|(question, number)| question.number == number));
    }

    #[test]
    fn every_template_has_36_questions_and_several_for_each_stage() {
        for template in ALL {
            let questions = for_stage(template, Stage::Early);
            assert!(questions.len() >= 36, "{template}: {}", questions.len());
            for stage in [Stage::Early, Stage::Middle, Stage::Late] {
                let count = questions.iter().filter(|question| question.stage == stage).count();
                assert!(count >= 8, "{template} {stage:?}: {count}");
            }
        }
    }

    #[test]
    fn each_template_leaves_out_what_presupposes_something_else() {
        for (template, left_out) in [
            ("six", &[14, 37, 38, 54][..]),
            ("year", &[14, 37, 38]),
            ("shadow", &[13, 24, 35, 36]),
            ("pilot", &[13, 14, 24, 35, 36, 37, 38, 54]),
            ("apprentice", &[12, 14, 19, 27, 30, 31, 37, 38, 42, 44, 54]),
        ] {
            let mut asked = Vec::new();
            while let Some(next) = next_for(TandemId(3), template, Stage::Early, &asked, &Choice::default()) {
                asked.push(next);
            }
            let missing: Vec<i64> = (1..=56).filter(|number| !asked.contains(number)).collect();
            assert_eq!(missing, left_out, "{template}");
        }
    }

    #[test]
    fn questions_of_the_stage_come_first_and_the_others_follow() {
        let late = for_stage("six", Stage::Late);
        assert_eq!(late[0].stage, Stage::Late);
        assert_ne!(late[late.len() - 1].stage, Stage::Late);
    }

    #[test]
    fn a_programme_asks_its_own_questions_and_leaves_out_what_it_does_not_want() {
        let own = own_number(7);
        assert_eq!((own_row(own), own_row(56)), (Some(7), None));
        let choice = Choice { own: vec![own, own_number(8)], off: vec![1, own_number(8)] };
        let (mut asked, all) = (Vec::new(), choice.count("six"));
        while let Some(next) = next_for(TandemId(3), "six", Stage::Early, &asked, &choice) {
            asked.push(next);
        }
        assert_eq!(asked.len(), all);
        assert!(asked.contains(&own) && !asked.contains(&1) && !asked.contains(&own_number(8)));
        assert_eq!(all, Choice::default().count("six"), "one more, one less");
    }

    #[test]
    fn a_programme_passes_through_three_stages() {
        assert_eq!(Stage::on_day(0, 140), Stage::Early);
        assert_eq!(Stage::on_day(47, 140), Stage::Middle);
        assert_eq!(Stage::on_day(139, 140), Stage::Late);
    }

    #[test]
    fn a_tandem_meets_every_question_of_its_template_once_and_those_of_the_stage_first() {
        let mut asked = Vec::new();
        while let Some(next) = next_for(TandemId(3), "six", Stage::Middle, &asked, &Choice::default()) {
            assert!(!asked.contains(&next));
            asked.push(next);
        }
        let suited = for_stage("six", Stage::Middle);
        assert_eq!(asked.len(), suited.len());
        let of_stage = suited.iter().filter(|question| question.stage == Stage::Middle).count();
        let stage = |number: &i64| suited.iter().find(|question| question.number == *number).unwrap().stage;
        assert!(asked[..of_stage].iter().all(|number| stage(number) == Stage::Middle));
        assert_eq!(stage(&asked[of_stage]), Stage::Early);
    }

    #[test]
    fn tandems_begin_with_different_questions_and_each_with_the_same_in_every_run() {
        let first =
            |tandem| next_for(TandemId(tandem), "six", Stage::Early, &[], &Choice::default()).unwrap();
        let firsts: std::collections::BTreeSet<i64> = (1..=12).map(first).collect();
        assert!(firsts.len() >= 5, "{firsts:?}");
        assert_eq!((1..=12).map(first).collect::<Vec<_>>(), (1..=12).map(first).collect::<Vec<_>>());
    }
}
