import { DocumentCache } from './cache';
import type { StoreFile } from './file';
import { IndexTable } from './index-table';
import { type CollectionSpec, type IndexSpec, StoreError } from './store';
import { Table } from './table';

/** Characters of text whose parsed documents are kept. */
const CACHE_LIMIT = 64 * 1024 * 1024;
const LAYOUT = 1;

interface StoredIndex {
  sqlName: string;
  spec: IndexSpec;
  multikey: boolean[];
}

const isSpec = (value: unknown): value is IndexSpec =>
  typeof value === 'object' && value !== null && 'name' in value && 'fields' in value && Array.isArray(value.fields);

function fingerprint({ fields, unique }: IndexSpec): string {
  return JSON.stringify([fields.map(({ field, order }) => [field, order]), unique === true]);
}

/** Which collections and indexes the file holds; brings them to what is declared when it opens. */
export class Catalog {
  private readonly tables = new Map<string, Table>();
  private readonly cache = new DocumentCache(CACHE_LIMIT);

  constructor(private readonly file: StoreFile) {}

  /** Makes what is declared and missing, drops and rebuilds indexes whose declaration changed. */
  open(declared: CollectionSpec[]): void {
    this.file.exec('CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY, sql_name TEXT NOT NULL)');
    this.file.exec(
      'CREATE TABLE IF NOT EXISTS indexes (sql_name TEXT PRIMARY KEY, collection TEXT, spec TEXT, multikey TEXT)',
    );
    this.checkLayout();
    this.file.exec('BEGIN IMMEDIATE');
    try {
      this.load();
      for (const { name, indexes } of declared) {
        if (!this.tables.has(name)) this.make(name);
        this.bring(name, indexes);
      }
      this.file.exec('COMMIT');
    } catch (error) {
      this.file.exec('ROLLBACK');
      throw error;
    }
  }

  private checkLayout(): void {
    const version = Number(
      this.file.prepare("SELECT coalesce((SELECT sql_name FROM collections WHERE name = ''), 0)").row()?.[0],
    );
    if (version === 0) this.file.prepare("INSERT INTO collections (name, sql_name) VALUES ('', ?)").run(String(LAYOUT));
    else if (version !== LAYOUT)
      throw new Error(`the store's file has layout ${version}; this program reads ${LAYOUT}`);
  }

  /** Reads all from the file again, as after a write that was taken back. */
  load(): void {
    this.tables.clear();
    this.cache.clear();
    const rows = this.file.prepare("SELECT name, sql_name FROM collections WHERE name <> '' ORDER BY rowid").rows();
    for (const [name, sqlName] of rows) this.attach(String(name), String(sqlName));
  }

  private stored(collection: string): StoredIndex[] {
    const rows = this.file
      .prepare('SELECT sql_name, spec, multikey FROM indexes WHERE collection = ? ORDER BY rowid')
      .rows(collection);
    return rows.map(([sqlName, text, flags]) => {
      const spec: unknown = JSON.parse(String(text));
      const multikey: unknown = JSON.parse(String(flags));
      if (!isSpec(spec) || !Array.isArray(multikey)) throw new Error(`the index ${String(sqlName)} has no declaration`);
      return { sqlName: String(sqlName), spec, multikey: multikey.map(Boolean) };
    });
  }

  private attach(name: string, sqlName: string): Table {
    const indexes = this.stored(name).map((one) => new IndexTable(this.file, one.sqlName, one.spec, one.multikey));
    const table = new Table(this.file, name, sqlName, indexes, this.cache);
    this.tables.set(name, table);
    return table;
  }

  private sqlNameOf(name: string): string {
    return String(this.file.prepare('SELECT sql_name FROM collections WHERE name = ?').row(name)?.[0]);
  }

  private make(name: string): Table {
    const next = Number(this.file.prepare('SELECT coalesce(max(rowid), 0) + 1 FROM collections').row()?.[0]);
    const sqlName = `documents_${next}`;
    this.file.exec(
      `CREATE TABLE ${sqlName} (seq INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, body TEXT NOT NULL) STRICT`,
    );
    this.file.prepare('INSERT INTO collections (name, sql_name) VALUES (?, ?)').run(name, sqlName);
    return this.attach(name, sqlName);
  }

  private bring(name: string, declared: IndexSpec[]): void {
    if (declared.length > 20) throw new Error(`${name}: 20 indexes are the most that a collection may have`);
    const stored = this.stored(name);
    const wanted = new Map(declared.map((spec) => [spec.name, spec]));
    const kept = new Set<string>();
    for (const { sqlName, spec } of stored) {
      const now = wanted.get(spec.name);
      if (now && fingerprint(now) === fingerprint(spec)) kept.add(spec.name);
      else this.drop(sqlName);
    }
    const missing = declared.filter((spec) => !kept.has(spec.name));
    if (missing.length === 0 && kept.size === stored.length) return;
    for (const spec of missing) this.build(name, spec);
    this.attach(name, this.sqlNameOf(name));
  }

  private drop(sqlName: string): void {
    this.file.exec(`DROP TABLE ${sqlName}`);
    this.file.prepare('DELETE FROM indexes WHERE sql_name = ?').run(sqlName);
  }

  private build(name: string, spec: IndexSpec): void {
    const next = Number(this.file.prepare('SELECT coalesce(max(rowid), 0) + 1 FROM indexes').row()?.[0]);
    const sqlName = `keys_${next}_${this.sqlNameOf(name)}`;
    const multikey = spec.fields.map(() => false);
    this.file.exec(
      `CREATE TABLE ${sqlName} (key BLOB NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (key, seq)) STRICT, WITHOUT ROWID`,
    );
    this.file
      .prepare('INSERT INTO indexes (sql_name, collection, spec, multikey) VALUES (?, ?, ?, ?)')
      .run(sqlName, name, JSON.stringify(spec), JSON.stringify(multikey));
    const index = new IndexTable(this.file, sqlName, spec, multikey);
    for (const { seq, document } of this.get(name).scan()) {
      if (spec.unique === true && index.keys(document).keys.some((key) => index.holder(key, seq) !== undefined))
        throw new Error(`${name}: documents stored already break the unique index ${spec.name}`);
      index.add(seq, index.keys(document));
    }
  }

  get(name: string): Table {
    const table = this.tables.get(name);
    if (table) return table;
    throw new StoreError(
      'DATABASE_COLLECTION_NOT_EXIST',
      `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
    );
  }

  all(): Table[] {
    return [...this.tables.values()];
  }

  create(name: string): void {
    if (this.tables.has(name))
      throw new StoreError('DATABASE_COLLECTION_EXIST', `[ResourceExist.Db or Table exist] Table exist: ${name}`);
    if (!/^[A-Za-z0-9_\u4e00-\u9fff][\w.\-\u4e00-\u9fff]{0,127}$/.test(name))
      throw new StoreError('INVALID_PARAM', `Invalid collection name: ${name}`);
    this.make(name);
  }
}
