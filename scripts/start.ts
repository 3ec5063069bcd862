import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildCloud } from './build-cloud';
import { buildEmulator } from './build-emulator';
import { DEMO_ENVIRONMENT } from './demo/environment';
import { needsBuild } from './newer';
import { seed } from './seed';

const root = resolve(__dirname, '..');

/** Raised with every change of what the demo plants. */
const DEMO_SHAPE = 7;

/** The browser build takes ten seconds, so it is made only where it is missing or older than its sources. */
function buildClient(): void {
  const sources = ['src', 'domain', 'types', 'config', 'package.json'].map((each) => join(root, each));
  if (!needsBuild(join(root, 'dist/h5/index.html'), sources)) return;
  console.log('building the pages …');
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'scripts/build-h5.ts')], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

/**
 * Before the first release the shapes of documents change without a way from one to the next, so what an earlier build
 * planted may not be served, or lack what this build shows. The folder may hold what somebody tried out: it is theirs.
 */
function sayIfOld(data: string, shape: string): void {
  const found = existsSync(shape) ? readFileSync(shape, 'utf8').trim() : 'none';
  if (found === String(DEMO_SHAPE)) return;
  console.log(`The demo data in ${data} is of another build (shape ${found}, here ${DEMO_SHAPE}).`);
  console.log('If pages fail or look empty: stop, remove that folder, and start again.');
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '7070' }, data: { type: 'string', default: join(root, '.data') } },
  });
  const data = resolve(values.data ?? '.data');
  await buildEmulator(root);
  await buildCloud();
  buildClient();
  const shape = join(data, 'demo-shape');
  if (existsSync(join(data, 'store.db'))) sayIfOld(data, shape);
  else {
    const { total } = await seed({ data, now: Date.now() });
    writeFileSync(shape, `${DEMO_SHAPE}\n`);
    console.log(
      `demo data: ${total.activities} activities, ${total.members} members, ${total.registrations} registrations`,
    );
  }
  const child = spawn(
    process.execPath,
    [
      join(root, 'dist/emulator/main.cjs'),
      ...['--port', values.port ?? '7070', '--data', data],
      ...['--cloud', join(root, 'dist/cloud'), '--web', join(root, 'dist/h5')],
    ],
    { stdio: ['inherit', 'pipe', 'inherit'], env: { ...process.env, ...DEMO_ENVIRONMENT } },
  );
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const url = /^ready (http\S+)/m.exec(text)?.[1];
    process.stdout.write(url ? `\n  The mini-program   ${url}/\n  The console        ${url}/_console\n\n` : text);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
