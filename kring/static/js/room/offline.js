// Asks the service worker to keep the room page and its own files, and to throw them away when the room closes.

export async function keepPage(script, page) {
  if (!navigator.serviceWorker) return;
  try {
    await navigator.serviceWorker.register(script, { scope: page });
    const { active } = await navigator.serviceWorker.ready;
    const files = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
    const ours = files.filter(({ origin, pathname }) => origin === location.origin && /\.(js|css|svg|png|ico|woff2)$/.test(pathname));
    active.postMessage({ keep: [location.origin + page, ...ours.map(String)] });
  } catch (_error) {
    // A browser that may not keep pages: the room works, only not after a reload without network.
  }
}

export async function dropPage(page) {
  if (!navigator.serviceWorker) return;
  const kept = await navigator.serviceWorker.getRegistration(page);
  if (!kept) return;
  await caches.delete(`kring-room:${page}`);
  await kept.unregister();
}
