import * as v from 'valibot';
import { leagueDetail } from '../../domain/league/league-detail';
import { id } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { isReferee } from './roles';
import { noLeague, seenLeague, viewerOf } from './seen-league';

/** Two calls, and four documents at most, however large it is. */
export const leaguePage = read<'league.league'>({
  policy: anyone,
  schema: v.strictObject({ leagueId: id }),
  async run({ leagueId }, { caller, now }) {
    const seen = await seenLeague(leagueId, caller, now);
    if (!seen) return noLeague;
    const { league, entry } = seen;
    const onlooker = { ...viewerOf(seen), memberId: caller.memberId, referee: isReferee(caller, leagueId, now) };
    return { ok: true, value: leagueDetail(league, { ...onlooker, ...(entry && { entry }) }, now) };
  },
});
