import * as v from 'valibot';
import { reportsOf } from '../../domain/reading/moderated';
import { reported } from '../../domain/reading/report';
import { id, text } from '../kit/fields';
import { write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { Busy } from '../kit/transaction';
import { checkInId } from './ids';
import { changeModerated, loadModerated } from './moderated';
import { memberOf } from './readers';

/** Times it is tried anew because others report it, or somebody judges it, at the same moment. */
const TRIES = 12;

/** A member says it once of each wording; saying it again changes nothing, so its request need not be remembered. */
export const report = write<'reading.report'>({
  policy: anyone,
  schema: v.strictObject({ noteId: checkInId, commentId: v.exactOptional(id), reason: text(1, 200) }),
  async run({ noteId, commentId, reason }, { caller, now }) {
    const by = memberOf(caller)?.memberId;
    if (by === undefined) return { ok: false, refusal: 'NOT_MEMBER', detail: {} };
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const words = await loadModerated({ noteId, commentId });
      const known = words && reportsOf(words).some((each) => each.by === by);
      if (known) return { ok: true, value: { reported: true } };
      if (words?.feedKey === undefined) {
        const what = commentId === undefined ? 'note' : 'comment';
        return { ok: false, refusal: 'NOT_FOUND', detail: { what } };
      }
      const next = reported(words, { by, reason }, now);
      if (!next || (await changeModerated(words, next))) return { ok: true, value: { reported: true } };
    }
    throw new Busy('it kept changing');
  },
});
