// Opens one route after the other and looks at the whole of each page. Arguments: the payloads, the routes,
// the app's address, and a callback, which is told how many pages there were, which payloads were shown as
// text, and what there was that should not be.
const [payloads, routes, base, done] = arguments;
// Quicker than a timer, which browsers slow down after a few.
const turn = () =>
  new Promise((go) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = go;
    port2.postMessage(0);
  });
const drawn = async () => {
  await turn();
  await new Promise((go) => requestAnimationFrame(go));
  await turn();
};
const squeeze = (text) => text.replace(/\s+/g, " ");
const shown = new Set();
const found = new Set();
// What reaches beyond the screen, because it does not break, takes buttons along.
const wide = () => {
  const screen = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= screen) return [];
  const beyond = [...document.querySelectorAll("#app *")].filter((one) => one.getBoundingClientRect().right > screen + 1);
  const names = beyond.filter((one) => ![...one.children].some((child) => beyond.includes(child))).map((one) => one.className || one.tagName);
  return [...new Set(names)].map((name) => `${name} is too wide`);
};
const look = () => {
  wide().forEach((what) => found.add(`${location.hash}: ${what}`));
  strangers(everything(document), base).forEach((stranger) => found.add(`${location.hash}: ${stranger}`));
  if (window.pwned !== undefined || window.name !== "") found.add(`${location.hash}: a script ran`);
  const fields = [...document.querySelectorAll("input, textarea")].map((field) => field.value);
  const text = squeeze([document.body.innerText, document.title, ...fields].join("\n"));
  payloads.forEach((payload, at) => text.includes(squeeze(payload)) && shown.add(at));
};
(async () => {
  for (const route of routes) {
    location.hash = route;
    await drawn();
    look();
    // Long lists are drawn as one gets to them.
    const end = () => Math.min(document.documentElement.scrollHeight, innerHeight * 12);
    for (let y = innerHeight; y < end(); y += innerHeight * 1.5) {
      scrollTo(0, y);
      await drawn();
      look();
    }
  }
  done([routes.length, [...shown], [...found]]);
})();
