// How a note is sealed: words → PBKDF2 → AES-256-GCM, in steps of 256 bytes, bound to its room, its id and its version.

const FORMAT = "kring-room-1";
const ROUNDS = 600000;
const STEP = 256;
const MOST = 64 * STEP;
const utf8 = new TextEncoder();
export const KEY_CHECK = { kind: "check", text: "kring" };

export class TooLong extends Error {}
export class Unsealable extends Error {}

/** The key of a room. It never leaves this device and cannot be read out of it. */
export async function makeKey(secret, salt) {
  const words = await crypto.subtle.importKey("raw", utf8.encode(secret), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: fromBase64(salt), iterations: ROUNDS };
  return crypto.subtle.deriveKey(how, words, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/** Seal a content for one place: {room, note, version}. Elsewhere it cannot be opened. */
export async function seal(key, place, content) {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt(how(nonce, place), key, pad(utf8.encode(JSON.stringify(content))));
  return { nonce: toBase64(nonce), ciphertext: toBase64(new Uint8Array(sealed)) };
}

/** Open what was sealed for this place; Unsealable when anything about it is not as it was. */
export async function open(key, place, { nonce, ciphertext }) {
  try {
    const padded = await crypto.subtle.decrypt(how(fromBase64(nonce), place), key, fromBase64(ciphertext));
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(unpad(new Uint8Array(padded))));
  } catch (error) {
    throw new Unsealable(String(error));
  }
}

function how(nonce, { room, note, version }) {
  const bound = utf8.encode([FORMAT, room, note, version].join("\n"));
  return { name: "AES-GCM", iv: nonce, additionalData: bound, tagLength: 128 };
}

/** A one bit and then zeros, up to a whole step: the length says little about the text. */
function pad(bytes) {
  const padded = new Uint8Array(Math.ceil((bytes.length + 1) / STEP) * STEP);
  if (padded.length > MOST) throw new TooLong();
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  return padded;
}

function unpad(padded) {
  const end = padded.lastIndexOf(0x80);
  if (end < 0 || padded.subarray(end + 1).some(Boolean)) throw new Unsealable("padding");
  return padded.subarray(0, end);
}

export function toBase64(bytes) {
  let text = "";
  bytes.forEach((byte) => (text += String.fromCharCode(byte)));
  return btoa(text);
}

export function fromBase64(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

export function newSalt() {
  return toBase64(crypto.getRandomValues(new Uint8Array(16)));
}

/** A random UUID; older browsers have none of their own. */
export function newNoteId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** The id of a room: twelve signs that cannot be mistaken for one another. */
export function newRoomId() {
  const signs = "23456789abcdefghjkmnpqrstuvwxyz";
  let id = "";
  while (id.length < 12) {
    const [byte] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < 248) id += signs[byte % 31];
  }
  return id;
}
