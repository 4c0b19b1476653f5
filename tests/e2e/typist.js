// Writes on a goal's page as fast as the page takes it: mostly comments, now and then a new text for how
// the student will know. Argument: which life of the typist this is. What the page has accepted, and
// what it has shown as saved, is told to window.told and, so that it outlives this page, to a channel.
// Something is accepted once the page has shown it: Firefox has kept the first half of what one task
// wrote to local storage, where the tab was closed in the middle of that task.
// It goes on until window.isEnough is set, and says in window.isAtRest that it has stopped.
const [life] = arguments;
const line = new BroadcastChannel("typist");
window.told = [];
const tell = (what, number) => {
  window.told.push([what, life, number]);
  line.postMessage(JSON.stringify([what, life, number]));
};
const field = (name) =>
  [...document.querySelectorAll("textarea")].find((one) => [...one.labels].some((label) => label.textContent.includes(name)));
const button = (name) => [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === name);
const set = (area, text) => {
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(area, text);
  area.dispatchEvent(new Event("input", { bubbles: true }));
};
const turn = () => new Promise((go) => setTimeout(go, 0));
const isSaved = () => document.querySelector(".save-state").dataset.state === "saved";
const words = (number) => `Life ${life}, number ${number}, ${"drop 🩸 ".repeat(12)}and the end.`;

const write = async (number) => {
  if (number % 4 === 0) {
    const area = field("How I will know");
    set(area, words(number));
    area.dispatchEvent(new Event("change", { bubbles: true }));
    await turn();
    tell("measured", number);
  } else {
    set(field("Your comment"), words(number));
    button("Add comment").click();
    // The field is empty again once its text has become a comment.
    while (field("Your comment").value !== "") await turn();
    tell("added", number);
  }
  await turn();
  // Most of the time it goes straight on, so that the database is in the middle of something.
  while (number % 5 === 0 && !isSaved()) await turn();
  if (isSaved()) tell("saved", number);
};
window.isEnough = false;
window.isAtRest = false;
(async () => {
  for (let number = 1; !window.isEnough; number += 1) await write(number);
  window.isAtRest = true;
})();
