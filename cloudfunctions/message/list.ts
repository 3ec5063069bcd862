import * as v from 'valibot';
import { type MessageRecord, type StoredMessage, upgraded } from '../../domain/message/message';
import type { Message } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { cursor } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';

const PAGE = 20;

function present(record: MessageRecord, seenUpTo: Instant): Message {
  const { _id: id, at, title } = record;
  const reason = record.about === 'announcement' ? undefined : record.reason;
  const told = { id, at, title, ...(reason !== undefined && { reason }), unread: at > seenUpTo };
  switch (record.about) {
    case 'registration': {
      const { about, kind, activityId, registrationId, sessionName, startsAt, offerUntil } = record;
      const of = { about, kind, activityId, registrationId, sessionName, startsAt };
      return { ...told, ...of, ...(offerUntil !== undefined && { offerUntil }) };
    }
    case 'redemption': {
      const { about, kind, redemptionId, useUntil, refunded } = record;
      return { ...told, about, kind, redemptionId, useUntil, ...(refunded !== undefined && { refunded }) };
    }
    case 'league': {
      const { about, kind, leagueId, match, answerUntil, place } = record;
      const of = { about, kind, leagueId, ...(match && { match }), ...(place && { place }) };
      return { ...told, ...of, ...(answerUntil !== undefined && { answerUntil }) };
    }
    case 'announcement': {
      const { about, kind, activityId, sessionName, startsAt, text = '' } = record;
      return { ...told, about, kind, activityId, sessionName, startsAt, text };
    }
    default:
      return record satisfies never;
  }
}

export const list = read<'message.list'>({
  policy: anyone,
  schema: v.strictObject({ cursor: v.exactOptional(cursor) }),
  async run({ cursor: from = '~' }, { caller, now }) {
    const { memberId, seenUpTo = 0 } = caller;
    if (memberId === undefined) return { ok: true, value: { items: [], now } };
    const found = await find<StoredMessage>(
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
        items: page.map((record) => present(upgraded(record), seenUpTo)),
        now,
        ...(found.length > PAGE && last && { next: last.key }),
      },
    };
  },
});
