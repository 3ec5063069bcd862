import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { cloud } from '../config/cloud';
import type { FunctionDeclaration } from '../config/cloud/declaration';

const OUT = 'dist/cloud';

/** Replaces a file whole, so that a cloud that runs meanwhile never loads half of one. */
function put(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, content);
  renameSync(`${file}.${process.pid}`, file);
}

function json(file: string, value: unknown): void {
  put(file, `${JSON.stringify(value, null, 2)}\n`);
}

/** What the platform reads beside a function's code. */
function configOf({ timers, openapi }: FunctionDeclaration): object {
  return {
    permissions: { openapi },
    triggers: timers.map(({ name, cron }) => ({ name, type: 'timer', config: cron })),
  };
}

async function buildFunction(declared: FunctionDeclaration): Promise<void> {
  const dir = join(OUT, declared.name);
  const { outputFiles } = await build({
    entryPoints: [`cloudfunctions/${declared.name}/index.ts`],
    outfile: join(dir, 'index.js'),
    bundle: true,
    platform: 'node',
    // What the platform's function runtime offers today.
    target: 'node18',
    format: 'cjs',
    legalComments: 'none',
    logLevel: 'error',
    write: false,
  });
  for (const file of outputFiles) put(file.path, file.contents);
  json(join(dir, 'package.json'), { name: declared.name, version: '1.0.0', main: 'index.js', dependencies: {} });
  json(join(dir, 'config.json'), configOf(declared));
}

/** Every function with all that it needs in its own folder, and what a deployment sets up as `cloud.json`. */
export async function buildCloud(): Promise<void> {
  await Promise.all(cloud.functions.map(buildFunction));
  json(join(OUT, 'cloud.json'), cloud);
}

if (require.main === module) {
  buildCloud().then(
    () => console.log(`built ${cloud.functions.map((each) => each.name).join(', ')} into ${OUT}`),
    (error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    },
  );
}
