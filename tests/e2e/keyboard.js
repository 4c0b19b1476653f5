// Follows the keyboard over the page. "begin" writes down where it should stop, in order, and how each stop
// looks without it; then somebody presses Tab as often as there are stops, and once more; "end" tells what
// was wrong: a stop left out, twice or out of order, one that does not show the keyboard, one that lies
// below something else.
const [step] = arguments;
const STOPS = "a[href], button, input, select, textarea, summary, [tabindex]";
const squeeze = (text) => (text || "").replace(/\s+/g, " ").trim();
const says = (element) => `<${element.localName}> ${JSON.stringify(squeeze(element.getAttribute("aria-label") || element.labels?.[0]?.textContent || element.textContent).slice(0, 40))}`;
const isDrawn = (element) => element.getClientRects().length > 0 && element.checkVisibility({ visibilityProperty: true });
// Of a group of radio buttons the keyboard stops at the chosen one.
const isStop = (element) => {
  if (element.tabIndex < 0 || element.disabled || !isDrawn(element) || element.closest("[inert]")) return false;
  if (!element.matches("[type=radio]") || !element.name || element.checked) return true;
  const group = [...document.getElementsByName(element.name)];
  return !group.some((other) => other.checked) && element === group[0];
};
// Where a stop may show the keyboard: itself, what covers it, the label or the word it is drawn with.
const looksOf = (element) => {
  const around = element.matches("[type=radio], [type=checkbox], [type=file]") ? [element.closest("label"), element.nextElementSibling] : [];
  const drawn = [element, ...around].filter(Boolean).map((one) => getComputedStyle(one));
  return [...drawn, getComputedStyle(element, "::after")].map(({ outlineStyle, outlineWidth, outlineColor }) => [
    outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && !/^rgba\(.*, 0\)$/.test(outlineColor),
    outlineWidth,
  ]);
};
// What of it is drawn must be in sight: the top, the middle and the end, or any of these for a tall
// one and for a text of several lines, of which browsers bring the line into sight.
const isCovered = (element) => {
  const drawn = element.matches("[type=radio], [type=checkbox], [type=file]") && element.closest("label");
  const box = (drawn || element).getBoundingClientRect();
  const isSeen = (y) => {
    const hit = document.elementFromPoint(box.left + Math.min(box.width / 2, 40), y);
    return hit !== null && ((drawn || element).contains(hit) || hit.contains(element));
  };
  const seen = [box.top + 3, box.top + box.height / 2, box.bottom - 3].map(isSeen);
  return element.matches("textarea") || box.height > innerHeight / 2 ? !seen.includes(true) : seen.includes(false);
};

if (step === "begin") {
  const stops = [...document.querySelectorAll(STOPS)].filter(isStop);
  const walk = { stops, looks: new Map(stops.map((stop) => [stop, looksOf(stop)])), way: [], faults: [], at: null };
  walk.leave = () => {
    // What is brought out by the keyboard is gone again when that leaves; all else is brought into sight later.
    if (walk.at?.isConnected && isDrawn(walk.at) && walk.wasCovered && isCovered(walk.at)) walk.faults.push(`${says(walk.at)} is covered while it has the keyboard`);
    walk.at = null;
  };
  walk.come = ({ target }) => {
    // The driver itself gives the keyboard once more to the title that has it.
    if (target.localName === "h1") return;
    if (!walk.stops.includes(target)) {
      walk.faults.push(`${says(target)} has the keyboard and should not`);
      return;
    }
    walk.at = target;
    walk.wasCovered = isCovered(target);
    if (walk.way.at(-1) === target) return;
    walk.way.push(target);
    const before = walk.looks.get(target);
    const isShown = looksOf(target).some(([has], at) => has && !before[at]?.[0]);
    if (!isShown) walk.faults.push(`${says(target)} does not show the keyboard`);
  };
  document.addEventListener("focusout", walk.leave);
  document.addEventListener("focusin", walk.come);
  window.walk = walk;
  // Fields of dates and times have several stops in them.
  return stops.length + 4 * stops.filter((stop) => stop.matches("[type=date], [type=time]")).length;
}

const { stops, way, faults, leave, come } = window.walk;
leave();
document.removeEventListener("focusout", leave);
document.removeEventListener("focusin", come);
const left = stops.filter((stop) => stop.isConnected && !way.includes(stop));
left.forEach((stop) => faults.push(`${says(stop)} is never reached`));
const first = stops.indexOf(way[0]);
const wanted = [...stops.slice(first), ...stops.slice(0, first)];
// One time around is looked at; the keys that are left over only see to it that it is one.
const stray = way.slice(0, stops.length).findIndex((stop, at) => stop !== wanted[at % wanted.length]);
if (stray >= 0) faults.push(`${says(way[stray])} comes where ${says(wanted[stray % wanted.length])} should, after ${way.slice(0, stray).map(says)}`);
if (way.length < stops.length) faults.push(`${way.length} of ${stops.length} stops`);
return [...new Set(faults)];
