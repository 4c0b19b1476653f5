// Reads what a goal's page shows, the whole list of comments. Calls its last argument with it.
const done = arguments[arguments.length - 1];
const turn = () => new Promise((go) => setTimeout(go, 0));
const field = (name) =>
  [...document.querySelectorAll("textarea")].find((one) => [...one.labels].some((label) => label.textContent.includes(name)));
const more = () => [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === "Show more");
(async () => {
  while (more()) {
    more().click();
    await turn();
  }
  const comments = [...document.querySelectorAll(".comments__one .prose")].map((one) => one.textContent);
  done({ comments, measure: field("How I will know").value });
})();
