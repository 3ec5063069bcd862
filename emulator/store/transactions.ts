import { randomBytes } from 'node:crypto';
import type { Catalog } from './catalog';
import { equal } from './compare';
import type { StoreFile } from './file';
import { type Ledger, touchedBy } from './locks';
import type { Overlay } from './query';
import { type StoredDocument, StoreError } from './store';
import { duplicateId, duplicateKey, type Entry, type Table } from './table';
import { freeze } from './text';

const LIFE_MS = 30_000;
const LOOK_EVERY_MS = 500;

interface Write {
  /** What is committed at the place; undefined for a document of the transaction's own. */
  before: StoredDocument | undefined;
  /** Undefined where the transaction removes it. */
  after: StoredDocument | undefined;
}

export interface Transaction {
  id: string;
  snapshot: number;
  began: number;
  beganReal: number;
  writes: Map<string, Map<number, Write>>;
}

const PLEASE = 'Please check your request, but if the problem cannot be solved, contact us.';

function conflict(): StoreError {
  return new StoreError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] [WriteConflict] Transaction is conflict, maybe resource operated by others. ${PLEASE}`,
  );
}

function missing(): StoreError {
  return new StoreError(
    'TransactionNotExist',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${PLEASE}`,
  );
}

/**
 * Open transactions. Each sees the documents as they were when it began, with its own writes; its writes are kept in
 * memory and reach the file all at once at commit, so that a process that dies leaves nothing of them. What a transaction
 * writes it holds until it ends: another transaction that would write it fails at once. A refused write ends the
 * transaction, as in MongoDB.
 */
export class Transactions {
  private readonly open = new Map<string, Transaction>();
  /** Ended by a refused write; a rollback of theirs is in order. */
  private readonly failed = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly file: StoreFile,
    private readonly catalog: Catalog,
    private readonly ledger: Ledger,
    private readonly now: () => number,
    private readonly onEnd: () => void,
  ) {}

  begin(): string {
    const id = randomBytes(12).toString('hex');
    const snapshot = this.ledger.begin(id);
    this.open.set(id, { id, snapshot, began: this.now(), beganReal: performance.now(), writes: new Map() });
    this.timer ??= setInterval(() => this.expire(), LOOK_EVERY_MS).unref();
    return id;
  }

  /** The open transaction of this id; one that has ended, by time or otherwise, is refused. */
  get(id: string): Transaction {
    this.expire();
    const found = this.open.get(id);
    if (!found) throw missing();
    return found;
  }

  /** Ends those that are 30 s old by either clock. */
  expire(): void {
    const now = this.now();
    const real = performance.now();
    for (const { id, began, beganReal } of [...this.open.values()])
      if (now - began >= LIFE_MS || real - beganReal >= LIFE_MS) this.end(id);
  }

  private end(id: string): void {
    if (!this.open.delete(id)) return;
    this.ledger.end(id);
    if (this.open.size === 0) this.stop();
    this.onEnd();
  }

  /** Forgets all, as when the file could not be written. */
  drop(): void {
    for (const id of [...this.open.keys()]) this.end(id);
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  abort(id: string): void {
    if (this.failed.delete(id)) return;
    this.get(id);
    this.end(id);
  }

  overlay(tx: Transaction, table: Table): Overlay {
    const writes = tx.writes.get(table.name);
    const past = new Map(this.ledger.before(table, tx.snapshot));
    const entry = (seq: number, document: StoredDocument | undefined): Entry[] => (document ? [{ seq, document }] : []);
    return {
      hides: (seq) => past.has(seq) || writes?.has(seq) === true,
      entries: () => [
        ...[...past].flatMap(([seq, document]) => (writes?.has(seq) ? [] : entry(seq, document))),
        ...[...(writes ?? [])].flatMap(([seq, { after }]) => entry(seq, after)),
      ],
    };
  }

  /** Runs a write; a conflict or a duplicate key ends the transaction. */
  guarded<T>(tx: Transaction, work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (error instanceof StoreError) {
        this.failed.add(tx.id);
        this.end(tx.id);
      }
      throw error;
    }
  }

  /** Puts `after` in the place of `before` (either may be undefined) for this transaction alone. */
  write(
    tx: Transaction,
    table: Table,
    seq: number,
    before: StoredDocument | undefined,
    after: StoredDocument | undefined,
  ): void {
    const names = [before, after].flatMap((document) => (document ? touchedBy(table, document) : []));
    if (this.ledger.held(names, tx.id) || this.ledger.changedSince(names, tx.snapshot)) throw conflict();
    const writes = tx.writes.get(table.name) ?? new Map<number, Write>();
    if (after) {
      table.keysOf(after);
      this.refuseDuplicate(table, seq, freeze(after), writes);
    }
    this.ledger.hold(names, tx.id);
    tx.writes.set(table.name, writes);
    const first = writes.get(seq);
    writes.set(seq, { before: first ? first.before : before, after });
  }

  private refuseDuplicate(table: Table, seq: number, after: StoredDocument, writes: Map<number, Write>): void {
    const own = [...writes].flatMap(([place, write]) => (place !== seq && write.after ? [write.after] : []));
    const taken = table.byId(after._id)?.seq;
    if ((taken !== undefined && taken !== seq && !writes.has(taken)) || own.some(({ _id }) => equal(_id, after._id)))
      throw duplicateId(table.name, after._id);
    for (const index of table.indexes) {
      if (index.spec.unique !== true) continue;
      const others = own.flatMap((document) => index.keys(document).keys);
      for (const key of index.keys(after).keys) {
        const committed = index.holders(key).some((place) => place !== seq && !writes.has(place));
        if (committed || others.some((other) => other.equals(key))) throw duplicateKey(table.name, index.spec.name);
      }
    }
  }

  /** All writes of the transaction, on disk together when this is done. */
  async commit(id: string): Promise<void> {
    const tx = this.get(id);
    const names = [...tx.writes].flatMap(([name, writes]) =>
      [...writes.values()].flatMap(({ before, after }) =>
        [before, after].flatMap((document) => (document ? touchedBy(this.catalog.get(name), document) : [])),
      ),
    );
    if (this.ledger.held(names, id) || this.ledger.changedSince(names, tx.snapshot)) {
      this.end(id);
      throw conflict();
    }
    this.file.open();
    for (const [name, writes] of tx.writes) this.store(this.catalog.get(name), writes);
    this.ledger.noteHeld(id);
    this.end(id);
    await this.file.settled();
  }

  private store(table: Table, writes: Map<number, Write>): void {
    // Removals first: a document made anew may have the id of one that goes.
    const inOrder = [...writes].sort(([, a], [, b]) => Number(a.after !== undefined) - Number(b.after !== undefined));
    for (const [seq, { before, after }] of inOrder) {
      if (before && after) table.update(seq, before, after);
      else if (after) table.insert(seq, after);
      else if (before) table.remove(seq, before);
      this.ledger.note(table, seq, before, after);
    }
  }
}
