//! Environment and file become one validated value, once.
