// Shows one screen at a time out of the templates in the page; every word on it was written there.

export class Screens {
  constructor(root) {
    this.root = root;
    this.stage = root.querySelector("[data-stage]");
    this.status = root.querySelector("[data-status]");
    this.name = null;
  }

  /** Put a screen on the stage and move the focus to its heading. */
  show(name, slots = {}) {
    const screen = this.root.querySelector(`template[data-screen="${name}"]`).content.cloneNode(true);
    this.stage.textContent = "";
    this.stage.append(screen);
    this.root.querySelectorAll("[data-fallback]").forEach((fallback) => fallback.remove());
    this.name = name;
    this.root.dataset.screen = name;
    this.fill(slots);
    const heading = this.stage.querySelector("h1, h2");
    if (heading) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      this.root.scrollIntoView({ block: "start" });
    }
    return this.stage;
  }

  /** Fill the slots of this screen: text, an element, or nothing (then what belongs to it is hidden). */
  fill(slots) {
    for (const [name, content] of Object.entries(slots)) {
      const empty = content === null || content === undefined || content === "" || content === false;
      this.stage.querySelectorAll(`[data-when="${name}"]`).forEach((part) => (part.hidden = empty));
      this.stage.querySelectorAll(`[data-unless="${name}"]`).forEach((part) => (part.hidden = !empty));
      this.stage.querySelectorAll(`[data-slot="${name}"]`).forEach((slot) => {
        slot.textContent = "";
        if (content instanceof Node) slot.append(content);
        else if (!empty && content !== true) slot.textContent = content;
      });
    }
  }

  /** A short line for everybody, also read aloud. */
  say(name) {
    this.tell(name ? this.text(name) : "");
  }

  tell(text) {
    this.status.textContent = text;
  }

  text(name) {
    const line = this.root.querySelector("template[data-texts]").content.querySelector(`[data-text="${name}"]`);
    return line ? line.textContent.trim() : "";
  }

  banner(name, shown) {
    this.root.querySelectorAll(`[data-banner="${name}"]`).forEach((banner) => (banner.hidden = !shown));
  }

  /** A piece that stands on several screens. */
  part(name) {
    return this.root.querySelector(`template[data-part="${name}"]`).content.cloneNode(true);
  }
}
