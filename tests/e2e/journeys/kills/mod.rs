//! Kills: tabs and browsers that end in the middle of something, many times over.
//!
//! The normal run lives through a share of them; `STEADYHAND_LONG=1` makes it all. When each kill comes
//! is drawn from a seed that is printed; `STEADYHAND_SEED` gives it again, though no two runs of a
//! browser keep the same time. `STEADYHAND_KILLS` sets another number of kills.

pub mod browsers;
mod dana;
pub mod imports;
pub mod tabs;
mod typist;

use std::env;
use std::thread::sleep;
use std::time::Duration;

/// When kills come, as a seed has it.
struct Luck {
    seed: u64,
    draws: fastrand::Rng,
}

impl Luck {
    fn new() -> Self {
        let seed = env::var("STEADYHAND_SEED").ok().map(|seed| seed.parse().expect("a number"));
        let seed = seed.unwrap_or_else(|| fastrand::u64(..));
        println!("     seed {seed}");
        Self { seed, draws: fastrand::Rng::with_seed(seed) }
    }

    /// Waits for up to so many milliseconds, more often shortly: what goes wrong does so soon.
    fn wait_mostly_shortly(&mut self, most: f64) {
        sleep(Duration::from_secs_f64(most / 1e3 * self.draws.f64().powi(3)));
    }

    /// Waits for less than so many milliseconds.
    fn wait(&mut self, most: u64) {
        sleep(Duration::from_millis(self.draws.u64(..most)));
    }
}

/// How many kills there are to be: a share of them, or all.
fn kills(share: u32, all: u32) -> u32 {
    if let Ok(count) = env::var("STEADYHAND_KILLS") {
        return count.parse().expect("STEADYHAND_KILLS is a whole number");
    }
    if env::var("STEADYHAND_LONG").is_ok_and(|long| long == "1") { all } else { share }
}
