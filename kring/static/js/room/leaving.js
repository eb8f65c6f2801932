// The way out: ticking what becomes the plan, opening the door together, wiping, and what is left when the door has opened.

import { Declined } from "./line.js";
import { isGone } from "./notebook.js";

function showReady(room) {
  const list = document.createDocumentFragment();
  const notes = room.notebook.all().filter(({ note }) => note);
  const ideas = notes.filter(({ note }) => note.kind === "idea");
  const some = notes.filter(({ note }) => note.kind !== "idea");
  for (const { id, note } of some) {
    const choice = room.screens.part("choice");
    const box = choice.querySelector("input");
    box.value = id;
    choice.querySelector("[data-slot=text]").append(room.cards.text(note));
    list.append(choice);
  }
  room.screens.show("ready", { choices: list, some: some.length > 0, ideas: ideas.length > 0, mayOpen: room.door.mayOpen });
}

/** The ticked notes go out in plain words, the door opens, and this device forgets the room. */
export async function openTheDoor(room) {
  const notes = room.ticked.map((id) => room.notebook.one(id).note);
  const items = notes.filter((note) => note && !isGone(note));
  room.ticked = null;
  room.screens.say("opening");
  try {
    const { next } = await room.line.send("open", { items });
    await room.forget();
    location.assign(next);
  } catch (error) {
    if (!(error instanceof Declined)) throw error;
    await room.refresh({ afresh: true });
    if (error.answer && error.answer.message) room.screens.tell(error.answer.message);
    else room.screens.say("not_open");
  }
}

/** The door was opened elsewhere, or the room was wiped. What only this device had is shown before it goes. */
export async function sayGoodbye(room, screen) {
  const mine = room.notebook ? room.notebook.all().filter(({ state, note }) => state !== "saved" && !isGone(note)) : [];
  if (!mine.length) await room.forget();
  const list = room.cards.list(mine.map(({ note }) => ({ note, state: "saved" })), () => {});
  room.screens.show(screen, { left: mine.length ? list : null });
  room.screens.say("");
}

export const leaving = {
  ready(room) {
    if (!room.notebook && !room.state.room) return leaving.readyOnPaper(room);
    if (!room.notebook) return room.screens.say("come_in_first");
    if (room.isAway || room.notebook.waiting) return room.screens.say(room.notebook.clashes().length ? "settle_first" : "no_network");
    room.screens.say("");
    showReady(room);
  },

  async ask(room, form) {
    room.ticked = new FormData(form).getAll("note");
    if (room.door.mayOpen) return openTheDoor(room);
    const ticked = room.ticked;
    await room.line.send("ask");
    await room.refresh({ afresh: true });
    room.ticked = ticked;
    room.screens.say("");
    room.showInside();
  },

  /** Without a room there is nothing to tick: the plan is told. */
  async readyOnPaper(room) {
    room.ticked = [];
    if (room.door.mayOpen) return openTheDoor(room);
    await room.line.send("ask");
    await room.refresh({ afresh: true });
    room.ticked = [];
  },

  async takeBack(room) {
    room.ticked = null;
    await room.line.send("takeBack");
    await room.refresh({ afresh: true });
    room.screens.say("taken_back");
    if (room.notebook) room.showInside();
  },

  async call(room) {
    await room.line.send("call");
    room.screens.say("called");
    await room.refresh({ afresh: true });
  },

  async paper(room) {
    await room.line.send("paper");
    room.prefersScreen = false;
    await room.refresh({ afresh: true });
  },

  askWipe(room) {
    room.screens.say("");
    room.screens.show("wipe");
  },

  back(room) {
    if (room.notebook) room.showInside();
    else room.showOutside(true);
  },

  async wipe(room) {
    await room.line.send("wipe");
    await room.forget();
    await room.refresh({ afresh: true });
    room.showOutside(true); // also when the stream told of it before the answer came
    room.screens.say("wiped");
  },

  async startAgain(room) {
    if (room.notebook) await room.forget();
    room.showOutside(true);
  },

  async goOn(room) {
    if (room.notebook) await room.forget();
    location.assign(room.dataset.next);
  },
};
