import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';

/** A row as a list of columns. */
export type Row = readonly unknown[];

/** One prepared statement; parameters are always given as a list. */
export class Statement {
  constructor(private readonly prepared: ReturnType<Database.Database['prepare']>) {}

  run(...parameters: unknown[]): void {
    this.prepared.run(parameters);
  }

  rows(...parameters: unknown[]): Row[] {
    const rows = this.prepared.all(parameters);
    return rows.map((row) => {
      if (!Array.isArray(row)) throw new TypeError('a row is a list of columns');
      return row;
    });
  }

  row(...parameters: unknown[]): Row | undefined {
    return this.rows(...parameters)[0];
  }
}

interface Waiting {
  resolve: () => void;
  reject: (reason: unknown) => void;
}

/**
 * The one file of the store. What arrives in one turn of the event loop is written in one SQL transaction and
 * acknowledged together, when it is on disk: `work` runs at once and sees all before it, its promise settles after the
 * commit. A commit that fails takes back the whole turn, and `onLost` makes memory forget it.
 */
export class StoreFile {
  private readonly database: Database.Database;
  private waiting: Waiting[] | undefined;
  private closed = false;

  constructor(
    dir: string | undefined,
    private readonly onLost: () => void,
  ) {
    if (dir !== undefined) mkdirSync(dir, { recursive: true });
    this.database = new Database(dir === undefined ? ':memory:' : join(dir, 'store.db'));
    this.database.exec('PRAGMA journal_mode = WAL');
    this.database.exec('PRAGMA synchronous = FULL');
    this.database.exec('PRAGMA cache_size = -65536');
  }

  exec(sql: string): void {
    this.database.exec(sql);
  }

  prepare(sql: string): Statement {
    const prepared = this.database.prepare(sql);
    if (/^\s*select/i.test(sql)) prepared.raw(true);
    return new Statement(prepared);
  }

  /** Runs `work` in the turn's SQL transaction; what it returns is given when the turn is on disk. */
  async write<T>(work: () => T): Promise<T> {
    this.open();
    let result: T;
    try {
      result = work();
    } catch (error) {
      // What the work wrote before it failed stays and is acknowledged by its failure: it must be on disk first.
      await this.settled();
      throw error;
    }
    await this.settled();
    return result;
  }

  /** Begins the turn's SQL transaction unless it has begun. */
  open(): void {
    if (this.closed) throw new Error('the store is closed');
    if (this.waiting) return;
    this.database.exec('BEGIN IMMEDIATE');
    this.waiting = [];
    setImmediate(() => this.flush());
  }

  /** Settles when all that was written so far is on disk; at once where nothing waits. */
  async settled(): Promise<void> {
    const waiting = this.waiting;
    if (waiting) await new Promise<void>((resolve, reject) => waiting.push({ resolve, reject }));
  }

  private flush(): void {
    const waiting = this.waiting;
    if (!waiting) return;
    this.waiting = undefined;
    try {
      this.database.exec('COMMIT');
    } catch (error) {
      if (this.database.inTransaction) this.database.exec('ROLLBACK');
      this.onLost();
      for (const { reject } of waiting) reject(error);
      return;
    }
    for (const { resolve } of waiting) resolve();
  }

  close(): void {
    if (this.closed) return;
    this.flush();
    this.closed = true;
    this.database.close();
  }
}
