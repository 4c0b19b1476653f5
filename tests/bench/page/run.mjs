// How quick the page is on a phone, beside React and TiddlyWiki in the same run: `./dev bench page [ROUNDS]`.
//
// The phone: a processor 4 times slower than this machine's, 1.6 Mbps, 150 ms there and back, 360 × 640 pixels, all
// through the protocol of Chromium. It slows the pages' own threads; service workers and compiling run beside them at
// full speed, for all pages alike. Samples are interleaved, a round of each after the other, and medians are compared.
// It prints what it measured, and asserts nothing: figures hold for a machine that does nothing else.
//
// Usage: node run.mjs DIST PACKAGES WORK [ROUNDS]. WORK is a folder for what is built here. `quiet` and the other words
// of expressions below are those of watch.js.

import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { Browser, SLOWER } from "./browser.mjs";
import { build } from "./build.mjs";
import { Figures, asked, print } from "./figures.mjs";
import { Host } from "./host.mjs";
import { walk } from "./journey.mjs";
import { OURS, PLAIN, WIKI, react } from "./pages.mjs";
import { plan } from "./plan.mjs";

const [dist, packages, work] = process.argv.slice(2, 5).map((path) => resolve(path));
const ROUNDS = Number(process.argv[5] ?? 7);
/** So many rounds are enough of what takes long. */
const MOST = 5;
/** So many walks are enough. */
const WALKS = 3;
/** So many milliseconds a page is left alone before the browser has kept what it compiled. */
const AT_REST = 6000;
/** How often one thing is added or ticked in a page that stays open. */
const TIMES = 2;
const [small, full, memo] = ["small", "full", "memo"].map(react);

mkdirSync(work, { recursive: true });
build(join(work, "pages"), packages);
const folders = ["plain", "small", "full", "memo", "wiki"].map((name) => [name, join(work, "pages", name)]);
const host = new Host({ ...Object.fromEntries(folders), ours: dist });
const figures = new Figures();
const plans = { "1,000": plan(1000), "10,000": plan(10_000) };

await host.begin();
const browser = await Browser.start();
try {
  await measure("First visits", firstVisits);
  await measure("Kept: warm and offline", keptPages);
  await measure("With many records", manyRecords);
  await measure("Journeys", journeys);
} finally {
  await browser.end();
  await host.end();
}
report();

async function measure(title, act) {
  const begun = performance.now();
  await act();
  console.log(`${title}: ${((performance.now() - begun) / 1e3).toFixed(0)} s`);
}

/** A tab on the phone, for as long as `act` takes. */
async function onPhone(act) {
  const tab = await browser.open();
  try {
    return await act(tab);
  } finally {
    await tab.close();
  }
}

/** Every page as on a phone that has never seen it: each time from an origin of its own. */
async function firstVisits() {
  const pages = [[PLAIN, "no script"], [small, "React small, first visit"], [WIKI, "TiddlyWiki, first visit"], [OURS, "ours, first visit"]];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [page, name] of pages) {
      await onPhone(async (tab) => {
        await tab.go(host.address(page.folder, `visit${round}`));
        const ready = await tab.when(page.firstVisit ?? page.ready);
        const painted = await tab.ask("bench.painted()");
        const [started, next] = await Promise.all([tab.when(page.started ?? page.ready), page.goOn?.(tab)]);
        const bytes = await tab.ask(`bench.fetchedBy(${started})`);
        // The first round only warms the browser up.
        if (round > 0) {
          figures.note(`${name}: first paint`, painted);
          figures.note(`${name}: ready`, ready);
          figures.note(`${name}: started`, started);
          figures.note(`${name}: bytes`, bytes);
          if (next !== undefined) {
            figures.note(`${name}: next page`, next);
          }
        }
      });
    }
  }
}

/**
 * Stores something in a page, with neither slowness nor a thin line, and visits it once more: a browser keeps what it has
 * compiled of a kept program, but not of what came from a host, and only after the page has been at rest for a while.
 */
async function prepare(page, name, act) {
  const address = host.address(page.folder, name);
  const tab = await browser.open({ isSlow: false });
  await act(tab, address);
  await tab.close();
  const again = await browser.open({ isSlow: false });
  await again.go(address);
  await again.when(page.ready);
  await again.ask("bench.quiet()");
  await new Promise((resolve) => setTimeout(resolve, AT_REST));
  await again.close();
}

/** Opens a page whose program is kept, from a stopped worker, and says when it was ready. */
async function open(tab, page, name) {
  await browser.stopWorkers(tab);
  await tab.go(host.address(page.folder, name));
  return tab.when(page.ready);
}

