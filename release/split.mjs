// Finishes the release that Trunk has built: cuts the program into what the first page needs and the
// rest (`src/platform/part.rs`), binds both, shrinks them, names them by their contents, and writes the
// names and hashes into the page. The style sheet of the rest is asked for with the rest. Trunk knows
// nothing of parts.
//
// Usage: node release/split.mjs LINKED DIST. LINKED is the program as the linker left it, with its
// relocations; DIST is the folder that Trunk has written.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SHRINKING } from "./features.mjs";

const NAME = "steadyhand";
const [linked, dist] = process.argv.slice(2);
if (!linked || !dist) {
  throw new Error("usage: node release/split.mjs LINKED DIST");
}

// Numbers of the binary format: two of its sections, and a kind of what is imported.
const [IMPORTS, EXPORTS, FUNCTION] = [2, 7, 0];

const work = `${linked}.parts`;
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
// A library of the framework exports what nobody here imports, and so would keep it.
const trimmed = join(work, "trimmed.wasm");
writeFileSync(trimmed, without(readFileSync(linked), /intounderlying/));
run("wasm-split-cli", trimmed, work, "--target", "web", "--out-name", NAME);
// What ties the parts together by name has to keep its name.
run(
  "wasm-bindgen", join(work, `${NAME}.wasm`), "--target", "web", "--no-typescript",
  "--keep-lld-exports", "--no-demangle", "--out-dir", work, "--out-name", NAME,
);

let page = read(dist, "index.html").toString();
const [link, sheet, stamp] = found(page, /<link (?=[^>]*rel=stylesheet)(?=[^>]*href=\.\/(rest-\w+\.css))(?=[^>]*integrity=(sha384-[\w+/=]+))[^>]*>/);
page = page.replace(link, "");
const [, module, program] = found(page, /<meta data-module=\.\/(\S+) data-rescue=\.\/rescue\.js data-wasm=\.\/(\S+) data-welcome=\.\/welcome\.js name=program>/);
rmSync(join(dist, module));
rmSync(join(dist, program));

const parts = readdirSync(work).filter((file) => /^(split|chunk)_\w+\.wasm$/.test(file));
let loading = read(work, "__wasm_split.js").toString();
const short = new Map();
writeFileSync(join(work, `${NAME}_bg.wasm`), renamed(read(work, `${NAME}_bg.wasm`), short));
const shipped = new Map(parts.map((part) => [part, shrunk(part)]));
const script = minified(bound(shipped));
const main = shrunk(`${NAME}_bg.wasm`, "main");
drawsWithItsOwnSheet(main.name);
const glue = kept(script, `${NAME}-`, ".js");

const [, first] = found(page, /<script [^>]*src=\.\/(boot-\w+\.js)/);
const boot = kept(minified(read(dist, first).toString()), "boot-", ".js");
rmSync(join(dist, first));

const modules = ["rescue", "welcome"].map((name) => {
  const module = kept(minified(read(dist, `${name}.js`).toString()), `${name}-`, ".js");
  rmSync(join(dist, `${name}.js`));
  return { ...module, written: `${name}.js` };
});

let written = page.replaceAll(module, glue.name).replaceAll(program, main.name);
for (const module of modules) {
  written = replaced(written, new RegExp(`(?<=data-\\w+=\\./)${module.written}`), module.name);
}
written = replaced(written, new RegExp(`integrity=sha384-[\\w+/=]+ src=\\./${first}`), `integrity=${boot.integrity} src=./${boot.name}`);
for (const { name, integrity } of [glue, main]) {
  written = replaced(written, new RegExp(`(href=\\./${name} integrity=)sha384-[\\w+/=]+`), `$1${integrity}`);
}
// For src/boot.js to put on: nothing of this is needed for the first frame of a first visit.
written = replaced(written, / rel=modulepreload/, " data-rel=modulepreload");
written = replaced(written, /(?<=<link [^>]*href=\.\/steadyhand-[^>]*) rel=stylesheet/, " data-rel=stylesheet");
writeFileSync(join(dist, "index.html"), written);

