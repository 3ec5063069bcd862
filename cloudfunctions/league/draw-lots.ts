import * as v from 'valibot';
import { lotsDue, withLots } from '../../domain/league/finishing';
import { resolved } from '../../domain/league/league-state';
import { logged } from '../../domain/league/organizing';
import { stageName } from '../../domain/league/stage-names';
import type { LeagueContract, RefusalsOf, Refused } from '../../types/contract';
import { doerOf } from '../kit/caller';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { staff } from '../kit/policy';
import { acceptedAt, changeLeague, recalled, timed, type Verdict } from './league-change';
import { managedView } from './managed-view';
import { groupId, stageId } from './outcome-fields';
import { noLeague } from './seen-league';

type Refusal = Refused<RefusalsOf<LeagueContract['drawLots']>>;

/** The seed is made only now: nobody could have played for a lot that they knew. */
export const drawLots = write<'league.drawLots'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({ leagueId: id, stage: stageId, group: groupId }),
  async run({ leagueId, stage, group }, call) {
    const { caller, now, request, newId } = call;
    const doing = { by: doerOf(caller), at: now, request: timed(call) };
    const changed = await changeLeague<Refusal>(leagueId, now, (league): Verdict<Refusal> => {
      const refuse = (refused: Refusal): Verdict<Refusal> => ({ kind: 'refuse', refused });
      const again = recalled(league.requests, request);
      if (again) return again;
      const { state } = league;
      if (state !== 'drawn') return refuse({ ok: false, refusal: 'NOT_NOW', detail: { state } });
      const found = resolved(league);
      const at = found.stages.get(stage);
      const table = at?.kind === 'groups' ? at.tables.get(group) : undefined;
      if (!table) return refuse({ ok: false, refusal: 'NOT_FOUND', detail: { what: 'group' } });
      const due = lotsDue(found).filter((each) => each.stage === stage && each.group === group);
      if (due.length === 0) return refuse({ ok: false, refusal: 'NOT_DUE', detail: {} });
      const what = `${stageName(stage, league.plan.format)} ${group} 组抽签定名次`;
      return { kind: 'change', league: logged(withLots(league, due, newId()), doing, what) };
    });
    if (!changed) return noLeague;
    if (changed.kind === 'refused') return changed.refused;
    return { ok: true, value: await managedView(changed.league, acceptedAt(changed.league.requests, call)) };
  },
});
