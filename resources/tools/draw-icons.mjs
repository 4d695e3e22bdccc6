// Draws the program's icon, two tea leaves on the pan of a steelyard (杆秤), and writes it in every size and container that the
// systems want: node resources/tools/draw-icons.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { projectRoot } from './runtime.mjs';

const folder = join(projectRoot, 'resources/icons');
const [teaGreen, deepGreen, paper, young, brass] = ['#2f6b3c', '#1f4a2a', '#f7f3ea', '#a9cf7a', '#d9b45b'];
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

/** The icon as PNG. It is drawn on a field of 100 × 100; below 40 pixels the thin parts are left out. */
function icon(size) {
  const canvas = createCanvas(size, size);
  const pen = canvas.getContext('2d');
  pen.scale(size / 100, size / 100);
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  ground(pen);
  if (size < 40) {
    leaves(pen, 50, 78, 1.75);
  } else {
    steelyard(pen);
    leaves(pen, 34, 70.5, 0.9);
  }
  return canvas.toBuffer('image/png');
}

function ground(pen) {
  const shade = pen.createLinearGradient(0, 0, 0, 100);
  shade.addColorStop(0, teaGreen);
  shade.addColorStop(1, deepGreen);
  pen.fillStyle = shade;
  pen.beginPath();
  pen.roundRect(3, 3, 94, 94, 21);
  pen.fill();
}

function steelyard(pen) {
  line(pen, paper, 2.2, [[44, 15], [41, 29]]);
  circle(pen, paper, 44, 15, 3);
  line(pen, paper, 4.6, [[20, 33.5], [86, 21.5]]);
  for (let mark = 0; mark < 6; mark += 1) circle(pen, deepGreen, 47 + mark * 6, 28.6 - mark * 1.09, 0.95);
  line(pen, paper, 1.7, [[15.5, 71], [24, 33], [52.5, 71]]);
  pen.fillStyle = paper;
  pen.beginPath();
  pen.moveTo(10, 71);
  pen.lineTo(58, 71);
  pen.quadraticCurveTo(54, 84, 34, 84);
  pen.quadraticCurveTo(14, 84, 10, 71);
  pen.fill();
  line(pen, brass, 1.7, [[76, 23.5], [76, 36]]);
  pen.fillStyle = brass;
  pen.beginPath();
  pen.moveTo(72, 36);
  pen.lineTo(80, 36);
  pen.quadraticCurveTo(86.5, 48, 82.5, 52);
  pen.lineTo(69.5, 52);
  pen.quadraticCurveTo(65.5, 48, 72, 36);
  pen.fill();
}

/** Two leaves and a bud, growing from (x, y). */
function leaves(pen, x, y, scale) {
  pen.save();
  pen.translate(x, y);
  pen.scale(scale, scale);
  for (const [turn, length, width, colour] of [[-0.95, 26, 9, young], [0.95, 26, 9, young], [0, 31, 5.6, '#cfe6a6']]) {
    pen.save();
    pen.rotate(turn);
    pen.fillStyle = colour;
    pen.beginPath();
    pen.moveTo(0, 0);
    pen.bezierCurveTo(-width, -length * 0.35, -width * 0.8, -length * 0.75, 0, -length);
    pen.bezierCurveTo(width * 0.8, -length * 0.75, width, -length * 0.35, 0, 0);
    pen.fill();
    line(pen, teaGreen, 1.1, [[0, -3], [0, -length * 0.8]]);
    pen.restore();
  }
  pen.restore();
}

function line(pen, colour, width, points) {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.beginPath();
  points.forEach(([x, y], index) => (index === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
  pen.stroke();
}

function circle(pen, colour, x, y, radius) {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.arc(x, y, radius, 0, Math.PI * 2);
  pen.fill();
}

/** Windows: a directory of 16 bytes per picture, then the pictures as PNG. */
function ico(sizes) {
  const pictures = sizes.map(icon);
  const head = Buffer.alloc(6 + 16 * sizes.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(sizes.length, 4);
  let offset = head.length;
  sizes.forEach((size, index) => {
    const at = 6 + 16 * index;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(pictures[index].length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += pictures[index].length;
  });
  return Buffer.concat([head, ...pictures]);
}

/** macOS: chunks of type, length and PNG. */
function icns(types) {
  const chunks = types.map(([type, size]) => chunk(type, icon(size)));
  return chunk('icns', Buffer.concat(chunks));
}

function chunk(type, body) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(body.length + 8, 4);
  return Buffer.concat([head, body]);
}

mkdirSync(folder, { recursive: true });
for (const size of linuxSizes) writeFileSync(join(folder, `${size}x${size}.png`), icon(size));
writeFileSync(join(folder, 'icon.png'), icon(512));
writeFileSync(join(folder, 'icon.ico'), ico([16, 24, 32, 48, 64, 128, 256]));
writeFileSync(join(folder, 'icon.icns'), icns([['ic11', 32], ['ic12', 64], ['ic07', 128], ['ic13', 256], ['ic08', 256], ['ic14', 512], ['ic09', 512], ['ic10', 1024]]));
process.stdout.write(`icons written to ${folder}\n`);
