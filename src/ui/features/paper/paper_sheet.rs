//! A page that is there to be printed: how it will look, and the button that prints it.

use leptos::prelude::*;

use crate::domain::{Kind, Paper, RecordId};
use crate::i18n::PaperMessages;
use crate::route::Route;
use crate::store::Store;
use crate::ui::components::{ActionBar, Button, PageHead, Tone};
use crate::ui::features::paper::paper_words::{day, days_of, head_of, paper_of, with_role};
use crate::ui::words::{say, use_store};

/// The page around what is printed. What stands on paper is drawn anew when the plan changes.
#[component]
pub fn PaperSheet(
    /// What it is: the title.
    title: fn(&PaperMessages) -> &'static str,
    /// What is to be chosen before it is printed, if anything.
    #[prop(optional)]
    children: Option<Children>,
    /// The records whose words stand on it.
    tells: impl Fn(Store, &Paper) -> Vec<(Kind, RecordId)> + Send + Sync + 'static,
    /// Draws what stands below the head.
    draw: impl Fn(Store, &Paper) -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    let store = use_store();
    let words = Signal::derive(move || title(&store.messages().paper).to_owned());
    let paper = Memo::new(move |_| paper_of(store));
    Effect::new(move || {
        paper.with(|paper| store.head_paper(paper.as_ref().map(head_of).as_deref()));
    });
    on_cleanup(move || store.head_paper(None));
    let print = move || {
        let told = paper.with_untracked(|paper| paper.as_ref().map(|paper| tells(store, paper)));
        store.print(&told.unwrap_or_default());
    };
    let sheet = move || {
        paper.with(|paper| {
            let Some(paper) = paper else {
                return view! { <p>{store.messages().share.no_plan}</p> }.into_any();
            };
            view! {
                <article class="paper">
                    <Head words paper=paper.clone() />
                    {draw(store, paper)}
                </article>
            }
            .into_any()
        })
    };
    view! {
        <div class="paper-page">
            <PageHead
                title=words
                back_href=Route::Share.to_string()
                back_label=say(store, |m| m.share.title)
            />
            {children.map(|children| view! { <div class="paper-page__choice">{children()}</div> })}
            {sheet}
            <ActionBar>
                <Button
                    label=say(store, |m| m.paper.print)
                    tone=Tone::Primary
                    on_click=print
                />
            </ActionBar>
        </div>
    }
}

/// What the sheet is, of which plan, whose it is, and when it was printed.
#[component]
fn Head(words: Signal<String>, paper: Paper) -> impl IntoView {
    let store = use_store();
    let people: Vec<String> = paper.people.iter().map(|person| with_role(store, person)).collect();
    let program = (!paper.card.program.is_empty()).then(|| paper.card.program.clone());
    let lines = [Some(people.join(", ")), program, days_of(store, &paper)];
    let lines = lines.into_iter().flatten().filter(|line| !line.is_empty());
    let printed = move || {
        let today = store.now().date_naive();
        (store.messages().paper.printed)(&day(store, today))
    };
    view! {
        <header class="paper__head">
            <p class="paper__what">{move || words.get()}</p>
            <h2 class="paper__title">{paper.card.title.clone()}</h2>
            {lines.map(|line| view! { <p>{line}</p> }).collect_view()}
            <p class="paper__muted">{printed}</p>
        </header>
    }
}

/// A part of a sheet, under a heading that stays with what follows it.
#[component]
pub fn PaperPart(
    /// The heading.
    title: String,
    /// What it says.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="paper__part">
            <h3 class="paper__heading">{title}</h3>
            {children()}
        </section>
    }
}
