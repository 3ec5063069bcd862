import type { GrantInviteRecord } from '../../domain/permission/grant-invite';
import type { RunningCloud } from '../support/cloud';
import { acceptPatiently, grantsOf, invited, requestId, said, withdraw } from '../support/invites';
import { plan } from '../support/plans';
import { atOnce, settled, tally } from '../support/rush';
import {
  addActivities,
  addMembers,
  documents,
  FIRST_ADMIN,
  insert,
  memberOf,
  startTown,
  untilStruck,
  warmUp,
} from '../support/town';

let cloud: RunningCloud;
let made = 0;

beforeAll(async () => {
  cloud = await startTown({ instances: 8 });
  await addActivities(cloud, plan({ id: 'music' }));
  await warmUp(cloud, 'member', 'me', {}, 8);
});
afterEach(() => cloud.api('DELETE', 'faults'));
afterAll(() => cloud.stop());

async function people(count: number): Promise<string[]> {
  made += 1;
  const openids = Array.from({ length: count }, (_, at) => `crowd-${made}-${at}`);
  await addMembers(
    cloud,
    openids.map((openid) => memberOf(openid)),
  );
  return openids;
}

async function inviteNow(id: string): Promise<GrantInviteRecord> {
  const found = (await documents<GrantInviteRecord>(cloud, 'grantInvites')).find(({ _id }) => _id === id);
  if (!found) throw new Error(`no invite ${id}`);
  return found;
}

const pause = (fn: string, op: string, at: number, ms: number, times: number) =>
  cloud.api('POST', 'faults', { function: fn, op, at, when: 'after', effect: 'delay', ms, times });

test('looking first and writing then lets more accept than may, and after the withdrawal too: the race is real', async () => {
  const before = { _id: 'naive', uses: 3, used: 0, state: 'open', accepted: {} };
  await insert(cloud, 'grantInvites', [before]);
  await pause('accept-unguarded', 'main', 1, 100, 500);
  const openids = Array.from({ length: 12 }, (_, at) => `m${at}`);
  const answers = await atOnce(openids, 12, async (memberId) => {
    return (await cloud.call('accept-unguarded', 'main', { id: 'naive', memberId }, { openid: memberId })).answer;
  });
  expect(tally(answers).ok).toBeGreaterThan(3);
});

test('of 31 people at once 30 accept an invite for 30, and one is told that it is used up', async () => {
  const openids = await people(31);
  const { code, id } = await invited(cloud, { uses: 30 });
  await pause('member', 'acceptGrant', 2, 50, 200);
  const answers = await atOnce(openids, 31, (openid) => acceptPatiently(cloud, code, openid));
  expect(tally(answers)).toEqual({ ok: 30, INVITE_SHUT: 1 });
  const { used, accepted } = await inviteNow(id);
  expect([used, Object.keys(accepted)]).toEqual([30, expect.arrayContaining([expect.any(String)])]);
  const held = await Promise.all(openids.map(async (openid) => (await grantsOf(cloud, openid)).length));
  expect(held.filter((count) => count === 1)).toHaveLength(30);
});

test('one member who accepts from three devices at once uses one', async () => {
  const [who = ''] = await people(1);
  const { code, id } = await invited(cloud, { uses: 3 });
  await pause('member', 'acceptGrant', 2, 50, 20);
  const answers = await Promise.all([1, 2, 3].map(() => acceptPatiently(cloud, code, who)));
  expect(tally(answers)).toEqual({ ok: 3 });
  expect((await inviteNow(id)).used).toBe(1);
});

test('who was looked up before their other device accepted is told of the role and not that it was taken back', async () => {
  const [who = ''] = await people(1);
  const { code, id } = await invited(cloud, { uses: 3 });
  await pause('member', 'acceptGrant', 1, 3_000, 1);
  const slow = acceptPatiently(cloud, code, who);
  await untilStruck(cloud);
  expect((await acceptPatiently(cloud, code, who)).ok).toBe(true);
  expect((await slow).ok).toBe(true);
  expect((await inviteNow(id)).used).toBe(1);
});

async function withdrawPatiently(id: string) {
  const request = requestId();
  for (;;) {
    const answer = await withdraw(cloud, id, FIRST_ADMIN, request);
    if (answer.ok || answer.refusal !== 'BUSY') return answer;
  }
}

test('whoever found the invite open does not get in after it was withdrawn', async () => {
  const [who = ''] = await people(1);
  const { code, id } = await invited(cloud, { uses: 3 });
  // Far longer than a withdrawal takes.
  await pause('member', 'acceptGrant', 2, 3_000, 1);
  const accepting = acceptPatiently(cloud, code, who);
  await untilStruck(cloud);
  expect((await withdrawPatiently(id)).ok).toBe(true);
  expect(await accepting).toMatchObject({ refusal: 'INVITE_SHUT', detail: { why: 'withdrawn' } });
  expect([(await inviteNow(id)).used, await grantsOf(cloud, who)]).toEqual([0, []]);
});

test('whoever accepts while the invite is withdrawn has the role and was told so, or neither', async () => {
  const openids = await people(20);
  const { code, id } = await invited(cloud, { uses: 30 });
  let answered = 0;
  let withdrawing: ReturnType<typeof withdrawPatiently> | undefined;
  const answers = await atOnce(openids, 6, async (openid) => {
    // The first have accepted and others are at it; the last come when it is withdrawn.
    if (answered >= 14) await withdrawing;
    const answer = await acceptPatiently(cloud, code, openid);
    answered += 1;
    if (answered === 3) withdrawing = withdrawPatiently(id);
    return answer;
  });
  expect(await withdrawing).toMatchObject({ ok: true });
  const { ok = 0, INVITE_SHUT: late = 0 } = tally(answers);
  expect({ all: ok + late, early: ok >= 3, late: late > 0 }).toEqual({ all: 20, early: true, late: true });
  expect((await inviteNow(id)).used).toBe(ok);
  for (const [at, openid] of openids.entries())
    expect({ openid, held: (await grantsOf(cloud, openid)).length }).toEqual({ openid, held: answers[at]?.ok ? 1 : 0 });
});

test('accepting, changing one’s name and being given another role at once all stand', async () => {
  const [who = ''] = await people(1);
  const codes = await Promise.all(
    ['volunteer', 'referee'].map(async (role) => (await invited(cloud, { role: role as 'volunteer' })).code),
  );
  const patiently = async (name: string, input: object, openid: string) => {
    const id = requestId();
    for (let tries = 0; tries < 60; tries++) {
      const answer = await said(cloud, name, input, openid, id);
      if (answer.ok || answer.refusal !== 'BUSY') return answer;
    }
    throw new Error('busy for too long');
  };
  const shop = { memberId: memberOf(who)._id, role: 'merchant', scope: { kind: 'shop', id: 'tea' } };
  const answers = await Promise.all([
    ...codes.map((code) => acceptPatiently(cloud, code, who)),
    patiently('member.updateMe', { name: '新名字' }, who),
    patiently('organizer.grant', shop, FIRST_ADMIN),
  ]);
  expect(tally(answers)).toEqual({ ok: 4 });
  expect(await grantsOf(cloud, who)).toHaveLength(3);
});

test('afterwards nothing is left over, and all books agree', async () => {
  const faults = await settled(cloud);
  expect(faults.filter((fault) => !fault.startsWith('invite naive'))).toEqual([]);
});
