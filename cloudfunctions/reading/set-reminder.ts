import * as v from 'valibot';
import { openProfile, type ProfileRecord } from '../../domain/reading/profile';
import { nextReminder } from '../../domain/reading/reminder';
import { type AcceptedRequest, recall, remember } from '../../domain/request/remembered';
import type { Instant } from '../../types/vocabulary';
import { byId, changeIf, difference, insertOnce } from '../kit/documents';
import { write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { Busy } from '../kit/transaction';
import { memberOf } from './readers';

const TRIES = 5;
const LAST_MINUTE = 24 * 60 - 1;

function reminded(
  { remindAt: _at, dueAt: _due, ...profile }: ProfileRecord,
  remindAt: number | undefined,
  request: AcceptedRequest,
  now: Instant,
): ProfileRecord {
  const asked = { ...profile, rev: profile.rev + 1, requests: remember(profile.requests, request) };
  return remindAt === undefined ? asked : { ...asked, remindAt, dueAt: nextReminder(remindAt, now) };
}

/** From the next such minute on, every day; whether a message goes out is for consent to say. */
export const setReminder = write<'reading.setReminder'>({
  policy: anyone,
  schema: v.strictObject({
    remindAt: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(LAST_MINUTE))),
  }),
  async run(input, { caller, request, now }) {
    const member = memberOf(caller);
    if (!member) return { ok: false, refusal: 'NOT_MEMBER', detail: {} };
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const found = await byId<ProfileRecord>('profiles', member.memberId);
      const known = recall(found?.requests ?? [], request);
      if (known === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
      // The same input had the same answer, whatever was set since.
      if (known === 'same') return { ok: true, value: input };
      const next = reminded(found ?? openProfile(member.memberId), input.remindAt, request, now);
      const done = found
        ? await changeIf('profiles', found._id, { rev: found.rev }, difference(found, next))
        : await insertOnce('profiles', next);
      if (done) return { ok: true, value: input };
    }
    throw new Busy('the profile kept changing');
  },
});
