// Makes the service worker for what stands in a folder: node install/precache.mjs DIST
//
// To be run when everything else is in the folder. It gives the build a name, stamps it into
// index.html, and writes sw.js with the list of all files and their hashes. Running it again on the same
// folder changes nothing.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";

const [dist] = process.argv.slice(2);
const worker = readFileSync(new URL("sw.js", import.meta.url), "utf8");

/** What no page ever asks for: the worker itself, the compressed copies, and notes for the host. */
const LEFT_OUT = [/^sw\.js$/, /\.(br|gz|zst|map)$/, /(^|\/)[._]/, /\.cdx\.(json|xml)$/];

const hash = (bytes) => createHash("sha256").update(bytes).digest();
const files = readdirSync(dist, { recursive: true })
  .filter((file) => statSync(join(dist, file)).isFile())
  .map((file) => file.split(sep).join("/"))
  .filter((file) => !LEFT_OUT.some((pattern) => pattern.test(file)))
  .sort();

const index = join(dist, "index.html");
const page = readFileSync(index, "utf8").replace(/<meta name=version content=\w*>/, "");
const bytes = (file) => (file === "index.html" ? page : readFileSync(join(dist, file)));
const built = createHash("sha256").update(worker);
files.forEach((file) => built.update(file).update(hash(bytes(file))));
const version = built.digest("hex").slice(0, 16);

const stamp = (charset) => `${charset}<meta name=version content=${version}>`;
const stamped = page.replace(/<meta charset="?utf-8"?\s*\/?>/i, stamp);
if (stamped === page) {
  throw new Error(`${index} has no <meta charset>, behind which its version belongs`);
}
writeFileSync(index, stamped);

const list = files.map((file) => {
  const content = file === "index.html" ? stamped : readFileSync(join(dist, file));
  return [encodeURI(file).replaceAll("#", "%23").replaceAll("?", "%3F"), hash(content).toString("base64")];
});
const head = `const VERSION = "${version}";\nconst FILES = ${JSON.stringify(list, null, 1)};\n`;
writeFileSync(join(dist, "sw.js"), head + worker);
console.log(`sw.js keeps ${files.length} files as version ${version}`);
