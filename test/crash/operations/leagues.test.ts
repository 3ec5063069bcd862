import { resultsAgree } from '../../support/auditor-results';
import type { RunningCloud } from '../../support/cloud';
import { atLeague, drawnLeague, playOut, sweepLeague } from '../../support/drawn-league';
import { accepted } from '../../support/organizing';
import { saySeed } from '../../support/seed';
import { addEnterprises, advance, startTown } from '../../support/town';

let cloud: RunningCloud;
let made = 0;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
});
afterAll(() => cloud.stop());

const GROUP = { first: { kind: 'groups' as const, groups: 1, rounds: 1 as const, bestOf: 1, minutes: 30 } };

async function scene(): Promise<string> {
  const leagueId = `r${++made}`;
  await drawnLeague(cloud, leagueId, { teams: 3, members: true, plan: { format: GROUP } });
  return leagueId;
}

test('a sweep that is killed while it awards leaves no record or points out, and none twice', async () => {
  for (const at of [3, 6, 10, 20, 40].map((each) => each + (saySeed() % 4))) {
    const leagueId = await scene();
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
