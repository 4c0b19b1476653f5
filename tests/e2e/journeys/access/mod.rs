//! Steadyhand in other hands: large text and narrow screens, the keyboard alone, forms in error, menus that
//! are open, screen keyboards, forced colours.

pub mod keyboard;
pub mod sizes;
pub mod states;
pub mod steady;

/// Whether the long runs are asked for.
fn is_long() -> bool {
    std::env::var_os("STEADYHAND_LONG").is_some()
}
