//! What a mentorship is made of, what may be done to it, and what can be asked of it.
//!
//! Everything a person does is a [`Command`] given to [`Workspace::apply`]; everything a page shows
//! is read through a typed view ([`Goal`], [`Meeting`], …) or a query. Underneath, each thing is a
//! [`Record`] of plain fields that merges by the law of [`crate::crdt`].
//!
//! This module does no I/O and knows neither JSON nor the browser. Time, randomness and the device
//! arrive in a [`Context`].

mod activity;
mod agenda;
mod apply;
mod appointment;
mod arrival;
mod backup_risk;
mod busy;
mod command;
mod context;
mod dispute;
mod due;
mod edits;
mod event;
mod example;
mod feedback;
mod goal;
mod history;
mod id;
mod import;
mod installation;
mod kind;
mod knowledge;
mod label;
mod meeting;
mod paper;
mod person;
mod plan;
mod propose;
mod quarantine;
mod query;
mod record;
mod renewal;
mod rest;
mod rules;
mod series;
mod series_edits;
mod shift;
mod shift_edits;
mod shift_pattern;
mod slot;
mod span;
mod spoken;
mod timetable;
mod today;
mod undo;
mod value;
mod written;
mod zone;

pub use activity::{Act, ActKind, Earlier, Said, may_come_back};
pub use agenda::Agenda;
pub use appointment::Appointment;
pub use arrival::{Arrival, Change, PlanChanges};
pub use backup_risk::{CopyLog, Keeping, Quiet, Risk, Waiting};
pub use busy::{Busy, BusySort, FreeBusy, told};
pub use command::{Command, CommandError};
pub use context::Context;
pub use dispute::{Dispute, Rival};
pub use due::LEAD;
pub use event::{Event, Happening};
pub use example::{Example, ExampleFeedback, ExampleGoal};
pub use feedback::{About, Comment, Feedback, Form, Step};
pub use goal::{Category, Goal, GoalChange, Task};
pub use history::{Past, replaced};
pub use id::{DeviceId, IdError, PlanId, RecordId};
pub use import::{Prepared, UndoImport};
pub use installation::{Installing, Update};
pub use kind::{Kind, ShortName};
pub use knowledge::Knowledge;
pub use meeting::{
    ActionItem, ActionItemChange, Meeting, MeetingChange, MeetingMode, MeetingStatus,
};
pub use paper::{Paper, PaperGoal, Standing};
pub use person::{Person, PersonChange, PlanCard, PlanChange, Role};
pub use plan::{Plan, RecordKey, Workspace};
pub use propose::{Attendee, Bar, Ground, Verdict, Wish, judge, propose};
pub use quarantine::{Quarantined, Reason};
pub use query::Progress;
pub use record::{FieldName, Record, field};
pub use rest::{RestSort, ShiftSort, rest_of, sort_of};
pub use rules::{Complaint, LIMITS, Limits, Problem};
pub use series::{Ending, InSeries, Nth, Repeat, Series};
pub use shift::{NewShift, Shift, ShiftChange};
pub use shift_pattern::{Rhythm, ShiftPattern, shift_length};
pub use slot::{next_half_hour, read_day, read_length, read_time, usual_end};
pub use span::{Span, united, within};
pub use spoken::{AgendaItem, Decision, NextMeeting};
pub use timetable::Timetable;
pub use today::{Nudge, Today};
pub use undo::Undo;
pub use value::{Stamped, Value};
pub use written::day as written_day;
pub use zone::{Shown, Zone, Zones};
