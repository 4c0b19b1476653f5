//! What a mentorship is made of, what may be done to it, and what can be asked of it.
//!
//! Everything a person does is a command given to the [`Workspace`]; everything a page shows
//! is read through a typed view or a query. Underneath, each thing is a
//! [`Record`] of plain fields that merges by the law of [`crate::crdt`].
//!
//! This module does no I/O and knows neither JSON nor the browser. Time, randomness and the device
//! arrive as arguments.

mod id;
mod kind;
mod plan;
mod record;
mod value;

pub use id::{DeviceId, IdError, PlanId, RecordId};
pub use kind::{Kind, ShortName};
pub use plan::{Plan, RecordKey, Workspace};
pub use record::{FieldName, Record, field};
pub use value::{Stamped, Value};
