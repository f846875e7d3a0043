//! One round: the largest set of pairs in which nobody is twice, and in which whoever comes first in an order has a partner
//! before whoever comes later. People who are both mentor and mentee make this a matching in any graph, not only between
//! two sides, so odd circles are shrunk as Edmonds does. The sets of people that some matching covers are a matroid; that
//! is why taking people in, one after another, is enough for the best order.

use std::collections::VecDeque;

/// Nobody.
const NONE: usize = usize::MAX;

/// Who has whom: `may(i, j)` says whether two of `size` people may meet, `order` names all of them, first come first
/// served, and there are at most `most` pairs.
#[must_use]
pub fn cover(
    size: usize,
    order: &[usize],
    most: usize,
    may: &dyn Fn(usize, usize) -> bool,
) -> Vec<Option<usize>> {
    let mut search = Search {
        may,
        order,
        rank: vec![0; size],
        mate: vec![NONE; size],
        parent: vec![NONE; size],
        base: (0..size).collect(),
        outer: vec![false; size],
        done: vec![false; size],
        taken: vec![false; size],
    };
    for (rank, person) in order.iter().enumerate() {
        search.rank[*person] = rank;
    }
    let mut pairs = 0;
    for root in order {
        if search.mate[*root] == NONE {
            match search.from(*root, pairs < most) {
                Found::Free(end) => {
                    search.turn(end);
                    pairs += 1;
                }
                Found::Later(person) => {
                    // They give their place to somebody who comes before them.
                    let end = search.mate[person];
                    search.mate[person] = NONE;
                    search.turn(end);
                }
                Found::Nobody => {
                    search.close();
                    continue;
                }
            }
        }
        search.taken[*root] = true;
    }
    search.mate.into_iter().map(|mate| (mate != NONE).then_some(mate)).collect()
}

/// Where a way of alternate pairs from somebody without a partner ends.
enum Found {
    /// At somebody else without one.
    Free(usize),
    /// At somebody who has one and comes later in the order.
    Later(usize),
    /// Nowhere.
    Nobody,
}

struct Search<'a> {
    may: &'a dyn Fn(usize, usize) -> bool,
    order: &'a [usize],
    rank: Vec<usize>,
    mate: Vec<usize>,
    parent: Vec<usize>,
    /// By whom a shrunk circle is known.
    base: Vec<usize>,
    /// Reached over an even number of steps.
    outer: Vec<bool>,
    /// Part of a search that ended nowhere: no later one ends anywhere through them.
    done: Vec<bool>,
    /// Those who have a partner and keep one.
    taken: Vec<bool>,
}

