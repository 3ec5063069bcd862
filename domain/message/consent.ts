import { MESSAGE_KINDS, type MessageKind } from '../../types/vocabulary';

/** Messages outside the app that somebody agreed to and has not had yet. */
export type Consents = Partial<Record<MessageKind, number>>;

/** Yeses of one kind that count at most: the platform collects more, and nobody needs them. */
export const CONSENTS_MOST = 10;

/** Each kind once, in the order of the vocabulary, however they came in. */
export function kindsAmong(kinds: readonly MessageKind[]): MessageKind[] {
  return MESSAGE_KINDS.filter((kind) => kinds.includes(kind));
}

/** Those of which one more yes still counts. */
export function countingKinds(kinds: readonly MessageKind[], consents: Consents): MessageKind[] {
  return kindsAmong(kinds).filter((kind) => (consents[kind] ?? 0) < CONSENTS_MOST);
}
