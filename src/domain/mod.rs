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
mod arrival;
mod backup_risk;
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
mod person;
mod plan;
mod quarantine;
mod query;
mod record;
mod renewal;
mod rules;
mod slot;
mod today;
mod undo;
mod value;
mod written;

pub use activity::{Act, ActKind, Earlier, Said, may_come_back};
pub use agenda::Agenda;
pub use arrival::{Arrival, Change, PlanChanges};
pub use backup_risk::{CopyLog, Keeping, Quiet, Risk, Waiting};
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
pub use import::UndoImport;
pub use installation::{Installing, Update};
pub use kind::{Kind, ShortName};
pub use knowledge::Knowledge;
pub use meeting::{ActionItem, Meeting, MeetingChange, MeetingMode, MeetingStatus};
pub use person::{Person, PersonChange, PlanCard, PlanChange, Role};
pub use plan::{Plan, RecordKey, Workspace};
pub use quarantine::{Quarantined, Reason};
pub use query::Progress;
pub use record::{FieldName, Record, field};
pub use rules::{Complaint, LIMITS, Limits, Problem};
pub use slot::{next_half_hour, read_day, read_length, read_time, usual_end};
pub use today::{Nudge, Today};
pub use undo::Undo;
pub use value::{Stamped, Value};
pub use written::day as written_day;
