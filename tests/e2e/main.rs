//! Whole journeys in real browsers, against the release build in `dist/`.
//!
//! `cargo test --test e2e -- [FILTER]... [--engine chromium,firefox,webkit]`; `./dev test e2e` does the
//! same with the drivers on the path. Engines run beside each other, journeys within one in turn.
//!
//! A journey ends at its first wrong step. It is tried a second time only when the driver itself failed,
//! and the report says so.

#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::expect_used, reason = "this is a test")]

use std::any::Any;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::thread;
use std::time::Instant;

use engine::Engine;
use journeys::Journey;
use stage::Stage;
use wait::DriverFailed;

mod app;
mod axe;
mod console;
mod engine;
mod faults;
mod files;
mod journeys;
mod outside;
mod print;
mod process;
mod refusals;
mod server;
mod stage;
mod tabs;
mod wait;
mod welcome;

thread_local! {
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [first, rest @ ..] = arguments.as_slice()
        && first == "--serve"
    {
        server::serve(rest);
        return ExitCode::SUCCESS;
    }
    let (engines, journeys) = match chosen(&arguments) {
        Ok(choice) => choice,
        Err(problem) => {
            println!("e2e: {problem}");
            return ExitCode::FAILURE;
        }
    };
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        PLACE.with(|last| last.replace(place));
    }));
    let start = Instant::now();
    let journeys = journeys.as_slice();
    let failed: Vec<String> = thread::scope(|scope| {
        let engines: Vec<_> =
            engines.iter().map(|engine| scope.spawn(|| failures(*engine, journeys))).collect();
        engines.into_iter().flat_map(|engine| engine.join().expect("it catches panics")).collect()
    });
    let passed = engines.len() * journeys.len() - failed.len();
    let verdict = if failed.is_empty() { "ok" } else { "FAILED" };
    // Once more at the end, where a long report is looked at first.
    println!();
    failed.iter().for_each(|failure| println!("{failure}"));
    println!(
        "test result: {verdict}. {passed} passed; {} failed; finished in {:.1}s",
        failed.len(),
        start.elapsed().as_secs_f32()
    );
    if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The engines and journeys that the arguments ask for; all of them where they say nothing.
fn chosen(arguments: &[String]) -> Result<(Vec<Engine>, Vec<Journey>), String> {
    let mut engines = Engine::ALL.to_vec();
    let mut filters = Vec::new();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        if argument == "--engine" {
            let names = rest.next().ok_or("--engine needs a name")?;
            let known = |name: &str| Engine::ALL.into_iter().find(|engine| engine.name() == name);
            engines = names
                .split(',')
                .map(|name| known(name).ok_or(format!("there is no engine {name:?}")))
                .collect::<Result<_, _>>()?;
        } else {
            filters.push(argument.as_str());
        }
    }
    let wanted = |(name, _): &&Journey| {
        filters.is_empty() || filters.iter().any(|filter| name.contains(filter))
    };
    let journeys: Vec<Journey> = journeys::ALL.iter().filter(wanted).copied().collect();
    if journeys.is_empty() {
        Err(format!("no journey is called {filters:?}"))
    } else {
        Ok((engines, journeys))
    }
}

/// Plays journeys in one engine, prints a line for each, and returns those of the journeys that failed.
fn failures(engine: Engine, journeys: &[Journey]) -> Vec<String> {
    let mut failed = Vec::new();
    for (name, play) in journeys {
        let start = Instant::now();
        let mut outcome = attempt(engine, name, *play);
        if let Err((what, true)) = &outcome {
            println!("again {:9} {name}: the driver failed: {what}", engine.name());
            outcome = attempt(engine, name, *play);
        }
        let took = start.elapsed().as_secs_f32();
        match outcome {
            Ok(()) => println!("ok    {:9} {name} ({took:.1}s)", engine.name()),
            Err((what, _)) => {
                let failure =
                    format!("FAILED {:8} {name} ({took:.1}s)\n     {what}", engine.name());
                println!("{failure}");
                failed.push(failure);
            }
        }
    }
    failed
}

/// Plays a journey once. A failure is what was wrong and where, and whether it was the driver's.
fn attempt(engine: Engine, name: &'static str, play: fn(&Stage)) -> Result<(), (String, bool)> {
    let played = || {
        let stage = Stage::new(engine, name);
        play(&stage);
        stage.finish();
    };
    catch_unwind(AssertUnwindSafe(played)).map_err(|panic| {
        let (what, is_driver) = describe(panic.as_ref());
        (format!("{}: {what}", PLACE.with(RefCell::take)), is_driver)
    })
}

fn describe(panic: &(dyn Any + Send)) -> (String, bool) {
    if let Some(DriverFailed(what)) = panic.downcast_ref() {
        return (what.clone(), true);
    }
    let text = panic.downcast_ref::<String>().cloned();
    let text = text.or_else(|| panic.downcast_ref::<&str>().map(ToString::to_string));
    (text.unwrap_or_else(|| "it ended without a word".to_owned()), false)
}
