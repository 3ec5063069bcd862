import type { Readable } from 'node:stream';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { broken, SheetRefused, UNPACKED_MOST } from './refused';

/** A workbook has a few dozen parts. */
const PARTS_MOST = 1_000;

/**
 * The parts of a workbook's archive. What it says of sizes is not believed: bytes are counted as they unpack, over all parts
 * together, and reading stops at the limit, so that a bomb costs no more than that.
 */
export class Archive {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  #unpacked = 0;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  static async open(bytes: Buffer): Promise<Archive> {
    const zip = await opened(bytes);
    return new Archive(zip, await entriesOf(zip));
  }

  has(part: string): boolean {
    return this.#entries.has(part);
  }

  /** The bytes of a part, piece by piece; nothing where there is no such part. */
  async *read(part: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(part);
    if (!entry) return;
    if (entry.isEncrypted()) throw new SheetRefused({ code: 'PASSWORD' });
    const stream = await this.#stream(entry);
    try {
      for await (const piece of piecesOf(stream)) {
        this.#unpacked += piece.length;
        if (this.#unpacked > UNPACKED_MOST) {
          throw new SheetRefused({ code: 'UNPACKS_TOO_LARGE', most: UNPACKED_MOST });
        }
        yield piece;
      }
    } finally {
      stream.destroy();
    }
  }

  #stream(entry: Entry): Promise<Readable> {
    return new Promise((resolve, reject) => {
      this.#zip.openReadStream(entry, (error, stream) => (error ? reject(broken()) : resolve(stream)));
    });
  }
}

/** Whatever goes wrong in unpacking is the file's fault: a wrong size, a wrong sum, a torn stream. */
async function* piecesOf(stream: Readable): AsyncGenerator<Buffer> {
  const pieces = stream[Symbol.asyncIterator]();
  for (;;) {
    const next: IteratorResult<Buffer> = await pieces.next().catch(() => {
      throw broken();
    });
    if (next.done) return;
    yield next.value;
  }
}

function opened(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => (error ? reject(broken()) : resolve(zip)));
  });
}

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > PARTS_MOST) throw broken();
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    zip.on('error', () => reject(broken()));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}
