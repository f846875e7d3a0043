//! The one integration-test binary: each module is a part of the house seen from outside.
