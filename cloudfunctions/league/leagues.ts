import * as v from 'valibot';
import { LISTED, type ListedLeague, leagueCard } from '../../domain/league/league-card';
import { timeKey } from '../../domain/time/shanghai';
import { BRANDS } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { cursor } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';

const PAGE = 20;
const SEEN = ['open', 'drawn', 'finished', 'cancelled'] as const;

export const leagues = read<'league.leagues'>({
  policy: anyone,
  schema: v.strictObject({
    brand: v.exactOptional(v.picklist(BRANDS)),
    past: v.exactOptional(v.boolean()),
    cursor: v.exactOptional(cursor),
  }),
  async run({ brand, past = false, cursor: from }, { now }) {
    const edge = from ?? timeKey(now);
    const key = past ? _.lt(edge) : _.gt(edge);
    const filter = { state: _.in(SEEN), ...(brand !== undefined && { 'plan.brand': brand }), endKey: key };
    const found = await find<ListedLeague>('leagues', filter, {
      ...{ orderBy: ['endKey', past ? 'desc' : 'asc'], limit: PAGE + 1, projection: LISTED },
    });
    const page = found.slice(0, PAGE);
    const last = page.at(-1);
    const items = page.map((league) => leagueCard(league, now));
    return { ok: true, value: { items, now, ...(found.length > PAGE && last && { next: last.endKey }) } };
  },
});
