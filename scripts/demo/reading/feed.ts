import type { CheckInRecord } from '../../../domain/reading/check-in-record';
import { type CommentRecord, newComment } from '../../../domain/reading/comment';
import { type Moderated, moderated } from '../../../domain/reading/moderated';
import { after, type ModerationEvent } from '../../../domain/reading/moderation';
import { reported } from '../../../domain/reading/report';
import type { Instant } from '../../../types/vocabulary';
import { chanceOf, demoId, demoRequest } from '../chance';
import type { ReadingPerson } from './reading-person';
import { COMMENTS } from './words';

const MINUTE = 60_000;

function found<T extends Moderated>(words: T, verdict: 'pass' | 'review', at: Instant): T {
  const event: ModerationEvent = { kind: 'found', verdict, text: words.moderation.text };
  const next = after(words.moderation, event, at);
  if (!next) return words;
  const { tellAt: _told, ...done } = moderated(words, next, at);
  return done as T;
}

/** One of the others who is seen says something of a note. */
function commentOn(
  note: CheckInRecord,
  people: readonly ReadingPerson[],
  turn: number,
  now: Instant,
): CommentRecord | undefined {
  const chance = chanceOf(`comment ${note._id} ${turn}`);
  const { reader } = chance.pick(people);
  const at = note.at + (5 + 40 * turn + chance.below(30)) * MINUTE;
  if (reader.memberId === note.memberId || reader.name === undefined || at >= now) return undefined;
  const _id = demoId(`comment ${note._id} ${turn}`);
  const { memberId, name: author, enterpriseName } = reader;
  const said = { _id, noteId: note._id, memberId, author, enterpriseName, text: chance.pick(COMMENTS), at };
  const comment = newComment(said, { id: demoRequest(`comment ${_id}`, at), digest: '' });
  return found(comment, 'pass', at + MINUTE);
}

/** With those who like it, and what of the comments others see. */
function liked(
  note: CheckInRecord,
  people: readonly ReadingPerson[],
  comments: readonly CommentRecord[],
): CheckInRecord {
  const chance = chanceOf(`likes ${note._id}`);
  const likers = chance.shuffled(people).slice(0, chance.below(14));
  const likedBy = Object.fromEntries(
    likers
      .filter(({ reader }) => reader.memberId !== note.memberId)
      .map(({ reader }) => [reader.memberId, true as const]),
  );
  const said = Object.fromEntries(comments.map(({ _id }) => [_id, true as const]));
  return { ...note, likedBy, likes: Object.keys(likedBy).length, said, comments: comments.length };
}

/** Every tenth note waits for an organizer, one was reported, and three are shown at the top. */
export function discussed(
  people: readonly ReadingPerson[],
  now: Instant,
): { checkIns: CheckInRecord[]; comments: CommentRecord[] } {
  const comments: CommentRecord[] = [];
  const one = [...new Map(people.map((person) => [person.reader.memberId, person])).values()];
  let notes = 0;
  const checkIns = people
    .flatMap((person) => person.checkIns)
    .map((record) => {
      if (record.moderation.state !== 'pending') return record;
      notes += 1;
      if (notes % 10 === 0) return found(record, 'review', record.at + MINUTE);
      const note = found(record, 'pass', record.at + MINUTE);
      const said = [0, 1, 2].slice(0, notes % 4).flatMap((turn) => commentOn(note, one, turn, now) ?? []);
      comments.push(...said);
      const seen = liked(note, one, said);
      if (notes % 17 === 0) return { ...seen, featured: true as const };
      const [by] = one.filter(({ reader }) => reader.memberId !== note.memberId);
      if (notes !== 7 || !by) return seen;
      return reported(seen, { by: by.reader.memberId, reason: '和书没有关系' }, now) ?? seen;
    });
  return { checkIns, comments };
}
