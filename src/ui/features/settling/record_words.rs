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

/// The page that shows a record, if there is one.
pub fn record_page(plan: &Plan, kind: Kind, id: RecordId) -> Option<Route> {
    Some(match kind {
        Kind::Plan => Route::Plans,
        Kind::Person => Route::People,
        Kind::Goal => Route::Goal(id),
        Kind::Task => Route::Goal(plan.task(id)?.goal?),
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
        Kind::AgendaItem | Kind::Decision => Route::Meeting(plan.meeting_of(kind, id)?),
        Kind::Series => Route::Series(id),
        Kind::Shift | Kind::FreeBusy => Route::Meetings,
        Kind::Feedback => Route::OneFeedback(id),
        Kind::Comment => {
            let about = plan.comment(id)?.about?;
            match about.kind {
                Kind::Comment => return None,
                kind => return record_page(plan, kind, about.id),
            }
        }
        Kind::Section | Kind::Consent => Route::Agreement,
        Kind::Note => Route::Notes,
        // Their pages are still to come.
        Kind::Rating | Kind::Evidence => return None,
        Kind::CheckIn => Route::CheckIn(id),
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
