import * as v from 'valibot';
import type { LogRecord } from '../../domain/activity/log';
import type { MemberRecord } from '../../domain/member/member';
import type { LogEntry } from '../../types/contract';
import type { MemberId } from '../../types/vocabulary';
import { audited } from '../kit/audit';
import { _ } from '../kit/cloud';
import { byId, byIds, find } from '../kit/documents';
import { cursor, id } from '../kit/fields';
import { read } from '../kit/operation';
import { staff } from '../kit/policy';
import { LEFT } from './people';

const PAGE = 20;

function present({ _id, at, by, what, whom, count, reason }: LogRecord, names: Map<MemberId, string>): LogEntry {
  return {
    id: _id,
    at,
    by: names.get(by) ?? '',
    what,
    ...(whom !== undefined && { whom: names.get(whom) ?? LEFT }),
    ...(count !== undefined && { count }),
    ...(reason !== undefined && { reason }),
  };
}

/** Latest first; names are looked up now, so that who has left the union has none. */
export const log = read<'organizer.log'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({ activityId: id, cursor: v.exactOptional(cursor) }),
  async run({ activityId, cursor: from }, call) {
    const { now } = call;
    const [activity, found] = await Promise.all([
      byId('activities', activityId, { state: true }),
      // A command that came to nothing is remembered, and is no news.
      find<LogRecord>(
        'logs',
        { activityId, key: _.lt(from ?? '~'), count: _.neq(0) },
        { orderBy: ['key', 'desc'], limit: PAGE + 1 },
      ),
    ]);
    if (!activity) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'activity' } };
    const page = found.slice(0, PAGE);
    await audited(call, {
      what: 'organizer.log',
      of: { kind: 'activity', id: activityId },
      members: page.flatMap(({ whom }) => whom ?? []),
      phones: 'none',
    });
    const ids = page
      .flatMap(({ by, whom }) => [by, ...(whom === undefined ? [] : [whom])])
      .filter((each) => each !== '');
    const members = await byIds<Pick<MemberRecord, '_id' | 'name'>>('members', ids, { name: true });
    const names = new Map(members.map(({ _id, name }) => [_id, name]));
    const last = page.at(-1);
    return {
      ok: true,
      value: {
        items: page.map((entry) => present(entry, names)),
        now,
        ...(found.length > PAGE && last && { next: last.key }),
      },
    };
  },
});
