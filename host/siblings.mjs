// Writes a `.gz` and a `.br` beside each file of a folder, for hosts that send what is already compressed.
//
//     node host/siblings.mjs dist
//
// A sibling that would save less than a tenth is left out, and so is that of a picture, which is compressed
// already, or of what no page asks for. Siblings of an earlier build are removed first:
// a host would go on sending them in place of the file they no longer belong to.

import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [folder] = process.argv.slice(2);
const files = () =>
  readdirSync(folder, { recursive: true }).map((name) => join(folder, name)).filter((file) => statSync(file).isFile());

for (const old of files().filter((file) => /\.(gz|br)$/.test(file))) {
  rmSync(old);
}
const isLeftOut = (file) => /\.png$|_headers$|\.cdx\.json$/.test(file);
for (const file of files().filter((file) => !isLeftOut(file))) {
  const bytes = readFileSync(file);
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const packed = { gz: gzipSync(bytes, { level: 9 }), br: brotliCompressSync(bytes, { params: quality }) };
  for (const [ending, small] of Object.entries(packed)) {
    if (small.length < bytes.length * 0.9) {
      writeFileSync(`${file}.${ending}`, small);
    }
  }
}
