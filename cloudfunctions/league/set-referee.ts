import * as v from 'valibot';
import { logged } from '../../domain/league/organizing';
import type { LeagueContract, RefusalsOf, Refused } from '../../types/contract';
import { doerOf } from '../kit/caller';
import { byId } from '../kit/documents';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { staff } from '../kit/policy';
import { acceptedAt, changeLeague, recalled, timed, type Verdict } from './league-change';
import { managedView } from './managed-view';
import { courtId } from './outcome-fields';
import { noLeague } from './seen-league';

type Refusal = Refused<RefusalsOf<LeagueContract['setReferee']>>;

const COURTS_MOST = 64;

/** It says where; the grant of a referee for the league says who, and one without the other opens nothing. */
export const setReferee = write<'league.setReferee'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({ leagueId: id, memberId: id, courts: v.pipe(v.array(courtId), v.maxLength(COURTS_MOST)) }),
  async run({ leagueId, memberId, courts }, call) {
    const { caller, now, request } = call;
    const doing = { by: doerOf(caller), at: now, request: timed(call) };
    // Somebody who has left the union is taken from the list, and not put on it.
    const member = courts.length === 0 || (await byId('members', memberId, { name: true }));
    const changed = await changeLeague<Refusal>(leagueId, now, (league): Verdict<Refusal> => {
      const missing = (what: 'member' | 'court'): Verdict<Refusal> => {
        return { kind: 'refuse', refused: { ok: false, refusal: 'NOT_FOUND', detail: { what } } };
      };
      const again = recalled(league.requests, request);
      if (again) return again;
      if (!member) return missing('member');
      if (courts.some((each) => !league.plan.courts.some((court) => court.id === each))) return missing('court');
      const { [memberId]: _before, ...others } = league.referees;
      const referees = courts.length === 0 ? others : { ...others, [memberId]: [...new Set(courts)] };
      return { kind: 'change', league: logged({ ...league, referees }, doing, '安排裁判') };
    });
    if (!changed) return noLeague;
    if (changed.kind === 'refused') return changed.refused;
    return { ok: true, value: await managedView(changed.league, acceptedAt(changed.league.requests, call)) };
  },
});
