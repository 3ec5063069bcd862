import * as v from 'valibot';
import { proposed } from '../../domain/league/league-schedule';
import { scheduleProposal } from '../../domain/league/schedule-proposal';
import { id } from '../kit/fields';
import { read } from '../kit/operation';
import { staff } from '../kit/policy';
import { commitmentsOf } from './commitments';
import { loadLeague } from './league-change';
import { instant } from './outcome-fields';
import { entriesOf, rostersOf } from './rosters';

/** Changes nothing; what is published a moment later is the same, unless somebody changes the league in between. */
export const previewSchedule = read<'league.previewSchedule'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({ leagueId: id, after: v.exactOptional(instant) }),
  async run({ leagueId, after }, { now }) {
    const [league, entries] = await Promise.all([loadLeague(leagueId, now), entriesOf(leagueId)]);
    if (!league) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'league' } };
    if (league.state !== 'drawn') return { ok: false, refusal: 'NOT_NOW', detail: { state: league.state } };
    const rosters = rostersOf(entries);
    const commitments = await commitmentsOf(league, rosters, now);
    const found = proposed(league, rosters, { now, commitments, ...(after !== undefined && { after }) });
    return { ok: true, value: scheduleProposal(league, rosters, found, now) };
  },
});
