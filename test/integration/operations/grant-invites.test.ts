import type { AuditEntryRecord } from '../../../domain/audit/audit';
import { type GrantInviteRecord, newGrantInvite } from '../../../domain/permission/grant-invite';
import { startOfDay } from '../../../domain/time/shanghai';
import { audit } from '../../support/auditor';
import type { RunningCloud } from '../../support/cloud';
import { volunteerOf } from '../../support/gate';
import {
  AT_MUSIC,
  accept,
  grantsOf,
  invited,
  inviting,
  offer,
  openInvites,
  requestId,
  said,
  withdraw,
} from '../../support/invites';
import { DAY, HOUR, NOON, plan, session } from '../../support/plans';
import {
  addActivities,
  addEnterprises,
  addMembers,
  documents,
  FIRST_ADMIN,
  insert,
  memberOf,
  setClock,
  startTown,
} from '../../support/town';

let cloud: RunningCloud;
const HUA = 'hua';
const AT_E1 = { kind: 'enterprise', id: 'e1' } as const;
let made = 0;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药', e2: '药谷第二制药' });
  await addActivities(
    cloud,
    plan({ id: 'music' }),
    plan({ id: 'tomorrow', sessions: [{ ...session('s1', 9), startsAt: NOON + DAY, endsAt: NOON + DAY + 2 * HOUR }] }),
    plan({ id: 'past', sessions: [{ ...session('s1', 9), startsAt: NOON - DAY, endsAt: NOON - DAY + HOUR }] }),
  );
  await addMembers(cloud, [memberOf(HUA, { name: '华老师', grants: [{ role: 'organizer', scope: { kind: 'all' } }] })]);
});
beforeEach(() => setClock(cloud, NOON));

afterAll(async () => {
  const faults = await audit(cloud);
  await cloud.stop();
  expect(faults).toEqual([]);
});

async function person(changes: Parameters<typeof memberOf>[1] = {}): Promise<string> {
  made += 1;
  const openid = `guest-${made}`;
  await addMembers(cloud, [memberOf(openid, changes)]);
  return openid;
}

const shut = (why: string) => ({ ok: false, refusal: 'INVITE_SHUT', detail: { why } });

test('a member who accepts has the role at once, until the end of the activity’s last day', async () => {
  const { code, until } = await invited(cloud, {}, HUA);
  const endsAt = session('s1', 1).endsAt;
  expect(until).toBe(startOfDay(new Date(endsAt + 8 * HOUR).toISOString().slice(0, 10)) + DAY - 1);
  const who = await person();
  const value = { role: 'volunteer', scope: AT_MUSIC, until };
  expect(await accept(cloud, code, who)).toEqual({ ok: true, value });
  expect(await grantsOf(cloud, who)).toEqual([value]);
});

test('the link says who invites, to what, where and until when, also to somebody who has not joined', async () => {
  const { code, until, expiresAt } = await invited(cloud, {}, HUA);
  const { answer } = { answer: await offer(cloud, code, 'stranger') };
  expect(answer).toEqual({
    ok: true,
    value: {
      ...{ by: '华老师', role: 'volunteer', until, expiresAt, now: expect.any(Number) },
      scope: { ...AT_MUSIC, name: plan({ id: 'music' }).title },
    },
  });
  expect(await accept(cloud, code, 'stranger')).toEqual({
    ...{ ok: false, refusal: 'NOT_MEMBER', detail: { status: 'visitor' } },
  });
  const waiting = await person({ status: 'pending' });
  expect(await accept(cloud, code, waiting)).toMatchObject({ refusal: 'NOT_MEMBER', detail: { status: 'pending' } });
});

test('nothing in the store is a code, and no code but the one that was given out leads anywhere', async () => {
  const { code, id } = await invited(cloud);
  expect(code).toMatch(/^[a-z2-7]{24}$/);
  expect(JSON.stringify(await documents(cloud, 'grantInvites'))).not.toContain(code);
  const [record] = (await documents<GrantInviteRecord>(cloud, 'grantInvites')).filter(({ _id }) => _id === id);
  const who = await person();
  for (const guess of [id, record?.nonce ?? '', code.slice(1), 'a'.repeat(24)])
    expect(await accept(cloud, guess, who)).toMatchObject({ refusal: 'NOT_FOUND', detail: { what: 'invite' } });
});

