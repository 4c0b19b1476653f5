//! The agreement of the open plan as it stands for the reader, and the sentence that says so.

use chrono::DateTime;
use leptos::prelude::*;

use crate::domain::{
    Agreement, AgreementDeed, CommandError, Kind, Person, PlanId, RecordId, Role, Standing, Turn,
};
use crate::store::Store;
use crate::ui::words::local_day;

/// The agreement of the open plan, and who reads it.
#[derive(Clone, Debug, PartialEq)]
pub struct AgreementHere {
    /// The plan.
    pub plan: PlanId,
    /// The agreement.
    pub agreement: Agreement,
    /// The reader, where they are a person of the plan.
    pub me: Option<Person>,
    /// The students and mentors, by role and name.
    pub sides: Vec<Person>,
}

/// The agreement of the open plan, followed; `None` where no plan is open.
pub fn agreement_here(store: Store) -> Memo<Option<AgreementHere>> {
    Memo::new(move |_| {
        let me = store.me();
        store.plan(&[Kind::Section, Kind::Consent, Kind::Person], |id, plan| AgreementHere {
            plan: id,
            agreement: plan.agreement(),
            me: me.and_then(|me| plan.person(me)),
            sides: plan.people().into_iter().filter(|one| one.role != Role::Coordinator).collect(),
        })
    })
}

impl AgreementHere {
    /// What is asked of the reader.
    pub fn turn(&self) -> Turn {
        self.me.as_ref().map_or(Turn::Nothing, |me| self.agreement.turn(me.id, me.role))
    }

    /// Whether another text was agreed before than the one that stands.
    pub fn was_agreed(&self) -> bool {
        self.agreement.agreed.is_some() && self.agreement.standing != Standing::InForce
    }

    /// What somebody of the plan is called; the reader, too, by their name.
    pub fn name(&self, store: Store, person: RecordId) -> String {
        let found = self.sides.iter().find(|one| one.id == person);
        found.map_or_else(|| store.messages().shell.somebody.to_owned(), |one| one.name.clone())
    }

    /// Those of the other side than the reader's, as one of whom the next yes is wanted.
    fn others(&self, store: Store) -> String {
        let role = self.me.as_ref().map(|me| me.role).unwrap_or_default();
        let names = self.sides.iter().filter(|one| one.role != role).map(|one| one.name.clone());
        let words = store.messages().agreement;
        let one = names.reduce(|some, one| (words.or)(&some, &one));
        one.unwrap_or_else(|| (words.other_side)(role).to_owned())
    }

    /// Those who have said yes to what stands, but for the reader.
    fn willing(&self, store: Store) -> String {
        let me = self.me.as_ref().map(|me| me.id);
        let yeses = self.agreement.yeses.iter().filter(|yes| Some(yes.person) != me);
        yeses.map(|yes| self.name(store, yes.person)).collect::<Vec<_>>().join(", ")
    }

    /// Whether the reader has said yes to what stands and no file has left this device since.
    pub fn is_unsent(&self, store: Store) -> bool {
        let me = self.me.as_ref().map(|me| me.id);
        let Some(yes) = self.agreement.yeses.iter().find(|yes| Some(yes.person) == me) else {
            return false;
        };
        let said = DateTime::parse_from_rfc3339(&yes.created).map(|at| at.timestamp());
        let sent = store.chosen(|chosen| chosen.last_export);
        said.is_ok_and(|said| sent.is_none_or(|sent| sent < said))
    }

    /// Where it stands and whose turn it is, in one sentence.
    pub fn sentence(&self, store: Store) -> String {
        let words = store.messages().agreement;
        let is_unsent = self.is_unsent(store);
        match (self.agreement.standing, self.turn()) {
            (Standing::Empty, _) => words.empty.to_owned(),
            (Standing::Disputed, _) => words.to_settle.to_owned(),
            (Standing::InForce, _) if is_unsent => (words.in_force_unsent)(&self.others(store)),
            (Standing::InForce, _) => (words.in_force)(&self.agreed_on(store)),
            (Standing::Proposed, Turn::Answer) if self.was_agreed() => {
                words.answer_again.to_owned()
            }
            (Standing::Proposed, Turn::Answer) => words.answer_first.to_owned(),
            (Standing::Proposed, _) => words.nobody.to_owned(),
            (Standing::HalfAgreed, Turn::Answer) => (words.answer_other)(&self.willing(store)),
            (Standing::HalfAgreed, Turn::Wait) if is_unsent => {
                (words.wait_unsent)(&self.others(store))
            }
            (Standing::HalfAgreed, Turn::Wait) => (words.wait_sent)(&self.others(store)),
            (Standing::HalfAgreed, _) => (words.one_said)(&self.willing(store)),
        }
    }

    /// The day on which the last text was agreed.
    pub fn agreed_on(&self, store: Store) -> String {
        let since = self.agreement.agreed.as_ref().map(|agreed| agreed.since());
        since.map(|since| said_on(store, since)).unwrap_or_default()
    }
}

/// The day on which a yes was said, with its year.
pub fn said_on(store: Store, created: &str) -> String {
    local_day(store, created).map(|day| store.locale().full_date(day)).unwrap_or_default()
}

/// Does something about the agreement of the open plan.
///
/// # Errors
/// Says why it was refused; the notice says so, too.
pub fn agree(store: Store, deed: AgreementDeed) -> Result<(), CommandError> {
    let plan = untrack(|| store.open_plan_id()).ok_or(CommandError::NotInPlan)?;
    store.apply(deed.within(plan)).map(drop)
}
