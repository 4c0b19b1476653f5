// Keeps the page on the device and answers from there. The build writes FILES above this.

addEventListener("install", (event) =>
  event.waitUntil(caches.open("page").then((cache) => cache.addAll(FILES)).then(() => skipWaiting())),
);
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
});
