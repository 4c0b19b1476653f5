//! Who has seen what: dots and version vectors.

use super::few::Few;
use super::order::InOrder;

/// One write: the `counter`-th write of `device` to one record.
///
/// Counters start at 1; a dot with counter 0 names no write and counts as seen by everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dot<D> {
    /// The device that wrote.
    pub device: D,
    /// Which of that device's writes to the record this was, counted from 1.
    pub counter: u64,
}

/// For every device, how many of its writes to one record have been seen.
///
/// A device that is absent has been seen 0 times; zero counters are never stored and the devices
/// are sorted, so equal knowledge is equal data.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VersionVector<D: Ord>(Few<(D, u64)>);

impl<D> Dot<D> {
    /// The highest counter a write may have: the last whole number that every reader of JSON
    /// keeps exactly, 2^53 - 1. What reads foreign files refuses more than this.
    pub const LAST: u64 = (1 << 53) - 1;

    /// The same write; the device's first, if it names none.
    pub(super) fn at_least_first(self) -> Self {
        Self { device: self.device, counter: self.counter.max(1) }
    }
}

impl<D: Ord> Default for VersionVector<D> {
    fn default() -> Self {
        Self(Few::none())
    }
}

impl<D: Ord + Copy> VersionVector<D> {
    /// The vector that has seen nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many writes of `device` have been seen.
    pub fn count(&self, device: D) -> u64 {
        self.place(device).ok().and_then(|at| self.0.get(at)).map_or(0, |(_, counter)| *counter)
    }

    /// Whether the write `dot` has been seen.
    pub fn contains(&self, dot: Dot<D>) -> bool {
        dot.counter <= self.count(dot.device)
    }

    /// Whether every write seen by `other` has been seen here too.
    pub fn covers(&self, other: &Self) -> bool {
        self == other || other.iter().all(|(device, counter)| counter <= self.count(device))
    }

    /// Marks `dot`, and every earlier write of its device, as seen.
    pub fn observe(&mut self, dot: Dot<D>) {
        match self.place(dot.device) {
            Ok(at) => {
                if let Some((_, counter)) = self.0.as_mut_slice().get_mut(at) {
                    *counter = dot.counter.max(*counter);
                }
            }
            Err(_) if dot.counter == 0 => {}
            Err(at) => self.0.insert(at, (dot.device, dot.counter)),
        }
    }

    /// Takes over everything that `other` has seen.
    pub fn join(&mut self, other: &Self) {
        if other.len() <= FEW {
            for (device, counter) in other.iter() {
                self.observe(Dot { device, counter });
            }
            return;
        }
        let mut joined = Vec::with_capacity(self.len() + other.len());
        let (mut mine, mut theirs) = (self.iter().peekable(), other.iter().peekable());
        while let (Some(a), Some(b)) = (mine.peek(), theirs.peek()) {
            let order = a.0.cmp(&b.0);
            joined.push(if order.is_eq() { *a.max(b) } else { *a.min(b) });
            mine.next_if(|_| order.is_le());
            theirs.next_if(|_| order.is_ge());
        }
        joined.extend(mine.chain(theirs));
        self.0 = joined.into();
    }

    /// The devices seen and the number of their writes, in device order.
    pub fn iter(&self) -> impl Iterator<Item = (D, u64)> + '_ {
        self.0.iter().copied()
    }

    /// Where a device stands, or where it would.
    fn place(&self, device: D) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.cmp(&device))
    }

    /// How many devices have been seen.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing has been seen.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<D: Ord + Copy> FromIterator<(D, u64)> for VersionVector<D> {
    fn from_iter<I: IntoIterator<Item = (D, u64)>>(pairs: I) -> Self {
        let mut pairs = pairs.into_iter();
        let mut vector = Self::new();
        for (device, counter) in pairs.by_ref().take(FEW) {
            vector.observe(Dot { device, counter });
        }
        // Putting many into a list one by one takes a time that grows with the square of their number,
        // and a file may name a million.
        loop {
            // So many at a time that few are held twice, and that each is looked at few times.
            let most = vector.len().max(SOME);
            let mut many: Vec<(D, u64)> =
                pairs.by_ref().filter(|(_, counter)| *counter > 0).take(most).collect();
            if many.is_empty() {
                break;
            }
            // The highest counter of a device comes first, and stays.
            many.order_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
            many.dedup_by(|later, earlier| later.0 == earlier.0);
            vector.join(&Self(many.into()));
        }
        vector
    }
}

impl<D: Ord + Copy> FromIterator<Dot<D>> for VersionVector<D> {
    fn from_iter<I: IntoIterator<Item = Dot<D>>>(dots: I) -> Self {
        dots.into_iter().map(|dot| (dot.device, dot.counter)).collect()
    }
}

/// Up to so many devices are taken over one by one.
const FEW: usize = 8;
/// So many are put in order at once, at least.
const SOME: usize = 1_000;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    /// Of few devices, or of more than are taken over one by one.
    fn vector() -> impl Strategy<Value = VersionVector<u8>> {
        let counter = || prop_oneof![9 => 0..4u64, 1 => Just(u64::MAX)];
        prop_oneof![vec((0..4u8, counter()), 0..6), vec((0..40u8, counter()), 0..40)]
            .prop_map(VersionVector::from_iter)
    }

    fn joined(mut a: VersionVector<u8>, b: &VersionVector<u8>) -> VersionVector<u8> {
        a.join(b);
        a
    }

    proptest! {
        #[test]
        fn joining_is_a_least_upper_bound(a in vector(), b in vector(), c in vector()) {
            let ab = joined(a.clone(), &b);
            prop_assert_eq!(&ab, &joined(b.clone(), &a));
            prop_assert_eq!(joined(ab.clone(), &c), joined(a.clone(), &joined(b.clone(), &c)));
            prop_assert_eq!(&joined(a.clone(), &a), &a);
            prop_assert!(ab.covers(&a) && ab.covers(&b));
            prop_assert!(!(c.covers(&a) && c.covers(&b)) || c.covers(&ab));
            prop_assert_eq!(a.covers(&b), ab == a);
        }

        #[test]
        fn equal_knowledge_is_equal_data(a in vector(), b in vector()) {
            let same = (0..40).all(|device| a.count(device) == b.count(device));
            prop_assert_eq!(same, a == b);
            prop_assert!(a.iter().all(|(_, counter)| counter > 0));
            prop_assert_eq!(VersionVector::from_iter(a.iter()), a);
        }

        #[test]
        fn many_writes_at_once_are_seen_as_one_by_one(
            pairs in vec((0..40u8, 0..9u64), 0..80)
        ) {
            let mut one_by_one = VersionVector::new();
            for (device, counter) in &pairs {
                one_by_one.observe(Dot { device: *device, counter: *counter });
            }
            prop_assert_eq!(VersionVector::from_iter(pairs), one_by_one);
        }
    }

    #[test]
    fn an_observed_write_implies_the_earlier_ones_of_its_device_alone() {
        let mut vector = VersionVector::new();
        vector.observe(Dot { device: 1u8, counter: 3 });
        assert!(vector.contains(Dot { device: 1, counter: 2 }));
        assert!(!vector.contains(Dot { device: 1, counter: 4 }));
        assert!(!vector.contains(Dot { device: 2, counter: 1 }));
        vector.observe(Dot { device: 1, counter: 2 });
        assert_eq!(vector.count(1), 3);
    }
}
