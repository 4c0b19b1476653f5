// Takes down the page's errors from here on.
if (window.__errors) return;
window.__errors = [];
const write = console.error;
console.error = (...words) => {
  window.__errors.push(words.join(" "));
  write.apply(console, words);
};
window.addEventListener("error", (event) => window.__errors.push(event.message));
window.addEventListener("unhandledrejection", (event) => window.__errors.push(String(event.reason)));
window.addEventListener("securitypolicyviolation", (event) => window.__errors.push(`Content Security Policy refused ${event.blockedURI}`));
