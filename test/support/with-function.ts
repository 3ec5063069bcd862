import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { CloudDeclaration } from '../../config/cloud/declaration';

/**
 * The functions as they are built, and beside them one of `test/race/control`: what does the same without the guard.
 * Gives the folder, which is the caller's to remove.
 */
export async function withFunction(name: string, control: string): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), `${name}-`));
  cpSync(join(__dirname, '..', '..', 'dist', 'cloud'), dir, { recursive: true });
  const file = join(dir, 'cloud.json');
  const declared = JSON.parse(readFileSync(file, 'utf8')) as CloudDeclaration;
  const added = { name, timeoutSeconds: 10, memoryMb: 256, timers: [], openapi: [], environment: [] };
  writeFileSync(file, JSON.stringify({ ...declared, functions: [...declared.functions, added] }));
  mkdirSync(join(dir, name));
  await build({
    entryPoints: [join(__dirname, '..', 'race', 'control', control)],
    outfile: join(dir, name, 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  return dir;
}
