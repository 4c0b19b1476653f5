//! Timing several ways to do one thing in turns, so that what else the machine does hits them all.

use std::time::{Duration, Instant};

/// One way to do it: makes what it needs, then says how long the doing itself took.
pub type Way<'a> = Box<dyn FnMut() -> Duration + 'a>;

/// A way from how to prepare and what to do. Freeing what is left over is not timed.
pub fn way<'a, A: 'a, B>(
    mut prepare: impl FnMut() -> A + 'a,
    mut act: impl FnMut(&mut A) -> B + 'a,
) -> Way<'a> {
    Box::new(move || {
        let mut prepared = prepare();
        let started = Instant::now();
        let made = std::hint::black_box(act(std::hint::black_box(&mut prepared)));
        let taken = started.elapsed();
        drop((made, prepared));
        taken
    })
}

/// Goes each way so many times, in an order that turns from round to round, and answers with the
/// median of each.
pub fn medians<const N: usize>(rounds: usize, mut ways: [Way<'_>; N]) -> [Duration; N] {
    let mut taken = [(); N].map(|()| Vec::with_capacity(rounds));
    for round in 0..rounds + 1 {
        for turn in 0..N {
            let at = if round % 2 == 0 { turn } else { N - 1 - turn };
            let time = ways[at]();
            // The first round only warms up.
            if round > 0 {
                taken[at].push(time);
            }
        }
    }
    taken.map(|mut times| {
        times.sort_unstable();
        times[times.len() / 2]
    })
}
