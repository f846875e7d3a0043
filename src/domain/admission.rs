//! Who is admitted at once, and who waits for a coordinator. Somebody who was invited by name, or who meets every rule of
//! the programme, takes part at once; everybody else is approved by a person, and no rule turns anybody away by itself.

use super::ids::RoleId;
use super::programme::Admission;

/// What the rules are held against.
#[derive(Debug, Clone, Copy)]
pub struct Applicant<'a> {
    /// Whether a coordinator has invited them by name.
    pub invited: bool,
    /// Full months in the company, where they have said so.
    pub months: Option<u32>,
    /// Their roles at Discord.
    pub roles: &'a [RoleId],
}

/// Whether somebody takes part at once.
#[must_use]
pub fn admits(rules: &Admission, applicant: Applicant<'_>) -> bool {
    if applicant.invited {
        return true;
    }
    let least = rules.least_months.is_none_or(|least| applicant.months.is_some_and(|months| months >= least));
    let most = rules.most_months.is_none_or(|most| applicant.months.is_some_and(|months| months <= most));
    let role = rules.role.is_none_or(|role| applicant.roles.contains(&role));
    rules.has_rules() && !rules.approval && least && most && role
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROLE: RoleId = RoleId(7);

    fn rules(least: Option<u32>, most: Option<u32>, role: Option<RoleId>, approval: bool) -> Admission {
        Admission { least_months: least, most_months: most, role, approval }
    }

    #[test]
    fn whoever_meets_every_rule_is_admitted_and_without_a_rule_a_coordinator_approves() {
        let none = rules(None, None, None, false);
        let months = rules(Some(6), Some(18), None, false);
        let all = rules(Some(6), Some(18), Some(ROLE), false);
        for (rules, months, roles, admitted) in [
            (&none, Some(10), &[ROLE][..], false),
            (&months, Some(5), &[], false),
            (&months, Some(6), &[], true),
            (&months, Some(18), &[], true),
            (&months, Some(19), &[], false),
            (&months, None, &[ROLE], false),
            (&all, Some(10), &[], false),
            (&all, Some(10), &[RoleId(1), ROLE], true),
            (&all, None, &[ROLE], false),
        ] {
            let seen = admits(rules, Applicant { invited: false, months, roles });
            assert_eq!(seen, admitted, "{rules:?} {months:?} {roles:?}");
        }
    }

    #[test]
    fn a_coordinator_may_want_to_approve_everybody_except_those_they_invited() {
        let rules = rules(Some(6), None, None, true);
        let mut applicant = Applicant { invited: false, months: Some(12), roles: &[] };
        assert!(!admits(&rules, applicant));
        applicant.invited = true;
        assert!(admits(&rules, applicant));
        applicant.months = None;
        assert!(admits(&rules, applicant));
    }
}
