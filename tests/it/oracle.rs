//! Merging against an operation log: after any history of edits, exports, lost, late and repeated
//! imports, partial bundles and restored backups, all devices agree, and every value stands that
//! no later write had seen.
//!
//! The normal run lives through 10,000 histories. `STEADYHAND_LONG=1` makes it 100,000, and
//! `STEADYHAND_SEED=n` repeats history n alone.

mod log;
mod world;

use std::num::NonZero;
use std::{env, iter, thread};
use world::{Tally, World};

const HISTORIES: u64 = 10_000;
const HISTORIES_LONG: u64 = 100_000;

fn live_through(seeds: impl Iterator<Item = u64>) -> Tally {
    let mut tally = Tally::default();
    for seed in seeds {
        let mut world = World::new(seed);
        if let Err(fault) = world.run() {
            panic!("history {seed}: {fault}\nRepeat it alone with STEADYHAND_SEED={seed}.");
        }
        tally.add(world.tally());
    }
    tally
}

#[test]
fn every_history_ends_with_what_the_log_says() {
    if let Ok(seed) = env::var("STEADYHAND_SEED") {
        let seed = seed.parse().expect("STEADYHAND_SEED is a whole number");
        live_through(iter::once(seed));
        return;
    }
    let long = env::var("STEADYHAND_LONG").is_ok_and(|long| long == "1");
    let histories = if long { HISTORIES_LONG } else { HISTORIES };
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let mut tally = Tally::default();
    thread::scope(|scope| {
        let live = |first| move || live_through((first..histories).step_by(threads));
        let lives: Vec<_> = (0..).take(threads).map(|first| scope.spawn(live(first))).collect();
        for life in lives {
            tally.add(life.join().expect("every history ends as the log says"));
        }
    });
    println!("{histories} histories: {tally:?}");
    assert!(tally.is_rich(histories), "the histories have become too tame: {tally:?}");
}
