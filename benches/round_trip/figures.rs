//! Round trips in figures: percentiles, rate, and the ratio to those of a bare handler.

use std::time::Duration;

/// How long round trips took.
pub struct Figures {
    pub trips: Vec<Duration>,
    pub took: Duration,
}

impl Figures {
    fn at(&self, percent: usize) -> f64 {
        let mut sorted = self.trips.clone();
        sorted.sort_unstable();
        sorted[(sorted.len() * percent).div_ceil(100) - 1].as_secs_f64() * 1_000.0
    }

    fn rate(&self) -> f64 {
        f64::from(u32::try_from(self.trips.len()).unwrap()) / self.took.as_secs_f64()
    }

    pub fn print(&self, what: &str, bare: Option<&Self>) {
        let ratio = bare.map_or(String::new(), |bare| {
            format!("  {:>5.1}x p50  {:>5.1}x p99", self.at(50) / bare.at(50), self.at(99) / bare.at(99))
        });
        println!(
            "{what:<36} p50 {:>7.2} ms  p99 {:>7.2} ms  {:>6.0}/s{ratio}",
            self.at(50),
            self.at(99),
            self.rate()
        );
    }
}
