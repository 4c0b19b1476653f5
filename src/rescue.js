// What is left when the program cannot start or has broken down: a screen that says what this page has
// stored, and offers to try again and to download all of it, as it is. The program takes that file in
// again. Beyond that it must not keep, read or send anything of the person's.
//
// src/boot.js shows it, and has it here from the first moment at which that takes no time from the start.

const WORDS = {
  en: {
    failed:
      "Steadyhand could not start. What you wrote before is still on this device; nothing was " +
      "changed. Check your connection, then try again.",
    old:
      "This browser cannot run Steadyhand. Please update it, or open this page in a current " +
      "Chrome, Edge, Firefox or Safari. Nothing was changed.",
    broken:
      "Something went wrong, and Steadyhand has stopped. What you wrote is on this device. Try " +
      "again. If this comes back, download what is stored. That file can be restored later.",
    again: "Try again",
    download: "Download what is stored",
    refused: "The browser did not let the stored data be read.",
    unread: "The browser's database does not open now. What is in it stays. Beside it there is this:",
    held: "Stored on this device:",
    nothing: "nothing yet",
    records: ["record", "records"],
    plans: ["in 1 plan", "in # plans"],
    drafts: ["draft", "drafts"],
    last: "Last written",
    framed: "Steadyhand opens on its own only, and not inside a page of another site.",
    alone: "Open Steadyhand",
  },
  es: {
    failed:
      "Steadyhand no pudo abrirse. Lo que escribiste antes sigue en este dispositivo; no se cambió " +
      "nada. Revisa tu conexión y vuelve a intentarlo.",
    old:
      "Este navegador no puede abrir Steadyhand. Actualízalo o abre esta página en una versión " +
      "actual de Chrome, Edge, Firefox o Safari. No se cambió nada.",
    broken:
      "Algo salió mal y Steadyhand se detuvo. Lo que escribiste está en este dispositivo. Vuelve a " +
      "intentarlo. Si se repite, descarga lo guardado. Ese archivo se puede restaurar después.",
    again: "Volver a intentar",
    download: "Descargar lo guardado",
    refused: "El navegador no permitió leer los datos guardados.",
    unread: "La base de datos del navegador no abre ahora. Lo que tiene sigue ahí. Además hay esto:",
    held: "Guardado en este dispositivo:",
    nothing: "todavía nada",
    records: ["registro", "registros"],
    plans: ["en 1 plan", "en # planes"],
    drafts: ["borrador", "borradores"],
    last: "Último cambio:",
    framed: "Steadyhand solo se abre por su cuenta, no dentro de una página de otro sitio.",
    alone: "Abrir Steadyhand",
  },
};

// As src/boot.js has found it.
const language = document.documentElement.lang === "es" ? "es" : "en";
const words = WORDS[language];

// What the keys of this copy of the page begin with.
const own = `${location.pathname.replace(/[^/]*$/, "")}#`;

/** Says that it did not work and why, in the start screen or in place of the app, and offers what is left. */
export function show(what) {
  if (what === "framed") {
    refuseFrame();
    return;
  }
  let screen = document.getElementById("start");
  if (screen?.dataset.state === "failed") {
    return;
  }
  if (!screen) {
    screen = document.createElement("main");
    screen.id = "start";
    screen.className = "start";
    const title = document.createElement("h1");
    title.className = "start__name";
    title.textContent = "Steadyhand";
    screen.append(title);
    document.getElementById("app").hidden = true;
    document.body.append(screen);
  }
  screen.dataset.state = "failed";
  screen.querySelector(".start__stuck")?.remove();
  const line = document.getElementById("start-words") ?? screen.appendChild(document.createElement("p"));
  line.className = "start__words";
  line.setAttribute("role", "alert");
  line.textContent = words[what];
  screen.append(
    button(words.again, "primary", () => renew().finally(() => location.reload())),
    button(words.download, "secondary", () => {
      offer().catch(() => {
        line.textContent = words.refused;
      });
    }),
  );
  const held = document.createElement("p");
  held.className = "start__held";
  line.after(held);
  tell(held).catch(() => held.remove());
}

