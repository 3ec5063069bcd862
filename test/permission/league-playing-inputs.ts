import type { RunningCloud } from '../support/cloud';
import {
  addLeague,
  atLeague,
  drawnLeague,
  isPaired,
  leaguePlan,
  matchesNow,
  playOut,
  won,
} from '../support/drawn-league';
import { accepted } from '../support/organizing';
import { addMembers, memberOf } from '../support/town';

type Inputs = Record<string, (openid: string) => Promise<object> | object>;

/** The table's own scope: a referee's grant is for it. */
const OWN = 'music';
const GROUP = { first: { kind: 'groups' as const, groups: 1, rounds: 1 as const, bestOf: 1, minutes: 30 } };

/** Twelve teams, all against all: a match for whoever may enter a result. */
export async function addLeagueThings(cloud: RunningCloud): Promise<void> {
  await drawnLeague(cloud, OWN, { teams: 12, plan: { format: GROUP } });
  accepted((await atLeague(cloud, 'publishSchedule', { leagueId: OWN })).answer);
}

/** Leagues and matches as the operations need them, each made anew. */
function scenes(cloud: () => RunningCloud) {
  let made = 0;
  const fresh = () => `played-${++made}`;
  const drawn = async () => {
    const leagueId = fresh();
    await drawnLeague(cloud(), leagueId, { teams: 3, plan: { format: GROUP } });
    return leagueId;
  };
  const match = async () => {
    const open = (await matchesNow(cloud(), OWN)).filter((each) => isPaired(each) && each.state === 'unplayed');
    return { leagueId: OWN, fixtureId: open[0]?.id ?? '' };
  };
  const played = async () => {
    const leagueId = await drawn();
    await playOut(cloud(), leagueId);
    return leagueId;
  };
  /** Each has won one: nothing but lots decides. */
  const level = async () => {
    const leagueId = await drawn();
    for (const each of await matchesNow(cloud(), leagueId)) {
      const [one, other] = each.sides.map((side) => (side.kind === 'entry' ? Number(side.id.slice(-1)) : 0));
      const first = ((other ?? 0) - (one ?? 0) + 3) % 3 === 1;
      const input = { leagueId, fixtureId: each.id, outcome: won(first ? 0 : 1) };
      accepted((await atLeague(cloud(), 'enterResult', input)).answer);
    }
    return leagueId;
  };
  return { fresh, drawn, match, played, level };
}

/** What the operations from the draw on are asked with, so that nothing but permission can refuse it. */
export function leaguePlayingInputs(cloud: () => RunningCloud): Inputs {
  const { fresh, drawn, match, played, level } = scenes(cloud);
  const own = { leagueId: OWN };
  return {
    'league.tables': () => ({ ...own, stage: 'first' }),
    'league.fixtures': () => ({ ...own, stage: 'first' }),
    'league.schedule': () => own,
    'league.fixture': match,
    'league.report': async () => ({ ...(await match()), outcome: won(0) }),
    'league.confirm': match,
    'league.dispute': async () => ({ ...(await match()), words: '不对', photos: [] }),
    'league.takeBack': match,
    'league.enterResult': async (openid) => {
      const memberId = memberOf(openid)._id;
      await atLeague(cloud(), 'setReferee', { ...own, memberId, courts: ['ca', 'cb'] });
      return { ...(await match()), outcome: won(0) };
    },
    'league.previewLeague': () => ({ plan: leaguePlan(), entries: 8 }),
    'league.draw': async () => {
      const leagueId = fresh();
      await addLeague(cloud(), leagueId, { teams: 3, plan: { format: GROUP } });
      return { leagueId, seeds: [] };
    },
    'league.previewSchedule': async () => ({ leagueId: await drawn() }),
    'league.publishSchedule': async () => ({ leagueId: await drawn() }),
    'league.setReferee': async () => {
      const member = memberOf(`refers-${fresh()}`);
      await addMembers(cloud(), [member]);
      return { leagueId: await drawn(), memberId: member._id, courts: ['ca'] };
    },
    'league.correct': async () => {
      const leagueId = await played();
      const [first] = await matchesNow(cloud(), leagueId);
      return { leagueId, fixtureId: first?.id ?? '', reason: '记错了' };
    },
    'league.drawLots': async () => ({ leagueId: await level(), stage: 'first', group: 'A' }),
    'league.finish': async () => ({ leagueId: await played() }),
  };
}
