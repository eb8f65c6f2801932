// Writing inside the room: a new note, a change, a note taken away, and two texts that met.

import { isGone } from "./notebook.js";
import { open, seal, TooLong, Unsealable } from "./sealing.js";

const DRAFT = { note: "draft", version: 0 };

function showForm(room, { kind, id, base = 0, note = {} }) {
  room.writing = { kind, id, base };
  const stage = room.screens.show("write", { title: room.cards.nameOf(kind), exists: Boolean(id) });
  stage.querySelector("[data-fields]").append(room.cards.fields(kind, note));
}

/** A half-typed note survives a reload: sealed like everything else, on this device only. */
export async function keepDraft(room, form) {
  if (!room.notebook || room.screens.name !== "write") return;
  const { kind, id, base } = room.writing;
  const sealed = await seal(room.key, { room: room.notebook.room, ...DRAFT }, { kind, id, base, note: room.cards.read(form, kind) });
  if (room.screens.name === "write") await room.store.keep("room", { id: "draft", ...sealed });
}

export async function takeUpDraft(room) {
  const kept = await room.store.read("room", "draft");
  if (!kept) return false;
  try {
    showForm(room, await open(room.key, { room: room.notebook.room, ...DRAFT }, kept));
    return true;
  } catch (error) {
    if (error instanceof Unsealable) return false;
    throw error;
  }
}

async function done(room, sent, said) {
  await room.dropDraft();
  const met = room.notebook.clashes().length > 0;
  room.screens.say(!sent ? "kept_here" : met ? "settle_first" : said);
  room.showInside();
  if (!sent) room.refresh();
}

export const writing = {
  write(room, button) {
    room.screens.say("");
    showForm(room, { kind: button.dataset.kind });
  },

  edit(room, button) {
    const { id, base, note } = room.notebook.one(button.closest("[data-note]").dataset.note);
    room.screens.say("");
    showForm(room, { kind: note.kind, id, base, note });
  },

  /** An idea becomes an agreement: the same note, of another kind. */
  promise(room, button) {
    const { id, base, note } = room.notebook.one(button.closest("[data-note]").dataset.note);
    room.screens.say("");
    showForm(room, { kind: "agreement", id, base, note: { what: note.text } });
  },

  async save(room, form) {
    const { kind, id, base } = room.writing;
    const note = room.cards.read(form, kind);
    if (room.cards.isEmpty(note)) return room.screens.say("empty");
    try {
      const { sent } = await room.notebook.write(note, { id, onTopOf: base });
      await done(room, sent, "saved");
    } catch (error) {
      if (!(error instanceof TooLong)) throw error;
      room.screens.say("too_long");
    }
  },

  async discard(room) {
    await done(room, true, "");
  },

  askRemove(room) {
    room.screens.fill({ sure: true });
  },

  async remove(room) {
    const { sent } = await room.notebook.remove(room.writing.id, room.writing.base);
    await done(room, sent, "removed");
  },

  async settle(room, button) {
    const { sent } = await room.notebook.settle(button.closest("[data-note]").dataset.note, button.dataset.choice);
    room.screens.say(sent ? "saved" : "kept_here");
    room.draw();
  },
};

/** What can be done with a card on the list. */
export function decorate(room, item, { note, state, theirs }) {
  if (state === "clash") return showClash(room, item, note, theirs);
  if (!note) return void item.append(room.screens.part("unreadable"));
  item.append(room.screens.part("card"));
  const [first] = item.querySelectorAll("bdi");
  item.querySelectorAll("[data-do]").forEach((button) => {
    if (button.dataset.only && button.dataset.only !== note.kind) return button.remove();
    button.setAttribute("aria-label", `${button.textContent}: ${first.textContent}`);
  });
  if (state !== "waiting") item.querySelector("[data-when=waiting]").remove();
}

/** Both texts beside each other; nobody's words are lost. */
function showClash(room, item, mine, theirs) {
  item.textContent = "";
  item.append(room.screens.part("clash"));
  for (const [name, note] of [["mine", mine], ["theirs", theirs]]) {
    const place = item.querySelector(`[data-slot=${name}]`);
    if (isGone(note)) place.textContent = room.screens.text("taken_away");
    else if (!note) place.append(room.screens.part("unreadable"));
    else place.append(room.cards.text(note));
  }
  item.querySelector("[data-choice=both]").hidden = isGone(mine) || isGone(theirs);
}
