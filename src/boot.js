// Starts the program. It is written by hand: the page's policy allows no inline script, and a browser checks
// the hash of fetched WebAssembly only if somebody asks. What to load stands in the page:
// <meta name="program"> names the files, the link to the program holds its hash.
//
// It is a plain script at the top of the body: nothing is drawn before it has run, and what takes longest is
// asked for before the rest of the page has been read.
//
// On a first visit src/welcome.js has the first page drawn before the program is there.
//
// When the program cannot start or has broken down, src/rescue.js takes over. It is fetched soon after the
// program runs, so that it is there when nothing else can be had. What a browser shows outside the page, its
// icon and what an installed app is called, is fetched then, too: nobody waits for that, and a phone that reads
// it while it starts the program takes a twelfth longer.

(() => {
  const OPENING = { en: "Opening…", es: "Abriendo…" };
  /**
   * So many milliseconds a kept program has to draw its first page before the start screen is shown, and any has from
   * when it runs before what can wait is fetched.
   */
  const SOON = 600;

  /** What the names of all that this copy of the page stores begin with. */
  const OWN = `${location.pathname.replace(/[^/]*$/, "")}#`;

  const root = document.documentElement;
  const program = document.querySelector('meta[name="program"]').dataset;
  const { integrity } = document.querySelector('link[as="fetch"]') ?? {};
  /** When the whole page has been read. */
  const read = new Promise((resolve) => addEventListener("DOMContentLoaded", resolve, { once: true }));

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

  // It has no page for somebody who has not said yet who is here.
  let isGreeting = false;
  addEventListener("greet", () => greet(true, false));
  addEventListener("greeted", greeted);

  // A page that a browser has kept and shows again has heard of nothing meanwhile, and no longer holds what it had
  // claimed. It stays only if the program says that it holds what is stored nowhere.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted && dispatchEvent(new Event("comeback", { cancelable: true }))) {
      location.reload();
    }
  });

  // The browser may offer to install the program before that is there to be asked.
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    window.installPrompt = event;
  });

  /** What the person has chosen, as src/store/preferences.rs writes it; nothing on a first visit. */
  const chosen = remembered();
  if (isFramedByOthers()) {
    fail("framed");
  } else if (typeof WebAssembly !== "object") {
    fail("old");
  } else {
    if (!chosen?.welcomed && !/^#\/(begin|more\/import)/.test(location.hash)) {
      greet(false, chosen ? false : isKnown());
    }
    start().then(
      () => setTimeout(furnish, SOON),
      (error) => {
        console.error(error);
        fail("failed");
      },
    );
  }
  dress();
  if (navigator.serviceWorker?.controller) {
    // It flashes by no more.
    root.dataset.start = "soon";
    setTimeout(reveal, SOON);
  }
  read.then(speak);

  /** Loads the program and runs it. */
  async function start() {
    if (!integrity) {
      throw new Error("the page names no program");
    }
    const wasm = fetch(program.wasm, { integrity });
    // What a browser does not compile as it comes, the program's own script can: a host may name a wrong type.
    const compiling = WebAssembly.compileStreaming(wasm).catch(() => wasm);
    const styled = order();
    const script = import(program.module);
    const [compiled, { default: init }] = await Promise.all([compiling, script, read, ...styled]);
    await init({ module_or_path: compiled });
  }

  /**
   * Asks for what a page from a host has links to that are no orders yet: on a network of little room it would be in the
   * way of what the first frame is drawn with. Answers with when the style sheets of them are there.
   */
  function order() {
    const links = [...document.querySelectorAll("link[data-rel]")];
    links.forEach((link) => (link.rel = link.dataset.rel));
    const comes = (link) =>
      new Promise((resolve, reject) => Object.assign(link, { onload: resolve, onerror: reject }));
    return links.filter(({ rel }) => rel === "stylesheet").map(comes);
  }

  /**
   * Shows the first page of a first visit, unless somebody turns out to be known. Where even that does not come, there is
   * nothing to go on with.
   */
  function greet(comesBack, known) {
    isGreeting = true;
    Promise.all([import(program.welcome), known, read]).then(
      ([{ show }, isKnown]) => isGreeting && !isKnown && show(comesBack),
      () => document.getElementById("start") ?? fail("failed"),
    );
  }

  /** Whether something is stored here all the same, where no choice is: then the program says what there is to see. */
  async function isKnown() {
    try {
      return (await indexedDB.databases()).some(({ name }) => name.startsWith(OWN));
    } catch {
      // This browser does not say.
      return false;
    }
  }

  /** Takes that page away. */
  function greeted() {
    isGreeting = false;
    document.querySelector(".greeting")?.remove();
  }

  /** What is stored, if anything is, can be had and can be read. */
  function remembered() {
    try {
      const stored = localStorage.getItem(`${OWN}text/preferences`);
      // Behind the millisecond of its writing.
      return JSON.parse(stored.slice(stored.indexOf(" ")));
    } catch {
      return null;
    }
  }

  /** Puts on the theme and the language that the person has chosen, or else those of the system. */
  function dress() {
    const spoken = [chosen?.language, ...navigator.languages].find((tag) => /^(en|es)\b/i.test(tag));
    root.lang = spoken?.slice(0, 2).toLowerCase() ?? "en";
    if (/^(light|dark)$/.test(chosen?.theme)) {
      root.dataset.theme = chosen.theme;
    }
    if (root.lang === "es") {
      document.querySelector('link[rel="manifest"]').dataset.href = "manifest.es.webmanifest";
    }
    dye();
    new MutationObserver(() => (dye(), speak())).observe(root, { attributeFilter: ["data-theme", "lang"] });
  }

  /** Gives what the browser draws around the page the page's colour, also when that is chosen later on. */
  function dye() {
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      const [theme, now] = [meta.dataset.theme, root.dataset.theme];
      meta.media = now ? (now === theme ? "all" : "not all") : `(prefers-color-scheme: ${theme})`;
    }
  }

  /** Shows the start screen, if it is still there. */
  function reveal() {
    delete root.dataset.start;
  }

  /** Speaks the page's language on the start screen. */
  function speak() {
    const line = document.getElementById("start-words");
    if (line) {
      line.textContent = OPENING[root.lang];
      // What is said of a long wait stands there in every language until one is known.
      document.querySelectorAll(".start__stuck > *").forEach((said) => (said.hidden = said.lang !== root.lang));
    }
  }

  /** Asks for what the first page does not need. */
  function furnish() {
    rescue();
    for (const link of document.querySelectorAll("link[data-href]")) {
      link.href = link.dataset.href;
    }
  }

  /** What takes over. It is asked for once it is wanted, and again if it did not come. */
  function rescue() {
    return import(program.rescue).catch(() => undefined);
  }

  /** Shows what is left, for a reason that src/rescue.js has words for. */
  async function fail(why) {
    const [screen] = await Promise.all([rescue(), read]);
    reveal();
    greeted();
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
})();
