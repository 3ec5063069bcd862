import type { DocumentCache } from './cache';
import type { Fields } from './compare';
import type { Statement, StoreFile } from './file';
import { IndexTable } from './index-table';
import { encode } from './keys';
import type { IndexKeys } from './paths';
import { type IndexSpec, type StoredDocument, StoreError } from './store';
import { freeze, read, write } from './text';

/** A stored document and its place in the natural order. */
export interface Entry {
  seq: number;
  document: StoredDocument;
}

/**
 * The rows of one collection with its indexes. Documents it gives are frozen: they are shared with the cache. What it is
 * told to write must have passed `refuseDuplicate`; it writes without asking again.
 */
export class Table {
  readonly ids: IndexTable;
  private size: number;
  private nextSeq: number;
  private readonly statements: Record<'get' | 'insert' | 'update' | 'remove' | 'page', Statement>;

  constructor(
    file: StoreFile,
    readonly name: string,
    private readonly sqlName: string,
    readonly indexes: IndexTable[],
    private readonly cache: DocumentCache,
  ) {
    this.ids = IndexTable.ofIds(file, sqlName);
    this.statements = {
      get: file.prepare(`SELECT body FROM ${sqlName} WHERE seq = ?`),
      insert: file.prepare(`INSERT INTO ${sqlName} (seq, key, body) VALUES (?, ?, ?)`),
      update: file.prepare(`UPDATE ${sqlName} SET body = ? WHERE seq = ?`),
      remove: file.prepare(`DELETE FROM ${sqlName} WHERE seq = ?`),
      page: file.prepare(`SELECT seq, body FROM ${sqlName} WHERE seq > ? ORDER BY seq LIMIT ?`),
    };
    const counted = file.prepare(`SELECT count(*), coalesce(max(seq), 0) FROM ${sqlName}`).row();
    this.size = Number(counted?.[0]);
    this.nextSeq = Number(counted?.[1]) + 1;
  }

  get documents(): number {
    return this.size;
  }

  get specs(): IndexSpec[] {
    return this.indexes.map(({ spec }) => spec);
  }

  /** Places given out grow for ever while the store is open: a removed document's place is not used again. */
  takeSeq(): number {
    return this.nextSeq++;
  }

  get(seq: number): StoredDocument | undefined {
    const cached = this.cache.get(this.sqlName, seq);
    if (cached) return cached;
    const body = this.statements.get.row(seq)?.[0];
    return typeof body === 'string' ? this.keep(seq, body) : undefined;
  }

  private keep(seq: number, body: string): StoredDocument {
    const document = freeze(read(body));
    this.cache.set(this.sqlName, seq, document, body.length);
    return document;
  }

  byId(id: unknown): Entry | undefined {
    const seq = this.ids.holder(encode(id));
    const document = seq === undefined ? undefined : this.get(seq);
    return seq === undefined || !document ? undefined : { seq, document };
  }

  /** All documents in natural order. A scan does not push others out of the cache. */
  *scan(): Generator<Entry> {
    for (let from = 0, page = 100; ; page = 1000) {
      const rows = this.statements.page.rows(from, page);
      for (const row of rows) {
        const seq = Number(row[0]);
        from = seq;
        const document = this.cache.get(this.sqlName, seq) ?? freeze(read(String(row[1])));
        yield { seq, document };
      }
      if (rows.length < page) return;
    }
  }

  /** Refuses what a unique index or `_id` holds already for another document than the one at `seq`. */
  refuseDuplicate(document: Fields, seq: number | undefined): void {
    const id = document._id;
    const holder = this.ids.holder(encode(id));
    if (holder !== undefined && holder !== seq) throw duplicateId(this.name, id);
    for (const index of this.indexes) {
      if (index.spec.unique !== true) continue;
      for (const key of index.keys(document).keys) {
        const held = index.holder(key, seq);
        if (held !== undefined) throw duplicateKey(this.name, index.spec.name);
      }
    }
  }

  /** The keys of a document in every index; one that an index cannot hold is refused here, before anything is written. */
  keysOf(document: Fields): IndexKeys[] {
    return this.indexes.map((index) => index.keys(document));
  }

  insert(seq: number, document: StoredDocument): void {
    const keys = this.keysOf(document);
    const body = write(freeze(document));
    this.statements.insert.run(seq, encode(document._id), body);
    this.indexes.forEach((index, i) => {
      const made = keys[i];
      if (made) index.add(seq, made);
    });
    this.cache.set(this.sqlName, seq, document, body.length);
    this.size++;
  }

  update(seq: number, before: StoredDocument, after: StoredDocument): void {
    const differences = this.indexes.map((index) => index.difference(before, after));
    const body = write(freeze(after));
    this.statements.update.run(body, seq);
    this.indexes.forEach((index, i) => {
      const difference = differences[i];
      if (!difference) return;
      index.remove(seq, difference.old);
      index.add(seq, difference.made);
    });
    this.cache.set(this.sqlName, seq, after, body.length);
  }

  remove(seq: number, document: StoredDocument): void {
    this.statements.remove.run(seq);
    for (const index of this.indexes) index.remove(seq, index.keys(document));
    this.cache.delete(this.sqlName, seq);
    this.size--;
  }
}

function show(id: unknown): string {
  if (typeof id === 'string') return JSON.stringify(id);
  return typeof id === 'object' ? `ObjectId('${String(id)}')` : String(id);
}

export function duplicateId(collection: string, id: unknown): StoreError {
  return new StoreError(
    'DATABASE_REQUEST_FAILED',
    `Error: E11000 duplicate key error collection: ${collection} index: _id_ dup key: { _id: ${show(id)} }`,
  );
}

export function duplicateKey(collection: string, index: string): StoreError {
  return new StoreError(
    'DATABASE_REQUEST_FAILED',
    `Error: [100003] Write failed: E11000 duplicate key error collection: ${collection} index: ${index}`,
  );
}
