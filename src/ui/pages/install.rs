//! The program on this device: without a network, as an app, in a newer version.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::{Installing, Update};
use crate::route::Route;
use crate::store::Offline;
use crate::ui::components::{Button, ButtonLink, Glyph, PageHead, Section, Tone};
use crate::ui::words::{say, say_by, use_installation, use_store};

/// The program on this device.
#[component]
pub fn InstallPage() -> impl IntoView {
    let store = use_store();
    let installation = use_installation();
    let offline = say_by(store, move |m| match installation.offline().get() {
        Offline::Kept => m.install.kept,
        Offline::Coming => m.install.coming,
        Offline::Missing => m.install.missing,
    });
    view! {
        <PageHead
            title=say(store, |m| m.install.title)
            back_href=Route::More.to_string()
            back_label=say(store, |m| m.shell.more)
        />
        <Section title=say(store, |m| m.install.offline)>
            <p class="prose" role="status">{move || offline.get()}</p>
        </Section>
        <AsApp />
        <Versions />
    }
}

/// How the program becomes an app here.
#[component]
fn AsApp() -> impl IntoView {
    let store = use_store();
    let installation = use_installation();
    let way = installation.way();
    let words = say_by(store, move |m| match way.get() {
        Installing::Done => m.install.done,
        Installing::Prompt => m.install.prompt,
        Installing::HomeScreen => m.install.home_screen,
        Installing::Dock => m.install.dock,
        Installing::Menu => m.install.menu,
        Installing::Nowhere => m.install.nowhere,
    });
    let install = move || {
        installation.install();
        // The same tap asks the browser to keep what is written.
        store.ask_to_keep();
    };
    view! {
        <Section title=say(store, |m| m.install.as_app)>
            <div class="stack">
                <p class="prose">{move || words.get()}</p>
                <Show when=move || way.get().starts_empty()>
                    <p class="prose">{move || store.messages().install.starts_empty}</p>
                    <div class="cluster">
                        <ButtonLink
                            label=say(store, |m| m.backup.title)
                            href=Route::Backup.to_string()
                        />
                    </div>
                </Show>
                <Show when=move || way.get() == Installing::Prompt>
                    <div class="cluster">
                        <Button
                            label=say(store, |m| m.install.install)
                            icon=Glyph::Download
                            tone=Tone::Primary
                            on_click=install
                        />
                    </div>
                </Show>
            </div>
        </Section>
    }
}

/// How far asking the host for a newer version has come.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Look {
    #[default]
    NotYet,
    Asking,
    Answered,
    Unanswered,
}

/// Which version this is, and the next one.
#[component]
fn Versions() -> impl IntoView {
    let store = use_store();
    let installation = use_installation();
    let look = RwSignal::new(Look::default());
    let is_new = Memo::new(move |_| installation.update().get() != Update::Current);
    let words = say_by(store, move |m| match (is_new.get(), look.get()) {
        (true, _) => m.install.ready_text,
        (false, Look::NotYet) => m.install.current,
        (false, Look::Asking) => m.install.looking,
        (false, Look::Answered) => m.install.looked,
        (false, Look::Unanswered) => m.install.unreached,
    });
    let ask = move || {
        look.set(Look::Asking);
        spawn_local(async move {
            let came = installation.look().await;
            // The reader may have left the page meanwhile.
            let _left = look.try_set(if came { Look::Answered } else { Look::Unanswered });
        });
    };
    let name = move || {
        let words = (store.messages().install.version)(&installation.version()?);
        Some(view! { <p class="muted small numbers">{words}</p> })
    };
    view! {
        <Section title=say(store, |m| m.install.versions)>
            <div class="stack">
                <p class="prose" role="status">{move || words.get()}</p>
                <Show when=move || installation.offline().get() != Offline::Missing>
                    <div class="cluster">
                        <Show
                            when=move || is_new.get()
                            fallback=move || {
                                view! {
                                    <Button
                                        label=say(store, |m| m.install.look)
                                        on_click=ask
                                    />
                                }
                            }
                        >
                            <Button
                                label=say(store, |m| m.install.update)
                                tone=Tone::Primary
                                on_click=move || spawn_local(installation.apply(store))
                            />
                        </Show>
                    </div>
                </Show>
                {name}
            </div>
        </Section>
    }
}
