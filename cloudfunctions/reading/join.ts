import * as v from 'valibot';
import type { ChallengeTerms } from '../../domain/reading/challenge';
import { phaseOn, termsOf } from '../../domain/reading/challenge-record';
import { openReader, type ReaderRecord } from '../../domain/reading/reader';
import { recall } from '../../domain/request/remembered';
import { dayOf } from '../../domain/time/shanghai';
import { ABANDONED_MS } from '../../types/limits';
import { insertOnce } from '../kit/documents';
import { id } from '../kit/fields';
import { type WriteCall, write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { loadChallenge } from './known-challenge';
import { presentStanding } from './present';
import { loadReader, memberOf } from './readers';
import { loadProfile, nameOf, seenName } from './seen';

/**
 * As the profile says now. Whoever changes it at the same moment does not find this reader yet, so a sweep looks once
 * more.
 */
export async function newReader(
  terms: ChallengeTerms,
  member: NonNullable<ReturnType<typeof memberOf>>,
  { request, now }: WriteCall,
): Promise<ReaderRecord> {
  const { memberId, enterpriseId } = member;
  const [profile, enterpriseName] = await Promise.all([loadProfile(memberId), nameOf(enterpriseId)]);
  const name = await seenName(memberId, profile.seenAs);
  const self = { memberId, enterpriseId, enterpriseName, ...(name !== undefined && { name }) };
  const reader = openReader(terms, self, dayOf(now));
  return { ...reader, requests: [request], retell: true, dueAt: now + ABANDONED_MS };
}

export const join = write<'reading.join'>({
  policy: anyone,
  schema: v.strictObject({ challengeId: id }),
  async run({ challengeId }, call) {
    const { caller, now, request } = call;
    const member = memberOf(caller);
    if (!member) return { ok: false, refusal: 'NOT_MEMBER', detail: {} };
    const [challenge, there] = await Promise.all([
      loadChallenge(challengeId),
      loadReader(challengeId, member.memberId),
    ]);
    if (!challenge) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'challenge' } };
    const terms = termsOf(challenge);
    if (there && recall(there.requests, request) === 'reused')
      return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
    if (there) return { ok: true, value: presentStanding(there, terms, now) };
    const phase = phaseOn(challenge, dayOf(now));
    if (phase === 'over' || phase === 'closed')
      return { ok: false, refusal: 'CHALLENGE_OVER', detail: { endsOn: terms.endsOn } };
    const reader = await newReader(terms, member, call);
    const joined = (await insertOnce('readers', reader)) ? reader : await loadReader(challengeId, member.memberId);
    return { ok: true, value: presentStanding(joined ?? reader, terms, now) };
  },
});
