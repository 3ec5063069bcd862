import { readerId } from '../../domain/reading/reader';
import { DAY_MS, startOfDay } from '../../domain/time/shanghai';
import type { CheckedIn } from '../../types/contract';
import { boardsStand } from '../support/auditor-reading';
import {
  addChallenge,
  addPeople,
  ask,
  boardNow,
  joined,
  readerNow,
  reading,
  requestId,
  wordsNow,
} from '../support/challenge-town';
import type { LooseAnswer, RunningCloud } from '../support/cloud';
import { NOON } from '../support/plans';
import { atOnce, settled, tally } from '../support/rush';
import {
  addEnterprises,
  documents,
  memberOf,
  runSweep,
  setClock,
  startTown,
  untilStruck,
  warmUp,
} from '../support/town';

const PEOPLE = Array.from({ length: 40 }, (_, at) => `reader-${at}`);
const TODAY = '2026-11-20';
const TOMORROW = '2026-11-21';
const MIDNIGHT = startOfDay(TODAY) + DAY_MS;
let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 8 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  for (const id of ['many', 'midnight', 'thrice', 'names', 'control', 'edited']) await addChallenge(cloud, id);
  await addPeople(cloud, PEOPLE);
  await warmUp(cloud, 'reading', 'today', {}, 8);
});

beforeEach(() => setClock(cloud, NOON));
afterEach(() => cloud.api('DELETE', 'faults'));
afterAll(() => cloud.stop());

type Op = Parameters<typeof ask>[1];

/** Sends it as a patient device does: told that it is busy, it tries again, with the same request id. */
async function send(op: Op, input: object, openid: string, id = requestId()): Promise<LooseAnswer> {
  for (let tries = 0; tries < 40; tries++) {
    const answer = (await ask(cloud, op, input, openid, id)).answer as LooseAnswer;
    if (answer.ok || answer.refusal !== 'BUSY') return answer;
  }
  throw new Error(`${openid} was told forty times that it is busy`);
}

/** What boards do not know at this moment; of what the control broke they cannot. */
const untold = async () => (await boardsStand(cloud)).filter((fault) => !fault.startsWith('control.'));
const dayOf = (answer: LooseAnswer) => (answer.ok ? (answer.value as CheckedIn).checkIn.day : answer.refusal);
/** A moment after that call: everybody decides on what is old already. */
const pause = (op: string, at: number, ms = 25) =>
  cloud.api('POST', 'faults', { function: 'reading', op, at, when: 'after', effect: 'delay', ms, times: 400 });

async function slowly(op: string, at: number, send_: () => Promise<LooseAnswer>): Promise<Promise<LooseAnswer>[]> {
  await cloud.api('POST', 'faults', { function: 'reading', op, at, when: 'after', effect: 'delay', ms: 1_500 });
  const slow = send_();
  await untilStruck(cloud);
  return [slow];
}

test('everybody checks in at once, twice each: each day counts once, and the board has them all', async () => {
  await atOnce(PEOPLE, 8, (openid) => joined(cloud, openid, 'many'));
  await pause('checkIn', 4);
  const answers = await atOnce([...PEOPLE, ...PEOPLE], 40, (openid) => send('checkIn', reading('many'), openid));
  expect(tally(answers)).toEqual({ ok: 80 });
  await cloud.api('DELETE', 'faults');
  expect(await untold()).toEqual([]);
  const page = await boardNow(cloud, 'many', 'reader-0', { span: 'day' });
  expect(page).toMatchObject({ count: 40, mine: { rank: 1, days: 1, minutes: 60 } });
});

test('a day that is read and written back without a condition loses what came meanwhile: the race is real', async () => {
  const [openid = ''] = PEOPLE;
  await joined(cloud, openid, 'control');
  await cloud.api('POST', 'faults', {
    function: 'count-unguarded',
    at: 1,
    when: 'after',
    effect: 'delay',
    ms: 50,
    times: 20,
  });
  const of = readerId('control', memberOf(openid)._id);
  await Promise.all(
    Array.from({ length: 8 }, (_, at) => {
      const mark = { id: `c${at}`, minutes: 10, pages: 0, characters: 0, at: NOON + at };
      return cloud.call('count-unguarded', 'count', { reader: of, day: TODAY, mark }, { openid });
    }),
  );
  expect((await readerNow(cloud, openid, 'control')).days[TODAY]?.length).toBeLessThan(8);
});

test('one phone at 23:59:59 and another at 00:00:00 count for two days, whichever arrives first', async () => {
  for (const openid of PEOPLE.slice(0, 4)) {
    await setClock(cloud, NOON);
    await joined(cloud, openid, 'midnight');
    await setClock(cloud, MIDNIGHT - 900);
    const [slow] = await slowly('checkIn', 3, () => send('checkIn', reading('midnight'), openid));
    await setClock(cloud, MIDNIGHT);
    const second = await send('checkIn', reading('midnight'), openid);
    expect([dayOf((await slow) as LooseAnswer), dayOf(second)]).toEqual([TODAY, TOMORROW]);
    await cloud.api('DELETE', 'faults');
    expect(Object.keys((await readerNow(cloud, openid, 'midnight')).days).sort()).toEqual([TODAY, TOMORROW]);
  }
  expect(await untold()).toEqual([]);
});

