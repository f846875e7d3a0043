//! Time that is handed in.
