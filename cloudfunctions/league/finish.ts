import * as v from 'valibot';
import { finish as finishLeague, inPlaces } from '../../domain/league/finishing';
import type { LeagueRecord } from '../../domain/league/league-record';
import type { LeagueContract, RefusalsOf, Refused } from '../../types/contract';
import { doerOf } from '../kit/caller';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { staff } from '../kit/policy';
import { changeLeague, recalled, type Verdict } from './league-change';
import { managedView } from './managed-view';

type Refusal = Refused<RefusalsOf<LeagueContract['finish']>>;

/** Places stand from then on; a sweep records who took part, and posts their points. */
export const finish = write<'league.finish'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({ leagueId: id }),
  async run({ leagueId }, { caller, now, request }) {
    const doing = { by: doerOf(caller), at: now, request };
    const changed = await changeLeague<Refusal>(leagueId, now, (league): Verdict<Refusal> => {
      const refuse = (refused: Refusal): Verdict<Refusal> => ({ kind: 'refuse', refused });
      const again = recalled(league.requests, request);
      if (again) return again;
      const { state } = league;
      if (state !== 'drawn') return refuse({ ok: false, refusal: 'NOT_NOW', detail: { state } });
      const judged = finishLeague(league, doing);
      if (judged.kind === 'finished') return { kind: 'change', league: judged.league };
      const { left, lots } = judged;
      return refuse({ ok: false, refusal: 'NOT_OVER', detail: { left, lots } });
    });
    if (!changed) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'league' } };
    if (changed.kind === 'refused') return changed.refused;
    const { league } = changed;
    return { ok: true, value: { ...(await managedView(league, now)), placings: await placedEntries(league) } };
  },
});
