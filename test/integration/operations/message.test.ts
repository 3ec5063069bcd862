import type { CallerRecord, MemberRecord } from '../../../domain/member/member';
import { PRIVACY_NOTICE } from '../../../types/vocabulary';
import type { RunningCloud } from '../../support/cloud';
import { HOUR, NOON } from '../../support/plans';
import { requestIds } from '../../support/request-ids';
import { messageOf } from '../../support/told';
import { addEnterprises, addMembers, documents, FIRST_ADMIN, insert, memberOf, startTown } from '../../support/town';

const requestId = requestIds(11);
const ann = memberOf('ann');
let cloud: RunningCloud;
let made = 0;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addMembers(cloud, [ann]);
  const others = Array.from({ length: 300 }, (_, at) =>
    messageOf(memberOf(`other-${at % 7}`)._id, `o${at}`, { at: NOON - at }),
  );
  // Two of one instant, and the rest a minute apart, so that a page ends between any two of them.
  const mine = Array.from({ length: 45 }, (_, at) =>
    messageOf(ann._id, `r${at}`, { at: NOON - Math.max(at, 1) * 60_000 }),
  );
  await insert(cloud, 'messages', [...others, ...mine]);
});

// `stop` fails where any query went unserved by an index.
afterAll(() => cloud.stop());

async function person(changes: Partial<MemberRecord> = {}): Promise<string> {
  made += 1;
  const openid = `reader-${made}`;
  await addMembers(cloud, [memberOf(openid, changes)]);
  return openid;
}

const call = (op: 'list' | 'unread' | 'seen' | 'consent', input: object, openid: string, id = requestId()) =>
  cloud.call('message', op, input, { openid, requestId: id });
const unread = async (openid: string) => (await call('unread', {}, openid)).answer;
const see = async (upTo: number, openid: string) => (await call('seen', { upTo }, openid)).answer;
const memberNow = async (openid: string) =>
  (await documents<MemberRecord>(cloud, 'members')).find((member) => member.openid === openid);
const callerNow = async (openid: string) =>
  (await documents<CallerRecord>(cloud, 'callers')).find(({ _id }) => _id === memberOf(openid).callerKey);

describe('the list', () => {
  test('gives all of mine and nobody else’s, latest first, twenty a page', async () => {
    const found: string[] = [];
    const pages: number[] = [];
    let cursor: string | undefined;
    do {
      const { answer } = await cloud.call('message', 'list', cursor === undefined ? {} : { cursor }, { openid: 'ann' });
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      pages.push(answer.value.items.length);
      found.push(...answer.value.items.map((item) => (item.about === 'registration' ? item.registrationId : '')));
      cursor = answer.value.next;
    } while (cursor !== undefined);
    expect(pages).toEqual([20, 20, 5]);
    expect(new Set(found).size).toBe(45);
    expect(found.slice(2)).toEqual(Array.from({ length: 43 }, (_, at) => `r${at + 2}`));
  });

  test('names its fields and no more: not whose it is, nor how its sending went', async () => {
    const openid = await person();
    const about = { kind: 'cancelled' as const, reason: '场馆停电', offerUntil: NOON + HOUR };
    await insert(cloud, 'messages', [messageOf(memberOf(openid)._id, 'whole', about)]);
    const { answer } = await call('list', {}, openid);
    expect(answer).toMatchObject({ ok: true, value: { now: expect.any(Number) } });
    expect(Object(answer.ok && answer.value).items).toEqual([
      {
        about: 'registration',
        id: `whole.cancelled.${NOON}`,
        at: NOON,
        kind: 'cancelled',
        activityId: 'music',
        registrationId: 'whole',
        title: '职工音乐节',
        sessionName: '晚场',
        startsAt: expect.any(Number),
        offerUntil: NOON + HOUR,
        reason: '场馆停电',
        unread: true,
      },
    ]);
  });

  test('of a visitor is empty', async () => {
    expect((await call('list', {}, 'stranger')).answer).toMatchObject({ ok: true, value: { items: [] } });
    expect(await unread('stranger')).toMatchObject({ ok: true, value: { unread: false } });
  });
});

