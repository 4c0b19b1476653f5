// Finds the element that a person means by a name. Arguments: what it is wanted for, the name, and
// the words of the row or section it must lie in, or null. Answers { element }, or { names } with
// what could have been meant.
const [purpose, wanted, within] = arguments;
const PURPOSES = {
  press:
    "button, a[href], summary, input[type=submit], input[type=button], [role=button], [role=tab]," +
    "[role=link], [role=menuitem], [role=option], [role=switch], [role=radio], [role=checkbox], label",
  field:
    "input:not([type=hidden], [type=checkbox], [type=radio], [type=file], [type=submit], [type=button])," +
    "textarea, select, [contenteditable=true]",
  tick: "input[type=checkbox], input[type=radio], [role=checkbox], [role=radio], [role=switch]",
  file: "input[type=file]",
};
const GROUPS =
  "li, article, section, fieldset, form, dialog, details, tr, [role=row], [role=listitem], [role=group], [role=dialog]";

const squeeze = (text) => (text || "").replace(/\s+/g, " ").trim();
const isShown = (element) =>
  element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden" && !element.closest("[inert]");
const labelText = (label) => {
  const copy = label.cloneNode(true);
  copy.querySelectorAll("select, textarea, input").forEach((control) => control.remove());
  return copy.textContent;
};
const nameOf = (element) => {
  const ids = squeeze(element.getAttribute("aria-labelledby")).split(" ").filter(Boolean);
  const named = ids.map((id) => document.getElementById(id)).filter(Boolean);
  if (named.length) return squeeze(named.map((other) => other.textContent).join(" "));
  if (element.hasAttribute("aria-label")) return squeeze(element.getAttribute("aria-label"));
  if (element.labels && element.labels.length) return squeeze([...element.labels].map(labelText).join(" "));
  if (element.matches("input")) return squeeze(element.type === "submit" || element.type === "button" ? element.value : element.title);
  if (element.matches("label")) return squeeze(labelText(element));
  return squeeze(element.innerText) || squeeze(element.title) || squeeze(element.textContent);
};
// A row that is not laid out yet, because it is out of sight, has words that are not rendered.
const wordsOf = (group) => squeeze(group.innerText) || squeeze(group.textContent);
// An input that is drawn by its label is touched through its label.
const touchable = (element) => {
  const box = element.getBoundingClientRect();
  const isDrawn = box.width > 1 && box.height > 1 && getComputedStyle(element).opacity !== "0";
  return isDrawn || !element.labels?.length ? element : element.labels[0];
};

const search = (root) => {
  const all = [...root.querySelectorAll(PURPOSES[purpose])]
    .filter((element) => purpose === "file" || (isShown(touchable(element)) && !element.matches(":disabled")))
    .sort((a, b) => a.matches("label") - b.matches("label"));
  const named = all.map((element) => [element, nameOf(element)]);
  const exact = named.find(([, name]) => name === wanted);
  const near = named.filter(([, name]) => name.includes(wanted));
  // A name that only contains the words counts when no other does, such as a tab with a number in it.
  const found = exact || (new Set(near.map(([, name]) => name)).size === 1 ? near[0] : undefined);
  return { element: found && (purpose === "tick" ? touchable(found[0]) : found[0]), control: found?.[0], names: named.map(([, name]) => name) };
};

if (within === null) return search(document);
const groups = [...document.querySelectorAll(GROUPS)]
  .filter((group) => isShown(group) && wordsOf(group).includes(within))
  .sort((a, b) => wordsOf(a).length - wordsOf(b).length);
const tried = groups.map(search);
return tried.find((one) => one.element) || { names: tried.flatMap((one) => one.names) };
