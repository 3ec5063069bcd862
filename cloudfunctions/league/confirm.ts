import * as v from 'valibot';
import { agreed } from '../../domain/league/result';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { fixtureId } from './outcome-fields';
import { speak } from './speaking';

/** What silence has confirmed meanwhile may be confirmed all the same. */
export const confirm = write<'league.confirm'>({
  policy: anyone,
  schema: v.strictObject({ leagueId: id, fixtureId }),
  run: (match, call) => speak(match, call, ({ record }, side) => agreed(record.result, side)),
});
