// The service worker of one room page: keeps that page and its own files, so that the room works without network.

const SHELF = `kring-room:${new URL(self.registration.scope).pathname}`;
const PATIENCE = 5000;
const FILES = ["script", "style", "font", "image", "manifest"];

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  if (event.data && event.data.keep) event.waitUntil(keep(event.data.keep));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const isPage = request.mode === "navigate" && request.url.split(/[?#]/)[0] === self.registration.scope;
  if (request.method === "GET" && (isPage || FILES.includes(request.destination))) event.respondWith(answer(request, isPage));
});

async function keep(addresses) {
  const shelf = await caches.open(SHELF);
  await Promise.all(addresses.map((address) => shelf.add(new Request(address, { credentials: "same-origin" })).catch(() => {})));
}

/** From the network when it answers in time; else what was kept. A room that is gone is not kept any longer. */
async function answer(request, isPage) {
  const kept = await caches.match(request, { cacheName: SHELF, ignoreVary: true, ignoreSearch: isPage });
  try {
    const fresh = await Promise.race([fetch(request), late(kept)]);
    if (isPage && fresh.status === 404) await caches.delete(SHELF);
    return fresh;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

/** Waits in vain, unless something was kept to fall back on. */
function late(kept) {
  return new Promise((_done, failed) => {
    if (kept) setTimeout(() => failed(new Error("too slow")), PATIENCE);
  });
}
