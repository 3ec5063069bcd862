import { withTold } from '../../domain/league/tellings';
import { withEntriesNow } from '../../domain/league/withdrawn';
import type { Instant, LeagueId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { forEachDue, SWEEP_MOST, underLease } from '../kit/sweep';
import { awardPlaces } from './award-places';
import { changeLeague, loadLeague } from './league-change';
import { entriesOf } from './rosters';
import { freeAbandoned, sweepClaims } from './sweep-claims';
import { tell } from './tell';

/** What is due of one league: each step is done before the league says that it is, so a run may end anywhere. */
async function bringUpToDate(leagueId: LeagueId, now: Instant): Promise<void> {
  const league = await loadLeague(leagueId, now);
  if (!league) return;
  if (league.state === 'open') return sweepClaims(leagueId, league.dueAt ?? now, now);
  const entries = league.entriesDue !== undefined && league.entriesDue <= now ? await entriesOf(leagueId) : undefined;
  if (entries) await freeAbandoned(league, now);
  await tell(league, now);
  const awardedUpTo = league.awardsAfter === undefined ? undefined : await awardPlaces(league, now);
  await changeLeague<never>(leagueId, now, (current) => {
    const told = withTold(current, league, now);
    const { entriesDue, awardsAfter, ...rest } = entries ? withEntriesNow(told, entries) : told;
    // A draw made anew, or a correction, since then is looked at in the next run.
    const later = entriesDue !== league.entriesDue || !entries ? entriesDue : undefined;
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
