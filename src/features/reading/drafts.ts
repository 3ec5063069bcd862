import type { ChallengeId } from '../../../types/vocabulary';
import { keepOwnWords, ownWords } from '../../cloud/own-words';
import { type Draft, draftIn, type Usual, usualIn, withKept } from './draft';

const DRAFTS = 'drafts';
const USUAL = 'usual';

/** What was begun in that challenge and not sent: it survives closing. */
export const keptDraft = (id: ChallengeId): Draft | undefined => draftIn(ownWords(DRAFTS), id);

export function keepDraft(id: ChallengeId, draft: Draft | undefined): void {
  keepOwnWords(DRAFTS, withKept(ownWords(DRAFTS), id, draft));
}

export const usualAmount = (id: ChallengeId): Usual | undefined => usualIn(ownWords(USUAL), id);

export function keepUsual(id: ChallengeId, { minutes, pages }: Usual): void {
  keepOwnWords(USUAL, withKept(ownWords(USUAL), id, { minutes, pages }));
}