impl Search<'_> {
    fn from(&mut self, root: usize, free: bool) -> Found {
        self.parent.fill(NONE);
        self.outer.fill(false);
        for (person, base) in self.base.iter_mut().enumerate() {
            *base = person;
        }
        self.outer[root] = true;
        let mut queue = VecDeque::from([root]);
        while let Some(at) = queue.pop_front() {
            for &to in self.order {
                if self.done[to]
                    || self.base[at] == self.base[to]
                    || self.mate[at] == to
                    || !(self.may)(at, to)
                {
                    continue;
                }
                let mate = self.mate[to];
                if to == root || (mate != NONE && self.parent[mate] != NONE) {
                    self.shrink(at, to, &mut queue);
                } else if self.parent[to] == NONE && (mate != NONE || free) {
                    self.parent[to] = at;
                    if mate == NONE {
                        return Found::Free(to);
                    }
                    self.outer[mate] = true;
                    queue.push_back(mate);
                }
            }
        }
        let later = (0..self.mate.len())
            .filter(|person| self.outer[*person] && self.mate[*person] != NONE && !self.taken[*person]);
        later.max_by_key(|person| self.rank[*person]).map_or(Found::Nobody, Found::Later)
    }

    /// The nearest circle that two outer people have in common on their ways back to the root.
    fn common(&self, one: usize, other: usize) -> usize {
        let mut passed = vec![false; self.mate.len()];
        let mut at = self.base[one];
        loop {
            passed[at] = true;
            if self.mate[at] == NONE {
                break;
            }
            at = self.base[self.parent[self.mate[at]]];
        }
        let mut at = self.base[other];
        while !passed[at] {
            at = self.base[self.parent[self.mate[at]]];
        }
        at
    }

    fn shrink(&mut self, one: usize, other: usize, queue: &mut VecDeque<usize>) {
        let base = self.common(one, other);
        let mut inside = vec![false; self.mate.len()];
        for (start, across) in [(one, other), (other, one)] {
            let (mut at, mut child) = (start, across);
            while self.base[at] != base {
                let mate = self.mate[at];
                inside[self.base[at]] = true;
                inside[self.base[mate]] = true;
                self.parent[at] = child;
                child = mate;
                at = self.parent[mate];
            }
        }
        for person in 0..self.mate.len() {
            if inside[self.base[person]] {
                self.base[person] = base;
                if !self.outer[person] {
                    self.outer[person] = true;
                    queue.push_back(person);
                }
            }
        }
    }

    /// Exchanges pairs and gaps along the way that ends there.
    fn turn(&mut self, end: usize) {
        let mut at = end;
        while at != NONE {
            let before = self.parent[at];
            let next = self.mate[before];
            self.mate[at] = before;
            self.mate[before] = at;
            at = next;
        }
    }

    fn close(&mut self) {
        for person in 0..self.mate.len() {
            self.done[person] |= self.outer[person] || self.parent[person] != NONE;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(found: &[Option<usize>]) -> usize {
        found.iter().flatten().count() / 2
    }

    /// The largest number of pairs among `left`, by trying everything.
    fn most_pairs(edges: &[Vec<bool>], left: u32) -> usize {
        let Some(first) = (0..edges.len()).find(|one| left & (1 << one) != 0) else { return 0 };
        let rest = left & !(1 << first);
        let partners = (0..edges.len()).filter(|other| rest & (1 << other) != 0 && edges[first][*other]);
        partners
            .map(|other| 1 + most_pairs(edges, rest & !(1 << other)))
            .max()
            .unwrap_or(0)
            .max(most_pairs(edges, rest))
    }

    /// Whether some matching gives all of these a partner (and whom else it likes).
    fn covers(edges: &[Vec<bool>], wanted: u32, left: u32) -> bool {
        let Some(first) = (0..edges.len()).find(|one| wanted & left & (1 << one) != 0) else { return true };
        let rest = left & !(1 << first);
        (0..edges.len()).any(|other| {
            rest & (1 << other) != 0 && edges[first][other] && covers(edges, wanted, rest & !(1 << other))
        })
    }

    #[test]
    fn as_many_as_can_have_a_partner_and_the_first_in_the_order_before_the_others() {
        let mut rng = fastrand::Rng::with_seed(22);
        for case in 0..3_000 {
            let size = rng.usize(1..11);
            let density = rng.usize(1..10);
            let mut edges = vec![vec![false; size]; size];
            for (one, other) in (0..size).flat_map(|one| (0..one).map(move |other| (one, other))) {
                let may = rng.usize(0..10) < density;
                edges[one][other] = may;
                edges[other][one] = may;
            }
            let mut order: Vec<usize> = (0..size).collect();
            rng.shuffle(&mut order);
            let found = cover(size, &order, usize::MAX, &|one, other| edges[one][other]);
            for (one, mate) in found.iter().enumerate() {
                let Some(mate) = *mate else { continue };
                assert!(edges[one][mate] && found[mate] == Some(one), "case {case}");
            }
            let everybody = (1 << size) - 1;
            assert_eq!(pairs(&found), most_pairs(&edges, everybody), "case {case}: {edges:?}");
            let mut wanted = 0;
            for one in &order {
                let more = wanted | (1 << one);
                let possible = covers(&edges, more, everybody);
                assert_eq!(found[*one].is_some(), possible, "case {case}: {one} of {order:?} in {edges:?}");
                if possible {
                    wanted = more;
                }
            }
        }
    }

    #[test]
    fn there_are_no_more_pairs_than_rooms_and_the_first_in_the_order_have_them() {
        let order = [5, 4, 3, 2, 1, 0];
        let across = |one: usize, other: usize| (one < 3) != (other < 3);
        for most in 0..4 {
            assert_eq!(pairs(&cover(6, &order, most, &across)), most);
        }
        let two = cover(6, &order, 2, &across);
        assert!(two[5].is_some() && two[4].is_some() && two[3].is_none());
    }
}
