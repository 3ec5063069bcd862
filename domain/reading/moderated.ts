import { ABANDONED_MS } from '../../types/limits';
import type { CheckInId, Instant, MemberId } from '../../types/vocabulary';
import type { Report } from './check-in-record';
import { isVisible, type Moderation } from './moderation';

/** A note, or what was said of one: what others see only when it passed. */
export interface Moderated {
  /** When and id. */
  madeKey: string;
  moderation: Moderation;
  reports: Report[];
  /** When it is to be checked; absent: nobody waits for that. */
  checkAt?: Instant;
  /** `madeKey`, while others see it. */
  feedKey?: string;
  /** `madeKey`, while a human should look at it. */
  queueKey?: string;
  /** An organizer wants it seen: this wording, and none after it. */
  featured?: true;
  /** Of a comment: what it was said of. */
  noteId?: CheckInId;
  /** Of a comment: when the note is to be told once more whether it counts this one. */
  tellAt?: Instant;
}

/** What members said of the wording that stands now. */
export function reportsOf({ reports, moderation }: Pick<Moderated, 'reports' | 'moderation'>): Report[] {
  return reports.filter(({ text }) => text === moderation.text);
}

/** Where nobody else can, or where members ask for it; whatever an organizer has decided they have looked at. */
function wantsHuman(words: Pick<Moderated, 'reports' | 'moderation'>): boolean {
  const { state, decidedBy } = words.moderation;
  if (state === 'human' || state === 'waiting-for-author') return true;
  return state === 'passed' && decidedBy === undefined && reportsOf(words).length > 0;
}

type Keys = Pick<Moderated, 'checkAt' | 'feedKey' | 'queueKey'>;

/** All that indexes find it by, from what became of it: so they cannot say different things. */
export function keysOf(words: Pick<Moderated, 'madeKey' | 'reports' | 'moderation'>): Keys {
  const { madeKey, moderation } = words;
  return {
    ...(moderation.dueAt !== undefined && { checkAt: moderation.dueAt }),
    ...(isVisible(moderation) && { feedKey: madeKey }),
    ...(wantsHuman(words) && { queueKey: madeKey }),
  };
}

/**
 * With another moderation or more reports, and what follows from them. Every change of either comes through here. The
 * note is told at once that it counts a comment, or no longer; and once more when whoever told it something older is
 * certainly dead.
 */
export function moderated<T extends Moderated>(
  words: T,
  moderation: Moderation,
  now: Instant,
  said: readonly Report[] = words.reports,
): T {
  const { checkAt: _check, feedKey: _feed, queueKey: _queue, featured, ...rest } = words;
  const reports = reportsOf({ reports: [...said], moderation });
  const flips = isVisible(words.moderation) !== isVisible(moderation);
  const next = {
    ...{ ...rest, moderation, reports },
    ...keysOf({ madeKey: words.madeKey, moderation, reports }),
    ...(featured && moderation.text === words.moderation.text && { featured }),
    ...(words.noteId !== undefined && flips && { tellAt: now + ABANDONED_MS }),
  };
  // Only keys that the shape lets be absent were taken away.
  return next as unknown as T;
}

/** Who reads a note: everybody once it passed, its author always, and organizers what is on its way. */
export function mayRead(
  { memberId, moderation }: { memberId: MemberId; moderation: Moderation },
  who: { memberId?: MemberId | undefined; organizer: boolean },
): boolean {
  if (isVisible(moderation) || memberId === who.memberId) return true;
  return who.organizer && moderation.state !== 'draft';
}
