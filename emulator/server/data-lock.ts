import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord, parseJson } from '../wire/json';

const PROBE_MS = 2000;

interface Holder {
  pid: number;
  url: string;
}

function holderOf(path: string): Holder | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    // No lock file: nobody holds the folder.
    return undefined;
  }
  const value = parseJson(text);
  if (!isRecord(value) || typeof value.pid !== 'number' || typeof value.url !== 'string') return undefined;
  return { pid: value.pid, url: value.url };
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A process id is used again after a crash; only one that also answers there is an emulator. */
async function answers(url: string): Promise<boolean> {
  try {
    await fetch(`${url}/_console/api/faults`, { signal: AbortSignal.timeout(PROBE_MS) });
    return true;
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError';
  }
}

/**
 * Takes the data directory for this process; throws a sentence where a running emulator has it. What a killed one left
 * behind is taken over. Gives what has to be called at the end.
 */
export async function takeDataDir(dir: string, url: string): Promise<() => void> {
  mkdirSync(dir, { recursive: true });
  const path = join(dir, 'running.json');
  const holder = holderOf(path);
  if (holder !== undefined && holder.pid !== process.pid && lives(holder.pid) && (await answers(holder.url)))
    throw new Error(`the data directory ${dir} is in use by the emulator at ${holder.url} (process ${holder.pid})`);
  rmSync(path, { force: true });
  // Of two that start at the same moment only one makes the file.
  writeFileSync(path, JSON.stringify({ pid: process.pid, url }), { flag: 'wx' });
  return () => rmSync(path, { force: true });
}
