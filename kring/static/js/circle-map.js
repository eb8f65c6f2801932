// <circle-map>: a tap on a person and a tap on a spot puts them there; arrows do it too. Without it every dot is a link.

const RINGS = ["near", "middle", "far"];
const EDGES = [98, 148]; // where the rings end, in units of the drawing of 400 by 400
const KEYS = { ArrowUp: 1, ArrowDown: -1 };

class CircleMap extends HTMLElement {
  #chosen = null;

  connectedCallback() {
    this.map = this.querySelector("svg");
    this.form = this.querySelector("form");
    this.words = this.querySelector("[role=status]");
    if (!this.form || !this.map) return;
    this.map.addEventListener("click", this.#tap);
    this.map.addEventListener("keydown", this.#press);
  }

  disconnectedCallback() {
    this.map?.removeEventListener("click", this.#tap);
    this.map?.removeEventListener("keydown", this.#press);
  }

  #tap = (event) => {
    const spot = event.target.closest("a[data-who]");
    const byKeyboard = event.detail === 0;
    if (spot && (byKeyboard || spot === this.#chosen)) return; // the link shows more
    if (spot) {
      event.preventDefault();
      this.#choose(spot);
    } else if (this.#chosen) {
      this.#put(this.#spotOf(event));
    }
  };

  #press = (event) => {
    const spot = event.target.closest("a[data-who]");
    if (!spot || !(event.key in KEYS)) return;
    event.preventDefault();
    const ring = RINGS[RINGS.indexOf(spot.dataset.ring) + KEYS[event.key]];
    this.#chosen = spot;
    if (ring) this.#put({ ring, side: "" });
  };

  #choose(spot) {
    this.#chosen?.classList.remove("chosen");
    this.#chosen = spot;
    spot.classList.add("chosen");
    this.words.hidden = false;
    this.words.textContent = `${this.dataset.chosen} ${spot.getAttribute("aria-label")}. ${this.dataset.then}`;
  }

  #spotOf(event) {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.map.getScreenCTM().inverse());
    const far = Math.hypot(at.x - 200, at.y - 200);
    const place = EDGES.findIndex((edge) => far < edge);
    const ring = this.map.dataset.zoom || RINGS[place < 0 ? 2 : place];
    const tilt = (at.x - 200) / Math.max(far, 1);
    const side = Math.abs(tilt) < 0.3 ? "both" : tilt < 0 ? "first" : "second";
    return { ring, side: "sides" in this.map.dataset ? side : "" };
  }

  #put({ ring, side }) {
    this.form.elements.who.value = this.#chosen.dataset.who;
    this.form.elements.ring.value = ring;
    this.form.elements.side.value = side;
    this.form.submit();
  }
}

customElements.define("circle-map", CircleMap);
