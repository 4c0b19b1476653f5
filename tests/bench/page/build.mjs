// Builds the pages that ours is compared with, each into a folder of its own: React's from the sources here, in
// production mode and minified, and TiddlyWiki's empty edition by its own command.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const here = new URL("./", import.meta.url).pathname;

/** What of the React page each build has. */
const BUILDS = {
  small: { ALL: "false", MEMO: "false" },
  full: { ALL: "true", MEMO: "false" },
  memo: { ALL: "true", MEMO: "true" },
};

/** Builds all of them below a folder; the packages stand in another. */
export function build(folder, packages) {
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(here, "plain"), join(folder, "plain"), { recursive: true });
  for (const [name, define] of Object.entries(BUILDS)) {
    react(join(folder, name), packages, define);
  }
  const wiki = join(packages, "tiddlywiki");
  execFileSync(
    process.execPath,
    [join(wiki, "tiddlywiki.js"), join(wiki, "editions/empty"), "--output", join(folder, "wiki"), "--build", "index"],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
}

function react(folder, packages, define) {
  mkdirSync(folder, { recursive: true });
  const defines = Object.entries(define).map(([name, value]) => `--define:${name}=${value}`);
  const script = execFileSync(
    join(packages, ".bin/esbuild"),
    [
      join(here, "react/page.jsx"), "--bundle", "--minify", "--format=esm", "--target=es2022", "--jsx=automatic",
      '--define:process.env.NODE_ENV="production"', ...defines, "--log-level=warning",
    ],
    { env: { ...process.env, NODE_PATH: packages }, maxBuffer: 1e8 },
  );
  const name = `page-${createHash("sha256").update(script).digest("hex").slice(0, 16)}.js`;
  writeFileSync(join(folder, name), script);
  writeFileSync(join(folder, "index.html"), readFileSync(join(here, "react/index.html"), "utf8").replace("PAGE", name));
  cpSync(join(here, "plain/page.css"), join(folder, "page.css"));
  const files = JSON.stringify(["./", "page.css", name]);
  writeFileSync(join(folder, "sw.js"), `const FILES = ${files};\n${readFileSync(join(here, "react/sw.js"), "utf8")}`);
}
