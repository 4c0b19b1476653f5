//! Tables for a spreadsheet, of what goes to somebody.

use leptos::prelude::*;

use crate::codec::csv::{Table, TableWords};
use crate::i18n::Messages;
use crate::route::Route;
use crate::ui::components::redrawn::words;
use crate::ui::components::{Button, ButtonLink, Disclosure, Glyph};
use crate::ui::words::{say, use_store};

/// The words of tables in some language.
pub fn table_words(messages: &Messages) -> TableWords {
    TableWords {
        field: messages.share.records.field,
        category: messages.common.category,
        status: messages.paper.status,
        mode: messages.meetings.mode,
        held: messages.meetings.status_of,
        yes: messages.share.records.yes,
        no: messages.share.records.no,
    }
}

/// A button for each table, out of the way until it is wanted.
#[component]
pub fn Tables(
    /// Called with the table that is wanted.
    #[prop(into)]
    on_choose: Callback<Table>,
) -> impl IntoView {
    let store = use_store();
    let button = move |table: Table| {
        let label = words(move || {
            let messages = store.messages();
            let title = match table {
                Table::Goals => messages.goals.title,
                Table::Tasks => messages.goals.tasks,
                Table::Meetings => messages.meetings.title,
                Table::ActionItems => messages.meetings.items,
            };
            (messages.audience.table)(title)
        });
        view! { <Button label icon=Glyph::Download on_click=move || on_choose.run(table) /> }
    };
    view! {
        <Disclosure summary=say(store, |m| m.audience.tables)>
            <div class="stack">
                <p class="muted small">{move || store.messages().audience.tables_text}</p>
                <div class="cluster">
                    {Table::ALL.map(button).collect_view()}
                    <ButtonLink
                        label=say(store, |m| m.calendar.title)
                        href=Route::Calendar(None).to_string()
                        icon=Glyph::Calendar
                    />
                </div>
            </div>
        </Disclosure>
    }
}
