//! A request's body, read whole: JSON, or a multipart form with JSON and files.

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use serde_json::Value;

use crate::sandbox::error::{self, ApiError};

/// The largest request that is read: Discord takes 25 MiB.
pub const LARGEST: usize = 25 * 1024 * 1024;

/// Body and files of a request.
#[derive(Clone, Debug, Default)]
pub struct Payload {
    /// The JSON body; null where there is none.
    pub body: Value,
    /// The files, in order.
    pub uploads: Vec<Upload>,
    /// Why the body could not be read.
    pub broken: Option<ApiError>,
}

/// One uploaded file.
#[derive(Clone, Debug)]
pub struct Upload {
    /// The number of its part, `n` of `files[n]`.
    pub number: u64,
    /// Its name.
    pub filename: String,
    /// Its media type, if it was given.
    pub content_type: Option<String>,
    /// What is in it.
    pub bytes: Bytes,
}

/// Reads a body that has arrived whole.
pub async fn read(parts: &Parts, bytes: Bytes) -> Payload {
    let kind = parts.headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let result = if bytes.is_empty() {
        Ok(Payload::default())
    } else if kind.starts_with("multipart/form-data") {
        let mut request = Request::new(Body::from(bytes));
        *request.headers_mut() = parts.headers.clone();
        multipart(request).await
    } else {
        serde_json::from_slice(&bytes)
            .map(|body| Payload { body, ..Payload::default() })
            .map_err(|_| error::invalid_json())
    };
    result.unwrap_or_else(|broken| Payload { broken: Some(broken), ..Payload::default() })
}

async fn multipart(request: Request) -> Result<Payload, ApiError> {
    let broken = |_| error::invalid_json();
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| error::invalid_json())?;
    let mut made = Payload::default();
    while let Some(field) = form.next_field().await.map_err(broken)? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "payload_json" {
            let text = field.bytes().await.map_err(broken)?;
            made.body = serde_json::from_slice(&text).map_err(|_| error::invalid_json())?;
            continue;
        }
        let Some(filename) = field.file_name().map(str::to_owned) else { continue };
        let content_type = field.content_type().map(str::to_owned);
        let number = name.strip_prefix("files[").and_then(|rest| rest.strip_suffix(']')?.parse().ok());
        let number = number.unwrap_or(made.uploads.len() as u64);
        let bytes = field.bytes().await.map_err(broken)?;
        made.uploads.push(Upload { number, filename, content_type, bytes });
    }
    if made.body.is_null() && !made.uploads.is_empty() {
        made.body = Value::Object(serde_json::Map::new());
    }
    Ok(made)
}
