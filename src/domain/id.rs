//! Names for plans, records and devices: 80 random bits, written as 16 letters and digits.

use std::fmt;
use std::str::FromStr;

/// How many characters an id has when written.
const LENGTH: usize = 16;
/// Bits that each character carries.
const BITS: u32 = 5;
/// Crockford's base 32, in lower case: no i, l, o or u, so an id can be read aloud.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Text that is not an id: an id has exactly 16 characters, digits and lower-case letters other
/// than i, l, o and u.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an id has 16 characters: digits and small letters without i, l, o and u")]
pub struct IdError;

/// What a byte stands for, or more than 31.
const DIGITS: [u8; 256] = {
    let mut digits = [u8::MAX; 256];
    let mut digit = 0;
    while digit < ALPHABET.len() {
        digits[ALPHABET[digit] as usize] = digit as u8;
        digit += 1;
    }
    digits
};

/// The 80 bits of an id. In two parts, because one number of 128 bits would be aligned to 16 bytes
/// and make everything larger that holds an id.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Bits {
    high: u16,
    low: u64,
}

impl Bits {
    const fn new(bits: u128) -> Self {
        Self { high: (bits >> 64) as u16, low: bits as u64 }
    }

    fn print(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bits = self.all();
        let mut text = [0u8; LENGTH];
        for (place, slot) in text.iter_mut().rev().enumerate() {
            let digit = (bits >> (BITS * place as u32)) & 31;
            *slot = ALPHABET[digit as usize];
        }
        f.write_str(std::str::from_utf8(&text).unwrap_or_default())
    }

    fn parse(text: &str) -> Result<Self, IdError> {
        let text: &[u8; LENGTH] = text.as_bytes().try_into().map_err(|_| IdError)?;
        let (mut halves, mut all) = ([0u64; 2], 0);
        for (half, letters) in halves.iter_mut().zip(text.chunks_exact(LENGTH / 2)) {
            for letter in letters {
                let digit = DIGITS[usize::from(*letter)];
                all |= digit;
                *half = (*half << BITS) | u64::from(digit & 31);
            }
        }
        let [first, last] = halves;
        // Each half has 40 bits.
        let bits = Self { high: (first >> 24) as u16, low: first << 40 | last };
        if all < 32 { Ok(bits) } else { Err(IdError) }
    }
}

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Bits);

        impl $name {
            /// The id made of the lowest 80 of the given random bits.
            pub const fn from_random(bits: u128) -> Self {
                Self(Bits::new(bits))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.print(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                Bits::parse(text).map(Self)
            }
        }
    };
}

id_type! {
    /// Names one plan everywhere. The plan's own record carries the same bits as its [`RecordId`].
    PlanId
}
id_type! {
    /// Names one record within its plan and kind.
    RecordId
}
id_type! {
    /// Names one device: one browser profile, or one more tab of it. Made here, never imported.
    DeviceId
}

/// An odd number of 80 bits without a pattern: the digits of the golden ratio. Being odd, its multiples are
/// different for every number.
const STEP: u128 = 0x9e37_79b9_7f4a_7c15_f39d;

impl Bits {
    fn all(self) -> u128 {
        u128::from(self.high) << 64 | u128::from(self.low)
    }
}

impl RecordId {
    /// The id of the thing with this number that belongs to the record with this id, such as one meeting
    /// of a series. Every device comes to the same one, so that what two devices make without having
    /// seen each other is one record. No two numbers give the same id.
    pub(super) fn numbered(self, number: u32) -> Self {
        Self(Bits::new(self.0.all().wrapping_add(STEP.wrapping_mul(u128::from(number) + 1))))
    }

    /// The id of what a name stands for, within the record with this id: FNV-1a of 128 bits, folded.
    /// Equal names give equal ids on every device.
    pub(super) fn named(self, name: &str) -> Self {
        const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
        const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
        let own = self.0.all().to_be_bytes();
        let bytes = own.iter().copied().chain(name.bytes());
        let hash = bytes.fold(BASIS, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
        Self(Bits::new(hash ^ hash >> 48))
    }
}

impl From<PlanId> for RecordId {
    fn from(plan: PlanId) -> Self {
        Self(plan.0)
    }
}

impl From<DeviceId> for RecordId {
    fn from(device: DeviceId) -> Self {
        Self(device.0)
    }
}

impl From<RecordId> for DeviceId {
    fn from(record: RecordId) -> Self {
        Self(record.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_id_reads_back(bits: u128) {
            let id = RecordId::from_random(bits);
            prop_assert_eq!(id.to_string().parse(), Ok(id));
            prop_assert_eq!(id.to_string().len(), LENGTH);
        }

        #[test]
        fn text_that_reads_is_written_the_same(text in "[0-9a-z]{15,17}") {
            if let Ok(id) = text.parse::<RecordId>() {
                prop_assert_eq!(id.to_string(), text);
            }
        }
    }

    #[test]
    fn what_belongs_to_a_record_has_an_id_of_its_own_everywhere_the_same() {
        let [one, other] = [7, 8].map(RecordId::from_random);
        let mut seen = std::collections::BTreeSet::from([one, other]);
        for number in 0..1000 {
            assert!(seen.insert(one.numbered(number)) && seen.insert(other.numbered(number)));
            let name = format!("shift-{number}@hospital");
            assert!(seen.insert(one.named(&name)) && seen.insert(other.named(&name)));
        }
        // They are in files, so they never change.
        assert_eq!(one.numbered(0).to_string(), "krvqkebz99y1bwx4");
        assert_eq!(one.named("a@b").to_string(), "33erb2kergqc8dym");
    }

    #[test]
    fn look_alike_letters_are_refused() {
        assert_eq!("000000000000000i".parse::<DeviceId>(), Err(IdError));
        assert_eq!("".parse::<DeviceId>(), Err(IdError));
    }
}
