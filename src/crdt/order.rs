//! Putting things in order with little code. The standard library's sort is compiled anew for each type,
//! at 3 to 4 kB each, and collecting into a map or a set sorts first. Here the sorting itself is
//! compiled once, over places; what is sorted here is short.

use std::cmp::Ordering;

/// What can be put in order. Like things stay as they stand.
pub trait InOrder<T> {
    /// Puts the things in the order that `compare` gives.
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// Puts the things in the order of their keys.
    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }

    /// Puts the things in their own order.
    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(Ord::cmp);
    }
}

impl<T> InOrder<T> for [T] {
    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let mut places = places(self.len(), &mut |a, b| match (self.get(a), self.get(b)) {
            (Some(a), Some(b)) => compare(a, b),
            (a, b) => a.is_some().cmp(&b.is_some()),
        });
        for at in 0..self.len() {
            while let Some(&place) = places.get(at).filter(|place| **place != at) {
                self.swap(at, place);
                places.swap(at, place);
            }
        }
    }
}

/// The place of each of so many things, once they are in order.
fn places(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut from: Vec<usize> = (0..count).collect();
    let mut into = from.clone();
    let mut run = 1;
    while run < count {
        for (pair, out) in from.chunks(2 * run).zip(into.chunks_mut(2 * run)) {
            let (left, right) = pair.split_at(run.min(pair.len()));
            merge(left, right, out, compare);
        }
        std::mem::swap(&mut from, &mut into);
        run *= 2;
    }
    for (place, thing) in from.into_iter().enumerate() {
        if let Some(of_thing) = into.get_mut(thing) {
            *of_thing = place;
        }
    }
    into
}

/// Merges two runs that are in order.
fn merge(
    left: &[usize],
    right: &[usize],
    out: &mut [usize],
    compare: &mut dyn FnMut(usize, usize) -> Ordering,
) {
    let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
    for place in out {
        let next = match (left.peek(), right.peek()) {
            (Some(&&a), Some(&&b)) if compare(a, b).is_gt() => right.next(),
            (Some(_), _) => left.next(),
            (None, _) => right.next(),
        };
        *place = next.copied().unwrap_or_default();
    }
}

/// What can be gathered one by one, without being sorted first.
pub trait Gather: Iterator + Sized {
    /// Gathers everything.
    fn gather<C: Default + Extend<Self::Item>>(self) -> C {
        let mut all = C::default();
        all.extend(self);
        all
    }
}

impl<I: Iterator> Gather for I {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_the_order_of_the_standard_library(things: Vec<(u8, u16)>) {
            let (mut here, mut there) = (things.clone(), things.clone());
            here.order_by_key(|(key, _)| key % 8);
            there.sort_by_key(|(key, _)| key % 8);
            prop_assert_eq!(&here, &there);
            here.order();
            there.sort();
            prop_assert_eq!(here, there);
            let gathered: std::collections::BTreeMap<u8, u16> = things.iter().copied().gather();
            prop_assert_eq!(gathered, things.into_iter().collect());
        }
    }
}
