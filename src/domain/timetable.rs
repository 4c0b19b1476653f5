//! Commands about time and meetings: series, what is spoken of at a meeting, shifts, free and busy times.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

use super::command::{Command, CommandError};
use super::context::Context;
use super::edits::{self, Deed, Edit, Edits, Outcome, Written};
use super::event::Happening;
use super::id::{PlanId, RecordId};
use super::kind::Kind;
use super::meeting::{ActionItemChange, MeetingChange};
use super::plan::{RecordKey, Workspace};
use super::record::{Record, field};
use super::rules;
use super::series::{Ending, Repeat};
use super::series_edits;
use super::shift::{NewShift, ShiftChange};
use super::shift_edits;
use super::shift_pattern::ShiftPattern;
use super::span::{self, Span};
use super::value::Value;

/// One thing a person does about time, or about what is spoken of at a meeting. The plan is named beside it:
/// see [`Command::Timetable`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Timetable {
    /// Begins a series, with its first meetings.
    StartSeries {
        /// What its meetings say; a title and the start of the first must be among it.
        changes: Vec<MeetingChange>,
        /// How they follow each other. A monthly one has to agree with the first day.
        repeat: Repeat,
        /// How far it goes for now.
        ending: Ending,
    },
    /// Adds meetings after the last one of a series, or brings back those that an end took away.
    ExtendSeries {
        /// The series.
        series: RecordId,
        /// How many more, or until when.
        ending: Ending,
    },
    /// Changes what the series says of its meetings, and the planned ones from some moment on, as far as nobody
    /// has changed them alone. The start and the outcome are each meeting's own: to change the time
    /// of a whole series, end it and start another.
    ReviseSeries {
        /// The series.
        series: RecordId,
        /// From when on, by the clock of its place.
        from: NaiveDateTime,
        /// What changes.
        changes: Vec<MeetingChange>,
    },
    /// Deletes the planned meetings of a series from some moment on, by the clock of its place.
    EndSeries {
        /// The series.
        series: RecordId,
        /// From when on.
        from: NaiveDateTime,
    },
    /// Ends a series at some moment and goes on with another in its place: at another time, or by another rule.
    ReplanSeries {
        /// The series that ends.
        series: RecordId,
        /// From when on its planned meetings are deleted, by the clock of its place.
        from: NaiveDateTime,
        /// What the new meetings say; a title and the start of the first must be among it.
        changes: Vec<MeetingChange>,
        /// How they follow each other.
        repeat: Repeat,
        /// How far they go for now.
        ending: Ending,
    },
    /// Puts several things on the agenda of a meeting, in this order.
    FillAgenda {
        /// The meeting.
        meeting: RecordId,
        /// What to speak of.
        titles: Vec<String>,
    },
    /// Puts something on the agenda of a meeting, or of whichever comes next.
    AddAgendaItem {
        /// The meeting.
        meeting: Option<RecordId>,
        /// What to speak of.
        title: String,
    },
    /// Says that something on the agenda has been spoken of, or has not.
    TickAgendaItem {
        /// The agenda item.
        item: RecordId,
        /// Whether it has.
        done: bool,
    },
    /// Writes down what was decided.
    AddDecision {
        /// The meeting.
        meeting: RecordId,
        /// What was decided.
        title: String,
    },
    /// Changes the words of an agenda item or a decision.
    Reword {
        /// Which of the two kinds it is.
        kind: Kind,
        /// The record.
        id: RecordId,
        /// The words.
        title: String,
    },
    /// Changes an action item.
    ReviseActionItem {
        /// The action item.
        item: RecordId,
        /// What changes.
        changes: Vec<ActionItemChange>,
    },
    /// Writes down shifts that follow a pattern.
    AddShifts {
        /// Whose.
        person: RecordId,
        /// When.
        pattern: ShiftPattern,
        /// Where or what, in a few words; may be empty.
        title: String,
        /// The IANA name of the zone whose clock they keep, or nothing.
        zone: String,
    },
    /// Takes over shifts from a calendar. What came from the same events before is brought up to date.
    ImportShifts {
        /// Whose.
        person: RecordId,
        /// The shifts.
        shifts: Vec<NewShift>,
    },
    /// Changes one shift.
    ReviseShift {
        /// The shift.
        shift: RecordId,
        /// What changes.
        changes: Vec<ShiftChange>,
    },
    /// Deletes somebody's shifts that start from one day on and before another.
    ClearShifts {
        /// Whose.
        person: RecordId,
        /// The first day.
        from: NaiveDate,
        /// The first day that stays.
        until: NaiveDate,
    },
    /// Deletes certain shifts. Those that are gone already stay so.
    DeleteShifts {
        /// Which.
        shifts: Vec<RecordId>,
    },
    /// Lets the others know when one has no time, and nothing else.
    ShareFreeBusy {
        /// Whose.
        person: RecordId,
        /// What of: all time between these.
        span: Span,
        /// When there is no time: see [`super::busy::told`].
        busy: Vec<Span>,
        /// Nothing before this is written.
        now: DateTime<Utc>,
    },
    /// Lets them no longer know.
    HideFreeBusy {
        /// Whose.
        person: RecordId,
    },
}

