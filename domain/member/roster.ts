import type { EnterpriseId } from '../../types/vocabulary';
import type { AcceptedRequest } from '../request/remembered';

export const ROSTER_V = 1;

/** The one document that says which rosters are in force. */
export const ROSTERS = 'union';

/** Keys a page is meant for; one is some forty bytes, and a request may have 100 KB. */
const PAGE_KEYS = 800;

/** Where an enterprise's roster stands. */
export interface RosterAt {
  /** The run that wrote its pages; part of their names. */
  import: string;
  pages: number;
  /** Phones on it. */
  size: number;
}

/** An import that came into force, by its request: sent again it is answered the same. */
export interface AppliedImport extends AcceptedRequest {
  import: string;
  answer: object;
}

/**
 * Which rosters are in force, enterprise by enterprise. An import writes its pages first and then changes this one document,
 * so that all of it comes into force at once or nothing does.
 */
export interface RosterBook {
  _id: string;
  v: typeof ROSTER_V;
  /** Rises with every change: one holds only against the rosters it was decided on. */
  rev: number;
  of: Record<EnterpriseId, RosterAt>;
  /** The last of them. */
  requests: AppliedImport[];
}

/** Some of the phones of one enterprise, as digests; never changed once it is in force. */
export interface RosterPage {
  _id: string;
  v: typeof ROSTER_V;
  /** The run that wrote it. */
  import: string;
  keys: string[];
}

export const noRosters = (): RosterBook => ({ _id: ROSTERS, v: ROSTER_V, rev: 0, of: {}, requests: [] });

const pageId = (run: string, enterpriseId: EnterpriseId, page: number): string => `${run}.${enterpriseId}.${page}`;

/** By its digest a phone is on one page and can be on no other: looking for it reads that one. */
const pageNumber = (key: string, pages: number): number => Number.parseInt(key.slice(0, 8), 16) % pages;

/** The page on which the phone stands if it is on the roster at all. */
export function rosterPageOf(enterpriseId: EnterpriseId, { import: run, pages }: RosterAt, key: string): string {
  return pageId(run, enterpriseId, pageNumber(key, pages));
}

/** All pages of a roster. */
export function rosterPageIds(enterpriseId: EnterpriseId, { import: run, pages }: RosterAt): string[] {
  return Array.from({ length: pages }, (_, page) => pageId(run, enterpriseId, page));
}

/** A roster as it is stored, with where it will stand. */
export function rosterPages(
  run: string,
  enterpriseId: EnterpriseId,
  keys: readonly string[],
): { at: RosterAt; pages: RosterPage[] } {
  const at = { import: run, pages: Math.max(1, Math.ceil(keys.length / PAGE_KEYS)), size: keys.length };
  const pages = rosterPageIds(enterpriseId, at).map((_id): RosterPage => ({ _id, v: ROSTER_V, import: run, keys: [] }));
  for (const key of keys) pages[pageNumber(key, at.pages)]?.keys.push(key);
  return { at, pages };
}
