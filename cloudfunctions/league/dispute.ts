import * as v from 'valibot';
import { disputed } from '../../domain/league/result';
import { photoFolder } from '../../domain/member/photo';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { strangePhotos } from '../kit/own-photos';
import { anyone } from '../kit/policy';
import { fixtureId, outcome, photos, words } from './outcome-fields';
import { speak } from './speaking';

export const dispute = write<'league.dispute'>({
  policy: anyone,
  schema: v.strictObject({ leagueId: id, fixtureId, words, photos, claims: v.exactOptional(outcome) }),
  async run({ words: said, photos: shown, claims, ...match }, call) {
    // Who is no member is captain of nothing: that is said of them, not what is wrong with their photos.
    const { memberId } = call.caller;
    const strange = memberId === undefined ? undefined : strangePhotos(shown, photoFolder('league', memberId));
    if (strange) return strange;
    return speak(match, call, ({ record, context }, by) => {
      const evidence = { by, at: call.now, words: said, photos: shown, ...(claims && { claims }) };
      return disputed(record.result, evidence, context);
    });
  },
});
