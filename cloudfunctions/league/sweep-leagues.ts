import type { LeagueRecord } from '../../domain/league/league-record';
import { withTold } from '../../domain/league/tellings';
import { withWalkovers } from '../../domain/league/withdrawn';
import type { EntryId, Instant, LeagueId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { forEachDue, SWEEP_MOST, underLease } from '../kit/sweep';
import { awardPlaces } from './award-places';
import { changeLeague, loadLeague } from './league-change';
import { entriesOf } from './rosters';
import { tell } from './tell';

/** Those who gave up their part while the draw was made, or whose call died before the league heard of it. */
async function withdrawals(leagueId: LeagueId): Promise<Map<EntryId, Instant>> {
  const entries = await entriesOf(leagueId);
  return new Map(entries.flatMap(({ _id, withdrawnAt }) => (withdrawnAt === undefined ? [] : [[_id, withdrawnAt]])));
}

function withWithdrawn(league: LeagueRecord, gone: ReadonlyMap<EntryId, Instant>): LeagueRecord {
  const entrants = Object.fromEntries(
    Object.entries(league.entrants).map(([id, entrant]) => {
      const withdrawnAt = entrant.withdrawnAt ?? gone.get(id);
      return [id, withdrawnAt === undefined ? entrant : { ...entrant, withdrawnAt }];
    }),
  );
  return withWalkovers({ ...league, entrants });
}

/** What is due of one league: each step is done before the league says that it is, so a run may end anywhere. */
async function bringUpToDate(leagueId: LeagueId, now: Instant): Promise<void> {
  const league = await loadLeague(leagueId, now);
  if (!league) return;
  const gone = league.entriesDue !== undefined && league.entriesDue <= now ? await withdrawals(leagueId) : undefined;
  await tell(league, now);
  const awardedUpTo = league.awardsAfter === undefined ? undefined : await awardPlaces(league, now);
  await changeLeague<never>(leagueId, now, (current) => {
    const told = withTold(current, league, now);
    const { entriesDue, awardsAfter, ...rest } = gone ? withWithdrawn(told, gone) : told;
    // A draw made anew, or a correction, since then is looked at in the next run.
    const later = entriesDue !== league.entriesDue || !gone ? entriesDue : undefined;
    const left = current.rev === league.rev ? awardedUpTo : awardsAfter;
    return {
      kind: 'change',
      league: {
        ...rest,
        ...(later !== undefined && { entriesDue: later }),
        ...(left !== undefined && { awardsAfter: left }),
      },
    };
  });
}

/** Leagues with something to do, those that are due longest first; each is read alone, for it may be large. */
export const sweepLeagues = underLease('league.sweepLeagues', async (now) => {
  const due = await find<{ _id: LeagueId }>(
    'leagues',
    { dueAt: _.lte(now) },
    { orderBy: ['dueAt', 'asc'], limit: SWEEP_MOST, projection: { dueAt: true } },
  );
  const done = await forEachDue('league.sweepLeagues', due, ({ _id }) => bringUpToDate(_id, now));
  return { found: due.length, done: done.length };
});
