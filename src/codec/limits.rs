//! How much a file may ask of the device that reads it.

/// What is refused before memory is spent on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes in all.
    pub bytes: usize,
    /// How deeply objects and lists may nest in all.
    pub depth: usize,
    /// How deeply the value of one field may nest. Less than `depth` by what the file itself needs.
    pub value_depth: usize,
    /// The most plans.
    pub plans: usize,
    /// The most records in all plans together.
    pub records: usize,
    /// The most values in all records together.
    pub values: usize,
    /// The most fields of one record.
    pub fields: usize,
    /// The most values of one field, which is how many people disagree about it.
    pub values_of_field: usize,
    /// The most deletions of one record that had not seen each other.
    pub deletions: usize,
    /// The most devices in the table of writers. A record that claims to have been written by more
    /// than a few of them is read and then kept apart: see [`crate::domain::Reason`].
    pub writers: usize,
    /// The most writes that all records together say they have seen, on top of those that made
    /// their values. Each takes memory.
    pub seen: usize,
    /// The most characters of one value.
    pub text: usize,
    /// The most characters of the name of one field.
    pub name: usize,
}

impl Limits {
    /// What a bundle from elsewhere may hold.
    pub const BUNDLE: Self = Self {
        bytes: 64 * 1024 * 1024,
        depth: 32,
        value_depth: 24,
        plans: 500,
        records: 200_000,
        values: 2_000_000,
        fields: 256,
        values_of_field: 200,
        deletions: 64,
        writers: 1 << 20,
        seen: 1 << 21,
        text: 100_000,
        name: 64,
    };

    /// What a record in this device's own storage may hold. It was let in once, and merging may
    /// have made it grow since, so only its size is limited.
    pub const STORED: Self = Self {
        values: usize::MAX,
        fields: usize::MAX,
        values_of_field: usize::MAX,
        deletions: usize::MAX,
        writers: usize::MAX,
        seen: usize::MAX,
        text: usize::MAX,
        name: usize::MAX,
        ..Self::BUNDLE
    };
}
