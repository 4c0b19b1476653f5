// Draws the icons of the installed app: node install/icons.mjs DIST
//
// Everything comes from style/logo.svg, the one drawing there is: icons/icon.svg and icons/maskable.svg,
// which fills its square and keeps the drawing inside the circle that every mask leaves (80 % of the width:
// W3C, Web Application Manifest, "maskable"), both as PNG too, and the icon for iOS, which knows no
// transparency. It draws circles and straight strokes; a logo of anything else stops the build.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";

/** The ground behind the drawing, as `--ground` of style/tokens.css. */
const GROUND = "#f7f7f3";
/** How much of the square the drawing takes: its line is as wide as its box, and has to end inside the circle. */
const SAFE = 0.74;
/** Each pixel is the mean of so many times so many samples. */
const SAMPLES = 4;

const logo = readFileSync(new URL("../style/logo.svg", import.meta.url), "utf8");
const [, side] = /viewBox="0 0 (\d+) \1"/.exec(logo);
const shapes = [...logo.matchAll(/<(?!svg|title)(\w+) ([^>]*)\/>/g)].map(([, name, rest]) => {
  const at = Object.fromEntries([...rest.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]));
  const line = /^M([\d.]+) ([\d.]+)h([\d.]+)$/.exec(at.d ?? "")?.slice(1).map(Number);
  if (name === "circle") {
    const [x, y, r] = [at.cx, at.cy, at.r].map(Number);
    return { color: color(at.fill, at["fill-opacity"]), holds: (px, py) => Math.hypot(px - x, py - y) <= r };
  }
  if (name !== "path" || !line) {
    throw new Error(`style/logo.svg: a ${name} cannot be drawn here`);
  }
  const [x, y, length] = line;
  const half = at["stroke-width"] / 2;
  const isRound = at["stroke-linecap"] === "round";
  const holds = (px, py) => {
    const past = Math.max(x - px, px - x - length, 0);
    return isRound ? Math.hypot(past, py - y) <= half : past === 0 && Math.abs(py - y) <= half;
  };
  return { color: color(at.stroke, at["stroke-opacity"]), holds };
});

/** Red, green, blue from 0 to 255, and how much it covers from 0 to 1. */
function color(hex, opacity = "1") {
  return [...[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)), Number(opacity)];
}

/** The drawing on a square of so many pixels, as rows of red, green, blue and cover. */
function draw(pixels, scale, ground) {
  const rows = Buffer.alloc(pixels * (pixels * 4 + 1));
  const margin = (side - side / scale) / 2;
  const step = side / scale / (pixels * SAMPLES);
  for (let y = 0; y < pixels; y += 1) {
    for (let x = 0; x < pixels; x += 1) {
      const sum = [0, 0, 0, 0];
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
        const px = margin + (x * SAMPLES + (sample % SAMPLES) + 0.5) * step;
        const py = margin + (y * SAMPLES + Math.floor(sample / SAMPLES) + 0.5) * step;
        const [red, green, blue, cover] = paint(px, py, ground);
        [red * cover, green * cover, blue * cover, cover].forEach((value, at) => (sum[at] += value));
      }
      const mean = sum.slice(0, 3).map((value) => (sum[3] ? Math.round(value / sum[3]) : 0));
      const cover = Math.round((255 * sum[3]) / (SAMPLES * SAMPLES));
      rows.set([...mean, cover], y * (pixels * 4 + 1) + 1 + x * 4);
    }
  }
  return rows;
}

/** What is seen at a point: each shape over those before it. */
function paint(x, y, ground) {
  let [red, green, blue, under] = ground;
  for (const { color, holds } of shapes) {
    if (holds(x, y)) {
      const [r, g, b, over] = color;
      const cover = over + under * (1 - over);
      const mix = (above, below) => (above * over + below * under * (1 - over)) / cover;
      [red, green, blue, under] = [mix(r, red), mix(g, green), mix(b, blue), cover];
    }
  }
  return [red, green, blue, under];
}

/** A PNG: W3C, Portable Network Graphics (Third Edition). */
function png(pixels, scale, ground) {
  const chunk = (name, content) => {
    const body = Buffer.concat([Buffer.from(name), content]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(content.length);
    frame.writeUInt32BE(crc(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 6, 0, 0, 0]);
  header.writeUInt32BE(pixels);
  header.writeUInt32BE(pixels, 4);
  const rows = deflateSync(draw(pixels, scale, ground), { level: 9 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}

/** CRC-32 as PNG asks for it. */
function crc(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
  }
  return ~sum >>> 0;
}

const [dist] = process.argv.slice(2);
const folder = join(dist, "icons");
mkdirSync(folder, { recursive: true });
const save = (name, content) => writeFileSync(join(folder, name), content);
const inset = ((1 - SAFE) / 2) * side;
const inner = logo.replace(/<\/?svg[^>]*>|<title>[^<]*<\/title>/g, "").trim();
save("icon.svg", logo);
save(
  "maskable.svg",
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path fill="${GROUND}" d="M0 0h${side}v${side}H0z"/>` +
    `<g transform="translate(${inset} ${inset}) scale(${SAFE})">${inner}</g></svg>\n`,
);
for (const pixels of [192, 512]) {
  save(`icon-${pixels}.png`, png(pixels, 1, [0, 0, 0, 0]));
  save(`maskable-${pixels}.png`, png(pixels, SAFE, color(GROUND)));
}
// iOS rounds the corners and does not mask, so the drawing may be larger.
save("apple-touch-icon.png", png(180, 0.86, color(GROUND)));
