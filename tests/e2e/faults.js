// What stands in the way of hands and eyes on the page as it is, each fault in a line of words: controls
// that are too small to hit or have no name, text that is cut off or out of the window, and a page
// without its one heading, its landmark, its language or its title. Arguments: the least size of a control in pixels.
const [least] = arguments;
const faults = [];
const squeeze = (text) => (text || "").replace(/\s+/g, " ").trim();
const isDrawn = (element) =>
  element.getClientRects().length > 0 &&
  element.checkVisibility({ visibilityProperty: true, opacityProperty: false }) &&
  // One engine takes what is in a closed disclosure for visible.
  !element.closest("[inert], details:not([open]) > :not(summary)");
const isHiddenByLooks = (element) => element.closest(".visually-hidden, .shell__skip") !== null;
const says = (element) => {
  const words = squeeze(element.getAttribute("aria-label") || element.textContent || element.value).slice(0, 40);
  return `<${element.localName}${element.className ? `.${String(element.className).split(" ")[0]}` : ""}> ${JSON.stringify(words)}`;
};
const nameOf = (element) => {
  const ids = squeeze(element.getAttribute("aria-labelledby")).split(" ").filter(Boolean);
  const named = ids.map((id) => document.getElementById(id)?.textContent);
  const labels = [...(element.labels ?? [])].map((label) => label.textContent);
  const own = element.matches("input, select, textarea") ? "" : element.textContent;
  return squeeze([element.getAttribute("aria-label"), ...named, ...labels, own].join(" "));
};
const controls = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")].filter(
  (element) => isDrawn(element) && !element.matches("[tabindex='-1'][aria-hidden='true']"),
);

// Names.
for (const control of controls) {
  if (!nameOf(control)) faults.push(`${says(control)} has no name`);
}
const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
for (const id of ids.filter((id, at) => ids.indexOf(id) !== at)) faults.push(`two elements have the id ${id}`);

// Size: what a finger hits around the middle of the control, labels and what they are drawn with included.
const isInText = (link) =>
  link.matches("a") && getComputedStyle(link).display === "inline" &&
  squeeze(link.parentElement.textContent) !== squeeze(link.textContent);
const targetOf = (control) => {
  const label = control.labels?.[0];
  const box = control.getBoundingClientRect();
  return label && (control.matches("[type=checkbox], [type=radio]") || box.width <= 2) ? label : control;
};
for (const control of new Set(controls.filter((one) => !isInText(one) && !one.closest(".shell__skip")).map(targetOf))) {
  control.scrollIntoView({ block: "center", behavior: "instant" });
  const box = control.getBoundingClientRect();
  const isHit = (x, y) => {
    const hit = document.elementFromPoint(x, y);
    return hit !== null && (control.contains(hit) || (control.id && hit.closest("label")?.htmlFor === control.id));
  };
  // The upper end of what is higher than the window lies out of it, and its middle in the middle.
  const down = box.height > innerHeight ? box.height / 2 : Math.min(box.height / 2, 60);
  const [x, y] = [box.left + Math.min(box.width / 2, 60), box.top + down];
  if (!isHit(x, y)) {
    faults.push(`${says(control)} is covered by ${says(document.elementFromPoint(x, y) ?? document.body)}`);
    continue;
  }
  const reach = (stepX, stepY) => {
    let steps = 0;
    while (steps < least && isHit(x + (steps + 1) * stepX, y + (steps + 1) * stepY)) steps += 1;
    return steps;
  };
  // Half pixels at both ends are nobody's miss.
  const [wide, high] = [reach(-1, 0) + reach(1, 0) + 2, reach(0, -1) + reach(0, 1) + 2];
  if (wide < least || high < least) faults.push(`${says(control)} is hit on ${wide} × ${high} pixels only`);
}
scrollTo({ top: 0, behavior: "instant" });

// Text: all of it within the window and within what it is drawn in.
const root = document.documentElement;
if (root.scrollWidth > innerWidth) faults.push(`the page is ${root.scrollWidth} wide in a window of ${innerWidth}`);
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const range = document.createRange();
for (let text = walker.nextNode(); text; text = walker.nextNode()) {
  const element = text.parentElement;
  if (!squeeze(text.data) || !isDrawn(element) || isHiddenByLooks(element)) continue;
  if (element.closest("script, style, option, textarea")) continue;
  range.selectNodeContents(text);
  const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
  for (const word of text.data.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]{2,11}(?![\p{L}\p{N}])/gu)) {
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    const pieces = [...range.getClientRects()].filter((box) => box.width > 0);
    const lines = new Set(pieces.map((box) => Math.round(box.top)));
    // A word is only ever broken where a line cannot hold it whole. One engine tells the letters of a text that it
    // has not painted yet to be on lines where they are not.
    const isTooLong = pieces.reduce((sum, { width }) => sum + width, 0) > element.getBoundingClientRect().width - least;
    if (lines.size > 1 && isTooLong) faults.push(`${says(element)} is broken within the word ${word[0]}`);
  }
  const isOut = (box) => box.left < -0.5 || box.right > innerWidth + 0.5;
  if (boxes.some(isOut)) faults.push(`${says(element)} reaches out of the window`);
  for (let around = element; around && around !== document.body; around = around.parentElement) {
    const look = getComputedStyle(around);
    if (look.position === "fixed") break;
    const frame = around.getBoundingClientRect();
    const cutsX = ["hidden", "clip"].includes(look.overflowX);
    const cutsY = ["hidden", "clip"].includes(look.overflowY);
    const isCut = (box) =>
      (cutsX && (box.left < frame.left - 1 || box.right > frame.right + 1)) ||
      (cutsY && (box.top < frame.top - 3 || box.bottom > frame.bottom + 3));
    if (boxes.some(isCut)) {
      faults.push(`${says(element)} is cut off`);
      break;
    }
  }
}

// Structure.
const headings = [...document.querySelectorAll("h1")].filter(isDrawn);
if (headings.length !== 1) faults.push(`${headings.length} headings of the first level`);
const mains = [...document.querySelectorAll("main, [role=main]")].filter(isDrawn);
if (mains.length !== 1) faults.push(`${mains.length} main landmarks`);
let level = 0;
for (const heading of [...document.querySelectorAll("h1, h2, h3, h4")].filter(isDrawn)) {
  const next = Number(heading.localName[1]);
  if (next > level + 1 && level > 0) faults.push(`${says(heading)} comes after a heading of level ${level}`);
  level = next;
}
if (!/^(en|es)$/.test(root.lang.split("-")[0])) faults.push(`the language is ${JSON.stringify(root.lang)}`);
if (!/Steadyhand$/.test(document.title)) faults.push(`the title is ${JSON.stringify(document.title)}`);

// Who asks for less motion gets none.
if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
  for (const element of document.querySelectorAll("*")) {
    const { transitionDuration, animationDuration } = getComputedStyle(element);
    const times = `${transitionDuration}, ${animationDuration}`.split(", ").filter((time) => time !== "auto");
    if (times.some((time) => parseFloat(time) > 0)) faults.push(`${says(element)} moves for ${times}`);
  }
}
return faults;
