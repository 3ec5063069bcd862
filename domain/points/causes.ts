import type { EntryCause } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import type { AccountRecord, EntryRecord } from './account';
import { backOf, type Earning, earn, type Grant, grant, refund, takeBack } from './decide';

/** Something that moves points of one member, whoever says so and however often. */
export type Posting =
  | ({ do: 'earn' } & Earning)
  | ({ do: 'grant' } & Grant)
  /** `of`: the entry whose effect ends, once; nothing where it never came to be. */
  | { do: 'refund' | 'take-back'; of: string; on: Instant; cause: EntryCause };

/** The entries that have to be known before postings can be decided. */
export function idsConcerned(postings: readonly Posting[]): string[] {
  return postings.flatMap((posting) => ('of' in posting ? [posting.of, backOf(posting.of)] : [posting.id]));
}

function one(account: AccountRecord, known: ReadonlyMap<string, EntryRecord>, posting: Posting, now: Instant) {
  switch (posting.do) {
    case 'earn':
      return known.has(posting.id) ? account : earn(account, posting, now);
    case 'grant':
      return known.has(posting.id) ? account : grant(account, posting, now);
    case 'refund':
    case 'take-back': {
      const first = known.get(posting.of);
      if (!first || known.has(backOf(posting.of))) return account;
      return posting.do === 'refund' ? refund(account, first, posting, now) : takeBack(account, first, posting, now);
    }
    default:
      return posting satisfies never;
  }
}

/**
 * The account after all of them, in their order, without those whose entries are there: the same account where nothing
 * is new. `entries` are those of `idsConcerned` that exist; what is pending in the account is known by itself.
 */
export function postAll(
  account: AccountRecord,
  entries: readonly EntryRecord[],
  postings: readonly Posting[],
  now: Instant,
): AccountRecord {
  let next = account;
  for (const posting of postings) {
    const pending = next.pending.flatMap(({ entry }) => entry ?? []);
    const known = new Map([...entries, ...pending].map((entry) => [entry._id, entry]));
    next = one(next, known, posting, now);
  }
  return next;
}
