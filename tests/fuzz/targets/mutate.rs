//! Mutating JSON by its tokens, so that what is made up is still JSON more often than not.

use libfuzzer_sys::fuzzer_mutate;

/// Tokens that a mutation may put in.
const WORDS: [&str; 40] = [
    "{}",
    "[]",
    "null",
    "true",
    "0",
    "-0",
    "1e999",
    "12345678901234567890.10",
    "\"\"",
    "\"\\ud83d\\ude00\"",
    "\"\\u0000\"",
    "\"id\"",
    "\"merge\"",
    "\"also\"",
    "\"fields\"",
    "\"deleted\"",
    "\"created\"",
    "\"title\"",
    "\"goals\"",
    "\"plan\"",
    "\"plans\"",
    "\"check_ins\"",
    "\"writers\"",
    "\"record\"",
    "\"kind\"",
    "\"version\"",
    "\"a1\"",
    "\"b2@5\"",
    "\"a1 b1:title\"",
    "\"a1 -b1\"",
    "\"a1 -b1()\"",
    "\"a1 -b1(a1b2)\"",
    "\"+a3b4\"",
    "\"a1:%2c,title\"",
    "\"a9007199254740991\"",
    "\"0000000000000001\"",
    "\"0000000000000002\"",
    "\"2026-10-05T14:00:00Z\"",
    "{\"id\":\"0000000000000001\",\"merge\":\"a1\"}",
    "[{\"id\":1}]",
];

/// Changes `data`, of which `size` bytes are in use, and answers with how many are then.
pub fn mutate(data: &mut [u8], size: usize, most: usize, seed: u32) -> usize {
    let mut dice = Dice(u64::from(seed) | 1 << 32);
    // Every third time the bytes are mutated as bytes.
    if dice.below(3) == 0 {
        return fuzzer_mutate(data, size, most);
    }
    let mut tokens = tokens(&data[..size]);
    for _ in 0..=dice.below(3) {
        change(&mut tokens, &mut dice);
    }
    let made: Vec<u8> = tokens.concat();
    if made.is_empty() || made.len() > most {
        return fuzzer_mutate(data, size, most);
    }
    data[..made.len()].copy_from_slice(&made);
    made.len()
}

fn change(tokens: &mut Vec<Vec<u8>>, dice: &mut Dice) {
    let word = || WORDS[0].as_bytes().to_vec();
    if tokens.is_empty() {
        tokens.push(word());
    }
    let at = dice.below(tokens.len());
    let whole = value_at(tokens, at);
    match dice.below(8) {
        // A value goes, is there twice, or stands somewhere else.
        0 => drop(tokens.drain(at..whole)),
        1 => {
            let mut copy = tokens[at..whole].to_vec();
            copy.insert(0, b",".to_vec());
            tokens.splice(whole..whole, copy);
        }
        2 => {
            let copy = tokens[at..whole].to_vec();
            let to = dice.below(tokens.len());
            let end = value_at(tokens, to);
            tokens.splice(to..end, copy);
        }
        // A value becomes another, or gets a neighbor.
        3 | 4 => {
            let word = WORDS[dice.below(WORDS.len())].as_bytes().to_vec();
            tokens.splice(at..whole, [word]);
        }
        5 => {
            let (name, value) = (dice.below(WORDS.len()), dice.below(WORDS.len()));
            let member = format!(",{}:{}", WORDS[name], WORDS[value]).into_bytes();
            tokens.insert(whole, member);
        }
        // The characters of one token change.
        _ => {
            let token = &mut tokens[at];
            let mut room = token.clone();
            let used = room.len();
            room.resize(used + 32, 0);
            let left = fuzzer_mutate(&mut room, used, used + 32);
            room.truncate(left);
            *token = room;
        }
    }
}

/// The end of the value that begins with the token at `at`: itself, or up to the bracket that closes it.
fn value_at(tokens: &[Vec<u8>], at: usize) -> usize {
    let mut depth = 0usize;
    for (end, token) in tokens.iter().enumerate().skip(at) {
        match token.as_slice() {
            b"{" | b"[" => depth += 1,
            b"}" | b"]" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return end + 1;
        }
    }
    tokens.len()
}

/// Texts, brackets and marks one by one, and whatever stands between them.
fn tokens(text: &[u8]) -> Vec<Vec<u8>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let start = at;
        let is_mark = |byte: u8| b"{}[]:,\"".contains(&byte);
        at += 1;
        if text[start] == b'"' {
            while at < text.len() && text[at] != b'"' {
                at += if text[at] == b'\\' { 2 } else { 1 };
            }
            at = (at + 1).min(text.len());
        } else if !is_mark(text[start]) {
            while at < text.len() && !is_mark(text[at]) {
                at += 1;
            }
        }
        tokens.push(text[start..at].to_vec());
    }
    tokens
}

/// Random numbers that a seed repeats (xorshift64*).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % limit
    }
}
