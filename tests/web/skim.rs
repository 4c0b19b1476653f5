//! A quick look through a store: everything comes, in order, and what is not as it should be is told or refused.

use steadyhand::platform::database::{Database, delete};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::database::{open, raw, write};

/// All that a look finds in the store; nothing where it is not in order.
async fn found(database: &Database) -> Option<Vec<(String, String)>> {
    let mut skim = database.skim("records").unwrap();
    let mut found = Vec::new();
    while let Some(lines) = skim.next().await.ok()? {
        let is_whole = lines.all(|key, text| {
            found.push((key.to_owned(), text.to_owned()));
            !text.starts_with('!')
        });
        if !is_whole {
            return None;
        }
    }
    Some(found)
}

#[wasm_bindgen_test]
async fn everything_comes_in_the_order_of_the_keys_however_large_it_is() {
    let name = "test/skim";
    let database = open(name).await;
    assert_eq!(found(&database).await.unwrap(), []);
    // One more than a piece has, then many pieces, then texts that make these small.
    for (count, length) in [(501, 3), (6_500, 3), (6_900, 3_000)] {
        let text = |number: usize| format!("{number} Gefäß \u{1F489}{}", "x".repeat(length));
        let writes: Vec<_> = (0..count)
            .map(|number| write("records", &format!("{number:05}"), Some(&text(number))))
            .collect();
        database.put_all(&writes).await.unwrap();
        let found = found(&database).await.unwrap();
        assert_eq!(found.len(), count);
        for (number, (key, found)) in found.iter().enumerate() {
            assert_eq!((key, found), (&format!("{number:05}"), &text(number)));
        }
    }
    drop(database);
    delete(name).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_small_store_is_told_whole_or_not_at_all() {
    let name = "test/skim/small";
    let database = open(name).await;
    let small = async || database.load_few("meta").await.unwrap();
    database.put_all(&[write("meta", "a", Some("two\nlines"))]).await.unwrap();
    assert_eq!(small().await.unwrap(), [("a".to_owned(), "two\nlines".to_owned())]);
    raw::run(name, "meta", "arguments[0].put(7, 'number')").await;
    assert_eq!(small().await, None, "something in it is no text");
    raw::run(name, "meta", "for (let i = 0; i < 500; i += 1) arguments[0].put('', 'n' + i)").await;
    raw::run(name, "meta", "arguments[0].delete('number')").await;
    assert_eq!(small().await, None, "there is more than one answer holds");
    drop(database);
    delete(name).await.unwrap();
}

#[wasm_bindgen_test]
async fn what_is_not_one_line_of_text_is_not_in_order() {
    let scripts = [
        ("a text of two lines", "arguments[0].put('a\\nb', 'key')"),
        ("a key of two lines", "arguments[0].put('a', 'key\\nmore')"),
        ("an object that refuses to become a text", "arguments[0].put({ toString: 1 }, 'key')"),
        ("what is refused by who looks", "arguments[0].put('!', 'key')"),
    ];
    for (what, script) in scripts {
        let name = "test/skim/odd";
        let database = open(name).await;
        database.put_all(&[write("records", "a", Some("good"))]).await.unwrap();
        assert!(found(&database).await.is_some());
        raw::run(name, "records", script).await;
        assert_eq!(found(&database).await, None, "{what}");
        drop(database);
        delete(name).await.unwrap();
    }
}