test('an invite ends after seven days, and never after the role or the activity', async () => {
  // The clock of the town goes on.
  const lasts = (await invited(cloud)).expiresAt - NOON;
  expect(Math.floor(lasts / HOUR)).toBe(7 * 24);
  expect((await invited(cloud, { until: NOON + HOUR })).expiresAt).toBe(NOON + HOUR);
  const tomorrow = { kind: 'activity', id: 'tomorrow' } as const;
  expect((await invited(cloud, { scope: tomorrow })).expiresAt).toBe(NOON + DAY + 2 * HOUR);
  const { code } = await invited(cloud, { until: NOON + HOUR });
  await setClock(cloud, NOON + HOUR);
  expect(await accept(cloud, code, await person())).toEqual(shut('expired'));
});

test('nobody is invited to what is over, is not there, or would be past', async () => {
  const of = (id: string) => ({ scope: { kind: 'activity', id } as const });
  expect(await inviting(cloud, of('past'))).toMatchObject({ refusal: 'NOTHING_TO_DO' });
  expect(await inviting(cloud, of('nowhere'))).toMatchObject({ refusal: 'NOT_FOUND', detail: { what: 'activity' } });
  expect(await inviting(cloud, { until: NOON - 1 })).toMatchObject({ refusal: 'UNTIL_PASSED' });
  expect(await inviting(cloud, { scope: AT_E1 })).toMatchObject({ refusal: 'SCOPE_UNFIT' });
});

test('a link makes no admin and no organizer, and one officer or merchant at most', async () => {
  const all = { kind: 'all' } as const;
  expect(await inviting(cloud, { role: 'organizer', scope: all, uses: 1 })).toMatchObject({ refusal: 'NOT_BY_LINK' });
  expect(await inviting(cloud, { role: 'admin', scope: all, uses: 1 })).toMatchObject({ refusal: 'NOT_BY_LINK' });
  const officer = { role: 'unit-officer', scope: AT_E1 } as const;
  expect(await inviting(cloud, { ...officer, uses: 2 })).toMatchObject({
    refusal: 'TOO_MANY_USES',
    detail: { most: 1 },
  });
  expect(await inviting(cloud, { uses: 31 })).toMatchObject({ refusal: 'TOO_MANY_USES', detail: { most: 30 } });
});

test('an organizer invites nobody to what only an admin may give, and neither sees nor withdraws it', async () => {
  const officer = { role: 'unit-officer', scope: AT_E1, uses: 1 } as const;
  expect(await inviting(cloud, officer, HUA)).toMatchObject({ refusal: 'FORBIDDEN', detail: { needs: ['admin'] } });
  const { id } = await invited(cloud, officer);
  expect(await openInvites(cloud, AT_E1, HUA)).toEqual([]);
  expect(await openInvites(cloud, AT_E1)).toHaveLength(1);
  expect(await withdraw(cloud, id, HUA)).toMatchObject({ refusal: 'FORBIDDEN' });
  expect(await said(cloud, 'organizer.roleHolders', { role: 'unit-officer' }, HUA)).toMatchObject({
    refusal: 'FORBIDDEN',
  });
});

test('only a member of that enterprise becomes its officer', async () => {
  const { code } = await invited(cloud, { role: 'unit-officer', scope: AT_E1, uses: 1 });
  const stranger = await person({ enterpriseId: 'e2' });
  expect(await offer(cloud, code, stranger)).toMatchObject({ value: { otherEnterprise: true } });
  expect(await accept(cloud, code, stranger)).toEqual({
    ...{ ok: false, refusal: 'OTHER_ENTERPRISE', detail: { enterpriseName: '药谷第一制药' } },
  });
  const own = await person({ enterpriseId: 'e1' });
  expect(await accept(cloud, code, own)).toMatchObject({ ok: true });
  expect(await accept(cloud, code, await person())).toEqual(shut('used-up'));
});

