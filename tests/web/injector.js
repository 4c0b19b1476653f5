// Makes the browser's storage fail at one call, or from one call on. Every call is counted and named.
const state = { at: -1, way: "", lasting: false, only: "", count: 0, log: [], hits: 0, fast: 1 };
const undo = [];
const fault = (name) => new DOMException("injected", name);

// A request that the browser never made: it answers as told, or not at all.
const pretended = (event, error, result) => {
    const request = new EventTarget();
    request.error = error ?? null;
    request.result = result;
    if (event) queueMicrotask(() => request.dispatchEvent(new Event(event)));
    return request;
};

const change = (database) =>
    database.dispatchEvent(new IDBVersionChangeEvent("versionchange", { oldVersion: 1, newVersion: 99 }));

const shut = (database) => {
    database.close();
    database.dispatchEvent(new Event("close"));
};

// Keeps a transaction busy for as long as nobody ends it.
const busy = (store, get) => {
    try {
        if (state.at < 0) return;
        get.call(store, "nothing").onsuccess = () => busy(store, get);
    } catch {
        // It has ended.
    }
};

// What answers with promises and not with requests.
const promises = [LockManager, CacheStorage, Cache, StorageManager];

const ownGet = IDBObjectStore.prototype.get;

const fail = (way, own, self, given) => {
    const [kind, name] = way.split(":");
    const transaction = self?.transaction instanceof IDBTransaction ? self.transaction : null;
    const database = self instanceof IDBDatabase ? self : transaction?.db;
    switch (kind) {
        case "throw":
            throw fault(name);
        case "null":
            return null;
        case "reject":
            return Promise.reject(fault("InvalidStateError"));
        case "never":
            return promises.some((type) => self instanceof type) ? new Promise(() => {}) : pretended();
        case "blocked":
            return pretended("blocked");
        case "null-value":
            return pretended("success", null, null);
        case "error":
            // The browser would abort a transaction that writes.
            if (transaction?.mode === "readwrite") queueMicrotask(() => transaction.abort());
            return pretended("error", fault(name));
        case "abort": {
            const request = own.apply(self, given);
            transaction.abort();
            return request;
        }
        case "late": {
            const request = own.apply(self, given);
            request.addEventListener("success", () => transaction.abort());
            return request;
        }
        case "hang": {
            const request = own.apply(self, given);
            busy(self, ownGet);
            return request;
        }
        case "versionchange":
            change(database);
            return own.apply(self, given);
        case "close":
            shut(database);
            return own.apply(self, given);
        default:
            throw new Error(`no such way: ${way}`);
    }
};

const called = (site, own, self, given) => {
    const number = state.count++;
    state.log.push(site);
    // Calls that wait for the browser change places now and then; a way is meant for one name.
    const reached = state.at >= 0 && number >= state.at && site === state.only;
    if (!reached || (state.hits > 0 && !state.lasting)) return own.apply(self, given);
    state.hits++;
    return fail(state.way, own, self, given);
};

const method = (type, name) => {
    const own = type.prototype[name];
    type.prototype[name] = function (...given) {
        return called(`${type.name}.${name}`, own, this, given);
    };
    undo.push(() => (type.prototype[name] = own));
};

const getter = (type, name) => {
    const own = Object.getOwnPropertyDescriptor(type.prototype, name);
    const get = function () {
        return called(`${type.name}.${name}`, own.get, this, []);
    };
    Object.defineProperty(type.prototype, name, { ...own, get });
    undo.push(() => Object.defineProperty(type.prototype, name, own));
};

for (const name of ["getItem", "setItem", "removeItem", "key"]) method(Storage, name);
getter(Storage, "length");
method(IDBFactory, "open");
method(IDBDatabase, "transaction");
method(IDBTransaction, "objectStore");
for (const name of ["get", "getAll", "getAllKeys", "put", "add", "delete"]) method(IDBObjectStore, name);
method(CacheStorage, "open");
for (const name of ["put", "keys", "match", "delete"]) method(Cache, name);
method(LockManager, "request");
method(BroadcastChannel, "postMessage");
method(StorageManager, "estimate");

const OwnChannel = BroadcastChannel;
globalThis.BroadcastChannel = new Proxy(OwnChannel, {
    construct: (target, given) =>
        called("BroadcastChannel", { apply: () => new target(...given) }, null, given),
});
undo.push(() => (globalThis.BroadcastChannel = OwnChannel));

// Waiting is shorter here, so that what happens after a pause happens in the test.
const ownTimeout = globalThis.setTimeout;
globalThis.setTimeout = (call, wait, ...given) => ownTimeout(call, (wait ?? 0) / state.fast, ...given);
undo.push(() => (globalThis.setTimeout = ownTimeout));

return {
    begin(at, way, lasting, only) {
        Object.assign(state, { at, way, lasting, only, count: 0, log: [], hits: 0 });
    },
    lift() {
        state.at = -1;
    },
    hurry(times) {
        state.fast = times;
    },
    hits: () => state.hits,
    log: () => state.log.join("\n"),
    remove() {
        undo.reverse().forEach((one) => one());
    },
};
