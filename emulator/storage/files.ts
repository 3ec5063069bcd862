import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  type ReadStream,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** How a stored file is named inside the environment: `cloud://<environment>.<bucket>/<path>`. */
const FILE_ID = /^cloud:\/\/[^/]+\/(.+)$/s;
const MOST_PATH = 850;
const UPLOAD_MS = 15 * 60_000;

/**
 * The path of a file, or `undefined` where it is none that the platform accepts. On disk a file's name is a digest of
 * its path, so no path can ever leave the folder.
 */
export function soundPath(path: string): string | undefined {
  const parts = path.split('/');
  const odd = parts.some((part) => part === '' || part === '.' || part === '..');
  const control = [...path].some((character) => character.charCodeAt(0) < 32 || character === '\\');
  return odd || control || path.length > MOST_PATH ? undefined : path;
}

/** Files that functions stored, kept under the data directory; a file is there whole or not at all. */
export class Files {
  readonly #dir: string;
  readonly #secret = randomBytes(32);

  constructor(
    dataDir: string,
    readonly now: () => number,
  ) {
    this.#dir = join(dataDir, 'files');
    mkdirSync(this.#dir, { recursive: true });
  }

  pathOf(fileId: string): string | undefined {
    const path = FILE_ID.exec(fileId)?.[1];
    return path === undefined ? undefined : soundPath(path);
  }

  has(path: string): boolean {
    return existsSync(this.#place(path));
  }

  async write(path: string, content: Readable): Promise<void> {
    const unfinished = `${this.#place(path)}.${randomBytes(4).toString('hex')}`;
    try {
      await pipeline(content, createWriteStream(unfinished, { flush: true }));
      renameSync(unfinished, this.#place(path));
    } finally {
      rmSync(unfinished, { force: true });
    }
  }

  size(path: string): number {
    return statSync(this.#place(path)).size;
  }

  read(path: string): ReadStream {
    return createReadStream(this.#place(path));
  }

  /** Whether there was one to remove. */
  remove(path: string): boolean {
    const there = this.has(path);
    rmSync(this.#place(path), { force: true });
    return there;
  }

  /** The right to put one file, for a quarter of an hour, or to get it for `seconds`: `<until>.<signature>`. */
  grantUpload(path: string): string {
    return this.#grant('put', path, this.now() + UPLOAD_MS);
  }

  grantDownload(path: string, seconds: number): string {
    return this.#grant('get', path, this.now() + seconds * 1000);
  }

  allows(method: 'put' | 'get', path: string, grant: string): boolean {
    const until = Number(grant.split('.')[0]);
    if (!Number.isFinite(until) || until < this.now()) return false;
    const expected = Buffer.from(this.#grant(method, path, until));
    const given = Buffer.from(grant);
    return expected.length === given.length && timingSafeEqual(expected, given);
  }

  #grant(method: string, path: string, until: number): string {
    const signature = createHmac('sha256', this.#secret).update(`${method}\n${path}\n${until}`).digest('base64url');
    return `${until}.${signature}`;
  }

  #place(path: string): string {
    return join(this.#dir, createHash('sha256').update(path).digest('hex'));
  }
}
