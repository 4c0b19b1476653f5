//! Who has seen what: dots and version vectors.

use super::few::Few;

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
        for (device, counter) in other.iter() {
            self.observe(Dot { device, counter });
        }
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
        let mut vector = Self::new();
        for (device, counter) in pairs {
            vector.observe(Dot { device, counter });
        }
        vector
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    fn vector() -> impl Strategy<Value = VersionVector<u8>> {
        let counter = prop_oneof![9 => 0..4u64, 1 => Just(u64::MAX)];
        vec((0..4u8, counter), 0..6).prop_map(VersionVector::from_iter)
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
            let same = (0..4).all(|device| a.count(device) == b.count(device));
            prop_assert_eq!(same, a == b);
            prop_assert!(a.iter().all(|(_, counter)| counter > 0));
            prop_assert_eq!(VersionVector::from_iter(a.iter()), a);
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
