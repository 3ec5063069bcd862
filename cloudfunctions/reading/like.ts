import * as v from 'valibot';
import { LIKES_MOST } from '../../domain/reading/comment';
import type { CheckInId, MemberId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, changeIf } from '../kit/documents';
import { write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { checkInId } from './ids';
import type { ShownNote } from './present-note';
import { memberOf } from './readers';

const SEEN = { feedKey: _.exists(true) };

/** Who likes it and how many do change together, by one update that only counts a member who was not, or was, counted. */
function counted(noteId: CheckInId, mine: string, liked: boolean): Promise<boolean> {
  if (!liked) return changeIf('checkIns', noteId, { ...SEEN, [mine]: true }, { [mine]: _.remove(), likes: _.inc(-1) });
  const room = { [mine]: _.exists(false), likes: _.lt(LIKES_MOST) };
  return changeIf('checkIns', noteId, { ...SEEN, ...room }, { [mine]: true, likes: _.inc(1) });
}

/** Why nothing was counted. */
async function uncounted(noteId: CheckInId, memberId: MemberId, liked: boolean) {
  const projection = { feedKey: true, [`likedBy.${memberId}`]: true };
  const note = await byId<ShownNote>('checkIns', noteId, projection);
  if (note?.feedKey === undefined) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'note' } } as const;
  if (liked !== (note.likedBy?.[memberId] === true))
    return { ok: false, refusal: 'LIKES_FULL', detail: { most: LIKES_MOST } } as const;
  return { ok: true, value: { liked } } as const;
}

/** Doing it again changes nothing, so its request need not be remembered. */
export const like = write<'reading.like'>({
  policy: anyone,
  schema: v.strictObject({ noteId: checkInId, liked: v.boolean() }),
  async run({ noteId, liked }, { caller }) {
    const memberId = memberOf(caller)?.memberId;
    if (memberId === undefined) return { ok: false, refusal: 'NOT_MEMBER', detail: {} };
    if (await counted(noteId, `likedBy.${memberId}`, liked)) return { ok: true, value: { liked } };
    return uncounted(noteId, memberId, liked);
  },
});
