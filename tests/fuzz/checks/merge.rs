//! The laws of merging, on three copies of a record that lived through whatever the bytes say: writes,
//! deletions, pulls from each other, and states no honest device could have.

use arbitrary::{Result, Unstructured};
use steadyhand::crdt::{Dot, Entry, Parts, Record, VersionVector};

type Copy = Record<u8, u8, u8>;

const COPIES: usize = 3;
const DEVICES: u8 = 4;
const FIELDS: u8 = 4;
/// The most a copy lives through, so that every run is short.
const MOST: usize = 64;

pub fn check(bytes: &[u8]) {
    // Where the bytes end, the story ends.
    if let Ok(copies) = copies(&mut Unstructured::new(bytes)) {
        laws(&copies);
    }
}

fn copies(u: &mut Unstructured<'_>) -> Result<[Copy; COPIES]> {
    let mut copies: [Copy; COPIES] = Default::default();
    for _ in 0..MOST {
        if u.is_empty() {
            break;
        }
        step(u, &mut copies)?;
    }
    Ok(copies)
}

fn step(u: &mut Unstructured<'_>, copies: &mut [Copy; COPIES]) -> Result<()> {
    let at = u.choose_index(COPIES)?;
    let device = u.int_in_range(0..=DEVICES - 1)?;
    let field = u.int_in_range(0..=FIELDS - 1)?;
    match u.int_in_range(0..=6u8)? {
        // A device writes under one name on one copy alone, or dots would be used twice.
        0 => drop(copies[at].write(at as u8).set(field, u.arbitrary()?)),
        1 => drop(copies[at].write(at as u8).clear(&field)),
        2 => drop(copies[at].write(at as u8).delete()),
        3 => drop(copies[at].write(at as u8).restore()),
        4 => {
            let theirs = copies[u.choose_index(COPIES)?].clone();
            let before = copies[at].clone();
            copies[at].merge(theirs);
            assert!(copies[at].includes(&before), "a pull lost something");
        }
        // A forged file: dots used twice, gaps, fields named twice, counters at their end.
        5 => copies[at].merge(Record::from_parts(parts(u)?)),
        // A device that was put back to an earlier state writes its numbers again.
        _ => drop(copies[at].write(device).set(field, u.arbitrary()?)),
    }
    Ok(())
}

fn parts(u: &mut Unstructured<'_>) -> Result<Parts<u8, u8, u8>> {
    let seen = vector(u)?;
    let mut fields = Vec::new();
    for _ in 0..u.int_in_range(0..=4u8)? {
        let field = u.int_in_range(0..=FIELDS - 1)?;
        let mut entries = Vec::new();
        for _ in 0..u.int_in_range(0..=3u8)? {
            entries.push(Entry { dot: dot(u)?, value: u.int_in_range(0..=3)? });
        }
        fields.push((field, entries));
    }
    let mut deletions = Vec::new();
    for _ in 0..u.int_in_range(0..=3u8)? {
        deletions.push(Entry { dot: dot(u)?, value: vector(u)? });
    }
    Ok(Parts { seen, fields, deletions })
}

fn vector(u: &mut Unstructured<'_>) -> Result<VersionVector<u8>> {
    let mut dots = Vec::new();
    for _ in 0..u.int_in_range(0..=4u8)? {
        let Dot { device, counter } = dot(u)?;
        dots.push((device, counter));
    }
    Ok(dots.into_iter().collect())
}

fn dot(u: &mut Unstructured<'_>) -> Result<Dot<u8>> {
    let device = u.int_in_range(0..=DEVICES - 1)?;
    let counter = match u.arbitrary::<u8>()? {
        255 => u64::MAX,
        254 => Dot::<u8>::LAST,
        253 => Dot::<u8>::LAST - 1,
        252 => u.arbitrary()?,
        few => u64::from(few % 8),
    };
    Ok(Dot { device, counter })
}

fn laws(copies: &[Copy; COPIES]) {
    let [a, b, c] = copies;
    let ab = merged(a, b);
    assert_eq!(ab, merged(b, a), "merging commutes");
    assert_eq!(merged(&ab, c), merged(a, &merged(b, c)), "merging associates");
    for copy in copies {
        assert_eq!(&merged(copy, copy), copy, "merging with oneself changes nothing");
        assert_eq!(&merged(copy, &Copy::new()), copy, "nothing adds nothing");
        assert_eq!(&Record::from_parts(copy.clone().into_parts()), copy, "parts are the whole");
    }
    assert_eq!(merged(&ab, b), ab, "merging twice is merging once");
    for (one, other) in [(a, b), (b, a), (a, c), (c, a), (b, c), (c, b)] {
        let both = merged(one, other);
        assert!(both.includes(one) && both.includes(other), "merging lost something");
        assert_eq!(one.includes(other), both == *one, "to include is to gain nothing");
        assert!(both.seen().covers(one.seen()) && both.seen().covers(other.seen()));
        // Asked in every state, so that no state can make the answer panic.
        assert!(!(both.is_deleted() && both.outlived_deletion()));
    }
}

fn merged(a: &Copy, b: &Copy) -> Copy {
    let mut both = a.clone();
    both.merge(b.clone());
    both
}
