//! The rest of the program: what drawing the first page does not need. The release cuts it off into a
//! file of its own (`release/split.mjs`), and it is fetched as soon as the first page stands. Other builds
//! are one file, and the rest is always there.

/// Declares functions of the rest. Each becomes `async`, and may be awaited only after [`load`] has
/// answered `true`: it then answers at once. They take and return plain values, and no references.
macro_rules! rest {
    ($($(#[$note:meta])* $visible:vis fn $name:ident($($of:ident: $kind:ty),* $(,)?) -> $out:ty $body:block)*) => {$(
        $(#[$note])*
        #[cfg(not(feature = "split"))]
        $visible async fn $name($($of: $kind),*) -> $out $body

        $(#[$note])*
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split(rest, wasm_split_path = leptos::wasm_split)]
        $visible fn $name($($of: $kind),*) -> $out $body
    )*};
}
pub(crate) use rest;

/// Fetches the rest unless it is there; answers whether it is. What failed is tried again by the next
/// call.
pub async fn load() -> bool {
    arrived().await.is_ok()
}

#[cfg(not(feature = "split"))]
async fn arrived() -> Result<(), std::convert::Infallible> {
    Ok(())
}

#[cfg(feature = "split")]
#[leptos::wasm_split::wasm_split(rest, fallible, wasm_split_path = leptos::wasm_split)]
fn arrived() -> Result<(), leptos::wasm_split::SplitLoaderError> {
    Ok(())
}
