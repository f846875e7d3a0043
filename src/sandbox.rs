//! A local Discord on loopback; it knows nothing of Tandem.
