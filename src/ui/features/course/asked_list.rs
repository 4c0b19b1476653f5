//! What a part of the course asks for: each leads to where it is done, and says whether it is.

use leptos::prelude::*;

use super::course_words::place_of;
use crate::domain::Asked;
use crate::ui::components::{Chip, Glyph, List, ListRow, News, RowState};
use crate::ui::words::use_store;

/// The prompts, one below the other.
#[component]
pub fn AskedList(
    /// The prompts.
    asked: Memo<Vec<Asked>>,
) -> impl IntoView {
    move || {
        let rows = asked.get().into_iter().map(|asked| view! { <AskedRow asked /> });
        view! { <List>{rows.collect_view()}</List> }
    }
}

#[component]
fn AskedRow(asked: Asked) -> impl IntoView {
    let words = use_store().messages().course;
    let Asked { prompt, is_done } = asked;
    let href = place_of(&prompt.key).map(|route| route.to_string()).unwrap_or_default();
    let state = if is_done == Some(true) { RowState::Done } else { RowState::Plain };
    let chip = is_done.map(|is_done| match is_done {
        true => view! {
            <Chip
                label=words.done.to_owned()
                icon=Glyph::Check
                news=Signal::stored(News::Good)
            />
        }
        .into_any(),
        false => view! { <Chip label=words.not_done.to_owned() /> }.into_any(),
    });
    view! {
        <ListRow href title=prompt.label line=prompt.hint state=Signal::stored(state)>
            <span class="asked-list__state">{chip}</span>
        </ListRow>
    }
}
