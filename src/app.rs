//! Use cases: load, decide, save, with the outbox rows, in one transaction.
