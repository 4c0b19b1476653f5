// Finds what a page of the app has never in it of its own accord: elements and attributes that run, load or
// lead elsewhere. Defines strangers(elements, base), which answers each as text, and everything(root).
const TAGS =
  "iframe, frame, object, embed, applet, base, style, form[action], video, audio, source, marquee, math, template, noscript," +
  "foreignObject, animate, set, svg script, svg a, svg image, svg use";
// The one script that the page's body begins with.
const OUR_OWN = 'body > script:first-child[integrity][src^="./boot-"]';
// Until the program runs the page has no icon, and says so, or else a browser looks for one outside the folder.
const NO_ICON = 'head > link[rel=icon][href="data:,"]';
const LINKS = ["href", "src", "xlink:href", "action", "formaction", "data", "poster", "srcset", "ping", "srcdoc"];
const everything = (root) => root.querySelectorAll("*");
const strangers = (elements, base) => {
  const found = [];
  for (const element of elements) {
    const attributes = [...element.attributes];
    const leads = attributes.filter(({ name }) => LINKS.includes(name)).map(({ value }) => value);
    const isOutside = (link) => {
      try {
        return !new URL(link, base).href.startsWith(base);
      } catch {
        return true;
      }
    };
    if (
      element.matches(TAGS) ||
      // The page's own are in its head, all but one, and come from its folder.
      (element.matches("script, link, meta") && !element.closest("head") && !element.matches(OUR_OWN)) ||
      element.matches("script:not([src]), meta[http-equiv=refresh]") ||
      attributes.some(({ name }) => name.startsWith("on") || name === "srcdoc" || name === "autofocus") ||
      (leads.some(isOutside) && !element.matches(NO_ICON))
    ) {
      found.push(element.outerHTML.slice(0, 200));
    }
  }
  return found;
};
