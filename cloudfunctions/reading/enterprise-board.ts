import * as v from 'valibot';
import type { BoardShard } from '../../domain/reading/board';
import { periodFor } from '../../domain/reading/board-news';
import { termsOf } from '../../domain/reading/challenge-record';
import { rankedIn, sizeClassOf, totalsOf } from '../../domain/reading/enterprise-ranking';
import { boardId } from '../../domain/reading/score';
import { dayOf } from '../../domain/time/shanghai';
import { BOARD_SPANS, SIZE_CLASSES } from '../../types/contract';
import { find } from '../kit/documents';
import { id } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { lastCensus } from './census';
import { knownChallenge } from './known-challenge';

const SHARDS_MOST = 100;

/** One's own shows in the class that it is in; whoever works nowhere has none. */
export const enterpriseBoard = read<'reading.enterpriseBoard'>({
  policy: anyone,
  schema: v.strictObject({
    challengeId: id,
    span: v.picklist(BOARD_SPANS),
    when: v.picklist(['now', 'before']),
    size: v.picklist(SIZE_CLASSES),
  }),
  async run({ challengeId, span, when, size }, { caller, now }) {
    const challenge = await knownChallenge(challengeId);
    if (!challenge) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'challenge' } };
    const period = periodFor(termsOf(challenge), span, when, dayOf(now));
    const of = boardId(challengeId, period);
    const options = { limit: SHARDS_MOST, projection: { sums: true } };
    const [shards, { counts, names, at }] = await Promise.all([
      find<Pick<BoardShard, '_id' | 'sums'>>('boards', { of }, options),
      lastCensus(now),
    ]);
    const totals = [...totalsOf(shards)].map(([each, amount]) => ({ ...amount, id: each, members: counts[each] ?? 0 }));
    const rows = rankedIn(size, totals).map(({ id: enterpriseId, ...row }) => ({
      ...row,
      enterpriseId,
      name: names[enterpriseId] ?? '',
      ...(enterpriseId === caller.enterpriseId && { mine: true as const }),
    }));
    const ownSize = caller.enterpriseId === undefined ? undefined : sizeClassOf(counts[caller.enterpriseId] ?? 0);
    const { from, to } = period;
    return {
      ok: true,
      value: { rows, ...(ownSize !== undefined && { ownSize }), countedAt: at, from, to, now },
    };
  },
});
