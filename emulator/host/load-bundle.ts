import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { threadId } from 'node:worker_threads';

const PARAMETERS = 'exports, require, module, __filename, __dirname';

function kept(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    // The first instance of this build finds none.
    return undefined;
  }
}

/** Keeps the code of this build instead of that of the function's former ones; what cannot be kept is compiled again. */
function keep(file: string, prefix: string, code: Buffer): void {
  const folder = dirname(file);
  try {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder))
      if (name.startsWith(prefix) && join(folder, name) !== file) rmSync(join(folder, name), { force: true });
    const whole = `${file}.${process.pid}.${threadId}`;
    writeFileSync(whole, code);
    renameSync(whole, file);
  } catch {
    // A folder that cannot be written, or another instance that was faster: neither makes the bundle wrong.
  }
}

/**
 * Runs a bundle as `require` would and gives its exports. Its compiled code is kept in the folder, by the content of its
 * source: most of a cold start is the SDK being compiled, and hundreds of instances are started from the same bundle.
 */
export function loadBundle(entry: string, folder: string): unknown {
  const source = readFileSync(entry, 'utf8');
  const prefix = `${basename(dirname(entry))}.`;
  const file = join(folder, `${prefix}${createHash('sha256').update(process.version).update(source).digest('hex')}`);
  const cachedData = kept(file);
  const script = new Script(`(function (${PARAMETERS}) {${source}\n})`, { filename: entry, cachedData });
  const module: { exports: unknown } = { exports: {} };
  const run: (...given: unknown[]) => void = script.runInThisContext();
  run.call(module.exports, module.exports, createRequire(entry), module, entry, dirname(entry));
  // After the run, so that what it compiled on its way is among it.
  if (cachedData === undefined || script.cachedDataRejected === true) keep(file, prefix, script.createCachedData());
  return module.exports;
}
