import type { RunningCloud } from '../../support/cloud';
import { atExport, auditEntries, exported, requestId } from '../../support/exports';
import { gatePlan, signedUp } from '../../support/gate';
import { accepted } from '../../support/organizing';
import { DAY, NOON } from '../../support/plans';
import {
  addActivities,
  addEnterprises,
  addMembers,
  advance,
  FIRST_ADMIN,
  memberOf,
  setClock,
  startTown,
} from '../../support/town';

let cloud: RunningCloud;
const ann = memberOf('ann')._id;
const organizer = memberOf('organizer')._id;
const MINUTE = 60_000;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addActivities(cloud, gatePlan());
  await addMembers(cloud, [
    ...['ann', 'bob'].map((name) => memberOf(name)),
    memberOf('organizer', { name: '苏明月', grants: [{ role: 'organizer', scope: { kind: 'all' } }] }),
  ]);
  for (const name of ['ann', 'bob']) await signedUp(cloud, name);
});

afterAll(() => cloud.stop());

const look = (state: string, openid = 'organizer') =>
  cloud.call('organizer', 'registrations', { activityId: 'gala', state }, { openid, requestId: requestId() });
const searched = async (input: Parameters<typeof atExport<'audits'>>[2]) =>
  accepted((await atExport(cloud, 'audits', input)).answer).items;

test('the same look within ten minutes is one entry, another or a later one is another, and one at nobody is none', async () => {
  await setClock(cloud, NOON);
  accepted((await look('confirmed')).answer);
  const again = await look('confirmed');
  accepted(again.answer);
  expect(again.meter).toMatchObject({ dbCalls: 6, unindexed: 0 });
  accepted((await look('waitlisted')).answer);
  expect(await auditEntries(cloud)).toHaveLength(1);
  accepted((await look('confirmed', FIRST_ADMIN)).answer);
  await advance(cloud, 11 * MINUTE);
  accepted((await look('confirmed')).answer);
  const entries = await auditEntries(cloud);
  expect(entries).toHaveLength(3);
  expect(entries[0]).toMatchObject({ by: organizer, role: 'organizer', persons: 2, phones: 'masked' });
  expect(entries[0]?.subjects).toEqual(expect.arrayContaining(['activity:gala', `member:${ann}`]));
});

test('an admin finds entries by who, what kind, of whom and when, latest first', async () => {
  await setClock(cloud, NOON + DAY);
  await exported(cloud, { kind: 'registrations', activityId: 'gala' }, 'organizer');
  const account = { memberId: ann };
  await cloud.call('points', 'account', account, { openid: 'organizer', requestId: requestId() });
  const all = await searched({});
  expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).sort((a, b) => b - a));
  expect(all.length).toBe(6);
  expect((await searched({ by: organizer })).every(({ byName }) => byName === '苏明月')).toBe(true);
  expect((await searched({ by: organizer, kind: 'export' })).map(({ what }) => what)).toEqual([
    'export.link',
    'export.start',
  ]);
  const ofAnn = await searched({ subject: { kind: 'member', id: ann }, by: organizer });
  expect(ofAnn.map(({ what }) => what)).toEqual(expect.arrayContaining(['points.account', 'organizer.registrations']));
  expect(ofAnn.find(({ what }) => what === 'points.account')?.subjects).toEqual([
    { kind: 'member', id: ann, name: '职工ann' },
  ]);
  expect(await searched({ subject: { kind: 'activity', id: 'other' } })).toEqual([]);
  const firstDay = await searched({ from: '2026-11-20', upTo: '2026-11-20' });
  expect(firstDay.map(({ what }) => what)).toEqual(Array(3).fill('organizer.registrations'));
  expect(await searched({ from: '2026-11-22' })).toEqual([]);
});

test('an admin who saw whose account was looked at is an entry too', async () => {
  const own = (await auditEntries(cloud)).filter(({ what }) => what === 'export.audits');
  expect(own.length).toBeGreaterThan(0);
  expect(own[0]).toMatchObject({ by: '', role: 'admin', subjects: [`member:${ann}`] });
});

test('a look that cannot be noted shows nobody', async () => {
  await setClock(cloud, NOON + 2 * DAY);
  await cloud.api('POST', 'faults', {
    ...{ function: 'organizer', op: 'registrations', at: 4, when: 'before', effect: 'fail' },
  });
  const { answer } = await look('confirmed');
  await cloud.api('DELETE', 'faults');
  expect(answer).toMatchObject({ ok: false, refusal: 'INTERNAL' });
});

test('whom a change would touch is a look, whether or not it is made', async () => {
  await setClock(cloud, NOON - 10 * MINUTE);
  const later = { startsAt: NOON + 2 * DAY, endsAt: NOON + 2 * DAY + 60 * MINUTE };
  const input = { activityId: 'gala', sessionId: 's1', ...later, reason: '换场地' };
  const caller = { openid: 'organizer', requestId: requestId() };
  const { answer } = await cloud.call('organizer', 'moveSession', input, caller);
  expect(answer).toMatchObject({ refusal: 'NEEDS_CONFIRMATION' });
  const noted = (await auditEntries(cloud)).filter(({ what }) => what === 'organizer.moveSession');
  expect(noted).toEqual([expect.objectContaining({ by: organizer, persons: 2, phones: 'none' })]);
});
