import * as v from 'valibot';
import { type Beholder, fixtureDetail } from '../../domain/league/fixture-detail';
import { resolved } from '../../domain/league/league-state';
import type { Instant } from '../../types/vocabulary';
import type { Caller } from '../kit/caller';
import { id } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { fixtureId } from './outcome-fields';
import { isOrganizer, isReferee } from './roles';
import { noLeague, type SeenLeague, seenLeague, viewerOf } from './seen-league';

function onlooker(seen: SeenLeague, caller: Caller, now: Instant): Beholder {
  const { league, entry } = seen;
  const { memberId } = caller;
  const referee = memberId !== undefined && isReferee(caller, league._id, now);
  return {
    ...viewerOf(seen),
    ...(memberId !== undefined && { memberId }),
    captain: entry !== undefined && entry.captain === memberId,
    organizer: isOrganizer(caller, now),
    ...(referee && { courts: league.referees[memberId] ?? [] }),
  };
}

/** Two calls: the caller, and the league with what they are to it. */
export const fixture = read<'league.fixture'>({
  policy: anyone,
  schema: v.strictObject({ leagueId: id, fixtureId }),
  async run({ leagueId, fixtureId: match }, { caller, now }) {
    const seen = await seenLeague(leagueId, caller, now);
    if (!seen) return noLeague;
    const found = resolved(seen.league);
    if (!found.fixtures.has(match)) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'fixture' } };
    return { ok: true, value: fixtureDetail(seen.league, found, match, onlooker(seen, caller, now), now) };
  },
});
