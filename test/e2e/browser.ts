import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Debian's Chromium, another of its kind, or the one that `CHROMIUM` names. */
export function findBrowser(): string | undefined {
  return [process.env.CHROMIUM ?? '', ...PLACES].find((path) => path !== '' && existsSync(path));
}

/** A browser that reaches for nothing but what a page asks of it; its text as large as its owner set it. */
export function launch(executablePath: string, textSize = 16): Promise<Browser> {
  const quiet = ['quic', 'gpu', 'sync', 'background-networking', 'component-update'].map((each) => `--disable-${each}`);
  const text = textSize === 16 ? [] : [`--blink-settings=defaultFontSize=${textSize}`];
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--no-first-run', ...quiet, ...text] });
}

/** What a person's device is like. */
export interface Device {
  openid: string;
  width?: number;
  height?: number;
  dark?: boolean;
  /** Pixels of the picture for one of the page's. */
  sharpness?: number;
  /** What the system's text size is, in pixels; usually 16. */
  textSize?: number;
}

/** A person's phone (or window): their own storage, their own identity. */
export async function openDevice(browser: Browser, device: Device): Promise<BrowserContext> {
  const { openid, width = 375, height = 812, dark = false, sharpness = 2 } = device;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: sharpness,
    colorScheme: dark ? 'dark' : 'light',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    hasTouch: width < 600,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(10_000);
  // Only where nobody is chosen yet: the identity switcher chooses too, and its choice has to last.
  await context.addInitScript((identity) => {
    if (localStorage.getItem('identity') === null) localStorage.setItem('identity', identity);
  }, openid);
  // What tsx wraps around named functions, also those that a test sends into the page.
  await context.addInitScript({ content: 'globalThis.__name = (named) => named;' });
  return context;
}

export type { Browser, BrowserContext, Page };
