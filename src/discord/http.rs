//! What an answer of Discord means for us. Errors become one of a few kinds by status and code; bodies and addresses
//! never reach the log (P11).

use serenity::http::HttpError;

/// What went wrong with a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// What it was about no longer exists (10003, 10004, 10008 …).
    Gone(isize),
    /// We may not (50001, 50013 …).
    Forbidden(isize),
    /// A capacity of the server is used up (30013 …).
    Full(isize),
    /// Too fast: nothing has happened.
    TooFast,
    /// Discord refuses the request itself: our mistake.
    Refused(u16, isize),
    /// The token is refused.
    Unauthorized,
    /// Nobody knows whether it has happened: a lost connection, a timeout, a 5xx.
    InDoubt,
}

impl Failure {
    /// Whether a later try may succeed without anybody's help.
    #[must_use]
    pub const fn passes(self) -> bool {
        matches!(self, Self::TooFast | Self::InDoubt)
    }

    /// The cause in one word and number, for the log and for the digest: never a body.
    #[must_use]
    pub fn cause(self) -> String {
        match self {
            Self::Gone(code) => format!("gone-{code}"),
            Self::Forbidden(code) => format!("forbidden-{code}"),
            Self::Full(code) => format!("full-{code}"),
            Self::TooFast => "too-fast".to_owned(),
            Self::Refused(status, code) => format!("refused-{status}-{code}"),
            Self::Unauthorized => "unauthorized".to_owned(),
            Self::InDoubt => "in-doubt".to_owned(),
        }
    }
}

impl From<&serenity::Error> for Failure {
    fn from(error: &serenity::Error) -> Self {
        let serenity::Error::Http(HttpError::UnsuccessfulRequest(answer)) = error else {
            return match error {
                // The answer came and could not be read: it has happened, but what exactly has to be looked up.
                serenity::Error::Http(_) | serenity::Error::Json(_) | serenity::Error::Io(_) => Self::InDoubt,
                _ => Self::Refused(0, 0),
            };
        };
        let (status, code) = (answer.status_code.as_u16(), answer.error.code);
        match (status, code) {
            (429, _) => Self::TooFast,
            (401, _) => Self::Unauthorized,
            (_, 30001..=30061) => Self::Full(code),
            (_, 10000..=10099) | (404, _) => Self::Gone(code),
            (403, _) => Self::Forbidden(code),
            (500.., _) => Self::InDoubt,
            _ => Self::Refused(status, code),
        }
    }
}
