import * as v from 'valibot';
import type { ChallengeRecord } from '../../domain/reading/challenge-record';
import { dayOf } from '../../domain/time/shanghai';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { cursor } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { presentChallenge } from './present';

const PAGE = 20;

export const challenges = read<'reading.challenges'>({
  policy: anyone,
  schema: v.strictObject({ cursor: v.exactOptional(cursor) }),
  async run({ cursor: from }, { now }) {
    const filter = { state: _.in(['published', 'closed']), ...(from !== undefined && { endKey: _.lt(from) }) };
    const found = await find<ChallengeRecord>('challenges', filter, { orderBy: ['endKey', 'desc'], limit: PAGE + 1 });
    const page = found.slice(0, PAGE);
    const last = page.at(-1);
    const items = page.map((challenge) => presentChallenge(challenge, dayOf(now)));
    return { ok: true, value: { items, now, ...(found.length > PAGE && last && { next: last.endKey }) } };
  },
});
