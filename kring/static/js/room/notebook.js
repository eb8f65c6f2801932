// The notes of a room on this device: it seals, sends, keeps what could not be sent, and loses nobody's words.

import { Away, Declined } from "./line.js";
import { newNoteId, open, seal, Unsealable } from "./sealing.js";

const GONE = { kind: "gone" };

export class Notebook {
  /** By id: {id, version, sealed, note}; note is null when it cannot be opened. */
  #seen = new Map();
  #unsent = new Map();
  #odd = new Set();
  #last = Promise.resolve();

  constructor({ room, key, store, line }) {
    Object.assign(this, { room, key, store, line });
  }

  async load() {
    for (const row of await this.store.readAll("seen")) this.#seen.set(row.id, { ...row, note: await this.#read(row) });
    for (const row of await this.store.readAll("unsent")) this.#unsent.set(row.id, { ...row, note: await this.#read(row) });
    return this;
  }

  /** Every note that is not taken away, with how it stands: saved, waiting or clash. Ours goes before what is on the server. */
  all() {
    const ids = new Set([...this.#seen.keys(), ...this.#unsent.keys()]);
    return [...ids].map((id) => this.one(id)).filter(({ note, state, theirs }) => !isGone(note) || (state === "clash" && !isGone(theirs)));
  }

  /** One note; `base` is the version that a change on this screen is written on top of. */
  one(id) {
    const [seen, mine] = [this.#seen.get(id), this.#unsent.get(id)];
    if (!mine) return { id, base: seen ? seen.version : 0, note: seen ? seen.note : null, state: "saved" };
    const clash = Boolean(seen && seen.version >= mine.version);
    return { id, base: mine.version - 1, note: mine.note, state: clash ? "clash" : "waiting", theirs: clash ? seen.note : null };
  }

  clashes() {
    return this.all().filter(({ state }) => state === "clash");
  }

  get waiting() {
    return this.#unsent.size;
  }

  /** Notes that the server holds back, rolled back or changed: we show what we saw ourselves, and say so. */
  get odd() {
    return this.#odd.size;
  }

  /** Ask how the room stands, never while something is being sent: an answer from before would look like a rollback. */
  hear(look) {
    return this.#inTurn(async () => {
      const state = await look();
      if (state && state.room === this.room) await this.#take(state.notes);
      return state;
    });
  }

  /** What stands in the room now. A version lower than we saw is not believed. */
  async #take(rows) {
    this.#odd.clear();
    const told = new Set(rows.map(({ id }) => id));
    for (const id of this.#seen.keys()) if (!told.has(id)) this.#odd.add(id);
    for (const row of rows) await this.#takeOne(row);
  }

  async #takeOne({ id, version, nonce, ciphertext }) {
    const [seen, row] = [this.#seen.get(id), { id, version, nonce, ciphertext }];
    if (seen && version === seen.version && ciphertext === seen.ciphertext) return;
    const note = await this.#read(row);
    if (seen && seen.note && (version <= seen.version || !note)) return void this.#odd.add(id);
    if (!note) this.#odd.add(id);
    this.#seen.set(id, { ...row, note });
    if (note) await this.store.keep("seen", row);
    const mine = this.#unsent.get(id);
    if (mine && isOurs(mine, ciphertext)) return this.#acknowledged(id, version, ciphertext);
    if (mine && isGone(mine.note) && isGone(note)) await this.#forget(id);
  }

  /** Write a note, new or on top of the version that was on the screen; it goes out as soon as it can. */
  async write(note, { id = newNoteId(), onTopOf = 0 } = {}) {
    await this.#queue(id, onTopOf + 1, note);
    return { id, sent: await this.send() };
  }

  remove(id, onTopOf) {
    return this.write(GONE, { id, onTopOf });
  }

  /** After a clash: "mine", "theirs", or "both" as two notes. */
  async settle(id, choice) {
    const { note, theirs } = this.one(id);
    if (choice === "both" && !isGone(note)) await this.#queue(newNoteId(), 1, note);
    if (choice === "mine") await this.#queue(id, this.#seen.get(id).version + 1, note);
    else await this.#forget(id);
    return { sent: await this.send(), kept: choice === "theirs" ? theirs : note };
  }

  /** Send what waits. True when nothing is left waiting for the network. */
  send() {
    return this.#inTurn(() => this.#sendAll());
  }

  #inTurn(what) {
    this.#last = this.#last.catch(() => {}).then(what);
    return this.#last;
  }

  async #sendAll() {
    let all = true;
    for (const id of [...this.#unsent.keys()]) {
      if (this.one(id).state !== "waiting") continue;
      try {
        await this.#sendOne(this.#unsent.get(id));
      } catch (error) {
        if (error instanceof Away) return false;
        if (!(error instanceof Declined)) throw error;
        all = false; // this one stays with us, the others need not wait for it
      }
    }
    return all;
  }

  async #sendOne(mine) {
    try {
      await this.#deliver(mine);
    } catch (error) {
      if (!(error instanceof Declined) || error.status !== 409) throw error;
      return this.#overtaken(mine, error.answer);
    }
    await this.#saved(mine);
  }

  #deliver({ id, version, nonce, ciphertext }) {
    return this.line.sendNote(id, { room: this.room, version, nonce, ciphertext });
  }

  async #saved({ id, version, nonce, ciphertext, note }) {
    this.#seen.set(id, { id, version, nonce, ciphertext, note });
    await this.store.keep("seen", { id, version, nonce, ciphertext });
    await this.#acknowledged(id, version, ciphertext);
  }

  /** The server has it. What was typed on top of it in the meantime goes on as the next version. */
  async #acknowledged(id, version, ciphertext) {
    const mine = this.#unsent.get(id);
    if (mine && mine.ciphertext !== ciphertext) await this.#queue(id, version + 1, mine.note);
    else if (mine) await this.#forget(id);
  }

  /** Somebody was first; or it was ourselves and only the answer got lost; or the server went back in time. */
  async #overtaken(mine, stored) {
    const seen = this.#seen.get(mine.id);
    if (stored.version < mine.version - 1) return this.#catchUp(mine, stored.version + 1, seen ? seen.version + 1 : mine.version);
    await this.#takeOne({ id: mine.id, ...stored });
  }

  /** The server lost versions that we saw: step over them, so that nobody has to believe an older one. */
  async #catchUp(mine, from, to) {
    for (let version = from; version <= to; version++) {
      await this.#queue(mine.id, version, mine.note);
      await this.#deliver(this.#unsent.get(mine.id));
    }
    await this.#saved(this.#unsent.get(mine.id));
  }

  async #queue(id, version, note) {
    const before = this.#unsent.get(id);
    const earlier = before && before.version === version ? [...before.earlier, before.ciphertext] : [];
    const row = { id, version, earlier, ...(await seal(this.key, this.#place(id, version), note)) };
    await this.store.keep("unsent", row);
    this.#unsent.set(id, { ...row, note });
  }

  async #forget(id) {
    this.#unsent.delete(id);
    await this.store.drop("unsent", id);
  }

  async #read(row) {
    try {
      return await open(this.key, this.#place(row.id, row.version), row);
    } catch (error) {
      if (error instanceof Unsealable) return null;
      throw error;
    }
  }

  #place(note, version) {
    return { room: this.room, note, version };
  }
}

/** Whether a record on the server is what we sent ourselves, now or before we changed it once more. */
function isOurs(mine, ciphertext) {
  return mine.ciphertext === ciphertext || mine.earlier.includes(ciphertext);
}

export function isGone(note) {
  return Boolean(note) && note.kind === "gone";
}
