import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LARGE_BYTES = 16 * 1024 * 1024;

/**
 * The log under the data directory: one JSON object a line. It holds names, numbers and ids, never what a caller sent
 * and never an openid, so that it can be shown to anybody. A large one is put aside when the emulator starts.
 */
export class Log {
  readonly #path: string;
  #lines: string[] = [];
  #planned = false;

  constructor(dataDir: string) {
    mkdirSync(join(dataDir, 'log'), { recursive: true });
    this.#path = join(dataDir, 'log', 'emulator.jsonl');
    if (existsSync(this.#path) && statSync(this.#path).size > LARGE_BYTES)
      renameSync(this.#path, join(dataDir, 'log', 'emulator.1.jsonl'));
  }

  write(entry: Record<string, unknown>): void {
    this.#lines.push(`${JSON.stringify(entry)}\n`);
    if (this.#planned) return;
    this.#planned = true;
    setImmediate(() => this.flush());
  }

  flush(): void {
    this.#planned = false;
    const text = this.#lines.join('');
    this.#lines = [];
    if (text !== '') appendFileSync(this.#path, text);
  }
}
