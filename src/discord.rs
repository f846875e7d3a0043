//! All of serenity: what comes in (events, commands, presses), what goes out (replies, the outbox), and how an outcome
//! looks as a message. Rules live in `app` and `domain`; here they only get a face.

pub mod access;
pub mod again;
pub mod arrivals;
pub mod bot;
pub mod button;
pub mod checkup;
pub mod commands;
pub mod components;
pub mod connect;
pub mod download;
pub mod governor;
pub mod guilds;
pub mod http;
pub mod inbox;
pub mod lookup;
pub mod papers;
pub mod permissions;
pub mod posts;
pub mod pulse;
pub mod readers;
pub mod reply;
pub mod request;
pub mod respond;
pub mod sender;
pub mod service;
#[cfg(test)]
pub(crate) mod testing;
pub mod view;
pub mod words;
