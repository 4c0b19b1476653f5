// Makes another build out of one: node builds.mjs DIST OUT MARK
//
// It is the same program, but every file has other bytes and, where the build put a hash into its name,
// another name. Each part of a page shows in the page of which build it is, and mark.txt, whose name
// stays the same, says it too.

import { createHash } from "node:crypto";
import { cpSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [dist, out, mark] = process.argv.slice(2);
rmSync(out, { recursive: true, force: true });
cpSync(dist, out, { recursive: true });
rmSync(join(out, "sw.js"));
writeFileSync(join(out, "mark.txt"), mark);

const show = (part) => `\ndocument.documentElement.setAttribute("data-${part}", "${mark}");\n`;
/** A section of WebAssembly that means nothing: its kind, its length, its name, and the mark. */
const section = Buffer.from([0, mark.length + 2, 1, 0x78, ...Buffer.from(mark)]);
const additions = [
  [/\.css$/, `\n:root { --build: "${mark}" }\n`],
  [/^boot-.*\.js$/, show("boot")],
  [/\.js$/, show("glue")],
  [/\.wasm$/, section],
  [/\.svg$/, `<!-- ${mark} -->\n`],
];
let page = readFileSync(join(out, "index.html"), "utf8");
const integrity = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
const renamed = new Map();
for (const file of readdirSync(out).filter((file) => statSync(join(out, file)).isFile())) {
  const addition = additions.find(([pattern]) => pattern.test(file))?.[1];
  if (!addition) {
    continue;
  }
  const before = readFileSync(join(out, file));
  const after = Buffer.concat([before, Buffer.from(addition)]);
  writeFileSync(join(out, file), after);
  page = page.replaceAll(integrity(before), integrity(after));
  const [, hash] = /-([0-9a-f]{16})[._]/.exec(file) ?? [];
  if (hash) {
    // The glue and the WebAssembly share a hash, and have to go on sharing one.
    renamed.set(hash, createHash("sha256").update(hash + mark).digest("hex").slice(0, 16));
    renameSync(join(out, file), join(out, file.replace(hash, renamed.get(hash))));
  }
}
renamed.forEach((after, before) => (page = page.replaceAll(before, after)));
page = page.replace("<html ", `<html data-page="${mark}" `);
writeFileSync(join(out, "index.html"), page);
