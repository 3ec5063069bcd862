import type { Fields } from './compare';
import type { Statement, StoreFile } from './file';
import type { ByteRange } from './keys';
import { type IndexKeys, indexKeys } from './paths';
import type { IndexSpec } from './store';

const ID_SPEC: IndexSpec = { name: '_id_', fields: [{ field: '_id', order: 1 }], unique: true };

function sameKeys(a: Buffer[], b: Buffer[]): boolean {
  return a.length === b.length && a.every((key, i) => b[i]?.equals(key));
}

/** The keys of one index: rows (key, place of the document), in the order of the keys. */
export class IndexTable {
  private readonly statements: Record<'holder' | 'up' | 'down' | 'add' | 'remove' | 'mark', Statement>;

  /** `multikey`: by field, whether an array was ever met on its path; it stays so, as in MongoDB. */
  constructor(
    file: StoreFile,
    private readonly sqlName: string,
    readonly spec: IndexSpec,
    readonly multikey: boolean[],
  ) {
    const t = sqlName;
    this.statements = {
      holder: file.prepare(`SELECT seq FROM ${t} WHERE key = ? LIMIT 2`),
      up: file.prepare(
        `SELECT key, seq FROM ${t} WHERE key >= ? AND key < ? AND (key > ? OR seq > ?) ORDER BY key, seq LIMIT ?`,
      ),
      down: file.prepare(
        `SELECT key, seq FROM ${t} WHERE key <= ? AND key >= ? AND (key < ? OR seq < ?) ORDER BY key DESC, seq DESC LIMIT ?`,
      ),
      add: file.prepare(`INSERT INTO ${t} (key, seq) VALUES (?, ?)`),
      remove: file.prepare(`DELETE FROM ${t} WHERE key = ? AND seq = ?`),
      mark: file.prepare('UPDATE indexes SET multikey = ? WHERE sql_name = ?'),
    };
  }

  /** The collection's own table read as its index on `_id`. */
  static ofIds(file: StoreFile, sqlName: string): IndexTable {
    return new IndexTable(file, sqlName, ID_SPEC, [false]);
  }

  keys(document: Fields): IndexKeys {
    return indexKeys(this.spec, document);
  }

  /** Places of documents that hold exactly this key. */
  holders(key: Buffer): number[] {
    return this.statements.holder.rows(key).map(([seq]) => Number(seq));
  }

  /** The place of a document that holds this key, other than `except`. */
  holder(key: Buffer, except?: number): number | undefined {
    return this.holders(key).find((seq) => seq !== except);
  }

  /** Places of documents in a range of keys, in their order or backwards; read in pages, so that one may stop early. */
  *places(range: ByteRange, backwards: boolean): Generator<number> {
    let key = backwards ? range.high : range.low;
    let seq = backwards ? 0 : -1;
    for (let page = 64; ; page = 1024) {
      const rows = backwards
        ? this.statements.down.rows(key, range.low, key, seq, page)
        : this.statements.up.rows(key, range.high, key, seq, page);
      for (const row of rows) {
        seq = Number(row[1]);
        yield seq;
      }
      const last = rows.at(-1)?.[0];
      if (rows.length < page || !Buffer.isBuffer(last)) return;
      key = last;
    }
  }

  private note({ multikey }: IndexKeys): void {
    let changed = false;
    multikey.forEach((flag, i) => {
      if (flag && this.multikey[i] !== true) changed = this.multikey[i] = true;
    });
    if (changed) this.statements.mark.run(JSON.stringify(this.multikey), this.sqlName);
  }

  add(seq: number, made: IndexKeys): void {
    this.note(made);
    for (const key of made.keys) this.statements.add.run(key, seq);
  }

  /** Keys to take away and to add for a change; undefined where it leaves them as they are. */
  difference(before: Fields, after: Fields): { old: IndexKeys; made: IndexKeys } | undefined {
    if (this.untouched(before, after)) return undefined;
    const old = this.keys(before);
    const made = this.keys(after);
    return sameKeys(old.keys, made.keys) ? undefined : { old, made };
  }

  /** Whether both share, as the same object or value, every top-level field that the index looks at. */
  private untouched(before: Fields, after: Fields): boolean {
    return this.spec.fields.every(({ field }) => {
      const dot = field.indexOf('.');
      const top = dot === -1 ? field : field.slice(0, dot);
      return before[top] === after[top];
    });
  }

  remove(seq: number, { keys }: IndexKeys): void {
    for (const key of keys) this.statements.remove.run(key, seq);
  }
}
