import * as v from 'valibot';
import { digestOfText } from '../../domain/id/base32';
import type { CheckInRecord } from '../../domain/reading/check-in-record';
import {
  COMMENT_CHARACTERS,
  COMMENTS_AN_HOUR,
  COMMENTS_MOST,
  type CommentRecord,
  hourBefore,
  newComment,
  saysTooMuch,
} from '../../domain/reading/comment';
import { recall } from '../../domain/request/remembered';
import type { Answer, ReadingContract } from '../../types/contract';
import type { CheckInId, CommentId, EnterpriseId, MemberId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, find, insertOnce } from '../kit/documents';
import { text } from '../kit/fields';
import { type WriteCall, write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { checkInId } from './ids';
import { presentComment } from './present-note';
import { memberOf } from './readers';
import { loadProfile, nameOf, seenName } from './seen';

type CommentAnswer = Answer<ReadingContract['comment']>;
type Wish = { noteId: CheckInId; text: string };
type Who = { memberId: MemberId; enterpriseId: EnterpriseId };

/** As it was said, whatever became of it since: the same request is answered the same. */
function answerOf(comment: CommentRecord, { text: said }: Wish): CommentAnswer {
  const { requests, ...rest } = comment;
  const [request = { id: '', digest: '' }] = requests;
  return { ok: true, value: presentComment(newComment({ ...rest, text: said }, request), comment.memberId) };
}

/** What this very request was answered before. */
async function before(id: CommentId, wish: Wish, { request }: WriteCall): Promise<CommentAnswer | undefined> {
  const known = await byId<CommentRecord>('comments', id);
  if (!known) return undefined;
  if (recall(known.requests, request) === 'same') return answerOf(known, wish);
  return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
}

/** The comment as it may be said now, or why not. Many of one's own at the same moment may be a few too many. */
async function decided(id: CommentId, wish: Wish, who: Who, { request, now }: WriteCall) {
  const { noteId, text: said } = wish;
  const { memberId, enterpriseId } = who;
  const [note, author, enterpriseName, latest] = await Promise.all([
    byId<Pick<CheckInRecord, '_id' | 'feedKey' | 'comments'>>('checkIns', noteId, { feedKey: true, comments: true }),
    loadProfile(memberId).then(({ seenAs }) => seenName(memberId, seenAs)),
    nameOf(enterpriseId),
    find<Pick<CommentRecord, '_id' | 'at'>>(
      'comments',
      { memberId, at: _.gt(hourBefore(now)) },
      { limit: COMMENTS_AN_HOUR, orderBy: ['at', 'desc'], projection: { at: true } },
    ),
  ]);
  if (note?.feedKey === undefined) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'note' } } as const;
  if (author === undefined) return { ok: false, refusal: 'NO_NAME', detail: {} } as const;
  if (note.comments >= COMMENTS_MOST)
    return { ok: false, refusal: 'COMMENTS_FULL', detail: { most: COMMENTS_MOST } } as const;
  const until = saysTooMuch(latest, now);
  if (until !== undefined)
    return { ok: false, refusal: 'TOO_MANY', detail: { most: COMMENTS_AN_HOUR, until } } as const;
  return newComment({ _id: id, noteId, memberId, author, enterpriseName, text: said, at: now }, request);
}

/** Its id is made from the request, so that the same one says it once. */
export const comment = write<'reading.comment'>({
  policy: anyone,
  schema: v.strictObject({ noteId: checkInId, text: text(1, COMMENT_CHARACTERS) }),
  async run(wish, call) {
    const { caller, request } = call;
    const who = memberOf(caller);
    if (!who) return { ok: false, refusal: 'NOT_MEMBER', detail: {} };
    const id = `c${digestOfText(`comment ${caller.key} ${request.id}`).slice(0, 23)}`;
    const made = await decided(id, wish, who, call);
    if ('ok' in made) return (await before(id, wish, call)) ?? made;
    if (await insertOnce('comments', made)) return answerOf(made, wish);
    const known = await before(id, wish, call);
    if (!known) throw new Error('a comment is never removed');
    return known;
  },
});
