// Reads what a goal's page shows, the whole list of comments, once no more of it comes. Calls its last argument
// with it.
const done = arguments[arguments.length - 1];
const after = (time) => new Promise((go) => setTimeout(go, time));
const turn = () => after(0);
const drawn = () => document.getElementsByTagName("*").length;
/** Comes back when nothing has been added for longer than a page without frames takes: the later part of a page comes after the first. */
const rest = async () => {
  for (let before = -1; before !== drawn(); ) {
    before = drawn();
    await after(800);
  }
};
const field = (name) =>
  [...document.querySelectorAll("textarea")].find((one) => [...one.labels].some((label) => label.textContent.includes(name)));
const more = () => [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === "Show more");
(async () => {
  await rest();
  while (more()) {
    more().click();
    await turn();
  }
  const comments = [...document.querySelectorAll(".comments__one .prose")].map((one) => one.textContent);
  done({ comments, measure: field("How I will know").value });
})();
