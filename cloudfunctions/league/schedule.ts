import * as v from 'valibot';
import { fixtureViews, isOf } from '../../domain/league/fixture-view';
import { matchOf } from '../../domain/league/league-state';
import { COUNTING } from '../../domain/league/result-states';
import { timeKey } from '../../domain/time/shanghai';
import type { FixtureView } from '../../types/contract';
import { cursor, id } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { courtId } from './outcome-fields';
import { noLeague, seenLeague, viewerOf } from './seen-league';

const PAGE = 20;
/** What has no time yet comes behind all that has. */
const NO_TIME = 9_999_999_999_999;

const keyOf = ({ startsAt, id: match }: FixtureView): string => timeKey(startsAt ?? NO_TIME, match);
const counts = ({ state }: FixtureView): boolean => COUNTING.includes(state);
const nobody = ({ sides }: FixtureView): boolean => sides.some(({ kind }) => kind === 'nobody');

/** Two calls. By time, what is played and what is not; results alone the latest first. Matches that nobody has to come to are in no list. */
export const schedule = read<'league.schedule'>({
  policy: anyone,
  schema: v.strictObject({
    ...{ leagueId: id, court: v.exactOptional(courtId), cursor: v.exactOptional(cursor) },
    ...{ mine: v.exactOptional(v.boolean()), results: v.exactOptional(v.boolean()) },
  }),
  async run({ leagueId, court, mine = false, results, cursor: from }, { caller, now }) {
    const seen = await seenLeague(leagueId, caller, now);
    if (!seen) return noLeague;
    const { league } = seen;
    const viewer = viewerOf(seen);
    const own = new Set([...viewer.follows, ...(viewer.mine === undefined ? [] : [viewer.mine])]);
    const isAfter = (key: string, other: string) => (results ? key < other : key > other);
    const wanted = fixtureViews(league, viewer)
      .filter((each) => !nobody(each) && (results ?? counts(each)) === counts(each))
      .filter((each) => court === undefined || matchOf(league, each.id).placement?.court === court)
      .filter((each) => !mine || isOf(each, own))
      .filter((each) => from === undefined || isAfter(keyOf(each), from))
      .sort((a, b) => (isAfter(keyOf(a), keyOf(b)) ? 1 : -1));
    const items = wanted.slice(0, PAGE);
    const last = items.at(-1);
    return { ok: true, value: { items, now, ...(wanted.length > PAGE && last && { next: keyOf(last) }) } };
  },
});
