import * as v from 'valibot';
import type { MemberRecord } from '../../domain/member/member';
import type { AnnouncementRecord } from '../../domain/message/announcement';
import type { Announcement } from '../../types/contract';
import type { MemberId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, byIds, find } from '../kit/documents';
import { cursor, id } from '../kit/fields';
import { read } from '../kit/operation';
import { staff } from '../kit/policy';

const PAGE = 20;

function present(record: AnnouncementRecord, names: Map<MemberId, string>): Announcement {
  const { _id, at, by, text, to, sessionId, sessions, written, doneAt } = record;
  const name = sessions.find((session) => session.id === sessionId)?.name ?? '';
  return {
    ...{ id: _id, at, by: names.get(by) ?? '', text, to, written, done: doneAt !== undefined },
    ...(sessionId !== undefined && { session: { id: sessionId, name } }),
  };
}

/** Latest first; names are looked up now, so that who has left the union has none. */
export const announcements = read<'organizer.announcements'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({ activityId: id, cursor: v.exactOptional(cursor) }),
  async run({ activityId, cursor: from = '~' }, { now }) {
    const [activity, found] = await Promise.all([
      byId('activities', activityId, { state: true }),
      find<AnnouncementRecord>(
        'announcements',
        { activityId, key: _.lt(from) },
        { orderBy: ['key', 'desc'], limit: PAGE + 1 },
      ),
    ]);
    if (!activity) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'activity' } };
    const page = found.slice(0, PAGE);
    const writers = page.map(({ by }) => by).filter((by) => by !== '');
    const members = await byIds<Pick<MemberRecord, '_id' | 'name'>>('members', writers, { name: true });
    const names = new Map(members.map(({ _id, name }) => [_id, name]));
    const last = page.at(-1);
    return {
      ok: true,
      value: {
        items: page.map((record) => present(record, names)),
        now,
        ...(found.length > PAGE && last && { next: last.key }),
      },
    };
  },
});
