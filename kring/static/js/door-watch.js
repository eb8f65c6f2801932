// <door-watch>: looks now and then whether the door stands differently, and shows the page anew. Without it one looks oneself.

const PAUSE = 5000;

class DoorWatch extends HTMLElement {
  #timer = null;

  connectedCallback() {
    this.#timer = setInterval(this.#look, PAUSE);
    document.addEventListener("visibilitychange", this.#look);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
    document.removeEventListener("visibilitychange", this.#look);
  }

  #look = async () => {
    if (document.hidden) return;
    this.#tellTheTime();
    try {
      const answer = await fetch(this.dataset.address, { cache: "no-store", credentials: "same-origin", redirect: "manual" });
      this.#tellAway(false);
      const isElsewhere = answer.type === "opaqueredirect" || answer.status === 404;
      if (isElsewhere || (answer.ok && (await answer.text()) !== this.dataset.standing)) location.reload();
    } catch {
      this.#tellAway(true); // no network: the page stays as it is, and the next look may do better
    }
  };

  #tellAway(isAway) {
    const words = this.querySelector("[data-away]");
    if (words) words.hidden = !isAway;
  }

  #tellTheTime() {
    const clock = this.querySelector("[data-now]");
    if (!clock) return;
    const format = new Intl.DateTimeFormat("nl", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Amsterdam" });
    clock.textContent = clock.textContent.replace(/\d+\.\d+/, format.format(new Date()).replace(":", "."));
  }
}

customElements.define("door-watch", DoorWatch);
