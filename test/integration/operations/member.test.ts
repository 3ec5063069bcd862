import { readdirSync, readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import type { MemberRecord } from '../../../domain/member/member';
import { PRIVACY_NOTICE } from '../../../types/vocabulary';
import { audit } from '../../support/auditor';
import type { RunningCloud } from '../../support/cloud';
import { NOON, plan } from '../../support/plans';
import { requestIds } from '../../support/request-ids';
import {
  addActivities,
  addEnterprises,
  addMembers,
  addToRoster,
  documents,
  FIRST_ADMIN,
  memberOf,
  runSweeps,
  setClock,
  startTown,
} from '../../support/town';

const requestId = requestIds(2);
const names = Array.from({ length: 45 }, (_, at) => [`e${at + 1}`, `药谷第${at + 1}制药`] as const);

let cloud: RunningCloud;
let phones = 0;
const freshPhone = () => {
  phones += 1;
  return `137${String(phones).padStart(8, '0')}`;
};

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { ...Object.fromEntries(names), 'e-last': '药谷研究院' });
  await addActivities(
    cloud,
    plan({ id: 'music' }),
    plan({ id: 'walk' }),
    plan({
      id: 'asking',
      questions: [
        { id: 'call', label: '联系电话', required: true, kind: 'phone' },
        { id: 'who', label: '姓名', required: true, kind: 'text', maxLength: 20 },
      ],
    }),
  );
});

afterAll(async () => {
  // Past whatever any of the tests left for later.
  await setClock(cloud, NOON + 20 * 86_400_000);
  await runSweeps(cloud);
  const faults = await audit(cloud, { swept: true });
  await cloud.stop();
  expect(faults).toEqual([]);
});

const joining = (phone: string, changes: object = {}) => ({
  name: '张三',
  phoneCode: `phone-${phone}-${requestId()}`,
  enterpriseId: 'e1',
  employment: 'employee',
  consent: { notice: PRIVACY_NOTICE },
  ...changes,
});
const join = (openid: string, input: object, id = requestId()) =>
  cloud.call('member', 'join', input, { openid, requestId: id });
const me = async (openid: string) => {
  const { answer } = await cloud.call('member', 'me', {}, { openid });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
};
const write = (openid: string, op: string, input: object, id = requestId()) =>
  cloud.call('member' as string, op, input, { openid, requestId: id });
const refusal = (name: string, detail: object = {}) => ({ ok: false, refusal: name, detail });

test('somebody unknown is a visitor, and told nothing but the time', async () => {
  expect(await me('stranger')).toEqual({ status: 'visitor', grants: [], now: expect.any(Number) });
});

test('the account that the environment names is admin before there is any member', async () => {
  expect(await me(FIRST_ADMIN)).toMatchObject({
    status: 'visitor',
    grants: [{ role: 'admin', scope: { kind: 'all' } }],
  });
});

test('a phone on the roster of the enterprise joins at once, and its owner sees it whole', async () => {
  const phone = freshPhone();
  await addToRoster(cloud, 'e1', phone);
  const { answer } = await join('rostered', joining(phone));
  const expected = {
    status: 'active',
    memberId: expect.stringMatching(/^[a-z][a-z2-7]{23}$/),
    name: '张三',
    phone,
    enterprise: { id: 'e1', name: '药谷第1制药' },
    employment: 'employee',
    joinedAt: expect.any(Number),
    grants: [],
  };
  expect(answer).toEqual({ ok: true, value: expected });
  expect(await me('rostered')).toEqual({ ...expected, now: expect.any(Number) });
});

test('a phone on the roster of another enterprise waits for staff', async () => {
  const phone = freshPhone();
  await addToRoster(cloud, 'e2', phone);
  const { answer } = await join('elsewhere', joining(phone));
  expect(answer).toMatchObject({ ok: true, value: { status: 'pending' } });
  expect(answer.ok && answer.value.joinedAt).toBeUndefined();
});

test('who waits or is a member already does not join again', async () => {
  expect((await join('elsewhere', joining(freshPhone()))).answer).toEqual(refusal('ALREADY', { status: 'pending' }));
  expect((await join('rostered', joining(freshPhone()))).answer).toEqual(refusal('ALREADY', { status: 'active' }));
});

