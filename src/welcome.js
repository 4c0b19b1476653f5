// The first page of a first visit: what this is, and who is here. It is drawn before the program is there, which on a
// slow network comes a second later, and it is no part of it: its three ways on are links, and the program draws the
// page they lead to (`Route::Begin`). Where somebody is faster than the program, the start screen stands in between.
//
// src/boot.js has it drawn, and takes it away, when the page opens and as the program says.

const WORDS = {
  en: {
    name: "Welcome",
    title: "Welcome to Steadyhand",
    lead: "Goals, meetings and feedback for you and your mentor, in one plan that you both keep.",
    student: "I am a student",
    mentor: "I am a mentor",
    coordinator: "I coordinate a program",
    promise: "No account. What you write stays on this device until you send it.",
    other: "es",
    otherName: "En español",
  },
  es: {
    name: "Bienvenida",
    title: "Te damos la bienvenida a Steadyhand",
    lead: "Metas, reuniones y comentarios para ti y tu mentor o mentora, en un plan que comparten.",
    student: "Soy estudiante",
    mentor: "Soy mentor o mentora",
    coordinator: "Coordino un programa",
    promise: "Sin cuenta. Lo que escribes se queda en este dispositivo hasta que lo envíes.",
    other: "en",
    otherName: "In English",
  },
};
/** What the addresses of the second page begin with. */
const BEGIN = "#/begin/";

const root = document.documentElement;
/** What to do when another language is spoken. */
let spoken = [];

addEventListener("hashchange", () => {
  // While the program is on its way, nobody else follows the address. Where it failed, that is what there is to see.
  if (document.getElementById("start")?.dataset.state === "loading") {
    if (location.hash.startsWith(BEGIN)) {
      document.querySelector(".greeting")?.remove();
    } else {
      show(true);
    }
  }
});

/** Draws the page, if it does not stand there yet. Who comes back to it has the keyboard at its top, as on every page. */
export function show(comesBack) {
  if (document.querySelector(".greeting")) {
    return;
  }
  document.body.prepend(drawn());
  speak();
  if (comesBack) {
    document.querySelector(".greeting h1").focus();
  }
}

function drawn() {
  spoken = [];
  const language = made("button", { className: "button", type: "button" }, said("otherName"));
  language.dataset.tone = "quiet";
  language.addEventListener("click", () => {
    root.lang = words().other;
    speak();
  });
  spoken.push(() => (language.lang = words().other));
  const ways = ["student", "mentor", "coordinator"].map((role) =>
    made("a", { className: "button", href: BEGIN + role }, said(role)),
  );
  return made(
    "main",
    { className: "welcome greeting" },
    document.querySelector("#start .logo")?.cloneNode(true) ?? "",
    made(
      "header",
      { className: "page-head" },
      made(
        "div",
        { className: "page-head__row" },
        made("h1", { className: "page-head__title", tabIndex: -1 }, said("title")),
        made("div", { className: "page-head__actions" }, language),
      ),
      made("p", { className: "page-head__line" }, said("lead")),
    ),
    made("div", { className: "stack" }, ...ways),
    made("p", { className: "small muted" }, said("promise")),
  );
}

/** Says all of it in the page's language, and gives the browser's tab its name. */
function speak() {
  document.title = `${words().name} · Steadyhand`;
  spoken.forEach((say) => say());
}

function words() {
  return WORDS[root.lang] ?? WORDS.en;
}

/** A piece of text that is said in the page's language. */
function said(what) {
  const text = made("span", {});
  spoken.push(() => (text.textContent = words()[what]));
  return text;
}

function made(name, properties, ...within) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...within);
  return element;
}
