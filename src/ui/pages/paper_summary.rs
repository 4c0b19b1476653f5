//! The mentorship on one page: to print, and as a file that any browser opens.

use leptos::prelude::*;

use crate::codec::bundle::dated_name;
use crate::ui::components::{Button, Glyph};
use crate::ui::features::paper::paper_sheet::PaperSheet;
use crate::ui::features::paper::paper_summary_sheet::{part_on_paper, summary_of, summary_sheet};
use crate::ui::words::{say, use_store};

/// The summary on paper.
#[component]
pub fn PaperSummaryPage() -> impl IntoView {
    let store = use_store();
    let said = RwSignal::new(String::new());
    let save = move || {
        let Some(summary) = untrack(|| summary_of(store)) else { return };
        let sheet = untrack(|| summary_sheet(store, &summary));
        let words = untrack(|| store.messages()).closing;
        let today = untrack(|| store.now()).date_naive();
        let name = format!("{}.summary.html", dated_name(&sheet.title, today));
        said.set(match store.save_page(&name, &sheet.html(), &summary.tells_of()) {
            Ok(()) => (words.saved)(&name),
            Err(_) => words.not_saved.to_owned(),
        });
    };
    view! {
        <PaperSheet
            title=|words| words.summary
            tells=|store, _| {
                untrack(|| summary_of(store)).map(|page| page.tells_of()).unwrap_or_default()
            }
            draw=|store, _| {
                let sheet = summary_of(store).map(|summary| summary_sheet(store, &summary));
                let parts = sheet.map(|sheet| sheet.parts).unwrap_or_default();
                let parts = parts.into_iter().map(part_on_paper).collect_view();
                view! { <div class="paper-summary-sheet">{parts}</div> }.into_any()
            }
        >
            <div class="cluster">
                <Button
                    label=say(store, |m| m.closing.save)
                    icon=Glyph::Download
                    on_click=save
                />
            </div>
            <p class="small" role="status">{move || said.get()}</p>
        </PaperSheet>
    }
}
