// Starts the program. It is written by hand, like early.js: the page's policy allows no inline script, and
// a browser checks the hash of fetched WebAssembly only if somebody asks. What to load stands in the
// page: <meta name="program"> names the files, the preload link holds the hash.
//
// When the program cannot start or has broken down, src/rescue.js takes over. It is fetched as soon as the
// program runs, so that it is there when nothing else can be had.

const OPENING = { en: "Opening…", es: "Abriendo…" };

const program = document.querySelector('meta[name="program"]').dataset;

/** Loads the program and runs it. */
async function start() {
  const preload = document.querySelector('link[rel="preload"][as="fetch"]');
  if (!preload?.integrity) {
    throw new Error("the page does not say which program is the right one");
  }
  foresee(program.visit ?? "");
  const { default: init } = await import(new URL(program.module, document.baseURI));
  const wasm = fetch(new URL(program.wasm, document.baseURI), {
    credentials: "same-origin",
    integrity: preload.integrity,
  });
  await init({ module_or_path: wasm });
}

/** Asks for the parts that a first visit draws with, while the program itself is still on its way. */
function foresee(visit) {
  if (isRemembered()) {
    return;
  }
  for (const [, href, integrity] of visit.matchAll(/(\S+) (\S+)/g)) {
    const as = href.endsWith(".css") ? "style" : "fetch";
    const link = { rel: "preload", as, crossOrigin: "anonymous", href, integrity };
    document.head.append(Object.assign(document.createElement("link"), link));
  }
}

/** Whether the person has been here before, as far as the page can tell at once. */
function isRemembered() {
  try {
    return localStorage.getItem(`${location.pathname.replace(/[^/]*$/, "")}#text/preferences`) !== null;
  } catch {
    return false;
  }
}

/** What takes over. It is asked for once it is wanted, and again if it did not come. */
function rescue() {
  return import(new URL(program.rescue, document.baseURI)).catch(() => undefined);
}

/** Shows what is left, for a reason that src/rescue.js has words for. */
async function fail(why) {
  const screen = await rescue();
  if (screen) {
    screen.show(why);
  } else {
    // Not even that comes. What is said of a long wait is true now.
    document.getElementById("start")?.setAttribute("data-state", "stuck");
  }
}

/** Whether this page lies inside a page of another origin, however deep. */
function isFramedByOthers() {
  for (let frame = self; frame !== frame.parent; frame = frame.parent) {
    try {
      if (frame.parent.location.origin !== location.origin) {
        return true;
      }
    } catch {
      return true;
    }
  }
  return false;
}

// A program that has trapped is dead, whatever the page still shows.
const trapped = (error) => {
  if (error instanceof WebAssembly.RuntimeError) {
    fail("broken");
  }
};
addEventListener("error", (event) => trapped(event.error));
addEventListener("unhandledrejection", (event) => trapped(event.reason));

// It cannot go on without a file that does not come.
addEventListener("givenup", () => fail("failed"));

// The browser may offer to install the program before that is there to be asked.
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  window.installPrompt = event;
});

const line = document.getElementById("start-words");
if (line) {
  // As src/early.js has found it.
  const language = document.documentElement.lang;
  line.textContent = OPENING[language];
  // What is said of a long wait stands there in every language until one is known.
  document.querySelectorAll(`.start__stuck > :not([lang=${language}])`).forEach((other) => other.remove());
}
if (isFramedByOthers()) {
  fail("framed");
} else if (typeof WebAssembly !== "object") {
  fail("old");
} else {
  start().then(rescue, (error) => {
    console.error(error);
    fail("failed");
  });
}
