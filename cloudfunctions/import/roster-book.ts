import {
  noRosters,
  ROSTERS,
  type RosterAt,
  type RosterBook,
  type RosterPage,
  rosterPageIds,
} from '../../domain/member/roster';
import type { RosterEntry } from '../../domain/sheet/roster-plan';
import type { EnterpriseId } from '../../types/vocabulary';
import { byId, byIds, insertNew } from '../kit/documents';

/** Keys that one answer may carry: a key is some 45 bytes there, and an answer may have 1 MB. */
const KEYS_READ = 16_000;
/** Keys that one request may carry, which may have 100 KB. */
const KEYS_WRITTEN = 1_500;
/** Pages in one call, however small. */
const PAGES_AT_ONCE = 150;

export async function loadBook(): Promise<RosterBook> {
  return (await byId<RosterBook>('rosterBook', ROSTERS)) ?? noRosters();
}

/** In parts that are none too large together; each at least one. */
function parted<T>(all: readonly T[], sizeOf: (each: T) => number, most: number): T[][] {
  const parts: T[][] = [];
  let size = 0;
  for (const each of all) {
    const last = parts.at(-1);
    size += sizeOf(each);
    if (last && size <= most && last.length < PAGES_AT_ONCE) last.push(each);
    else {
      parts.push([each]);
      size = sizeOf(each);
    }
  }
  return parts;
}

/** Who is on the rosters of those enterprises now. */
export async function entriesIn(book: RosterBook, enterprises: readonly EnterpriseId[]): Promise<RosterEntry[]> {
  const wanted = enterprises.flatMap((enterpriseId) => {
    const at: RosterAt | undefined = book.of[enterpriseId];
    // A page may have somewhat more than its share.
    const keys = at ? 1.3 * (at.size / at.pages) : 0;
    return at ? rosterPageIds(enterpriseId, at).map((page) => ({ page, keys, enterpriseId })) : [];
  });
  const of = new Map(wanted.map(({ page, enterpriseId }) => [page, enterpriseId]));
  const entries: RosterEntry[] = [];
  for (const part of parted(wanted, ({ keys }) => keys, KEYS_READ)) {
    const pages = await byIds<RosterPage>(
      'rosters',
      part.map(({ page }) => page),
      { keys: true },
    );
    if (pages.length < part.length) throw new Error('a page of a roster in force is missing');
    for (const { _id, keys } of pages)
      entries.push(...keys.map((phoneKey) => ({ enterpriseId: of.get(_id) ?? '', phoneKey })));
  }
  return entries;
}

export async function writePages(pages: readonly RosterPage[]): Promise<void> {
  for (const part of parted(pages, ({ keys }) => keys.length, KEYS_WRITTEN)) await insertNew('rosters', part);
}
