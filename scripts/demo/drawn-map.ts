import type { Files } from '../../emulator/storage/files';
import { drawOnce } from './draw-once';

const PATH = 'activity/evening-run-map.svg';
/** The way of the evening run, as its plan names it. */
export const RUN_MAP = `cloud://local-env.bucket/${PATH}`;

const [WIDTH, HEIGHT] = [960, 960];

function sign(x: number, y: number, words: string): string {
  const dot = `<circle cx="${x}" cy="${y}" r="16" fill="#ffffff" stroke="#1f7a3f" stroke-width="8"/>`;
  return `${dot}<text x="${x + 32}" y="${y + 14}">${words}</text>`;
}

/** Two rounds and a half about a lake, from the square in the south: drawn, as all pictures of the demo are. */
function drawnMap(): string {
  const lake = 'M300 430C330 300 520 250 660 330C770 400 760 560 650 620C520 690 330 640 300 430Z';
  const way =
    'M480 840L480 760C260 740 190 560 230 400C280 220 560 160 720 260C870 350 860 620 720 700C640 745 560 760 480 760';
  const stroke = 'fill="none" stroke="#1f7a3f" stroke-width="14" stroke-linecap="round" stroke-dasharray="2 30"';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#e6efe2"/>`,
    '<path d="M0 880H960M860 0V960M0 120H960" stroke="#ffffff" stroke-width="36"/>',
    `<path d="${lake}" fill="#b9dbee"/>`,
    `<path d="${way}" ${stroke}/>`,
    '<g font-family="sans-serif" font-size="40" fill="#24452f">',
    sign(480, 840, '南门广场，集合'),
    sign(240, 390, '补给点'),
    sign(720, 260, '一公里'),
    '<text x="470" y="480">药谷湖</text>',
    '</g></svg>',
  ].join('');
}

export const drawMap = (files: Files): Promise<void> => drawOnce(files, PATH, drawnMap);