/** Lets a newer version take over, if there is one: the fault may be mended in it. */
async function renew() {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration?.scope !== new URL("./", location.href.split(/[?#]/)[0]).href) {
    return;
  }
  // Without a network there is nothing newer than what may be here already.
  await registration.update().catch(() => undefined);
  const next = registration.installing ?? registration.waiting;
  if (next) {
    const settled = new Promise((resolve) => {
      next.addEventListener("statechange", () => {
        if (["activated", "redundant"].includes(next.state)) {
          resolve();
        }
      });
      setTimeout(resolve, 10_000);
    });
    next.postMessage("apply");
    await settled;
  }
}

/** Says how much is stored, and when the last of it was written. */
async function tell(held) {
  const { records, drafts, last, unread } = await inventory();
  const plans = new Set([...records].map((key) => key.split("/")[0]));
  const counted = (count, [one, many]) => `${count} ${count === 1 ? one : many}`;
  const parts = [];
  if (records.size > 0) {
    const where = words.plans[plans.size === 1 ? 0 : 1].replace("#", plans.size);
    parts.push(`${counted(records.size, words.records)} ${where}`);
  }
  if (drafts.size > 0) {
    parts.push(counted(drafts.size, words.drafts));
  }
  // What a browser calls its language is not always a tag that this accepts.
  const when = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
  held.textContent =
    `${unread ? words.unread : words.held} ${parts.join(", ") || words.nothing}.` +
    (last > 0 ? ` ${words.last} ${when.format(last)}.` : "");
}

function button(label, tone, press) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "button";
  element.dataset.tone = tone;
  element.textContent = label;
  element.addEventListener("click", press);
  return element;
}

/** Everything of this copy of the page in local storage. */
function local() {
  const found = {};
  for (let at = 0; at < localStorage.length; at += 1) {
    const key = localStorage.key(at);
    if (key.startsWith(own)) {
      found[key.slice(own.length)] = localStorage.getItem(key);
    }
  }
  return found;
}

/** The keys of all records and drafts, and when anything was written last. */
async function inventory() {
  const found = { records: new Set(), drafts: new Map(), last: 0, unread: false };
  // A small text stands behind the millisecond of its writing, twice; the newer one counts.
  const note = (key, stored) => {
    const [, at, text] = /^(\d+) ([^]*)$/.exec(stored) ?? [];
    found.last = Math.max(found.last, Number(at ?? 0));
    if (key.startsWith("draft/") && Number(at) > (found.drafts.get(key)?.at ?? 0)) {
      found.drafts.set(key, { at: Number(at), text });
    }
  };
  try {
    const database = await open();
    const keys = await answer(database.transaction("records").objectStore("records").getAllKeys());
    keys.forEach((key) => found.records.add(String(key)));
    const texts = await pairs(database, "texts");
    texts.forEach(([key, stored]) => note(String(key), String(stored)));
    database.close();
  } catch (error) {
    found.unread = error?.name !== "AbortError";
  }
  if (found.records.size === 0) {
    const lines = Object.values(await copied().catch(() => ({}))).flatMap((piece) => piece.split("\n"));
    for (const [, key] of lines.map((line) => /^\["records","([^"]+)"/.exec(line)).filter(Boolean)) {
      found.records.add(key);
    }
  }
  for (const [key, stored] of Object.entries(local())) {
    if (key.startsWith("text/")) {
      note(key.slice("text/".length), stored);
    } else if (key.startsWith("record/")) {
      found.records.add(key.slice("record/".length));
    } else if (key.startsWith("journal/")) {
      const lines = stored.matchAll(/"plan":"(\w+)","kind":"([^"]+)".*?"record":\{"id":"(\w+)"/g);
      for (const [, plan, kind, id] of lines) {
        found.records.add(`${plan}/${kind}/${id}`);
      }
    }
  }
  found.drafts.forEach(({ text }, key) => text || found.drafts.delete(key));
  return found;
}

/** Offers everything that this copy of the page has stored as one file, exactly as it is stored. */
async function offer() {
  const raw = { format: "steadyhand-raw", made: new Date().toISOString(), local: local(), database: {} };
  try {
    raw.database = await everything();
  } catch (error) {
    raw.database = { unread: String(error) };
  }
  if (Object.keys(raw.database.records ?? {}).length === 0) {
    raw.copy = await copied().catch((error) => ({ unread: String(error) }));
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(raw, null, 1)], { type: "application/json" }));
  link.download = `steadyhand-stored-${raw.made.slice(0, 10)}.json`;
  link.click();
}

/** The second copy of what the database holds: its pieces, under their names. */
async function copied() {
  const [shelf, pieces] = [`${own}second-copy`, {}];
  // It is asked for only where the database has nothing, and must not be made by asking.
  if ("caches" in window && (await caches.has(shelf))) {
    const cache = await caches.open(shelf);
    for (const request of await cache.keys()) {
      const name = request.url.split("/second-copy/").pop();
      pieces[name] = await (await cache.match(request)).text();
    }
  }
  return pieces;
}

/** Every store of the database, with its keys and values. */
async function everything() {
  const database = await open();
  const stores = {};
  for (const name of database.objectStoreNames) {
    stores[name] = Object.fromEntries(await pairs(database, name));
  }
  database.close();
  return stores;
}

/** Every key of a store with its value. */
async function pairs(database, name) {
  const store = database.transaction(name).objectStore(name);
  const [keys, values] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
  return keys.map((key, at) => [key, values[at]]);
}

/** Opens the database, unless the browser is silent for five seconds. */
function open() {
  const silence = new Promise((_, reject) => {
    setTimeout(() => reject(new Error("the database does not answer")), 5000);
  });
  return Promise.race([answer(indexedDB.open(`${own}steadyhand`)), silence]);
}

/** What a request of the database answers. */
function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error);
    // A database that was not there has nothing to offer, and must not be made by asking.
    request.onupgradeneeded = () => request.transaction.abort();
  });
}

/**
 * Shows a way out of the frame and nothing else: a page around this one could lead a finger to where it
 * likes. A policy inside a page cannot forbid framing, and not every host can send one that does.
 */
function refuseFrame() {
  const screen = document.getElementById("start");
  screen.dataset.state = "failed";
  screen.querySelector(".start__stuck")?.remove();
  const line = document.getElementById("start-words");
  line.textContent = words.framed;
  const way = document.createElement("a");
  way.className = "button";
  way.dataset.tone = "primary";
  way.href = location.href;
  way.target = "_blank";
  way.rel = "noopener";
  way.textContent = words.alone;
  line.after(way);
}
