import * as v from 'valibot';
import { leaguePreview } from '../../domain/league/league-preview';
import { read } from '../kit/operation';
import { staff } from '../kit/policy';
import { plan } from './league-plan-fields';

/** Looks at no document: a plan is as good as what it says. */
export const previewLeague = read<'league.previewLeague'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({ plan, entries: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000)) }),
  run: async ({ plan: given, entries }) => ({ ok: true, value: leaguePreview(given, entries) }),
});
