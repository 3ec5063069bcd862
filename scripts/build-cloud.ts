import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { cloud } from '../config/cloud';
import type { FunctionDeclaration } from '../config/cloud/declaration';

const OUT = 'dist/cloud';

function json(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
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
  mkdirSync(dir, { recursive: true });
  await build({
    entryPoints: [`cloudfunctions/${declared.name}/index.ts`],
    outfile: join(dir, 'index.js'),
    bundle: true,
    platform: 'node',
    // What the platform's function runtime offers today.
    target: 'node18',
    format: 'cjs',
    legalComments: 'none',
    logLevel: 'error',
  });
  json(join(dir, 'package.json'), { name: declared.name, version: '1.0.0', main: 'index.js', dependencies: {} });
  json(join(dir, 'config.json'), configOf(declared));
}

/** Every function with all that it needs in its own folder, and what a deployment sets up as `cloud.json`. */
export async function buildCloud(): Promise<void> {
  rmSync(OUT, { recursive: true, force: true });
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
