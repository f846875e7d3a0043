//! Reads the catalogues with `fluent-syntax`, without the code that the bot uses.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;
use tandem::locales::{Language, files};

/// A message, with everything the tests ask about it.
#[derive(Debug, Clone)]
pub struct Message {
    /// Each wording it can take, with nothing in place of variables.
    pub texts: Vec<String>,
    /// The variables it uses, selectors included.
    pub vars: BTreeSet<String>,
    /// The comment above it.
    pub comment: String,
}

impl Message {
    /// The longest wording, in characters without variables.
    pub fn longest(&self) -> usize {
        self.texts.iter().map(|text| text.chars().count()).max().unwrap_or_default()
    }
}

pub type Catalogue = BTreeMap<String, Message>;

pub fn german() -> Catalogue {
    catalogue(Language::De)
}

pub fn formal() -> Catalogue {
    catalogue(Language::DeFormal)
}

/// The messages of one language, without those it falls back to. Fails on lines that are not Fluent, on an id that
/// stands twice, and on forms the bot does not use (terms, attributes, calls).
pub fn catalogue(language: Language) -> Catalogue {
    let mut messages = Catalogue::new();
    for (name, source) in files(language) {
        let place = format!("{}/{name}.ftl", language.code());
        let resource = parse(*source).unwrap_or_else(|(_, errors)| panic!("{place}: {errors:?}"));
        for entry in resource.body {
            match entry {
                Entry::Message(message) => {
                    let id = message.id.name.to_owned();
                    assert!(message.attributes.is_empty(), "{place}: {id} has attributes");
                    let value = message.value.unwrap_or_else(|| panic!("{place}: {id} has no text"));
                    let mut vars = BTreeSet::new();
                    let texts = wordings(&value, &mut vars);
                    let comment =
                        message.comment.map(|comment| comment.content.join("\n")).unwrap_or_default();
                    let before = messages.insert(id.clone(), Message { texts, vars, comment });
                    assert!(before.is_none(), "{place}: {id} stands twice");
                }
                Entry::Term(term) => panic!("{place}: -{} is a term", term.id.name),
                Entry::Junk { content } => panic!("{place}: not Fluent: {content}"),
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            }
        }
    }
    messages
}

fn wordings(pattern: &Pattern<&str>, vars: &mut BTreeSet<String>) -> Vec<String> {
    let mut texts = vec![String::new()];
    for element in &pattern.elements {
        let endings = match element {
            PatternElement::TextElement { value } => vec![(*value).to_owned()],
            PatternElement::Placeable { expression } => expressed(expression, vars),
        };
        texts = texts.iter().flat_map(|text| endings.iter().map(move |end| format!("{text}{end}"))).collect();
    }
    texts
}

fn expressed(expression: &Expression<&str>, vars: &mut BTreeSet<String>) -> Vec<String> {
    match expression {
        Expression::Inline(inline) => vec![in_line(inline, vars)],
        Expression::Select { selector, variants } => {
            in_line(selector, vars);
            variants.iter().flat_map(|variant| wordings(&variant.value, vars)).collect()
        }
    }
}

fn in_line(expression: &InlineExpression<&str>, vars: &mut BTreeSet<String>) -> String {
    match expression {
        InlineExpression::VariableReference { id } => {
            vars.insert(id.name.to_owned());
            String::new()
        }
        InlineExpression::StringLiteral { value } => (*value).to_owned(),
        other => panic!("the catalogues use variables and texts only, not {other:?}"),
    }
}
