import * as v from 'valibot';
import { takenBack } from '../../domain/league/result';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { fixtureId } from './outcome-fields';
import { speak } from './speaking';

export const takeBack = write<'league.takeBack'>({
  policy: anyone,
  schema: v.strictObject({ leagueId: id, fixtureId }),
  run: (match, call) => speak(match, call, ({ record }, side) => takenBack(record.result, side, call.now)),
});