/** The one script of all parts: what the splitter wrote to load them, put into what binds them. */
function bound(files) {
  loading = replaced(loading, /^import \{ initSync \} from ".*";\n/, "");
  loading = loading.replaceAll("export const __wasm_split_load_", "const __wasm_split_load_");
  // Its own way to fetch knows no hash, and nothing of a host that names the wrong type.
  const fetching = /\(\) => \{\s*const src = fetch\(new URL\("\.\/(\w+\.wasm)", import\.meta\.url\)\);[^]*?\n\}\n/g;
  let count = 0;
  loading = loading.replaceAll(fetching, (_, part) => {
    count += 1;
    const { name, integrity } = files.get(part);
    return `() => fetchPart("./${name}", "${integrity}", styled())`;
  });
  if (count !== files.size) {
    throw new Error(`${files.size} parts, but ${count} of them are loaded`);
  }
  const loaders = [...loading.matchAll(/const (__wasm_split_load_\w+)/g)].map(([, name]) => name);
  const importing = /^import \* as (\w+) from "\.\/__wasm_split\.js"\n/gm;
  const binding = read(work, `${NAME}.js`).toString();
  const imported = [...binding.matchAll(importing)].map(([, name]) => `${name} = loaders`);
  const shortened = replaced(binding, importing, "").replaceAll(/\b(__wb|_R)\w+/g, (name) => short.get(name) ?? name);
  return `${shortened}
    ${loading}
    function fetchPart(path, integrity, style) {
      const part = fetch(new URL(path, import.meta.url), { credentials: "same-origin", integrity });
      part.catch(() => {});
      style.catch(() => {});
      return async (imports) => {
        await style;
        return __wbg_load(await part, imports);
      };
    }
    let style;
    function styled() {
      return style ??= new Promise((resolve, reject) => {
        const link = document.createElement("link");
        link.rel = "stylesheet";
        link.crossOrigin = "anonymous";
        link.integrity = "${stamp}";
        link.href = new URL("./${sheet}", import.meta.url);
        link.onload = resolve;
        link.onerror = () => {
          link.remove();
          style = undefined;
          reject(new Error("the style sheet did not come"));
        };
        document.head.append(link);
      });
    }
    const loaders = { ${loaders.join(", ")} }, ${imported.join(", ")};`;
}

/** Refuses a first part that draws with a component whose sheet comes only with the rest. */
function drawsWithItsOwnSheet(name) {
  const program = read(dist, name).toString("latin1");
  // A class of two words is found in nothing but what draws with it; the others would be found anywhere.
  const classes = (file) => read(dist, file).toString().match(/(?<=\.)([a-z]+(-[a-z]+)+(__[a-z]+)?|[a-z]+__[a-z]+)(?![\w-])/g);
  const early = [...page.matchAll(/href=\.\/(\w+-\w+\.css)/g)].map(([, file]) => file);
  const known = new Set(early.flatMap(classes));
  const used = [...new Set(classes(sheet))].filter((one) => !known.has(one) && program.includes(one));
  if (used.length > 0) {
    throw new Error(`the first page draws with ${used.join(", ")}: name the sheet in style/bundle.sh`);
  }
}

function minified(source) {
  const [long, small] = [join(work, "long.mjs"), join(work, "small.mjs")];
  writeFileSync(long, source);
  run("terser", long, "--module", "--ecma", "2020", "--compress", "passes=2", "--mangle", "--output", small);
  return readFileSync(small);
}

/** The program without the exports of such a name. */
function without(bytes, unwanted) {
  return withSection(bytes, EXPORTS, (entries) =>
    entries.filter(({ names: [name] }) => !unwanted.test(name.toString())).map(({ whole }) => whole),
  );
}

/**
 * The program with short names for what it imports from its script, and for what the script alone knows by
 * the compiler's own name; `names` learns them.
 */
