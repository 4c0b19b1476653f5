//! The bundle: one or more plans as one readable JSON file. `docs/bundle.md` describes it.

mod device;
mod file_name;
mod header;
mod read;
mod write;

pub use device::DeviceStores;
pub use file_name::{backup_file_name, dated_name, file_name};
pub use header::{Audience, Header, Sender};
pub use read::{read, read_in_steps};
pub use write::{write, write_backup, write_in_steps};

use crate::domain::{Plan, PlanId};

/// The value of `format` by which a bundle is known.
const FORMAT: &str = "steadyhand";
/// The version of the format written here, and the newest that is read.
const VERSION: u64 = 1;

/// What a file held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// Who made it, when and for whom.
    pub header: Header,
    /// The plans, as far as the audience sees them, in the file's order.
    pub plans: Vec<(PlanId, Plan)>,
    /// What a backup holds of its device besides the plans. Other files have none.
    pub device: Option<DeviceStores>,
}
