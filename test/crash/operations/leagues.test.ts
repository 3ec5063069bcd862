import { resultsAgree } from '../../support/auditor-results';
import type { LooseAnswer, RunningCloud } from '../../support/cloud';
import {
  atLeague,
  captainOf,
  drawnLeague,
  isPaired,
  matchesNow,
  playOut,
  requestId,
  sweepLeague,
  teamOn,
  won,
} from '../../support/drawn-league';
import { accepted } from '../../support/organizing';
import { saySeed } from '../../support/seed';
import { addEnterprises, advance, FIRST_ADMIN, startTown } from '../../support/town';

let cloud: RunningCloud;
let made = 0;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
});
afterAll(() => cloud.stop());

const GROUP = { first: { kind: 'groups' as const, groups: 1, rounds: 1 as const, bestOf: 1, minutes: 30 } };
/** Longer than all the time that goes by in a round: silence confirms nothing. */
const ANSWER = 2 * 1_440;

interface Command {
  leagueId: string;
  op: string;
  input: object;
  openid: string;
}

async function scene() {
  const leagueId = `r${++made}`;
  await drawnLeague(cloud, leagueId, { teams: 3, members: true, plan: { format: GROUP, answer: ANSWER } });
  const match = (await matchesNow(cloud, leagueId)).find(isPaired);
  if (!match) throw new Error('no match');
  const [home = '', away = ''] = ([0, 1] as const).map((side) => captainOf(leagueId, teamOn(match, side)));
  return { leagueId, home, away, input: { leagueId, fixtureId: match.id } };
}

const COMMANDS: Record<string, () => Promise<Command>> = {
  async report() {
    const { leagueId, home, input } = await scene();
    return { leagueId, op: 'report', input: { ...input, outcome: won(0) }, openid: home };
  },
  async confirm() {
    const { leagueId, home, away, input } = await scene();
    accepted((await atLeague(cloud, 'report', { ...input, outcome: won(0) }, home)).answer);
    return { leagueId, op: 'confirm', input, openid: away };
  },
  async enterResult() {
    const { leagueId, input } = await scene();
    return { leagueId, op: 'enterResult', input: { ...input, outcome: won(1) }, openid: FIRST_ADMIN };
  },
  async publishSchedule() {
    const { leagueId } = await scene();
    return { leagueId, op: 'publishSchedule', input: { leagueId }, openid: FIRST_ADMIN };
  },
  async finish() {
    const { leagueId } = await scene();
    await playOut(cloud, leagueId);
    return { leagueId, op: 'finish', input: { leagueId }, openid: FIRST_ADMIN };
  },
};

const send = async ({ op, input, openid }: Command, id: string): Promise<LooseAnswer> =>
  (await cloud.call('league' as string, op, input, { openid, requestId: id })).answer;

test.each(Object.entries(COMMANDS))(
  'killed at a wire call, %s is done once when it is sent again',
  async (op, prepare) => {
    for (let at = 1; at <= 4; at++) {
      const when = (at + saySeed()) % 2 === 0 ? 'before' : 'after';
      const command = await prepare();
      const id = requestId();
      await cloud.api('POST', 'faults', { function: 'league', op, at, when, effect: 'kill' });
      await send(command, id);
      await cloud.api('DELETE', 'faults');
      if (at % 2 === 0) await sweepLeague(cloud, 1);
      else await advance(cloud, 65_000);
      const end = await send(command, id);
      accepted(end);
      await advance(cloud, 1_000);
      expect(await send(command, id)).toEqual(end);
      await sweepLeague(cloud, 2);
      expect(await resultsAgree(cloud, { swept: true, only: command.leagueId })).toEqual([]);
    }
  },
);

test('a sweep that is killed while it awards leaves no record or points out, and none twice', async () => {
  for (const at of [3, 6, 10, 20, 40].map((each) => each + (saySeed() % 4))) {
    const { leagueId } = await scene();
    await playOut(cloud, leagueId);
    accepted((await atLeague(cloud, 'finish', { leagueId })).answer);
    await cloud.api('POST', 'faults', { function: 'league', op: 'sweepLeagues', at, when: 'after', effect: 'kill' });
    await advance(cloud, 65_000);
    await cloud.api('POST', 'timers/run', { function: 'league', name: 'sweepLeagues' });
    await cloud.api('DELETE', 'faults');
    await sweepLeague(cloud, 3);
    expect(await resultsAgree(cloud, { swept: true, only: leagueId })).toEqual([]);
  }
});
