// Writes the software bill of materials of a built folder, as CycloneDX 1.6 JSON: the folder's own files, the
// crates that are compiled into its WebAssembly, and the standard library they stand on.
//
//     node host/bill.mjs dist sbom.cdx.json
//
// What only works at build time or in tests is left out: procedural macros and all they need, build scripts,
// development dependencies, and what another target needs. No time and no path is in it, so the same source
// makes the same bill.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder, name] = process.argv.slice(2);
const run = (command, ...options) => execFileSync(command, options, { encoding: "utf8", maxBuffer: 1 << 28 });
const target = "wasm32-unknown-unknown";
const metadata = JSON.parse(
  run("cargo", "metadata", "--format-version=1", "--locked", "--offline", `--filter-platform=${target}`),
);
const packages = new Map(metadata.packages.map((one) => [one.id, one]));
const nodes = new Map(metadata.resolve.nodes.map((one) => [one.id, one]));
const root = metadata.resolve.root;

/** What is compiled into the program. Metadata alone would count what only tests turn on. */
const tree = run("cargo", "tree", "--locked", "--offline", "--edges=normal,no-proc-macro", `--target=${target}`, "--prefix=none");
const shipped = new Set(tree.split("\n").map((line) => line.split(" ").slice(0, 2).join("@")));
const reference = (id) => `${packages.get(id).name}@${packages.get(id).version}`;
const isShipped = (id) => shipped.has(reference(id).replace("@", "@v"));
const isMacro = (id) => packages.get(id).targets.some(({ kind }) => kind.includes("proc-macro"));

/** The crates that a crate is linked with. */
const linked = (id) =>
  nodes
    .get(id)
    .deps.filter(({ pkg, dep_kinds }) => dep_kinds.some(({ kind }) => kind === null) && isShipped(pkg) && !isMacro(pkg))
    .map(({ pkg }) => pkg);

/** The checksums of crates, as `Cargo.lock` has them, by name and version. */
const checksums = new Map(
  [...readFileSync("Cargo.lock", "utf8").matchAll(/name = "(.+)"\nversion = "(.+)"\nsource = .*\nchecksum = "(\w+)"/g)].map(
    ([, crate, version, sum]) => [`${crate}@${version}`, sum],
  ),
);
const sha256 = (content) => [{ alg: "SHA-256", content }];
const licensed = (expression) => [{ expression: expression.replaceAll("/", " OR ") }];
const own = packages.get(root);
const std = { ref: "std", version: run("rustc", "--version").split(" ")[1] };

const crate = (id) => {
  const { name, version, description, license, repository } = packages.get(id);
  const sum = checksums.get(`${name}@${version}`);
  return {
    type: "library",
    "bom-ref": reference(id),
    name,
    version,
    ...(description && { description: description.replace(/\s+/g, " ").trim() }),
    scope: "required",
    ...(sum && { hashes: sha256(sum) }),
    ...(license && { licenses: licensed(license) }),
    purl: `pkg:cargo/${name}@${version}`,
    ...(repository && { externalReferences: [{ type: "vcs", url: repository }] }),
  };
};
const byReference = (a, b) => (a < b ? -1 : 1);
const crates = [...packages.keys()].filter((id) => id !== root && isShipped(id)).sort((a, b) => byReference(reference(a), reference(b)));
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== name && !/\.(gz|br)$/.test(entry.name))
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(folder, "/").length))
  .sort();
const file = (path) => ({
  type: "file",
  name: path,
  hashes: sha256(createHash("sha256").update(readFileSync(join(folder, path))).digest("hex")),
});

const bill = {
  $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  version: 1,
  metadata: {
    lifecycles: [{ phase: "build" }],
    component: {
      type: "application",
      "bom-ref": reference(root),
      name: own.name,
      version: own.version,
      description: own.description,
      licenses: licensed(own.license),
      components: files.map(file),
    },
    properties: [{ name: "cdx:rustc:sbom:target:triple", value: target }],
  },
  components: [
    ...crates.map(crate),
    {
      type: "library",
      "bom-ref": std.ref,
      name: "std",
      version: std.version,
      description: "The Rust standard library",
      scope: "required",
      licenses: licensed("MIT OR Apache-2.0"),
      externalReferences: [{ type: "vcs", url: "https://github.com/rust-lang/rust" }],
    },
  ],
  dependencies: [
    ...[root, ...crates].map((id) => ({
      ref: reference(id),
      dependsOn: [...linked(id).map(reference), std.ref].sort(byReference),
    })),
    { ref: std.ref, dependsOn: [] },
  ],
};
writeFileSync(join(folder, name), `${JSON.stringify(bill, null, 1)}\n`);
