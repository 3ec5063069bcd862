import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from '../test/e2e/browser';
import { MEMBERS } from '../test/e2e/people';
import { runJourneys } from '../test/e2e/run';
import { drawContactSheet } from '../test/e2e/sheet/contact-sheet';
import { drawReadmePictures } from '../test/e2e/sheet/readme-pictures';
import type { Props } from '../test/e2e/stage';
import buildCloudAndEmulator from '../test/support/global-setup';
import { DEMO_ENVIRONMENT } from './demo/environment';
import { needsBuild } from './newer';
import { seed } from './seed';

const root = resolve(__dirname, '..');

/** Builds what is missing or older than its sources. */
async function build(): Promise<void> {
  await buildCloudAndEmulator();
  const sources = ['src', 'domain', 'types', 'config', 'package.json'].map((each) => join(root, each));
  if (!needsBuild(join(root, 'dist/h5/index.html'), sources)) return;
  console.log('building the pages …');
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const { status } = spawnSync(process.execPath, [tsx, join(root, 'scripts/build-h5.ts')], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('the pages could not be built');
}

/** Copies of what is built, so that a build made meanwhile does not pull the pages from under a journey. */
async function props(browserPath: string): Promise<{ props: Props; clear: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'e2e-props-'));
  const seeded = join(folder, 'seeded');
  const cloud = join(folder, 'cloud');
  const web = join(folder, 'web');
  await seed({ data: seeded, members: MEMBERS, now: Date.now() });
  cpSync(join(root, 'dist/cloud'), cloud, { recursive: true });
  cpSync(join(root, 'dist/h5'), web, { recursive: true });
  const clear = (): void => rmSync(folder, { recursive: true, force: true });
  return { props: { seeded, cloud, web, env: { ...DEMO_ENVIRONMENT }, browserPath }, clear };
}

/**
 * `npm run e2e [-- NAME …]`: journeys in a browser, all or those whose name or file holds a NAME. `--sheet` draws the
 * contact sheet instead, all or the reels with a scene whose name holds a NAME: it takes as long as all journeys, and
 * wants somebody who looks at it. `--pictures` draws the README's two pictures.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { sheet: { type: 'boolean', default: false }, pictures: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const browserPath = findBrowser();
  if (browserPath === undefined) {
    console.log('No browser here: install Chromium (Debian: apt-get install chromium) or name one in CHROMIUM.');
    process.exitCode = process.env.CI ? 1 : 0;
    return;
  }
  await build();
  const set = await props(browserPath);
  try {
    if (values.pictures) await drawReadmePictures(set.props, join(root, 'docs/pictures'));
    else if (values.sheet) await drawContactSheet(set.props, join(root, 'dist/contact-sheet'), positionals);
    else {
      const failed = await runJourneys(set.props, positionals, join(root, 'dist/e2e'));
      if (failed > 0) process.exitCode = 1;
    }
  } finally {
    set.clear();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
