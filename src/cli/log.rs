//! The log: our own targets alone, because serenity's spans carry tokens and bodies (P11).

use std::fs::File;
use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};

use tracing::{Level, Subscriber};
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::time::FormatTime;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::clock::Clock;

struct Time(Arc<dyn Clock>);

impl FormatTime for Time {
    fn format_time(&self, writer: &mut Writer<'_>) -> std::fmt::Result {
        write!(writer, "{}", self.0.now().format("%Y-%m-%dT%H:%M:%S%.3fZ"))
    }
}

/// Only what we write ourselves, at `level` and above.
fn allowed(level: Level) -> Targets {
    Targets::new().with_target("tandem", level)
}

/// Logs to standard error.
pub fn to_stderr(clock: Arc<dyn Clock>, verbose: bool) {
    let level = if verbose { Level::DEBUG } else { Level::INFO };
    let layer = tracing_subscriber::fmt::layer()
        .with_timer(Time(clock))
        .with_ansi(false)
        .with_writer(std::io::stderr);
    tracing_subscriber::registry().with(allowed(level)).with(layer).init();
}

/// Writes the log into a file.
#[must_use]
pub fn file(clock: Arc<dyn Clock>, file: File, level: Level) -> impl Subscriber + Send + Sync + 'static {
    let file = Arc::new(Mutex::new(file));
    let layer = tracing_subscriber::fmt::layer()
        .with_timer(Time(clock))
        .with_ansi(false)
        .with_writer(move || Shared(Arc::clone(&file)));
    tracing_subscriber::registry().with(allowed(level)).with(layer)
}

struct Shared(Arc<Mutex<File>>);

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).flush()
    }
}
