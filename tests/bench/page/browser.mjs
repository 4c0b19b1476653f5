// Chromium, driven through its own protocol over a pipe: tabs on the phone profile, and what they say.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How many times slower than this machine the phone is. */
export const SLOWER = 4;

/** 1.6 Mbps down, half of that up, 150 ms for the way there and back. */
const LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.8e6 / 8 };
const NO_LIMIT = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

const FLAGS = [
  "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
  "--disable-background-timer-throttling", "--disable-renderer-backgrounding",
  "--disable-backgrounding-occluded-windows", "--remote-debugging-pipe",
  "--host-resolver-rules=MAP *.localhost 127.0.0.1", "--window-size=360,640",
];

/** Milliseconds between two keys: eight in a second. */
const BETWEEN_KEYS = 125;

/** How long a step may take, in milliseconds, before the run is given up. */
const PATIENCE = 60_000;

const watching = readFileSync(new URL("watch.js", import.meta.url), "utf8");

/** One running browser with a profile of its own, on disk, as on a phone. */
export class Browser {
  #process;
  #profile = mkdtempSync(join(tmpdir(), "steadyhand-bench-"));
  #waiting = new Map();
  #hearing = new Map();
  #count = 0;

  static async start() {
    const browser = new Browser();
    const flags = [...FLAGS, `--user-data-dir=${browser.#profile}`, "about:blank"];
    browser.#process = spawn("chromium", flags, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    const [, , , , replies] = browser.#process.stdio;
    let rest = Buffer.alloc(0);
    replies.on("data", (bytes) => {
      rest = Buffer.concat([rest, bytes]);
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        const message = JSON.parse(rest.subarray(0, end).toString());
        rest = rest.subarray(end + 1);
        browser.#hear(message);
      }
    });
    await browser.send("Browser.getVersion");
    return browser;
  }

  /** Sends one command, to the whole browser or to one session, and answers with its result. */
  send(method, params = {}, sessionId = undefined) {
    const id = (this.#count += 1);
    this.#process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { method, resolve, reject });
    });
  }

  #hear({ id, result, error, method, params, sessionId }) {
    const asked = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) {
      asked?.reject(new Error(`${asked.method}: ${error.message}`));
    } else if (asked) {
      asked.resolve(result);
    } else {
      this.#hearing.get(sessionId)?.forEach((hear) => hear(method, params));
    }
  }

  /** Calls with each event of a session. */
  listen(session, hear) {
    this.#hearing.set(session, [...(this.#hearing.get(session) ?? []), hear]);
  }

  /** A new tab. A slow one is a phone on a thin line; one to prepare something in is neither. */
  async open({ isSlow = true } = {}) {
    const { targetId } = await this.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await this.send("Target.attachToTarget", { targetId, flatten: true });
    const tab = new Tab(this, targetId, sessionId);
    await tab.prepare(isSlow);
    return tab;
  }

  /** Ends all service workers, as a phone does with an app that is out of sight. */
  async stopWorkers(tab) {
    await tab.send("ServiceWorker.enable");
    await tab.send("ServiceWorker.stopAllWorkers");
  }

  async end() {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    await this.send("Browser.close").catch(() => undefined);
    await ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** One tab. */
export class Tab {
  constructor(browser, target, session) {
    Object.assign(this, { browser, target, session, faults: [] });
    browser.listen(session, (method, params) => {
      if (method === "Runtime.exceptionThrown") {
        this.faults.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
      } else if (method === "Target.attachedToTarget") {
        this.#slowWorker(params).catch(() => undefined);
      }
    });
  }

  send(method, params) {
    return this.browser.send(method, params, this.session);
  }

  async prepare(isSlow) {
    this.isSlow = isSlow;
    await Promise.all([this.send("Page.enable"), this.send("Runtime.enable"), this.send("Network.enable")]);
    await this.send("Page.addScriptToEvaluateOnNewDocument", { source: watching });
    await this.send("Emulation.setDeviceMetricsOverride", { width: 360, height: 640, deviceScaleFactor: 2, mobile: true });
    await this.send("Emulation.setTouchEmulationEnabled", { enabled: true });
    await this.send("Emulation.setLocaleOverride", { locale: "en-US" });
    await this.send("Emulation.setCPUThrottlingRate", { rate: isSlow ? SLOWER : 1 });
    await this.send("Network.emulateNetworkConditions", isSlow ? LINE : NO_LIMIT);
    await this.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
  }

  /** A worker shares the phone's line. It waits for the last of these, and answers none before. */
  #slowWorker({ sessionId }) {
    const line = this.isSlow ? LINE : NO_LIMIT;
    const commands = [["Network.enable"], ["Network.emulateNetworkConditions", line], ["Runtime.runIfWaitingForDebugger"]];
    return Promise.all(commands.map(([method, params]) => this.browser.send(method, params, sessionId)));
  }

  /** Goes to an address; does not wait for anything there. */
  async go(address) {
    const { errorText } = await this.send("Page.navigate", { url: address });
    if (errorText) {
      throw new Error(`${address}: ${errorText}`);
    }
  }

  /** What an expression in the page comes to, waiting for it where it is a promise. */
  async ask(expression, what = expression) {
    let silence;
    const silent = new Promise((resolve) => {
      silence = setTimeout(() => resolve(undefined), PATIENCE);
    });
    const asked = this.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    asked.catch(() => undefined);
    const answer = await Promise.race([asked, silent]).finally(() => clearTimeout(silence));
    if (!answer) {
      throw new Error(`nothing came of: ${what}\n${await this.#shown()}`);
    }
    const { result, exceptionDetails } = answer;
    if (exceptionDetails) {
      throw new Error(`${what}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    }
    return result.value;
  }

  /** What the page shows and what went wrong in it, for a message. */
  async #shown() {
    const expression = "location.href + ' ' + document.body?.innerText.slice(0, 500)";
    const { result } = await this.send("Runtime.evaluate", { expression, returnByValue: true });
    return [result.value, ...this.faults].join("\n");
  }

  /** Waits until the frame is drawn in which a condition holds; when that was, in milliseconds of the page. */
  when(condition) {
    return this.ask(`bench.when(() => (${condition}))`, condition);
  }

  /** Taps the middle of the element that an expression finds, as soon as it is there. */
  async tap(element) {
    await this.when(element);
    const { x, y } = await this.ask(`bench.middle(${element})`);
    await this.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
    await this.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  }

  /** Clicks an element by script, where it is prepared and not measured: no tap that could miss. */
  async press(element) {
    await this.when(element);
    await this.ask(`${element}.click()`);
  }

  /** Types a text, key by key, as fast as a thumb. */
  async type(text) {
    for (const letter of text) {
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_KEYS));
      await this.send("Input.dispatchKeyEvent", { type: "keyDown", text: letter, key: letter });
      await this.send("Input.dispatchKeyEvent", { type: "keyUp", key: letter });
    }
  }

  /** Puts a text into the field at once. */
  async write(text) {
    await this.send("Input.insertText", { text });
  }

  async enter() {
    const key = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 13 };
    await this.send("Input.dispatchKeyEvent", { type: "keyDown", text: "\r", ...key });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
  }

  /** Gives files to a file input. */
  async pick(selector, file) {
    const { root } = await this.send("DOM.getDocument");
    const { nodeId } = await this.send("DOM.querySelector", { nodeId: root.nodeId, selector });
    await this.send("DOM.setFileInputFiles", { nodeId, files: [file] });
  }

  async close() {
    await this.browser.send("Target.closeTarget", { targetId: this.target });
  }
}
