import * as v from 'valibot';
import { fixtureDetail } from '../../domain/league/fixture-detail';
import { resolved } from '../../domain/league/league-state';
import { pairOf } from '../../domain/league/match-decisions';
import { id } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { seenLeague } from './league-change';
import { fixtureId } from './outcome-fields';
import { isOrganizer } from './roles';
import { beholderOf } from './speaking';

/** Three calls: caller, league, and the two entries. */
export const fixture = read<'league.fixture'>({
  policy: anyone,
  schema: v.strictObject({ leagueId: id, fixtureId }),
  async run({ leagueId, fixtureId: match }, { caller, now }) {
    const league = await seenLeague(leagueId, isOrganizer(caller, now), now);
    if (!league) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'league' } };
    const found = resolved(league);
    const at = found.fixtures.get(match);
    if (!at) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'fixture' } };
    const beholder = await beholderOf(caller, league, pairOf(at) ?? [], now);
    return { ok: true, value: fixtureDetail(league, found, match, beholder, now) };
  },
});
