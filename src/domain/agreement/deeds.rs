//! Commands about the agreement.

use super::super::command::{Command, CommandError};
use super::super::context::Context;
use super::super::edits::{self, Edits, Outcome};
use super::super::event::Happening;
use super::super::id::{PlanId, RecordId};
use super::super::kind::Kind;
use super::super::pack::SectionTemplate;
use super::super::person::Role;
use super::super::plan::{Plan, RecordKey, Workspace};
use super::super::rank;
use super::super::record::{Fields, field};
use super::super::rules::{self, Complaint, LIMITS, Problem};
use super::super::value::Value;
use super::{AgreementText, Standing};

/// One thing a person does about the agreement. The plan is named beside it: see [`Command::Agreement`]. A section
/// is taken out by [`Command::Delete`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgreementDeed {
    /// Begins the agreement with the sections of a template, as far as they are not there yet.
    Begin {
        /// The sections, in order.
        sections: Vec<SectionTemplate>,
    },
    /// Adds a section of one's own at the end.
    AddSection {
        /// Its heading.
        title: String,
        /// What is proposed.
        text: String,
    },
    /// Changes the heading of a section.
    Retitle {
        /// The section.
        section: RecordId,
        /// Its heading.
        title: String,
    },
    /// Changes the text of a section.
    Reword {
        /// The section.
        section: RecordId,
        /// What is proposed.
        text: String,
    },
    /// Puts a section after another, or first.
    Move {
        /// The section.
        section: RecordId,
        /// What it is to come after; `None` for the beginning.
        after: Option<RecordId>,
    },
    /// Says yes to a text, which must be the one that stands.
    Agree {
        /// Every word that was shown.
        text: AgreementText,
    },
}

impl AgreementDeed {
    /// The command that does this in a plan.
    pub fn within(self, plan: PlanId) -> Command {
        Command::Agreement { plan, deed: self }
    }

    /// Says what is wrong with the words of a section, before anything is done.
    ///
    /// # Errors
    /// What is wrong, and in which field.
    pub fn check(&self) -> Result<(), Complaint> {
        match self {
            Self::AddSection { title, text } => {
                rules::title(field::TITLE, title)?;
                clause_text(text).map(drop)
            }
            Self::Retitle { title, .. } => rules::title(field::TITLE, title).map(drop),
            Self::Reword { text, .. } => clause_text(text).map(drop),
            Self::Begin { .. } | Self::Move { .. } | Self::Agree { .. } => Ok(()),
        }
    }
}

impl Workspace {
    pub(in crate::domain) fn agreement_edits(
        &self,
        plan: PlanId,
        deed: AgreementDeed,
        ctx: &mut Context<'_>,
    ) -> Outcome {
        let me = self.me(plan, ctx)?;
        let key = |id| RecordKey { plan, kind: Kind::Section, id };
        let found = self.need(RecordKey::of_plan(plan))?;
        let happening = Happening::AgreementChanged;
        match deed {
            AgreementDeed::Begin { sections } => self.begin(plan, &sections, ctx),
            AgreementDeed::AddSection { title, text } => {
                has_room(found, 1)?;
                let place = rank::after(last_rank(found), 1, ctx.random).pop();
                let fields = vec![
                    rules::title(field::TITLE, &title)?,
                    clause_text(&text)?,
                    (field::RANK.into(), place.map(Value::text)),
                ];
                let edits = edits::add(plan, Kind::Section, fields, happening, ctx);
                Ok(edits)
            }
            AgreementDeed::Retitle { section, title } => {
                let title = rules::title(field::TITLE, &title);
                self.revise(key(section), [title].into_iter(), happening)
            }
            AgreementDeed::Reword { section, text } => {
                self.revise(key(section), [clause_text(&text)].into_iter(), happening)
            }
            AgreementDeed::Move { section, after } => {
                self.need(key(section))?;
                let order: Vec<_> = found
                    .agreement()
                    .sections
                    .iter()
                    .map(|one| (one.id, rank_of(found, one.id)))
                    .collect();
                let moved = rank::moved(&order, section, after, ctx.random);
                let list = moved.into_iter().map(|(id, place)| edits::ranked(key(id), place));
                Ok(Edits { happening, list: list.collect() })
            }
            AgreementDeed::Agree { text } => agree(plan, found, me, &text, ctx),
        }
    }

