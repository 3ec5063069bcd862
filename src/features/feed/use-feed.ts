import type { OpOf } from '../../../types/contract';
import type { InputOf, ValueOf } from '../../../types/contract/op';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { type Paged, usePages } from '../../cloud/use-pages';
import type { NoteAsOf } from './likes';

/** Which notes: of one challenge or book, or of all; the featured ones alone. */
export type WhichNotes = Omit<InputOf<OpOf<'reading.feed'>>, 'cursor'>;
type FeedPage = ValueOf<OpOf<'reading.feed'>>;

interface NotesPage {
  items: NoteAsOf[];
  next?: string;
}

/** Each note keeps when it was said, so that a tap since is known to be newer. */
function dated({ items, next, now }: FeedPage): NotesPage {
  return { items: items.map((note) => ({ ...note, asOf: now })), ...(next !== undefined && { next }) };
}

async function ask(which: WhichNotes, cursor: string | undefined) {
  const outcome = await call('reading.feed', cursor === undefined ? which : { ...which, cursor });
  return outcome.ok ? { ok: true as const, value: dated(outcome.value) } : outcome;
}

/** Notes that passed, latest first, twenty at a time. */
export function useFeed(which: WhichNotes): Paged<NoteAsOf, NotesPage, RefusedBy<'reading.feed'>> {
  const version = useAnswers(({ versions }) => versions['reading.feed'] ?? 0);
  return usePages<NoteAsOf, NotesPage, RefusedBy<'reading.feed'>>(JSON.stringify(which), version, (cursor) =>
    ask(which, cursor),
  );
}
