import { readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import type { CloudDeclaration } from '../../config/cloud/declaration';

const root = join(__dirname, '..', '..');

/** Those that stand beside the functions as they are built; what else is there has a cloud of its own. */
const SOURCES = join(root, 'test', 'race', 'control');
/** A cloud of all functions and all controls, for tests that need one of them beside what it controls. */
export const CONTROLLED_CLOUD = join(root, 'dist', 'controlled-cloud');

/**
 * Builds the functions that do without a guard what others do with it, each under the name of its file, beside links to the
 * functions themselves.
 */
export async function buildControls(): Promise<void> {
  const cloud = join(root, 'dist', 'cloud');
  const made = `${CONTROLLED_CLOUD}.${process.pid}`;
  const names = readdirSync(SOURCES).map((file) => basename(file, '.ts'));
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(names.map((name) => [`${name}/index`, join(SOURCES, `${name}.ts`)])),
    outdir: made,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  const declared = JSON.parse(readFileSync(join(cloud, 'cloud.json'), 'utf8')) as CloudDeclaration;
  const added = names.map((name) => ({
    name,
    timeoutSeconds: 10,
    memoryMb: 256,
    timers: [],
    openapi: [],
    environment: [],
  }));
  for (const { name } of declared.functions) symlinkSync(join('..', 'cloud', name), join(made, name));
  writeFileSync(
    join(made, 'cloud.json'),
    JSON.stringify({ ...declared, functions: [...declared.functions, ...added] }),
  );
  rmSync(CONTROLLED_CLOUD, { recursive: true, force: true });
  renameSync(made, CONTROLLED_CLOUD);
}
