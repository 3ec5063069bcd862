import * as v from 'valibot';
import type { MessageRecord } from '../../domain/message/message';
import type { Message } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { cursor } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';

const PAGE = 20;

function present(record: MessageRecord, seenUpTo: Instant): Message {
  const { _id, at, kind, activityId, registrationId, title, sessionName, startsAt, offerUntil, reason } = record;
  return {
    id: _id,
    at,
    kind,
    activityId,
    registrationId,
    title,
    sessionName,
    startsAt,
    ...(offerUntil !== undefined && { offerUntil }),
    ...(reason !== undefined && { reason }),
    unread: at > seenUpTo,
  };
}

export const list = read<'message.list'>({
  policy: anyone,
  schema: v.strictObject({ cursor: v.exactOptional(cursor) }),
  async run({ cursor: from = '~' }, { caller, now }) {
    const { memberId, seenUpTo = 0 } = caller;
    if (memberId === undefined) return { ok: true, value: { items: [], now } };
    const found = await find<MessageRecord>(
      'messages',
      // What stands nowhere in the app has no key.
      { memberId, key: _.lt(from) },
      { orderBy: ['key', 'desc'], limit: PAGE + 1 },
    );
    const page = found.slice(0, PAGE);
    const last = page.at(-1);
    return {
      ok: true,
      value: {
        items: page.map((record) => present(record, seenUpTo)),
        now,
        ...(found.length > PAGE && last && { next: last.key }),
      },
    };
  },
});
