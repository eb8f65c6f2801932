// «Wij zijn klaar»: for ten seconds every screen shows that the door is about to open, and everybody can take it back.

const WAIT = 10;

export class Door {
  #askedAt = null;
  #opensAt = null;
  #timer = null;
  #mayOpen = false;

  constructor(root, onReady) {
    this.banner = root.querySelector("[data-banner=door]");
    this.filling = this.banner.querySelector("progress");
    this.waiting = this.banner.querySelector("[data-door=waiting]");
    this.ready = this.banner.querySelector("[data-door=ready]");
    this.onReady = onReady;
  }

  /** How the server says it stands: {asked_at, seconds_left}. */
  hear({ asked_at, seconds_left }) {
    if (asked_at !== this.#askedAt) this.close();
    this.#askedAt = asked_at;
    if (!asked_at) return;
    const opensAt = performance.now() + seconds_left * 1000;
    this.#opensAt = this.#opensAt === null ? opensAt : Math.min(this.#opensAt, opensAt);
    this.banner.hidden = false;
    if (this.#timer === null) this.#timer = setInterval(() => this.#tick(), 200);
    this.#tick();
  }

  close() {
    clearInterval(this.#timer);
    this.#timer = this.#opensAt = null;
    this.#mayOpen = false;
    this.banner.hidden = true;
  }

  get mayOpen() {
    return this.#mayOpen;
  }

  #tick() {
    const left = Math.max(0, (this.#opensAt - performance.now()) / 1000);
    this.filling.value = WAIT - left;
    this.waiting.hidden = left === 0;
    this.ready.hidden = left > 0;
    if (left > 0) return;
    clearInterval(this.#timer);
    if (this.#mayOpen) return;
    this.#mayOpen = true;
    this.onReady();
  }
}
