// Starts the program. It is the only hand-written script: the page's policy allows no inline one, and
// a browser checks the hash of fetched WebAssembly only if somebody asks. What to load stands in the
// page: <meta name="program"> names the files, the preload link holds the hash.
// It must not keep, read or send anything of the person's.

const WORDS = {
  en: {
    opening: "Opening…",
    failed:
      "Steadyhand could not start. What you wrote before is still on this device; nothing was " +
      "changed. Check your connection, then try again.",
    old:
      "This browser cannot run Steadyhand. Please update it, or open this page in a current " +
      "Chrome, Edge, Firefox or Safari. Nothing was changed.",
    again: "Try again",
  },
  es: {
    opening: "Abriendo…",
    failed:
      "Steadyhand no pudo abrirse. Lo que escribiste antes sigue en este dispositivo; no se cambió " +
      "nada. Revisa tu conexión y vuelve a intentarlo.",
    old:
      "Este navegador no puede abrir Steadyhand. Actualízalo o abre esta página en una versión " +
      "actual de Chrome, Edge, Firefox o Safari. No se cambió nada.",
    again: "Volver a intentar",
  },
};

const language = navigator.language.toLowerCase().startsWith("es") ? "es" : "en";
const words = WORDS[language];

/** Loads the program and runs it. */
async function start() {
  const program = document.querySelector('meta[name="program"]').dataset;
  const preload = document.querySelector('link[rel="preload"][as="fetch"]');
  if (!preload?.integrity) {
    throw new Error("the page does not say which program is the right one");
  }
  const { default: init } = await import(new URL(program.module, document.baseURI));
  const wasm = fetch(new URL(program.wasm, document.baseURI), {
    credentials: "same-origin",
    integrity: preload.integrity,
  });
  await init({ module_or_path: wasm });
}

/** Says in the start screen that it did not work; does nothing once the program has taken over. */
function fail(message) {
  const screen = document.getElementById("start");
  if (!screen) {
    return;
  }
  screen.dataset.state = "failed";
  document.getElementById("start-words").textContent = message;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.dataset.tone = "primary";
  button.textContent = words.again;
  button.addEventListener("click", () => location.reload());
  screen.append(button);
}

document.documentElement.lang = language;
const line = document.getElementById("start-words");
if (line) {
  line.textContent = words.opening;
}
if (typeof WebAssembly !== "object") {
  fail(words.old);
} else {
  start().catch((error) => {
    console.error(error);
    fail(words.failed);
  });
}
