//! A list of which there is nearly always one: that one needs no memory besides the list itself.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

/// A list. Equal elements make equal lists, however they are kept.
#[derive(Clone)]
pub(super) enum Few<T> {
    One(T),
    /// Any number, one included.
    Many(Vec<T>),
}

impl<T> Few<T> {
    pub(super) const fn none() -> Self {
        Self::Many(Vec::new())
    }

    /// Puts an element in at a place, with those from there on behind it.
    pub(super) fn insert(&mut self, at: usize, element: T) {
        if self.is_empty() {
            *self = Self::One(element);
            return;
        }
        let mut list = std::mem::replace(self, Self::none()).into_vec();
        list.insert(at, element);
        *self = Self::Many(list);
    }

    pub(super) fn as_mut_slice(&mut self) -> &mut [T] {
        match self {
            Self::One(only) => std::slice::from_mut(only),
            Self::Many(list) => list,
        }
    }

    pub(super) fn into_vec(self) -> Vec<T> {
        match self {
            Self::One(only) => vec![only],
            Self::Many(list) => list,
        }
    }
}

impl<T> From<Vec<T>> for Few<T> {
    fn from(mut list: Vec<T>) -> Self {
        match (list.len(), list.pop()) {
            (1, Some(only)) => Self::One(only),
            (_, last) => {
                list.extend(last);
                Self::Many(list)
            }
        }
    }
}

impl<T> Deref for Few<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            Self::One(only) => std::slice::from_ref(only),
            Self::Many(list) => list,
        }
    }
}

impl<T: std::fmt::Debug> std::fmt::Debug for Few<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: PartialEq> PartialEq for Few<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Eq> Eq for Few<T> {}

impl<T: PartialOrd> PartialOrd for Few<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        (**self).partial_cmp(&**other)
    }
}

impl<T: Ord> Ord for Few<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        (**self).cmp(&**other)
    }
}

impl<T: Hash> Hash for Few<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_a_list_is_kept_it_is_the_same_list() {
        let mut few = Few::none();
        for (at, element) in [(0, 2), (0, 1), (2, 3)] {
            few.insert(at, element);
        }
        assert_eq!(*few, [1, 2, 3]);
        assert_eq!(Few::One(7), Few::Many(vec![7]));
        assert!(matches!(Few::from(vec![7]), Few::One(7)));
        assert!(Few::One(7) < Few::Many(vec![7, 1]) && Few::none() < Few::One(0));
        few.as_mut_slice().reverse();
        assert_eq!(few.into_vec(), [3, 2, 1]);
        assert_eq!(Few::One(7).into_vec(), Few::from(vec![7]).into_vec());
    }
}
