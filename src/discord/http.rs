//! What an answer of Discord means for us. Errors become one of a few kinds by status and code; bodies and addresses
//! never reach the log (P11). Headers tell how much is left of a limit (C6).

use chrono::Duration;
use reqwest::header::HeaderMap;
use serenity::http::HttpError;

/// For how long nothing is left in the bucket that an answer's headers speak of; `None` while something is left.
#[must_use]
pub fn exhausted(headers: &HeaderMap) -> Option<Duration> {
    let header = |name: &str| headers.get(name)?.to_str().ok()?.parse::<f64>().ok();
    let (left, seconds) = (header("x-ratelimit-remaining")?, header("x-ratelimit-reset-after")?);
    if left > 0.0 {
        return None;
    }
    // Rounded up: a moment too early is a 429.
    Duration::from_std(std::time::Duration::try_from_secs_f64(seconds).ok()?).ok().map(whole_milliseconds)
}

fn whole_milliseconds(wait: Duration) -> Duration {
    let whole = Duration::milliseconds(wait.num_milliseconds());
    if whole < wait { whole + Duration::milliseconds(1) } else { whole }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(left: &str, reset_after: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert("x-ratelimit-remaining", left.parse().unwrap());
        headers.insert("x-ratelimit-reset-after", reset_after.parse().unwrap());
        headers
    }

    #[test]
    fn an_answer_tells_for_how_long_nothing_is_left() {
        assert_eq!(exhausted(&answer("0", "0.250")), Some(Duration::milliseconds(250)));
        assert_eq!(exhausted(&answer("0", "4.9991")), Some(Duration::milliseconds(5_000)));
        assert_eq!(exhausted(&answer("1", "0.250")), None);
        assert_eq!(exhausted(&answer("0", "soon")), None);
        assert_eq!(exhausted(&answer("0", "-1")), None);
        assert_eq!(exhausted(&HeaderMap::new()), None);
    }
}