    /// The sections of a template that are not there yet. One that was taken out comes back.
    pub(in crate::domain) fn begin(
        &self,
        plan: PlanId,
        sections: &[SectionTemplate],
        ctx: &mut Context<'_>,
    ) -> Outcome {
        let nothing = Plan::default();
        let found = self.plan(plan).unwrap_or(&nothing);
        let is_new = |section: &&SectionTemplate| {
            found.find(Kind::Section, Plan::section_id(plan, &section.key)).is_none()
        };
        let new: Vec<_> = sections.iter().filter(is_new).collect();
        has_room(found, new.len())?;
        // Fixed places, so that what two people begin apart is one list.
        let mut list = Vec::new();
        for section in new {
            let id = Plan::section_id(plan, &section.key);
            let key = RecordKey { plan, kind: Kind::Section, id };
            let place = sections.iter().position(|one| one.key == section.key).unwrap_or_default();
            let fields = vec![
                rules::title(field::TITLE, &section.title)?,
                clause_text(&section.text)?,
                (field::TEMPLATE.into(), Some(Value::text(section.key.as_str()))),
                (field::RANK.into(), Some(Value::text(format!("T{}", rank::numbered(place))))),
            ];
            list.push(edits::made(key, fields, ctx));
        }
        Ok(Edits { happening: Happening::AgreementBegun, list })
    }
}

/// Says yes, in the next round.
fn agree(
    plan: PlanId,
    found: &Plan,
    me: RecordId,
    text: &AgreementText,
    ctx: &Context<'_>,
) -> Outcome {
    let role = found.person(me).map(|person| person.role);
    if role.is_none_or(|role| role == Role::Coordinator) {
        return Err(CommandError::NotYours);
    }
    let agreement = found.agreement();
    if matches!(agreement.standing, Standing::Empty | Standing::Disputed)
        || agreement.text() != *text
    {
        return Err(CommandError::Stale);
    }
    let round = found.next_round();
    // The same yes, said on two devices apart, is one record.
    let id = me.named(&format!("consent/{round}/{}", text.whole()));
    let mut fields: Vec<_> = text.fields().collect();
    fields.push(edits::reference(field::AUTHOR, me));
    fields.push((field::ROUND.into(), Some(Value::number(round))));
    let key = RecordKey { plan, kind: Kind::Consent, id };
    let list = vec![edits::made(key, fields, ctx)];
    Ok(Edits { happening: Happening::Agreed, list })
}

/// A section's text. It is shorter than other texts may be, because each yes holds all of them.
fn clause_text(text: &str) -> rules::Checked {
    let limit = LIMITS.clause;
    if text.chars().count() > limit {
        return Err(Complaint { field: field::TEXT.into(), problem: Problem::TooLong { limit } });
    }
    rules::text(field::TEXT, text)
}

fn has_room(found: &Plan, more: usize) -> Result<(), CommandError> {
    let limit = LIMITS.sections;
    if found.live(Kind::Section).count() + more <= limit {
        return Ok(());
    }
    Err(Complaint { field: field::TITLE.into(), problem: Problem::TooMany { limit } }.into())
}

fn rank_of(found: &Plan, section: RecordId) -> String {
    let record = found.get(Kind::Section, section);
    record.map(|record| record.text(field::RANK).to_owned()).unwrap_or_default()
}

fn last_rank(found: &Plan) -> Option<&str> {
    let ranks = found.live(Kind::Section).map(|(_, record)| record.text(field::RANK));
    ranks.max().filter(|rank| !rank.is_empty())
}
