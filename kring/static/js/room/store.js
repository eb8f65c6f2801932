// What this device keeps of a room: the key, the sealed notes it saw, and those not yet sent. All of it goes when the room closes.

const SHELVES = ["room", "seen", "unsent"];
const MARK = "kring-room:"; // other pages of Kring see by this that something is left to wipe

export class Store {
  /** Opens the shelves of one conference; where a browser keeps nothing, in memory only. */
  static async of(conference) {
    try {
      return new Store(conference, await openDatabase(MARK + conference));
    } catch (_error) {
      return new Forgetful();
    }
  }

  constructor(conference, database) {
    this.conference = conference;
    this.database = database;
    this.lasts = true;
    this.isWiped = false;
    database.onversionchange = () => database.close();
  }

  read(shelf, id) {
    return this.#ask(shelf, "readonly", (rows) => rows.get(id));
  }

  readAll(shelf) {
    return this.#ask(shelf, "readonly", (rows) => rows.getAll());
  }

  keep(shelf, row) {
    localStorage.setItem(MARK + this.conference, "1");
    return this.#ask(shelf, "readwrite", (rows) => rows.put(row));
  }

  drop(shelf, id) {
    return this.#ask(shelf, "readwrite", (rows) => rows.delete(id));
  }

  async wipe() {
    this.isWiped = true;
    this.database.close();
    await new Promise((done) => {
      const asked = indexedDB.deleteDatabase(MARK + this.conference);
      asked.onsuccess = asked.onerror = asked.onblocked = done;
    });
    localStorage.removeItem(MARK + this.conference);
  }

  #ask(shelf, mode, what) {
    return new Promise((done, failed) => {
      const act = this.database.transaction(shelf, mode);
      const asked = what(act.objectStore(shelf));
      act.oncomplete = () => done(asked.result);
      act.onabort = act.onerror = () => failed(act.error);
    });
  }
}

class Forgetful {
  lasts = false;
  isWiped = false;
  shelves = new Map(SHELVES.map((shelf) => [shelf, new Map()]));
  read = async (shelf, id) => this.shelves.get(shelf).get(id);
  readAll = async (shelf) => [...this.shelves.get(shelf).values()];
  keep = async (shelf, row) => void this.shelves.get(shelf).set(row.id, row);
  drop = async (shelf, id) => void this.shelves.get(shelf).delete(id);
  wipe = async () => this.shelves.forEach((shelf) => shelf.clear());
}

function openDatabase(name) {
  return new Promise((done, failed) => {
    const asked = indexedDB.open(name, 1);
    asked.onupgradeneeded = () => SHELVES.forEach((shelf) => asked.result.createObjectStore(shelf, { keyPath: "id" }));
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
}
