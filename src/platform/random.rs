//! Random bits for ids.

use web_sys::window;

/// Why there are no random bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this browser gives no random numbers")]
pub struct RandomError;

/// 128 bits from the browser's cryptographic source. There is no weaker fallback: every browser that
/// can run the program has this source, also without https, and two devices with one id would break
/// the law that no write identity is used twice.
pub fn bits() -> Result<u128, RandomError> {
    let crypto = window().ok_or(RandomError)?.crypto().map_err(|_| RandomError)?;
    let mut bytes = [0; 16];
    crypto.get_random_values_with_u8_array(&mut bytes).map_err(|_| RandomError)?;
    Ok(u128::from_be_bytes(bytes))
}
