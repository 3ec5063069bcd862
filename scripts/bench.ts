import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `npm run bench [-- NAME]`: runs the measurements in `test/bench`, all of them or the named one. */
const folder = join(process.cwd(), 'test', 'bench');
/** A measurement says in its first lines how it is called; the other files there are its parts. */
const all = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && readFileSync(join(folder, file), 'utf8').includes('`npm run bench -- '))
  .map((file) => file.replace(/\.ts$/, ''));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`no measurement ${unknown.join(', ')}; there are: ${all.join(', ')}\n`);
  process.exit(1);
}
const tsx = join(process.cwd(), 'node_modules', 'tsx', 'dist', 'cli.mjs');
for (const name of asked.length > 0 ? asked : all) {
  process.stdout.write(`\n${name}\n`);
  const { status } = spawnSync(process.execPath, [tsx, join(folder, `${name}.ts`)], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
