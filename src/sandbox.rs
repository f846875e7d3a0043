//! A local Discord on loopback, good enough for an unmodified client; it knows nothing of Tandem.
//!
//! `state` holds the world, `rest` changes it as the bot asks, `people` as a person would, and `gateway`
//! tells the bot. Every change happens under one lock, so an effect is whole even when its request is cut off.

pub mod clock;
pub mod connection;
pub mod error;
pub mod faults;
pub mod gateway;
pub mod ids;
pub mod limits;
pub mod permissions;
pub mod record;
pub mod shared;
pub mod state;
