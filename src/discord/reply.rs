//! How a request is answered. There is no public answer: what belongs to both is posted by the bot (P2).

use super::view::{Form, View};
use crate::app::Debt;

/// An answer that only the asker sees.
#[derive(Debug)]
pub enum Reply {
    /// A new private reply.
    Private(View),
    /// Replaces the private reply whose button was pressed.
    Update(View),
    /// Opens a form.
    Modal(Form),
    /// Suggestions for the option being typed: value and label.
    Choices(Vec<(String, String)>),
    /// Nothing: this very request was answered before.
    Nothing,
}

/// An answer, with what to settle once it has arrived.
#[derive(Debug)]
pub struct Answer {
    /// What the asker sees.
    pub reply: Reply,
    /// What is owed until then.
    pub debt: Option<Debt>,
}

impl From<Reply> for Answer {
    fn from(reply: Reply) -> Self {
        Self { reply, debt: None }
    }
}

impl From<View> for Answer {
    fn from(view: View) -> Self {
        Reply::Private(view).into()
    }
}
