// Seven words open a room: six drawn by chance, and a seventh that tells a typing mistake at once.

import { WORDS } from "./word-list.js";

const DRAWN = 6;
const PLACE = new Map(WORDS.map((word, place) => [word, place]));
export const HOW_MANY = DRAWN + 1;

/** Six words by chance (11 bits each, so nothing to reject) and their checksum. */
export async function draw() {
  const chance = crypto.getRandomValues(new Uint16Array(DRAWN));
  const six = Array.from(chance, (number) => WORDS[number & 2047]);
  return [...six, await checksum(six)];
}

/** The word at the first eleven bits of SHA-256 over the six words. */
export async function checksum(six) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(six.join(" "))));
  return WORDS[(hash[0] << 3) | (hash[1] >> 5)];
}

/** The key is made of the six; the seventh adds nothing to it. */
export function secret(words) {
  return words.slice(0, DRAWN).join(" ");
}

/** Words as people type them: any case, with commas, dashes, dots or accents. */
export function normalise(text) {
  const plain = text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/ĳ/gi, "ij").toLowerCase();
  return plain.split(/[^a-z]+/).filter(Boolean);
}

export function isKnown(word) {
  return PLACE.has(word);
}

export async function fitTogether(words) {
  return words.length === HOW_MANY && words.every(isKnown) && (await checksum(words.slice(0, DRAWN))) === words[DRAWN];
}

/** The words that begin so. No word is the beginning of another: one that is whole stands alone. */
export function completions(beginning, most = 4) {
  if (beginning.length < 2) return [];
  return WORDS.filter((word) => word.startsWith(beginning)).slice(0, most);
}

/** For a word we do not know: what may have been meant, nearest first. */
export function lookalikes(word, most = 3) {
  const sound = sounds(word);
  const near = WORDS.map((other) => [sounds(other) === sound ? 0 : distance(word, other), other]);
  return near
    .filter(([far]) => far <= 2)
    .sort(([a], [b]) => a - b)
    .slice(0, most)
    .map(([, other]) => other);
}

/** How a word sounds, so that ij and ei, au and ou, or a final d and t are no different. */
function sounds(word) {
  const changes = [
    [/ij|y/g, "ei"], [/au/g, "ou"], [/sch/g, "sg"], [/ch/g, "g"], [/c(?=[eiy])/g, "s"], [/c|q/g, "k"], [/x/g, "ks"],
    [/dt?$/, "t"], [/b$/, "p"], [/z/g, "s"], [/v|ph/g, "f"], [/th/g, "t"], [/(.)\1+/g, "$1"],
  ];
  return changes.reduce((sound, [from, to]) => sound.replace(from, to), word);
}

/** Edits from one word to another: a letter more, less, other, or two swapped. */
function distance(a, b) {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      const other = a[i - 1] === b[j - 1] ? 0 : 1;
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + other);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
    }
  }
  return rows[a.length][b.length];
}
