// The service worker of one list: keeps that page and its own files for a working day, so that it opens without network.

const SHELF = `kring-list:${new URL(self.registration.scope).pathname}`;
const LONGEST = 12 * 60 * 60 * 1000;
const PATIENCE = 4000;
const FILES = ["script", "style", "font", "image"];
const KEPT_AT = "X-Kept-At";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  const { page, from, files } = event.data || {};
  if (page) event.waitUntil(keep(page, from, files));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const isPage = request.mode === "navigate" && request.url.split(/[?#]/)[0] === self.registration.scope;
  if (request.method === "GET" && (isPage || FILES.includes(request.destination))) event.respondWith(answer(request, isPage));
});

/** The page in its short form, with the moment it was kept. */
async function keep(page, from, files) {
  const shelf = await caches.open(SHELF);
  const short = await fetch(from, { credentials: "same-origin", redirect: "manual" });
  if (!short.ok) return;
  const headers = new Headers(short.headers);
  headers.set(KEPT_AT, String(Date.now()));
  await shelf.put(page, new Response(await short.blob(), { headers }));
  await Promise.all(files.map((file) => shelf.add(file).catch(() => {})));
}

/** From the network when it answers in time; else what was kept today. Nothing is kept for who is signed out. */
async function answer(request, isPage) {
  const kept = await found(request, isPage);
  try {
    const fresh = await Promise.race([fetch(request), late(kept)]);
    if (isPage && kept && fresh.status >= 500) return kept;
    if (isPage && !fresh.ok) await caches.delete(SHELF);
    return fresh;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

async function found(request, isPage) {
  const kept = await caches.match(request, { cacheName: SHELF, ignoreVary: true, ignoreSearch: isPage });
  if (!kept || !isPage || Date.now() - Number(kept.headers.get(KEPT_AT)) < LONGEST) return kept;
  await caches.delete(SHELF);
  return undefined;
}

/** Waits in vain, unless something was kept to fall back on. */
function late(kept) {
  return new Promise((_done, failed) => {
    if (kept) setTimeout(() => failed(new Error("too slow")), PATIENCE);
  });
}
