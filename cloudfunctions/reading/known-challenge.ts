import type { ChallengeRecord } from '../../domain/reading/challenge-record';
import type { ChallengeId } from '../../types/vocabulary';
import { byId } from '../kit/documents';
import { keeps } from '../kit/memory';

/** One that members know of; of drafts nobody does. */
export async function loadChallenge(id: ChallengeId): Promise<ChallengeRecord | undefined> {
  const challenge = await byId<ChallengeRecord>('challenges', id);
  return challenge?.state === 'draft' ? undefined : challenge;
}

/** How long an instance takes a challenge to be as it was, by a clock that nobody moves. */
const KNOWN_MS = 10_000;
/** Challenges that run at a time are few. */
const KNOWN_MOST = 50;

const known = new Map<ChallengeId, { challenge: ChallengeRecord; at: number }>();
keeps(() => known.clear());

/**
 * The same for looks that change nothing, without a call where the instance knows it: of a challenge that has begun only
 * its last day can change.
 */
export async function knownChallenge(id: ChallengeId): Promise<ChallengeRecord | undefined> {
  const before = known.get(id);
  if (before && performance.now() - before.at < KNOWN_MS) return before.challenge;
  const challenge = await loadChallenge(id);
  if (known.size >= KNOWN_MOST) known.clear();
  if (challenge) known.set(id, { challenge, at: performance.now() });
  else known.delete(id);
  return challenge;
}
