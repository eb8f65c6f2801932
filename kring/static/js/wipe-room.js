// <wipe-room>: on a page of a conference whose door is open, wipes what a closed room left on this device.

const MARK = "kring-room:";

class WipeRoom extends HTMLElement {
  connectedCallback() {
    const { conference } = this.dataset;
    try {
      if (!localStorage.getItem(MARK + conference)) return;
      indexedDB.deleteDatabase(MARK + conference);
      localStorage.removeItem(MARK + conference);
      this.#dropPage(`/c/${conference}/besloten/`);
    } catch (_error) {
      // A browser that keeps nothing has nothing to wipe.
    }
  }

  async #dropPage(page) {
    if (!navigator.serviceWorker) return;
    const kept = await navigator.serviceWorker.getRegistration(page);
    await caches.delete(MARK + page);
    if (kept) await kept.unregister();
  }
}

customElements.define("wipe-room", WipeRoom);
