// Serves folders to the bench as a good host would: everything compressed by brotli, what has a hash in
// its name kept for good, all else asked for again. It counts what it sends, and can be ended and begun again.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { brotliCompressSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml", ".png": "image/png", ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json", ".json": "application/json",
};
const HAS_HASH = /-[0-9a-fA-F]{8,}\.\w+$/;
/** What a host needs and no page asks for. */
const LEFT_OUT = /\.(br|gz)$|(^|\/)_headers$|\.cdx\.json$/;

/** Every file of a folder, compressed, by its path from there. */
function files(folder) {
  const found = readdirSync(folder, { recursive: true }).filter((file) => statSync(join(folder, file)).isFile());
  const kept = found.map((file) => file.split(sep).join("/")).filter((file) => !LEFT_OUT.test(file));
  return new Map(
    kept.map((path) => {
      const bytes = readFileSync(join(folder, path));
      const tag = `"${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}"`;
      return [path, { packed: brotliCompressSync(bytes), tag, type: TYPES[extname(path)] ?? "application/octet-stream" }];
    }),
  );
}

/** Folders on one port of loopback, each under many names: `NAME.localhost` and `NAME-ANYTHING.localhost`. */
export class Host {
  #folders;
  #server;
  #port = 0;
  /** What was sent, in the order of the requests: from which name, which path, how many bytes. */
  sent = [];

  constructor(folders) {
    this.#folders = new Map(Object.entries(folders).map(([name, folder]) => [name, files(folder)]));
  }

  async begin() {
    this.#server = createServer((request, response) => this.#answer(request, response));
    await new Promise((resolve) => this.#server.listen(this.#port, "127.0.0.1", resolve));
    this.#port = this.#server.address().port;
  }

  /** Ends it: from now on nobody listens. */
  async end() {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  /** The address of a folder. Each name is an origin of its own, with nothing kept yet. */
  address(folder, name = "") {
    return `http://${folder}${name && `-${name}`}.localhost:${this.#port}/`;
  }

  #answer({ headers, url }, response) {
    const [name] = headers.host.split(".");
    const path = decodeURIComponent(url.split("?")[0].slice(1)) || "index.html";
    const found = this.#folders.get(name.split("-")[0])?.get(path);
    const send = (status, more = {}, body = Buffer.alloc(0)) => {
      this.sent.push({ name, path, status, bytes: body.length });
      response.writeHead(status, { "content-length": body.length, ...more });
      response.end(body);
    };
    if (!found) {
      send(404);
      return;
    }
    const cache = HAS_HASH.test(path) ? "public, max-age=31536000, immutable" : "no-cache";
    if (headers["if-none-match"] === found.tag) {
      send(304, { etag: found.tag, "cache-control": cache });
      return;
    }
    const { packed, tag, type } = found;
    send(200, { "content-type": type, "content-encoding": "br", etag: tag, "cache-control": cache }, packed);
  }
}
