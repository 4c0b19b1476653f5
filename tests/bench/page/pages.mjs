// The pages that are compared: when each is ready, how something is stored in it, and how one thing is added or
// ticked in it. *Ready* is the same for all: the first frame is drawn that has the control by which one begins
// (see `when` in watch.js), and the page is free to answer it.

import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** The page without a script. */
export const PLAIN = { folder: "plain", ready: 'bench.find("li")' };

/** A word that stands in much of a large plan (see plan.mjs). */
const SOUGHT = "wrist";

/** TiddlyWiki's empty edition: the button for a new tiddler. */
export const WIKI = { folder: "wiki", ready: 'bench.find(".tc-page-controls button")' };

/**
 * Ours. The first visit is ready when one can say who is here, and has started when the program runs that has the next
 * page; any other is ready when the first thing can be ticked on Today.
 */
export const OURS = {
  folder: "ours",
  saved: 'bench.find(".check-row__box") && bench.find(".save-state[data-state=saved]")',
  firstVisit: 'bench.find(".greeting a")',
  started: '!document.getElementById("start")',
  ready: '!document.getElementById("start") && bench.find(".check-row__box")',

  /** Goes on from the first page at once, and says when the next one is there. */
  async goOn(tab) {
    await tab.press('bench.find(".greeting a", "student")');
    return tab.when('bench.find(".welcome .file-picker")');
  },

  /** Begins with the example. */
  async example(tab, address) {
    await tab.go(address);
    await tab.press('bench.find(".greeting a", "student")');
    await tab.press('bench.find(".welcome button", "example")');
    await settled(tab, OURS.saved);
  },

  /** Opens a plan's file through the page, as its reader does. */
  async store(tab, address, { file }, room) {
    const path = join(room, "plan.steadyhand.json");
    writeFileSync(path, file);
    await tab.go(address);
    await tab.press('bench.find(".greeting a", "student")');
    await tab.when('document.querySelector("input[type=file]")');
    await tab.pick("input[type=file]", path);
    await tab.press('bench.find(".action-bar button", "Bring in")');
    await settled(tab, OURS.saved);
  },

  /** Ticks the first thing to do on Today; the next one stands in its place then. */
  async tick(tab) {
    const first = 'document.querySelector(".check-row__label")?.textContent';
    const before = JSON.stringify(await tab.ask(first));
    return answered(tab, "click", `${first} !== ${before}`, () => tab.tap('document.querySelector(".check-row__box")'));
  },

  /** Goes where something is added: to a goal with room for tasks. */
  async goToAdd(tab, { roomy }, round) {
    const goal = roomy ? roomy[round % roomy.length] : undefined;
    await tab.ask(`void (location.hash = "#/goals/${goal}")`);
    await tab.when('bench.find(".line-form input")');
    await tab.ask("bench.quiet()");
  },

  async add(tab, title) {
    await tab.tap('document.querySelector(".line-form input")');
    await tab.write(title);
    const rows = '[...document.querySelectorAll(".task-row .check-row__label")]';
    const isShown = `${rows}.some((row) => row.textContent === ${JSON.stringify(title)})`;
    return answered(tab, "keydown", isShown, () => tab.enter());
  },

  /** Looks for a word, key by key: how long it took from each key until what was found by then was drawn. */
  async search(tab) {
    await tab.ask('void (location.hash = "#/search")');
    await tab.tap('bench.find("input[type=search]")');
    await tab.ask("bench.quiet()");
    const took = [];
    for (let keys = 1; keys <= SOUGHT.length; keys += 1) {
      const isFound = `document.querySelector(".found-row__mark")?.textContent.toLowerCase() === "${SOUGHT.slice(0, keys)}"`;
      took.push(await answered(tab, "keydown", isFound, () => tab.type(SOUGHT[keys - 1])));
    }
    return took;
  },
};

/** React's pages: `small`, `full` and `memo`, by what of react/page.jsx each shows. */
export const react = (folder) => ({
  folder,
  ready: 'bench.find("#title")',

  async store(tab, address, { records }) {
    await tab.go(address);
    await tab.when('bench.find("#title")');
    await tab.ask(`new Promise((resolve, reject) => {
      const opening = indexedDB.open("records");
      opening.onsuccess = () => {
        const work = opening.result.transaction("records", "readwrite");
        ${JSON.stringify(records)}.forEach((record) => work.objectStore("records").put(record));
        work.oncomplete = () => resolve(opening.result.close());
        work.onerror = () => reject(work.error);
      };
    })`, "storing the records");
    await settled(tab, "true");
  },

  async tick(tab) {
    const row = await tab.ask(`(() => {
      globalThis.asked = document.querySelector(".row:not([data-done])");
      return Boolean(asked);
    })()`);
    const isTicked = folder === "small" ? "!asked.isConnected" : '"done" in asked.dataset';
    return row && answered(tab, "click", isTicked, () => tab.tap('asked.querySelector("input")'));
  },

  async goToAdd() {},

  async add(tab, title) {
    await tab.tap('document.querySelector("#title")');
    await tab.write(title);
    const first = 'document.querySelector(".row span")?.textContent';
    return answered(tab, "keydown", `${first} === ${JSON.stringify(title)}`, () => tab.enter());
  },
});

/** Waits until a page is ready, at rest, and kept by its service worker. */
async function settled(tab, ready) {
  await tab.when(ready);
  await tab.ask("navigator.serviceWorker.ready.then(() => true)");
  await tab.ask("bench.quiet()");
}

/** How many milliseconds from an input of a kind until the frame that shows what came of it. */
async function answered(tab, kind, shown, input) {
  await tab.ask(`bench.answered("${kind}", () => (${shown}))`);
  await input();
  const took = await tab.ask("bench.took", `an answer: ${shown}`);
  await tab.ask("bench.quiet()");
  return took;
}
