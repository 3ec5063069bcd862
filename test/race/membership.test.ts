import type { MemberRecord } from '../../domain/member/member';
import type { RegistrationRecord } from '../../domain/signup/registration';
import { PRIVACY_NOTICE } from '../../types/vocabulary';
import type { LooseAnswer, RunningCloud } from '../support/cloud';
import { plan, session } from '../support/plans';
import { atOnce, entry, patiently, poolOf, requestId, settled, tally } from '../support/rush';
import {
  addActivities,
  addEnterprises,
  addMembers,
  documents,
  FIRST_ADMIN,
  memberOf,
  startTown,
  untilStruck,
  warmUp,
} from '../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 8 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  const phone = { id: 'call', label: '电话', required: false, kind: 'phone' as const };
  await warmUp(cloud, 'member', 'me', {});
  await addActivities(cloud, plan({ id: 'music', sessions: [session('s1', 40)], questions: [phone] }));
});

afterAll(() => cloud.stop());

const leave = async (openid: string): Promise<LooseAnswer> =>
  (await cloud.call('member', 'leave', { confirm: true }, { openid, requestId: requestId() })).answer;

test('somebody who leaves while their sign-up is under way on another phone keeps no place and leaves no trace', async () => {
  const person = memberOf('gone', { name: '走了的人' });
  await addMembers(cloud, [person]);
  const slow = { function: 'activity', op: 'signUp', at: 3, when: 'before', effect: 'delay', ms: 1_500 };
  await cloud.api('POST', 'faults', slow);
  const asked = entry('gone', 'music');
  const late = patiently(cloud, { ...asked, input: { ...asked.input, answers: { call: person.phone } } });
  await untilStruck(cloud);
  const left = await leave('gone');
  const signedUp = await late;
  expect([signedUp.ok, left.ok]).toEqual([true, true]);
  expect(await settled(cloud)).toEqual([]);
  expect((await poolOf(cloud, 'music')).used.s1 ?? 0).toBe(0);
  const records = await documents<RegistrationRecord>(cloud, 'registrations');
  expect(JSON.stringify(records)).not.toContain(person.phone);
});

test('two accounts that join with one phone at once make one member', async () => {
  const phone = '13712345678';
  const join = async (openid: string): Promise<LooseAnswer> => {
    const input = {
      name: '张三',
      phoneCode: `phone-${phone}-${openid}`,
      enterpriseId: 'e1',
      employment: 'employee',
      consent: { notice: PRIVACY_NOTICE },
    };
    return (await cloud.call('member', 'join', input, { openid, requestId: requestId() })).answer;
  };
  const answers = await Promise.all(['account1', 'account2', 'account3'].map(join));
  const counted = tally(answers);
  expect(counted.ok).toBe(1);
  // Told that it is taken, or that it was busy and may be tried again; never a bug.
  expect((counted.PHONE_TAKEN ?? 0) + (counted.BUSY ?? 0)).toBe(2);
  const members = await documents<{ phone: string }>(cloud, 'members');
  expect(members.filter((member) => member.phone === phone)).toHaveLength(1);
});

test('one account that joins from two devices at once is one member', async () => {
  const join = async (at: number): Promise<LooseAnswer> => {
    const input = {
      name: '李四',
      phoneCode: `phone-1379999000${at}`,
      enterpriseId: 'e1',
      employment: 'employee',
      consent: { notice: PRIVACY_NOTICE },
    };
    return (await cloud.call('member', 'join', input, { openid: 'double', requestId: requestId() })).answer;
  };
  const answers = await Promise.all([1, 2, 3].map(join));
  expect(tally(answers).ok).toBe(1);
  const members = await documents<{ openid: string }>(cloud, 'members');
  expect(members.filter(({ openid }) => openid === 'double')).toHaveLength(1);
});

test('staff and the member who change one person at once all get their way, each once', async () => {
  const person = memberOf('popular');
  await addMembers(cloud, [person]);
  const patient = async (fn: string, op: string, input: object, openid: string): Promise<LooseAnswer> => {
    const id = requestId();
    for (let tries = 0; tries < 100; tries++) {
      const { answer } = await cloud.call(fn, op, input, { openid, requestId: id });
      if (answer.ok || answer.refusal !== 'BUSY') return answer;
    }
    throw new Error('busy for too long');
  };
  const shops = Array.from({ length: 12 }, (_, at) => ({ kind: 'shop', id: `shop-${at}` }));
  const answers = await Promise.all([
    ...shops.map((scope) =>
      patient('organizer', 'grant', { memberId: person._id, role: 'merchant', scope }, FIRST_ADMIN),
    ),
    ...shops.map((_, at) => patient('member', 'updateMe', { name: `第${at}个名字` }, 'popular')),
  ]);
  expect(tally(answers)).toEqual({ ok: 24 });
  const [found] = (await documents<MemberRecord>(cloud, 'members')).filter(({ _id }) => _id === person._id);
  expect(found?.grants.map(({ scope }) => (scope.kind === 'shop' ? scope.id : '')).sort()).toEqual(
    shops.map(({ id }) => id).sort(),
  );
  expect(found?.requests).toHaveLength(12);
}, 60_000);

test('people who sign up, leave and are approved at the same time leave nothing that disagrees', async () => {
  const people = Array.from({ length: 24 }, (_, at) => `crowd-${at}`);
  await addMembers(
    cloud,
    people.map((openid) => memberOf(openid)),
  );
  const doing = people.flatMap((openid) => [
    () => patiently(cloud, entry(openid, 'music')),
    () => leave(openid),
    () => leave(openid),
  ]);
  const answers = await atOnce(doing, 24, (work) => work());
  expect(tally(answers).INTERNAL).toBeUndefined();
  expect(await settled(cloud)).toEqual([]);
});
