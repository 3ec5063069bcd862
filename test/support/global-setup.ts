import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildEmulator } from '../../scripts/build-emulator';
import { needsBuild } from '../../scripts/newer';

const root = join(__dirname, '..', '..');
const below = (...names: string[]): string[] => names.map((name) => join(root, name));

/** Builds what the tests of a run drive, once a run and only where a source is newer: the emulator and the functions. */
export default async function globalSetup(): Promise<void> {
  const emulator = below('emulator', 'scripts/build-emulator.ts');
  if (needsBuild(join(root, 'dist/emulator/main.cjs'), emulator)) await buildEmulator(root);
  const script = join(root, 'scripts', 'build-cloud.ts');
  const sources = below('cloudfunctions', 'domain', 'types', 'config/cloud', 'scripts/build-cloud.ts');
  if (!existsSync(script) || !needsBuild(join(root, 'dist/cloud/cloud.json'), sources)) return;
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const built = spawnSync(process.execPath, [tsx, script], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) throw new Error('scripts/build-cloud.ts failed');
}
