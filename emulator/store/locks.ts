import type { Fields } from './compare';
import { encode } from './keys';
import type { StoredDocument } from './store';
import type { Table } from './table';

/** Names of what a write of a document touches: the document by its id, and its keys in unique indexes. */
export function touchedBy(table: Table, document: Fields): string[] {
  const names = [`${table.name}\n_id_\n${encode(document._id).toString('latin1')}`];
  for (const index of table.indexes)
    if (index.spec.unique === true)
      for (const key of index.keys(document).keys)
        names.push(`${table.name}\n${index.spec.name}\n${key.toString('latin1')}`);
  return names;
}

interface Past {
  /** The version that replaced it: snapshots before it still see it. */
  until: number;
  document: StoredDocument | undefined;
}

/**
 * What open transactions need to know of each other and of the past: who holds what, what changed since a snapshot, and
 * what documents were before. Nothing is kept while no transaction is open.
 */
export class Ledger {
  /** Counts committed writes; a snapshot is the number at which it was taken. */
  version = 0;
  private readonly holders = new Map<string, string>();
  private readonly changed = new Map<string, number>();
  private readonly past = new Map<string, Map<number, Past[]>>();
  private readonly open = new Set<string>();

  get idle(): boolean {
    return this.open.size === 0;
  }

  begin(tx: string): number {
    this.open.add(tx);
    return this.version;
  }

  /** Ends a transaction: what it held is free, and the past goes with the last that could see it. */
  end(tx: string): void {
    this.open.delete(tx);
    for (const [name, holder] of this.holders) if (holder === tx) this.holders.delete(name);
    if (this.idle) {
      this.changed.clear();
      this.past.clear();
    }
  }

  /** Whether a transaction other than `tx` holds one of these. */
  held(names: string[], tx?: string): boolean {
    return names.some((name) => {
      const holder = this.holders.get(name);
      return holder !== undefined && holder !== tx;
    });
  }

  hold(names: string[], tx: string): void {
    for (const name of names) this.holders.set(name, tx);
  }

  /**
   * All that a transaction held changed with its commit, for the snapshots that are open: also a key that it took and
   * let go again, of which no document tells.
   */
  noteHeld(tx: string): void {
    this.version++;
    for (const [name, holder] of this.holders) if (holder === tx) this.changed.set(name, this.version);
  }

  changedSince(names: string[], snapshot: number): boolean {
    return names.some((name) => (this.changed.get(name) ?? 0) > snapshot);
  }

  /** Remembers a committed write for the snapshots that are open. */
  note(table: Table, seq: number, before: StoredDocument | undefined, after: StoredDocument | undefined): void {
    this.version++;
    if (this.idle) return;
    for (const document of [before, after])
      if (document) for (const name of touchedBy(table, document)) this.changed.set(name, this.version);
    const places = this.past.get(table.name) ?? new Map<number, Past[]>();
    this.past.set(table.name, places);
    const versions = places.get(seq) ?? [];
    places.set(seq, versions);
    versions.push({ until: this.version, document: before });
  }

  /** Places whose document was another at the snapshot, with what it was; undefined where there was none. */
  *before(table: Table, snapshot: number): Generator<[number, StoredDocument | undefined]> {
    for (const [seq, versions] of this.past.get(table.name) ?? []) {
      const seen = versions.find(({ until }) => until > snapshot);
      if (seen) yield [seq, seen.document];
    }
  }
}
