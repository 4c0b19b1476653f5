// Keeps the program on this device, so that it opens without a network, and whole.
//
// The build writes two lines above this one (install/precache.mjs): VERSION, which names what was
// built, and FILES, every file of it with the SHA-256 of its bytes. A version is kept whole or not at
// all: each file is checked as it was stored, and a host on which one is missing, cut off or of another
// build changes nothing here.
//
// A page belongs to the version it was opened with and gets its files from that version's cache alone,
// for as long as it lives, whatever has taken over meanwhile. Which page is of which version is written
// down in a cache of its own, because a browser ends and restarts a service worker as it likes.
//
// Where a browser can be told beforehand what is to be had from which cache, it opens the page without
// waking this worker. Such a page is of the version that was active then, and says so once it is drawn.
//
// It sees to this folder and to the caches named below; any other cache is not its affair.

const SCOPE = new URL(registration.scope);
const HOME = SCOPE.href;
const INDEX = new URL("index.html", SCOPE).href;
/** What the names of the caches begin with that hold versions of the program. */
const PROGRAM = `${SCOPE.pathname}#program/`;
/** The cache that says which page is of which version. */
const PAGES = `${SCOPE.pathname}#pages`;
/** What stands in that cache for all pages that have not said anything yet: the version that is active. */
const ACTIVE = "active";
/** The same, of the version that was active before. */
const FORMER = "former";
/** A page that is being opened is not among the clients yet: for so many milliseconds it may be. */
const OPENING = 60_000;
/** A file with a hash in its name is the same in every version that has one of this name. */
const HASHED = /-[0-9a-f]{8,}\.\w+$/;
/** What a browser shows around a page. Of which version it is makes no difference to the page. */
const AROUND = /\.(png|svg|webmanifest)$/;

/** Every file's address with its hash. Some hosts redirect index.html to the folder, which is the same. */
const WANTED = new Map(
  FILES.map(([path, hash]) => [path === "index.html" ? HOME : new URL(path, SCOPE).href, hash]),
);

/** The versions of the pages that this worker has met, by the pages' ids. */
const known = new Map();

addEventListener("install", (event) => {
  event.addRoutes?.(routes());
  event.waitUntil(install());
});
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(HOME)) {
    return;
  }
  url.hash = "";
  if (request.mode !== "navigate") {
    event.respondWith(part(event, url.href));
    return;
  }
  url.search = "";
  if (url.href === HOME || url.href === INDEX) {
    event.respondWith(page(event));
  }
});
addEventListener("message", (event) => {
  const { data, source } = event;
  if (data === "apply") {
    event.waitUntil(skipWaiting());
  } else if (data?.version) {
    event.waitUntil(meet(source, data));
  }
});
addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(show(event.notification.data ?? ""));
});

/**
 * What this worker need not be woken for, because one answer is right: the page, files with a hash, and what is shown
 * around the page. A browser asks for the last by itself, soon after the page is drawn. Chromium ends the active worker
 * to let the next one take over; if it is asked for something just then, it starts it again instead, and the next one
 * waits until that has had nothing to do for half a minute.
 */
function routes() {
  const cacheName = PROGRAM + VERSION;
  const kept = [...WANTED.keys()].filter((url) => url === HOME || HASHED.test(url) || AROUND.test(url));
  return [
    ...kept.map((url) => ({ condition: { urlPattern: only(url) }, source: { cacheName } })),
    // A browser may ask the host as well while this worker wakes up, and throw the answer away. On a phone that is
    // paid for, so it is told that all else comes through here.
    { condition: { urlPattern: new URLPattern({}) }, source: "fetch-event" },
  ];
}

/** The pattern of one address of this folder, whatever stands behind its `#`. */
function only(url) {
  const pathname = new URL(url).pathname.replace(/[\\+*?:(){}]/g, "\\$&");
  return new URLPattern({ pathname, search: "", baseURL: HOME });
}

/** Keeps this version: all of it, or nothing. */
async function install() {
  const name = PROGRAM + VERSION;
  const wasHere = await caches.has(name);
  const cache = await caches.open(name);
  const older = await Promise.all((await versions()).map((version) => caches.open(version)));
  try {
    await Promise.all([...WANTED].map(([url, hash]) => keep(url, hash, cache, older)));
  } catch (error) {
    // What was here before this attempt may be in use.
    if (!wasHere) {
      await caches.delete(name);
    }
    throw error;
  }
}

/** Keeps one file as it was built: from a version that has the same, or else from the host. */
async function keep(url, hash, cache, older) {
  for (const kept of [cache, ...older]) {
    if (await holds(kept, url, hash)) {
      if (kept !== cache) {
        await cache.put(url, await kept.match(url));
      }
      return;
    }
  }
  // What the browser's own cache holds is good enough if it is the right thing, and costs nothing.
  for (const mode of ["default", "reload"]) {
    const response = await fetch(url, { cache: mode, credentials: "same-origin" });
    if (response.ok) {
      await cache.put(url, lasting(response));
      if (await holds(cache, url, hash)) {
        if (url === HOME) {
          await cache.put(url, await asKept(await cache.match(url)));
        }
        return;
      }
    }
  }
  throw new Error(`${url} is not as it was built`);
}

/** Whether a cache holds the right bytes under an address. */
async function holds(cache, url, hash) {
  const found = await cache.match(url);
  if (!found) {
    return false;
  }
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await found.arrayBuffer()));
  return btoa(String.fromCharCode(...digest)) === hash;
}

