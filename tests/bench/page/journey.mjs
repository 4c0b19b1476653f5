// A walk through our page as a student takes it between two shifts: each step is named, so that what was slow in it
// can be told by name. Afterwards the page says how long its inputs waited, what moved, and what took long.

const tab = (name) => `bench.find(".tab-bar__tab", "${name}")`;

/** The element of a selector that is nearest to the middle of the screen. */
const inSight = (selector) => `((off) => [...document.querySelectorAll("${selector}")].sort((a, b) => off(a) - off(b))[0])(
  (one) => Math.abs(one.getBoundingClientRect().y - 320))`;

const STEPS = [
  ["ticking on Today", async (page) => page.tap('document.querySelector(".check-row__box")')],
  ["taking it back", async (page) => page.tap('bench.find(".toast button", "Undo")')],
  ["opening Goals", async (page) => page.tap(tab("Goals"))],
  ["scrolling Goals", async (page, round) => {
    // Every time a little further, to another goal: one holds only so many tasks.
    for (let times = 0; times < 10 + round; times += 1) {
      await page.ask("new Promise((resolve) => requestAnimationFrame(() => resolve(scrollBy(0, 300))))");
    }
  }],
  ["opening a goal", async (page) => page.tap(inSight("a.list-row__title"))],
  ["typing a task", async (page) => {
    await page.tap('bench.find(".line-form input")');
    await page.type("Ask Dana to watch two draws");
  }],
  ["adding the task", async (page) => page.enter()],
  ["ticking the task", async (page) => page.tap('[...document.querySelectorAll(".task-row .check-row__box")].at(-1)')],
  ["opening Meetings", async (page) => page.tap(tab("Meetings"))],
  ["opening a meeting", async (page) => page.tap('bench.find("a.list-row__title")')],
  ["opening Feedback", async (page) => page.tap(tab("Feedback"))],
  ["opening Today", async (page) => page.tap(tab("Today"))],
  ["beginning a reflection", async (page) => page.tap('bench.find(".action-bar button", "How the shift went")')],
  ["typing a reflection", async (page) => {
    await page.tap('bench.find("textarea")');
    await page.type("Two draws went well, the third rolled away.");
  }],
  ["writing the reflection down", async (page) => page.tap('bench.find(".action-bar button")')],
  ["opening More", async (page) => page.tap(tab("More"))],
  ["opening Share", async (page) => page.tap('bench.find("a.list-row__title", "Share")')],
  ["going back to Today", async (page) => page.tap(tab("Today"))],
];

/** Walks through a page that is ready, for the first, second or later time, and answers with what it noted. */
export async function walk(page, round) {
  for (const [name, act] of STEPS) {
    await page.ask(`bench.step("${name}")`);
    await act(page, round);
    await page.ask("bench.quiet()");
  }
  return page.ask("bench.noted");
}
