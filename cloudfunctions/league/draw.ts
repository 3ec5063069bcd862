import * as v from 'valibot';
import { drawn } from '../../domain/league/drawing';
import { ENTRIES_MOST } from '../../domain/league/stages-of-plan';
import type { LeagueContract, RefusalsOf, Refused } from '../../types/contract';
import { doerOf } from '../kit/caller';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { staff } from '../kit/policy';
import { Busy } from '../kit/transaction';
import { acceptedAt, changeLeague, recalled, timed, type Verdict } from './league-change';
import { format } from './league-plan-fields';
import { managedView } from './managed-view';
import { reason } from './outcome-fields';
import { entriesOf } from './rosters';
import { noLeague } from './seen-league';
import { refusalOf } from './speaking';

const seeds = v.pipe(
  v.array(id),
  v.maxLength(ENTRIES_MOST),
  v.check((ids) => new Set(ids).size === ids.length, 'each once'),
);

type Refusal = Refused<RefusalsOf<LeagueContract['draw']>>;

/** The seed is made when it is drawn, so that nobody could have known it; with the entries' ids anybody can repeat it. */
export const draw = write<'league.draw'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({
    ...{ leagueId: id, seeds },
    ...{ format: v.exactOptional(format), reason: v.exactOptional(reason) },
  }),
  async run({ leagueId, ...order }, call) {
    const { caller, now, request, newId } = call;
    const doing = { by: doerOf(caller), at: now, request: timed(call) };
    const changed = await changeLeague<Refusal>(leagueId, now, async (league): Promise<Verdict<Refusal>> => {
      const again = recalled(league.requests, request);
      if (again) return again;
      const entries = await entriesOf(leagueId);
      const there = new Set(entries.map(({ _id }) => _id));
      if (league.state === 'open' && Object.keys(league.claims).some((entryId) => !there.has(entryId)))
        throw new Busy('somebody is entering');
      const drawing = drawn(league, entries, { ...order, seed: newId() }, doing);
      if (drawing.kind === 'refuse') return { kind: 'refuse', refused: refusalOf(drawing) };
      // Somebody may have begun to enter since then, which is no change of `rev`.
      return { ...drawing, where: { count: league.count } };
    });
    if (!changed) return noLeague;
    if (changed.kind === 'refused') return changed.refused;
    return { ok: true, value: await managedView(changed.league, acceptedAt(changed.league.requests, call)) };
  },
});
