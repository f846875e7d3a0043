//! Round trip of commands, beside a bare serenity handler in the same run.

fn main() {}