/** The page with a small plan in it, opened again, with the host there and without. */
async function keptPages() {
  const few = plans["1,000"].records.filter(({ kind }) => kind === "tasks").slice(0, 8);
  await prepare(small, "few", (tab, address) => small.store(tab, address, { records: few }));
  await prepare(OURS, "few", (tab, address) => OURS.example(tab, address));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const way of ["warm", "offline"]) {
      if (way === "offline") {
        await host.end();
      }
      for (const [page, name] of [[small, "React small"], [OURS, "ours"]]) {
        const before = host.sent.length;
        await onPhone(async (tab) => {
          const ready = await open(tab, page, "few");
          await tab.ask("bench.quiet()");
          const sent = host.sent.slice(before).filter((one) => one.name === `${page.folder}-few`);
          if (round > 0) {
            figures.note(`${name}, ${way}: first paint`, await tab.ask("bench.painted()"));
            figures.note(`${name}, ${way}: ready`, ready);
            figures.note(`${name}, ${way}: bytes`, sent.reduce((sum, { bytes }) => sum + bytes, 0));
          }
        });
      }
      if (way === "offline") {
        await host.begin();
      }
    }
  }
}

async function manyRecords() {
  const pages = [
    [OURS, "ours", "1,000"], [OURS, "ours", "10,000"], [full, "React full", "10,000"], [memo, "React full, memoised", "10,000"],
  ];
  for (const [page, , count] of pages) {
    await prepare(page, count.replace(",", ""), (tab, address) => page.store(tab, address, plans[count], work));
  }
  for (let round = 0; round <= Math.min(ROUNDS, MOST); round += 1) {
    for (const [page, name, count] of pages) {
      const note = (what, ...values) => round > 0 && figures.note(`${name}, ${count} records: ${what}`, ...values);
      await onPhone(async (tab) => {
        note("ready", await open(tab, page, count.replace(",", "")));
        await tab.ask("bench.quiet()");
        for (let time = 0; time < TIMES; time += 1) {
          note("ticking", await page.tick(tab));
        }
        await page.goToAdd(tab, plans[count], round);
        for (let time = 0; time < TIMES; time += 1) {
          note("adding", await page.add(tab, `Draw ${round}.${time}`));
        }
        if (page === OURS) {
          note("searching", ...(await page.search(tab)));
          note("memory", await tab.ask("bench.wasmMemory()"));
        }
      });
    }
  }
}

/** Our page walked through, with little and with much in it. It stays open for a while then, as a person's does. */
async function journeys() {
  for (const [name, data] of [["few", "the example"], ["10000", "10,000 records"]]) {
    for (let round = 0; round < Math.min(ROUNDS, WALKS); round += 1) {
      await onPhone(async (tab) => {
        await open(tab, OURS, name);
        await tab.ask("bench.quiet()");
        const { inputs, shifts, tasks } = await walk(tab, round);
        const moved = shifts.filter(({ isAnswer }) => !isAnswer);
        figures.note(`journey, ${data}: input`, ...inputs.map(({ took }) => took));
        figures.note(`journey, ${data}: shift`, moved.reduce((sum, { value }) => sum + value, 0));
        figures.note(`journey, ${data}: shift, answers too`, shifts.reduce((sum, { value }) => sum + value, 0));
        figures.note(`journey, ${data}: memory`, await tab.ask("bench.wasmMemory()"));
        inputs.forEach(({ step, kind, took }) => figures.note(`input, ${data}, ${step}, ${kind}`, took));
        tasks.forEach(({ step, duration }) => figures.note(`task, ${data}, ${step}`, duration));
        moved.forEach(({ step, value }) => figures.note(`shift, ${data}, ${step}`, value));
        await new Promise((resolve) => setTimeout(resolve, AT_REST));
      });
    }
  }
}

function report() {
  const is = (kind) => ([name]) => name.startsWith(`${kind}, `);
  const all = figures.all();
  const listed = (kind, digits) =>
    all.filter(is(kind)).map(([name, ...numbers]) => [name.slice(kind.length + 2), ...numbers.map((n, at) => n.toFixed(at === 3 ? 0 : digits))]);
  const head = ["", "median", "least", "most", "times"];
  const plainly = all.filter((row) => !["input", "task", "shift"].some((kind) => is(kind)(row)));
  print("Everything measured, in milliseconds or bytes", head, plainly.map(([name, ...numbers]) => [name, ...numbers.map((n, at) => n.toFixed(name.includes("shift") && at < 3 ? 4 : 0))]));
  print("Input to next frame, by step of the journey", head, listed("input", 0));
  print("Tasks over 50 ms, by what was going on", head, listed("task", 0));
  print("What moved without being asked to", head, listed("shift", 4));
  print(
    `Asked (${ROUNDS} rounds, processor ${SLOWER} times slower, 1.6 Mbps, 150 ms; measured, never asserted)`,
    ["", "measured", "asked", ""], asked(figures),
  );
}
