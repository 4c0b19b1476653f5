//! The parts of the program. What drawing Today needs is the main part; the release cuts the others
//! off into files of their own (`release/split.mjs`), and they are fetched as soon as the first page
//! stands. Other builds are one file, and every part is always there.

/// Declares functions of a part. Each becomes `async`, and may be awaited only after [`load`] has
/// answered `true` for the part; one that was `async` then answers with what it has to do.
/// They take and return plain values, and no references.
macro_rules! part {
    ($part:ident: $(#[$note:meta])* $visible:vis async fn $name:ident($($of:ident: $kind:ty),* $(,)?) $body:block $($more:tt)*) => {
        $crate::platform::part::part! {
            $part: $(#[$note])* $visible fn $name($($of: $kind),*) -> $crate::platform::part::Task {
                Box::pin(async move $body)
            }
        }
        $crate::platform::part::part! { $part: $($more)* }
    };
    ($part:ident: $(#[$note:meta])* $visible:vis fn $name:ident($($of:ident: $kind:ty),* $(,)?) -> $out:ty $body:block $($more:tt)*) => {
        $(#[$note])*
        #[cfg(not(feature = "split"))]
        $visible async fn $name($($of: $kind),*) -> $out $body

        $(#[$note])*
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split($part, wasm_split_path = leptos::wasm_split)]
        $visible fn $name($($of: $kind),*) -> $out $body

        $crate::platform::part::part! { $part: $($more)* }
    };
    ($part:ident:) => {};
}
pub(crate) use part;

/// Something to do, in a part that is there.
pub type Task = std::pin::Pin<Box<dyn Future<Output = ()>>>;

/// A part that the main part can do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The second page of a first visit. The first is no part of the program: `src/welcome.js`.
    Beginning,
    /// All pages but Today, and every change of a plan.
    Rest,
}

/// Fetches a part unless it is there; answers whether it is. What failed is tried again by the next
/// call.
pub async fn load(part: Part) -> bool {
    match part {
        Part::Beginning => loading::beginning().await.is_ok(),
        Part::Rest => loading::rest().await.is_ok(),
    }
}

#[cfg(not(feature = "split"))]
mod loading {
    type Loaded = Result<u8, std::convert::Infallible>;

    pub async fn beginning() -> Loaded {
        Ok(1)
    }

    pub async fn rest() -> Loaded {
        Ok(2)
    }
}

#[cfg(feature = "split")]
mod loading {
    use leptos::wasm_split::{self as wasm_split_helpers, SplitLoaderError, wasm_split};

    /// Each answers something else: were they the same, they would be made one, in a file of its own.
    type Loaded = Result<u8, SplitLoaderError>;

    #[wasm_split(beginning, fallible, wasm_split_path = wasm_split_helpers)]
    pub fn beginning() -> Loaded {
        Ok(1)
    }

    #[wasm_split(rest, fallible, wasm_split_path = wasm_split_helpers)]
    pub fn rest() -> Loaded {
        Ok(2)
    }
}
