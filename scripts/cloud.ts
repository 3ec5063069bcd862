import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildEmulator } from './build-emulator';
import { DEMO_ENVIRONMENT } from './demo/environment';

/**
 * `npm run cloud -- --port N --data DIR`: builds the emulator and the functions, and serves them in the foreground.
 * Further options are the emulator's own; `--cloud DIR` serves other functions than this project's.
 */
async function main(): Promise<void> {
  const root = process.cwd();
  const args = process.argv.slice(2);
  await buildEmulator(root);
  const build = join(root, 'scripts', 'build-cloud.ts');
  if (!args.includes('--cloud') && existsSync(build)) await run([join(root, 'node_modules/tsx/dist/cli.mjs'), build]);
  const given = args.includes('--cloud') ? [] : ['--cloud', join(root, 'dist', 'cloud')];
  const child = spawn(process.execPath, [join(root, 'dist/emulator/main.cjs'), ...given, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...DEMO_ENVIRONMENT },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}

function run(args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit' });
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${args.join(' ')} ended with ${code}`))));
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
