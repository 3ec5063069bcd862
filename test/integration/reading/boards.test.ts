import { moved, moveOf, newBoardShard, type Own, shardOf } from '../../../domain/reading/board';
import { packed } from '../../../domain/reading/score';
import {
  addChallenge,
  addPeople,
  ask,
  boardNow,
  checkedIn,
  joined,
  reading,
  requestId,
  shardsOf,
} from '../../support/challenge-town';
import type { Called, LooseAnswer, RunningCloud } from '../../support/cloud';
import { accepted } from '../../support/organizing';
import { DAY, NOON } from '../../support/plans';
import {
  addEnterprises,
  addMembers,
  documents,
  insert,
  memberOf,
  runSweep,
  setClock,
  startTown,
} from '../../support/town';

let cloud: RunningCloud;

/** A board of that many others, as their moves would have made it; every third is seen by nobody. */
async function addOthers(of: string, count: number): Promise<void> {
  const shards = new Map<number, ReturnType<typeof newBoardShard>>();
  for (let at = 0; at < count; at++) {
    const id = memberOf(`other-${at}`)._id;
    const shard = shards.get(shardOf(id)) ?? newBoardShard(of, shardOf(id));
    const score = packed({ days: 1 + (at % 9), minutes: 30 * (1 + (at % 9)) + (at % 50) });
    const own: Own = { rev: 1, score, enterpriseId: at % 2 ? 'e1' : 'e2', ...(at % 3 !== 0 && { name: `书友${at}` }) };
    const move = moveOf(id, { own: undefined, counts: shard.counts }, own);
    shards.set(shardOf(id), (move && moved(shard, move)) ?? shard);
  }
  await insert(cloud, 'boards', [...shards.values()]);
}

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药', e2: '药谷第二制药', e3: '小店' });
  await addChallenge(cloud, 'few');
  await addChallenge(cloud, 'many');
  await addChallenge(cloud, 'draft', {}, 'draft');
  await addOthers('few.whole', 20);
  await addOthers('many.whole', 3_000);
  await addPeople(cloud, ['zoe', 'yan', 'xia'], 'name');
  await addPeople(cloud, ['hidden'], 'nobody');
  const staff = Array.from({ length: 58 }, (_, at) => memberOf(`staff-${at}`, { enterpriseId: at < 48 ? 'e1' : 'e2' }));
  await addMembers(cloud, staff);
  await addPeople(cloud, ['kim'], 'name', 'e3');
  for (const openid of ['zoe', 'yan', 'hidden', 'kim']) {
    for (const id of ['few', 'many']) await joined(cloud, openid, id);
  }
  await runSweep(cloud, 'census', 'reading');
});

beforeEach(() => setClock(cloud, NOON));
afterAll(() => cloud.stop());

const input = (challengeId: string, changes: object = {}) => ({
  ...{ challengeId, of: 'people', span: 'whole', when: 'now', from: 0, ...changes },
});
const refusal = { ok: false, refusal: 'NOT_FOUND', detail: { what: 'challenge' } };

/** What a call costs in all and of the store, on an instance that has served the same before. */
async function costOf(call: () => Promise<Called<LooseAnswer>>): Promise<{ calls: number; read: number }> {
  await call();
  const { answer, meter } = await call();
  expect({ ok: answer.ok, unindexed: meter.unindexed }).toEqual({ ok: true, unindexed: 0 });
  return { calls: meter.wireCalls, read: meter.docsRead };
}

test('a page of a board with one’s own rank is three calls and at most sixty documents, however many read', async () => {
  await checkedIn(cloud, 'zoe', 'few');
  await checkedIn(cloud, 'zoe', 'many');
  const page =
    (id: string, from = 0) =>
    () =>
      ask(cloud, 'board', input(id, { from }), 'zoe') as Promise<Called<LooseAnswer>>;
  for (const call of [page('few'), page('many'), page('many', 400), page('many', 1_980)]) {
    const { calls, read } = await costOf(call);
    expect(calls).toBe(3);
    expect(read).toBeLessThanOrEqual(60);
  }
  const { rows, count, mine } = await boardNow(cloud, 'many', 'zoe');
  expect([rows.length, count]).toEqual([20, 2_001]);
  const higher = Array.from({ length: 3_000 }, (_, at) => ({
    at,
    minutes: 30 * (1 + (at % 9)) + (at % 50),
    days: 1 + (at % 9),
  })).filter(({ at, days, minutes }) => at % 3 !== 0 && (days > 1 || minutes > 30)).length;
  expect(mine).toEqual({ rank: higher + 1, days: 1, minutes: 30 });
});

test('a check-in is eleven wire calls at most, and no more where many read', async () => {
  const costs: Record<string, number> = {};
  for (const id of ['few', 'many']) {
    const call = () => ask(cloud, 'checkIn', reading(id, { note: '好', shared: true }), 'yan', requestId());
    costs[id] = (await costOf(call as () => Promise<Called<LooseAnswer>>)).calls;
  }
  expect(costs).toEqual({ few: 10, many: 10 });
  const shelved = { book: { isbn: '978-7-02-000220-7', title: '红楼梦' } };
  const { meter } = await ask(cloud, 'checkIn', reading('few', shelved), 'yan');
  expect(meter.wireCalls).toBe(11);
});

