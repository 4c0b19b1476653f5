//! The laws of merging, checked on states that replicas reach and on states that only a forged
//! file could hold.

use super::{Dot, Entry, Parts, Record, Register, VersionVector};
use proptest::collection::vec;
use proptest::prelude::*;

type Copy = Record<u8, u8, u32>;

const DEVICES: u8 = 3;
const FIELDS: u8 = 3;

/// One step of a history that [`DEVICES`] replicas of one record live through.
#[derive(Clone, Debug)]
enum Step {
    Set(u8, Vec<u8>),
    Clear(u8, u8),
    Delete(u8),
    Restore(u8),
    /// The first device takes over what the second has.
    Pull(u8, u8),
}

fn step() -> impl Strategy<Value = Step> {
    let device = 0..DEVICES;
    prop_oneof![
        4 => (device.clone(), vec(0..FIELDS, 1..3)).prop_map(|(d, fields)| Step::Set(d, fields)),
        1 => (device.clone(), 0..FIELDS).prop_map(|(d, field)| Step::Clear(d, field)),
        1 => device.clone().prop_map(Step::Delete),
        1 => device.clone().prop_map(Step::Restore),
        4 => (device.clone(), device).prop_map(|(to, from)| Step::Pull(to, from)),
    ]
}

/// Lives through the steps and returns every state that any replica ever had.
fn states(steps: &[Step]) -> Vec<Copy> {
    let mut replicas = vec![Copy::new(); usize::from(DEVICES)];
    let mut states = replicas.clone();
    for (value, step) in (0..).zip(steps) {
        let (Step::Set(at, _)
        | Step::Clear(at, _)
        | Step::Delete(at)
        | Step::Restore(at)
        | Step::Pull(at, _)) = *step;
        let replica = usize::from(at);
        match step {
            Step::Set(_, fields) => {
                let mut writer = replicas[replica].write(at);
                for field in fields {
                    writer.set(*field, value);
                }
            }
            Step::Clear(_, field) => {
                replicas[replica].write(at).clear(field);
            }
            Step::Delete(_) => {
                replicas[replica].write(at).delete();
            }
            Step::Restore(_) => {
                replicas[replica].write(at).restore();
            }
            Step::Pull(_, from) => {
                let other = replicas[usize::from(*from)].clone();
                replicas[replica].merge(other);
            }
        }
        states.push(replicas[replica].clone());
    }
    states
}

/// Three states out of one honest history.
fn honest() -> impl Strategy<Value = [Copy; 3]> {
    let pick = any::<prop::sample::Index>;
    (vec(step(), 1..24), pick(), pick(), pick()).prop_map(|(steps, a, b, c)| {
        let states = states(&steps);
        [a, b, c].map(|index| index.get(&states).clone())
    })
}

fn dot() -> impl Strategy<Value = Dot<u8>> {
    let counter = prop_oneof![
        12 => 0..4u64,
        1 => Just(Dot::<u8>::LAST),
        1 => u64::MAX - 1..=u64::MAX,
    ];
    (0..DEVICES, counter).prop_map(|(device, counter)| Dot { device, counter })
}

fn seen() -> impl Strategy<Value = VersionVector<u8>> {
    vec(dot(), 0..4).prop_map(|dots| dots.iter().map(|dot| (dot.device, dot.counter)).collect())
}

fn entries<V: std::fmt::Debug>(
    value: impl Strategy<Value = V>,
    most: usize,
) -> impl Strategy<Value = Vec<Entry<u8, V>>> {
    vec((dot(), value).prop_map(|(dot, value)| Entry { dot, value }), 0..=most)
}

/// Parts that need not come from any history: dots used twice, gaps, fields named twice.
fn parts() -> impl Strategy<Value = Parts<u8, u8, u32>> {
    (seen(), vec((0..FIELDS, entries(0..3u32, 3)), 0..5), entries(seen(), 2))
        .prop_map(|(seen, fields, deletions)| Parts { seen, fields, deletions })
}

fn hostile() -> impl Strategy<Value = Copy> {
    parts().prop_map(Record::from_parts)
}

/// Three states that may have nothing to do with each other but share devices and dots.
fn any_three() -> impl Strategy<Value = [Copy; 3]> {
    prop_oneof![
        2 => honest(),
        2 => [hostile(), hostile(), hostile()],
        1 => (honest(), hostile()).prop_map(|([a, b, _], c)| [a, b, c]),
    ]
}

fn merged(mut a: Copy, b: &Copy) -> Copy {
    a.merge(b.clone());
    a
}

/// Takes a record apart, as a file would.
fn taken_apart(record: &Copy) -> Parts<u8, u8, u32> {
    Parts {
        seen: record.seen().clone(),
        fields: record.fields().map(|(name, held)| (*name, held.entries().to_vec())).collect(),
        deletions: record.deletions().entries().to_vec(),
    }
}

