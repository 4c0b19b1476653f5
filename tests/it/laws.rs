//! The laws of merging at volume, as people meet them: real commands on three to five devices whose
//! clocks are up to ten years wrong, and real files between them.
//!
//! The normal run takes a share; `STEADYHAND_LONG=1` takes the whole. `STEADYHAND_SEED=n` repeats the
//! history that failed alone.

#![allow(clippy::print_stdout, reason = "a run says what it had in it")]

mod conflicts;
mod deletions;
mod forgeries;
mod histories;
mod outlooks;
mod phone;

use std::num::NonZero;
use std::ops::AddAssign;
use std::{env, thread};

/// How many of `all` there are to be: a fiftieth, or all in the long run.
fn share(all: u64) -> u64 {
    let is_long = env::var("STEADYHAND_LONG").is_ok_and(|long| long == "1");
    if is_long { all } else { all / 50 }
}

/// Lives through one history after the other, on all cores, until `is_enough`, and adds up what
/// they had in them. A history that fails is named by its seed.
fn live_through<T: AddAssign + Default + Send>(
    live: impl Fn(u64) -> T + Sync,
    is_enough: impl Fn(&T, usize) -> bool + Sync,
) -> T {
    let chosen = env::var("STEADYHAND_SEED").ok();
    if let Some(seed) = chosen {
        return live(seed.parse().expect("STEADYHAND_SEED is a whole number"));
    }
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let mut sum = T::default();
    thread::scope(|scope| {
        let lives: Vec<_> = (0..threads)
            .map(|first| {
                let (live, is_enough) = (&live, &is_enough);
                scope.spawn(move || {
                    let mut sum = T::default();
                    for seed in (first as u64..).step_by(threads) {
                        let hint = Hint(seed);
                        sum += live(seed);
                        std::mem::forget(hint);
                        if is_enough(&sum, threads) {
                            break;
                        }
                    }
                    sum
                })
            })
            .collect();
        for life in lives {
            sum += life.join().expect("every history obeys the laws");
        }
    });
    sum
}

/// Says how to repeat a history, if it ends in a panic.
struct Hint(u64);

impl Drop for Hint {
    fn drop(&mut self) {
        println!("Repeat it alone with STEADYHAND_SEED={}.", self.0);
    }
}
