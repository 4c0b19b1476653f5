//! The mentorship on one page, in the reader's words: drawn for paper, and as a file.

use leptos::prelude::*;

use crate::codec::summary::{Sheet, SheetPart, SheetWords};
use crate::domain::{ForWhom, Kind, Plan, Summary, field};
use crate::store::Store;
use crate::ui::features::paper::paper_sheet::PaperPart;
use crate::ui::features::paper::paper_words::day;

/// The plan that is open on one page, with what the pair may see.
pub fn summary_of(store: Store) -> Option<Summary> {
    let now = store.now();
    let read = |id, plan: &Plan| plan.summary(id, ForWhom::Pair, now.date_naive(), *now.offset());
    store.plan(&Kind::KNOWN, read).flatten()
}

/// The sheet of a summary.
pub fn summary_sheet(store: Store, summary: &Summary) -> Sheet {
    let today = store.now().date_naive();
    let m = store.messages();
    let (words, paper) = (&m.closing, &m.paper);
    let day = |at| day(store, at);
    let prompts = [field::REACHED, field::THANKS, field::FOLLOWS];
    let prompts = prompts.map(|key| {
        let found = store.pack().closing.iter().find(|prompt| prompt.key == key);
        found.map(|prompt| prompt.label.as_str()).unwrap_or_default()
    });
    let words = SheetWords {
        language: store.locale().tag(),
        what: paper.summary,
        day: &day,
        days: paper.days,
        made: words.made,
        closed: words.closed,
        role: m.common.role,
        category: m.common.category,
        status: paper.status,
        confidence: words.confidence,
        goals: [paper.goals, paper.no_goals],
        held: [words.held, words.none_held],
        held_count: paper.held_count,
        themes: [words.themes, words.no_themes],
        theme: words.theme,
        items: [paper.items, paper.no_items],
        owner: paper.owner,
        words: [words.words, words.no_words],
        prompts,
        somebody: m.shell.somebody,
    };
    Sheet::of(summary, today, &words)
}

/// A part of the sheet on paper.
pub fn part_on_paper(part: SheetPart) -> AnyView {
    let SheetPart { title, line, rows } = part;
    let rows = rows.into_iter().map(|row| {
        let texts = row.texts.into_iter().map(|(name, text)| {
            let name = (!name.is_empty()).then(|| {
                view! { <span class="paper__step">{name} ": "</span> }
            });
            view! { <p class="paper__text">{name} {text}</p> }
        });
        view! {
            <div class="paper__row">
                <h4 class="paper__name">{row.name}</h4>
                <p class="paper__muted">{row.line}</p>
                {texts.collect_view()}
            </div>
        }
    });
    view! {
        <PaperPart title>
            {line.map(|line| view! { <p>{line}</p> })}
            <div class="paper-summary-sheet__rows">{rows.collect_view()}</div>
        </PaperPart>
    }
    .into_any()
}
