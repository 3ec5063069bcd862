import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildEmulator } from '../../scripts/build-emulator';

const root = join(__dirname, '..', '..');

/** When the newest file below was written, in milliseconds; 0 where there is none. */
function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

const stale = (built: string, ...sources: string[]): boolean =>
  newest(join(root, built)) < Math.max(...sources.map((source) => newest(join(root, source))));

/** Builds what the tests of a run drive, once a run and only where a source is newer: the emulator and the functions. */
export default async function globalSetup(): Promise<void> {
  if (stale('dist/emulator/main.cjs', 'emulator', 'scripts/build-emulator.ts')) await buildEmulator(root);
  const script = join(root, 'scripts', 'build-cloud.ts');
  const sources = ['cloudfunctions', 'domain', 'types', 'config/cloud', 'scripts/build-cloud.ts', 'package-lock.json'];
  if (!existsSync(script) || !stale('dist/cloud/cloud.json', ...sources)) return;
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const built = spawnSync(process.execPath, [tsx, script], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) throw new Error('scripts/build-cloud.ts failed');
}
