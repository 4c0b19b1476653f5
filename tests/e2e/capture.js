// Keeps what the page offers as a download, for the engine that saves none. The page's own code runs
// unchanged up to the click on the link, which is taken down instead of followed.
if (window.__downloads) return;
const blobs = new Map();
window.__downloads = [];
const create = URL.createObjectURL.bind(URL);
URL.createObjectURL = (blob) => {
  const url = create(blob);
  blobs.set(url, blob);
  return url;
};
const take = (link) => {
  const name = link.download;
  blobs.get(link.href).text().then((text) => window.__downloads.push({ name, text }));
};
const isDownload = (link) => link && link.hasAttribute("download") && blobs.has(link.href);
const follow = HTMLAnchorElement.prototype.click;
HTMLAnchorElement.prototype.click = function () {
  isDownload(this) ? take(this) : follow.call(this);
};
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a");
  if (!isDownload(link)) return;
  event.preventDefault();
  take(link);
}, true);
