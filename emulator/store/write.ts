import { randomBytes } from 'node:crypto';
import { type Change, readChange } from './change';
import { type Fields, isFields } from './compare';
import { type Ledger, touchedBy } from './locks';
import { conjuncts } from './plan';
import { type OnPlan, select } from './query';
import type { Filter, Plan, StoredDocument, UpdateOptions, UpdateResult } from './store';
import type { Entry, Table } from './table';
import type { Transaction, Transactions } from './transactions';
import { BLOCKED } from './turns';

type Attempt<T> = () => T | typeof BLOCKED;
/** Turns the query engine's complaints into refusals. */
type Asked = <T>(work: () => T) => T;

export interface UpdateStatement {
  table: Table;
  filter: Filter;
  change: Fields;
  options: UpdateOptions;
  now: number;
  onPlan: OnPlan;
}

export interface RemoveStatement {
  table: Table;
  filter: Filter;
  multi: boolean;
  onPlan: OnPlan;
}

function assign(target: Fields, path: string, value: unknown): void {
  const parts = path.split('.');
  let at = target;
  for (const part of parts.slice(0, -1)) {
    const next = at[part];
    const entered: Fields = isFields(next) ? next : {};
    at[part] = entered;
    at = entered;
  }
  at[parts.at(-1) ?? ''] = value;
}

/** The document that an upsert begins with: what the filter says to be equal. */
function seed(filter: Filter): Fields {
  const out: Fields = {};
  for (const [field, condition] of conjuncts(filter)) {
    if (field.startsWith('$') || condition instanceof RegExp) continue;
    if (!isFields(condition) || !Object.keys(condition).some((key) => key.startsWith('$')))
      assign(out, field, condition);
    else if (Object.hasOwn(condition, '$eq')) assign(out, field, condition.$eq);
  }
  return out;
}

function upserted(filter: Filter, change: Change): StoredDocument {
  const document = change.apply(seed(filter), true);
  return document._id === undefined ? { ...document, _id: randomBytes(12).toString('hex') } : document;
}

/** Statements that change documents: as attempts that may have to wait, or within a transaction. */
export class Writer {
  constructor(
    private readonly ledger: Ledger,
    private readonly transactions: Transactions,
  ) {}

  /** Whether an open transaction holds what this write would touch. */
  private blocked(table: Table, ...documents: StoredDocument[]): boolean {
    return !this.ledger.idle && documents.some((document) => this.ledger.held(touchedBy(table, document)));
  }

  private put(table: Table, document: StoredDocument): void {
    table.refuseDuplicate(document, undefined);
    const seq = table.takeSeq();
    table.insert(seq, document);
    this.ledger.note(table, seq, undefined, document);
  }

  /** One document after the other: those before one that is refused stay, as in MongoDB. */
  insert(table: Table, documents: StoredDocument[]): Attempt<undefined> {
    let next = 0;
    return () => {
      for (; next < documents.length; next++) {
        const document = documents[next];
        if (!document) continue;
        if (this.blocked(table, document)) return BLOCKED;
        this.put(table, document);
      }
      return undefined;
    };
  }

  insertIn(tx: Transaction, table: Table, document: StoredDocument): void {
    this.transactions.write(tx, table, table.takeSeq(), undefined, document);
  }

  /**
   * Documents are counted when they matched and were written, whether or not the change left them as they were. Of many,
   * each is changed by itself: those before one that is refused or must wait stay changed.
   */
  update(statement: UpdateStatement, asked: Asked): Attempt<UpdateResult> {
    const { table, filter, options, onPlan } = statement;
    const change = asked(() => readChange(statement.change, options.merge, filter, statement.now));
    const done = new Set<number>();
    let doc: StoredDocument | undefined;
    return () => {
      let plan: Plan | undefined;
      const limit = options.multi ? undefined : 1 - done.size;
      const found = asked(() => select(table, filter, { limit }, (made) => (plan = made)));
      for (const entry of found) {
        if (done.has(entry.seq)) continue;
        const after = asked(() => change.apply(entry.document, false));
        if (this.blocked(table, entry.document, after)) return BLOCKED;
        this.change(table, entry, after);
        done.add(entry.seq);
        doc = after;
      }
      if (done.size === 0 && options.upsert) {
        const made = asked(() => upserted(filter, change));
        if (this.blocked(table, made)) return BLOCKED;
        this.put(table, made);
        if (plan) onPlan?.(plan);
        return { updated: 0, upsertedId: made._id, doc: made };
      }
      if (plan) onPlan?.(plan);
      return doc ? { updated: done.size, doc } : { updated: done.size };
    };
  }

  private change(table: Table, { seq, document }: Entry, after: StoredDocument): void {
    if (after === document) return;
    table.refuseDuplicate(after, seq);
    table.update(seq, document, after);
    this.ledger.note(table, seq, document, after);
  }

  updateIn(tx: Transaction, statement: UpdateStatement, asked: Asked): UpdateResult {
    const { table, filter, options, onPlan } = statement;
    const change = asked(() => readChange(statement.change, options.merge, filter, statement.now));
    const overlay = this.transactions.overlay(tx, table);
    const limit = options.multi ? undefined : 1;
    const found = asked(() => select(table, filter, { limit, overlay }, onPlan));
    let doc: StoredDocument | undefined;
    for (const { seq, document } of found) {
      doc = asked(() => change.apply(document, false));
      this.transactions.write(tx, table, seq, document, doc);
    }
    if (found.length === 0 && options.upsert) {
      const made = asked(() => upserted(filter, change));
      this.insertIn(tx, table, made);
      return { updated: 0, upsertedId: made._id, doc: made };
    }
    return doc ? { updated: found.length, doc } : { updated: 0 };
  }

  remove({ table, filter, multi, onPlan }: RemoveStatement, asked: Asked): Attempt<number> {
    let removed = 0;
    return () => {
      let plan: Plan | undefined;
      const limit = multi ? undefined : 1 - removed;
      for (const { seq, document } of asked(() => select(table, filter, { limit }, (made) => (plan = made)))) {
        if (this.blocked(table, document)) return BLOCKED;
        table.remove(seq, document);
        this.ledger.note(table, seq, document, undefined);
        removed++;
      }
      if (plan) onPlan?.(plan);
      return removed;
    };
  }

  removeIn(tx: Transaction, { table, filter, multi, onPlan }: RemoveStatement, asked: Asked): number {
    const overlay = this.transactions.overlay(tx, table);
    const limit = multi ? undefined : 1;
    const found = asked(() => select(table, filter, { limit, overlay }, onPlan));
    for (const { seq, document } of found) this.transactions.write(tx, table, seq, document, undefined);
    return found.length;
  }
}
