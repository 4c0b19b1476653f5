//! What came of a command.

use super::audience::Audience;
use super::history::Past;
use super::plan::RecordKey;
use super::remark::Remark;
use super::undo::Undo;

/// What happened, for the sentence that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happening {
    /// A plan was begun.
    PlanStarted,
    /// A plan's card was changed.
    PlanRevised,
    /// The mentorship was closed.
    PlanClosed,
    /// A mentorship that was closed was opened again.
    PlanReopened,
    /// Somebody said who they are in a plan.
    Joined,
    /// A person was added.
    PersonAdded,
    /// A person was changed.
    PersonRevised,
    /// A goal was added.
    GoalAdded,
    /// Several goals were added.
    GoalsAdded {
        /// How many.
        count: usize,
    },
    /// A goal was changed.
    GoalRevised,
    /// A task was added.
    TaskAdded,
    /// A task was renamed.
    TaskRenamed,
    /// A task was marked as done.
    TaskDone,
    /// A task was marked as not done.
    TaskReopened,
    /// Meetings were scheduled.
    MeetingsScheduled {
        /// How many.
        count: u32,
    },
    /// A meeting was changed.
    MeetingRevised,
    /// What a series says of its meetings was changed.
    SeriesRevised,
    /// The planned meetings of a series were taken off.
    SeriesEnded,
    /// Something was put on an agenda.
    AgendaItemAdded,
    /// Something on an agenda was changed, or marked as spoken of.
    AgendaItemRevised,
    /// A decision was written down.
    DecisionAdded,
    /// A decision was changed.
    DecisionRevised,
    /// Shifts were written down or taken over.
    ShiftsAdded {
        /// How many.
        count: usize,
    },
    /// A shift was changed.
    ShiftRevised,
    /// Shifts were deleted.
    ShiftsCleared {
        /// How many.
        count: usize,
    },
    /// The others are let know when somebody has no time.
    FreeBusyShared,
    /// They are no longer.
    FreeBusyHidden,
    /// An action item was changed.
    ActionItemRevised,
    /// An action item was added.
    ActionItemAdded,
    /// An action item was marked as done.
    ActionItemDone,
    /// An action item was marked as not done.
    ActionItemReopened,
    /// Feedback was written.
    FeedbackGiven,
    /// A reflection was written.
    ReflectionWritten,
    /// Feedback was asked for.
    FeedbackRequested,
    /// Feedback was taken note of.
    FeedbackAcknowledged,
    /// A comment was added.
    CommentAdded {
        /// What it is.
        remark: Remark,
    },
    /// The agreement was begun.
    AgreementBegun,
    /// The agreement was changed.
    AgreementChanged,
    /// Somebody said yes to the agreement.
    Agreed,
    /// Somebody said how confident they are of a goal.
    Rated,
    /// What shows that a goal comes closer was written down.
    EvidenceAdded,
    /// Goals were put in another order.
    GoalsMoved,
    /// A check-in was written.
    CheckedIn,
    /// A private note was written or changed.
    NoteWritten,
    /// Somebody evaluated the mentorship.
    Evaluated,
    /// Somebody wrote their closing words.
    ClosingWritten,
    /// Something was written to the program.
    ProgramTold,
    /// Who may see a record was changed.
    AudienceSet {
        /// Who may.
        audience: Audience,
    },
    /// A record was deleted.
    Deleted,
    /// A deleted record was brought back.
    Restored,
    /// An earlier value was put back.
    PutBack,
    /// A field with several values was settled.
    Settled,
    /// An earlier command was taken back.
    Undone,
}

/// The outcome of one command.
#[derive(Clone, Debug)]
pub struct Event {
    /// What happened.
    pub happening: Happening,
    /// The first record the command made, or else the first it changed.
    pub subject: Option<RecordKey>,
    /// Every record that was written. Empty when everything already stood as wished.
    pub touched: Vec<RecordKey>,
    /// How to take it back.
    pub undo: Undo,
    /// The values that this replaced.
    pub replaced: Vec<Past>,
}
