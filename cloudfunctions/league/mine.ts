import * as v from 'valibot';
import { entryCard } from '../../domain/league/entry-view';
import { fixtureViews } from '../../domain/league/fixture-view';
import { leagueCard } from '../../domain/league/league-card';
import { nextOf } from '../../domain/league/league-detail';
import type { EntryRecord, LeagueRecord, PlayerRecord } from '../../domain/league/league-record';
import { settledAt } from '../../domain/league/match-decisions';
import { DAY_MS, timeKey } from '../../domain/time/shanghai';
import type { MyLeague } from '../../types/contract';
import type { Instant, LeagueId, MemberId } from '../../types/vocabulary';
import { _, database } from '../kit/cloud';
import { byIds } from '../kit/documents';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { viewerOf } from './seen-league';

/** Leagues that somebody plays in at a time; with all their matches they come to no more than the store answers at once. */
const MOST = 5;
/** A league may go on for a while after its last court was to close. */
const GRACE_MS = 30 * DAY_MS;

const OF_LEAGUES = {
  ...{ state: true, plan: true, version: true, count: true, endKey: true },
  ...{ stages: true, entrants: true, lots: true, matches: true },
};

interface Playing extends PlayerRecord {
  own: EntryRecord[];
}

async function playingOf(memberId: MemberId, now: Instant): Promise<Playing[]> {
  const { list } = await database
    .collection('players')
    .aggregate()
    .match({ memberId, activeKey: _.gt(timeKey(now - GRACE_MS)) })
    .sort({ activeKey: 1 })
    .limit(MOST)
    .lookup({ from: 'leagueEntries', localField: 'entryId', foreignField: '_id', as: 'own' })
    .end();
  return list as Playing[];
}

function mineOf(
  { own: [entry], ...player }: Playing,
  leagues: ReadonlyMap<LeagueId, LeagueRecord>,
  now: Instant,
): MyLeague[] {
  const stored = leagues.get(player.leagueId);
  if (!entry || !stored || (stored.state !== 'open' && stored.state !== 'drawn')) return [];
  const league = settledAt(stored, now);
  const viewer = viewerOf({ player });
  const [next] = nextOf(fixtureViews(league, viewer), entry._id);
  return [{ league: leagueCard(league, now), entry: entryCard(entry, league, viewer), ...(next && { next }) }];
}

/** What begins next is first; then what has no time yet, by its end. */
function byNext(a: MyLeague, b: MyLeague): number {
  const of = ({ next }: MyLeague) => next?.startsAt ?? Number.MAX_SAFE_INTEGER;
  return of(a) - of(b) || a.league.endsAt - b.league.endsAt;
}

export const mine = read<'league.mine'>({
  policy: anyone,
  schema: v.strictObject({}),
  async run(_input, { caller: { memberId }, now }) {
    const playing = memberId === undefined ? [] : await playingOf(memberId, now);
    const ids = playing.map(({ leagueId }) => leagueId);
    const found = await byIds<LeagueRecord>('leagues', ids, OF_LEAGUES);
    const leagues = new Map(found.map((league) => [league._id, league]));
    const items = playing.flatMap((each) => mineOf(each, leagues, now)).sort(byNext);
    return { ok: true, value: { items, now } };
  },
});
