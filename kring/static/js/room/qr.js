// Draws a QR code in the browser, so that the words of a room are seen by nobody else: byte mode, level M, versions 1 to 12.

import { penalty } from "./qr-drawing.js";

const CORRECTION = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22]; // correction bytes in a block, by version
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8];
const MASKS = [
  (x, y) => (x + y) % 2,
  (x, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/** The dark and light squares for a text: {size, version, mask, dark: rows of booleans}. */
export function encode(text, { version, mask } = {}) {
  const bytes = new TextEncoder().encode(text);
  const fits = version || BLOCKS.findIndex((_, i) => bytes.length <= room(i + 1)) + 1;
  if (!fits || bytes.length > room(fits)) throw new RangeError("too long for a QR code");
  const bits = interleave(fits, dataBytes(bytes, fits));
  const tries = mask === undefined ? MASKS.map((_, i) => i) : [mask];
  const drawn = tries.map((number) => ({ version: fits, mask: number, ...paint(fits, bits, number) }));
  const worth = drawn.map((qr) => (drawn.length > 1 ? penalty(qr.dark) : 0));
  return drawn[worth.indexOf(Math.min(...worth))];
}

// --- what goes in
const countBits = (version) => (version < 10 ? 8 : 16);
const room = (version) => Math.floor((dataSize(version) * 8 - 4 - countBits(version)) / 8);
const dataSize = (version) => totalBytes(version) - CORRECTION[version - 1] * BLOCKS[version - 1];

/** All squares that are no pattern, in bytes. */
function totalBytes(version) {
  let squares = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const aligned = Math.floor(version / 7) + 2;
    squares -= (25 * aligned - 10) * aligned - 55;
  }
  return Math.floor((version >= 7 ? squares - 36 : squares) / 8);
}

function dataBytes(bytes, version) {
  const bits = [];
  const put = (value, length) => {
    for (let i = length - 1; i >= 0; i--) bits.push((value >> i) & 1);
  };
  put(4, 4);
  put(bytes.length, countBits(version));
  bytes.forEach((byte) => put(byte, 8));
  const size = dataSize(version);
  put(0, Math.min(4, size * 8 - bits.length));
  put(0, (8 - (bits.length % 8)) % 8);
  for (let filler = 0xec; bits.length < size * 8; filler ^= 0xec ^ 0x11) put(filler, 8);
  return Array.from({ length: size }, (_, i) => parseInt(bits.slice(i * 8, i * 8 + 8).join(""), 2));
}

/** Cut the data in blocks, give each its correction, and lay them through each other. */
function interleave(version, data) {
  const many = BLOCKS[version - 1];
  const short = Math.floor(data.length / many);
  const longFrom = many - (data.length % many);
  const blocks = [];
  for (let i = 0, at = 0; i < many; i++) {
    const length = short + (i >= longFrom ? 1 : 0);
    blocks.push(data.slice(at, at + length));
    at += length;
  }
  const corrections = blocks.map((block) => correction(block, CORRECTION[version - 1]));
  const woven = [...weave(blocks, short + 1), ...weave(corrections, CORRECTION[version - 1])];
  return woven.reduce((bits, byte) => bits.concat([7, 6, 5, 4, 3, 2, 1, 0].map((i) => (byte >> i) & 1)), []);
}

function weave(blocks, length) {
  const woven = [];
  for (let i = 0; i < length; i++) blocks.forEach((block) => i < block.length && woven.push(block[i]));
  return woven;
}

// --- Reed–Solomon over GF(256) with 0x11d
function times(a, b) {
  let product = 0;
  for (let i = 7; i >= 0; i--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    if ((b >> i) & 1) product ^= a;
  }
  return product;
}

function generator(degree) {
  let factors = [1];
  for (let i = 0, root = 1; i < degree; i++, root = times(root, 2)) {
    const longer = [...factors, 0];
    factors.forEach((factor, j) => (longer[j + 1] ^= times(factor, root)));
    factors = longer;
  }
  return factors.slice(1);
}

function correction(block, length) {
  const factors = generator(length);
  return block.reduce((rest, byte) => {
    const lead = byte ^ rest[0];
    return [...rest.slice(1), 0].map((value, i) => value ^ times(factors[i], lead));
  }, new Array(length).fill(0));
}

// --- the drawing
function paint(version, bits, mask) {
  const size = version * 4 + 17;
  const dark = Array.from({ length: size }, () => new Array(size).fill(false));
  const fixed = Array.from({ length: size }, () => new Array(size).fill(false));
  const set = (x, y, value) => {
    if (x < 0 || y < 0 || x >= size || y >= size) return;
    dark[y][x] = Boolean(value);
    fixed[y][x] = true;
  };
  patterns(version, size, set);
  formatBits(mask, size, set);
  fill(size, bits, mask, dark, fixed);
  return { size, dark };
}

function patterns(version, size, set) {
  for (let i = 0; i < size; i++) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  const ring = (cx, cy, reach, isDark) => {
    for (let y = -reach; y <= reach; y++)
      for (let x = -reach; x <= reach; x++) set(cx + x, cy + y, isDark(Math.max(Math.abs(x), Math.abs(y))));
  };
  [[3, 3], [size - 4, 3], [3, size - 4]].forEach(([x, y]) => ring(x, y, 4, (far) => far !== 2 && far !== 4));
  const places = alignments(version, size);
  const last = places.length - 1;
  const corner = (i, j) => (i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0);
  places.forEach((x, i) => places.forEach((y, j) => corner(i, j) || ring(x, y, 2, (far) => far !== 1)));
  if (version >= 7) versionBits(version, size, set);
}

function alignments(version, size) {
  if (version === 1) return [];
  const many = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (many * 2 - 2)) * 2;
  const places = Array.from({ length: many - 1 }, (_, i) => size - 7 - i * step);
  return [6, ...places.reverse()];
}

