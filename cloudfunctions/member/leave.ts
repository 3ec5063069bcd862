import * as v from 'valibot';
import { type CallerRecord, MEMBER_V } from '../../domain/member/member';
import { recall, remember } from '../../domain/request/remembered';
import type { RegistrationRecord } from '../../domain/signup/registration';
import { HELD } from '../../domain/signup/states';
import type { Instant, MemberId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { changeAll, find } from '../kit/documents';
import { forgetFeedback } from '../kit/forget-feedback';
import { forgetPlayer } from '../kit/forget-player';
import { forgetReader } from '../kit/forget-reader';
import { withdrawAllOf } from '../kit/grant-invites';
import { write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { endAllOf } from '../kit/redemptions';
import { giveBack } from '../kit/registrations';
import { inTransaction } from '../kit/transaction';

/** Registrations looked at in one go; nobody has so many still to come. */
const MOST = 100;

/** Gives back every place still to come, deadline or not: who has left cannot use it, and others wait for it. */
async function giveBackPlaces(memberId: MemberId, now: Instant): Promise<void> {
  const held = await find<RegistrationRecord>(
    'registrations',
    { memberId, state: _.in(HELD), endsAt: _.gt(now) },
    { limit: MOST },
  );
  for (const record of held) await giveBack(record, now);
}

async function forgetWords(memberId: MemberId): Promise<void> {
  // Answers may name a phone or a person; that a registration was made is all the books need.
  await changeAll('registrations', { memberId }, { answers: _.set({}) });
  // What staff wrote to them may name them too.
  await changeAll('messages', { memberId }, { reason: _.remove(), text: _.remove() });
}

/**
 * Erases the person and keeps the books: name, phone and account go with the member document, and what was recorded
 * stays under a memberId that leads to nobody. The caller document stays without a member, so that this request sent
 * again is known.
 */
export const leave = write<'member.leave'>({
  policy: anyone,
  schema: v.strictObject({ confirm: v.literal(true) }),
  async run(_input, { caller, request, now }) {
    const known = recall(caller.requests, request);
    if (known === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
    if (known === 'same') return { ok: true, value: { left: true } };
    const { memberId, key } = caller;
    if (memberId === undefined) return { ok: false, refusal: 'NOT_MEMBER', detail: { status: caller.status } };
    await giveBackPlaces(memberId, now);
    await endAllOf(memberId, now);
    await forgetReader(memberId, now);
    await forgetPlayer(memberId, now);
    await withdrawAllOf(memberId);
    await forgetFeedback(memberId);
    await forgetWords(memberId);
    await inTransaction(async (transaction) => {
      const record = await transaction.get<CallerRecord>('callers', key);
      const requests = remember(record?.requests ?? [], request);
      await transaction.remove('members', memberId);
      await transaction.put('callers', {
        _id: key,
        v: MEMBER_V,
        status: 'visitor',
        grants: [],
        requests,
      } as CallerRecord);
    });
    // What was under way may have taken a place, redeemed something, or told them something, meanwhile.
    await giveBackPlaces(memberId, now);
    await endAllOf(memberId, now);
    await forgetReader(memberId, now);
    await forgetPlayer(memberId, now);
    await withdrawAllOf(memberId);
    await forgetFeedback(memberId);
    await forgetWords(memberId);
    return { ok: true, value: { left: true } };
  },
});
