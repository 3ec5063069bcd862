import type { ChallengeTerms } from '../../../domain/reading/challenge';
import { openReader } from '../../../domain/reading/reader';
import { packed } from '../../../domain/reading/score';
import { startOfDay } from '../../../domain/time/shanghai';
import { audit } from '../../support/auditor';
import {
  addChallenge,
  addPeople,
  ask,
  boardNow,
  checkedIn,
  joined,
  readerNow,
  reading,
  requestId,
  shardsOf,
  sweepReading,
  wordsNow,
} from '../../support/challenge-town';
import type { LooseAnswer, RunningCloud } from '../../support/cloud';
import { DAY, HOUR, NOON } from '../../support/plans';
import { addEnterprises, addMembers, insert, memberOf, setClock, startTown } from '../../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药', e2: '药谷第二制药' });
  await addChallenge(cloud, 'winter');
  await addChallenge(cloud, 'draft', {}, 'draft');
  await addChallenge(cloud, 'listed', { books: ['9787020002207'] });
  await addChallenge(cloud, 'later', { startsOn: '2026-12-01' });
  const shelved = { _id: 'shelf-1', v: 1, rev: 1, title: '平凡的世界', author: '路遥', titleKey: 'p', requests: [] };
  await insert(cloud, 'books', [shelved]);
});

beforeEach(() => setClock(cloud, NOON));
afterAll(() => cloud.stop());

let made = 0;
/** Somebody who has joined these challenges. */
async function reader(...challenges: string[]): Promise<string> {
  made += 1;
  const openid = `reader-${made}`;
  await addPeople(cloud, [openid]);
  for (const id of challenges) await joined(cloud, openid, id);
  return openid;
}

const send = async (openid: string, input: object, id = requestId()) =>
  (await ask(cloud, 'checkIn', input, openid, id)).answer as LooseAnswer;
const refusal = (code: string, detail: object = {}) => ({ ok: false, refusal: code, detail });

test('a check-in counts for today, and says what follows from it', async () => {
  const openid = await reader('winter');
  const { checkIn, standing, badges } = await checkedIn(cloud, openid, 'winter', {
    ...{ minutes: 31, pages: 12, note: '读完一章\n很好', shared: true, book: { id: 'shelf-1' } },
  });
  expect(checkIn).toMatchObject({ day: '2026-11-20', minutes: 31, state: 'pending', editable: true });
  expect(checkIn.book).toEqual({ id: 'shelf-1', title: '平凡的世界', author: '路遥' });
  expect(standing).toMatchObject({ current: 1, longest: 1, days: 1, minutes: 31, lateLeft: 2 });
  expect(standing.today).toMatchObject({ day: '2026-11-20', minutes: 31, characters: 7, lacks: 0, counts: true });
  expect(badges).toEqual(['first-day']);
  expect(await boardNow(cloud, 'winter', openid, { span: 'day' })).toMatchObject({
    ...{ count: 1, mine: { rank: 1, days: 1, minutes: 31 }, from: '2026-11-20', to: '2026-11-20' },
  });
});

test('it may be looked at only from when it counts, and its place in time is that of the day', async () => {
  const openid = await reader('winter');
  const { checkIn } = await checkedIn(cloud, openid, 'winter', { note: '好书', shared: true });
  const words = await wordsNow(cloud, checkIn.id);
  expect(words).toMatchObject({ day: checkIn.day, at: checkIn.at, author: `职工${openid}` });
  expect(words?.settleAt).toBeUndefined();
  expect(words?.checkAt).toBe(words?.moderation.dueAt);
});

test('the check-ins of a day add up, and a day counts when they suffice', async () => {
  const openid = await reader('winter');
  const first = await checkedIn(cloud, openid, 'winter', { minutes: 10 });
  expect(first.standing.today).toMatchObject({ lacks: 20, counts: false });
  const second = await checkedIn(cloud, openid, 'winter', { minutes: 20 });
  expect(second.standing).toMatchObject({ current: 1, minutes: 30 });
});

test('who is no member checks in nowhere', async () => {
  await addMembers(cloud, [memberOf('waits', { status: 'pending' })]);
  expect(await send('waits', reading('winter'))).toEqual(refusal('NOT_MEMBER'));
  expect(await send('stranger', reading('winter'))).toEqual(refusal('NOT_MEMBER'));
});

test('a challenge that is not there, or a draft, is not found, and one not joined is said to be so', async () => {
  const openid = await reader();
  expect(await send(openid, reading('none'))).toEqual(refusal('NOT_FOUND', { what: 'challenge' }));
  expect(await send(openid, reading('draft'))).toEqual(refusal('NOT_FOUND', { what: 'challenge' }));
  expect(await send(openid, reading('winter'))).toEqual(refusal('NOT_JOINED'));
});

test('a day outside the challenge, and one before joining, is refused', async () => {
  const openid = await reader('winter', 'later');
  const outside = { day: '2026-11-20', startsOn: '2026-12-01', endsOn: '2026-12-09' };
  expect(await send(openid, reading('later'))).toEqual(refusal('NOT_A_DAY_OF_IT', outside));
  const early = reading('winter', { madeAt: NOON - DAY });
  const before = { day: '2026-11-19', joinedOn: '2026-11-20' };
  expect(await send(openid, early)).toEqual(refusal('BEFORE_JOINING', before));
});

