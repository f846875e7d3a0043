//! Files that people upload with a command, fetched from where Discord keeps them.

use std::time::Duration;

use crate::discord::request::Upload;
use crate::domain::refusal::Refusal;

/// While a file is fetched, whatever else is asked in its channel waits (decision: so long nobody minds).
const PATIENCE: Duration = Duration::from_secs(10);

/// Fetches an upload, of which no more than `most` bytes are read. The address comes from Discord itself, is a secret of
/// whoever sent the file, and would be named by the error.
///
/// # Errors
/// [`Refusal::FileNotThere`], or `too_large`.
pub async fn fetched(upload: &Upload, most: usize, too_large: Refusal) -> Result<Vec<u8>, Refusal> {
    if upload.size > most {
        return Err(too_large);
    }
    let gone = |_| Refusal::FileNotThere;
    let client = reqwest::Client::builder().timeout(PATIENCE).build().map_err(gone)?;
    let answer = client.get(&upload.url).send().await.and_then(reqwest::Response::error_for_status);
    let mut answer = answer.map_err(gone)?;
    let mut bytes = Vec::new();
    while let Some(part) = answer.chunk().await.map_err(gone)? {
        bytes.extend_from_slice(&part);
        if bytes.len() > most {
            return Err(too_large);
        }
    }
    Ok(bytes)
}
