import * as v from 'valibot';
import { type Beholder, fixtureDetail, mayEnter } from '../../domain/league/fixture-detail';
import { matchOf, resolved } from '../../domain/league/league-state';
import { pairOf, spokenOf, withResult } from '../../domain/league/match-decisions';
import { ruled } from '../../domain/league/result';
import type { LeagueContract, RefusalsOf, Refused } from '../../types/contract';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { staff } from '../kit/policy';
import { acceptedAt, changeLeague, recalled, timed, type Verdict } from './league-change';
import { fixtureId, outcome } from './outcome-fields';
import { FOR_REFEREES } from './roles';
import { beholderOf, refusalOf } from './speaking';

type Refusal = Refused<RefusalsOf<LeagueContract['enterResult']>>;

/** Four calls, as for a captain: who enters it may play in it too, and then sees it so. */
export const enterResult = write<'league.enterResult'>({
  policy: staff('referee', 'admin', 'organizer'),
  schema: v.strictObject({ leagueId: id, fixtureId, outcome }),
  async run({ leagueId, fixtureId: match, outcome: said }, call) {
    const { caller, now } = call;
    const request = timed(call);
    let beholder: Beholder | undefined;
    const changed = await changeLeague<Refusal>(leagueId, now, async (league): Promise<Verdict<Refusal>> => {
      const refuse = (refused: Refusal): Verdict<Refusal> => ({ kind: 'refuse', refused });
      const spoken = spokenOf(league, resolved(league), match, now);
      const pair = spoken && pairOf(spoken.fixture);
      beholder = await beholderOf(caller, league, pair ?? [], now);
      if (!beholder.organizer && !beholder.courts) return refuse(FOR_REFEREES);
      if (!spoken) return refuse({ ok: false, refusal: 'NOT_FOUND', detail: { what: 'fixture' } });
      const court = spoken.record.placement?.court;
      if (!mayEnter(beholder, court)) {
        const name = league.plan.courts.find((each) => each.id === court)?.name;
        return refuse({ ok: false, refusal: 'OTHER_COURT', detail: { ...(name !== undefined && { court: name }) } });
      }
      if (!pair) return refuse({ ok: false, refusal: 'NOT_PAIRED', detail: {} });
      const again = recalled(spoken.record.requests, request);
      if (again) return again;
      const { state } = spoken.record.result;
      if (league.state !== 'drawn') return refuse({ ok: false, refusal: 'NOT_NOW', detail: { state } });
      const judged = ruled(spoken.record.result, said, spoken.context);
      if (judged.kind === 'refuse') return refuse(refusalOf(judged));
      return { kind: 'change', league: withResult(league, spoken, judged.result, { now, request, official: true }) };
    });
    if (!changed || !beholder) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'league' } };
    if (changed.kind === 'refused') return changed.refused;
    const { league } = changed;
    const at = acceptedAt(matchOf(league, match).requests, call);
    return { ok: true, value: fixtureDetail(league, resolved(league), match, beholder, at) };
  },
});
