//! The first visit: a name, a role, a language, and then one of three ways to begin.

use leptos::prelude::*;

use crate::domain::{Installing, Problem, Role};
use crate::route::Route;
use crate::ui::components::{
    Banner, Button, FieldNote, Form, Glyph, Logo, TextField, TextKind, Tone,
};
use crate::ui::features::plans::choices::{LanguageChoice, RoleChoice};
use crate::ui::features::plans::plan_start::start_plan;
use crate::ui::features::sharing::file_picker::FilePicker;
use crate::ui::features::shell::storage_banner::StorageBanner;
use crate::ui::features::writing::draft::Draft;
use crate::ui::navigation::use_navigation;
use crate::ui::words::{say, use_installation, use_store};

/// The first visit.
#[component]
pub fn WelcomePage() -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let way = use_installation().way();
    let name = Draft::new(store, "welcome/name", "");
    let was_tried = RwSignal::new(false);
    let note = Signal::derive(move || {
        let is_missing = was_tried.get() && name.get().trim().is_empty();
        let messages = store.messages();
        let error = is_missing.then(|| (messages.errors.problem)(Problem::Missing));
        FieldNote::hint(messages.welcome.name_hint).or_error(error)
    });
    let is_mentor = Memo::new(move |_| store.preferences().with(|p| p.role == Role::Mentor));
    let remember = move || {
        store.revise_preferences(|preferences| {
            preferences.name = name.get().trim().to_owned();
            preferences.is_welcomed = true;
        });
        name.clear();
        navigation.go.run(Route::Today);
    };
    let start = move |()| {
        was_tried.set(true);
        let written = untrack(|| name.get());
        if written.trim().is_empty() {
            return;
        }
        store.revise_preferences(|preferences| preferences.name = written.trim().to_owned());
        let title = (untrack(|| store.messages()).welcome.first_plan)(written.trim());
        if start_plan(store, title).is_ok() {
            remember();
        }
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
        if store.add_example(&untrack(|| store.messages()).example).is_ok() {
            remember();
        }
    };
    view! {
        <main class="welcome">
            <StorageBanner />
            <Logo />
            <h1 class="welcome__title">
                {move || store.messages().welcome.title}
            </h1>
            <p class="welcome__lead">{move || store.messages().welcome.lead}</p>
            <LanguageChoice />
            <Show when=move || way.get() == Installing::HomeScreen>
                <Banner text=say(store, |m| m.install.home_screen_first) />
            </Show>
            <Form on_submit=start>
                <TextField
                    label=say(store, |m| m.welcome.name)
                    value=name.value()
                    on_input=name.on_input()
                    note
                    kind=TextKind::NAME
                />
                <RoleChoice />
                <div class="welcome__ways" data-order=move || is_mentor.get().then_some("file")>
                    <Button label=say(store, |m| m.welcome.start) tone=Tone::Primary />
                    <Button
                        label=say(store, |m| m.welcome.open_file)
                        on_click=open_file
                        icon=Glyph::Upload
                    />
                    <Button
                        label=say(store, |m| m.welcome.example)
                        on_click=example
                        icon=Glyph::Sparkle
                    />
                </div>
            </Form>
            <FilePicker label=say(store, |m| m.backup.have_one) />
            <p class="muted small">{move || store.messages().welcome.promise}</p>
        </main>
    }
}
