import * as v from 'valibot';
import type { ChallengeRecord } from '../../domain/reading/challenge-record';
import { managedOf } from '../../domain/reading/organizing';
import { dayOf } from '../../domain/time/shanghai';
import type { ManagedChallenge } from '../../types/contract';
import type { ChallengeId, Instant } from '../../types/vocabulary';
import { _, database } from '../kit/cloud';
import { byId, find } from '../kit/documents';
import { cursor, id } from '../kit/fields';
import { read } from '../kit/operation';
import { organizers } from './organizers';

const PAGE = 20;

export const noChallenge = { ok: false, refusal: 'NOT_FOUND', detail: { what: 'challenge' } } as const;

/** How many have joined each of the challenges. */
async function countsJoined(ids: readonly ChallengeId[]): Promise<Map<ChallengeId, number>> {
  if (ids.length === 0) return new Map();
  const { list } = await database
    .collection('readers')
    .aggregate()
    .match({ challengeId: _.in(ids) })
    .group({ _id: '$challengeId', count: _.aggregate.sum(1) })
    .limit(ids.length)
    .end();
  return new Map((list as { _id: ChallengeId; count: number }[]).map(({ _id, count }) => [_id, count]));
}

export async function presentManaged(
  challenges: readonly ChallengeRecord[],
  now: Instant,
): Promise<ManagedChallenge[]> {
  // Nobody has joined what is not published.
  const joinable = challenges.filter(({ state }) => state !== 'draft').map(({ _id }) => _id);
  const counts = await countsJoined(joinable);
  return challenges.map((challenge) => managedOf(challenge, counts.get(challenge._id) ?? 0, dayOf(now)));
}

/** Drafts too; what ends last at the top. */
export const managedChallenges = read<'reading.managedChallenges'>({
  policy: organizers,
  schema: v.strictObject({
    state: v.exactOptional(v.picklist(['draft', 'published', 'closed'])),
    cursor: v.exactOptional(cursor),
  }),
  async run({ state, cursor: from = '~' }, { now }) {
    const filter = { ...(state !== undefined && { state }), endKey: _.lt(from) };
    const found = await find<ChallengeRecord>('challenges', filter, { orderBy: ['endKey', 'desc'], limit: PAGE + 1 });
    const page = found.slice(0, PAGE);
    const last = page.at(-1);
    const items = await presentManaged(page, now);
    return { ok: true, value: { items, ...(found.length > PAGE && last && { next: last.endKey }) } };
  },
});

export const managedChallenge = read<'reading.managedChallenge'>({
  policy: organizers,
  schema: v.strictObject({ challengeId: id }),
  async run({ challengeId }, { now }) {
    const challenge = await byId<ChallengeRecord>('challenges', challengeId);
    const [value] = challenge ? await presentManaged([challenge], now) : [];
    return value ? { ok: true, value } : noChallenge;
  },
});