test.each<[string, object, string, object]>([
  ['an enterprise that is not there', { enterpriseId: 'nowhere' }, 'NOT_FOUND', { what: 'enterprise' }],
  ['consent to another notice', { consent: { notice: '2020-01-01' } }, 'NOTICE_OUTDATED', { current: PRIVACY_NOTICE }],
  ['a code that is not the platform’s', { phoneCode: 'made-up' }, 'PHONE_CODE_REFUSED', {}],
])('%s is refused and nothing is stored', async (_what, change, name, detail) => {
  expect((await join('newcomer', joining(freshPhone(), change))).answer).toEqual(refusal(name, detail));
  expect((await me('newcomer')).status).toBe('visitor');
});

test('what can be refused without the phone code does not spend it', async () => {
  const input = joining(freshPhone());
  await join('thrifty', { ...input, enterpriseId: 'nowhere' });
  await join('thrifty', { ...input, consent: { notice: 'old' } });
  expect((await join('thrifty', input)).answer).toMatchObject({ ok: true });
});

test('a code is good once', async () => {
  const input = joining(freshPhone());
  await join('first-user', input);
  expect((await join('second-user', input)).answer).toEqual(refusal('PHONE_CODE_REFUSED'));
});

test('one member a phone', async () => {
  const phone = freshPhone();
  await join('owner', joining(phone));
  expect((await join('other-account', joining(phone))).answer).toEqual(refusal('PHONE_TAKEN'));
});

test('while the platform cannot tell numbers nobody joins, and nobody is told that their code was bad', async () => {
  const api = 'phonenumber.getPhoneNumber';
  await cloud.api('POST', 'openapi/settings', { api, outcome: { errcode: -1, errmsg: 'system error' } });
  expect((await join('unlucky', joining(freshPhone()))).answer).toEqual(refusal('PHONE_UNAVAILABLE'));
  await cloud.api('POST', 'openapi/settings', { api, outcome: null });
});

test('joining sent again gives the same answer, with other input it is refused', async () => {
  const id = requestId();
  const input = joining(freshPhone());
  const first = await join('twice', input, id);
  expect((await join('twice', input, id)).answer).toEqual(first.answer);
  expect((await join('twice', { ...input, name: '李四' }, id)).answer).toEqual(refusal('REQUEST_REUSED'));
});

test('a declined person asks anew with the same memberId, and an old decision sent again changes nothing', async () => {
  await join('again', joining(freshPhone()));
  const { memberId } = await me('again');
  const decision = { memberId, decision: 'decline', reason: '查无此人' };
  const decided = { openid: FIRST_ADMIN, requestId: requestId() };
  const first = await cloud.call('organizer', 'decideMember', decision, decided);
  expect(first.answer).toEqual({ ok: true, value: { memberId, status: 'declined' } });
  expect(await me('again')).toMatchObject({ status: 'declined', reason: '查无此人' });
  await join('again', joining(freshPhone(), { name: '张三丰' }));
  await cloud.call('organizer', 'decideMember', decision, decided);
  const now = await me('again');
  expect(now).toMatchObject({ status: 'pending', memberId, name: '张三丰' });
  expect(now.reason).toBeUndefined();
});

test('a member changes their name and employment, and nothing else', async () => {
  const before = await me('rostered');
  const { answer } = await write('rostered', 'updateMe', { name: ' 张小三 ', employment: 'new-form' });
  expect(answer).toMatchObject({ ok: true, value: { name: '张小三', employment: 'new-form' } });
  const { now: _now, ...after } = await me('rostered');
  expect(after).toEqual({ ...before, now: undefined, name: '张小三', employment: 'new-form' });
  for (const change of [{}, { phone: '13800001234' }, { enterpriseId: 'e2' }, { status: 'active' }, { grants: [] }]) {
    expect((await write('rostered', 'updateMe', change)).answer).toMatchObject({ ok: false, refusal: 'BAD_INPUT' });
  }
});

test('a change sent again changes nothing, not even over a later one', async () => {
  const id = requestId();
  const first = await write('rostered', 'updateMe', { name: '甲' }, id);
  expect(first.answer).toMatchObject({ ok: true });
  await write('rostered', 'updateMe', { name: '乙' });
  await write('rostered', 'updateMe', { name: '甲' }, id);
  expect((await me('rostered')).name).toBe('乙');
  expect((await write('rostered', 'updateMe', { name: '丙' }, id)).answer).toEqual(refusal('REQUEST_REUSED'));
});

