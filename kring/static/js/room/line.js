// The line to the house: what is asked and sent, and the four ways in which that can fail.

const TOO_SLOW = 20000;

export class Away extends Error {} // no network, or a house that does not answer
export class Gone extends Error {} // the door is open, or this is not (any more) our room
export class SignedOut extends Error {}
export class Declined extends Error {
  constructor(status, answer) {
    super(String(status));
    this.status = status;
    this.answer = answer;
  }
}

export class Line {
  #etag = null;

  constructor(addresses, token) {
    this.addresses = addresses;
    this.token = token;
  }

  /** How the room stands now, or null when nothing changed since the last look. */
  async look() {
    const answer = await this.#go(this.addresses.room, { headers: this.#etag ? { "If-None-Match": this.#etag } : {} });
    if (answer.status === 304) return null;
    const room = await this.#read(answer);
    this.#etag = answer.headers.get("ETag");
    return room;
  }

  /** Forget what was seen, so that the next look tells everything. */
  lookAfresh() {
    this.#etag = null;
    return this.look();
  }

  send(what, body = {}) {
    return this.#post(this.addresses[what], body);
  }

  sendNote(id, sealed) {
    this.#etag = null; // what we write is newer than what we were told: going back to that must show
    return this.#post(this.addresses.note.replace("00000000-0000-0000-0000-000000000000", id), sealed);
  }

  async #post(address, body) {
    const headers = { "Content-Type": "application/json", "X-CSRFToken": this.token };
    return this.#read(await this.#go(address, { method: "POST", headers, body: JSON.stringify(body) }));
  }

  async #go(address, options) {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), TOO_SLOW);
    try {
      return await fetch(address, { ...options, cache: "no-store", credentials: "same-origin", signal: patience.signal });
    } catch (_error) {
      throw new Away();
    } finally {
      clearTimeout(timer);
    }
  }

  async #read(answer) {
    if (answer.redirected || answer.status === 403) throw new SignedOut();
    if (answer.status === 404) throw new Gone();
    if (answer.status >= 500 || answer.status === 429) throw new Away();
    const told = await answer.json().catch(() => null);
    if (!answer.ok) throw new Declined(answer.status, told);
    if (told === null) throw new Away(); // a page in between that is not ours
    return told;
  }
}
