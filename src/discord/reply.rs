//! How a request is answered. There is no public answer: what belongs to both is posted by the bot (P2).

use std::sync::Arc;

use futures::future::BoxFuture;

use super::bot::Bot;
use super::request::Token;
use super::view::{Form, View};
use crate::app::Debt;
use crate::clock::Working;
use crate::store::Result;

/// An answer that only the asker sees.
#[derive(Debug)]
pub enum Reply {
    /// A new private reply.
    Private(View),
    /// Replaces the private reply whose button was pressed.
    Update(View),
    /// A new private reply that says what is being done; when it is done, the result takes its place.
    Long(View, Work),
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

/// What is done after the answer, because it takes longer than an answer may. It must be harmless to lose: a restart ends
/// it, and the asker asks again (C4).
pub struct Work(Box<dyn FnOnce(Arc<Progress>) -> BoxFuture<'static, Result<View>> + Send>);

impl Work {
    /// Work that returns what takes the place of the answer.
    pub fn new(
        work: impl FnOnce(Arc<Progress>) -> BoxFuture<'static, Result<View>> + Send + 'static,
    ) -> Self {
        Self(Box::new(work))
    }

    /// Begins it.
    #[must_use]
    pub fn begin(self, progress: Arc<Progress>) -> BoxFuture<'static, Result<View>> {
        (self.0)(progress)
    }
}

impl std::fmt::Debug for Work {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Work(…)")
    }
}

/// By which work under way says how far it is.
pub struct Progress {
    /// The bot it is done by.
    pub bot: Arc<Bot>,
    /// By which the answer is found.
    pub token: Token,
    /// The work itself: while it lives the process is busy, unless it waits for a moment.
    pub working: Working,
}

impl Progress {
    /// Shows something in place of the answer. That it does not arrive holds nothing up.
    pub async fn show(&self, view: &View) {
        super::respond::replace(&self.bot, &self.token, view).await;
    }
}
