// Fills the origin's storage with emoji that belong to nobody: a database of its own, and local storage.
// Arguments: "local" for local storage alone, "database" for the database up to nine tenths of the room
// that the browser tells of, "all" for both until the browser refuses the smallest text; and a callback,
// which is told how the browser refused.
const [what, done] = arguments;
const emoji = Array.from({ length: 1 << 18 }, () => String.fromCodePoint(0x1f300 + Math.floor(Math.random() * 0x300))).join("");
const refusals = { database: [], local: [] };
let count = 0;

const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
const open = () => {
  const request = indexedDB.open("foreign", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("emoji");
  return answer(request);
};
const put = (database, text) =>
  new Promise((resolve, reject) => {
    const transaction = database.transaction("emoji", "readwrite");
    transaction.objectStore("emoji").put(text, (count += 1));
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
const isReached = async () => {
  const room = await navigator.storage.estimate();
  return room.usage >= room.quota * 0.9;
};
const fillDatabase = async () => {
  for (let length = emoji.length; length >= 32; ) {
    if (what === "database" && (await isReached())) return;
    let database;
    try {
      // A connection that was refused something may be of no use any more.
      database = await open();
      await put(database, emoji.slice(0, length));
    } catch (error) {
      refusals.database.push(error?.name);
      length >>= 2;
    }
    database?.close();
  }
};
const fillLocal = () => {
  for (let length = emoji.length; length >= 2; ) {
    try {
      localStorage.setItem(`foreign-${(count += 1)}`, emoji.slice(0, length));
    } catch (error) {
      refusals.local.push(error.name);
      length >>= 1;
    }
  }
};
(async () => {
  if (what !== "local") await fillDatabase();
  if (what !== "database") fillLocal();
  done(refusals);
})();
