import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildEmulator } from '../../scripts/build-emulator';
import { needsBuild } from '../../scripts/newer';
import { buildControls, CONTROLLED_CLOUD } from './controls';

const root = join(__dirname, '..', '..');
const below = (...names: string[]): string[] => names.map((name) => join(root, name));

/** Builds what the tests of a run drive, once a run and only where a source is newer: the emulator, the functions, the controls. */
export default async function globalSetup(): Promise<void> {
  const emulator = below('emulator', 'scripts/build-emulator.ts');
  if (needsBuild(join(root, 'dist/emulator/main.cjs'), emulator)) await buildEmulator(root);
  const functions = join(root, 'dist/cloud/cloud.json');
  const sources = below('cloudfunctions', 'domain', 'types', 'config/cloud', 'scripts/build-cloud.ts');
  if (needsBuild(functions, sources)) {
    const [tsx = '', script = ''] = below('node_modules/tsx/dist/cli.mjs', 'scripts/build-cloud.ts');
    const built = spawnSync(process.execPath, [tsx, script], { cwd: root, stdio: 'inherit' });
    if (built.status !== 0) throw new Error('scripts/build-cloud.ts failed');
  }
  const controls = [functions, ...below('test/race/control', 'test/support/controls.ts')];
  if (needsBuild(join(CONTROLLED_CLOUD, 'cloud.json'), controls)) await buildControls();
}
