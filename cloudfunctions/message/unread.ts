import * as v from 'valibot';
import { unreadFrom } from '../../domain/message/message';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';

/** Asked by every phone that is opened, so it looks at one entry of an index and at nothing else. */
export const unread = read<'message.unread'>({
  policy: anyone,
  schema: v.strictObject({}),
  async run(_input, { caller, now }) {
    const { memberId, seenUpTo = 0 } = caller;
    if (memberId === undefined) return { ok: true, value: { unread: false, now } };
    const unseen = { memberId, key: _.gte(unreadFrom(seenUpTo)) };
    const [first] = await find('messages', unseen, { limit: 1, projection: { _id: true } });
    return { ok: true, value: { unread: first !== undefined, now } };
  },
});
