//! How long merging, writing and reading take, on plans far larger than any that people keep.
//!
//! `cargo bench --bench core` runs all of it in under a minute.

use criterion::{BatchSize, Criterion};
use std::hint::black_box;
use std::time::Duration;
use steadyhand::codec::bundle::{self, Audience, Header};
use steadyhand::codec::stored;
use steadyhand::domain::{
    DeviceId, FieldName, Kind, PlanId, Record, RecordId, RecordKey, Stamped, Value, Workspace,
    field,
};

const STUDENT: DeviceId = DeviceId::from_random(1);
const MENTOR: DeviceId = DeviceId::from_random(2);
const PLAN: PlanId = PlanId::from_random(3);
const SIZES: [u64; 2] = [1_000, 10_000];

/// The records of one plan, as a bundle holds them when it has been read.
type Records = Vec<(RecordKey, Record)>;

fn key(number: u64) -> RecordKey {
    // Ids are spread as random ones are, so that the newest is not always the last.
    let spread = u128::from(number.wrapping_mul(0x9E37_79B9_7F4A_7C15)) << 8;
    RecordKey { plan: PLAN, kind: Kind::Task, id: RecordId::from_random(spread) }
}

fn write(record: &mut Record, device: DeviceId, fields: &[(&'static str, Value)]) {
    let mut writer = record.write(device);
    for (name, value) in fields {
        writer.set(FieldName::from(*name), Stamped { value: value.clone(), at: 1_700_000_000 });
    }
}

fn task(number: u64, device: DeviceId) -> (RecordKey, Record) {
    let mut record = Record::new();
    let title = format!("Draw {number}: anchor the vein, say each step");
    let goal = RecordId::from_random(u128::from(number / 6)).to_string();
    let fields = [
        (field::TITLE, Value::text(title)),
        (field::GOAL, Value::text(goal)),
        (field::DUE, Value::text("2026-12-18")),
        (field::DONE, Value::Bool(false)),
        (field::CREATED, Value::text("2026-09-01T04:00:00Z")),
    ];
    write(&mut record, device, &fields);
    (key(number), record)
}

/// The plan that both sides began with.
fn common_past(size: u64) -> Records {
    (0..size).map(|number| task(number, STUDENT)).collect()
}

/// What one side made of it: edited 10 % of the records (1 % of them all are those that the other
/// side edits too), deleted 1 % and added 5 %.
fn one_side(past: &Records, device: DeviceId) -> Records {
    let side = if device == STUDENT { 0 } else { 1 };
    let mut records = past.clone();
    for (number, (_, record)) in (0u64..).zip(&mut records) {
        match number % 100 {
            0 => write(record, device, &[(field::TITLE, Value::text(format!("Mine: {side}")))]),
            n if (1..10).contains(&(n.wrapping_sub(side * 10))) => {
                write(record, device, &[(field::DONE, Value::Bool(true))]);
            }
            n if n == 30 + side => {
                record.write(device).delete();
            }
            _ => {}
        }
    }
    let size = past.len() as u64;
    let first = size * (1 + side);
    records.extend((first..first + size / 20).map(|number| task(number, device)));
    records
}

fn workspace(records: &Records) -> Workspace {
    let mut workspace = Workspace::new();
    merge(&mut workspace, records.clone());
    workspace
}

fn merge(workspace: &mut Workspace, records: Records) {
    for (key, record) in records {
        workspace.merge_record(key, record);
    }
}

fn merging(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("merge");
    for size in SIZES {
        let past = common_past(size);
        let (student, mentor) = (one_side(&past, STUDENT), one_side(&past, MENTOR));
        let mine = workspace(&student);
        for (name, theirs) in [("both sides changed", &mentor), ("the same file again", &student)] {
            group.bench_function(format!("{size} records, {name}"), |bencher| {
                bencher.iter_batched(
                    || (mine.clone(), theirs.clone()),
                    |(mut mine, theirs)| {
                        merge(&mut mine, black_box(theirs));
                        mine
                    },
                    BatchSize::LargeInput,
                );
            });
        }
        group.bench_function(format!("{size} records, into an empty workspace"), |bencher| {
            bencher.iter_batched(
                || mentor.clone(),
                |theirs| {
                    let mut mine = Workspace::new();
                    merge(&mut mine, black_box(theirs));
                    mine
                },
                BatchSize::LargeInput,
            );
        });
    }
    group.finish();
}

/// Writing a bundle, reading it, and the same for the texts that storage keeps.
fn bundles(criterion: &mut Criterion) {
    let made = chrono::DateTime::UNIX_EPOCH.fixed_offset();
    let header = Header { audience: Audience::Pair, made, from: None };
    let mut group = criterion.benchmark_group("bundle");
    for size in SIZES {
        let records = one_side(&common_past(size), STUDENT);
        let mine = workspace(&records);
        let text = bundle::write(&header, mine.plans());
        let stored: Vec<String> =
            records.iter().map(|(key, record)| stored::write(key, record)).collect();
        group.bench_function(format!("{size} records, write"), |bencher| {
            bencher.iter(|| bundle::write(&header, black_box(&mine).plans()));
        });
        group.bench_function(format!("{size} records, read"), |bencher| {
            bencher.iter(|| bundle::read(black_box(text.as_bytes())).is_ok());
        });
        group.bench_function(format!("{size} records, read what is stored"), |bencher| {
            bencher.iter(|| stored.iter().all(|text| stored::read(black_box(text)).is_ok()));
        });
    }
    group.finish();
}

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3))
        .configure_from_args();
    merging(&mut criterion);
    bundles(&mut criterion);
    criterion.final_summary();
}
