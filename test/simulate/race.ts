import type { RunningCloud } from '../support/cloud';
import { plan, session } from '../support/plans';
import { atOnce, entry, patiently, poolOf, settled, tally } from '../support/rush';
import { chance } from '../support/seed';
import type { Simulation } from '../support/simulation';
import { addActivities, addMembers, memberOf, startTown } from '../support/town';

const MEMBERS_A_PLACE = 20;
const AT_ONCE = 200;

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

async function rush(cloud: RunningCloud, members: number, seed: number): Promise<string> {
  const places = Math.max(1, Math.floor(members / MEMBERS_A_PLACE));
  const people = Array.from({ length: members }, (_, at) => `load-${String(at + 1).padStart(6, '0')}`);
  await addActivities(cloud, plan({ id: 'music', sessions: [session('s1', places)] }));
  await addMembers(
    cloud,
    people.map((openid) => memberOf(openid)),
  );
  const entries = shuffled(people, chance(seed)).map((openid) => entry(openid, 'music'));
  const answers = await atOnce(entries, AT_ONCE, (each) => patiently(cloud, each));
  const { ok = 0, FULL = 0 } = tally(answers);
  const { used, claims } = await poolOf(cloud, 'music');
  const held = [ok, used.s1, Object.keys(claims).length];
  if (held.some((count) => count !== places) || FULL !== members - places)
    throw new Error(`${places} places: ${JSON.stringify({ ...tally(answers), used, held })}`);
  const faults = await settled(cloud);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return `${members} members, ${places} places, 8 instances: ${ok} got one, ${FULL} were told that it is full`;
}

/** As many members as there are rounds run for a twentieth of as many places. */
export const simulation: Simulation = {
  says: 'a rush for places on eight instances',
  full: 10_000,
  async run(rounds, seed) {
    const cloud = await startTown({ instances: 8 });
    try {
      return await rush(cloud, rounds, seed);
    } finally {
      await cloud.stop();
    }
  },
};