impl Timetable {
    /// The command that does this in a plan.
    pub fn within(self, plan: PlanId) -> Command {
        Command::Timetable { plan, deed: self }
    }
}

impl Workspace {
    pub(super) fn timetable_edits(
        &self,
        plan: PlanId,
        deed: Timetable,
        ctx: &mut Context<'_>,
    ) -> Outcome {
        self.me(plan, ctx)?;
        let key = |kind, id| RecordKey { plan, kind, id };
        match deed {
            Timetable::StartSeries { changes, repeat, ending } => {
                series_edits::start(plan, &changes, repeat, ending, ctx)
            }
            Timetable::ExtendSeries { series, ending } => {
                let found = self.need(key(Kind::Series, series))?;
                series_edits::extend(plan, found, series, ending, ctx)
            }
            Timetable::ReviseSeries { series, from, changes } => {
                let found = self.need(key(Kind::Series, series))?;
                series_edits::revise(plan, found, series, from, &changes)
            }
            Timetable::EndSeries { series, from } => {
                let found = self.need(key(Kind::Series, series))?;
                let list = series_edits::end(plan, found, series, from);
                Ok(Edits { happening: Happening::SeriesEnded, list })
            }
            Timetable::ReplanSeries { series, from, changes, repeat, ending } => {
                let found = self.need(key(Kind::Series, series))?;
                let ended = series_edits::end(plan, found, series, from);
                let mut begun = series_edits::start(plan, &changes, repeat, ending, ctx)?;
                begun.list.extend(ended);
                Ok(Edits { happening: Happening::SeriesRevised, ..begun })
            }
            Timetable::FillAgenda { meeting, titles } => {
                let mut list = Vec::new();
                for title in titles {
                    let fields = self.spoken_of(plan, Some(meeting), &title, ctx)?;
                    let id = RecordId::from_random((ctx.random)());
                    list.push(edits::made(key(Kind::AgendaItem, id), fields, ctx));
                }
                edits::keep_order(&mut list);
                Ok(Edits { happening: Happening::AgendaItemAdded, list })
            }
            Timetable::AddAgendaItem { meeting, title } => {
                let fields = self.spoken_of(plan, meeting, &title, ctx)?;
                Ok(edits::add(plan, Kind::AgendaItem, fields, Happening::AgendaItemAdded, ctx))
            }
            Timetable::TickAgendaItem { item, done } => {
                self.tick(key(Kind::AgendaItem, item), done, Happening::AgendaItemRevised)
            }
            Timetable::AddDecision { meeting, title } => {
                let fields = self.spoken_of(plan, Some(meeting), &title, ctx)?;
                Ok(edits::add(plan, Kind::Decision, fields, Happening::DecisionAdded, ctx))
            }
            Timetable::Reword { kind, id, title } => {
                let happening = match kind {
                    Kind::AgendaItem => Happening::AgendaItemRevised,
                    Kind::Decision => Happening::DecisionRevised,
                    _ => return Err(CommandError::Fixed),
                };
                let title = rules::title(field::TITLE, &title);
                self.revise(key(kind, id), [title].into_iter(), happening)
            }
            Timetable::ReviseActionItem { item, changes } => {
                let changes = changes.iter().map(|change| change.check());
                self.revise(key(Kind::ActionItem, item), changes, Happening::ActionItemRevised)
            }
            Timetable::AddShifts { person, pattern, title, zone } => {
                self.need(key(Kind::Person, person))?;
                shift_edits::add(plan, person, &pattern, &title, &zone, ctx)
            }
            Timetable::ImportShifts { person, shifts } => {
                let found = self.need(key(Kind::Person, person))?;
                shift_edits::import(plan, found, person, &shifts, ctx)
            }
            Timetable::ReviseShift { shift, changes } => {
                let changes = changes.iter().map(|change| change.check());
                self.revise(key(Kind::Shift, shift), changes, Happening::ShiftRevised)
            }
            Timetable::ClearShifts { person, from, until } => {
                let found = self.need(key(Kind::Person, person))?;
                let list: Vec<Edit> = found
                    .shifts_of(person)
                    .into_iter()
                    .filter(|shift| {
                        let day = shift.starts.map(|starts| starts.date());
                        day.is_some_and(|day| (from..until).contains(&day))
                    })
                    .map(|shift| Edit { key: key(Kind::Shift, shift.id), deed: Deed::Delete })
                    .collect();
                Ok(Edits { happening: Happening::ShiftsCleared { count: list.len() }, list })
            }
            Timetable::DeleteShifts { shifts } => {
                let keys = shifts.into_iter().map(|id| key(Kind::Shift, id));
                let list: Vec<Edit> = keys
                    .filter(|key| self.get(*key).is_some_and(|record| !record.is_deleted()))
                    .map(|key| Edit { key, deed: Deed::Delete })
                    .collect();
                Ok(Edits { happening: Happening::ShiftsCleared { count: list.len() }, list })
            }
            Timetable::ShareFreeBusy { person, span, busy, now } => {
                self.need(key(Kind::Person, person))?;
                let span = Span { from: span.from.max(now), ..span };
                let times = rules::text(field::TIMES, &span::write(&span::within(&busy, span)))?;
                let fields = vec![
                    edits::reference(field::PERSON, person),
                    (field::FROM.into(), Some(Value::text(span::moment(span.from)))),
                    (field::UNTIL.into(), Some(Value::text(span::moment(span.until)))),
                    times,
                ];
                let key = key(Kind::FreeBusy, person.named("free_busy"));
                let mut list = vec![Edit { key, deed: Deed::Set(fields) }];
                if self.get(key).is_some_and(Record::is_deleted) {
                    list.push(Edit { key, deed: Deed::Restore });
                }
                Ok(Edits { happening: Happening::FreeBusyShared, list })
            }
            Timetable::HideFreeBusy { person } => {
                let key = key(Kind::FreeBusy, person.named("free_busy"));
                self.need(key)?;
                // A deleted record still travels, so its times are taken out of it.
                let emptied = Deed::Set(vec![(field::TIMES.into(), None)]);
                let list = vec![Edit { key, deed: emptied }, Edit { key, deed: Deed::Delete }];
                Ok(Edits { happening: Happening::FreeBusyHidden, list })
            }
        }
    }

    /// The fields of what was said at, or is to be said at, a meeting.
    fn spoken_of(
        &self,
        plan: PlanId,
        meeting: Option<RecordId>,
        title: &str,
        ctx: &Context<'_>,
    ) -> Result<Written, CommandError> {
        let mut fields = vec![rules::title(field::TITLE, title)?];
        if let Some(id) = meeting {
            self.need(RecordKey { plan, kind: Kind::Meeting, id })?;
            fields.push(edits::reference(field::MEETING, id));
        }
        fields.push(edits::reference(field::AUTHOR, self.me(plan, ctx)?));
        Ok(fields)
    }
}
