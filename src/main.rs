//! The program: it starts the app in a browser, and does nothing anywhere else.

fn main() {
    #[cfg(target_arch = "wasm32")]
    steadyhand::app::start();
}
