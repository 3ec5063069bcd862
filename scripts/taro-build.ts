import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { DEMO_TEMPLATES } from './demo/templates';

export const root = resolve(__dirname, '..');

/**
 * Runs Taro's build of one target into `dist/<target>`, from an empty folder. Nothing is fetched: Taro's check of its
 * own configuration asks a remote file and is left out. Ends the process with Taro's output where the build fails.
 */
export function buildTarget(target: 'h5' | 'weapp'): string {
  const output = join(root, 'dist', target);
  rmSync(output, { recursive: true, force: true });
  const cli = join(dirname(createRequire(__filename).resolve('@tarojs/cli/package.json')), 'bin/taro');
  const env = {
    ...process.env,
    ...{ NODE_ENV: 'production', BROWSERSLIST: 'ios >= 13, Chrome >= 80', NO_COLOR: '1' },
    // The browser's pages talk to the local cloud alone.
    ...(target === 'h5' && { TARO_APP_TEMPLATES: DEMO_TEMPLATES }),
  };
  const run = spawnSync(process.execPath, [cli, 'build', '--type', target, '--no-check'], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  if (run.status !== 0 || !existsSync(join(output, target === 'h5' ? 'index.html' : 'app.json'))) {
    process.stdout.write(`${run.stdout}\n${run.stderr}\n`);
    process.stderr.write(`The ${target} build failed.\n`);
    process.exit(1);
  }
  return output;
}
