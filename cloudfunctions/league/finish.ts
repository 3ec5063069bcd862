import * as v from 'valibot';
import { entryCard } from '../../domain/league/entry-view';
import { finish as finishLeague, inPlaces } from '../../domain/league/finishing';
import type { LeagueRecord } from '../../domain/league/league-record';
import type { EntryCard, LeagueContract, PlaceRange, RefusalsOf, Refused } from '../../types/contract';
import { doerOf } from '../kit/caller';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { staff } from '../kit/policy';
import { acceptedAt, changeLeague, recalled, timed, type Verdict } from './league-change';
import { managedView } from './managed-view';
import { entriesOf } from './rosters';
import { noLeague } from './seen-league';

type Refusal = Refused<RefusalsOf<LeagueContract['finish']>>;

/** All entries with a place, the best first. */
async function placed(league: LeagueRecord): Promise<{ entry: EntryCard; place: PlaceRange }[]> {
  const entries = new Map((await entriesOf(league._id)).map((entry) => [entry._id, entry]));
  return inPlaces(league).flatMap((id) => {
    const [entry, place] = [entries.get(id), league.placings?.[id]];
    return entry && place ? [{ entry: entryCard(entry, league, { follows: [] }), place }] : [];
  });
}

/** Places stand from then on; a sweep records who took part, and posts their points. */
export const finish = write<'league.finish'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({ leagueId: id }),
  async run({ leagueId }, call) {
    const { caller, now, request } = call;
    const doing = { by: doerOf(caller), at: now, request: timed(call) };
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
    if (!changed) return noLeague;
    if (changed.kind === 'refused') return changed.refused;
    const { league } = changed;
    const [managed, placings] = await Promise.all([
      managedView(league, acceptedAt(league.requests, call)),
      placed(league),
    ]);
    return { ok: true, value: { ...managed, placings } };
  },
});
