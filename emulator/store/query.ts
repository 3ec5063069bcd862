import { ObjectId } from 'bson';
import { isFields } from './compare';
import { matcher } from './filter';
import type { Matcher } from './match';
import { bestRead, conjuncts, type IndexRead } from './plan';
import { type Order, sorted } from './sort';
import type { Filter, Plan } from './store';
import type { Entry, Table } from './table';

export type OnPlan = ((plan: Plan) => void) | undefined;

/** Documents as a transaction sees them where that differs from what is committed. */
export interface Overlay {
  /** The committed document at this place is not what the transaction sees. */
  hides(seq: number): boolean;
  /** What it sees instead, documents of its own included. */
  entries(): Entry[];
}

export interface Selection {
  order?: Order | undefined;
  offset?: number | undefined;
  limit?: number | undefined;
  overlay?: Overlay | undefined;
}

interface Source {
  entries: Iterable<Entry>;
  index: string;
  ordered: boolean;
  /** Nothing but the order comes from the index: documents that do not match are read as well. */
  orderOnly: boolean;
}

type Conditions = [string, unknown][];

function* fetched(table: Table, reads: IndexRead[]): Generator<Entry> {
  const seen = new Set<number>();
  const repeats = reads.length > 1 || reads.some(({ index }) => index.multikey.includes(true));
  for (const { index, ranges, backwards } of reads) {
    for (const range of backwards ? [...ranges].reverse() : ranges) {
      for (const seq of index.places(range, backwards)) {
        if (repeats && seen.has(seq)) continue;
        if (repeats) seen.add(seq);
        const document = table.get(seq);
        if (document) yield { seq, document };
      }
    }
  }
}

/** One read for each branch of an `$or`, none where a branch would have to look at everything. */
function branchReads(table: Table, conditions: Conditions): IndexRead[] | undefined {
  const indexes = [table.ids, ...table.indexes];
  for (const [field, branches] of conditions) {
    if (field !== '$or' || !Array.isArray(branches)) continue;
    const outer = conditions.filter(([name]) => name !== '$or');
    const reads = branches.map((branch: unknown) =>
      isFields(branch) ? bestRead(indexes, [...outer, ...conjuncts(branch)], undefined) : undefined,
    );
    const found = reads.filter((read) => read !== undefined);
    if (found.length === reads.length && found.length > 0) return found;
  }
  return undefined;
}

function source(table: Table, conditions: Conditions, order: Order | undefined): Source {
  const id = conditions.find(([field]) => field === '_id')?.[1];
  if (typeof id === 'string' || id instanceof ObjectId) {
    const entry = table.byId(id);
    return { entries: entry ? [entry] : [], index: '_id_', ordered: true, orderOnly: false };
  }
  const best = bestRead([table.ids, ...table.indexes], conditions, order);
  if (best?.narrows)
    return { entries: fetched(table, [best]), index: best.index.spec.name, ordered: best.ordered, orderOnly: false };
  const branches = branchReads(table, conditions);
  if (branches) {
    const index = [...new Set(branches.map((read) => read.index.spec.name))].join(', ');
    return { entries: fetched(table, branches), index, ordered: false, orderOnly: false };
  }
  if (best) return { entries: fetched(table, [best]), index: best.index.spec.name, ordered: true, orderOnly: true };
  return { entries: table.scan(), index: 'none', ordered: false, orderOnly: false };
}

/** An index that gave the order alone is said to have served where it was not read far beyond what was found. */
const SPARE = 100;

function collect(
  from: Source,
  matches: Matcher,
  enough: number,
  overlay: Overlay | undefined,
): { found: Entry[]; read: number } {
  const found: Entry[] = [];
  let read = 0;
  if (enough > 0)
    for (const entry of from.entries) {
      read++;
      if (overlay?.hides(entry.seq) === true || !matches(entry.document)) continue;
      found.push(entry);
      if (found.length >= enough) break;
    }
  if (overlay) for (const entry of overlay.entries()) if (matches(entry.document)) found.push(entry);
  return { found, read };
}

/** The documents that a filter finds, in order, after `offset` and up to `limit`; reports how it was done. */
export function select(table: Table, filter: Filter, selection: Selection, onPlan: OnPlan): Entry[] {
  const { order, offset = 0, limit = Number.POSITIVE_INFINITY, overlay } = selection;
  const wanted = order && Object.keys(order).length > 0 ? order : undefined;
  const from = source(table, conjuncts(filter), wanted);
  const inOrder = overlay === undefined && (wanted === undefined || from.ordered);
  const { found, read } = collect(from, matcher(filter), inOrder ? offset + limit : Number.POSITIVE_INFINITY, overlay);
  const scanned = from.orderOnly && read > found.length + SPARE;
  onPlan?.({ collection: table.name, index: scanned ? 'none' : from.index, read, of: table.documents });
  const all = wanted && !inOrder ? sorted(found, wanted, ({ document }) => document) : found;
  return offset === 0 && all.length <= limit ? all : all.slice(offset, offset + limit);
}
