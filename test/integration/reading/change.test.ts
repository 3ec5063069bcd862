import { startOfDay } from '../../../domain/time/shanghai';
import type { CheckInView, Page } from '../../../types/contract';
import { audit } from '../../support/auditor';
import {
  addChallenge,
  addPeople,
  ask,
  boardNow,
  checkedIn,
  joined,
  readerNow,
  requestId,
  sweepReading,
  wordsNow,
} from '../../support/challenge-town';
import type { LooseAnswer, RunningCloud } from '../../support/cloud';
import { accepted } from '../../support/organizing';
import { DAY, NOON } from '../../support/plans';
import { addEnterprises, documents, FIRST_ADMIN, memberOf, setClock, startTown } from '../../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addChallenge(cloud, 'winter');
  await addChallenge(cloud, 'draft', {}, 'draft');
  await addChallenge(cloud, 'past', { startsOn: '2026-10-01', endsOn: '2026-10-31' });
  await addChallenge(cloud, 'closed', { endsOn: '2026-11-20' }, 'closed');
});

beforeEach(() => setClock(cloud, NOON));
afterAll(() => cloud.stop());

let made = 0;
async function reader(): Promise<string> {
  made += 1;
  const openid = `reader-${made}`;
  await addPeople(cloud, [openid]);
  await joined(cloud, openid, 'winter');
  return openid;
}

type Op = Parameters<typeof ask>[1];
const send = async (op: Op, input: object, openid: string, id = requestId()) =>
  (await ask(cloud, op, input, openid, id)).answer as LooseAnswer;
const refusal = (code: string, detail: object = {}) => ({ ok: false, refusal: code, detail });
const NO_CHECK_IN = refusal('NOT_FOUND', { what: 'check-in' });
const amounts = (changes: object = {}) => ({ minutes: 45, pages: 3, note: '改过的', shared: false, ...changes });

async function balanceOf(openid: string): Promise<number> {
  const accounts = await documents<{ _id: string; lots: { points: number }[] }>(cloud, 'accounts');
  const account = accounts.find(({ _id }) => _id === memberOf(openid)._id);
  return account?.lots.reduce((sum, { points }) => sum + points, 0) ?? 0;
}

const mine = async (openid: string, input: object = {}) =>
  accepted((await ask(cloud, 'myCheckIns', input, openid)).answer) as Page<CheckInView>;

test('a challenge that is over, closed, a draft, or not there takes nobody any more', async () => {
  const openid = await reader();
  const joins = (challengeId: string) => send('join', { challengeId }, openid);
  expect(await joins('past')).toEqual(refusal('CHALLENGE_OVER', { endsOn: '2026-10-31' }));
  expect(await joins('closed')).toEqual(refusal('CHALLENGE_OVER', { endsOn: '2026-11-20' }));
  for (const id of ['draft', 'none']) expect(await joins(id)).toEqual(refusal('NOT_FOUND', { what: 'challenge' }));
  expect(await send('join', { challengeId: 'winter' }, 'stranger')).toEqual(refusal('NOT_MEMBER'));
});

test('joining twice is joining once, from the first day on', async () => {
  const openid = await reader();
  await setClock(cloud, NOON + 2 * DAY);
  expect(await joined(cloud, openid, 'winter')).toMatchObject({ joinedOn: '2026-11-20' });
  const id = requestId();
  await send('join', { challengeId: 'winter' }, openid, id);
  expect(
    (await documents<{ memberId: string }>(cloud, 'readers')).filter(
      ({ memberId }) => memberId === memberOf(openid)._id,
    ),
  ).toHaveLength(1);
});

