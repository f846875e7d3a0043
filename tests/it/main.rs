//! The one integration-test binary: each module is a part of the house seen from outside.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod attacker;
mod backup;
mod bad_input;
mod catalogue;
mod cli;
mod company;
mod doctor;
mod enrol;
mod faults;
mod first_life;
mod healing;
mod kill;
mod leaver;
mod limiter;
mod matrix;
mod meetings;
mod meetup;
mod openapi;
mod opening;
mod pace;
mod partners;
mod play;
mod privacy;
mod random_people;
mod rehearsal;
mod sandbox_gateway;
mod sandbox_rest;
mod tidy;
mod unnamed;
mod whole;
mod year;
