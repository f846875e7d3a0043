//! The catalogues: typed keys become text in a person's language.
