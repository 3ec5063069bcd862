import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

const LARGE_BYTES = 16 * 1024 * 1024;

/**
 * The log under the data directory: one JSON object a line, written before the call it tells of is answered. It holds
 * names, numbers and ids, never what a caller sent and never an openid, so that it can be shown to anybody. A large one
 * is put aside when the emulator starts.
 */
export class Log {
  #file: number | undefined;

  constructor(dataDir: string) {
    const path = join(dataDir, 'log', 'emulator.jsonl');
    mkdirSync(dirname(path), { recursive: true });
    if (existsSync(path) && statSync(path).size > LARGE_BYTES)
      renameSync(path, join(dataDir, 'log', 'emulator.1.jsonl'));
    this.#file = openSync(path, 'a');
  }

  /** What an instance still says while the emulator stops is not kept. */
  write(entry: Record<string, unknown>): void {
    if (this.#file !== undefined) writeSync(this.#file, `${JSON.stringify(entry)}\n`);
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
}
