// Coming in: the first makes the room and gets its words; the others bring the words. Whoever is inside can see them again.

import { Joining } from "./joining.js";
import { Declined } from "./line.js";
import { drawing } from "./qr-drawing.js";
import { encode } from "./qr.js";
import { KEY_CHECK, makeKey, newRoomId, newSalt, open, seal, Unsealable } from "./sealing.js";
import { draw, fitTogether, normalise, secret } from "./words.js";

const FIRST = 1;

/** The words in the address after «#», which no server ever sees. They are taken out of the address at once. */
export function wordsInAddress() {
  const words = normalise(decodeURIComponent(location.hash.slice(1)));
  if (location.hash) history.replaceState(null, "", location.pathname + location.search);
  return words;
}

export async function comeInWith(room, words) {
  if (!(await fitTogether(words))) return "words_do_not_fit";
  room.screens.say("working");
  const { room: id, salt, check, words: sealedWords } = room.state;
  const key = await makeKey(secret(words), salt);
  try {
    await open(key, { room: id, note: "check", version: FIRST }, check);
  } catch (error) {
    if (error instanceof Unsealable) return "words_of_another_room";
    throw error;
  }
  await room.enter({ room: id, key, sealedWords });
  return null;
}

export function showJoin(room) {
  const stage = room.screens.show("join", room.slots());
  room.joining = new Joining(stage.querySelector("form"), room.screens);
}

function showWords(room, words, isNew) {
  const list = document.createDocumentFragment();
  words.forEach((word) => (list.appendChild(document.createElement("li")).textContent = word));
  const link = `${location.origin}${location.pathname}#${words.join("-")}`;
  const picture = drawing(encode(link), room.screens.text("qr"));
  room.screens.show("words", { words: list, qr: picture, isNew });
}

export const entering = {
  async make(room) {
    room.screens.say("working");
    const [words, salt, id] = [await draw(), newSalt(), newRoomId()];
    const key = await makeKey(secret(words), salt);
    const check = await seal(key, { room: id, note: "check", version: FIRST }, KEY_CHECK);
    const sealedWords = await seal(key, { room: id, note: "words", version: FIRST }, { kind: "words", words });
    try {
      await room.line.send("make", { room: id, salt, check, words: sealedWords });
    } catch (error) {
      if (!(error instanceof Declined) || error.status !== 409) throw error;
      return room.refresh({ afresh: true }); // somebody was first: their room is ours
    }
    room.screens.say("");
    await room.enter({ room: id, key, sealedWords });
    showWords(room, words, true);
  },

  async join(room) {
    const fault = (await room.joining.fault()) || (await comeInWith(room, room.joining.words()));
    room.screens.say(fault || "");
    if (!fault) room.showInside();
  },

  async words(room) {
    const { words } = await open(room.key, { room: room.notebook.room, note: "words", version: FIRST }, room.sealedWords);
    showWords(room, words, false);
  },

  inside(room) {
    room.screens.say("");
    room.showInside();
  },

  screen(room) {
    room.prefersScreen = true;
    room.showOutside();
  },
};