/** A number with its own correction bits behind it. */
function guarded(value, polynomial) {
  let rest = value;
  const degree = polynomial.toString(2).length - 1;
  for (let i = 0; i < degree; i++) rest = (rest << 1) ^ ((rest >> (degree - 1)) & 1 ? polynomial : 0);
  return (value << degree) | (rest & ((1 << degree) - 1));
}

function versionBits(version, size, set) {
  const bits = guarded(version, 0x1f25);
  for (let i = 0; i < 18; i++) {
    const [a, b] = [size - 11 + (i % 3), Math.floor(i / 3)];
    set(a, b, (bits >> i) & 1);
    set(b, a, (bits >> i) & 1);
  }
}

function formatBits(mask, size, set) {
  const bits = guarded(mask, 0x537) ^ 0x5412; // level M is 00
  const bit = (i) => (bits >> i) & 1;
  for (let i = 0; i < 15; i++) {
    const near = i < 6 ? i : i < 8 ? i + 1 : i === 8 ? 7 : 14 - i; // the timing line at 6 is passed over
    if (i < 8) set(8, near, bit(i));
    else set(near, 8, bit(i));
    if (i < 8) set(size - 1 - i, 8, bit(i));
    else set(8, size - 15 + i, bit(i));
  }
  set(8, size - 8, true);
}

/** Two columns wide, up and down, from the right; squares of a pattern are passed over. */
function fill(size, bits, mask, dark, fixed) {
  let at = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    const up = ((right + 1) & 2) === 0;
    for (let i = 0; i < size; i++)
      for (let x = right; x > right - 2; x--) {
        const y = up ? size - 1 - i : i;
        if (fixed[y][x]) continue;
        const bit = at < bits.length ? bits[at++] : 0;
        dark[y][x] = Boolean(bit) !== (MASKS[mask](x, y) === 0);
      }
  }
}
