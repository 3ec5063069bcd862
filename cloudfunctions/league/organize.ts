import * as v from 'valibot';
import { digestOfText } from '../../domain/id/base32';
import { leaguePlanIssues, leaguePublishIssues } from '../../domain/league/league-plan-issues';
import type { LeagueRecord } from '../../domain/league/league-record';
import { cancelled, drafted, edited, editIssues, type Organizing, published } from '../../domain/league/organizing';
import { recall } from '../../domain/request/remembered';
import type { LeagueContract, RefusalsOf, Refused } from '../../types/contract';
import type { LeagueId } from '../../types/vocabulary';
import { doerOf } from '../kit/caller';
import { _ } from '../kit/cloud';
import { byId, insertOnce } from '../kit/documents';
import { id, text } from '../kit/fields';
import { type WriteCall, write } from '../kit/operation';
import { changeLeague, REUSED, recalled, type Verdict } from './league-change';
import { plan as planFields } from './league-plan-fields';
import { organizers } from './managed-league';
import { managedView } from './managed-view';
import { noLeague } from './seen-league';

type RefusalOf<O extends 'editLeague' | 'publishLeague' | 'cancelLeague'> = Refused<RefusalsOf<LeagueContract[O]>>;

const doing = ({ caller, now, request }: WriteCall): Organizing => ({ by: doerOf(caller), at: now, request });

/** One change of a league by an organizer, decided anew where another one was faster. */
async function organize<R>(leagueId: LeagueId, call: WriteCall, judge: (league: LeagueRecord) => Verdict<R>) {
  const changed = await changeLeague<R | typeof REUSED>(leagueId, call.now, (league): Verdict<R | typeof REUSED> => {
    return recalled(league.requests, call.request) ?? judge(league);
  });
  if (!changed) return noLeague;
  if (changed.kind === 'refused') return changed.refused;
  return { ok: true, value: await managedView(changed.league, call.now) } as const;
}

/** A draft. Its id is made from the caller's request, so that the same request makes the same one. */
export const createLeague = write<'league.createLeague'>({
  policy: organizers,
  schema: v.strictObject({ plan: planFields }),
  async run({ plan }, call) {
    const { caller, request, now } = call;
    const leagueId = `l${digestOfText(`league ${caller.key} ${request.id}`).slice(0, 23)}`;
    const known = await byId<LeagueRecord>('leagues', leagueId);
    if (known) {
      if (recall(known.requests, request) === 'reused') return REUSED;
      return { ok: true, value: await managedView(known, now) };
    }
    const issues = leaguePlanIssues(plan);
    if (issues.length > 0) return { ok: false, refusal: 'PLAN_UNFIT', detail: { issues } };
    const draft = drafted(leagueId, plan, doing(call));
    await insertOnce('leagues', draft);
    return { ok: true, value: await managedView(draft, now) };
  },
});

export const editLeague = write<'league.editLeague'>({
  policy: organizers,
  schema: v.strictObject({ leagueId: id, rev: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), plan: planFields }),
  run({ leagueId, rev, plan }, call) {
    return organize<RefusalOf<'editLeague'>>(leagueId, call, (league) => {
      const { state } = league;
      const refuse = (refused: RefusalOf<'editLeague'>): Verdict<RefusalOf<'editLeague'>> => ({
        kind: 'refuse',
        refused,
      });
      if (state === 'finished' || state === 'cancelled')
        return refuse({ ok: false, refusal: 'NOT_NOW', detail: { state } });
      if (league.rev !== rev) return refuse({ ok: false, refusal: 'STALE', detail: { rev: league.rev } });
      const issues = [...leaguePlanIssues(plan), ...editIssues(league, plan, call.now)];
      if (issues.length > 0) return refuse({ ok: false, refusal: 'PLAN_UNFIT', detail: { issues } });
      // Somebody may be entering meanwhile, which is no change of `rev`.
      const where = { count: _.lte(plan.most) };
      return { kind: 'change', league: edited(league, plan, doing(call)), where };
    });
  },
});

/** From now on everybody sees it, and can enter from the instant on that its plan names. */
export const publishLeague = write<'league.publishLeague'>({
  policy: organizers,
  schema: v.strictObject({ leagueId: id }),
  run({ leagueId }, call) {
    return organize<RefusalOf<'publishLeague'>>(leagueId, call, (league) => {
      const { state, plan } = league;
      const refuse = (refused: RefusalOf<'publishLeague'>): Verdict<RefusalOf<'publishLeague'>> => ({
        kind: 'refuse',
        refused,
      });
      if (state !== 'draft') return refuse({ ok: false, refusal: 'NOT_NOW', detail: { state } });
      const issues = [...leaguePlanIssues(plan), ...leaguePublishIssues(plan, call.now)];
      if (issues.length > 0) return refuse({ ok: false, refusal: 'PLAN_UNFIT', detail: { issues } });
      return { kind: 'change', league: published(league, doing(call)) };
    });
  },
});

/** Results stay to be seen; nobody is recorded or earns points. */
export const cancelLeague = write<'league.cancelLeague'>({
  policy: organizers,
  schema: v.strictObject({ leagueId: id, reason: text(1, 200) }),
  run({ leagueId, reason }, call) {
    return organize<RefusalOf<'cancelLeague'>>(leagueId, call, (league) => {
      const { state } = league;
      if (state === 'finished' || state === 'cancelled')
        return { kind: 'refuse', refused: { ok: false, refusal: 'NOT_NOW', detail: { state } } };
      return { kind: 'change', league: cancelled(league, reason, doing(call)) };
    });
  },
});
