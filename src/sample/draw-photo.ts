/** What a sample item looks like on its photo: a drawing on a table beside a ruler, as evidence is photographed. Pure. */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { ItemCategoryId } from '../modules/seized-items/item-categories.ts';
import type { Random } from './random.ts';

const WIDTH = 480;
const HEIGHT = 360;
const JPEG_QUALITY = 70;
const TABLES = ['#c9c4b8', '#b9bfc4', '#cfcabb', '#aeb6ad'] as const;
const COLOURS = ['#2b2e33', '#3c4856', '#5a4632', '#6d2f2c', '#47564a', '#7b7f86'] as const;

type Draw = (context: SKRSContext2D, colour: string) => void;

function box(context: SKRSContext2D, colour: string, [x, y, w, h, radius]: readonly number[]): void {
  context.fillStyle = colour;
  context.beginPath();
  context.roundRect(x ?? 0, y ?? 0, w ?? 0, h ?? 0, radius ?? 0);
  context.fill();
}

function ring(context: SKRSContext2D, colour: string, [x, y, radius, width]: readonly number[]): void {
  context.strokeStyle = colour;
  context.lineWidth = width ?? 1;
  context.beginPath();
  context.arc(x ?? 0, y ?? 0, radius ?? 1, 0, Math.PI * 2);
  context.stroke();
}

const drawPhone: Draw = (context, colour) => {
  box(context, colour, [-55, -110, 110, 220, 14]);
  box(context, '#10141a', [-48, -96, 96, 186, 4]);
  box(context, '#ffffff30', [-40, -88, 30, 150, 2]);
};

const drawPaper: Draw = (context) => {
  box(context, '#f4f2ea', [-95, -120, 190, 240, 2]);
  for (let line = 0; line < 11; line += 1)
    box(context, '#8d93a0', [-75, -95 + line * 18, 150 - (line % 3) * 28, 4, 1]);
  ring(context, '#b3352c', [52, 84, 22, 4]);
};

const drawNotes: Draw = (context) => {
  for (let note = 0; note < 4; note += 1) {
    box(context, note % 2 === 0 ? '#c25b66' : '#cf7680', [-110 + note * 6, -60 + note * 10, 220, 96, 3]);
    ring(context, '#f3dcdf', [-40 + note * 6, -12 + note * 10, 26, 3]);
  }
};

const drawBottle: Draw = (context, colour) => {
  box(context, colour, [-42, -50, 84, 160, 12]);
  box(context, colour, [-15, -120, 30, 90, 6]);
  box(context, '#b3352c', [-17, -128, 34, 26, 4]);
  box(context, '#efe9d8', [-36, 0, 72, 66, 2]);
};

const drawBlade: Draw = (context) => {
  context.fillStyle = '#d8dde2';
  context.beginPath();
  context.moveTo(-150, 4);
  context.quadraticCurveTo(-60, -38, 40, -20);
  context.lineTo(40, 18);
  context.closePath();
  context.fill();
  box(context, '#3a2a1e', [38, -22, 110, 42, 8]);
};

const drawRing: Draw = (context) => {
  ring(context, '#caa13a', [0, 0, 70, 13]);
  ring(context, '#f1d98a', [0, 0, 72, 3]);
};

const drawTool: Draw = (context, colour) => {
  box(context, colour, [-140, -12, 230, 24, 10]);
  box(context, '#9aa3ab', [80, -38, 60, 76, 6]);
};

const drawBag: Draw = (context, colour) => {
  ring(context, colour, [0, -72, 34, 10]);
  box(context, colour, [-85, -70, 170, 180, 26]);
  box(context, '#00000038', [-58, 10, 116, 70, 10]);
};

const DRAWINGS: Readonly<Partial<Record<ItemCategoryId, Draw>>> = {
  electronics: drawPhone,
  documents: drawPaper,
  cash: drawNotes,
  foreign_currency: drawNotes,
  tobacco_and_liquor: drawBottle,
  knives: drawBlade,
  precious_metals: drawRing,
  tools: drawTool,
};

/** Black and white centimetres along the lower edge. */
function drawRuler(context: SKRSContext2D): void {
  box(context, '#fafafa', [30, HEIGHT - 46, WIDTH - 60, 22, 1]);
  for (let mark = 0; mark < 28; mark += 1)
    box(context, '#1c1c1c', [
      34 + mark * 15,
      HEIGHT - 46,
      mark % 2 === 0 ? 13 : 1.5,
      mark % 2 === 0 ? 9 : 22,
      0,
    ]);
}

/** A JPEG of 480 × 360; another angle turns the thing. */
export function drawPhoto(random: Random, category: ItemCategoryId, angle: number): Buffer {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  context.fillStyle = random.pick(TABLES);
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.fillStyle = '#ffffff18';
  for (let streak = 0; streak < 14; streak += 1)
    context.fillRect(0, random.integer(0, HEIGHT), WIDTH, random.integer(1, 6));
  context.save();
  context.translate(WIDTH / 2 + random.integer(-14, 14), HEIGHT / 2 - 18);
  context.rotate(angle * 0.5 + (random.next() - 0.5) * 0.4);
  context.scale(0.92, 0.92);
  context.shadowColor = '#00000070';
  context.shadowBlur = 16;
  context.shadowOffsetY = 6;
  (DRAWINGS[category] ?? drawBag)(context, random.pick(COLOURS));
  context.restore();
  drawRuler(context);
  return canvas.toBuffer('image/jpeg', JPEG_QUALITY);
}
