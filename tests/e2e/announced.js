// Writes down what live regions say: texts that change in a region which was there before, and alerts.
// A region that comes together with its words is silent in many screen readers, and counts as such.
window.announced = [];
const REGION = "[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]";
const say = (region) => {
  const text = region.textContent.replace(/\s+/g, " ").trim();
  if (text && region.checkVisibility()) window.announced.push(text);
};
new MutationObserver((changes) => {
  const added = changes.flatMap((change) => [...change.addedNodes]).filter((node) => node instanceof Element);
  const isNew = (region) => added.some((node) => node.contains(region));
  const old = changes.map(({ target }) => (target.closest ? target : target.parentElement)?.closest(REGION));
  new Set(old.filter((region) => region && !isNew(region))).forEach(say);
  added.flatMap((node) => [node, ...node.querySelectorAll("*")]).filter((node) => node.matches("[role=alert]")).forEach(say);
}).observe(document.body, { childList: true, characterData: true, subtree: true });
