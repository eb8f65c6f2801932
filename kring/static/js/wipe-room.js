// <wipe-room>: on a page of a conference whose door is open, wipes what a closed room left on this device.

const MARK = "kring-room:";

class WipeRoom extends HTMLElement {
  connectedCallback() {
    const name = MARK + this.dataset.conference;
    if (!localStorage.getItem(name)) return;
    indexedDB.deleteDatabase(name);
    localStorage.removeItem(name);
    this.#dropPage(this.dataset.page);
  }

  async #dropPage(page) {
    if (!navigator.serviceWorker) return;
    const kept = await navigator.serviceWorker.getRegistration(page);
    await caches.delete(MARK + page);
    if (kept) await kept.unregister();
  }
}

customElements.define("wipe-room", WipeRoom);
