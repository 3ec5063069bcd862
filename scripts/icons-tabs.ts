import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

/**
 * Draws the tab bar's pictures from the icons of src/ui/icon: WeChat takes PNG alone there. Run once after an icon or
 * the accent changed (`npx tsx scripts/icons-tabs.ts`); the pictures are part of the sources.
 */
const root = resolve(__dirname, '..');
const SIZE = 81;
const INKS = { light: '#666666', 'light-mine': '#c4161c', dark: '#a0a0a0', 'dark-mine': '#ff7b74' };
const css = readFileSync(join(root, 'src/ui/icon/icon.css'), 'utf8');

function svgOf(name: string, ink: string): string {
  const found = new RegExp(`icon--${name} \\{\\s*--sign: url\\("data:image/svg\\+xml,([^"]+)"`).exec(css)?.[1];
  if (found === undefined) throw new Error(`no icon named ${name}`);
  return decodeURIComponent(found).replace("stroke='black'", `stroke='${ink}'`);
}

async function main(): Promise<void> {
  const folder = join(root, 'src/assets/tabs');
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
  for (const name of ['home', 'calendar', 'book', 'gift', 'person']) {
    for (const [mode, ink] of Object.entries(INKS)) {
      const svg = svgOf(name, ink).replace('<svg ', `<svg width="${SIZE - 18}" height="${SIZE - 18}" `);
      await page.setContent(`<body style="margin:9px;background:transparent">${svg}</body>`);
      await page.screenshot({ path: join(folder, `${name}-${mode}.png`), omitBackground: true });
    }
  }
  await browser.close();
}

void main();
