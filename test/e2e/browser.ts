import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Debian's Chromium, another of its kind, or the one that `CHROMIUM` names. */
export function findBrowser(): string | undefined {
  return [process.env.CHROMIUM ?? '', ...PLACES].find((path) => path !== '' && existsSync(path));
}

/** A browser that reaches for nothing but what a page asks of it. */
export function launch(executablePath: string): Promise<Browser> {
  const quiet = ['quic', 'gpu', 'sync', 'background-networking', 'component-update'].map((each) => `--disable-${each}`);
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--no-first-run', ...quiet] });
}

/** What a person's device is like. */
export interface Device {
  openid: string;
  width?: number;
  height?: number;
  dark?: boolean;
}

/** A person's phone (or window): their own storage, their own identity. */
export async function openDevice(browser: Browser, device: Device): Promise<BrowserContext> {
  const { openid, width = 375, height = 812, dark = false } = device;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 2,
    colorScheme: dark ? 'dark' : 'light',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    hasTouch: width < 600,
  });
  await context.addInitScript((identity) => localStorage.setItem('identity', identity), openid);
  return context;
}

export type { Browser, BrowserContext, Page };
