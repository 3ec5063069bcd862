import { FIRST_BOOK } from '../../../domain/points/rules';
import { startOfDay } from '../../../domain/time/shanghai';
import { audit } from '../../support/auditor';
import type { RunningCloud } from '../../support/cloud';
import { accepted, outcome } from '../../support/organizing';
import { DAY, NOON } from '../../support/plans';
import { atPoints, entriesFor, requestId, sweepPoints } from '../../support/points';
import { addEnterprises, addMembers, FIRST_ADMIN, memberOf, runSweeps, setClock, startTown } from '../../support/town';

let cloud: RunningCloud;
let made = 0;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  const grants = [{ role: 'organizer' as const, scope: { kind: 'all' as const } }];
  await addMembers(cloud, [memberOf('lin', { grants }), memberOf('hu', { grants })]);
});

afterAll(async () => {
  await runSweeps(cloud);
  expect(await audit(cloud, { swept: true })).toEqual([]);
  await cloud.stop();
});

async function person(): Promise<string> {
  made += 1;
  await addMembers(cloud, [memberOf(`saver-${made}`)]);
  return `saver-${made}`;
}

const grant = (openid: string, points: number, by = 'lin', id = requestId()) =>
  atPoints(cloud, 'grant', { memberId: memberOf(openid)._id, points, reason: '志愿服务' }, by, id);
const decide = (adjustmentId: string, decision: 'approve' | 'reject', by: string, reason?: string) =>
  atPoints(cloud, 'decideAdjustment', { adjustmentId, decision, ...(reason && { reason }) }, by);
const pointsOf = async (openid: string) => accepted(await atPoints(cloud, 'balance', {}, openid)).points;
const reverse = (openid: string, entryId: string, by = 'lin') =>
  atPoints(cloud, 'reverse', { memberId: memberOf(openid)._id, entryId, reason: '记错了人' }, by);

