// What was measured, by name, and the table of it.

/** Values by name; asked for, each name gives the median of its values. */
export class Figures {
  #values = new Map();

  note(name, ...values) {
    const known = this.#values.get(name) ?? [];
    this.#values.set(name, [...known, ...values.filter((value) => value !== undefined)]);
  }

  /** The value that so much of all values are not above: 0.5 for the median. */
  quantile(name, share) {
    const sorted = [...(this.#values.get(name) ?? [])].sort((a, b) => a - b);
    if (sorted.length === 0) {
      throw new Error(`nothing was measured of: ${name}`);
    }
    const at = (sorted.length - 1) * share;
    const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
    return below + (above - below) * (at - Math.floor(at));
  }

  median(name) {
    return this.quantile(name, 0.5);
  }

  most(name) {
    return this.quantile(name, 1);
  }

  /** Every median with the least, the most and how often it was measured. */
  all() {
    return [...this.#values.keys()].map((name) => {
      const count = this.#values.get(name).length;
      return [name, ...[0.5, 0, 1].map((share) => this.quantile(name, share)), count];
    });
  }
}

const ms = (value) => `${value.toFixed(0)} ms`;
const kb = (value) => `${(value / 1e3).toFixed(1)} kB`;
const mb = (value) => `${(value / 1e6).toFixed(1)} MB`;

/** The rows of what was asked: the figure in words, and whether it is at most what was asked. */
export function asked(figures) {
  const median = (name) => figures.median(name);
  const at_most = (what, value, shown, most, said) => [what, shown, `at most ${said}`, value <= most ? "yes" : "NO"];
  const beside = (mine, theirs) => {
    const [a, b] = [median(mine), median(theirs)];
    return [a / b, `${ms(a)} / ${ms(b)} = ${(a / b).toFixed(2)}`];
  };
  const ratio = (what, mine, theirs, most) => at_most(what, ...beside(mine, theirs), most, most);
  const size = (what, value, most, show) => at_most(what, value, show(value), most, show(most));
  const old = (count) => `ours, ${count} records`;
  return [
    size("To start, first visit, brotli", median("ours, first visit: bytes"), 145e3, kb),
    size("… aimed at", median("ours, first visit: bytes"), 100e3, kb),
    ratio("First paint, beside no script", "ours, first visit: first paint", "no script: first paint", 1.2),
    ratio("Ready cold, beside React’s small page", "ours, first visit: ready", "React small, first visit: ready", 1.5),
    ratio("… aimed at", "ours, first visit: ready", "React small, first visit: ready", 1.2),
    ["The page after that, if tapped at once", beside("ours, first visit: next page", "React small, first visit: ready")[1], "", ""],
    ratio("Ready cold, beside TiddlyWiki", "ours, first visit: ready", "TiddlyWiki, first visit: ready", 0.3),
    ratio("Ready warm, beside React’s small page", "ours, warm: ready", "React small, warm: ready", 1),
    ratio("Ready offline, beside React’s small page", "ours, offline: ready", "React small, offline: ready", 1),
    size("Bytes from the network, warm", figures.most("ours, warm: bytes"), 0, kb),
    size("Bytes from the network, offline", figures.most("ours, offline: bytes"), 0, kb),
    ratio("10,000 records: ready, beside React’s full list", `${old("10,000")}: ready`, "React full, 10,000 records: ready", 0.25),
    ratio("10,000 records: adding one", `${old("10,000")}: adding`, "React full, 10,000 records: adding", 0.15),
    ratio("10,000 records: ticking one", `${old("10,000")}: ticking`, "React full, 10,000 records: ticking", 0.15),
    ratio("From 1,000 to 10,000: adding grows", `${old("10,000")}: adding`, `${old("1,000")}: adding`, 1.5),
    ratio("From 1,000 to 10,000: ready grows", `${old("10,000")}: ready`, `${old("1,000")}: ready`, 4),
    size("10,000 records: searching, most from a key to results", figures.most(`${old("10,000")}: searching`), 100, ms),
    size("10,000 records: memory of the wasm", figures.most(`${old("10,000")}: memory`), 20e6, mb),
    ...["the example", "10,000 records"].flatMap((data) => [
      size(`Input to next frame, 95 of 100, ${data}`, figures.quantile(`journey, ${data}: input`, 0.95), 100, ms),
      size(`Layout shift over the journey, ${data}`, figures.most(`journey, ${data}: shift`), 0, (value) => value.toFixed(4)),
    ]),
  ];
}

/** Prints rows in columns, the first to the left. */
export function print(title, head, rows) {
  const lines = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, at) => Math.max(...lines.map((line) => line[at].length)));
  console.log(`\n${title}`);
  lines.forEach((line) => {
    const [first, ...rest] = line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at])));
    console.log(`  ${[first, ...rest].join("  ")}`);
  });
}
