//! Line icons on a 24 × 24 grid. They are always decoration: the words beside them carry the
//! meaning, so every icon is hidden from assistive technology.

use leptos::prelude::*;

/// One icon, drawn with the colour of the text around it.
#[component]
pub fn Icon(
    /// What to draw.
    glyph: Glyph,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=glyph.0 />
        </svg>
    }
}

/// A drawing. Each is a constant of its own, so that a part of the program brings along those it draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph(
    /// The outline, as the `d` of one stroked path.
    &'static str,
);

#[expect(non_upper_case_globals, reason = "they read as the kinds that they are")]
impl Glyph {
    /// An arrow to the left, for going back.
    pub const Back: Self = Self("M15 5l-7 7 7 7");
    /// A bell.
    pub const Bell: Self =
        Self("M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15z M10 18.5a2 2 0 0 0 4 0 M12 3v2");
    /// A month page.
    pub const Calendar: Self = Self(
        "M4 7a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2z \
                 M4 10h16 M8 3v4 M16 3v4 M8 14h.01 M12 14h.01 M16 14h.01",
    );
    /// A tick.
    pub const Check: Self = Self("M5 12.5l4.5 4.5L19 7.5");
    /// An arrow head pointing down.
    pub const ChevronDown: Self = Self("M5 9l7 7 7-7");
    /// An arrow head pointing right.
    pub const ChevronRight: Self = Self("M9 5l7 7-7 7");
    /// A clock face.
    pub const Clock: Self = Self("M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18 M12 7v5l3.5 2");
    /// A cross that closes.
    pub const Close: Self = Self("M6 6l12 12 M18 6L6 18");
    /// Three dots: more actions.
    pub const Dots: Self = Self(
        "M4.5 12a.5.5 0 1 0 1 0a.5.5 0 1 0-1 0 M11.5 12a.5.5 0 1 0 1 0a.5.5 0 1 0-1 0 \
                 M18.5 12a.5.5 0 1 0 1 0a.5.5 0 1 0-1 0",
    );
    /// An arrow into a tray.
    pub const Download: Self = Self("M12 4v11 M7.5 11l4.5 4.5 4.5-4.5 M4 20h16");
    /// A pencil.
    pub const Edit: Self = Self("M4 20l1-4.5L16.5 4a2.1 2.1 0 0 1 3 3L8.5 19z M14.5 6l3.5 3.5");
    /// A speech bubble.
    pub const Feedback: Self = Self(
        "M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 \
                 2-2z M8 9h8 M8 13h5",
    );
    /// A target.
    pub const Goals: Self = Self(
        "M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18 M12 8a4 4 0 1 1 0 8a4 4 0 1 1 0-8 \
                 M12 12h.01",
    );
    /// Six dots: something to hold a row by.
    pub const Grip: Self = Self("M9 6h.01 M15 6h.01 M9 12h.01 M15 12h.01 M9 18h.01 M15 18h.01");
    /// An i in a circle.
    pub const Info: Self = Self("M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18 M12 11v5.5 M12 7.5h.01");
    /// A globe.
    pub const Language: Self = Self(
        "M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18 M3 12h18 M12 3c-5 5.5-5 12.5 0 18 \
                 M12 3c5 5.5 5 12.5 0 18",
    );
    /// A closed lock.
    pub const Lock: Self = Self("M6 11h12v9H6z M8.5 11V7.5a3.5 3.5 0 0 1 7 0V11 M12 14.5v2");
    /// A month page with a tick.
    pub const Meetings: Self = Self(
        "M4 7a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2z \
                 M4 10h16 M8 3v4 M16 3v4 M9 15l2 2 4-4",
    );
    /// A moon.
    pub const Moon: Self = Self("M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z");
    /// Three lines.
    pub const More: Self = Self("M4 7h16 M4 12h16 M4 17h16");
    /// A sheet of paper.
    pub const Note: Self = Self("M6 3h8l4 4v14H6z M14 3v4h4 M9 12h6 M9 16h4");
    /// Two persons.
    pub const People: Self = Self(
        "M9 5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7 M2.5 19.5a6.5 6.5 0 0 1 13 0 \
                 M16 5.3a3.5 3.5 0 0 1 0 6.4 M18 14a6.5 6.5 0 0 1 3.5 5.5",
    );
    /// One person.
    pub const Person: Self = Self("M12 4a4 4 0 1 1 0 8a4 4 0 1 1 0-8 M4.5 20.5a7.5 7.5 0 0 1 15 0");
    /// A telephone receiver.
    pub const Phone: Self = Self(
        "M6 3.5h3l1.5 4.5-2 1.5a12 12 0 0 0 6 6l1.5-2 4.5 1.5v3a2 2 0 0 1-2.2 2A16.5 \
                 16.5 0 0 1 4 5.7a2 2 0 0 1 2-2.2z",
    );
    /// A pin on a map.
    pub const Place: Self = Self(
        "M12 21c-4-4.2-6.5-7.6-6.5-11a6.5 6.5 0 0 1 13 0c0 3.4-2.5 6.8-6.5 11z \
                 M12 7.8a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 1 1 0-4.4",
    );
    /// A plus sign.
    pub const Plus: Self = Self("M12 5v14 M5 12h14");
    /// A magnifying glass.
    pub const Search: Self = Self("M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13 M15.3 15.3L20 20");
    /// Sliders.
    pub const Settings: Self =
        Self("M4 7h9 M17 7h3 M15 5v4 M4 12h3 M11 12h9 M9 10v4 M4 17h7 M15 17h5 M13 15v4");
    /// An arrow out of a box.
    pub const Share: Self = Self("M12 15V3.5 M8 7l4-4 4 4 M7 11H5v9h14v-9h-2");
    /// A four-pointed star, for examples.
    pub const Sparkle: Self = Self("M12 3l2 6.5 6.5 2.5-6.5 2.5L12 21l-2-6.5L3.5 12 10 9.5z");
    /// A sun.
    pub const Sun: Self = Self(
        "M12 8a4 4 0 1 1 0 8a4 4 0 1 1 0-8 M12 2.5v2 M12 19.5v2 M2.5 12h2 M19.5 12h2 \
                 M5.3 5.3l1.4 1.4 M17.3 17.3l1.4 1.4 M5.3 18.7l1.4-1.4 M17.3 6.7l1.4-1.4",
    );
    /// A box with a tick.
    pub const Task: Self = Self("M5 5h14v14H5z M8.5 12l2.5 2.5 4.5-5");
    /// A house of several floors, for a program.
    pub const Program: Self =
        Self("M5 20.5V4.5h9v16 M14 10h5v10.5 M3 20.5h18 M8 8.5h3 M8 12.5h3 M8 16.5h3");
    /// A rising sun.
    pub const Today: Self =
        Self("M3 18h18 M6.5 18a5.5 5.5 0 0 1 11 0 M12 5v3.5 M4.6 9.6l2 1.8 M19.4 9.6l-2 1.8");
    /// A bin.
    pub const Trash: Self = Self("M4 7h16 M9 7V4h6v3 M6 7l1 13h10l1-13 M10 11v5 M14 11v5");
    /// An arrow that turns back.
    pub const Undo: Self = Self("M8 5L4 9l4 4 M4 9h10a5.5 5.5 0 0 1 0 11h-3");
    /// An arrow out of a tray.
    pub const Upload: Self = Self("M12 16V5 M7.5 9L12 4.5 16.5 9 M4 20h16");
    /// A camera for moving pictures.
    pub const Video: Self = Self(
        "M4 7h10a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1z \
                 M15 11l6-3.5v9L15 13",
    );
    /// A triangle with an exclamation mark.
    pub const Warning: Self = Self("M12 4l9 16H3z M12 10v4.5 M12 17.3h.01");
}