describe('adjustments', () => {
  test('up to the limit one organizer grants alone; the same request sent again is the same grant', async () => {
    const [openid, id] = [await person(), requestId()];
    const given = accepted(await grant(openid, 100, 'lin', id));
    expect(given).toMatchObject({ state: 'approved', byName: '职工lin', mine: true, points: 100 });
    expect(accepted(await grant(openid, 100, 'lin', id))).toEqual(given);
    expect(await grant(openid, 99, 'lin', id)).toMatchObject({ refusal: 'REQUEST_REUSED' });
    expect(await pointsOf(openid)).toBe(100);
  });

  test('of two organizers who take the same back at once one is told that it is done', async () => {
    for (let round = 0; round < 5; round++) {
      const openid = await person();
      const entryId = `adjustment.${accepted(await grant(openid, 40)).id}`;
      const both = await Promise.all([reverse(openid, entryId, 'lin'), reverse(openid, entryId, 'hu')]);
      const heard = both.map(outcome).sort();
      expect(heard).toContain('accepted');
      expect(['BUSY', 'ALREADY', 'NOT_REVERSIBLE']).toContain(heard.find((each) => each !== 'accepted'));
    }
  });

  test('what was rejected can be asked for again', async () => {
    const openid = await person();
    const entryId = `adjustment.${accepted(await grant(openid, 90)).id}`;
    const wanted = accepted(await grant(openid, 150));
    accepted(await decide(wanted.id, 'approve', 'hu'));
    const first = accepted(await reverse(openid, `adjustment.${wanted.id}`));
    accepted(await decide(first.id, 'reject', 'hu', '没记错'));
    expect(accepted(await reverse(openid, `adjustment.${wanted.id}`))).toMatchObject({ state: 'proposed' });
    expect(accepted(await reverse(openid, entryId))).toMatchObject({ state: 'approved' });
  });

  test('above the limit it waits for somebody else, and brings nothing before', async () => {
    const openid = await person();
    const { id, state } = accepted(await grant(openid, 101));
    expect([state, await pointsOf(openid)]).toEqual(['proposed', 0]);
    const waiting = accepted(await atPoints(cloud, 'adjustments', { proposed: true }, 'hu'));
    expect(waiting.items).toContainEqual(expect.objectContaining({ id, mine: false }));
    expect(await decide(id, 'approve', 'lin')).toMatchObject({ refusal: 'OWN' });
    expect(accepted(await decide(id, 'approve', 'hu'))).toMatchObject({ state: 'approved', decidedByName: '职工hu' });
    expect(await decide(id, 'reject', 'hu', '晚了')).toMatchObject({
      refusal: 'ALREADY',
      detail: { state: 'approved' },
    });
    expect(await pointsOf(openid)).toBe(101);
  });

  test('rejecting takes a reason, and brings nothing', async () => {
    const openid = await person();
    const { id } = accepted(await grant(openid, 500));
    expect(await decide(id, 'reject', 'hu')).toMatchObject({ refusal: 'REASON_NEEDED' });
    expect(accepted(await decide(id, 'reject', 'hu', '已发过'))).toMatchObject({ state: 'rejected' });
    expect(await entriesFor(cloud, openid)).toEqual([]);
  });

  test('an organizer’s own points are decided by somebody else, however few', async () => {
    const { id, state } = accepted(await grant('hu', 1, 'hu'));
    expect(state).toBe('proposed');
    expect(await decide(id, 'approve', 'hu')).toMatchObject({ refusal: 'OWN' });
    const { id: asked } = accepted(await grant('hu', 300, 'lin'));
    expect(await decide(asked, 'approve', 'hu')).toMatchObject({ refusal: 'OWN' });
  });

  test('an entry is taken back once, and what was taken back cannot be', async () => {
    const openid = await person();
    const { id } = accepted(await grant(openid, 30));
    const entryId = `adjustment.${id}`;
    expect(accepted(await reverse(openid, entryId))).toMatchObject({ kind: 'reverse', points: 30, state: 'approved' });
    expect(await pointsOf(openid)).toBe(0);
    expect(await reverse(openid, entryId)).toMatchObject({ refusal: 'NOT_REVERSIBLE', detail: { why: 'nothing' } });
    expect(await reverse(openid, `back.${entryId}`)).toMatchObject({ detail: { why: 'reversal' } });
    expect(await reverse(openid, 'took-part.nobody.1')).toMatchObject({ refusal: 'NOT_FOUND' });
    expect(await reverse(await person(), entryId)).toMatchObject({ refusal: 'NOT_FOUND' });
  });

  test('what waits to be taken back is not asked for twice', async () => {
    const openid = await person();
    const { id } = accepted(await grant(openid, 200));
    accepted(await decide(id, 'approve', 'hu'));
    expect(accepted(await reverse(openid, `adjustment.${id}`))).toMatchObject({ state: 'proposed' });
    expect(await reverse(openid, `adjustment.${id}`, 'hu')).toMatchObject({ refusal: 'ALREADY' });
  });

  test('what somebody else did not let be taken back can be asked for again', async () => {
    const openid = await person();
    const { id } = accepted(await grant(openid, 200));
    accepted(await decide(id, 'approve', 'hu'));
    const asked = accepted(await reverse(openid, `adjustment.${id}`));
    accepted(await decide(asked.id, 'reject', 'hu', '没有记错'));
    expect(accepted(await reverse(openid, `adjustment.${id}`))).toMatchObject({ state: 'proposed' });
    expect(await pointsOf(openid)).toBe(200);
  });

  test('nobody is given points who is no member', async () => {
    const answer = await grant('nobody', 5);
    expect(answer).toEqual({ ok: false, refusal: 'NOT_FOUND', detail: { what: 'member' } });
    expect(await entriesFor(cloud, 'nobody')).toEqual([]);
  });
});

