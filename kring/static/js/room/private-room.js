// <private-room>: the room behind the door. It knows who is in, listens, shows the right screen, and wipes itself when the door opens.

import { Cards } from "./cards.js";
import { Door } from "./door.js";
import { entering, showJoin, wordsInAddress } from "./entering.js";
import { leaving, openTheDoor, sayGoodbye } from "./leaving.js";
import { Away, Declined, Gone, Line, SignedOut } from "./line.js";
import { Live } from "./live.js";
import { Notebook } from "./notebook.js";
import { dropPage, keepPage } from "./offline.js";
import { Screens } from "./screens.js";
import { Store } from "./store.js";
import { decorate, keepDraft, takeUpDraft, writing } from "./writing.js";

const ACTS = { ...entering, ...writing, ...leaving };
const OUTSIDE = ["start", "paper", "join"];

class PrivateRoom extends HTMLElement {
  async connectedCallback() {
    this.screens = new Screens(this);
    if (!window.crypto || !crypto.subtle) return void this.screens.show("unable");
    this.cards = new Cards(this);
    this.door = new Door(this, () => this.ticked && this.#try(() => openTheDoor(this)));
    this.line = new Line(this.dataset, this.dataset.token);
    this.store = await Store.of(this.dataset.conference);
    this.screens.banner("forgetful", !this.store.lasts);
    this.addEventListener("click", (event) => this.#clicked(event));
    this.addEventListener("submit", (event) => this.#submitted(event));
    this.addEventListener("input", (event) => this.#typed(event));
    await this.#try(() => this.#begin());
  }

  disconnectedCallback() {
    if (this.live) this.live.stop();
  }

  async #begin() {
    const words = wordsInAddress();
    const kept = await this.store.read("room", "room");
    if (kept) {
      await this.enter(kept);
      (await takeUpDraft(this)) || this.showInside();
    }
    this.live = new Live(this.dataset.live, () => this.refresh());
    this.live.start();
    await this.refresh();
    if (words.length && this.screens.name === "join") {
      this.joining.fill(words);
      await entering.join(this);
    }
  }

  /** Somebody on this device has the key. */
  async enter({ room, key, sealedWords }) {
    if (this.store.isWiped) this.store = await Store.of(this.dataset.conference);
    Object.assign(this, { key, sealedWords });
    await this.store.keep("room", { id: "room", room, key, sealedWords });
    this.notebook = await new Notebook({ room, key, store: this.store, line: this.line }).load();
    keepPage(this.dataset.guard, this.dataset.page); // takes its time, and nobody waits for it
    await this.refresh({ afresh: true });
  }

  /** Look how the room stands, send what waited, and show it. Never twice at once; what is told meanwhile is looked at after. */
  refresh({ afresh = false } = {}) {
    if (this.looking && !afresh) {
      this.isBehind = true;
      return this.looking;
    }
    const before = this.looking || Promise.resolve();
    this.looking = before.then(() => this.#try(() => this.#look(afresh)));
    const mine = this.looking;
    return mine.finally(() => this.looking === mine && this.#looked());
  }

  #looked() {
    this.looking = null;
    if (!this.isBehind) return;
    this.isBehind = false;
    this.refresh();
  }

  async #look(afresh) {
    const look = () => (afresh ? this.line.lookAfresh() : this.line.look());
    const state = this.notebook ? await this.notebook.hear(look) : await look();
    this.#reached();
    if (state) await this.#follow(state);
    if (this.notebook && this.notebook.waiting && this.screens.name !== "wiped") await this.notebook.send();
    this.draw();
  }

  #reached() {
    this.isAway = false;
    this.heardAt = new Date();
    this.screens.banner("away", false);
    this.screens.banner("signed-out", false);
  }

  async #follow(state) {
    this.state = state;
    const isWiped = this.notebook && state.room !== this.notebook.room;
    if (isWiped && this.screens.name !== "wiped") await sayGoodbye(this, "wiped");
    if (!state.door.asked_at) this.ticked = null;
    this.door.hear(state.door);
    this.screens.banner("called", state.called);
    if (!this.notebook) this.showOutside();
  }

  slots() {
    return { point: this.state && this.state.point, mayWipe: this.state && this.state.may_wipe };
  }

  /** Whoever has no key sees: make the room, or come in, or on paper. */
  showOutside(anew = false) {
    const { room, paper } = this.state;
    const name = room ? "join" : paper && !this.prefersScreen ? "paper" : "start";
    if (this.screens.name === "wiped" && !anew) return;
    if (this.screens.name === name && !anew) return;
    if (name === "join") showJoin(this);
    else this.screens.show(name, this.slots());
  }

  showInside() {
    this.screens.show("inside", { kinds: this.cards.buttons() });
    this.draw();
  }

  draw() {
    if (!this.notebook) return;
    this.screens.banner("odd", this.notebook.odd > 0);
    if (this.screens.name !== "inside") return;
    const notes = this.notebook.all();
    const list = this.cards.list(notes, (item, entry) => decorate(this, item, entry));
    const time = new Intl.DateTimeFormat(document.documentElement.lang || "nl", { hour: "2-digit", minute: "2-digit" });
    this.screens.fill({ ...this.slots(), notes: notes.length ? list : null, heard: this.heardAt && time.format(this.heardAt) });
  }

  dropDraft() {
    clearTimeout(this.draftTimer);
    return this.store.drop("room", "draft");
  }

  /** This device forgets the room: key, notes, page. */
  async forget() {
    this.notebook = this.key = this.sealedWords = this.writing = null;
    await this.store.wipe();
    await dropPage(this.dataset.page);
  }

  async trouble(error) {
    if (error instanceof Away) {
      this.isAway = true;
      this.screens.banner("away", true);
    } else if (error instanceof SignedOut) this.screens.banner("signed-out", true);
    else if (error instanceof Gone) await this.#closed();
    else {
      this.screens.say("went_wrong");
      if (!(error instanceof Declined)) console.error(error);
    }
  }

  async #closed() {
    if (this.screens.name === "open") return;
    if (this.live) this.live.stop();
    this.door.close();
    document.body.classList.remove("face-dusk"); // light returns
    await sayGoodbye(this, "open");
    if (!this.notebook) setTimeout(() => location.assign(this.dataset.next), 4000);
  }

  #clicked(event) {
    const button = event.target.closest("[data-do]");
    if (button) this.#act(button.dataset.do, button);
  }

  #submitted(event) {
    const { form } = event.target.dataset;
    if (!form) return;
    event.preventDefault();
    this.#act(form, event.target);
  }

  #typed({ target }) {
    const form = target.closest("[data-form=save]");
    if (!form) return;
    clearTimeout(this.draftTimer);
    this.draftTimer = setTimeout(() => this.#try(() => keepDraft(this, form)), 400);
  }

  async #act(name, element) {
    if (this.isActing) return;
    this.isActing = true;
    await this.#try(() => ACTS[name](this, element));
    this.isActing = false;
  }

  async #try(what) {
    try {
      return await what();
    } catch (error) {
      return this.trouble(error);
    }
  }
}

customElements.define("private-room", PrivateRoom);
