//! Setting aside what cannot be read: it is moved, unchanged, to where nothing overwrites it, and
//! shown. Where it cannot be moved it stays, and is shown all the same.

use std::collections::BTreeSet;

use super::connection::patiently;
use super::journal;
use super::opening::Start;
use super::schema::{ASIDE, RECORDS};
use crate::codec::stored::Sorted;
use crate::platform::clock;
use crate::platform::database::{Database, DatabaseError, Write};
use crate::platform::local::Local;

/// A stored value that could not be read. It is kept unchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Where it was found.
    pub key: String,
    /// What was found.
    pub text: String,
}

impl Start {
    /// Sets aside what has been found that cannot be read, unless nothing may be changed, and lists
    /// all that ever was.
    pub(super) async fn set_aside(&mut self, local: Option<&Local>, database: Option<&Database>) {
        for (name, text) in std::mem::take(&mut self.unreadable) {
            match database {
                Some(database) if !self.is_held() => match move_aside(database, &name).await {
                    // The first look at it was deceived; it is looked at again.
                    Ok(false) => self.is_unread = true,
                    Ok(true) | Err(_) => self.show(name, text),
                },
                _ => self.show(name, text),
            }
        }
        for (entry, pieces) in std::mem::take(&mut self.damaged) {
            if !self.is_held() && take_over(local, database, &entry, &pieces).await {
                // Once its good lines are stored as well, the entry goes.
                self.entries.push(entry);
            }
            for (name, text) in pieces {
                self.show(name, text);
            }
        }
        self.list_earlier(database).await;
    }

    /// Lists something that cannot be read.
    pub(super) fn show(&mut self, key: String, text: String) {
        let found = SetAside { key, text };
        if !self.set_aside.contains(&found) {
            self.set_aside.push(found);
        }
    }

    /// Lists what was set aside in the database, now and at earlier starts.
    pub(super) async fn list_earlier(&mut self, database: Option<&Database>) {
        if let Some(database) = database
            && self.list_in(database).await.is_err()
        {
            self.is_unread = true;
        }
    }

    async fn list_in(&mut self, database: &Database) -> Result<(), DatabaseError> {
        let earlier = patiently(async || database.load_all(ASIDE).await).await?;
        let known: BTreeSet<String> =
            self.set_aside.iter().map(|found| found.key.clone()).collect();
        let foreign = earlier.foreign.into_iter().map(|found| (found.key, found.shown));
        self.set_aside.extend(
            earlier
                .good
                .into_iter()
                .chain(foreign)
                .filter(|(key, _)| !known.iter().any(|known| key.starts_with(known.as_str())))
                .map(|(key, text)| SetAside { key, text }),
        );
        Ok(())
    }
}

/// Has the database take over the pieces of a journal entry that cannot be read, and says whether it
/// has. Each keeps its name, so that doing it twice is doing it once. Where there is no database, a
/// piece that a later write would replace is moved within local storage.
async fn take_over(
    local: Option<&Local>,
    database: Option<&Database>,
    entry: &str,
    pieces: &[(String, String)],
) -> bool {
    if let Some(database) = database {
        let write = |(name, text): &(String, String)| Write {
            store: ASIDE,
            key: name.clone(),
            text: Some(text.clone()),
        };
        let writes: Vec<Write> = pieces.iter().map(write).collect();
        return database.put_all(&writes).await.is_ok();
    }
    if let Some(local) = local
        && journal::is_in_the_way(entry)
    {
        // If there is no room for it, it stays; it is shown either way.
        let _moved = journal::move_aside(local, entry, clock::now().unix_ms);
    }
    false
}

/// Moves an unreadable value of the database to where nothing overwrites it. Says `false` if it can
/// be read after all, or is a newer version's; then it stays.
pub(super) async fn move_aside(database: &Database, name: &str) -> Result<bool, DatabaseError> {
    let stamp = clock::now().unix_ms;
    let new_name = format!("{name} {stamp}");
    let is_good =
        |text: &str| Sorted::values([(name.to_owned(), text.to_owned())]).unreadable.is_empty();
    database.set_aside((RECORDS, name), (ASIDE, &new_name), is_good).await
}
