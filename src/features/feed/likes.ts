import { create } from 'zustand';
import type { NoteCard } from '../../../types/contract/reading-feed';
import type { CheckInId, Instant } from '../../../types/vocabulary';
import { call, type RefusedBy } from '../../cloud/call';
import { serverNow } from '../../cloud/clock';

/** A note, and when the server said so: what was tapped since is newer than that. */
export type NoteAsOf = NoteCard & { asOf: Instant };

interface Tapped {
  liked: boolean;
  likes: number;
  /** When it was answered; absent while it is under way. */
  at?: Instant;
}

interface Likes {
  tapped: Record<CheckInId, Tapped>;
  refused: Record<CheckInId, RefusedBy<'reading.like'>>;
}

/** What was tapped in this visit: one for all pages that show the note. */
export const useLikes = create<Likes>(() => ({ tapped: {}, refused: {} }));

function without<T>(record: Record<CheckInId, T>, id: CheckInId): Record<CheckInId, T> {
  const { [id]: _gone, ...rest } = record;
  return rest;
}

/** The note with what was tapped since, which is felt before it is answered. */
export function likedAsOf(note: NoteAsOf, tapped: Tapped | undefined): Pick<NoteCard, 'liked' | 'likes'> {
  const newer = tapped !== undefined && (tapped.at === undefined || tapped.at > note.asOf);
  return newer ? { liked: tapped.liked, likes: tapped.likes } : { liked: note.liked, likes: note.likes };
}

/** Tells the server until it has heard the last tap: who taps twice while the first is under way means the second. */
async function tell(id: CheckInId): Promise<void> {
  for (;;) {
    const wanted = useLikes.getState().tapped[id]?.liked ?? false;
    const outcome = await call('reading.like', { noteId: id, liked: wanted });
    const { tapped, refused } = useLikes.getState();
    if (!outcome.ok) {
      // Nothing stays on the screen that the server does not know of.
      useLikes.setState({ tapped: without(tapped, id), refused: { ...refused, [id]: outcome } });
      return;
    }
    const last = tapped[id];
    if (last?.liked === wanted) {
      useLikes.setState({ tapped: { ...tapped, [id]: { ...last, at: serverNow() } } });
      return;
    }
  }
}

/** Likes it, or likes it no more. */
export function tapLike(note: NoteAsOf): void {
  const { tapped, refused } = useLikes.getState();
  const before = tapped[note.id];
  const { liked, likes } = likedAsOf(note, before);
  const after = { liked: !liked, likes: Math.max(0, likes + (liked ? -1 : 1)) };
  useLikes.setState({ tapped: { ...tapped, [note.id]: after }, refused: without(refused, note.id) });
  if (before === undefined || before.at !== undefined) void tell(note.id);
}
