import * as v from 'valibot';
import { reported } from '../../domain/league/result';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { fixtureId, outcome } from './outcome-fields';
import { speak } from './speaking';

/** Four calls. Of two captains at once the second one answers the first. */
export const report = write<'league.report'>({
  policy: anyone,
  schema: v.strictObject({ leagueId: id, fixtureId, outcome }),
  run: ({ outcome: said, ...match }, call) =>
    speak(match, call, ({ record, context }, side) => reported(record.result, { side, outcome: said }, context)),
});
