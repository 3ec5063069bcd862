import type { Book, BookChoice, DailyRule, NewCheckIn } from '../../../types/contract';
import type { ChallengeId } from '../../../types/vocabulary';

export const NOTE_MOST = 500;
export const MINUTES_MOST = 720;
export const PAGES_MOST = 1_000;

/** A book as its reader chose it; one with an ISBN alone is not on the shelf yet. */
export interface ChosenBook extends Book {
  isbn?: string;
}

/** A check-in before it is made. */
export interface Draft {
  book?: ChosenBook;
  minutes: number;
  pages: number;
  note: string;
  shared: boolean;
  /** File ids. */
  photos: string[];
}

export function choiceOf({ id, isbn, title }: ChosenBook): BookChoice {
  if (id !== undefined) return { id };
  return isbn === undefined ? { title } : { isbn, title };
}

/** What a reader usually does in that challenge, as this device remembers it. */
export type Usual = Pick<Draft, 'minutes' | 'pages'>;

interface Known {
  rule: DailyRule;
  usual: Usual | undefined;
  /** What today still lacks after an earlier check-in; 0 or absent: nothing was begun, or nothing is lacking. */
  lacks: number | undefined;
  book: Book | undefined;
}

/** The last book and the usual amount, so that most days take one more tap; what today lacks, where it was begun. */
export function freshDraft({ rule: { kind, least }, usual, lacks, book }: Known): Draft {
  const amounts: Usual = usual ?? { minutes: 0, pages: 0 };
  const wanted = lacks !== undefined && lacks > 0 ? lacks : amounts[kind === 'note' ? 'minutes' : kind] || least;
  return {
    ...(book && { book }),
    ...amounts,
    ...(kind !== 'note' && { [kind]: wanted }),
    note: '',
    shared: false,
    photos: [],
  };
}

/** Why it cannot be made as it is; `undefined` where it can. Less than the rule asks is welcome: days add up. */
export function draftFault(draft: Draft, listed: readonly Book[] | undefined): string | undefined {
  const { book, minutes, pages, note } = draft;
  if (minutes + pages === 0 && note.trim() === '') return '读了多久，或者写一句';
  if (listed && !listed.some(({ id }) => id !== undefined && id === book?.id)) return '从书单里选一本';
  return undefined;
}

/** What goes out; an empty note has nothing to share. */
export function newCheckInOf(challengeId: ChallengeId, draft: Draft): NewCheckIn {
  const { book, minutes, pages, photos, shared } = draft;
  const note = draft.note.trim();
  return {
    challengeId,
    ...(book && { book: choiceOf(book) }),
    minutes,
    pages,
    note,
    shared: shared && note !== '',
    photos,
  };
}

/** A check-in that was refused, to be put right. */
export function draftOfSent({ book, minutes, pages, note, shared, photos }: NewCheckIn, title?: string): Draft {
  const chosen = book && { title: title ?? '', ...book };
  return { ...(chosen && { book: chosen }), minutes, pages, note, shared, photos };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isAmounts = (value: Record<string, unknown>): boolean =>
  typeof value.minutes === 'number' && typeof value.pages === 'number';

function isDraft(value: unknown): value is Draft {
  return isRecord(value) && isAmounts(value) && typeof value.note === 'string' && Array.isArray(value.photos);
}

function isUsual(value: unknown): value is Usual {
  return isRecord(value) && isAmounts(value);
}

/** What a storage gave back for that challenge, as far as it is a draft. */
export function draftIn(kept: unknown, id: ChallengeId): Draft | undefined {
  const draft = isRecord(kept) ? kept[id] : undefined;
  return isDraft(draft) ? draft : undefined;
}

export function usualIn(kept: unknown, id: ChallengeId): Usual | undefined {
  const usual = isRecord(kept) ? kept[id] : undefined;
  return isUsual(usual) ? usual : undefined;
}

/** The same with another value for that challenge, or none. */
export function withKept(kept: unknown, id: ChallengeId, value: Draft | Usual | undefined): Record<string, unknown> {
  const { [id]: _former, ...others } = isRecord(kept) ? kept : {};
  return value === undefined ? others : { ...others, [id]: value };
}