function renamed(bytes, names) {
  const exported = new Set();
  const given = withSection(bytes, EXPORTS, (entries) =>
    entries.map(({ names: [name], kind, whole }) => {
      const long = name.toString();
      exported.add(long);
      if (!long.startsWith("_R")) {
        return whole;
      }
      names.set(long, `$${names.size.toString(36)}`);
      return Buffer.concat([sized(Buffer.from(names.get(long))), kind]);
    }),
  );
  return withSection(given, IMPORTS, (entries) =>
    entries.map(({ names: [module, name], kind, whole }) => {
      const long = name.toString();
      if (!/^__wb/.test(long) || exported.has(long)) {
        return whole;
      }
      names.set(long, `$${names.size.toString(36)}`);
      return Buffer.concat([sized(module), sized(Buffer.from(names.get(long))), kind]);
    }),
  );
}

/** The program with another list of imports or of exports. */
function withSection(bytes, wanted, change) {
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at < bytes.length; ) {
    const size = number(bytes, at + 1);
    const end = size.next + size.value;
    if (bytes[at] === wanted) {
      const count = number(bytes, size.next);
      const entries = [];
      for (let next = count.next; entries.length < count.value; next = entries.at(-1).next) {
        entries.push(entry(bytes, next, wanted));
      }
      const changed = change(entries);
      parts.push(Buffer.from([wanted]), sized(Buffer.concat([leb(changed.length), ...changed])));
    } else {
      parts.push(bytes.subarray(at, end));
    }
    at = end;
  }
  return Buffer.concat(parts);
}

/** One import, of two names, or export, of one: what it is called, what it is, and where it ends. */
function entry(bytes, begin, section) {
  const names = [];
  let at = begin;
  while (names.length < (section === IMPORTS ? 2 : 1)) {
    const size = number(bytes, at);
    at = size.next + size.value;
    names.push(bytes.subarray(size.next, at));
  }
  const kind = bytes[at];
  if (section === IMPORTS && kind !== FUNCTION) {
    throw new Error("only functions are imported from the script");
  }
  const next = number(bytes, at + 1).next;
  return { names, kind: bytes.subarray(at, next), whole: bytes.subarray(begin, next), next };
}

/** A number in the binary format, and where it ends. */
function number(bytes, begin) {
  let [at, value, weight] = [begin, 0, 1];
  for (; bytes[at] > 127; at += 1, weight *= 128) {
    value += (bytes[at] - 128) * weight;
  }
  return { value: value + bytes[at] * weight, next: at + 1 };
}

function leb(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) {
    bytes.push((value % 128) + 128);
  }
  return Buffer.from([...bytes, value]);
}

function sized(bytes) {
  return Buffer.concat([leb(bytes.length), bytes]);
}

/** Shrinks one part and keeps it. */
function shrunk(file, title = file.replace(".wasm", "").replace("split_", "")) {
  const small = join(work, `${title}.small.wasm`);
  run("wasm-opt", ...SHRINKING, join(work, file), "-o", small);
  return kept(readFileSync(small), `${NAME}-${title}-`, ".wasm");
}

/** Writes a file under a name that holds the hash of its contents, as Trunk does. */
function kept(bytes, before, after) {
  const name = `${before}${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}${after}`;
  writeFileSync(join(dist, name), bytes);
  return { name, integrity: `sha384-${createHash("sha384").update(bytes).digest("base64")}` };
}

function read(folder, file) {
  return readFileSync(join(folder, file));
}

function found(text, pattern) {
  const match = pattern.exec(text);
  if (!match) {
    throw new Error(`nothing looks like ${pattern}: one of the tools writes something else now`);
  }
  return match;
}

function replaced(text, pattern, by) {
  found(text, new RegExp(pattern, pattern.flags.replace("g", "")));
  return text.replace(pattern, by);
}

function run(tool, ...given) {
  execFileSync(tool, given, { stdio: ["ignore", "inherit", "inherit"] });
}
