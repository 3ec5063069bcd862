import type { AuditEntryRecord } from '../../../domain/audit/audit';
import { digestOfText } from '../../../domain/id/base32';
import { newGrantInvite } from '../../../domain/permission/grant-invite';
import type { RoleHolder } from '../../../types/contract';
import { type Grant, PRIVACY_NOTICE } from '../../../types/vocabulary';
import type { RunningCloud } from '../../support/cloud';
import { accept, invited, inviting, offer, openInvites, requestId, said } from '../../support/invites';
import { DAY, NOON, plan } from '../../support/plans';
import {
  addActivities,
  addEnterprises,
  addMembers,
  documents,
  FIRST_ADMIN,
  insert,
  memberOf,
  startTown,
} from '../../support/town';

let cloud: RunningCloud;

const helper = (id: string, until?: number): Grant => ({
  ...{ role: 'volunteer', scope: { kind: 'activity', id } },
  ...(until !== undefined && { until }),
});

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addActivities(cloud, plan({ id: 'music' }), plan({ id: 'walk' }));
  await addMembers(cloud, [
    // More have been helpers than are.
    ...Array.from({ length: 300 }, (_, at) => memberOf(`was-${at}`, { grants: [helper('music', NOON - DAY)] })),
    ...Array.from({ length: 30 }, (_, at) =>
      memberOf(`is-${at}`, { grants: [helper('music', NOON + (30 - at) * DAY)] }),
    ),
    memberOf('both', { name: '两边都在', grants: [helper('music'), helper('walk', NOON - 1), helper('walk2')] }),
  ]);
});
afterAll(() => cloud.stop());

