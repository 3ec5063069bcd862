import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stillness } from '../audit';
import { launch } from '../browser';
import type { Phone } from '../phone';
import { type Props, Theatre } from '../stage';
import { AUDITED_REELS } from './audited-scenes';
import { BENEFIT_REELS } from './benefit-scenes';
import { DESK_REELS } from './desk-scenes';
import { GATE_REELS } from './gate-scenes';
import { LEAGUE_REELS } from './league-scenes';
import { MEMBER_REELS } from './member-scenes';
import { NEWCOMER_REELS } from './newcomer-scenes';
import { ORGANIZER_REELS } from './organizer-scenes';
import { READING_REELS } from './reading-scenes';
import { REGISTRATION_REELS } from './registration-scenes';
import type { Reel, Scene } from './scene';
import { TROUBLE_REELS } from './trouble-scenes';

const SCHEMES = ['light', 'dark'] as const;

interface Picture {
  file: string;
  name: string;
  scheme: (typeof SCHEMES)[number];
  wide: boolean;
}

/** The scene in light and dark, as it stands: the same moment twice. */
async function take(phone: Phone, scene: Scene, out: string, wide: boolean): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const scheme of SCHEMES) {
    const file = `${scene.name}-${scheme}.png`;
    await phone.page.emulateMedia({ colorScheme: scheme });
    await stillness(phone.page);
    await phone.page.screenshot({ path: join(out, file), scale: wide ? 'css' : 'device' });
    pictures.push({ file, name: scene.name, scheme, wide });
  }
  return pictures;
}

async function shoot(theatre: Theatre, { device, scenes }: Reel, out: string): Promise<Picture[]> {
  const wide = (device.width ?? 375) > 600;
  const phone = await theatre.person({ sharpness: 1.5, ...device });
  const pictures: Picture[] = [];
  for (const scene of scenes) {
    try {
      await scene.show(phone, theatre);
    } catch (error) {
      // One picture less is worth a word, not the whole sheet; it shows the phone as it was when the story stuck.
      console.log(`    ${scene.name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
      process.exitCode = 1;
    }
    pictures.push(...(await take(phone, scene, out, wide)));
    await scene.after?.(phone, theatre);
  }
  await theatre.clear();
  return pictures;
}

const STYLE = `body{margin:16px;background:#c9c9ce;font:13px sans-serif}figure{margin:0;width:300px}
img{display:block;width:300px;border-radius:6px}figcaption{padding:4px 0 10px}div{display:flex;flex-wrap:wrap;gap:14px;width:1556px}
.wide,.wide img{width:761px}`;

function sheetHtml(pictures: readonly Picture[]): string {
  const figures = pictures.map(
    ({ file, wide }) =>
      `<figure${wide ? ' class="wide"' : ''}><img src="${file}"><figcaption>${file.slice(0, -4)}</figcaption></figure>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Contact sheet</title><style>${STYLE}</style><div>${figures.join('')}</div>`;
}

/** Ten pictures of a phone, or six of a window, on one picture: as much as one takes in at a glance. */
function strips(pictures: readonly Picture[]): Map<string, Picture[]> {
  const found = new Map<string, Picture[]>();
  for (const scheme of SCHEMES) {
    for (const wide of [false, true]) {
      const some = pictures.filter((each) => each.scheme === scheme && each.wide === wide);
      const size = wide ? 6 : 10;
      for (let from = 0; from < some.length; from += size) {
        const number = String(from / size + 1).padStart(2, '0');
        found.set(`sheet-${scheme}-${wide ? 'window-' : ''}${number}`, some.slice(from, from + size));
      }
    }
  }
  return found;
}

async function combine(browserPath: string, pictures: readonly Picture[], out: string): Promise<void> {
  writeFileSync(join(out, 'index.html'), sheetHtml(pictures));
  const browser = await launch(browserPath);
  const page = await browser.newPage({ viewport: { width: 1588, height: 800 } });
  const file = join(out, 'strip.html');
  for (const [name, some] of strips(pictures)) {
    writeFileSync(file, sheetHtml(some));
    await page.goto(pathToFileURL(file).href);
    await page.screenshot({ path: join(out, `${name}.png`), fullPage: true });
  }
  rmSync(file);
  await browser.close();
}

const REELS = [
  ...MEMBER_REELS,
  ...REGISTRATION_REELS,
  ...BENEFIT_REELS,
  ...DESK_REELS,
  ...READING_REELS,
  ...LEAGUE_REELS,
  ...NEWCOMER_REELS,
  ...ORGANIZER_REELS,
  ...GATE_REELS,
  ...AUDITED_REELS,
  ...TROUBLE_REELS,
];

/** Scenes of a reel build on each other: one that is wanted brings its reel along. */
const isWanted = ({ scenes }: Reel, wanted: readonly string[]): boolean =>
  wanted.length === 0 || scenes.some(({ name }) => wanted.some((each) => name.includes(each)));

/**
 * Writes every page and state, in light and dark, to the folder: single pictures, combined ones, and `index.html`; of
 * reels with a scene whose name holds one of the words, where there are words.
 */
export async function drawContactSheet(props: Props, out: string, wanted: readonly string[] = []): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const began = Date.now();
  const theatre = new Theatre(props);
  await theatre.start();
  const pictures: Picture[] = [];
  try {
    for (const reel of REELS.filter((each) => isWanted(each, wanted)))
      pictures.push(...(await shoot(theatre, reel, out)));
  } finally {
    await theatre.end();
  }
  await combine(props.browserPath, pictures, out);
  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  console.log(`contact sheet: ${pictures.length} pictures in ${seconds} s, ${join(out, 'index.html')}`);
}
