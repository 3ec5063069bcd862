import type { NoteState } from '../../types/contract';
import type { Instant, MemberId } from '../../types/vocabulary';

/** What becomes known of a note on its way to the feed; `text` is the number of the wording that was looked at. */
export type ModerationEvent =
  /** Its author offers it to the feed, or changes the wording. */
  | { kind: 'submitted'; photos: boolean }
  /** Its author takes it out of the feed. */
  | { kind: 'kept-back' }
  /** Content security found nothing, something, or something that it wants a human to see. */
  | { kind: 'found'; verdict: 'pass' | 'risky' | 'review'; text: number }
  /** The service gave no answer: down, over its rate, or too slow. */
  | { kind: 'unanswered'; text: number }
  /** errcode 61010: the author has not been here within the last two hours, and without that nothing is checked. */
  | { kind: 'author-away'; text: number }
  | { kind: 'author-here' }
  /** So many members say that others should not see it that they do not, until somebody has looked. */
  | { kind: 'reported'; text: number }
  /** An organizer's word, with a reason where it is no. */
  | { kind: 'decided'; verdict: 'pass' | 'reject'; by: MemberId | ''; reason?: string; text: number };

/** A note's or comment's way to others' eyes. It is a part of the check-in's document, and changes by that one's `rev`. */
export interface Moderation {
  state: NoteState;
  /** Rises with each wording: what is said of a former one is not said of this. */
  text: number;
  /** Photos pass a human until there are image checks. */
  photos: boolean;
  /** Checks in a row that had no answer. */
  tries: number;
  /** When it is asked about next; while `pending` alone. */
  dueAt?: Instant;
  reason?: string;
  /** The organizer whose word this is; it is final until the wording changes, whatever is reported. */
  decidedBy?: MemberId | '';
}

const SECOND = 1_000;
/** Waits after the first check without an answer, the second … The last one goes on until there is an answer. */
export const BACK_OFF_MS = [10, 30, 60, 120, 300].map((seconds) => seconds * SECOND);
const LONGEST_MS = 300 * SECOND;

/** Checks a minute: below the platform's 4,000, which other functions may use too. */
export const CHECKS_A_MINUTE = 3_000;

/** Others see a note in this state alone. */
export function isVisible({ state }: Pick<Moderation, 'state'>): boolean {
  return state === 'passed';
}

/** A note that nobody is to see yet. */
export function draft(): Moderation {
  return { state: 'draft', text: 0, photos: false, tries: 0 };
}

/** Into a state in which nothing is due. */
function resting({ state: _state, text, photos }: Moderation, state: NoteState): Moderation {
  return { state, text, photos, tries: 0 };
}

function pending(note: Moderation, now: Instant): Moderation {
  return { ...resting(note, 'pending'), dueAt: now };
}

function found(note: Moderation, verdict: 'pass' | 'risky' | 'review'): Moderation {
  switch (verdict) {
    case 'pass':
      return resting(note, note.photos ? 'human' : 'passed');
    case 'risky':
      return resting(note, 'rejected');
    case 'review':
      return resting(note, 'human');
    default:
      return verdict satisfies never;
  }
}

/**
 * An organizer's word counts wherever the note is asked about or seen; not for one that its author keeps. That somebody
 * has looked is news although the state stays.
 */
function decided(
  note: Moderation,
  { verdict, by, reason }: Extract<ModerationEvent, { kind: 'decided' }>,
): Moderation | undefined {
  if (note.state === 'draft') return undefined;
  const state = verdict === 'pass' ? 'passed' : 'rejected';
  if (state === note.state && note.decidedBy !== undefined) return undefined;
  return { ...resting(note, state), decidedBy: by, ...(reason !== undefined && { reason }) };
}

/**
 * The note after that; `undefined` where it changes nothing: an answer about a former wording, a second answer, news for
 * a note that waits for none.
 */
export function after(note: Moderation, event: ModerationEvent, now: Instant): Moderation | undefined {
  if ('text' in event && event.text !== note.text) return undefined;
  const { state } = note;
  switch (event.kind) {
    case 'submitted':
      return { ...pending(note, now), text: note.text + 1, photos: event.photos };
    case 'kept-back':
      return state === 'draft' ? undefined : resting(note, 'draft');
    case 'found':
      return state === 'pending' ? found(note, event.verdict) : undefined;
    case 'unanswered': {
      if (state !== 'pending') return undefined;
      return { ...note, tries: note.tries + 1, dueAt: now + (BACK_OFF_MS[note.tries] ?? LONGEST_MS) };
    }
    case 'author-away':
      return state === 'pending' ? resting(note, 'waiting-for-author') : undefined;
    case 'author-here':
      return state === 'waiting-for-author' ? pending(note, now) : undefined;
    case 'reported':
      return state === 'passed' && note.decidedBy === undefined ? resting(note, 'human') : undefined;
    case 'decided':
      return decided(note, event);
    default:
      return event satisfies never;
  }
}
