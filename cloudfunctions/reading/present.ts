import { type ChallengeRecord, phaseOn } from '../../domain/reading/challenge-record';
import type { ChallengeCard } from '../../types/contract';
import type { Day } from '../../types/vocabulary';

export function presentChallenge(challenge: ChallengeRecord, today: Day): ChallengeCard {
  const { title, tagline, startsOn, endsOn, rule, entry, goal } = challenge.plan;
  return {
    id: challenge._id,
    ...{ title, tagline, startsOn, endsOn, rule, entry },
    ...(goal !== undefined && { goal }),
    phase: phaseOn(challenge, today),
  };
}
