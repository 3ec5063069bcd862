import * as v from 'valibot';
import { correction } from '../../domain/league/correcting';
import { type Beholder, fixtureDetail } from '../../domain/league/fixture-detail';
import { fixtureViews } from '../../domain/league/fixture-view';
import type { LeagueRecord } from '../../domain/league/league-record';
import { matchOf, resolved } from '../../domain/league/league-state';
import type { FixtureView, LeagueContract, RefusalsOf, Refused } from '../../types/contract';
import type { FixtureId } from '../../types/vocabulary';
import { doerOf } from '../kit/caller';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { staff } from '../kit/policy';
import { acceptedAt, changeLeague, recalled, timed, type Verdict } from './league-change';
import { fixtureId, outcome, reason } from './outcome-fields';
import { refusalOf } from './speaking';

type Refusal = Refused<RefusalsOf<LeagueContract['correct']>>;

const AS_ORGANIZER: Beholder = { captain: false, organizer: true };

/** In the order of `ids`. */
function viewsOf(league: LeagueRecord, ids: readonly FixtureId[]): FixtureView[] {
  const views = new Map(fixtureViews(league, { follows: [] }).map((view) => [view.id, view]));
  return ids.flatMap((each) => views.get(each) ?? []);
}

/** Three calls. Of a finished league places are counted anew, and a sweep takes points back and posts others. */
export const correct = write<'league.correct'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({ leagueId: id, fixtureId, outcome: v.exactOptional(outcome), reason }),
  async run({ leagueId, ...order }, call) {
    const { caller, now, request, newId } = call;
    const doing = { by: doerOf(caller), at: now, request: timed(call) };
    const { fixtureId: match } = order;
    let moved: FixtureId[] = [];
    const changed = await changeLeague<Refusal>(leagueId, now, (league): Verdict<Refusal> => {
      const refuse = (refused: Refusal): Verdict<Refusal> => ({ kind: 'refuse', refused });
      const again = recalled(matchOf(league, match).requests, request);
      if (again) return again;
      const judged = correction(league, { ...order, seed: newId() }, doing);
      if (judged.kind === 'known') return judged;
      if (judged.kind === 'change') {
        moved = judged.moved;
        return judged;
      }
      if (judged.refusal !== 'NEXT_PLAYED') return refuse(refusalOf(judged));
      const blocked = viewsOf(league, judged.detail.blocked);
      return refuse({ ok: false, refusal: 'NEXT_PLAYED', detail: { blocked, void: judged.detail.void } });
    });
    if (!changed) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'league' } };
    if (changed.kind === 'refused') return changed.refused;
    const { league } = changed;
    const detail = fixtureDetail(
      league,
      resolved(league),
      match,
      AS_ORGANIZER,
      acceptedAt(matchOf(league, match).requests, call),
    );
    return { ok: true, value: { ...detail, moved: viewsOf(league, moved) } };
  },
});
