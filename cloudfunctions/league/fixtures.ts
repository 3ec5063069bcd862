import * as v from 'valibot';
import { fixtureViews, roundsIn } from '../../domain/league/fixture-view';
import { id } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { groupId, stageId } from './outcome-fields';
import { noLeague, seenLeague, viewerOf } from './seen-league';

/** A bracket of 128; of more, whoever looks begins with a later round. */
const MOST = 127;

/** Two calls. Of groups one group's matches, the first one's where none is named. */
export const fixtures = read<'league.fixtures'>({
  policy: anyone,
  schema: v.strictObject({
    ...{ leagueId: id, stage: stageId, group: v.exactOptional(groupId) },
    round: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
  }),
  async run({ leagueId, stage: of, group, round = 1 }, { caller, now }) {
    const seen = await seenLeague(leagueId, caller, now);
    if (!seen) return noLeague;
    const { league } = seen;
    const viewer = viewerOf(seen);
    const stage = league.stages.find(({ id: one }) => one === of);
    if (!stage) return { ok: true, value: { rounds: 0, items: [], now } };
    const only = stage.kind === 'groups' ? (group ?? stage.groups[0]?.id) : undefined;
    const own = fixtureViews(league, viewer).filter((each) => each.stage === of && each.group === only);
    const items = own.filter((each) => each.round >= round).slice(-MOST);
    return { ok: true, value: { rounds: roundsIn(stage), items, now } };
  },
});
