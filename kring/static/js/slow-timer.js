// <slow-timer>: about ten minutes to tell something. It never stops anyone and makes no sound. Without it there is just the list.

const LOOK = 5000;

class SlowTimer extends HTMLElement {
  #timer = null;

  connectedCallback() {
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.className = "button";
    this.button.addEventListener("click", () => this.#turn());
    this.line = document.createElement("progress");
    this.line.max = Number(this.dataset.minutes) * 60000;
    this.words = document.createElement("span");
    this.words.setAttribute("role", "status");
    this.replaceChildren(this.button, this.line, this.words);
    this.#show();
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  get #began() {
    return Number(sessionStorage.getItem(this.dataset.key));
  }

  #turn() {
    if (this.#began) sessionStorage.removeItem(this.dataset.key);
    else sessionStorage.setItem(this.dataset.key, String(Date.now()));
    this.#show();
  }

  #show() {
    clearInterval(this.#timer);
    const isBusy = Boolean(this.#began);
    this.button.textContent = isBusy ? this.dataset.done : this.dataset.begin;
    this.line.hidden = !isBusy;
    this.line.setAttribute("aria-label", this.dataset.busy);
    this.words.textContent = "";
    if (!isBusy) return;
    this.#tick();
    this.#timer = setInterval(() => this.#tick(), LOOK);
  }

  #tick() {
    const passed = Date.now() - this.#began;
    const words = passed < this.line.max ? this.dataset.busy : this.dataset.long;
    this.line.value = Math.min(passed, this.line.max);
    if (this.words.textContent !== words) this.words.textContent = words;
  }
}

customElements.define("slow-timer", SlowTimer);
