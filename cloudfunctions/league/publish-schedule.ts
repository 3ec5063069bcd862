import * as v from 'valibot';
import { proposed } from '../../domain/league/league-schedule';
import { withSchedule } from '../../domain/league/publishing';
import { scheduleProposal } from '../../domain/league/schedule-proposal';
import type { LeagueContract, RefusalsOf, Refused } from '../../types/contract';
import { doerOf } from '../kit/caller';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { staff } from '../kit/policy';
import { commitmentsOf } from './commitments';
import { acceptedAt, changeLeague, recalled, timed, type Verdict } from './league-change';
import { managedView } from './managed-view';
import { instant } from './outcome-fields';
import { entriesOf, rostersOf } from './rosters';
import { noLeague } from './seen-league';

type Refusal = Refused<RefusalsOf<LeagueContract['publishSchedule']>>;

/** `partly`: what has a place is published, and the rest waits for another court. */
export const publishSchedule = write<'league.publishSchedule'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({ leagueId: id, after: v.exactOptional(instant), partly: v.exactOptional(v.boolean()) }),
  async run({ leagueId, after, partly = false }, call) {
    const { caller, now, request } = call;
    const doing = { by: doerOf(caller), at: now, request: timed(call) };
    const changed = await changeLeague<Refusal>(leagueId, now, async (league): Promise<Verdict<Refusal>> => {
      const again = recalled(league.requests, request);
      if (again) return again;
      if (league.state !== 'drawn') {
        return { kind: 'refuse', refused: { ok: false, refusal: 'NOT_NOW', detail: { state: league.state } } };
      }
      const rosters = rostersOf(await entriesOf(leagueId));
      const commitments = await commitmentsOf(league, rosters, now);
      const found = proposed(league, rosters, { now, commitments, ...(after !== undefined && { after }) });
      if (found.lacking && !partly) {
        const { lacks } = scheduleProposal(league, rosters, found, now);
        return { kind: 'refuse', refused: { ok: false, refusal: 'DOES_NOT_FIT', detail: { lacks } } };
      }
      return { kind: 'change', league: withSchedule(league, found, doing) };
    });
    if (!changed) return noLeague;
    if (changed.kind === 'refused') return changed.refused;
    return { ok: true, value: await managedView(changed.league, acceptedAt(changed.league.requests, call)) };
  },
});
