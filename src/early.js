// Puts on the theme and the language that the person has chosen, before anything is drawn: the program
// that knows them comes later. A plain script, for a module would run after the first paint. Where
// storage is blocked, or holds something else, the page is as the system is set.

(() => {
  const root = document.documentElement;
  let chosen;
  try {
    // As src/store/preferences.rs writes them, behind the millisecond of their writing.
    const stored = localStorage.getItem(`${location.pathname.replace(/[^/]*$/, "")}#text/preferences`);
    chosen = JSON.parse(stored.slice(stored.indexOf(" ")));
  } catch {}
  const spoken = [chosen?.language, ...navigator.languages].find((tag) => /^(en|es)\b/i.test(tag));
  root.lang = spoken?.slice(0, 2).toLowerCase() ?? "en";
  if (/^(light|dark)$/.test(chosen?.theme)) {
    root.dataset.theme = chosen.theme;
  }
  if (root.lang === "es") {
    document.querySelector('link[rel="manifest"]').href = "manifest.es.webmanifest";
  }

  // What the browser draws around the page has the page's colour, also when that is chosen later on.
  const dye = () => {
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      const [theme, now] = [meta.dataset.theme, root.dataset.theme];
      meta.media = now ? (now === theme ? "all" : "not all") : `(prefers-color-scheme: ${theme})`;
    }
  };
  dye();
  new MutationObserver(dye).observe(root, { attributeFilter: ["data-theme"] });
})();
