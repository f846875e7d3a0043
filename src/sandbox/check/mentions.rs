//! Whom a message pings: what its text mentions, cut down to what the sender allows.

use std::collections::BTreeSet;

use serde_json::Value;

use super::form::{Form, below, check_id};
use crate::sandbox::error::Problems;

/// The mentions that the sender allows.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "Discord's object has as many switches")]
pub struct Allowed {
    /// Every user that is mentioned.
    pub all_users: bool,
    /// Every role that is mentioned.
    pub all_roles: bool,
    /// @everyone and @here.
    pub everyone: bool,
    /// These users, if mentioned.
    pub users: BTreeSet<u64>,
    /// These roles, if mentioned.
    pub roles: BTreeSet<u64>,
    /// The author of the message that is replied to.
    pub replied_user: bool,
}

impl Allowed {
    /// What holds for Create Message when nothing is said.
    pub fn for_messages() -> Self {
        let (users, roles) = (BTreeSet::new(), BTreeSet::new());
        Self { all_users: true, all_roles: true, everyone: true, users, roles, replied_user: true }
    }

    /// What holds for interactions when nothing is said: users only.
    pub fn for_interactions() -> Self {
        Self { all_roles: false, everyone: false, ..Self::for_messages() }
    }
}

/// What a text mentions with effect.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mentions {
    /// Users, in the order of the text.
    pub users: Vec<u64>,
    /// Roles, in the order of the text.
    pub roles: Vec<u64>,
    /// Whether the text says @everyone or @here.
    pub everyone: bool,
}

/// Reads `allowed_mentions`.
pub fn allowed(value: &Value, path: &str, problems: &mut Problems) -> Option<Allowed> {
    let form = Form::of(value, path, problems)?;
    let mut made = Allowed {
        all_users: false,
        all_roles: false,
        everyone: false,
        users: ids(&form, "users", problems),
        roles: ids(&form, "roles", problems),
        replied_user: form.flag("replied_user", problems).unwrap_or(false),
    };
    for (index, kind) in form.list("parse", 0..=3, problems).unwrap_or_default().iter().enumerate() {
        match kind.as_str() {
            Some("users") => made.all_users = true,
            Some("roles") => made.all_roles = true,
            Some("everyone") => made.everyone = true,
            _ => problems.add(
                &below(&form.at("parse"), index),
                "BASE_TYPE_CHOICES",
                "Value must be one of {'users', 'everyone', 'roles'}.",
            ),
        }
    }
    for (all, list, key) in [(made.all_users, &made.users, "users"), (made.all_roles, &made.roles, "roles")] {
        if all && !list.is_empty() {
            problems.add(
                &form.at("parse"),
                "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                format!("parse:[\"{key}\"] and {key}: [ids...] are mutually exclusive."),
            );
        }
    }
    Some(made)
}

fn ids(form: &Form<'_>, key: &str, problems: &mut Problems) -> BTreeSet<u64> {
    let list = form.list(key, 0..=100, problems).unwrap_or_default();
    let path = form.at(key);
    list.iter()
        .enumerate()
        .filter_map(|(index, value)| check_id(value, &below(&path, index), problems))
        .collect()
}

/// Everything that a text mentions, allowed or not.
pub fn in_text(text: &str) -> Mentions {
    let mut made =
        Mentions { everyone: text.contains("@everyone") || text.contains("@here"), ..Default::default() };
    for (at, _) in text.match_indices("<@") {
        let Some((inner, _)) = text[at + 2..].split_once('>') else { continue };
        let (list, digits) = match inner.strip_prefix('&') {
            Some(digits) => (&mut made.roles, digits),
            None => (&mut made.users, inner.strip_prefix('!').unwrap_or(inner)),
        };
        if let Some(id) = crate::sandbox::ids::parse_text(digits)
            && !list.contains(&id)
        {
            list.push(id);
        }
    }
    made
}

/// What is left of a text's mentions when only the allowed ones count.
pub fn with_effect(text: &str, allowed: &Allowed) -> Mentions {
    let mut found = in_text(text);
    found.users.retain(|id| allowed.all_users || allowed.users.contains(id));
    found.roles.retain(|id| allowed.all_roles || allowed.roles.contains(id));
    found.everyone &= allowed.everyone;
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mention_counts_only_where_it_is_allowed() {
        let text = "Hello <@1>, <@!2> and <@&3>, @everyone!";
        let nobody = Allowed {
            all_users: false,
            all_roles: false,
            everyone: false,
            users: BTreeSet::from([2]),
            roles: BTreeSet::new(),
            replied_user: false,
        };
        assert_eq!(with_effect(text, &nobody), Mentions { users: vec![2], roles: vec![], everyone: false });
        let all = with_effect(text, &Allowed::for_messages());
        assert_eq!(all, Mentions { users: vec![1, 2], roles: vec![3], everyone: true });
    }
}
