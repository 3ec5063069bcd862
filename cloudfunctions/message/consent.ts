import * as v from 'valibot';
import type { MemberRecord } from '../../domain/member/member';
import { CONSENTS_MOST, countingKinds, kindsAmong } from '../../domain/message/consent';
import { REMEMBERED, recall } from '../../domain/request/remembered';
import { MESSAGE_KINDS } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, changeIf } from '../kit/documents';
import { write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { Busy } from '../kit/transaction';

/** Times it is tried anew because the member changed meanwhile. */
const TRIES = 4;

/**
 * Counts each yes once: the request is remembered in the member document by the same update that counts, and a yes
 * beyond what counts at most is accepted and adds nothing.
 */
export const consent = write<'message.consent'>({
  policy: anyone,
  schema: v.strictObject({
    kinds: v.pipe(v.array(v.picklist(MESSAGE_KINDS)), v.minLength(1), v.maxLength(MESSAGE_KINDS.length)),
  }),
  async run({ kinds }, { caller, request }) {
    const { memberId } = caller;
    if (memberId === undefined) return { ok: false, refusal: 'NOT_MEMBER', detail: {} };
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const member = await byId<MemberRecord>('members', memberId, { requests: true, consents: true });
      if (!member) return { ok: false, refusal: 'NOT_MEMBER', detail: {} };
      const known = recall(member.requests, request);
      if (known === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
      if (known === 'same') return { ok: true, value: { consented: kindsAmong(kinds) } };
      const counting = countingKinds(kinds, member.consents ?? {}).map((kind) => `consents.${kind}`);
      const counted = await changeIf(
        'members',
        memberId,
        {
          'requests.id': _.neq(request.id),
          ...Object.fromEntries(counting.map((field) => [field, _.not(_.gte(CONSENTS_MOST))])),
        },
        {
          requests: _.push({ each: [request], slice: -REMEMBERED }),
          ...Object.fromEntries(counting.map((field) => [field, _.inc(1)])),
        },
      );
      if (counted) return { ok: true, value: { consented: kindsAmong(kinds) } };
    }
    throw new Busy('the member kept changing');
  },
});