async function holders(): Promise<RoleHolder[]> {
  const items: RoleHolder[] = [];
  let cursor: string | undefined;
  do {
    const input = { role: 'volunteer', ...(cursor !== undefined && { cursor }) };
    const answer = await said(cloud, 'organizer.roleHolders', input, FIRST_ADMIN);
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    const page = answer.value as { items: RoleHolder[]; next?: string };
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return items;
}

test('everybody who has the role now is there once for each scope, whose ends first first', async () => {
  const found = await holders();
  const ends = found.map(({ until }) => until ?? Number.POSITIVE_INFINITY);
  expect(ends).toEqual([...ends].sort((a, b) => a - b));
  expect(found.filter(({ until }) => until !== undefined)).toHaveLength(30);
  const both = found.filter(({ name }) => name === '两边都在').map(({ scope }) => ('id' in scope ? scope.id : ''));
  expect(both).toEqual(['music', 'walk2']);
  expect(found[0]?.phone).toMatch(/^13\d\*{4}\d{4}$/);
});

test('a role that was given or taken back is found so from then on', async () => {
  const memberId = memberOf('is-0')._id;
  const given = { memberId, role: 'volunteer', scope: { kind: 'activity', id: 'music' } };
  await said(cloud, 'organizer.revoke', given, FIRST_ADMIN);
  expect((await holders()).some((each) => each.memberId === memberId)).toBe(false);
  await said(cloud, 'organizer.grant', given, FIRST_ADMIN);
  expect((await holders()).filter((each) => each.memberId === memberId)).toMatchObject([{ scope: given.scope }]);
});

test('a role that was taken back by name is a line of the audit', async () => {
  const of = { memberId: memberOf('is-2')._id, role: 'volunteer', scope: { kind: 'activity', id: 'music' } };
  await said(cloud, 'organizer.revoke', of, FIRST_ADMIN);
  const lines = (await documents<AuditEntryRecord>(cloud, 'auditEntries')).filter(({ subjects }) =>
    subjects.includes(`member:${of.memberId}`),
  );
  expect(lines.filter(({ kind }) => kind === 'role')).toMatchObject([
    { what: 'organizer.revoke', by: '', given: 'volunteer', subjects: ['activity:music', `member:${of.memberId}`] },
  ]);
});

test('somebody who was declined and asks anew keeps their role, and is found by it', async () => {
  const { _id, openid } = memberOf('asks', { name: '再来一次' });
  await addMembers(cloud, [memberOf(openid, { status: 'declined', grants: [helper('walk')] })]);
  const input = { name: '再来一次', enterpriseId: 'e1', employment: 'employee', consent: { notice: PRIVACY_NOTICE } };
  const phoneCode = `phone-13812349876-${requestId()}`;
  expect(await said(cloud, 'member.join', { ...input, phoneCode }, openid)).toMatchObject({ ok: true });
  expect((await holders()).filter(({ memberId }) => memberId === _id)).toMatchObject([{ name: '再来一次' }]);
});

test('each operation costs what is documented, whoever was a helper before', async () => {
  await addMembers(
    cloud,
    Array.from({ length: 30 }, (_, at) => memberOf(`comes-${at}`)),
  );
  const { code } = await invited(cloud, { uses: 30 });
  const cost = async (name: string, input: object, openid: string) => {
    const [fn = '', op = ''] = name.split('.');
    const { answer, meter } = await cloud.call(fn, op, input, { openid, requestId: requestId() });
    expect({ name, ok: answer.ok, unindexed: meter.unindexed }).toEqual({ name, ok: true, unindexed: 0 });
    return [meter.dbCalls, meter.docsRead];
  };
  for (let at = 1; at < 28; at++) await accept(cloud, code, `comes-${at}`);
  expect(await openInvites(cloud)).toHaveLength(1);
  const scope = { kind: 'activity', id: 'music' } as const;
  // The first admin has no document: nobody is read for them.
  expect({
    // the invite that may be there, the activity, then both documents in a transaction
    inviteGrant: await cost('organizer.inviteGrant', { role: 'volunteer', scope, uses: 3 }, FIRST_ADMIN),
    // caller, invite, its maker, the activity
    grantOffer: await cost('member.grantOffer', { code }, 'comes-0'),
    // the same, the use, a transaction of seven over member, caller and entry, the use settled
    acceptGrant: await cost('member.acceptGrant', { code }, 'comes-0'),
    // invites, the entry, who accepted, makers, activities
    grantInvites: await cost('organizer.grantInvites', { scope }, FIRST_ADMIN),
    // a page and one more, the entry, enterprises, activities, and leagues for what is none
    roleHolders: await cost('organizer.roleHolders', { role: 'volunteer' }, FIRST_ADMIN),
  }).toEqual({
    inviteGrant: [7, 1],
    grantOffer: [4, 3],
    acceptGrant: [13, 9],
    grantInvites: [6, 31],
    roleHolders: [5, 23],
  });
});

test('the link of an invite to a league names the league', async () => {
  const span = { startsAt: NOON + DAY, endsAt: NOON + 2 * DAY };
  const league = { title: '乒乓联赛', opensAt: NOON - DAY, courts: [{ id: 'c1', name: '一号台', openings: [span] }] };
  await insert(cloud, 'leagues', [{ _id: 'cup', v: 1, state: 'open', endKey: 'x', plan: league }]);
  const scope = { kind: 'activity', id: 'cup' } as const;
  const { code, expiresAt } = await invited(cloud, { role: 'referee', scope, uses: 2 });
  expect(expiresAt).toBe(span.endsAt);
  expect(await offer(cloud, code, 'stranger')).toMatchObject({
    value: { scope: { ...scope, name: '乒乓联赛', league: true } },
  });
});

test('nobody is invited to a league or an activity that was cancelled, or to a league that is finished', async () => {
  const ends = NOON + 2 * DAY;
  const courts = [{ id: 'c1', name: '一号台', openings: [{ startsAt: NOON + DAY, endsAt: ends }] }];
  const league = { v: 1, endKey: 'x', plan: { title: '乒乓联赛', opensAt: NOON - DAY, courts } };
  await insert(cloud, 'leagues', [
    { _id: 'off', state: 'cancelled', ...league },
    { _id: 'done', state: 'finished', ...league },
  ]);
  await insert(cloud, 'activities', [{ _id: 'rained', v: 1, title: '音乐节', endsAt: ends, state: 'cancelled' }]);
  for (const id of ['off', 'done', 'rained'])
    expect(await inviting(cloud, { scope: { kind: 'activity', id }, role: 'referee' })).toMatchObject({
      refusal: 'NOTHING_TO_DO',
    });
});

test('the link to what is gone works no more', async () => {
  const of = { role: 'merchant', scope: { kind: 'shop', id: 'tea' }, uses: 1 } as const;
  const making = { code: 'gone', nonce: 'n', by: '', makerKey: digestOfText(FIRST_ADMIN), now: NOON } as const;
  const request = { id: requestId(), digest: 'd' };
  await insert(cloud, 'grantInvites', [newGrantInvite(of, { expiresAt: NOON + DAY }, { ...making, request })]);
  expect(await accept(cloud, 'gone', 'is-1')).toMatchObject({ refusal: 'INVITE_SHUT', detail: { why: 'over' } });
  await insert(cloud, 'shops', [{ _id: 'tea', v: 1, rev: 1, name: '茶馆', key: 'x', requests: [] }]);
  expect(await accept(cloud, 'gone', 'is-1')).toMatchObject({ ok: true });
});
