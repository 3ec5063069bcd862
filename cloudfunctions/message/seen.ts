import * as v from 'valibot';
import { _ } from '../kit/cloud';
import { changeIf } from '../kit/documents';
import { write } from '../kit/operation';
import { anyone } from '../kit/policy';

/**
 * Only ever goes forward, so doing it again changes nothing and its request need not be remembered: it would push
 * out those that must be. What has not happened yet cannot have been seen.
 */
export const seen = write<'message.seen'>({
  policy: anyone,
  schema: v.strictObject({ upTo: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) }),
  async run(input, { caller, now }) {
    const { memberId, key, seenUpTo = 0 } = caller;
    const upTo = Math.min(input.upTo, now);
    // Without a member there is nothing to see; one who left meanwhile is no member either.
    const noted = memberId !== undefined && (await changeIf('callers', key, { memberId }, { seenUpTo: _.max(upTo) }));
    if (!noted) return { ok: false, refusal: 'NOT_MEMBER', detail: {} };
    return { ok: true, value: { seenUpTo: Math.max(seenUpTo, upTo) } };
  },
});
