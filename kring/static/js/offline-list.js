// <offline-list>: ticks made without network wait on this device, without a name, and are sent when there is network. <wipe-lists> wipes all.

const MARK = "kring-list:";

class OfflineList extends HTMLElement {
  #isSending = false;
  #last = "";
  #comesBack = () => this.#send();

  connectedCallback() {
    this.status = document.createElement("p");
    this.status.setAttribute("role", "status");
    this.status.hidden = true;
    this.prepend(this.status);
    this.addEventListener("submit", (event) => this.#press(event));
    addEventListener("online", this.#comesBack);
    this.#show();
    this.#keepPage();
    this.#send();
  }

  disconnectedCallback() {
    removeEventListener("online", this.#comesBack);
  }

  // --- what waits
  get #key() {
    return MARK + this.dataset.page;
  }

  get #waiting() {
    return JSON.parse(localStorage.getItem(this.#key) || "[]");
  }

  set #waiting(ticks) {
    if (ticks.length) localStorage.setItem(this.#key, JSON.stringify(ticks));
    else localStorage.removeItem(this.#key);
  }

  // --- pressing
  #press(event) {
    const form = event.target.closest("form[data-person]");
    if (!form) return;
    const tick = {
      id: crypto.randomUUID(),
      person: form.dataset.person,
      seen: form.dataset.seen,
      how: event.submitter?.value || "",
      on: form.elements.on?.value || "",
      says: event.submitter?.dataset.says,
      at: new Date().toISOString(),
    };
    try {
      this.#waiting = [...this.#waiting.filter(({ person }) => person !== tick.person), tick];
    } catch (_error) {
      return; // a browser that keeps nothing: the form goes as it always does
    }
    event.preventDefault();
    this.#last = form.closest("[data-line]")?.dataset.line || "";
    this.#show();
    this.#send();
  }

  #takeBack(id) {
    this.#waiting = this.#waiting.filter((tick) => tick.id !== id);
    this.#show();
  }

  // --- showing
  #show() {
    const waiting = this.#waiting;
    for (const line of this.querySelectorAll("[data-line]")) {
      const tick = waiting.find(({ person }) => person === line.dataset.line);
      line.querySelector(".waits")?.remove();
      for (const part of line.querySelectorAll("[data-now]")) part.hidden = Boolean(tick);
      if (tick) line.append(this.#note(tick));
    }
    if (waiting.length) this.#say(this.dataset.waits);
  }

  #note({ id, how, on, says }) {
    const note = document.createElement("div");
    note.className = "waits person-line";
    const words = document.createElement("span");
    words.textContent = says || (how ? `${this.dataset.done} ${on.split("-").reverse().join("-")}` : this.dataset.undone);
    const undo = document.createElement("button");
    undo.type = "button";
    undo.className = "button button-quiet";
    undo.textContent = this.dataset.undo;
    undo.addEventListener("click", () => this.#takeBack(id));
    note.append(words, undo);
    return note;
  }

  #say(...sentences) {
    this.status.textContent = sentences.filter(Boolean).join(" ");
    this.status.className = "notice";
    this.status.hidden = !this.status.textContent;
  }

  // --- sending
  async #send() {
    if (this.#isSending || !this.#waiting.length) return;
    this.#isSending = true;
    try {
      let page = await this.#look();
      while (page && this.#waiting.length) page = await this.#carry(this.#waiting, page);
    } catch (_error) {
      this.#say(this.dataset.waits); // no network: they wait
    } finally {
      this.#isSending = false;
    }
  }

  /** The page as it is now; nothing when somebody has to sign in first, or when the list is closed. */
  async #look() {
    const answer = await fetch(this.dataset.page, { credentials: "same-origin", redirect: "manual", cache: "no-store" });
    if (answer.type === "opaqueredirect") this.#say(this.dataset.login);
    else if (answer.status === 404) await this.#close();
    else if (answer.ok) return new DOMParser().parseFromString(await answer.text(), "text/html");
    return null;
  }

  /** Sends what waits and shows the list as it is then; gives that page, for what was pressed meanwhile. */
  async #carry(ticks, page) {
    const answer = await fetch(this.dataset.send, {
      method: "POST",
      keepalive: true,
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-CSRFToken": page.querySelector("[name=csrfmiddlewaretoken]").value },
      body: JSON.stringify({ ticks }),
    });
    if (!answer.ok) throw new Error(String(answer.status));
    const { carried } = await answer.json();
    const done = new Set(carried.map(({ id }) => id));
    this.#waiting = this.#waiting.filter(({ id }) => !done.has(id));
    const fresh = await this.#look();
    if (fresh) this.#renew(fresh);
    this.#show();
    this.#say(this.dataset.sent, ...carried.map(({ said }) => said));
    this.#keepPage();
    return fresh;
  }

  /** The lines as they stand now, with the finger where it was; when the page became another one, that is opened. */
  #renew(fresh) {
    const lines = fresh.querySelector("[data-lines]");
    const [was, is] = [document, fresh].map((page) => page.querySelector("h1")?.textContent);
    if (!lines || was !== is) return location.reload();
    this.querySelector("[data-lines]").replaceWith(lines);
    const line = this.#last && this.querySelector(`[data-line="${CSS.escape(this.#last)}"]`);
    if (line && document.activeElement === document.body) line.querySelector("button")?.focus({ preventScroll: true });
  }

  async #close() {
    this.#waiting = [];
    this.#show();
    this.#say(this.dataset.gone);
    await caches?.delete(MARK + this.dataset.page);
  }

  // --- keeping the page itself
  async #keepPage() {
    if (!navigator.serviceWorker || !navigator.onLine) return;
    try {
      const { page, keeper } = this.dataset;
      await navigator.serviceWorker.register(keeper, { scope: page });
      const { active } = await navigator.serviceWorker.ready;
      const files = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
      const ours = files.filter(({ origin, pathname }) => origin === location.origin && /\.(js|css|svg|woff2)$/.test(pathname));
      active.postMessage({ page: location.origin + page, from: `${location.origin}${page}?onderweg=1`, files: ours.map(String) });
    } catch (_error) {
      // A browser that may not keep pages: the list works, only not after a reload without network.
    }
  }
}

class WipeLists extends HTMLElement {
  async connectedCallback() {
    try {
      for (const key of Object.keys(localStorage)) if (key.startsWith(MARK)) localStorage.removeItem(key);
      for (const name of await caches.keys()) if (name.startsWith(MARK)) await caches.delete(name);
    } catch (_error) {
      // A browser that keeps nothing has nothing to wipe.
    }
  }
}

customElements.define("offline-list", OfflineList);
customElements.define("wipe-lists", WipeLists);
