import { useState } from 'react';
import type { Length } from '../../../domain/league/discipline';
import { disciplineOf } from '../../../domain/league/disciplines';
import type { FixtureDetail, Outcome } from '../../../types/contract';
import { draftFault, liveFault, outcomeOf, type ScoreDraft, scoreDraft } from './score-draft';

/** What a match is played by; `undefined` on a phone whose version does not know the discipline yet. */
export function lengthOf({ discipline, bestOf }: FixtureDetail): Length | undefined {
  const found = disciplineOf(discipline);
  return found && { match: found.match, bestOf };
}

export interface Scoring {
  draft: ScoreDraft;
  fault: string | undefined;
  change: (draft: ScoreDraft) => void;
  /** What to send; where it is not fit to be sent, the fault is shown and nothing comes. */
  finished: () => Outcome | undefined;
}

/** A score while it is filled in: said at once where it cannot be, and all of it before it is sent. */
export function useScore({ knockout }: FixtureDetail, length: Length, before?: Outcome): Scoring {
  const [draft, setDraft] = useState(() => scoreDraft(before));
  const [tried, setTried] = useState(false);
  const fault = tried ? draftFault(draft, length, knockout) : liveFault(draft, length);
  return {
    draft,
    fault,
    change: (next) => {
      setDraft(next);
      setTried(false);
    },
    finished: () => {
      setTried(true);
      return draftFault(draft, length, knockout) === undefined ? outcomeOf(draft, length.match) : undefined;
    },
  };
}
