import * as v from 'valibot';
import { disputed } from '../../domain/league/result';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { fixtureId, outcome, photos, words } from './outcome-fields';
import { speak } from './speaking';

export const dispute = write<'league.dispute'>({
  policy: anyone,
  schema: v.strictObject({ leagueId: id, fixtureId, words, photos, claims: v.exactOptional(outcome) }),
  run: ({ words: said, photos: shown, claims, ...match }, call) =>
    speak(match, call, ({ record, context }, by) => {
      const evidence = { by, at: call.now, words: said, photos: shown, ...(claims && { claims }) };
      return disputed(record.result, evidence, context);
    }),
});
