import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
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

/**
 * Parts of the SDK that no function here uses, by what stands for them. Loading them is half of a cold start: the client of
 * data models alone starts the runtime's `fetch`, and it is made in every constructor of the SDK, used or not.
 */
const UNUSED: [file: RegExp, contents: string][] = [
  [
    /@cloudbase[\\/]wx-cloud-client-sdk[\\/]lib[\\/].*\.js$/,
    'exports.__esModule = true; exports.default = { generateHTTPClient: () => ({}), generateMySQLClient: () => ({}) };',
  ],
  [
    /@cloudbase[\\/]node-sdk[\\/]dist[\\/]ai[\\/]index\.js$/,
    'exports.createAI = () => { throw new Error("models of language are not part of this bundle"); };',
  ],
];

const withoutUnused: Plugin = {
  name: 'without-unused',
  setup({ onLoad }) {
    for (const [filter, contents] of UNUSED) onLoad({ filter }, () => ({ contents, loader: 'js' }));
  },
};

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
    // Comments and indents are half of what an instance reads at its start; lines stay short enough to find an error in.
    minifyWhitespace: true,
    lineLimit: 160,
    plugins: [withoutUnused],
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
