//! Reads request bodies as strictly as Discord does and says what is wrong with each field.
//!
//! Lengths and counts are checked here, so that refusals carry Discord's tree; what has passed is parsed once more
//! with the models of twilight, which no client under test shares, so that no malformed object gets into the world.

pub mod channel;
pub mod command;
pub mod component;
pub mod embed;
pub mod form;
pub mod mentions;
pub mod message;
pub mod modal;
