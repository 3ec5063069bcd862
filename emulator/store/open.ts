import { randomBytes } from 'node:crypto';
import { aggregate } from './aggregate';
import { Catalog } from './catalog';
import { StoreFile } from './file';
import { Ledger } from './locks';
import { projected } from './projection';
import { type OnPlan, select } from './query';
import {
  type Filter,
  type FindOptions,
  type IndexSpec,
  type Store,
  type StoredDocument,
  StoreError,
  type StoreOptions,
  type UpdateOptions,
  type UpdateResult,
} from './store';
import { Transactions } from './transactions';
import { Turns } from './turns';
import { plainDocument, refusal, refuseUnsupported } from './values';
import { Writer } from './write';

/** Runs what asks the query engine, whose own complaints are refusals of the statement and no fault of the store. */
function asked<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof StoreError || !(error instanceof Error)) throw error;
    throw new StoreError('SYS_ERR', error.message);
  }
}

class DocumentStore implements Store {
  private readonly file: StoreFile;
  private readonly catalog: Catalog;
  private readonly ledger = new Ledger();
  private readonly transactions: Transactions;
  private readonly turns: Turns;
  private readonly writer: Writer;
  private readonly now: () => number;

  constructor({ dir, collections, now }: StoreOptions) {
    this.now = now;
    this.file = new StoreFile(dir, () => {
      this.transactions.drop();
      this.catalog.load();
    });
    this.catalog = new Catalog(this.file);
    try {
      this.catalog.open(collections);
    } catch (error) {
      this.file.close();
      throw error;
    }
    this.turns = new Turns(this.file, () => this.transactions.expire());
    this.transactions = new Transactions(this.file, this.catalog, this.ledger, now, () => this.turns.wake());
    this.writer = new Writer(this.ledger, this.transactions);
  }

  async createCollection(name: string): Promise<void> {
    await this.turns.run(() => this.catalog.create(name));
  }

  collections(): { name: string; documents: number; indexes: IndexSpec[] }[] {
    return this.catalog.all().map(({ name, documents, specs }) => ({ name, documents, indexes: specs }));
  }

  private filter(filter: Filter): Filter {
    refuseUnsupported(filter);
    return plainDocument(filter, this.now());
  }

  async insert(collection: string, documents: StoredDocument[], tx?: string, onPlan?: OnPlan): Promise<unknown[]> {
    const table = this.catalog.get(collection);
    const copies = documents.map((document) => {
      const copy = plainDocument(document, this.now());
      refuseNames(copy);
      return copy._id === undefined ? { ...copy, _id: randomBytes(12).toString('hex') } : copy;
    });
    onPlan?.({ collection, index: '_id_', read: 0, of: table.documents });
    if (tx !== undefined) {
      const transaction = this.transactions.get(tx);
      this.transactions.guarded(transaction, () => {
        for (const copy of copies) this.writer.insertIn(transaction, table, copy);
      });
    } else {
      await this.turns.run(this.writer.insert(table, copies));
    }
    return copies.map(({ _id }) => _id);
  }

  async find(
    collection: string,
    filter: Filter,
    options: FindOptions,
    tx?: string,
    onPlan?: OnPlan,
  ): Promise<StoredDocument[]> {
    const transaction = tx === undefined ? undefined : this.transactions.get(tx);
    const table = this.catalog.get(collection);
    const wanted = this.filter(filter);
    const found = asked(() => {
      const project = projected(options.projection && plainDocument(options.projection, this.now()));
      const overlay = transaction && this.transactions.overlay(transaction, table);
      const { order, offset, limit } = options;
      return select(table, wanted, { order, offset, limit, overlay }, onPlan).map(({ document }) => project(document));
    });
    await this.file.settled();
    return found;
  }

  async count(collection: string, filter: Filter, onPlan?: OnPlan): Promise<number> {
    const table = this.catalog.get(collection);
    const wanted = this.filter(filter);
    let counted = table.documents;
    if (Object.keys(wanted).length > 0) counted = asked(() => select(table, wanted, {}, onPlan).length);
    else onPlan?.({ collection, index: '_id_', read: 0, of: counted });
    await this.file.settled();
    return counted;
  }

  async update(
    collection: string,
    filter: Filter,
    change: StoredDocument,
    options: UpdateOptions,
    tx?: string,
    onPlan?: OnPlan,
  ): Promise<UpdateResult> {
    const transaction = tx === undefined ? undefined : this.transactions.get(tx);
    const statement = {
      table: this.catalog.get(collection),
      filter: this.filter(filter),
      change: plainDocument(change, this.now()),
      options,
      now: this.now(),
      onPlan,
    };
    if (!transaction) return this.turns.run(this.writer.update(statement, asked));
    return this.transactions.guarded(transaction, () => this.writer.updateIn(transaction, statement, asked));
  }

  async remove(
    collection: string,
    filter: Filter,
    options: { multi: boolean },
    tx?: string,
    onPlan?: OnPlan,
  ): Promise<number> {
    const transaction = tx === undefined ? undefined : this.transactions.get(tx);
    const statement = { table: this.catalog.get(collection), filter: this.filter(filter), ...options, onPlan };
    if (!transaction) return this.turns.run(this.writer.remove(statement, asked));
    return this.transactions.guarded(transaction, () => this.writer.removeIn(transaction, statement, asked));
  }

  async aggregate(collection: string, stages: StoredDocument[], onPlan?: OnPlan): Promise<StoredDocument[]> {
    const table = this.catalog.get(collection);
    refuseUnsupported(stages);
    const copies = stages.map((stage) => plainDocument(stage, this.now()));
    const rows = asked(() => aggregate(this.catalog, table, copies, onPlan));
    await this.file.settled();
    return rows;
  }

  async begin(): Promise<string> {
    await this.file.settled();
    return this.transactions.begin();
  }

  async commit(tx: string): Promise<void> {
    await this.transactions.commit(tx);
  }

  async abort(tx: string): Promise<void> {
    this.transactions.abort(tx);
  }

  close(): void {
    this.transactions.stop();
    this.file.close();
  }
}

function refuseNames(document: StoredDocument): void {
  const name = Object.keys(document).find((key) => key.startsWith('$'));
  if (name !== undefined) throw refusal(`The dollar ($) prefixed field '${name}' is not valid for storage`);
  if (Array.isArray(document._id) || document._id instanceof RegExp)
    throw refusal("The '_id' value cannot be an array or a regular expression");
}

/** Opens the store under a folder, making it where it is missing; one process at a time may have it open. */
export function openStore(options: StoreOptions): Store {
  return new DocumentStore(options);
}
