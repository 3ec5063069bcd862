import type { BoardShard } from '../../../domain/reading/board';
import { addChallenge, addPeople, boardNow, checkedIn, joined, requestId } from '../../support/challenge-town';
import type { RunningCloud } from '../../support/cloud';
import { DAY, NOON } from '../../support/plans';
import { addEnterprises, advance, documents, runSweep, setClock, startTown } from '../../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addPeople(cloud, ['ann', 'bob']);
  // NOON is that of Friday, 20 November: its week goes from the 16th to the 22nd.
  await addChallenge(cloud, 'long', { endsOn: '2027-06-30' });
  await addChallenge(cloud, 'short', { endsOn: '2026-11-21' });
  await setClock(cloud, NOON);
  for (const challenge of ['long', 'short']) {
    for (const openid of ['ann', 'bob']) {
      await joined(cloud, openid, challenge);
      await checkedIn(cloud, openid, challenge);
    }
  }
});
afterAll(() => cloud.stop());

async function boards(): Promise<string[]> {
  return [...new Set((await documents<BoardShard>(cloud, 'boards')).map(({ of }) => of))].sort();
}
const nameOn = async (name: string) =>
  (await documents<BoardShard>(cloud, 'boards'))
    .filter((shard) => JSON.stringify(shard).includes(name))
    .map(({ of }) => of);
const SHORT = ['short.2026-11-20', 'short.2026-W47', 'short.whole'];

test('whoever leaves the union is named on no board, not even where nobody can ask for it any more', async () => {
  await setClock(cloud, NOON + 20 * DAY);
  expect(await nameOn('职工ann')).toEqual(expect.arrayContaining(['long.2026-11-20', 'long.2026-W47']));
  const left = await cloud.call('member', 'leave', { confirm: true }, { openid: 'ann', requestId: requestId() });
  expect(left.answer).toMatchObject({ ok: true });
  await advance(cloud, 65_000);
  await runSweep(cloud, 'sweepReaders', 'reading');
  expect(await nameOn('职工ann')).toEqual([]);
  expect((await nameOn('职工bob')).sort()).toEqual([...['long.2026-11-20', 'long.2026-W47', 'long.whole', ...SHORT]]);
});

test('boards of days and weeks that are over for forty days go, but for those that can be asked for', async () => {
  await setClock(cloud, NOON + 40 * DAY);
  await runSweep(cloud, 'sweepBoards', 'reading');
  expect(await boards()).toContain('long.2026-11-20');
  await setClock(cloud, NOON + 41 * DAY);
  await runSweep(cloud, 'sweepBoards', 'reading');
  expect(await boards()).toEqual(['long.2026-W47', 'long.whole', ...SHORT]);
  await setClock(cloud, NOON + 43 * DAY);
  await runSweep(cloud, 'sweepBoards', 'reading');
  expect(await boards()).toEqual(['long.whole', ...SHORT]);
  // It was looked at, and is not looked at again every time.
  const day = (await documents<BoardShard>(cloud, 'boards')).find(({ of }) => of === 'short.2026-11-20');
  expect(day?.keptTo).toBe('2027-02-09');
  expect(await boardNow(cloud, 'short', 'bob', { span: 'day', when: 'before' })).toMatchObject({ count: 1 });
});