test('an edit changes words and amounts while the day lasts, and boards hear of it at once', async () => {
  const openid = await reader();
  const { checkIn } = await checkedIn(cloud, openid, 'winter', { minutes: 10, note: '初稿', shared: true });
  const edited = await send('editCheckIn', { checkInId: checkIn.id, ...amounts() }, openid);
  expect(edited).toMatchObject({
    value: {
      checkIn: { minutes: 45, note: '改过的', state: 'draft', shared: false },
      standing: { current: 1 },
      badges: ['first-day'],
    },
  });
  expect(await wordsNow(cloud, checkIn.id)).toMatchObject({ minutes: 45, note: '改过的' });
  expect(await boardNow(cloud, 'winter', openid)).toMatchObject({ mine: { days: 1, minutes: 45 } });
});

test('a shared note that passed is looked at anew when its words change, and stays when only its minutes do', async () => {
  const openid = await reader();
  const { checkIn } = await checkedIn(cloud, openid, 'winter', { note: '好书', shared: true });
  await cloud.api('POST', 'timers/run', { function: 'reading', name: 'moderate' });
  const same = await send('editCheckIn', { checkInId: checkIn.id, ...amounts({ note: '好书', shared: true }) }, openid);
  expect(same).toMatchObject({ value: { checkIn: { state: 'passed', minutes: 45 } } });
  expect((await wordsNow(cloud, checkIn.id))?.feedKey).toBeDefined();
  const other = await send('editCheckIn', { checkInId: checkIn.id, ...amounts({ shared: true }) }, openid);
  expect(other).toMatchObject({ value: { checkIn: { state: 'pending' } } });
  expect((await wordsNow(cloud, checkIn.id))?.feedKey).toBeUndefined();
});

test('when the day is over its author changes and removes nothing, nor does anybody else ever', async () => {
  const [openid, other] = [await reader(), await reader()];
  const { checkIn } = await checkedIn(cloud, openid, 'winter');
  const checkInId = checkIn.id;
  expect(await send('editCheckIn', { checkInId, ...amounts() }, other)).toEqual(NO_CHECK_IN);
  expect(await send('removeCheckIn', { checkInId }, other)).toEqual(NO_CHECK_IN);
  await setClock(cloud, startOfDay('2026-11-21'));
  const over = refusal('DAY_OVER', { day: '2026-11-20' });
  expect(await send('editCheckIn', { checkInId, ...amounts() }, openid)).toEqual(over);
  expect(await send('removeCheckIn', { checkInId }, openid)).toEqual(over);
  expect(await send('editCheckIn', { checkInId: requestId(), ...amounts() }, openid)).toEqual(NO_CHECK_IN);
});

test('who is seen by nobody shares no edit either', async () => {
  await addPeople(cloud, ['unseen'], 'nobody');
  await joined(cloud, 'unseen', 'winter');
  const { checkIn } = await checkedIn(cloud, 'unseen', 'winter');
  const shared = { checkInId: checkIn.id, ...amounts({ shared: true }) };
  expect(await send('editCheckIn', shared, 'unseen')).toEqual(refusal('NO_NAME'));
});

test('removed, its words go, boards and points follow, and the request again gives the same answer', async () => {
  const openid = await reader();
  const { checkIn } = await checkedIn(cloud, openid, 'winter');
  await sweepReading(cloud);
  expect(await balanceOf(openid)).toBe(1);
  const id = requestId();
  const removed = await send('removeCheckIn', { checkInId: checkIn.id }, openid, id);
  expect(removed).toMatchObject({ value: { standing: { days: 0, current: 0 } } });
  expect(await send('removeCheckIn', { checkInId: checkIn.id }, openid, id)).toEqual(removed);
  expect(await wordsNow(cloud, checkIn.id)).toBeUndefined();
  expect((await boardNow(cloud, 'winter', openid)).mine).toBeUndefined();
  await sweepReading(cloud);
  expect(await balanceOf(openid)).toBe(0);
  expect(await send('removeCheckIn', { checkInId: checkIn.id }, openid)).toEqual(NO_CHECK_IN);
});

