//! Meetings on paper.

use leptos::prelude::*;

use crate::domain::{Meeting, Paper};
use crate::store::Store;
use crate::ui::features::meetings::meeting_record::meeting_line;
use crate::ui::features::paper::paper_sheet::PaperPart;

/// The meetings to come.
pub fn coming_on_paper(store: Store, paper: &Paper) -> AnyView {
    let words = store.messages().paper;
    let rows: Vec<AnyView> = paper.coming.iter().map(|meeting| row(store, meeting)).collect();
    view! {
        <PaperPart title=words.coming.to_owned()>
            {rows.is_empty().then(|| view! { <p>{words.none_coming}</p> })} {rows}
        </PaperPart>
    }
    .into_any()
}

/// The meetings that were held, and how long they took in all.
pub fn held_on_paper(store: Store, paper: &Paper) -> AnyView {
    let words = store.messages().paper;
    let rows: Vec<AnyView> = paper.held.iter().map(|meeting| row(store, meeting)).collect();
    let count = match rows.len() {
        0 => words.none_held.to_owned(),
        count => (words.held_count)(count, paper.minutes()),
    };
    view! {
        <PaperPart title=words.held.to_owned()>
            <p>{count}</p>
            {rows}
        </PaperPart>
    }
    .into_any()
}

fn row(store: Store, meeting: &Meeting) -> AnyView {
    let texts = [&meeting.place, &meeting.agenda].map(|text| {
        (!text.is_empty()).then(|| view! { <p class="paper__text">{text.clone()}</p> })
    });
    view! {
        <div class="paper__row">
            <h4 class="paper__name">{meeting.title.clone()}</h4>
            <p class="paper__muted">{meeting_line(store, meeting)}</p>
            {texts.into_iter().collect_view()}
        </div>
    }
    .into_any()
}
