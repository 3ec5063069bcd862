import * as v from 'valibot';
import { fixtureViews, roundsIn } from '../../domain/league/fixture-view';
import { id } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { seenLeague } from './league-change';
import { groupId, stageId } from './outcome-fields';
import { isOrganizer } from './roles';
import { viewerOf } from './viewer';

/** A bracket of 128; of more, whoever looks begins with a later round. */
const MOST = 127;

/** Three calls. Of groups one group's matches, the first one's where none is named. */
export const fixtures = read<'league.fixtures'>({
  policy: anyone,
  schema: v.strictObject({
    ...{ leagueId: id, stage: stageId, group: v.exactOptional(groupId) },
    round: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
  }),
  async run({ leagueId, stage: of, group, round = 1 }, { caller, now }) {
    const [league, viewer] = await Promise.all([
      seenLeague(leagueId, isOrganizer(caller, now), now),
      viewerOf(caller, leagueId),
    ]);
    if (!league) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'league' } };
    const stage = league.stages.find(({ id: one }) => one === of);
    if (!stage) return { ok: true, value: { rounds: 0, items: [], now } };
    const only = stage.kind === 'groups' ? (group ?? stage.groups[0]?.id) : undefined;
    const own = fixtureViews(league, viewer).filter((each) => each.stage === of && each.group === only);
    const items = own.filter((each) => each.round >= round).slice(-MOST);
    return { ok: true, value: { rounds: roundsIn(stage), items, now } };
  },
});
