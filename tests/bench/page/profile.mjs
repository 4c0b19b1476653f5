// Where the time goes in our page on the phone, by function: `./dev bench page --profile`.
//
// The release has no names in it. It is shrunk once more with them, which leaves each function where it is, and the
// profile's numbers are looked up there. Usage: node profile.mjs DIST PARTS WORK.

import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { Browser } from "./browser.mjs";
import { print } from "./figures.mjs";
import { Host } from "./host.mjs";
import { OURS } from "./pages.mjs";
import { plan } from "./plan.mjs";
import { parts, read, readable, shrunk } from "./wasm.mjs";

const [dist, folder, work] = process.argv.slice(2).map((path) => resolve(path));
/** Between two samples, in microseconds. */
const STEP = 250;
/** How many functions are listed. */
const LISTED = 30;

mkdirSync(work, { recursive: true });
const names = named();
const host = new Host({ ours: dist });
const many = plan(10_000);
await host.begin();
const browser = await Browser.start();
try {
  await prepare("few", (tab, address) => OURS.example(tab, address));
  await prepare("many", (tab, address) => OURS.store(tab, address, many, work));
  await starting("few", "Opening with the example");
  await starting("many", "Opening with 10,000 records");
  await working();
} finally {
  await browser.end();
  await host.end();
}

/** The names of all functions, by the name of the part's file in the release. */
function named() {
  const files = readdirSync(dist);
  return [...parts(folder)].map(([part, file]) => {
    const { functions } = shrunk(file);
    const shipped = files.find((name) => name.startsWith(`steadyhand-${part}-`) && name.endsWith(".wasm"));
    const same = read(readFileSync(join(dist, shipped))).functions;
    if (same.length !== functions.length) {
      throw new Error(`${shipped} is of another build than ${file}: run ./dev build`);
    }
    return { shipped, names: new Map(functions.map(({ index, name }) => [index, readable(name)])) };
  });
}

async function prepare(name, act) {
  const tab = await browser.open({ isSlow: false });
  await act(tab, host.address("ours", name));
  await tab.close();
}

async function starting(name, title) {
  const tab = await browser.open();
  await browser.stopWorkers(tab);
  await profiled(tab, title, async () => {
    await tab.go(host.address("ours", name));
    await tab.when(OURS.ready);
  });
  await tab.close();
}

/** What is done with 10,000 records stored, the second time, when all code has been compiled. */
async function working() {
  const tab = await browser.open();
  await tab.go(host.address("ours", "many"));
  await tab.when(OURS.ready);
  await tab.ask("bench.quiet()");
  await OURS.tick(tab);
  await profiled(tab, "Ticking, with 10,000 records", () => OURS.tick(tab));
  await OURS.goToAdd(tab, many, 1);
  await OURS.add(tab, "Once");
  await profiled(tab, "Adding, with 10,000 records", () => OURS.add(tab, "Twice"));
  await profiled(tab, "Typing, with 10,000 records", () => tab.type("Ask Dana"));
  await profiled(tab, "Beginning a reflection, with 10,000 records", async () => {
    await tab.ask('void (location.hash = "#/feedback/new?form=reflection")');
    await tab.when('bench.find("textarea")');
  });
  await tab.close();
}

async function profiled(tab, title, act) {
  await tab.send("Profiler.enable");
  await tab.send("Profiler.setSamplingInterval", { interval: STEP });
  await tab.send("Profiler.start");
  await act();
  const { profile } = await tab.send("Profiler.stop");
  const { self, inclusive, total } = times(profile);
  const rows = (spent) =>
    [...spent].sort((a, b) => b[1] - a[1]).slice(0, LISTED).map(([name, time]) => [name.slice(0, 130), (time / 1e3).toFixed(1)]);
  print(`${title}: ${(total / 1e3).toFixed(0)} ms of work; in functions and all they call`, ["", "ms"], rows(inclusive));
  print(`${title}: in functions themselves`, ["", "ms"], rows(self));
}

/** Microseconds in each function itself, and in it with all it calls. */
function times({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, { ...node, spent: 0, name: nameOf(node.callFrame) }]));
  samples.forEach((id, at) => (byId.get(id).spent += timeDeltas[at]));
  const [self, inclusive] = [new Map(), new Map()];
  const add = (spent, name, time) => spent.set(name, (spent.get(name) ?? 0) + time);
  let total = 0;
  const visit = (node, above) => {
    const isNew = !above.has(node.name);
    const within = isNew ? new Set([...above, node.name]) : above;
    const below = (node.children ?? []).reduce((sum, id) => sum + visit(byId.get(id), within), 0);
    const all = node.spent + below;
    const isIdle = ["(idle)", "(root)"].includes(node.name);
    add(self, node.name, isIdle ? 0 : node.spent);
    total += isIdle ? 0 : node.spent;
    if (isNew && !isIdle) {
      add(inclusive, node.name, all);
    }
    return all;
  };
  visit(byId.get(nodes[0].id), new Set());
  return { self, inclusive, total };
}

function nameOf({ functionName, url, lineNumber, columnNumber }) {
  const number = /^(?:wasm-function\[|\$(?:func)?)(\d+)\]?$/.exec(functionName)?.[1];
  const part = names.find(({ shipped }) => url.includes(shipped)) ?? names.find(() => url.startsWith("wasm://"));
  if (number && part) {
    return part.names.get(Number(number)) || functionName;
  }
  const file = url.split("/").at(-1).replace(/-[0-9a-f]{16}/, "");
  return `${functionName || "(anonymous)"}${file && ` in ${file}:${lineNumber}:${columnNumber}`}`;
}
