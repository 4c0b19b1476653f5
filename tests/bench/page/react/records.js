// Records in IndexedDB, one value each: all are read at the start, and each change is put at once.

const opening = new Promise((resolve, reject) => {
  const request = indexedDB.open("records", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("records", { keyPath: "id" });
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

export async function readAll() {
  const database = await opening;
  return new Promise((resolve, reject) => {
    const request = database.transaction("records").objectStore("records").getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export async function put(record) {
  const database = await opening;
  database.transaction("records", "readwrite").objectStore("records").put(record);
}