test('a visitor has nothing to change and nothing to leave', async () => {
  expect((await write('stranger', 'updateMe', { name: '甲' })).answer).toEqual(
    refusal('NOT_MEMBER', { status: 'visitor' }),
  );
  expect((await write('stranger', 'leave', { confirm: true })).answer).toEqual(
    refusal('NOT_MEMBER', { status: 'visitor' }),
  );
});

async function leaver(openid: string): Promise<{ phone: string; name: string; memberId: string }> {
  const person = memberOf(openid, { name: `要走的${openid}` });
  await addMembers(cloud, [person]);
  return { phone: person.phone, name: person.name, memberId: person._id };
}

const signUp = (openid: string, activityId: string, answers = {}) =>
  cloud.call('activity', 'signUp', { activityId, sessionId: 's1', answers }, { openid, requestId: requestId() });
const leftIn = async (activityId: string) => {
  const { answer } = await cloud.call('activity', 'get', { activityId }, { openid: 'stranger' });
  return answer.ok ? answer.value.places.left : undefined;
};

test('leaving erases the person everywhere, also what they answered, and gives back their places', async () => {
  const { phone, name, memberId } = await leaver('leaver');
  const left = await leftIn('music');
  await signUp('leaver', 'music');
  await signUp('leaver', 'asking', { call: phone, who: name });
  expect(await leftIn('music')).toBe((left ?? 0) - 1);
  const id = requestId();
  expect((await write('leaver', 'leave', { confirm: true }, id)).answer).toEqual({ ok: true, value: { left: true } });
  expect(await leftIn('music')).toBe(left);
  expect(await audit(cloud, { erased: [phone, name, '"leaver"'] })).toEqual([]);
  expect(await me('leaver')).toEqual({ status: 'visitor', grants: [], now: expect.any(Number) });
  const kept = await documents<{ memberId: string; state: string }>(cloud, 'registrations');
  expect(kept.filter((record) => record.memberId === memberId).map(({ state }) => state)).toEqual([
    'cancelled',
    'cancelled',
  ]);
  expect((await write('leaver', 'leave', { confirm: true }, id)).answer).toEqual({ ok: true, value: { left: true } });
});

test('who left may join again, as somebody new', async () => {
  const { phone, memberId } = await leaver('comeback');
  await write('comeback', 'leave', { confirm: true });
  const { answer } = await join('comeback', joining(phone));
  expect(answer).toMatchObject({ ok: true, value: { status: 'pending' } });
  expect(answer.ok && answer.value.memberId).not.toBe(memberId);
});

test('a place given back by leaving is kept from nobody, cancel deadline or not', async () => {
  await leaver('late');
  await signUp('late', 'walk');
  await setClock(cloud, plan().cancelUntil + 60_000);
  const left = await leftIn('walk');
  await write('late', 'leave', { confirm: true });
  expect(await leftIn('walk')).toBe((left ?? 0) + 1);
  await setClock(cloud, NOON);
});

test('the log of all this names nobody: no phone, no name, no account', async () => {
  const people = await documents<MemberRecord>(cloud, 'members');
  const folder = joinPath(cloud.data, 'log');
  const said = readdirSync(folder)
    .map((file) => readFileSync(joinPath(folder, file), 'utf8'))
    .join('\n');
  expect(said).toContain('member.join');
  for (const { phone, name, openid } of people) {
    for (const secret of [phone, name, `"${openid}"`]) expect(said).not.toContain(secret);
  }
});

test('the enterprises come in pages that together have each of them once', async () => {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const input = cursor === undefined ? {} : { cursor };
    const { answer } = await cloud.call('member', 'enterprises', input, { openid: 'stranger' });
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    expect(answer.value.items.length).toBeLessThanOrEqual(20);
    found.push(...answer.value.items.map(({ name }) => name));
    cursor = answer.value.next;
  } while (cursor !== undefined);
  expect(found).toHaveLength(46);
  expect(new Set(found).size).toBe(46);
  expect(found).toEqual([...found].sort());
});

test('an enterprise is found by a part of its name, and by nothing that is not in it', async () => {
  const search = async (text: string) => {
    const { answer } = await cloud.call('member', 'enterprises', { text }, { openid: 'stranger' });
    return answer.ok ? answer.value.items.map(({ name }) => name) : answer.refusal;
  };
  expect(await search('研究')).toEqual(['药谷研究院']);
  expect(await search('第45制')).toEqual(['药谷第45制药']);
  expect(await search('火星')).toEqual([]);
  expect(await search('，。')).toBe('BAD_INPUT');
});
