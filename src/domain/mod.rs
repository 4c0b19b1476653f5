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
mod agreement;
mod apply;
mod appointment;
mod arrival;
mod audience;
mod backup_risk;
mod bond;
mod busy;
mod check_in;
mod closing;
mod command;
mod context;
mod course;
mod dispute;
mod due;
mod edits;
mod evaluation;
mod event;
mod example;
mod feedback;
mod goal;
mod goal_status;
mod history;
mod id;
mod import;
mod installation;
mod kind;
mod knowledge;
mod label;
mod matters;
mod meeting;
mod next_plan;
mod note;
mod outlook;
mod pack;
mod paper;
mod person;
mod phase;
mod plan;
mod propose;
mod quarantine;
mod query;
mod rank;
mod ratings;
mod record;
mod rehearsal;
mod remark;
mod renewal;
mod rest;
mod rules;
mod search;
mod seeker;
mod series;
mod series_edits;
mod shift;
mod shift_edits;
mod shift_pattern;
mod slot;
mod span;
mod spoken;
mod stalled;
mod suggestion;
mod template;
mod timetable;
mod today;
mod undo;
mod unseen;
mod value;
mod waiting;
mod written;
mod zone;

pub use activity::{Act, ActKind, Earlier, Said, may_come_back};
pub use agenda::Agenda;
pub use agreement::{
    Agreed, Agreement, AgreementDeed, AgreementText, Clause, Piece, Section, SectionChange, Since,
    Standing, Turn, Word, Yes, changed_pieces, changes_between,
};
pub use appointment::{Appointment, CalendarCount};
pub use arrival::{Arrival, Change, PlanChanges};
pub use audience::{Audience, ForWhom, Outgoing, Sent, SentLog, Staying, Why, visible};
pub use backup_risk::{CopyLog, Keeping, Quiet, Risk, Waiting};
pub use bond::Bond;
pub use busy::{Busy, BusySort, FreeBusy, told};
pub use check_in::{CheckIn, NewCheckIn};
pub use closing::{ClosingWords, Summary, SummaryGoal, Theme};
pub use command::{Command, CommandError};
pub use context::Context;
pub use course::{Course, CoursePoint, CourseSpan, RatingPoint};
pub use dispute::{Dispute, Rival};
pub use due::LEAD;
pub use evaluation::{Answer, Evaluation, SideBySide};
pub use event::{Event, Happening};
pub use example::{Example, ExampleAbout, ExampleFeedback, ExampleGoal, ExampleItem};
pub use feedback::{About, Comment, Feedback, Form, STEP_FIELDS, Situation, Step};
pub use goal::{Category, Goal, GoalChange, GoalState, Task};
pub use goal_status::{BEHIND_PERCENT, Because, GoalFacts, GoalStatus, LOW, SOON};
pub use history::{Past, replaced};
pub use id::{DeviceId, IdError, PlanId, RecordId};
pub use import::{Prepared, UndoImport};
pub use installation::{Installing, Update};
pub use kind::{Kind, ShortName};
pub use knowledge::Knowledge;
pub use matters::{Matter, Surroundings};
pub use meeting::{
    ActionItem, ActionItemChange, Meeting, MeetingChange, MeetingMode, MeetingStatus,
};
pub use note::Note;
pub use pack::{
    AgendaTemplate, Cadence, EvaluationItem, Fact, FeedbackTemplate, GoalTemplate, PACK_LIMITS,
    Pack, PackFault, PackLimits, PackProblem, PhaseTemplate, Prompt, SectionTemplate, StepTemplate,
};

pub use next_plan::{CarriedItem, CarriedOwner};
pub use paper::{Paper, PaperGoal};
pub use person::{Person, PersonChange, PlanCard, PlanChange, Role};
pub use phase::{Asked, Phase, PhaseSpan};
pub use plan::{Plan, RecordKey, Workspace};
pub use propose::{Attendee, Bar, Ground, Verdict, Wish, first_from, judge, propose};
pub use quarantine::{Quarantined, Reason};
pub use query::Progress;
pub use ratings::{Confidence, Evidence, Moment, Rating};
pub use record::{FieldName, Record, field};
pub use rehearsal::rehearse_a_tick;
pub use remark::Remark;
pub use rest::{RestSort, ShiftSort, rest_of, sort_of};
pub use rules::{Complaint, LIMITS, Limits, Problem};
pub use search::{Found, Hit, SearchIndex, folded, found_in};
pub use seeker::{Known, Seeker, to_tell};
pub use series::{Ending, InSeries, Nth, Repeat, Run, Series};
pub use shift::{NewShift, Shift, ShiftChange, ShiftsFound};
pub use shift_pattern::{Rhythm, ShiftPattern, shift_length};
pub use slot::{end_after, next_half_hour, read_day, read_length, read_time, usual_end};
pub use span::{Span, united, within};
pub use spoken::{AgendaItem, Decision, NextMeeting};
pub use stalled::{SmallestStep, Stalled};
pub use template::{GoalsTaken, PlanTemplate, TemplateGoal, TemplateMeeting};
pub use timetable::Timetable;
pub use today::{AT_ONCE, Outlook, Planned, Row, Today};
pub use undo::Undo;
pub use unseen::{LastWrite, Unseen};
pub use value::{Stamped, Value};
pub use written::day as written_day;
pub use zone::{Shown, Zone, Zones};