/// What every record holds true of itself: order, no empty register, all that is held was seen.
fn is_lawful(record: &Copy) -> bool {
    let names: Vec<u8> = record.fields().map(|(name, _)| *name).collect();
    names.is_sorted_by(|a, b| a < b)
        && record.fields().all(|(_, held)| {
            !held.is_empty()
                && held.entries().is_sorted_by(|a, b| a < b)
                && held.entries().iter().all(|entry| record.seen().contains(entry.dot))
        })
        && record.deletions().entries().is_sorted_by(|a, b| a < b)
        && record.deletions().entries().iter().all(|deletion| {
            record.seen().contains(deletion.dot) && record.seen().covers(&deletion.value)
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn merging_is_commutative_associative_and_idempotent([a, b, c] in any_three()) {
        let ab = merged(a.clone(), &b);
        prop_assert_eq!(&ab, &merged(b.clone(), &a));
        prop_assert_eq!(
            merged(ab.clone(), &c),
            merged(a.clone(), &merged(b.clone(), &c))
        );
        prop_assert_eq!(&merged(a.clone(), &a), &a);
        prop_assert_eq!(&merged(ab.clone(), &b), &ab);
        prop_assert!(is_lawful(&ab));
    }

    #[test]
    fn nothing_is_the_neutral_element([a, _, _] in any_three()) {
        prop_assert_eq!(&merged(a.clone(), &Copy::new()), &a);
        prop_assert_eq!(&merged(Copy::new(), &a), &a);
    }

    #[test]
    fn a_copy_includes_exactly_what_would_change_nothing([a, b, _] in any_three()) {
        let ab = merged(a.clone(), &b);
        prop_assert_eq!(a.includes(&b), ab == a);
        prop_assert!(ab.includes(&a) && ab.includes(&b));
    }

    #[test]
    fn honest_copies_that_have_seen_the_same_are_the_same([a, b, _] in honest()) {
        prop_assert_eq!(a.seen() == b.seen(), a == b);
    }

    #[test]
    fn any_parts_make_a_lawful_record(parts in parts()) {
        let record = Record::from_parts(parts.clone());
        prop_assert!(is_lawful(&record));
        prop_assert!(record.seen().covers(&parts.seen));
        for (name, entry) in parts.fields.iter().flat_map(|(n, es)| es.iter().map(move |e| (n, e))) {
            let values = record.field(name).map(Register::entries).unwrap_or_default();
            prop_assert!(values.iter().any(|held| held.value == entry.value), "a value was lost");
        }
    }

    #[test]
    fn a_record_taken_apart_goes_together_again([a, _, _] in any_three()) {
        prop_assert_eq!(Record::from_parts(taken_apart(&a)), a);
    }

    /// On top of any state at all, a write replaces what its writer had seen and nothing else, and
    /// a copy that had not seen it takes it over.
    #[test]
    fn a_write_replaces_exactly_what_its_writer_had_seen(
        [before, other, _] in any_three(),
        device in 0..DEVICES,
        field in 0..FIELDS,
    ) {
        // A device knows all of its own writes, also those it made on the other copy.
        prop_assume!(before.can_write(device));
        prop_assume!(other.seen().count(device) <= before.seen().count(device));
        let mut after = before.clone();
        let dot = after.write(device).set(field, 1000).dot();
        prop_assert!(is_lawful(&after));
        prop_assert!(!before.seen().contains(dot) && after.seen().contains(dot));
        prop_assert!(after.deletions().is_empty());
        prop_assert_eq!(after.field(&field), Some(&Register::new(dot, 1000)));
        for name in (0..FIELDS).filter(|name| *name != field) {
            prop_assert_eq!(after.field(&name), before.field(&name));
        }
        prop_assert_eq!(merged(before.clone(), &after), after.clone());

        let both = merged(other.clone(), &after);
        let standing = both.field(&field).map(Register::entries).unwrap_or_default();
        let written = Entry { dot, value: 1000 };
        prop_assert!(standing.contains(&written));
        let theirs = other.field(&field).map(Register::entries).unwrap_or_default();
        for entry in theirs {
            let unseen = !before.seen().contains(entry.dot);
            prop_assert_eq!(standing.contains(entry), unseen, "{:?}", entry);
        }
        prop_assert!(!both.is_deleted(), "an edit survives what had not seen it");
    }

    /// What is deleted stays deleted for every copy that knew no more than the deleting one.
    #[test]
    fn a_deletion_takes_away_exactly_what_it_had_seen(
        [before, other, _] in any_three(),
        device in 0..DEVICES,
    ) {
        prop_assume!(before.can_write(device));
        prop_assume!(other.seen().count(device) <= before.seen().count(device));
        let mut after = before.clone();
        after.write(device).delete();
        prop_assert!(after.is_deleted() && !after.outlived_deletion() && is_lawful(&after));
        prop_assert_eq!(
            after.fields().collect::<Vec<_>>(),
            before.fields().collect::<Vec<_>>(),
            "the values stay readable"
        );
        prop_assert!(merged(before.clone(), &after).is_deleted());

        let both = merged(other, &after);
        let unseen = both.fields().flat_map(|(_, held)| held.entries()).any(|entry| {
            let seen_by = |deletion: &Entry<u8, VersionVector<u8>>| deletion.value.contains(entry.dot);
            !both.deletions().entries().iter().any(seen_by)
        });
        prop_assert!(!both.deletions().is_empty());
        prop_assert_eq!(both.is_deleted(), !unseen);
        prop_assert_eq!(both.outlived_deletion(), unseen);

        let mut restored = both.clone();
        restored.write(device).restore();
        prop_assert!(!restored.is_deleted() && restored.deletions().is_empty());
        for (name, held) in both.fields() {
            let again = restored.field(name).map(Register::entries).unwrap_or_default();
            prop_assert!(held.entries().iter().all(|e| again.iter().any(|r| r.value == e.value)));
        }
    }

    #[test]
    fn no_counter_makes_a_write_panic(mut record in hostile(), device in 0..DEVICES) {
        let before = record.seen().count(device);
        let dot = record.write(device).set(0, 9).clear(&1).delete().restore().dot();
        prop_assert_eq!(dot.counter, before.saturating_add(1));
        prop_assert!(is_lawful(&record));
    }
}