test('only listed books count where there is a list, an ISBN with a wrong digit is none, and an unknown book is not found', async () => {
  const openid = await reader('listed');
  const with_ = (book: object) => send(openid, { ...reading('listed'), book });
  expect(await send(openid, reading('listed'))).toEqual(refusal('NOT_ON_LIST'));
  expect(await with_({ id: 'shelf-1' })).toEqual(refusal('NOT_ON_LIST'));
  expect(await with_({ isbn: '978-7-02-000220-8', title: '红楼梦' })).toEqual(refusal('NOT_AN_ISBN'));
  expect(await with_({ id: 'nowhere' })).toEqual(refusal('NOT_FOUND', { what: 'book' }));
  expect(await with_({ isbn: '978-7-02-000220-7', title: '红楼梦' })).toMatchObject({
    value: { checkIn: { book: { id: '9787020002207', title: '红楼梦' } } },
  });
  // From now on it is one of their own.
  expect(await with_({ id: '9787020002207' })).toMatchObject({ ok: true });
});

test('who shares has to be seen as somebody', async () => {
  await addPeople(cloud, ['unseen'], 'nobody');
  await joined(cloud, 'unseen', 'winter');
  const shared = reading('winter', { note: '好书', shared: true });
  expect(await send('unseen', shared)).toEqual(refusal('NO_NAME'));
  expect(await send('unseen', { ...shared, shared: false })).toMatchObject({ ok: true });
});

test('what was made offline counts for its day within 48 hours of its end, on two days a month', async () => {
  await setClock(cloud, NOON - 8 * DAY);
  const openid = await reader('winter');
  await setClock(cloud, NOON);
  const made_ = (madeAt: number) => send(openid, reading('winter', { madeAt }));
  const until = startOfDay('2026-11-18') + 2 * DAY;
  expect(await made_(NOON - 3 * DAY)).toEqual(refusal('CAME_TOO_LATE', { day: '2026-11-17', until }));
  expect(await made_(NOON - DAY)).toMatchObject({ value: { checkIn: { day: '2026-11-19', late: true } } });
  expect(await made_(NOON - 2 * DAY)).toMatchObject({ value: { standing: { lateLeft: 0, current: 2 } } });
  await setClock(cloud, NOON + 2 * DAY);
  const used = { day: '2026-11-21', month: '2026-11', most: 2 };
  expect(await made_(NOON + DAY)).toEqual(refusal('LATE_DAYS_USED', used));
});

test('a day takes twelve check-ins', async () => {
  const openid = await reader('winter');
  for (let at = 0; at < 12; at++) await checkedIn(cloud, openid, 'winter', { minutes: 5 });
  expect(await send(openid, reading('winter'))).toEqual(refusal('DAY_FULL', { day: '2026-11-20', most: 12 }));
});

test('sent again it is the same, with other words its id is spent, and removed it does not come back', async () => {
  const openid = await reader('winter');
  const id = requestId();
  const once = await send(openid, reading('winter'), id);
  expect(await send(openid, reading('winter'), id)).toEqual(once);
  expect(await send(openid, reading('winter', { minutes: 31 }), id)).toEqual(refusal('REQUEST_REUSED'));
  expect((await readerNow(cloud, openid, 'winter')).days['2026-11-20']).toHaveLength(1);
  await ask(cloud, 'removeCheckIn', { checkInId: id }, openid);
  expect(await send(openid, reading('winter'), id)).toEqual(refusal('REMOVED', { day: '2026-11-20' }));
});

test('the id of somebody else’s check-in is no way to it', async () => {
  const [one, other] = [await reader('winter'), await reader('winter')];
  const id = requestId();
  await send(one, reading('winter', { note: '我的' }), id);
  expect(await send(other, reading('winter', { note: '冒名' }), id)).toEqual(refusal('REQUEST_REUSED'));
  expect(await wordsNow(cloud, id)).toMatchObject({ note: '我的', memberId: memberOf(one)._id });
});

test('who works elsewhere than when they joined takes their days along to that enterprise', async () => {
  const openid = `reader-${++made}`;
  await addPeople(cloud, [openid], 'name', 'e2');
  const terms = { id: 'winter', startsOn: '2026-11-10', endsOn: '2026-12-09', rule: { kind: 'minutes', least: 30 } };
  const former = { memberId: memberOf(openid)._id, enterpriseId: 'e1', enterpriseName: '药谷第一制药' };
  await insert(cloud, 'readers', [openReader(terms as ChallengeTerms, former, '2026-11-20')]);
  const { checkIn } = await checkedIn(cloud, openid, 'winter');
  expect(await wordsNow(cloud, checkIn.id)).toMatchObject({ enterpriseId: 'e2', enterpriseName: '药谷第二制药' });
  expect(await readerNow(cloud, openid, 'winter')).toMatchObject({ enterpriseId: 'e2' });
  const shards = await shardsOf(cloud, 'winter.whole');
  expect(shards.reduce((sum, { sums }) => sum + (sums.e2 ?? 0), 0)).toBe(packed({ days: 1, minutes: 30 }));
});

test('an hour later all agrees, and points are in the ledger', async () => {
  await setClock(cloud, NOON + 3 * DAY + HOUR);
  await sweepReading(cloud);
  expect(await audit(cloud, { swept: true })).toEqual([]);
});
