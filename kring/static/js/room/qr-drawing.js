// Judges which mask of a QR code reads best, and turns its squares into a picture.

const QUIET = 4;

/** The lower, the easier to read: long runs, blocks, false corners and an uneven grey cost points. */
export function penalty(dark) {
  const turned = dark.map((_, i) => dark.map((row) => row[i]));
  const lines = [...dark, ...turned].map((line) => line.map(Number).join(""));
  return lines.reduce((sum, line) => sum + runs(line) + corners(line), 0) + blocks(dark) + grey(dark);
}

function runs(line) {
  return (line.match(/0{5,}|1{5,}/g) || []).reduce((sum, run) => sum + run.length - 2, 0);
}

function corners(line) {
  let sum = 0;
  for (let i = 0; i + 11 <= line.length; i++) {
    const part = line.slice(i, i + 11);
    if (part === "10111010000" || part === "00001011101") sum += 40;
  }
  return sum;
}

function blocks(dark) {
  let sum = 0;
  for (let y = 1; y < dark.length; y++)
    for (let x = 1; x < dark.length; x++) {
      const same = dark[y][x] === dark[y - 1][x] && dark[y][x] === dark[y][x - 1] && dark[y][x] === dark[y - 1][x - 1];
      if (same) sum += 3;
    }
  return sum;
}

function grey(dark) {
  const share = dark.reduce((sum, row) => sum + row.filter(Boolean).length, 0) / dark.length ** 2;
  return Math.floor(Math.abs(share * 20 - 10)) * 10;
}

/** An SVG of the squares, with the quiet edge a reader needs; its title says what it is. */
export function drawing(qr, title) {
  const svg = "http://www.w3.org/2000/svg";
  const width = qr.size + QUIET * 2;
  const picture = document.createElementNS(svg, "svg");
  picture.setAttribute("viewBox", `0 0 ${width} ${width}`);
  picture.setAttribute("role", "img");
  picture.setAttribute("class", "room-qr");
  const name = picture.appendChild(document.createElementNS(svg, "title"));
  name.textContent = title;
  const path = picture.appendChild(document.createElementNS(svg, "path"));
  path.setAttribute("d", qr.dark.map((row, y) => row.map((on, x) => (on ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : "")).join("")).join(""));
  return picture;
}