test('an invite stops working while its maker may not give that role, and with their leaving', async () => {
  const maker = await person({ grants: [{ role: 'organizer', scope: { kind: 'all' } }] });
  const { code } = await invited(cloud, {}, maker);
  const of = { memberId: memberOf(maker)._id, role: 'organizer', scope: { kind: 'all' } };
  await said(cloud, 'organizer.revoke', of, FIRST_ADMIN);
  expect(await accept(cloud, code, await person())).toEqual(shut('maker-gone'));
  await said(cloud, 'organizer.grant', of, FIRST_ADMIN);
  expect(await accept(cloud, code, await person())).toMatchObject({ ok: true });
  await said(cloud, 'member.leave', { confirm: true }, maker);
  expect(await accept(cloud, code, await person())).toEqual(shut('withdrawn'));
  expect(JSON.stringify(await offer(cloud, code, 'stranger'))).not.toContain(memberOf(maker).name);
});

test('an invite that was under way while its maker left works for nobody, also where they come back as staff', async () => {
  const maker = await person({ grants: [{ role: 'organizer', scope: { kind: 'all' } }] });
  const ends = { until: NOON + DAY, expiresAt: NOON + HOUR };
  const wish = { role: 'volunteer', scope: AT_MUSIC, uses: 3 } as const;
  const request = { id: requestId(), digest: 'd' };
  const making = { nonce: 'n', by: 'm-former', makerKey: memberOf(maker).callerKey, now: NOON, request };
  await insert(cloud, 'grantInvites', [
    newGrantInvite(wish, ends, { ...making, code: 'under-way' }),
    newGrantInvite(wish, ends, { ...making, code: 'own', by: memberOf(maker)._id }),
  ]);
  expect(await accept(cloud, 'under-way', await person())).toEqual(shut('maker-gone'));
  expect(await accept(cloud, 'own', await person())).toMatchObject({ ok: true });
});