test('an organizer takes one away at any time: it counts no more, its author reads why, and its points go back', async () => {
  const openid = await reader();
  const { checkIn } = await checkedIn(cloud, openid, 'winter', { note: '广告', shared: true });
  await sweepReading(cloud);
  await setClock(cloud, NOON + 5 * DAY);
  const id = requestId();
  const taken = await send('takeAway', { checkInId: checkIn.id, reason: '这是广告' }, FIRST_ADMIN, id);
  expect(taken).toEqual({ ok: true, value: { day: '2026-11-20' } });
  expect(await send('takeAway', { checkInId: checkIn.id, reason: '这是广告' }, FIRST_ADMIN, id)).toEqual(taken);
  const again = { checkInId: checkIn.id, reason: '又一次' };
  expect(await send('takeAway', again, FIRST_ADMIN, id)).toEqual(refusal('REQUEST_REUSED'));
  expect(await send('takeAway', again, FIRST_ADMIN)).toEqual(NO_CHECK_IN);
  expect(await send('takeAway', again, openid)).toMatchObject({ refusal: 'FORBIDDEN' });
  await sweepReading(cloud);
  expect(await balanceOf(openid)).toBe(0);
  const { items } = await mine(openid);
  expect(items).toMatchObject([{ state: 'rejected', reason: '这是广告', takenAway: true, editable: false }]);
  expect(
    await send(
      'checkIn',
      { challengeId: 'winter', minutes: 30, pages: 0, note: '广告', shared: true, photos: [] },
      openid,
      checkIn.id,
    ),
  ).toMatchObject({
    refusal: 'REMOVED',
  });
});

test('a card fills a day of the last three, is used up, and is refused with the reason', async () => {
  await setClock(cloud, NOON - 9 * DAY);
  const openid = await reader();
  const fill = (day: string, challengeId = 'winter') => send('fillDay', { challengeId, day }, openid);
  const no = (day: string, why: string) => refusal('NOT_FILLABLE', { day, why });
  for (let day = 9; day > 2; day--) {
    await setClock(cloud, NOON - day * DAY);
    await checkedIn(cloud, openid, 'winter');
  }
  await setClock(cloud, NOON - DAY);
  const earned = accepted((await ask(cloud, 'challenge', { challengeId: 'winter' }, openid)).answer);
  expect(earned.mine).toMatchObject({ cards: { held: 1 }, fillable: ['2026-11-18'], longest: 7 });
  expect(await fill('2026-11-20')).toEqual(no('2026-11-20', 'not-over'));
  expect(await fill('2026-11-17')).toEqual(no('2026-11-17', 'read'));
  expect(await fill('2026-11-10')).toEqual(no('2026-11-10', 'outside'));
  expect(await fill('2026-11-18', 'none')).toEqual(refusal('NOT_FOUND', { what: 'challenge' }));
  expect(await fill('2026-11-18', 'past')).toEqual(refusal('NOT_JOINED'));
  expect(await fill('2026-11-18')).toMatchObject({ value: { current: 8, days: 7, cards: { held: 0 } } });
  expect(await fill('2026-11-18')).toEqual(no('2026-11-18', 'already'));
  await setClock(cloud, NOON + 3 * DAY);
  expect(await fill('2026-11-19')).toEqual(no('2026-11-19', 'too-old'));
  expect(await fill('2026-11-21')).toEqual(refusal('NO_CARD', { daysToNext: 7 }));
  const { calendar = [] } = accepted((await ask(cloud, 'challenge', { challengeId: 'winter' }, openid)).answer);
  expect(calendar.filter(({ state }) => state === 'filled').map(({ day }) => day)).toEqual(['2026-11-18']);
  await sweepReading(cloud);
  // Seven days at one point each, and five for a streak of seven.
  expect(await balanceOf(openid)).toBe(12);
});