describe('what was seen', () => {
  test('is unread no more, and what comes after it is', async () => {
    const openid = await person();
    const memberId = memberOf(openid)._id;
    expect(await unread(openid)).toMatchObject({ value: { unread: false } });
    await insert(cloud, 'messages', [messageOf(memberId, 'first', { at: NOON - HOUR })]);
    expect(await unread(openid)).toMatchObject({ value: { unread: true } });
    expect(await see(NOON - HOUR, openid)).toEqual({ ok: true, value: { seenUpTo: NOON - HOUR } });
    expect(await unread(openid)).toMatchObject({ value: { unread: false } });
    await insert(cloud, 'messages', [messageOf(memberId, 'second', { at: NOON - HOUR + 1 })]);
    expect(await unread(openid)).toMatchObject({ value: { unread: true } });
    expect((await call('list', {}, openid)).answer).toMatchObject({
      value: {
        items: [
          { registrationId: 'second', unread: true },
          { registrationId: 'first', unread: false },
        ],
      },
    });
  });

  test('never goes back, and never ahead of the clock', async () => {
    const openid = await person();
    await see(NOON - 5, openid);
    expect(await see(NOON - HOUR, openid)).toEqual({ ok: true, value: { seenUpTo: NOON - 5 } });
    const far = await see(NOON + 24 * HOUR, openid);
    expect(Object(far.ok && far.value).seenUpTo).toBeLessThan(NOON + HOUR);
    expect((await callerNow(openid))?.seenUpTo).toBeLessThan(NOON + HOUR);
  });

  test('stays when the member changes their profile, gets a role, or asks to join anew', async () => {
    const openid = await person({ status: 'pending' });
    const memberId = memberOf(openid)._id;
    const seenUpTo = NOON - HOUR;
    await see(seenUpTo, openid);
    const admin = { openid: FIRST_ADMIN, requestId: requestId() };
    const scope = { kind: 'enterprise', id: 'e1' };
    await cloud.call('member', 'updateMe', { name: '改名' }, { openid, requestId: requestId() });
    await cloud.call('organizer', 'grant', { memberId, role: 'unit-officer', scope }, admin);
    expect(await callerNow(openid)).toMatchObject({ seenUpTo, grants: [{ role: 'unit-officer' }] });
    const decline = { memberId, decision: 'decline', reason: '名单上没有' };
    await cloud.call('organizer', 'decideMember', decline, { ...admin, requestId: requestId() });
    const anew = { name: '改名', enterpriseId: 'e1', employment: 'employee', consent: { notice: PRIVACY_NOTICE } };
    const phoneCode = `phone-${memberOf(openid).phone}`;
    const joined = await cloud.call('member', 'join', { ...anew, phoneCode }, { openid, requestId: requestId() });
    expect(joined.answer).toMatchObject({ ok: true, value: { status: 'pending' } });
    expect(await callerNow(openid)).toMatchObject({ seenUpTo, status: 'pending' });
  });

  test('is nobody’s where there is no member', async () => {
    expect(await see(NOON, 'stranger')).toMatchObject({ refusal: 'NOT_MEMBER' });
    expect(await callerNow('stranger')).toBeUndefined();
  });
});

describe('consents', () => {
  const agree = async (kinds: string[], openid: string, id = requestId()) =>
    (await call('consent', { kinds }, openid, id)).answer;

  test('each yes counts one message of its kind', async () => {
    const openid = await person();
    expect(await agree(['moved', 'offered'], openid)).toEqual({ ok: true, value: { consented: ['offered', 'moved'] } });
    await agree(['offered'], openid);
    expect((await memberNow(openid))?.consents).toEqual({ offered: 2, moved: 1 });
  });

  test('sent again it counts once and gives the same answer; the same id with other kinds is refused', async () => {
    const openid = await person();
    const id = requestId();
    const [first, again] = [await agree(['offered'], openid, id), await agree(['offered'], openid, id)];
    expect(again).toEqual(first);
    expect(await agree(['moved'], openid, id)).toMatchObject({ refusal: 'REQUEST_REUSED' });
    expect((await memberNow(openid))?.consents).toEqual({ offered: 1 });
  });

  test('more than ten of a kind count as ten, whatever races', async () => {
    const openid = await person({ consents: { offered: 7 } });
    const answers = await Promise.all(Array.from({ length: 6 }, () => agree(['offered', 'moved'], openid)));
    expect(answers.every((answer) => answer.ok || answer.refusal === 'BUSY')).toBe(true);
    const accepted = answers.filter(({ ok }) => ok).length;
    expect(accepted).toBeGreaterThan(1);
    expect((await memberNow(openid))?.consents).toEqual({ offered: Math.min(10, 7 + accepted), moved: accepted });
  });

  test('one twice in a list counts once', async () => {
    const openid = await person();
    await agree(['offered', 'offered'], openid);
    expect((await memberNow(openid))?.consents).toEqual({ offered: 1 });
  });

  test('are nobody’s where there is no member', async () => {
    expect(await agree(['offered'], 'stranger')).toMatchObject({ refusal: 'NOT_MEMBER' });
  });
});

test('what they cost does not grow with the messages there are: the caller first, then what the comment names', async () => {
  const openid = await person();
  const memberId = memberOf(openid)._id;
  const mine = (count: number, from: number) =>
    Array.from({ length: count }, (_, at) => messageOf(memberId, `b${from + at}`, { at: NOON - 1_000 - from - at }));
  const costs = async () => {
    const cost = async (op: 'list' | 'unread' | 'seen' | 'consent', input: object) => {
      const { answer, meter } = await call(op, input, openid);
      expect(answer).toMatchObject({ ok: true });
      expect(meter.unindexed).toBe(0);
      return { calls: meter.dbCalls, read: meter.docsRead };
    };
    return {
      // a page and one more
      list: await cost('list', {}),
      // one of the index
      unread: await cost('unread', {}),
      // the caller's change
      seen: await cost('seen', { upTo: 1 }),
      // the member, its change
      consent: await cost('consent', { kinds: ['offered'] }),
    };
  };
  await insert(cloud, 'messages', mine(30, 0));
  const few = await costs();
  expect(few).toEqual({
    list: { calls: 2, read: 22 },
    unread: { calls: 2, read: 2 },
    seen: { calls: 2, read: 2 },
    consent: { calls: 3, read: 3 },
  });
  await insert(cloud, 'messages', mine(3_000, 30));
  expect(await costs()).toEqual(few);
});
