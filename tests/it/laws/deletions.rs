//! What was deleted stays deleted, however old the file that still has it and however old the
//! deletion, unless somebody changed it without having seen that. The account against which this is
//! checked knows only who had seen what.

use super::phone::Phone;
use super::{live_through, share};
use chrono::TimeDelta;
use fastrand::Rng;
use std::collections::BTreeSet;
use std::ops::AddAssign;
use steadyhand::domain::{Command, GoalChange, Kind, RecordKey};

const SEQUENCES: u64 = 10_000;

/// What somebody did to the one goal, and what they had seen of it.
struct Deed {
    deletes: bool,
    seen: Known,
}

/// Deeds, by their place in the list of all.
type Known = BTreeSet<usize>;

/// Whether the goal is there, for somebody who knows of these deeds.
fn is_there(deeds: &[Deed], known: &Known) -> bool {
    let of = |deletes| known.iter().filter(move |id| deeds[**id].deletes == deletes);
    // Whoever edits or restores what they have seen deleted wants it back.
    let undone = |deletion: &usize| of(false).any(|edit| deeds[*edit].seen.contains(deletion));
    let mut standing = of(true).filter(|deletion| !undone(deletion)).peekable();
    if standing.peek().is_none() {
        return true;
    }
    let seen: Known = standing.flat_map(|deletion| &deeds[*deletion].seen).copied().collect();
    of(false).any(|edit| !seen.contains(edit))
}

#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    sequences: u64,
    deletions: u64,
    imports: u64,
    /// Imports of a file that still had what was deleted years ago, by the clock of the importer.
    stayed_deleted_for_years: u64,
    came_back_by_concurrent_edit: u64,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.sequences += other.sequences;
        self.deletions += other.deletions;
        self.imports += other.imports;
        self.stayed_deleted_for_years += other.stayed_deleted_for_years;
        self.came_back_by_concurrent_edit += other.came_back_by_concurrent_edit;
    }
}

#[test]
fn nothing_deleted_comes_back_unless_somebody_edited_it_concurrently() {
    let sequences = share(SEQUENCES);
    let tally = live_through(live, |t: &Tally, threads| t.sequences * threads as u64 >= sequences);
    println!("{tally:?}");
    let is_rich = tally.deletions > tally.sequences
        && tally.stayed_deleted_for_years > tally.sequences / 2
        && tally.came_back_by_concurrent_edit > tally.sequences / 10;
    assert!(tally.sequences == 1 || is_rich, "the sequences have become too tame: {tally:?}");
}

fn live(seed: u64) -> Tally {
    let rng = &mut Rng::with_seed(seed);
    let (mut phones, plan) = Phone::several(rng);
    let goal = |title: String| vec![GoalChange::Title(title)];
    let add = Command::AddGoal { plan, changes: goal("First".to_owned()), tasks: Vec::new() };
    let key = phones[0].carry_out(add).unwrap().subject.unwrap();
    assert_eq!(key.kind, Kind::Goal);
    let mut deeds = vec![Deed { deletes: false, seen: Known::new() }];
    let mut known = vec![Known::new(); phones.len()];
    known[0].insert(0);
    let mut mail = vec![(phones[0].file(), known[0].clone())];
    let mut tally = Tally { sequences: 1, ..Tally::default() };
    for step in 0..rng.usize(10..24) {
        let at = rng.usize(..phones.len());
        let phone = &mut phones[at];
        let there = is_there_on(phone, key);
        match rng.u8(..10) {
            0..4 if phone.workspace.get(key).is_some() => {
                let command = match rng.u8(..5) {
                    0 | 1 if there => Command::Delete(key),
                    _ if !there => Command::Restore(key),
                    _ => {
                        Command::ReviseGoal { plan, goal: key.id, changes: goal(format!("{step}")) }
                    }
                };
                // Years go by with the deletion where it is.
                phone.now += TimeDelta::days(if rng.bool() { 5 * 366 } else { 0 });
                let deletes = matches!(command, Command::Delete(_));
                // Restoring over several deletions, or where nobody would see it, is not tried often.
                if rng.u8(..3) == 0 || !matches!(command, Command::Restore(_)) {
                    assert_eq!(phone.carry_out(command).unwrap().touched, [key]);
                    let seen = known[at].clone();
                    let mut sees_itself = seen.clone();
                    sees_itself.insert(deeds.len());
                    deeds.push(Deed { deletes, seen: if deletes { sees_itself } else { seen } });
                    known[at].insert(deeds.len() - 1);
                    tally.deletions += u64::from(deletes);
                }
            }
            4..6 => mail.push((phone.file(), known[at].clone())),
            _ => {
                let (text, told) = rng.choice(&mail).unwrap();
                let had_it = is_there(&deeds, told) && !told.is_empty();
                phone.now += TimeDelta::days(5 * 366);
                phone.take_in(text);
                known[at].extend(told);
                tally.imports += 1;
                let still_gone = !is_there_on(phone, key);
                tally.stayed_deleted_for_years += u64::from(!there && still_gone && had_it);
                tally.came_back_by_concurrent_edit += u64::from(!there && !still_gone);
            }
        }
        let expected = !known[at].is_empty() && is_there(&deeds, &known[at]);
        assert_eq!(is_there_on(&phones[at], key), expected, "after step {step} on phone {at}");
    }
    tally
}

fn is_there_on(phone: &Phone, key: RecordKey) -> bool {
    phone.workspace.get(key).is_some_and(|record| !record.is_deleted())
}
