//! A file with a series, shifts, free and busy times, an agenda and a decision, as this version first wrote it.

use steadyhand::codec::bundle;
use steadyhand::domain::{Kind, MeetingStatus, Repeat, Workspace};

use super::{chicago, local, utc};

/// A file that version 1 wrote. Never to be changed.
pub const FROZEN: &str = include_str!("../../fixtures/v1/timetable.steadyhand.json");

#[test]
fn the_frozen_timetable_means_the_same_and_is_written_the_same() {
    let read = bundle::read(FROZEN.as_bytes()).unwrap();
    let written = bundle::write(&read.header, read.plans.iter().map(|(id, plan)| (*id, plan)));
    assert_eq!(written, FROZEN);
    let mut workspace = Workspace::new();
    for (id, plan) in read.plans {
        for (kind, record_id, record) in plan.into_records() {
            let key = steadyhand::domain::RecordKey { plan: id, kind, id: record_id };
            workspace.merge_record(key, record);
        }
    }
    let (_, plan) = workspace.plans().next().unwrap();
    let series = plan.all_series().remove(0);
    assert_eq!(series.repeat, Some(Repeat::EveryTwoWeeks));
    // How the ids of meetings follow from the series is part of the format.
    let meetings = plan.meetings_in_series(series.id);
    assert_eq!(meetings.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [0, 1, 2]);
    assert!(meetings.iter().all(|(number, id)| series.meeting(*number) == *id));
    let [first, second, third] = [0, 1, 2].map(|at| plan.meeting(meetings[at].1).unwrap());
    assert_eq!((first.status, first.lasted), (MeetingStatus::Held, Some(40)));
    assert_eq!((second.status, second.reason.as_str()), (MeetingStatus::Skipped, "Exam week"));
    assert!(third.is_moved() && third.starts == Some(local("2026-11-27 08:00")));
    assert_eq!(plan.agenda_items_of(third.id)[0].title, "Small veins");
    assert_eq!(plan.decisions_of(first.id)[0].title, "Two draws a day");
    let person = plan.people().into_iter().find(|person| person.name == "Ana").unwrap().id;
    let shifts = plan.shifts_of(person);
    let starts: Vec<_> = shifts.iter().filter_map(|shift| shift.starts).collect();
    assert_eq!(starts, ["2026-11-26 19:00", "2026-11-27 19:00", "2026-12-01 07:00"].map(local));
    let told = plan.free_busy_of(person).unwrap();
    assert_eq!(told.busy[0].until, utc("2026-11-28 22:00"));
    assert_eq!(plan.action_items()[0].due, Some(super::day("2026-12-04")));
    assert_eq!(plan.zone_names(), ["America/Chicago"]);
    assert_eq!(plan.live(Kind::FreeBusy).count(), 1);
    assert!(third.span(&chicago()).is_some());
}
