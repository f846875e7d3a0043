//! Tandem runs mentoring programmes inside a Discord server and keeps what is said there confidential.
//!
//! This file is the map of the house; ARCHITECTURE.md has the drawing and three walks through it.
//! Arrows point downwards only, and `tests/it/tidy.rs` holds them:
//!
//! ```text
//! cli ─► rehearsal ─► discord ─► scheduler ─► app ─► store ─► domain
//!   └─► config          ├─► locales            └─► clock
//!                       └─► charts (knows nothing of ours)
//!        sandbox: a local Discord that knows nothing of ours
//! ```

pub mod app;
pub mod charts;
pub mod cli;
pub mod clock;
pub mod config;
pub mod discord;
pub mod domain;
pub mod locales;
pub mod rehearsal;
pub mod sandbox;
pub mod scheduler;
pub mod store;
