// Takes down the page's errors from here on.
if (window.__errors) return;
window.__errors = [];
const write = console.error;
console.error = (...words) => {
  window.__errors.push(words.join(" "));
  write.apply(console, words);
};
// A program without words for its faults still tells where it stopped.
window.addEventListener("error", ({ message, error }) => window.__errors.push(`${message} ${error?.stack ?? ""}`));
window.addEventListener("unhandledrejection", (event) => window.__errors.push(String(event.reason)));
window.addEventListener("securitypolicyviolation", (event) => window.__errors.push(`Content Security Policy refused ${event.blockedURI}`));
