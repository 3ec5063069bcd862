import * as v from 'valibot';
import { resolved } from '../../domain/league/league-state';
import { tableViews } from '../../domain/league/table-view';
import { id } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { groupId, stageId } from './outcome-fields';
import { noLeague, seenLeague, viewerOf } from './seen-league';

/** As many as a page shows without growing long. */
const TABLES = 8;

/** Two calls: the caller, and the league with what they are to it. A stage that is none, or a knockout, has no tables. */
export const tables = read<'league.tables'>({
  policy: anyone,
  schema: v.strictObject({ leagueId: id, stage: stageId, from: v.exactOptional(groupId) }),
  async run({ leagueId, stage: of, from }, { caller, now }) {
    const seen = await seenLeague(leagueId, caller, now);
    if (!seen) return noLeague;
    const { league } = seen;
    const viewer = viewerOf(seen);
    const stage = league.stages.find(({ id: one }) => one === of);
    const all = stage?.kind === 'groups' ? tableViews(league, stage, viewer, resolved(league)) : [];
    const at = Math.max(
      0,
      all.findIndex(({ group }) => group === from),
    );
    const next = all[at + TABLES]?.group;
    return { ok: true, value: { tables: all.slice(at, at + TABLES), now, ...(next !== undefined && { next }) } };
  },
});