test('once somebody has left, nothing leads from the invites that they made to their account', async () => {
  const maker = await person({ grants: [{ role: 'organizer', scope: { kind: 'all' } }] });
  const { _id, callerKey } = memberOf(maker);
  await invited(cloud, {}, maker);
  await withdraw(cloud, (await invited(cloud, {}, maker)).id);
  await said(cloud, 'member.leave', { confirm: true }, maker);
  const theirs = (await documents<GrantInviteRecord>(cloud, 'grantInvites')).filter(({ by }) => by === _id);
  expect(theirs.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
  expect(JSON.stringify(theirs)).not.toContain(callerKey);
});

test('each change of a role keeps its own line in the audit, also under an id that staff send twice', async () => {
  const [first, second, id] = [await person(), await person(), requestId()];
  const give = (openid: string, scope: object = AT_MUSIC) =>
    said(cloud, 'organizer.grant', { memberId: memberOf(openid)._id, role: 'volunteer', scope }, HUA, id);
  const { id: invite } = await invited(cloud, {}, HUA);
  expect(await give(first)).toMatchObject({ ok: true });
  expect(await give(second)).toMatchObject({ ok: true });
  expect(await withdraw(cloud, invite, HUA, id)).toMatchObject({ ok: true });
  expect(await inviting(cloud, {}, HUA, id)).toMatchObject({ ok: true });
  // Sent again it is the same change.
  expect(await give(first)).toMatchObject({ ok: true });
  const lines = (await documents<AuditEntryRecord>(cloud, 'auditEntries')).filter(({ kind }) => kind === 'role');
  for (const openid of [first, second])
    expect(lines.filter(({ subjects }) => subjects.includes(`member:${memberOf(openid)._id}`))).toHaveLength(1);
  expect(lines.filter(({ what, by }) => what === 'organizer.withdrawInvite' && by === memberOf(HUA)._id)).not.toEqual(
    [],
  );
});

test('an organizer pages through the invites that are theirs to see, however many are not', async () => {
  const officer = { role: 'unit-officer', scope: { kind: 'enterprise', id: 'e2' }, uses: 1 } as const;
  for (let at = 0; at < 21; at++) await invited(cloud, { ...officer, until: NOON + HOUR });
  const answer = await said(cloud, 'organizer.grantInvites', {}, HUA);
  const { items } = (answer as unknown as { value: { items: { role: string }[] } }).value;
  expect(items.length).toBeGreaterThan(5);
  expect(items.filter(({ role }) => role === 'unit-officer')).toEqual([]);
});

test('a withdrawn invite is accepted by nobody, and who did before keeps the role', async () => {
  const { code, id } = await invited(cloud);
  const first = await person();
  await accept(cloud, code, first);
  const done = { ok: true, value: { id, withdrawn: true } };
  expect(await withdraw(cloud, id, HUA)).toEqual(done);
  expect(await withdraw(cloud, id)).toEqual(done);
  expect(await accept(cloud, code, await person())).toEqual(shut('withdrawn'));
  expect(await grantsOf(cloud, first)).toHaveLength(1);
});

test('somebody who has the role for longer changes nothing and uses nothing; one who has it shorter gets the longer', async () => {
  const { code, until } = await invited(cloud, { uses: 1 });
  const longer = { ...volunteerOf('music') };
  const lasting = await person({ grants: [longer] });
  expect(await offer(cloud, code, lasting)).toMatchObject({ value: { held: true } });
  expect(await accept(cloud, code, lasting)).toMatchObject({ ok: true });
  expect(await grantsOf(cloud, lasting)).toEqual([longer]);
  const passing = await person({ grants: [{ ...longer, until: NOON + HOUR }] });
  expect(await accept(cloud, code, passing)).toMatchObject({ ok: true });
  expect(await grantsOf(cloud, passing)).toEqual([{ ...longer, until }]);
  expect(await accept(cloud, code, await person())).toEqual(shut('used-up'));
});

test('sent again an acceptance is answered the same and uses nothing more, also when the role was taken back since', async () => {
  const { code } = await invited(cloud, { uses: 2 });
  const [who, id] = [await person(), requestId()];
  const answer = await accept(cloud, code, who, id);
  expect(await accept(cloud, code, who, id)).toEqual(answer);
  expect(await accept(cloud, code, who)).toEqual(answer);
  const of = { memberId: memberOf(who)._id, role: 'volunteer', scope: AT_MUSIC };
  await said(cloud, 'organizer.revoke', of, FIRST_ADMIN);
  expect(await accept(cloud, code, who, id)).toEqual(answer);
  expect(await grantsOf(cloud, who)).toEqual([]);
  expect(await accept(cloud, code, who)).toEqual(shut('yours-ended'));
  expect(await accept(cloud, (await invited(cloud)).code, who, id)).toMatchObject({ refusal: 'REQUEST_REUSED' });
});

test('the same request makes one invite, and another input under its id none', async () => {
  const id = requestId();
  const first = await inviting(cloud, {}, HUA, id);
  expect(await inviting(cloud, {}, HUA, id)).toEqual(first);
  expect(await inviting(cloud, { uses: 4 }, HUA, id)).toMatchObject({ refusal: 'REQUEST_REUSED' });
});

test('staff see who accepted by name, and every step stands in the audit', async () => {
  const shop = { kind: 'activity', id: 'tomorrow' } as const;
  const { code, id } = await invited(cloud, { scope: shop, uses: 5 }, HUA);
  const who = await person({ name: '接受的人' });
  await accept(cloud, code, who);
  const [line] = (await openInvites(cloud, shop)).filter((each) => each.id === id);
  expect(line).toMatchObject({ code, by: '华老师', uses: 5, accepted: [{ name: '接受的人', at: expect.any(Number) }] });
  await withdraw(cloud, id);
  const entries = (await documents<AuditEntryRecord>(cloud, 'auditEntries')).filter(
    ({ kind, subjects }) => kind === 'role' && subjects.includes('activity:tomorrow'),
  );
  const [hua, accepter] = [HUA, who].map((openid) => memberOf(openid)._id);
  const found = entries.map(({ what, by, given, subjects }) => ({ what, by, given, subjects }));
  expect(found).toContainEqual({
    ...{ what: 'organizer.inviteGrant', by: hua, given: 'volunteer', subjects: ['activity:tomorrow'] },
  });
  expect(found).toContainEqual({
    ...{ what: 'member.acceptGrant', by: accepter, given: 'volunteer' },
    subjects: ['activity:tomorrow', `member:${accepter}`, `member:${hua}`],
  });
  expect(found).toContainEqual(expect.objectContaining({ what: 'organizer.withdrawInvite', by: '' }));
});
