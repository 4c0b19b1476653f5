//! Any record as one line: what it is, and the page that shows it.

use crate::domain::{Kind, Plan, RecordId, RecordKey};
use crate::i18n::ShareMessages;
use crate::route::Route;

/// The words by which a person recognises a record.
pub fn record_title(share: &ShareMessages, plan: &Plan, key: RecordKey) -> String {
    let label = plan.label(key.kind, key.id);
    if label.is_empty() { share.records.untitled.to_owned() } else { label }
}

/// How many records there are of each kind, in words: `2 meetings, 1 goal`.
pub fn counts_by_kind(share: &ShareMessages, keys: &[RecordKey]) -> String {
    let mut counts: Vec<(Kind, usize)> = Vec::new();
    for key in keys {
        match counts.iter_mut().find(|(kind, _)| *kind == key.kind) {
            Some((_, count)) => *count += 1,
            None => counts.push((key.kind, 1)),
        }
    }
    let words = counts.into_iter().map(|(kind, count)| (share.records.count)(kind, count));
    words.collect::<Vec<_>>().join(", ")
}

/// The page that shows a record, if there is one: its own, or that of what it stands on.
pub fn record_page(plan: &Plan, kind: Kind, id: RecordId) -> Option<Route> {
    Some(match kind {
        Kind::Plan => Route::Plans,
        Kind::Person => Route::People,
        Kind::Goal => Route::Goal(id),
        Kind::Task => Route::Goal(plan.task(id)?.goal?),
        Kind::Rating => Route::Goal(plan.rating(id)?.goal?),
        Kind::Evidence => Route::Goal(plan.evidence(id)?.goal?),
        Kind::Meeting => Route::Meeting(id),
        Kind::ActionItem => {
            let item = plan.action_item(id)?;
            let source = item.about.filter(|about| about.kind == Kind::Feedback);
            match (item.meeting, source) {
                (Some(meeting), _) => Route::Meeting(meeting),
                (None, Some(source)) => Route::OneFeedback(source.id),
                (None, None) => Route::Meetings,
            }
        }
        Kind::AgendaItem | Kind::Decision => {
            plan.meeting_of(kind, id).map_or(Route::Meetings, Route::Meeting)
        }
        Kind::Series => Route::Series(id),
        Kind::Shift => Route::Shift(id),
        Kind::FreeBusy => Route::Shifts,
        Kind::Feedback => Route::OneFeedback(id),
        Kind::CheckIn => Route::CheckIn(id),
        Kind::Comment => {
            let about = plan.comment(id)?.about?;
            match about.kind {
                Kind::Comment => return None,
                kind => return record_page(plan, kind, about.id),
            }
        }
        Kind::Section | Kind::Consent => Route::Agreement,
        Kind::Note => Route::Notes,
        Kind::Evaluation => Route::Evaluation(plan.evaluation(id)?.moment),
        Kind::Closing => Route::Closing,
        Kind::Device | Kind::Other(_) => return None,
    })
}

/// The list in which records of a kind stand.
pub fn list_page(kind: Kind) -> Route {
    match kind {
        Kind::Goal | Kind::Task | Kind::Rating | Kind::Evidence => Route::Goals,
        Kind::Meeting
        | Kind::ActionItem
        | Kind::Series
        | Kind::AgendaItem
        | Kind::Decision
        | Kind::Shift
        | Kind::FreeBusy => Route::Meetings,
        Kind::Feedback | Kind::Comment | Kind::CheckIn | Kind::Note | Kind::Evaluation => {
            Route::Feedback
        }
        Kind::Section | Kind::Consent => Route::Agreement,
        Kind::Plan | Kind::Closing => Route::Plans,
        Kind::Person => Route::People,
        Kind::Device | Kind::Other(_) => Route::Today,
    }
}
