import { chanceOf } from './chance';

interface Scene {
  sky: string;
  ground: string;
  roof: string;
  people: string;
}

/** The pictures of the demo are drawn: stalls under their roofs, and people before them. */
export const SCENES: readonly Scene[] = [
  { sky: '#cfe6f5', ground: '#d9cfb8', roof: '#b84a04', people: '#1f7a3f' },
  { sky: '#fde2c4', ground: '#cfc3a5', roof: '#0d7069', people: '#b84a04' },
  { sky: '#e2e7fb', ground: '#d2cdc2', roof: '#3d48ae', people: '#3d48ae' },
  { sky: '#d8eeea', ground: '#d6ccb2', roof: '#1f7a3f', people: '#0d7069' },
  { sky: '#fbe9d0', ground: '#c9bda0', roof: '#8a3a10', people: '#8a3a10' },
  { sky: '#f6d9d5', ground: '#d4c8b6', roof: '#c4161c', people: '#c4161c' },
];

const WIDTH = 960;
const HEIGHT = 720;
const STALLS = 3;

function person(x: number, y: number, size: number, colour: string): string {
  const head = `<circle cx="0" cy="${-size * 2.1}" r="${size * 0.5}"/>`;
  const legs = `M0 ${-size * 0.6}L${-size * 0.5} 0M0 ${-size * 0.6}L${size * 0.5} 0`;
  const body = `<path d="M0 ${-size * 1.6}V${-size * 0.6}${legs}M${-size * 0.6} ${-size * 1.1}H${size * 0.6}"/>`;
  const stroke = `stroke="${colour}" stroke-width="${size / 4}" stroke-linecap="round" fill="${colour}"`;
  return `<g transform="translate(${x} ${y})" ${stroke}>${head}${body}</g>`;
}

function stall(x: number, y: number, roof: string): string {
  const poles = `<path d="M${x} ${y}V${y - 190}M${x + 240} ${y}V${y - 190}" stroke="#6b5a45" stroke-width="8"/>`;
  const table = `<rect x="${x - 6}" y="${y - 80}" width="252" height="80" fill="#f4efe4"/>`;
  const cover = `<path d="M${x - 24} ${y - 180}L${x + 120} ${y - 270}L${x + 264} ${y - 180}Z" fill="${roof}"/>`;
  return `${poles}${table}${cover}`;
}

/** One of the pictures, as SVG: the same on every machine. */
export function drawnScene(at: number): string {
  const scene = SCENES[at];
  if (!scene) throw new Error(`no scene ${at}`);
  const { sky, ground, roof, people } = scene;
  const chance = chanceOf(`scene ${at}`);
  const line = HEIGHT * 0.6;
  const stalls = Array.from({ length: STALLS }, (_none, one) => stall(40 + one * 310, line + 60, roof));
  const menders = Array.from({ length: STALLS }, (_none, one) => person(160 + one * 310, line - 10, 34, '#5a5148'));
  const guests = Array.from({ length: 6 }, (_none, one) =>
    person(90 + one * 156 + chance.below(50), 620 + chance.below(50), 46, people),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${sky}"/>`,
    `<circle cx="${140 + chance.below(680)}" cy="100" r="50" fill="#fff7e0"/>`,
    `<rect y="${line}" width="${WIDTH}" height="${HEIGHT - line}" fill="${ground}"/>`,
    ...menders,
    ...stalls,
    ...guests,
    '</svg>',
  ].join('');
}