describe('rules', () => {
  const publish = (from: string, by = FIRST_ADMIN, id = requestId(), points = 7) => {
    const rules = [{ id: 'all', kind: 'attendance', points }];
    return atPoints(cloud, 'publishRules', { from, rules, caps: { day: {}, year: {} } }, by, id);
  };

  test('until something is published the first ones hold', async () => {
    expect(accepted(await atPoints(cloud, 'rules', {}, 'nobody'))).toMatchObject({ today: FIRST_BOOK, coming: [] });
  });

  test('they are published for a day to come, one for a day, and everybody can read them', async () => {
    const id = requestId();
    expect(await publish('2026-11-20')).toMatchObject({ refusal: 'TOO_SOON', detail: { earliest: '2026-11-21' } });
    expect(await publish('2026-11-21', FIRST_ADMIN, id)).toMatchObject({ ok: true, value: { version: '2026-11-21' } });
    expect(await publish('2026-11-21', FIRST_ADMIN, id)).toMatchObject({ ok: true });
    expect(await publish('2026-11-21')).toMatchObject({ refusal: 'TAKEN' });
    expect(await publish('2026-11-21', FIRST_ADMIN, id, 8)).toMatchObject({ refusal: 'REQUEST_REUSED' });
    const { coming } = accepted(await atPoints(cloud, 'rules', {}, 'nobody'));
    expect(coming).toMatchObject([{ from: '2026-11-21' }]);
    await setClock(cloud, startOfDay('2026-11-21'));
    expect(accepted(await atPoints(cloud, 'rules', {}, 'nobody'))).toMatchObject({
      ...{ today: { version: '2026-11-21' }, coming: [] },
    });
    await setClock(cloud, NOON);
  });
});

describe('the account', () => {
  test('entries come latest first, twenty a page, of one month or of all', async () => {
    const openid = await person();
    for (let times = 1; times <= 22; times++) accepted(await grant(openid, times));
    const first = accepted(await atPoints(cloud, 'entries', {}, openid));
    expect(first.items.map(({ points }) => points)).toEqual(Array.from({ length: 20 }, (_, at) => 22 - at));
    const rest = accepted(await atPoints(cloud, 'entries', { cursor: first.next }, openid));
    expect(rest.items.map(({ points }) => points)).toEqual([2, 1]);
    expect(rest.next).toBeUndefined();
    const here = accepted(await atPoints(cloud, 'entries', { month: '2026-11' }, openid));
    expect(here.items.length).toBe(20);
    for (const month of ['2026-10', '2026-12'])
      expect(accepted(await atPoints(cloud, 'entries', { month }, openid)).items).toEqual([]);
  });

  test('what is decided and not written out yet is in the list already', async () => {
    const openid = await person();
    const id = requestId();
    // Caller, request, member, adjustment, account, entries, the account’s change; the eighth writes the entry out.
    await cloud.api('POST', 'faults', { function: 'points', op: 'grant', at: 8, when: 'before', effect: 'kill' });
    await grant(openid, 9, 'lin', id);
    await cloud.api('DELETE', 'faults');
    expect(await entriesFor(cloud, openid)).toEqual([]);
    expect(accepted(await atPoints(cloud, 'entries', {}, openid)).items).toMatchObject([{ points: 9, balance: 9 }]);
    expect(await pointsOf(openid)).toBe(9);
    accepted(await grant(openid, 9, 'lin', id));
    expect((await entriesFor(cloud, openid)).map(({ points }) => points)).toEqual([9]);
  });

  test('points of a year are gone with the end of the next, before any sweep; the sweep writes it down', async () => {
    const openid = await person();
    accepted(await grant(openid, 40));
    const end = startOfDay('2028-01-01');
    expect(accepted(await atPoints(cloud, 'balance', {}, openid)).next).toEqual({ points: 40, expiresAt: end });
    await setClock(cloud, end - 60_000);
    expect(await pointsOf(openid)).toBe(40);
    await setClock(cloud, end);
    expect(await pointsOf(openid)).toBe(0);
    const told = accepted(await atPoints(cloud, 'explain', {}, openid));
    expect(told).toMatchObject({ points: 0, granted: 40, expired: 40, lots: [] });
    await sweepPoints(cloud, 'sweepAccounts');
    expect((await entriesFor(cloud, openid)).map(({ points, against }) => [points, against])).toEqual([
      [40, 'adjusted'],
      [-40, 'expired'],
    ]);
    expect(await reverse(openid, `expiry.${memberOf(openid)._id}.2026`)).toMatchObject({ detail: { why: 'expired' } });
    await setClock(cloud, NOON + 800 * DAY);
  });
});
