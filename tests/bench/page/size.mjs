// How much of each part of the program is whose: node size.mjs PARTS, the folder that release/split.mjs works in.
//
// Counted is the code of functions as it is shipped, before compression. A generic function counts for the crate it
// is written in, so what our pages ask of the framework is the framework's.

import { print } from "./figures.mjs";
import { crate, parts, shrunk } from "./wasm.mjs";

const [folder] = process.argv.slice(2);
/** Crates that come with the compiler. */
const STANDARD = new Set(["core", "alloc", "std", "dlmalloc", "hashbrown", "compiler_builtins", "rustc_demangle"]);

const titles = [];
const shares = new Map();
const add = (name, part, bytes) => {
  const share = shares.get(name) ?? {};
  share[part] = (share[part] ?? 0) + bytes;
  shares.set(name, share);
};

for (const [part, file] of parts(folder)) {
  const { functions, data } = shrunk(file);
  titles.push(part);
  add("(data)", part, data);
  for (const { size, name } of functions) {
    add(crate(name), part, size);
    if (STANDARD.has(crate(name))) {
      add("(all of the standard library)", part, size);
    }
    add("(all code)", part, size);
  }
}

const total = (share) => Object.values(share).reduce((sum, bytes) => sum + bytes, 0);
const whole = shares.get("(all code)");
const cell = (share, part) => {
  const bytes = share[part] ?? 0;
  const percent = whole[part] ? ((100 * bytes) / whole[part]).toFixed(1) : "–";
  return bytes ? `${(bytes / 1e3).toFixed(1)} kB ${percent.padStart(5)} %` : "";
};
const rows = [...shares].sort((a, b) => (b[1].main ?? 0) - (a[1].main ?? 0) || total(b[1]) - total(a[1]));
print("Share of each crate, in kB of code and % of the part’s code", ["crate", ...titles], rows.map(([name, share]) => [name, ...titles.map((part) => cell(share, part))]));
