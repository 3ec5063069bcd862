import * as v from 'valibot';
import { LISTED, type ListedLeague, managedCard } from '../../domain/league/league-card';
import type { LeagueRecord } from '../../domain/league/league-record';
import type { Counted } from '../../domain/league/managed-league';
import { settledAt } from '../../domain/league/match-decisions';
import type { LeagueId } from '../../types/vocabulary';
import { _, database } from '../kit/cloud';
import { find } from '../kit/documents';
import { cursor, id } from '../kit/fields';
import { read } from '../kit/operation';
import { staff } from '../kit/policy';
import { managedWith } from './managed-view';
import { noLeague } from './seen-league';

const PAGE = 20;
export const organizers = staff('admin', 'organizer');

/** Every field that a league may have: of its entries come along only those that count. */
const WHOLE: Record<keyof LeagueRecord, 1> = {
  ...({ _id: 1, v: 1, rev: 1, state: 1, plan: 1, version: 1, endKey: 1, count: 1, claims: 1, draws: 1 } as const),
  ...({ stages: 1, entrants: 1, lots: 1, matches: 1, referees: 1, placings: 1, champion: 1, finishedAt: 1 } as const),
  ...({ recounts: 1, awardsAfter: 1, entriesDue: 1, tellings: 1, cancelReason: 1, log: 1, dueAt: 1 } as const),
  requests: 1,
};

interface WithEntries extends LeagueRecord {
  entries: Counted[];
}

async function leagueWithEntries(leagueId: LeagueId): Promise<WithEntries | undefined> {
  const { list } = await database
    .collection('leagues')
    .aggregate()
    .match({ _id: leagueId })
    .lookup({ from: 'leagueEntries', localField: '_id', foreignField: 'leagueId', as: 'entries' })
    .project({ ...WHOLE, 'entries.members': 1, 'entries.withdrawnAt': 1 })
    .limit(1)
    .end();
  return list[0] as WithEntries | undefined;
}

export const managedLeague = read<'league.managedLeague'>({
  policy: organizers,
  schema: v.strictObject({ leagueId: id }),
  async run({ leagueId }, { now }) {
    const found = await leagueWithEntries(leagueId);
    if (!found) return noLeague;
    const { entries, ...league } = found;
    return { ok: true, value: await managedWith(settledAt(league, now), entries, now) };
  },
});

export const managedLeagues = read<'league.managedLeagues'>({
  policy: organizers,
  schema: v.strictObject({ cursor: v.exactOptional(cursor) }),
  async run({ cursor: from = '~' }) {
    const found = await find<ListedLeague>(
      'leagues',
      { endKey: _.lt(from) },
      { orderBy: ['endKey', 'desc'], limit: PAGE + 1, projection: LISTED },
    );
    const page = found.slice(0, PAGE);
    const last = page.at(-1);
    return {
      ok: true,
      value: { items: page.map(managedCard), ...(found.length > PAGE && last && { next: last.endKey }) },
    };
  },
});
