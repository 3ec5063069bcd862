import * as v from 'valibot';
import { _ } from '../kit/cloud';
import { byId, changeIf } from '../kit/documents';
import { write } from '../kit/operation';
import { checkInId } from './ids';
import { organizers } from './organizers';

/** Of what others see; doing it again changes nothing, so its request need not be remembered. */
export const feature = write<'reading.feature'>({
  policy: organizers,
  schema: v.strictObject({ noteId: checkInId, featured: v.boolean() }),
  async run({ noteId, featured }) {
    const seen = { feedKey: _.exists(true) };
    const done = await changeIf('checkIns', noteId, seen, { featured: featured ? true : _.remove() });
    // Where it stands so already the store may say that it changed nothing.
    const there =
      done || (await byId<{ _id: string; feedKey?: string }>('checkIns', noteId, { feedKey: true }))?.feedKey;
    if (!there) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'note' } };
    return { ok: true, value: { featured } };
  },
});
