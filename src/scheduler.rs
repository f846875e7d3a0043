//! What is due, and when it is due next.
