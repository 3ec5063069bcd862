import { join } from 'node:path';
import Database from 'libsql';

/** The same statements in SQL alone, each durable on its own: the rate that everything above the store is held against. */
export class Bare {
  readonly #database: Database.Database;
  readonly #documents: number;
  #made = 0;

  constructor(dir: string, documents: number) {
    this.#documents = documents;
    this.#database = new Database(join(dir, 'bare.db'));
    this.#database.exec('PRAGMA journal_mode = WAL');
    this.#database.exec('PRAGMA synchronous = FULL');
    this.#database.exec('CREATE TABLE many (id TEXT PRIMARY KEY, doc TEXT NOT NULL)');
    const insert = this.#database.prepare('INSERT INTO many VALUES (?, ?)');
    this.#database.exec('BEGIN');
    for (let n = 0; n < documents; n += 1) insert.run([`d${n}`, JSON.stringify(manyDocument(n))]);
    this.#database.exec('COMMIT');
  }

  /** Statements by the name of what they stand for. */
  calls(): Record<string, () => unknown> {
    const database = this.#database;
    const get = database.prepare('SELECT doc FROM many WHERE id = ?');
    const insert = database.prepare('INSERT INTO many VALUES (?, ?)');
    const update = database.prepare(
      "UPDATE many SET doc = json_set(doc, '$.left', json_extract(doc, '$.left') - 1) WHERE id = ? AND json_extract(doc, '$.left') > 0",
    );
    const raise = database.prepare("UPDATE many SET doc = json_set(doc, '$.n', ?) WHERE id = ?");
    const group = database.prepare(
      "SELECT json_extract(doc, '$.kind'), sum(json_extract(doc, '$.n')) FROM many GROUP BY 1",
    );
    return {
      get: () => JSON.parse(String(Object(get.get([this.#any()])).doc)),
      insert: () => insert.run([`b${this.#next()}`, JSON.stringify(manyDocument(1))]),
      update: () => update.run([this.#any()]),
      transaction: () => {
        const id = this.#any();
        database.exec('BEGIN IMMEDIATE');
        const document = JSON.parse(String(Object(get.get([id])).doc));
        raise.run([document.n + 1, id]);
        database.exec('COMMIT');
      },
      aggregate: () => group.all([]),
    };
  }

  close(): void {
    this.#database.close();
  }

  #next(): number {
    this.#made += 1;
    return this.#made;
  }

  #any(): string {
    return `d${(this.#next() * 7919) % this.#documents}`;
  }
}

/** One of the documents that every measurement runs over. */
export const manyDocument = (n: number) => ({
  _id: `d${n}`,
  kind: `kind${n % 10}`,
  n,
  left: 1_000_000,
  text: 'x'.repeat(80),
});
