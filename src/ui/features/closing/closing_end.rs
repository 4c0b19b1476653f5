//! The end itself: closing the plan or opening it again, and what to look back at.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::{Command, Kind, Moment, PlanChange};
use crate::route::Route;
use crate::store::Store;
use crate::ui::components::{Button, Glyph, List, ListRow, Tone};
use crate::ui::features::evaluations::evaluation_rows::EvaluationRow;
use crate::ui::words::{say, use_store};

/// The day on which the open plan was closed.
pub fn closed_on(store: Store) -> Memo<Option<NaiveDate>> {
    Memo::new(move |_| store.plan(&[Kind::Plan], |id, plan| plan.card(id)?.closed).flatten())
}

/// Closing the plan or opening it again, and what to look back at.
#[component]
pub fn ClosingEnd() -> impl IntoView {
    let store = use_store();
    let closed = closed_on(store);
    let close = move || {
        let today = untrack(|| store.now()).date_naive();
        revise(store, Some(today));
    };
    let before = move || {
        view! {
            <p class="prose">{say(store, |m| m.closing.end_why)}</p>
            <div class="cluster">
                <Button
                    label=say(store, |m| m.closing.close)
                    tone=Tone::Primary
                    icon=Glyph::Check
                    on_click=close
                />
            </div>
        }
        .into_any()
    };
    let after = move |day: NaiveDate| {
        let closed = Signal::derive(move || {
            (store.messages().closing.closed)(&store.locale().full_date(day))
        });
        view! {
            <p class="prose">
                <strong>{move || closed.get()} ". "</strong>
                {say(store, |m| m.closing.closed_why)}
            </p>
            <div class="cluster">
                <Button
                    label=say(store, |m| m.closing.reopen)
                    on_click=move || revise(store, None)
                />
            </div>
        }
        .into_any()
    };
    view! {
        <List label=say(store, |m| m.closing.look_back)>
            <EvaluationRow moment=Moment::End />
            <ListRow
                href=Route::PaperSummary.to_string()
                title=say(store, |m| m.closing.summary)
                line=say(store, |m| m.closing.summary_line)
            />
        </List>
        {move || closed.get().map_or_else(before, after)}
    }
}

/// Says that the plan was closed on a day, or that it is open.
fn revise(store: Store, closed: Option<NaiveDate>) {
    if let Some(plan) = untrack(|| store.open_plan_id()) {
        let changes = vec![PlanChange::Closed(closed)];
        // What stands in the way is said by the store's notice.
        let _outcome = store.apply(Command::RevisePlan { plan, changes });
    }
}