test('the tab, joining, a card and one’s own check-ins cost a handful', async () => {
  const today = await costOf(() => ask(cloud, 'today', {}, 'yan') as Promise<Called<LooseAnswer>>);
  expect(today).toEqual({ calls: 4, read: 6 });
  const mine = await costOf(() => ask(cloud, 'myCheckIns', {}, 'yan') as Promise<Called<LooseAnswer>>);
  expect(mine.calls).toBe(2);
  const one = await costOf(
    () => ask(cloud, 'challenge', { challengeId: 'few' }, 'yan') as Promise<Called<LooseAnswer>>,
  );
  expect(one.calls).toBe(4);
  await addPeople(cloud, ['newcomer']);
  const { meter } = await ask(cloud, 'join', { challengeId: 'few' }, 'newcomer');
  expect(meter.wireCalls).toBe(7);
});

test('an edit and a removal cost no more than a check-in', async () => {
  const { checkIn } = await checkedIn(cloud, 'yan', 'few');
  const amounts = { minutes: 20, pages: 1, note: '改', shared: false };
  const edited = await ask(cloud, 'editCheckIn', { checkInId: checkIn.id, ...amounts }, 'yan');
  expect(edited.answer.ok).toBe(true);
  expect(edited.meter.wireCalls).toBeLessThanOrEqual(11);
  const removed = await ask(cloud, 'removeCheckIn', { checkInId: checkIn.id }, 'yan');
  expect(removed.answer.ok).toBe(true);
  expect(removed.meter.wireCalls).toBeLessThanOrEqual(11);
});

test('who is seen by nobody stands on no board of people, and counts for their enterprise', async () => {
  const before = await shardsOf(cloud, 'few.2026-11-20');
  const has = (shards: typeof before) => shards.reduce((sum, { sums }) => sum + (sums.e1 ?? 0), 0);
  await checkedIn(cloud, 'hidden', 'few', { minutes: 500 });
  const page = await boardNow(cloud, 'few', 'hidden', { span: 'day' });
  expect(page.mine).toBeUndefined();
  expect(page.rows.some(({ minutes }) => minutes === 500)).toBe(false);
  expect(has(await shardsOf(cloud, 'few.2026-11-20')) - has(before)).toBe(packed({ days: 1, minutes: 500 }));
});

test('yesterday and last week can still be asked for, and the days they are about are said', async () => {
  await addChallenge(cloud, 'weeks');
  await joined(cloud, 'zoe', 'weeks');
  await checkedIn(cloud, 'zoe', 'weeks');
  await setClock(cloud, NOON + DAY);
  expect(await boardNow(cloud, 'weeks', 'zoe', { span: 'day' })).toMatchObject({ count: 0, from: '2026-11-21' });
  expect(await boardNow(cloud, 'weeks', 'zoe', { span: 'day', when: 'before' })).toMatchObject({ count: 1 });
  await setClock(cloud, NOON + 7 * DAY);
  expect(await boardNow(cloud, 'weeks', 'zoe', { span: 'week', when: 'before' })).toMatchObject({
    ...{ count: 1, from: '2026-11-16', to: '2026-11-22', mine: { rank: 1, days: 1, minutes: 30 } },
  });
  expect(await boardNow(cloud, 'weeks', 'zoe')).toMatchObject({ from: '2026-11-10', to: '2026-12-09', count: 1 });
});

test('a challenge that is over shows the boards of its end', async () => {
  await addChallenge(cloud, 'ending', { endsOn: '2026-11-20' });
  await joined(cloud, 'zoe', 'ending');
  await checkedIn(cloud, 'zoe', 'ending');
  await setClock(cloud, NOON + 30 * DAY);
  expect(await boardNow(cloud, 'ending', 'xia', { span: 'day' })).toMatchObject({ count: 1, to: '2026-11-20' });
});

test('there is no board of a draft, or of nothing', async () => {
  for (const id of ['draft', 'none']) {
    expect((await ask(cloud, 'board', input(id), 'zoe')).answer).toEqual(refusal);
    const asked = { challengeId: id, span: 'day', when: 'now', size: 10 };
    expect((await ask(cloud, 'enterpriseBoard', asked, 'zoe')).answer).toEqual(refusal);
  }
});

test('enterprises are ranked per member within their class, and one below ten members not at all', async () => {
  await addChallenge(cloud, 'firms');
  for (const openid of ['zoe', 'kim']) await joined(cloud, openid, 'firms');
  await checkedIn(cloud, 'zoe', 'firms', { minutes: 60 });
  await checkedIn(cloud, 'kim', 'firms', { minutes: 600 });
  const asked = (size: number, openid = 'zoe') =>
    ask(cloud, 'enterpriseBoard', { challengeId: 'firms', span: 'day', when: 'now', size }, openid);
  const { answer, meter } = await asked(50);
  expect(meter.wireCalls).toBeLessThanOrEqual(4);
  expect(answer).toMatchObject({
    value: {
      rows: [{ rank: 1, enterpriseId: 'e1', name: '药谷第一制药', days: 1, minutes: 60, members: 52, mine: true }],
      ownSize: 50,
    },
  });
  for (const size of [1_000, 200, 10]) expect(accepted((await asked(size)).answer).rows).toEqual([]);
  expect(accepted((await asked(10, 'kim')).answer).ownSize).toBeUndefined();
  const [census] = await documents<{ counts: object }>(cloud, 'census');
  expect(census?.counts).toEqual({ e1: 52, e2: 10, e3: 1 });
});
