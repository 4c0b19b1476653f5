//! Making a template of the open plan: what goes in, what does not, and the file.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::{Kind, PlanTemplate};
use crate::route::Route;
use crate::store::Store;
use crate::ui::components::redrawn::words;
use crate::ui::components::{ActionBar, Banner, ButtonLink, News, PageHead, Section, TextField};
use crate::ui::features::plans::begin::Begin;
use crate::ui::features::plans::template_contents::{TemplateContents, places_words};
use crate::ui::features::sharing::giving::{GiveButtons, Given, GivenWords};
use crate::ui::features::writing::draft::Draft;
use crate::ui::words::{say, use_store};

/// Making a template of the open plan.
#[component]
pub fn TemplatePage() -> impl IntoView {
    let store = use_store();
    let has_plan = Memo::new(move |_| store.open_plan_id().is_some());
    view! {
        <Show when=move || has_plan.get() fallback=|| view! { <Begin /> }>
            <Making />
        </Show>
    }
}

#[component]
fn Making() -> impl IntoView {
    let store = use_store();
    let program = untrack(|| {
        let card = store.plan(&[Kind::Plan], |id, plan| plan.card(id)).flatten();
        card.map(|card| card.program).filter(|program| !program.trim().is_empty())
    });
    let usual = untrack(|| store.messages().templates.usual_name.to_owned());
    let title = Draft::new(store, "template/title", program.unwrap_or(usual));
    let template = Memo::new(move |_| store.template(title.get().trim()).map(Arc::new));
    let outcome = RwSignal::new(None);
    let told = move || {
        let (news, text) = outcome_words(store).of(&outcome.get()?)?;
        Some(view! { <Banner news text /> })
    };
    view! {
        <PageHead
            title=say(store, |m| m.templates.title)
            back_href=Route::Share.to_string()
            back_label=say(store, |m| m.share.title)
        />
        {told}
        <div class="stack" data-gap="wide">
            <p class="prose">{move || store.messages().templates.text}</p>
            <Show
                when=move || template.with(Option::is_some)
                fallback=|| view! { <NoStart /> }
            >
                <TextField
                    label=say(store, |m| m.templates.name)
                    value=title.value()
                    on_input=title.on_input()
                />
                <Parts template=Signal::derive(move || template.get().unwrap_or_default()) />
                <Actions template outcome />
            </Show>
        </div>
    }
}

/// The plan has no first day yet.
#[component]
fn NoStart() -> impl IntoView {
    let store = use_store();
    view! {
        <Banner news=News::Warn text=say(store, |m| m.templates.no_start)>
            <ButtonLink
                label=say(store, |m| m.templates.to_plan)
                href=Route::Plans.to_string()
            />
        </Banner>
    }
}

/// What goes in, where names stand in it, and what does not go in.
#[component]
fn Parts(template: Signal<Arc<PlanTemplate>>) -> impl IntoView {
    let store = use_store();
    let names = Memo::new(move |_| {
        let people = store.plan(&[Kind::Person], |_, plan| plan.people()).unwrap_or_default();
        people.into_iter().map(|person| person.name).collect::<Vec<_>>()
    });
    let places = Memo::new(move |_| {
        names.with(|names| template.with(|template| places_words(store, template, names)))
    });
    let warning = move || {
        places.get().map(|places| {
            let text = words(move || (store.messages().templates.names)(&places));
            view! { <Banner news=News::Warn text /> }
        })
    };
    let left_out = move || {
        let all = store.messages().templates.left_out;
        all.map(|words| view! { <li>{words}</li> }).collect_view()
    };
    view! {
        <Section title=say(store, |m| m.templates.holds)>
            <TemplateContents template />
            {warning}
        </Section>
        <Section title=say(store, |m| m.templates.leaves_out)>
            <ul class="prose">{left_out}</ul>
        </Section>
    }
}

/// The template as a file: downloaded, or shared where the browser can.
#[component]
fn Actions(
    template: Memo<Option<Arc<PlanTemplate>>>,
    outcome: RwSignal<Option<Given>>,
) -> impl IntoView {
    let store = use_store();
    let give = move |is_shared: bool| {
        let made = template.get_untracked().and_then(|template| store.export_template(&template));
        let Some(made) = made else { return };
        spawn_local(async move {
            let came = Given::out(store, made, is_shared).await;
            // The reader may have left the page meanwhile.
            let _left = outcome.try_set(Some(came));
        });
    };
    view! {
        <ActionBar>
            <GiveButtons
                label=say(store, |m| m.templates.export)
                can_share=store.can_share()
                on_give=give
            />
        </ActionBar>
    }
}

fn outcome_words(store: Store) -> GivenWords {
    let (share, words) = (&store.messages().share, &store.messages().templates);
    GivenWords {
        saved: words.exported,
        shared: share.shared,
        not_saved: words.failed,
        not_shared: words.failed,
        share_again: share.share_again,
    }
}
