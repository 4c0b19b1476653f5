//! Reading what storage holds: any text, of any version of the format, is either refused with words or
//! read and written again as the same record.

use steadyhand::codec::stored;

pub fn check(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    one(text);
    // The journal holds one record a line.
    text.lines().for_each(one);
}

fn one(text: &str) {
    let (key, record) = match stored::read(text) {
        Ok(read) => read,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            return;
        }
    };
    let written = stored::write(&key, &record);
    assert!(!written.contains('\n'), "a record is one line");
    let (key_again, again) = stored::read(&written).expect("what is written can be read");
    assert_eq!((key_again, &again), (key, &record), "what is written reads as the same record");
    assert_eq!(stored::write(&key, &again), written, "writing again writes the same text");
}
