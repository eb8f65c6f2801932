// Hears when something in the room changed. The stream carries no content; where there is none, it asks by itself.

const ALONE = 3000;
const BESIDE_THE_STREAM = 120000;

export class Live {
  #source = null;
  #timer = null;
  #pause = null;

  constructor(address, onChange) {
    this.address = address;
    this.onChange = onChange;
  }

  start() {
    window.addEventListener("online", this.#now);
    document.addEventListener("visibilitychange", this.#now);
    this.#every(ALONE);
    if (!this.address || !window.EventSource) return;
    this.#source = new EventSource(this.address);
    this.#source.onopen = () => this.#every(BESIDE_THE_STREAM);
    this.#source.onerror = () => this.#every(ALONE);
    this.#source.onmessage = this.#now;
  }

  stop() {
    window.removeEventListener("online", this.#now);
    document.removeEventListener("visibilitychange", this.#now);
    clearInterval(this.#timer);
    if (this.#source) this.#source.close();
  }

  #now = () => this.onChange();

  #every(pause) {
    if (pause === this.#pause) return; // a stream that tries again and again must not put the clock back
    this.#pause = pause;
    clearInterval(this.#timer);
    this.#timer = setInterval(this.#now, pause * (0.8 + Math.random() * 0.4));
  }
}