/**
 * The page as it is right for what is kept. Without the order to fetch the program ahead of its script: that is for a
 * first visit; here it saves nothing, and Chromium takes up what it compiled the last time only for what a script asks
 * for. With the orders that on a first visit wait for what the first frame needs, and so without the style sheet of that.
 */
async function asKept(page) {
  const text = await page.text();
  const kept = text.replace(/ rel="?preload"?/, "").replace(/<link [^>]*start-[^>]*>/, "").replaceAll(" data-rel=", " rel=");
  return remade(kept, page.headers);
}

/** A redirected answer may open no page, and one that varies is not found again. */
function lasting(response) {
  return response.redirected || response.headers.has("vary") ? remade(response.body, response.headers) : response;
}

/** An answer of this worker's own, with another's headers as far as they are true of it. */
function remade(body, given) {
  const headers = new Headers(given);
  ["content-encoding", "content-length", "vary"].forEach((name) => headers.delete(name));
  return new Response(body, { headers });
}

/** A page that is being opened: it is of this version from now on. */
async function page({ request, resultingClientId }) {
  const [kept] = await Promise.all([
    find(VERSION, HOME),
    remember(resultingClientId, VERSION),
  ]);
  if (!kept) {
    // The browser has thrown the cache away. What the host sends may be of any version.
    await forget(resultingClientId);
    return fetch(request);
  }
  return kept;
}

/**
 * A part of a page: from the cache of the page's version, or else from the host. One that has not said of which version
 * it is was opened from the cache of this one, or just before this one took over.
 */
async function part({ request, clientId }, url) {
  const found = await find((await versionOf(clientId)) ?? VERSION, url);
  return found ?? (HASHED.test(url) ? await findAnywhere(url) : undefined) ?? fetch(request);
}

/** What any version's cache holds under an address. */
async function findAnywhere(url) {
  for (const name of await versions()) {
    const found = await find(name.slice(PROGRAM.length), url);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** What a version's cache holds under an address. */
async function find(version, url) {
  try {
    return await caches.match(url, { cacheName: PROGRAM + version });
  } catch {
    // A browser that does not let its caches be read leaves the host.
    return undefined;
  }
}

/** Writes down of which version a page is. */
async function remember(id, version) {
  if (!id) {
    return;
  }
  known.set(id, version);
  try {
    const book = await caches.open(PAGES);
    await book.put(entry(id), new Response(JSON.stringify({ version, at: Date.now() })));
  } catch {
    // There is no room: then it is known for as long as this worker runs.
  }
}

async function forget(id) {
  known.delete(id);
  await (await caches.open(PAGES)).delete(entry(id));
}

/** Of which version a page is, if that is known. */
async function versionOf(id) {
  if (id && !known.has(id)) {
    try {
      const found = await caches.match(entry(id), { cacheName: PAGES });
      if (found) {
        known.set(id, (await found.json()).version);
      }
    } catch {
      // As if it were not known.
    }
  }
  return known.get(id);
}

function entry(id) {
  return new URL(`?page=${encodeURIComponent(id)}`, SCOPE).href;
}

/** The names of the caches that hold versions. */
async function versions() {
  return (await caches.keys()).filter((name) => name.startsWith(PROGRAM));
}

/**
 * Answers a page that tells its version and asks for this worker's. A page of this version that came
 * from the host, as on the first visit, is taken over: its later parts are here, too.
 */
async function meet(asking, { version, of }) {
  if (of === "active" && (await versionOf(asking.id)) === undefined) {
    await remember(asking.id, version);
    if (version === VERSION) {
      // Only an active worker may, and another may have become that by now.
      await clients.claim().catch(() => undefined);
    }
  }
  asking.postMessage({ version: VERSION, of });
  // While another takes over, it is not known yet what that keeps.
  if (of === "active" && registration.active?.state === "activated" && (await versions()).length > 1) {
    await sweep();
  }
}

/** Is the active version from now on. Pages that have not said anything yet are of the one that was so far. */
async function takeOver() {
  const former = await versionOf(ACTIVE);
  if (former !== undefined && former !== VERSION) {
    for (const { id } of await clients.matchAll()) {
      if ((await versionOf(id)) === undefined) {
        await remember(id, former);
      }
    }
    // One may be being opened right now.
    await remember(FORMER, former);
  }
  await remember(ACTIVE, VERSION);
  await sweep();
}

/** Deletes the versions that no page is of any more. */
async function sweep() {
  const names = await versions();
  const here = await clients.matchAll({ includeUncontrolled: true });
  const open = new Set([ACTIVE, ...here.map((client) => client.id)]);
  const used = new Set([PROGRAM + VERSION]);
  const book = await caches.open(PAGES);
  for (const request of await book.keys()) {
    const { version, at } = (await (await book.match(request))?.json()) ?? {};
    if (open.has(new URL(request.url).searchParams.get("page")) || Date.now() - at < OPENING) {
      used.add(PROGRAM + version);
    } else {
      await book.delete(request);
    }
  }
  // The next version is nobody's yet.
  if (!registration.installing && !registration.waiting) {
    await Promise.all(names.filter((name) => !used.has(name)).map((name) => caches.delete(name)));
  }
}

/** Shows a route in an open page of this folder, or in a new one. */
async function show(route) {
  const here = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const own = here.find(({ url }) => [HOME, INDEX].includes(url.split(/[?#]/)[0]));
  if (!own) {
    return clients.openWindow(HOME + route);
  }
  own.postMessage({ route });
  return own.focus();
}
