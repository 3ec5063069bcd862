import type { AccountRecord, EntryRecord } from '../../domain/points/account';
import { monthSpan, timeKey } from '../../domain/time/shanghai';
import type { EntryView, Page } from '../../types/contract';
import type { Month } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { presentEntry } from './present';

const PAGE = 20;

/** Keys from the first, and below the second. */
function keysOf(month: Month | undefined, cursor: string | undefined): [from: string, below: string] {
  const { startsAt, endsAt } = month === undefined ? { startsAt: 0, endsAt: Number.NaN } : monthSpan(month);
  const end = Number.isNaN(endsAt) ? '~' : timeKey(endsAt);
  return [timeKey(startsAt), cursor !== undefined && cursor < end ? cursor : end];
}

/** Latest first, of one month or of all; what the account has decided and nobody has written out yet is among them. */
export async function entriesOfAccount(
  { _id: memberId, pending }: Pick<AccountRecord, '_id' | 'pending'>,
  { month, cursor }: { month?: Month; cursor?: string },
): Promise<Page<EntryView>> {
  const [from, below] = keysOf(month, cursor);
  const written = await find<EntryRecord>(
    'entries',
    { memberId, key: _.gte(from).and(_.lt(below)) },
    { orderBy: ['key', 'desc'], limit: PAGE + 1 },
  );
  const decided = pending.flatMap(({ entry }) => (entry && entry.key >= from && entry.key < below ? entry : []));
  const all = new Map([...decided, ...written].map((entry) => [entry.key, entry]));
  const found = [...all.values()].sort((a, b) => (a.key > b.key ? -1 : 1));
  const page = found.slice(0, PAGE);
  const last = page.at(-1);
  return { items: page.map(presentEntry), ...(found.length > PAGE && last && { next: last.key }) };
}
