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
  [/^rescue-.*\.js$/, show("rescue")],
  [/^welcome-.*\.js$/, show("welcome")],
  [/\.js$/, show("glue")],
  [/\.wasm$/, section],
  [/\.svg$/, `<!-- ${mark} -->\n`],
];
const integrity = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
/** What is called otherwise now: hashes in names, and what pages and scripts say of the files they fetch. */
const renamed = new Map();
const revised = (text) => [...renamed].reduce((text, [before, after]) => text.replaceAll(before, after), text);
const files = readdirSync(out).filter((file) => statSync(join(out, file)).isFile());
// What is fetched comes before what fetches it.
const order = [/\.wasm$/, /\.css$/, /^steadyhand-.*\.js$/];
const rank = (file) => order.concat(/./).findIndex((pattern) => pattern.test(file));
for (const file of files.sort((one, other) => rank(one) - rank(other))) {
  const addition = additions.find(([pattern]) => pattern.test(file))?.[1];
  if (!addition) {
    continue;
  }
  const before = readFileSync(join(out, file));
  const known = file.endsWith(".wasm") ? before : Buffer.from(revised(before.toString()));
  const after = Buffer.concat([known, Buffer.from(addition)]);
  writeFileSync(join(out, file), after);
  renamed.set(integrity(before), integrity(after));
  const [, hash] = /-([0-9a-f]{12,16})[._]/.exec(file) ?? [];
  if (hash) {
    renamed.set(hash, createHash("sha256").update(hash + mark).digest("hex").slice(0, 16));
    renameSync(join(out, file), join(out, file.replace(hash, renamed.get(hash))));
  }
}
const page = revised(readFileSync(join(out, "index.html"), "utf8"));
writeFileSync(join(out, "index.html"), page.replace("<html ", `<html data-page="${mark}" `));
