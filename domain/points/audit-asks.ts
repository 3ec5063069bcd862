export type AuditedBook =
  | 'accounts'
  | 'entries'
  | 'participations'
  | 'adjustments'
  | 'redemptions'
  | 'leagues'
  | 'readers';

/** So many documents of one collection, those behind `after` in the order of the field `over`; without it in none. */
export interface PageAsk {
  kind: 'page';
  of: AuditedBook;
  equal?: Record<string, string>;
  over?: string;
  after?: string;
  /** The last that may be among them. */
  upTo?: string;
  /** Orders those that are the same by `over`. */
  thenBy?: string;
  limit: number;
  fields: readonly string[];
}

/** Every document that has one of the values in that field. */
export interface AmongAsk {
  kind: 'among';
  of: AuditedBook;
  field: string;
  values: readonly string[];
  fields: readonly string[];
}

/**
 * What an audit wants to see next. It reads nothing by itself, so a timer in the cloud and a script over a data folder walk
 * the same way; what is asked for together may be looked up at once.
 */
export type Ask = PageAsk | AmongAsk;
export type Walk<T> = Generator<Ask[], T, unknown[][]>;

export function among(of: AuditedBook, field: string, values: Iterable<string>, fields: readonly string[] = []): Ask {
  return { kind: 'among', of, field, values: [...new Set(values)], fields };
}

export function* page<T>(ask: Omit<PageAsk, 'kind'>): Walk<T[]> {
  const [found = []] = yield [{ kind: 'page', ...ask }];
  return found as T[];
}

/** The documents that were found, by id. */
export function byId<T extends { _id: string }>(found: readonly unknown[] | undefined): Map<string, T> {
  return new Map((found ?? []).map((document) => [(document as T)._id, document as T]));
}

/** Those of the ids that exist, by id. */
export function* known<T extends { _id: string }>(
  of: AuditedBook,
  ids: Iterable<string>,
  fields: readonly string[] = [],
): Walk<Map<string, T>> {
  const [found] = yield [among(of, '_id', ids, fields)];
  return byId<T>(found);
}

/** The whole way, with whoever can look things up. */
export async function walked<T>(walk: Walk<T>, look: (asks: Ask[]) => Promise<unknown[][]>): Promise<T> {
  let next = walk.next();
  while (!next.done) next = walk.next(await look(next.value));
  return next.value;
}