test('one check-in, sent at 23:59:59 and again at 00:00:00, counts once, and both hear for which day', async () => {
  for (const [at, openid] of PEOPLE.slice(4, 10).entries()) {
    await setClock(cloud, NOON);
    await joined(cloud, openid, 'midnight');
    const id = requestId();
    await setClock(cloud, MIDNIGHT - 900);
    const [slow] = await slowly('checkIn', 2 + at, () => send('checkIn', reading('midnight'), openid, id));
    await setClock(cloud, MIDNIGHT);
    const second = await send('checkIn', reading('midnight'), openid, id);
    const first = (await slow) as LooseAnswer;
    await cloud.api('DELETE', 'faults');
    expect(dayOf(first)).toBe(dayOf(second));
    const { days } = await readerNow(cloud, openid, 'midnight');
    expect(
      Object.values(days)
        .flat()
        .map((mark) => mark.id),
    ).toEqual([id]);
    expect([Object.keys(days)[0], (await wordsNow(cloud, id))?.day]).toEqual([dayOf(second), dayOf(second)]);
  }
});

test('an offline check-in that is sent three times at once is one, costs one late day, and all hear the same', async () => {
  const people = PEOPLE.slice(10, 20);
  await setClock(cloud, NOON);
  await atOnce(people, 5, (openid) => joined(cloud, openid, 'thrice'));
  await setClock(cloud, NOON + DAY_MS);
  await pause('checkIn', 3);
  await atOnce(people, 5, async (openid) => {
    const id = requestId();
    const input = reading('thrice', { madeAt: NOON + 60_000, note: '地铁上读的' });
    const answers = await Promise.all([1, 2, 3].map(() => send('checkIn', input, openid, id)));
    expect(answers.map(dayOf)).toEqual([TODAY, TODAY, TODAY]);
    const views = answers.map((answer) => (answer.ok ? (answer.value as CheckedIn).checkIn : answer));
    expect(views).toEqual([views[0], views[0], views[0]]);
    const { days, late } = await readerNow(cloud, openid, 'thrice');
    expect([days[TODAY]?.length, late]).toEqual([1, { '2026-11': [TODAY] }]);
  });
  await cloud.api('DELETE', 'faults');
  expect(await untold()).toEqual([]);
});

test('while somebody checks in they change how they are seen, and boards know what their document says', async () => {
  const people = PEOPLE.slice(20, 32);
  await atOnce(people, 6, (openid) => joined(cloud, openid, 'names'));
  await pause('checkIn', 5);
  await pause('setSeenAs', 5);
  const seen = ['surname', 'nobody', 'name'] as const;
  const answers = await atOnce(
    people.flatMap((openid, at) => [
      () => send('checkIn', reading('names', { minutes: 40 }), openid),
      () => send('setSeenAs', { seenAs: seen[at % 3] }, openid),
      () => send('checkIn', reading('names', { minutes: 7 }), openid),
      () => send('setSeenAs', { seenAs: seen[(at + 1) % 3] }, openid),
    ]),
    16,
    (work) => work(),
  );
  expect(tally(answers)).toEqual({ ok: 48 });
  await cloud.api('DELETE', 'faults');
  expect(await untold()).toEqual([]);
  const names = (await documents<{ challengeId: string; name?: string }>(cloud, 'readers')).filter(
    ({ challengeId }) => challengeId === 'names',
  );
  expect((await boardNow(cloud, 'names', 'reader-0')).count).toBe(names.filter(({ name }) => name).length);
});

test('two edits of one check-in at once leave its words and its day the same', async () => {
  const people = PEOPLE.slice(32);
  await atOnce(people, 5, (openid) => joined(cloud, openid, 'edited'));
  for (const at of [4, 5, 6]) await pause('editCheckIn', at);
  await atOnce(people, 4, async (openid) => {
    const made = await send('checkIn', reading('edited', { note: '初稿' }), openid);
    const checkInId = made.ok ? (made.value as CheckedIn).checkIn.id : '';
    const edit = (minutes: number) => ({ checkInId, minutes, pages: 0, note: `改成 ${minutes}`, shared: false });
    const answers = await Promise.all([11, 22, 33].map((minutes) => send('editCheckIn', edit(minutes), openid)));
    expect(tally(answers)).toEqual({ ok: 3 });
    const [words, { days }] = [await wordsNow(cloud, checkInId), await readerNow(cloud, openid, 'edited')];
    expect([words?.minutes, words?.settleAt]).toEqual([days[TODAY]?.[0]?.minutes, undefined]);
  });
});

test('a call so slow that its words were cleared away writes them anew, or counts nothing', async () => {
  const openid = 'reader-39';
  const id = requestId();
  // Decided, and about to write the reader's document.
  await cloud.api('POST', 'faults', {
    ...{ function: 'reading', op: 'checkIn', at: 5, when: 'before', effect: 'delay', ms: 3_000 },
  });
  const slow = send('checkIn', reading('edited'), openid, id);
  await untilStruck(cloud);
  const again = await send('checkIn', reading('edited'), openid, id);
  await runSweep(cloud, 'sweepCheckIns', 'reading');
  expect([dayOf(await slow), dayOf(again)]).toEqual([TODAY, TODAY]);
  expect((await readerNow(cloud, openid, 'edited')).days[TODAY]?.filter((mark) => mark.id === id)).toHaveLength(1);
  expect(await wordsNow(cloud, id)).toBeDefined();
});

test('when all is calm the auditor finds words, boards and points agreeing', async () => {
  const faults = await settled(cloud);
  // What the control broke, and nothing else.
  expect(faults.filter((fault) => !/control|c\d+ /.test(fault))).toEqual([]);
  expect(faults.some((fault) => fault.includes('control'))).toBe(true);
});