test('one’s own check-ins come latest first, twenty at a time, of one challenge or of all', async () => {
  const openid = await reader();
  for (let day = 0; day < 7; day++) {
    await setClock(cloud, NOON + day * DAY);
    for (let at = 0; at < 3; at++) await checkedIn(cloud, openid, 'winter', { minutes: 10 + at });
  }
  const first = await mine(openid);
  expect(first.items.map(({ at }) => at)).toEqual([...first.items.map(({ at }) => at)].sort((a, b) => b - a));
  const rest = await mine(openid, { cursor: first.next });
  expect([first.items.length, rest.items.length, rest.next]).toEqual([20, 1, undefined]);
  expect((await mine(openid, { challengeId: 'past' })).items).toEqual([]);
  expect((await mine('stranger')).items).toEqual([]);
});

test('the tab opens with challenges that are not over, one’s own standing and last books', async () => {
  const openid = await reader();
  await checkedIn(cloud, openid, 'winter', { book: { title: '围城' } });
  await checkedIn(cloud, openid, 'winter', { book: { title: '边城' } });
  const today = accepted((await ask(cloud, 'today', {}, openid)).answer);
  expect(today.challenges.map(({ id, mine: own }) => [id, own?.current])).toEqual([['winter', 1]]);
  expect(today.books.map(({ title }) => title)).toEqual(['边城', '围城']);
  expect(today.seenAs).toBe('name');
  const all = accepted((await ask(cloud, 'challenges', {}, openid)).answer);
  expect(all.items.map(({ id, phase }) => [id, phase])).toEqual([
    ['winter', 'running'],
    ['closed', 'closed'],
    ['past', 'over'],
  ]);
  expect(await send('challenge', { challengeId: 'draft' }, openid)).toEqual(
    refusal('NOT_FOUND', { what: 'challenge' }),
  );
});

test('how somebody is seen changes on boards at once, and who is seen by nobody keeps their notes', async () => {
  const openid = await reader();
  const full = memberOf(openid).name;
  const { checkIn } = await checkedIn(cloud, openid, 'winter', { minutes: 999, note: '好书', shared: true });
  await cloud.api('POST', 'timers/run', { function: 'reading', name: 'moderate' });
  const namesNow = async () =>
    (await boardNow(cloud, 'winter', openid)).rows.filter((row) => row.mine).map(({ name }) => name);
  expect(await namesNow()).toEqual([full]);
  const id = requestId();
  expect(await send('setSeenAs', { seenAs: 'surname' }, openid, id)).toEqual({
    ok: true,
    value: { seenAs: 'surname' },
  });
  expect(await namesNow()).toEqual([`${full.slice(0, 1)}同事`]);
  expect((await wordsNow(cloud, checkIn.id))?.feedKey).toBeDefined();
  await send('setSeenAs', { seenAs: 'nobody' }, openid);
  expect(await namesNow()).toEqual([]);
  const words = await wordsNow(cloud, checkIn.id);
  expect(words).toMatchObject({ shared: false, moderation: { state: 'draft' } });
  expect([words?.feedKey, words?.author]).toEqual([undefined, undefined]);
  expect(await send('setSeenAs', { seenAs: 'name' }, openid, id)).toEqual(refusal('REQUEST_REUSED'));
  expect(await send('setSeenAs', { seenAs: 'name' }, 'stranger')).toEqual(refusal('NOT_MEMBER'));
});

test('whoever changes their name is seen by the new one after the sweep', async () => {
  const openid = await reader();
  await checkedIn(cloud, openid, 'winter', { minutes: 1_000 });
  await cloud.call('member', 'updateMe', { name: '赵新名' }, { openid, requestId: requestId() });
  await sweepReading(cloud);
  expect((await readerNow(cloud, openid, 'winter')).name).toBe('赵新名');
  expect((await boardNow(cloud, 'winter', openid)).rows.find((row) => row.mine)?.name).toBe('赵新名');
});

test('when all is calm words, boards and points agree', async () => {
  await setClock(cloud, NOON + 8 * DAY);
  await sweepReading(cloud);
  expect(await audit(cloud, { swept: true })).toEqual([]);
});
