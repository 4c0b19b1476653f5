//! Reading a bundle: any bytes are either refused with words, or hold plans that are written and read
//! again as the same plans.

use steadyhand::codec::bundle::{self, Bundle};

pub fn check(bytes: &[u8]) {
    let read = match bundle::read(bytes) {
        Ok(read) => read,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            return;
        }
    };
    let text = written(&read);
    let again = bundle::read(text.as_bytes()).expect("what is written can be read");
    assert_eq!(again.plans, read.plans, "what is written reads as the same plans");
    assert_eq!(written(&again), text, "writing again writes the same text");
}

fn written(read: &Bundle) -> String {
    bundle::write(&read.header, read.plans.iter().map(|(id, plan)| (*id, plan)))
}
