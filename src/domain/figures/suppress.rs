//! The one suppression function. Every figure about the inside of tandems passes here or is not shown.

/// How many must contribute before a figure is shown: 5, or more where a programme raised it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct K(u32);

impl K {
    /// The least that any programme can have (PRODUCT.md, third promise).
    pub const LEAST: Self = Self(5);

    /// A programme's *k*; `None` below 5.
    #[must_use]
    pub fn new(k: u32) -> Option<Self> {
        (k >= Self::LEAST.0).then_some(Self(k))
    }

    /// The number.
    #[must_use]
    pub fn get(self) -> u32 {
        self.0
    }
}

/// The threshold and the attacker it is meant for.
#[derive(Debug, Clone, Copy)]
pub struct Guard {
    k: usize,
    insiders: usize,
}

impl Guard {
    /// The guard of a programme: its *k*, and two contributors who tell (rule P9).
    #[must_use]
    pub fn new(k: K) -> Self {
        Self { k: k.0 as usize, insiders: 2 }
    }

    /// The same where two insiders know more than two of the rows, because somebody has several tandems: what is taken
    /// away then is all that they can know. It follows from who is paired with whom, never from what they did.
    #[must_use]
    pub fn knowing(self, rows: usize) -> Self {
        Self { insiders: self.insiders.max(rows), ..self }
    }

    /// A guard against fewer insiders, to search small worlds exhaustively.
    #[cfg(test)]
    pub(super) fn small(k: usize, insiders: usize) -> Self {
        Self { k, insiders }
    }

    pub(super) fn k(self) -> usize {
        self.k
    }

    /// How many must be there, whatever they do, so that insiders who did nothing do not learn that all others did: neither
    /// because so few others are there, nor because beside so many idle ones of their own no other could be idle.
    #[must_use]
    pub fn needed(self) -> usize {
        (self.k + self.insiders + 1).max(2 * self.insiders + 3)
    }

    /// Whether a sum over these contributions may be shown. One value for each who was there, zeros included.
    #[must_use]
    pub fn lets_pass(self, values: &[u32]) -> bool {
        let given = || values.iter().filter(|value| **value > 0);
        let (contributed, silent) = (given().count(), values.len() - given().count());
        let counts_heads = given().min() == given().max();
        values.len() >= self.needed()
            && contributed >= self.k
            && self.differ(values, 1)
            && !(counts_heads && silent < self.k)
    }

    /// Whether these values still differ after the insiders and so many more are taken away.
    pub(super) fn differ<T: Copy + Ord>(self, values: &[T], margin: usize) -> bool {
        let mut sorted = values.to_vec();
        sorted.sort_unstable();
        let largest = sorted.chunk_by(|a, b| a == b).map(<[T]>::len).max().unwrap_or_default();
        values.len() - largest > self.insiders + margin
    }
}

/// How many of these tandems the two people know who know most: for each, whom it has as its two.
#[must_use]
pub fn rows_of_two<P: Copy + Ord>(pairs: &[[P; 2]]) -> usize {
    let mut people: Vec<P> = pairs.iter().flatten().copied().collect();
    people.sort_unstable();
    people.dedup();
    let of = |person: P| pairs.iter().filter(move |pair| pair.contains(&person)).count();
    let mut known: Vec<(usize, P)> = people.into_iter().map(|person| (of(person), person)).collect();
    known.sort_unstable_by(|one, other| other.cmp(one));
    let mut most = 0;
    for (at, (first, one)) in known.iter().enumerate() {
        for (second, other) in known.iter().skip(at + 1) {
            if first + second <= most {
                break;
            }
            let both = pairs.iter().filter(|pair| pair.contains(one) && pair.contains(other)).count();
            most = most.max(first + second - both);
        }
    }
    most
}
