// Reads the functions of a WebAssembly file with their sizes and names, and tells whose code each is.

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { SHRINKING } from "../../../release/features.mjs";

// Numbers of the binary format: sections, and a kind of what is imported.
const [NAMED, IMPORTS, CODE, DATA, FUNCTION] = [0, 2, 10, 11, 0];

/** The parts of the program as they were before they were shrunk, by what the release calls them. */
export function parts(folder) {
  const files = readdirSync(folder).filter((file) => /^(split|chunk)_\w+\.wasm$/.test(file));
  const others = files.map((file) => [file.replace(/^split_|\.wasm$/g, ""), join(folder, file)]);
  return new Map([["main", join(folder, "steadyhand_bg.wasm")], ...others]);
}

/** Shrinks a part as the release does, but leaves the names in it, and reads it. */
export function shrunk(file) {
  const named = `${file}.named`;
  execFileSync("wasm-opt", ["-g", ...SHRINKING, file, "-o", named], { stdio: "inherit" });
  return read(readFileSync(named));
}

/** The functions of a file, `{ index, size, name }`, and how many bytes of data it has. */
export function read(bytes) {
  let [at, imported, data] = [8, 0, 0];
  const [functions, names] = [[], new Map()];
  const number = () => {
    let [value, weight] = [0, 1];
    for (; bytes[at] > 127; at += 1, weight *= 128) {
      value += (bytes[at] - 128) * weight;
    }
    at += 1;
    return value + bytes[at - 1] * weight;
  };
  const text = () => {
    const size = number();
    at += size;
    return bytes.toString("utf8", at - size, at);
  };
  const sections = {
    [IMPORTS]() {
      for (let left = number(); left > 0; left -= 1) {
        text();
        text();
        imported += importedFunctions();
      }
    },
    [CODE]() {
      for (let left = number(); left > 0; left -= 1) {
        const size = number();
        functions.push({ index: imported + functions.length, size });
        at += size;
      }
    },
    [NAMED](end) {
      for (const isNames = text() === "name"; isNames && at < end; ) {
        const [kind, size] = [bytes[at++], number()];
        const stop = at + size;
        for (let left = kind === 1 ? number() : 0; left > 0; left -= 1) {
          names.set(number(), text());
        }
        at = stop;
      }
    },
  };
  /** Passes over what an import is, and counts it if it is a function. */
  const importedFunctions = () => {
    const kind = bytes[at++];
    if (kind === FUNCTION) {
      number();
      return 1;
    }
    // A table begins with its type; a global is two bytes.
    at += kind === 1 ? 1 : 0;
    if (kind === 3) {
      at += 2;
      return 0;
    }
    const limits = bytes[at++];
    number();
    if (limits & 1) {
      number();
    }
    return 0;
  };
  while (at < bytes.length) {
    const [section, size] = [bytes[at++], number()];
    const end = at + size;
    data += section === DATA ? size : 0;
    sections[section]?.(end);
    at = end;
  }
  return { data, functions: functions.map((one) => ({ ...one, name: names.get(one.index) ?? "" })) };
}

const SIGNS = { LT: "<", GT: ">", RF: "&", BP: "*", LP: "(", RP: ")", C: ",", SP: "@" };

/** A name as it stands in the source, nearly. */
export function readable(name) {
  const parts = [];
  for (let rest = /^_ZN(.*)E/.exec(name)?.[1] ?? ""; rest; ) {
    const [, size, more] = /^(\d+)(.*)$/.exec(rest) ?? [];
    if (!size) {
      break;
    }
    parts.push(more.slice(0, size));
    rest = more.slice(size);
  }
  if (parts.length === 0) {
    const all = [...name.matchAll(/(?<=[A-Z_])(\d{1,2})_?(?=[a-zA-Z])/g)];
    return all.map(({ index, 0: size }) => name.substr(index + size.length, Number.parseInt(size, 10))).join("::") || name;
  }
  const plain = parts.filter((part) => !/^h[0-9a-f]{16}$/.test(part)).join("::");
  return plain
    .replaceAll(/\$u([0-9a-f]{2})\$/g, (_, code) => String.fromCharCode(parseInt(code, 16)))
    .replaceAll(/\$(\w{1,2})\$/g, (whole, sign) => SIGNS[sign] ?? whole)
    .replaceAll("..", "::")
    .replaceAll("_<", "<");
}

/** The crate in which a function is written. A generic one is counted to the crate of its source, whoever uses it. */
export function crate(name) {
  const modern = /^_R.*?Cs[0-9a-zA-Z]*_(\d+)_?/.exec(name);
  if (modern) {
    return name.substr(modern[0].length, Number(modern[1]));
  }
  const plain = readable(name);
  if (!name.startsWith("_ZN")) {
    return "others";
  }
  const path = /^<?(?:[&*(<[]|mut |const |dyn )*(\w+)::/.exec(plain) ?? / as (\w+)::/.exec(plain) ?? /(\w+)::/.exec(plain);
  return path?.[1] ?? "others";
}
