import type { ChallengeRecord } from '../../domain/reading/challenge-record';
import type { Organizing } from '../../domain/reading/organizing';
import { recall } from '../../domain/request/remembered';
import type { CommonRefusals, ManagedChallenge, Refused } from '../../types/contract';
import type { ChallengeId } from '../../types/vocabulary';
import { doerOf } from '../kit/caller';
import { byId, changeIf, difference } from '../kit/documents';
import type { WriteCall } from '../kit/operation';
import { Busy } from '../kit/transaction';
import { noChallenge, presentManaged } from './managed-challenges';

const TRIES = 6;

type Answered = { ok: true; value: ManagedChallenge } | Refused<Pick<CommonRefusals, 'REQUEST_REUSED'>>;

export function organizing({ caller, request, now }: WriteCall, reason?: string): Organizing {
  return { by: doerOf(caller), at: now, request, ...(reason !== undefined && { reason }) };
}

export async function managedNow(challenge: ChallengeRecord, { now }: Pick<WriteCall, 'now'>): Promise<Answered> {
  const [value] = await presentManaged([challenge], now);
  if (!value) throw new Error(`${challenge._id} is not presented`);
  return { ok: true, value };
}

/** What a command is answered that this challenge has accepted before; `undefined` where it is new. */
export async function answeredBefore(challenge: ChallengeRecord, call: WriteCall): Promise<Answered | undefined> {
  const known = recall(challenge.requests, call.request);
  if (known === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
  return known === 'same' ? managedNow(challenge, call) : undefined;
}

/**
 * One conditional update of what was read; decided anew where another organizer was faster. Sent again it changes
 * nothing.
 */
export async function changeChallenge<A>(
  challengeId: ChallengeId,
  call: WriteCall,
  decide: (challenge: ChallengeRecord) => Promise<{ next: ChallengeRecord } | { answer: A }>,
): Promise<Answered | A | typeof noChallenge> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const challenge = await byId<ChallengeRecord>('challenges', challengeId);
    if (!challenge) return noChallenge;
    const before = await answeredBefore(challenge, call);
    if (before) return before;
    const decided = await decide(challenge);
    if ('answer' in decided) return decided.answer;
    const change = difference(challenge, decided.next);
    if (await changeIf('challenges', challengeId, { rev: challenge.rev }, change))
      return managedNow(decided.next, call);
  }
  throw new Busy('the challenge kept changing');
}
