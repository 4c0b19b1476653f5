//! The second page of a first visit: a name, and then one of the ways to begin.

use leptos::prelude::*;

use crate::domain::{Installing, Problem, Role};
use crate::route::Route;
use crate::store::{Store, part};
use crate::ui::components::{
    Banner, Button, FieldNote, Form, Glyph, PageHead, TextField, TextKind, Tone,
};
use crate::ui::features::plans::plan_start::start_plan;
use crate::ui::features::sharing::file_picker::FilePicker;
use crate::ui::features::writing::draft::Draft;
use crate::ui::navigation::use_navigation;
use crate::ui::words::{say, use_installation, use_store};

/// The second page of a first visit.
#[component]
pub fn BeginningPage(
    /// Who is here.
    role: Role,
) -> impl IntoView {
    let store = use_store();
    store.begin_as(role);
    let navigation = use_navigation();
    let way = use_installation().way();
    let name = Draft::new(store, "welcome/name", "");
    let was_tried = RwSignal::new(false);
    let note = Signal::derive(move || {
        let is_missing = was_tried.get() && name.get().trim().is_empty();
        let messages = store.messages();
        let error = is_missing.then(|| (messages.errors.problem)(Problem::Missing));
        FieldNote::hint(messages.beginning.name_hint).or_error(error)
    });
    let remember = Callback::new(move |()| {
        store.revise_preferences(|preferences| {
            preferences.name = untrack(|| name.get()).trim().to_owned();
            preferences.is_welcomed = true;
        });
        name.clear();
        // Nobody goes back to this page.
        navigation.replace.run(Route::Today);
    });
    let start = move |()| {
        was_tried.set(true);
        let written = untrack(|| name.get());
        if written.trim().is_empty() {
            return;
        }
        store.revise_preferences(|preferences| preferences.name = written.trim().to_owned());
        let title = (untrack(|| store.messages()).beginning.first_plan)(written.trim());
        store.in_rest(begin(store, title, remember));
    };
    let keep_name = move || {
        let written = untrack(|| name.get()).trim().to_owned();
        store.revise_preferences(|preferences| preferences.name = written);
    };
    let open_file = move |()| {
        keep_name();
        navigation.go.run(Route::Import);
    };
    let example = move |()| {
        keep_name();
        store.in_rest(begin_with_example(store, remember));
    };
    let own_plan = move |tone| {
        view! { <Button label=say(store, |m| m.beginning.start) tone /> }
    };
    let sent_file = move |tone| {
        let label = say(store, |m| m.beginning.open_file);
        view! { <Button label on_click=open_file icon=Glyph::Upload tone /> }
    };
    // A mentor joins a plan, as a rule, and others make one.
    let first = match role {
        Role::Mentor => (sent_file(Tone::Primary), own_plan(Tone::Secondary)).into_any(),
        Role::Student | Role::Coordinator => {
            (own_plan(Tone::Primary), sent_file(Tone::Secondary)).into_any()
        }
    };
    view! {
            <PageHead
                title=say(store, |m| m.beginning.title)
                back_href=Route::Today.to_string()
                back_label=move || (store.messages().beginning.here_as)(role)
            />
            <Show when=move || way.get() == Installing::HomeScreen>
                <Banner text=say(store, |m| m.install.home_screen_first) />
            </Show>
            <Form on_submit=start>
                <TextField
                    label=say(store, |m| m.beginning.name)
                    value=name.value()
                    on_input=name.on_input()
                    note
                    kind=TextKind::NAME
                />
                <div class="stack">
                    {first}
                    <Button
                        label=say(store, |m| m.beginning.example)
                        on_click=example
                        icon=Glyph::Sparkle
                    />
                    <FilePicker label=say(store, |m| m.backup.have_one) />
                </div>
            </Form>
    }
}

part! { rest:
    async fn begin(store: Store, title: String, remember: Callback<()>) {
        if start_plan(store, title).is_ok() {
            remember.run(());
        }
    }

    async fn begin_with_example(store: Store, remember: Callback<()>) {
        if store.add_example(&untrack(|| store.messages()).example).is_ok() {
            remember.run(());
        }
    }
}
