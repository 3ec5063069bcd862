import { randomUUID } from 'node:crypto';
import type { PoolRecord } from '../../../domain/signup/pool';
import type { Decide, Plan } from '../../../types/contract';
import type { RegistrationState } from '../../../types/vocabulary';
import { audit } from '../../support/auditor';
import type { RunningCloud } from '../../support/cloud';
import {
  accepted,
  organize,
  outcome,
  published,
  registrationsIn,
  requestId,
  signUp,
  toldTo,
} from '../../support/organizing';
import { NOON, session } from '../../support/plans';
import {
  addEnterprises,
  addMembers,
  advance,
  documents,
  memberOf,
  runSweeps,
  setClock,
  startTown,
} from '../../support/town';

const PEOPLE = Array.from({ length: 45 }, (_, at) => `p${String(at).padStart(2, '0')}`);
let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addMembers(cloud, [
    memberOf('olga', { name: '欧阳组织', grants: [{ role: 'organizer', scope: { kind: 'all' } }] }),
    ...PEOPLE.map((openid) => memberOf(openid)),
  ]);
});

afterEach(() => setClock(cloud, NOON));

afterAll(async () => {
  await advance(cloud, 65_000);
  await runSweeps(cloud);
  await runSweeps(cloud);
  const faults = await audit(cloud, { swept: true });
  await cloud.stop();
  expect(faults).toEqual([]);
});

const idOf = (openid: string) => memberOf(openid)._id;

/** An activity by approval to which those have applied, in this order; with the ids of their registrations. */
async function applied(
  people: readonly string[],
  changes: Partial<Plan> = {},
): Promise<{ activityId: string; ids: string[] }> {
  const activityId = await published(cloud, { allocation: 'approval', ...changes });
  const ids: string[] = [];
  for (const openid of people) {
    const { id, state } = accepted(await signUp(cloud, openid, activityId));
    expect(state).toBe('applied');
    ids.push(id);
  }
  return { activityId, ids };
}

const decide = (
  activityId: string,
  registrationIds: string[],
  how: Partial<Decide> = {},
  more: { openid?: string; id?: string } = {},
) => organize(cloud, 'decide', { activityId, registrationIds, decision: 'approve', fit: 'all', ...how }, more);
async function statesOf(activityId: string, ids: readonly string[]): Promise<(RegistrationState | undefined)[]> {
  const states = new Map((await registrationsIn(cloud, activityId)).map(({ _id, state }) => [_id, state]));
  return ids.map((id) => states.get(id));
}
const poolOf = async (activityId: string) =>
  (await documents<PoolRecord>(cloud, 'pools')).find(({ _id }) => _id === activityId);
const cancel = (openid: string, registrationId: string) =>
  cloud.call('activity', 'cancel', { registrationId }, { openid, requestId: requestId() });

test('whoever is approved gets their place at the decision, and is told', async () => {
  const { activityId, ids } = await applied(PEOPLE.slice(0, 3));
  expect(await poolOf(activityId)).toMatchObject({ used: {}, claims: {} });
  const chosen = ids.slice(0, 2);
  expect(await decide(activityId, chosen)).toEqual({ ok: true, value: { done: chosen, full: [], gone: [] } });
  expect(await statesOf(activityId, ids)).toEqual(['confirmed', 'confirmed', 'applied']);
  expect((await poolOf(activityId))?.used).toEqual({ s1: 2 });
  expect(await toldTo(cloud, 'p00', activityId)).toMatchObject([{ kind: 'approved' }]);
});

test('all or none: where one does not fit nobody is approved, and it is said how many would', async () => {
  const { activityId, ids } = await applied(PEOPLE.slice(0, 4), { sessions: [session('s1', 3)] });
  expect(await decide(activityId, ids)).toEqual({
    ...{ ok: false, refusal: 'NOT_ALL_FIT', detail: { fit: 3, of: 4 } },
  });
  expect(await statesOf(activityId, ids)).toEqual(Array(4).fill('applied'));
  expect(await poolOf(activityId)).toMatchObject({ used: { s1: 0 }, claims: {} });
});

test('as many as fit: places are given in the order in which they were chosen', async () => {
  const { activityId, ids } = await applied(PEOPLE.slice(0, 4), { sessions: [session('s1', 2)] });
  const [a = '', b = '', c = '', d = ''] = ids;
  const answer = await decide(activityId, [d, b, a, c], { fit: 'as-many-as-fit' });
  expect(answer).toEqual({ ok: true, value: { done: [d, b], full: [a, c], gone: [] } });
  expect(await statesOf(activityId, ids)).toEqual(['applied', 'confirmed', 'applied', 'confirmed']);
});

test('declining needs a reason, which the member reads, and who was declined may apply again', async () => {
  const { activityId, ids } = await applied(['p00']);
  expect(outcome(await decide(activityId, ids, { decision: 'decline' }))).toBe('REASON_NEEDED');
  const reason = '名额优先给新职工';
  accepted(await decide(activityId, ids, { decision: 'decline', reason }));
  expect(await toldTo(cloud, 'p00', activityId)).toMatchObject([{ kind: 'declined', reason }]);
  expect(accepted(await signUp(cloud, 'p00', activityId)).state).toBe('applied');
});

test('who was put on the waitlist stands in the queue, and a freed place is offered to them', async () => {
  const { activityId, ids } = await applied(PEOPLE.slice(0, 3), { sessions: [session('s1', 1)] });
  const [first = '', ...others] = ids;
  accepted(await decide(activityId, [first]));
  accepted(await decide(activityId, others, { decision: 'waitlist' }));
  expect(await statesOf(activityId, ids)).toEqual(['confirmed', 'waitlisted', 'waitlisted']);
  const { answer } = await cloud.call('activity', 'registration', { registrationId: others[1] }, { openid: 'p02' });
  expect(answer).toMatchObject({ ok: true, value: { position: 2 } });
  await cancel('p00', first);
  await runSweeps(cloud);
  expect(await statesOf(activityId, ids)).toEqual(['cancelled', 'offered', 'waitlisted']);
  expect((await toldTo(cloud, 'p01', activityId)).map(({ kind }) => kind)).toEqual(['waitlisted', 'offered']);
});

test('who has cancelled, was decided on, or is of something else is gone, and the others are decided on', async () => {
  const { activityId, ids } = await applied(PEOPLE.slice(0, 3));
  const other = await applied(['p00']);
  const [a = '', b = '', c = ''] = ids;
  await cancel('p00', a);
  accepted(await decide(activityId, [b]));
  const [foreign = ''] = other.ids;
  expect(accepted(await decide(activityId, [a, b, c, foreign, 'nobody']))).toEqual({
    ...{ done: [c], full: [], gone: [a, b, foreign, 'nobody'] },
  });
  expect(await statesOf(other.activityId, other.ids)).toEqual(['applied']);
});

test('a decision sent again gives the same lists, also where a place has come free since', async () => {
  const { activityId, ids } = await applied(PEOPLE.slice(0, 3), { sessions: [session('s1', 1)] });
  const id = requestId();
  const first = await decide(activityId, ids, { fit: 'as-many-as-fit' }, { id });
  await cancel('p00', ids[0] ?? '');
  expect(await decide(activityId, ids, { fit: 'as-many-as-fit' }, { id })).toEqual(first);
  expect(await statesOf(activityId, ids)).toEqual(['cancelled', 'applied', 'applied']);
  expect(outcome(await decide(activityId, ids, {}, { id }))).toBe('REQUEST_REUSED');
});

test('two organizers who decide on the same people at once give each one place', async () => {
  const { activityId, ids } = await applied(PEOPLE.slice(0, 6), { sessions: [session('s1', 6)] });
  const patiently = async (registrationIds: string[], id = requestId()): Promise<string[]> => {
    for (let tries = 0; tries < 30; tries++) {
      const answer = await decide(activityId, registrationIds, { fit: 'as-many-as-fit' }, { id });
      if (answer.ok) return answer.value.done;
      expect(answer.refusal).toBe('BUSY');
    }
    throw new Error('busy for too long');
  };
  const done = await Promise.all([patiently(ids), patiently([...ids].reverse()), patiently(ids)]);
  expect(done.flat().sort()).toEqual([...ids].sort());
  expect(await poolOf(activityId)).toMatchObject({ used: { s1: 6 } });
});

test('a jump goes to the head, behind earlier ones, and stands in the log with its reason', async () => {
  const activityId = await published(cloud, { waitlist: true, sessions: [session('s1', 1)] });
  const ids: string[] = [];
  for (const openid of PEOPLE.slice(0, 6)) ids.push(accepted(await signUp(cloud, openid, activityId)).id);
  const [, , , d = '', e = '', f = ''] = ids;
  const jump = (registrationId: string, id = requestId(), reason = '上次漏报') =>
    organize(cloud, 'jump', { registrationId, reason }, { openid: 'olga', id });
  const id = requestId();
  const first = await jump(f, id);
  expect(first).toEqual({ ok: true, value: { registrationId: f, position: 1 } });
  expect(accepted(await jump(e))).toEqual({ registrationId: e, position: 2 });
  expect(await jump(f, id)).toEqual(first);
  expect(outcome(await jump(f, id, '另一个原因'))).toBe('REQUEST_REUSED');
  expect(await jump(ids[0] ?? '')).toMatchObject({ refusal: 'NOT_WAITLISTED', detail: { state: 'confirmed' } });
  expect(outcome(await jump('nobody'))).toBe('NOT_FOUND');
  const list = accepted(await organize(cloud, 'registrations', { activityId, state: 'waitlisted' }));
  expect(list.items.map(({ registrationId, position }) => [registrationId, position])).toEqual(
    [f, e, ids[1], ids[2], d].map((each, at) => [each, at + 1]),
  );
  const { items } = accepted(await organize(cloud, 'log', { activityId }));
  expect(items.map(({ what, by, whom, reason }) => [what, by, whom, reason]).slice(0, 2)).toEqual([
    ['jumped', '欧阳组织', '职工p04', '上次漏报'],
    ['jumped', '欧阳组织', '职工p05', '上次漏报'],
  ]);
  await cancel('p00', ids[0] ?? '');
  await runSweeps(cloud);
  expect(await statesOf(activityId, [f, e])).toEqual(['offered', 'waitlisted']);
});

async function pages<T>(ask: (cursor?: string) => Promise<{ items: T[]; next?: string }>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask(cursor);
    expect(page.items.length).toBeLessThanOrEqual(20);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return items;
}

test('applications come in their order, page by page, each once, with names but no whole phone', async () => {
  const { activityId, ids } = await applied(PEOPLE);
  const ask = async (cursor?: string) =>
    accepted(await organize(cloud, 'registrations', { activityId, state: 'applied', ...(cursor && { cursor }) }));
  const items = await pages(ask);
  expect(items.map(({ registrationId }) => registrationId)).toEqual(ids);
  expect(items[0]).toMatchObject({ name: '职工p00', enterpriseName: '药谷第一制药', companions: 0, state: 'applied' });
  expect(items[0]?.phone).toMatch(/^13\d\*{4}\d{4}$/);
});

test('the queue comes in its order, page by page, and nobody is lost who stands behind one that leaves', async () => {
  const activityId = await published(cloud, { waitlist: true, sessions: [session('s1', 0)] });
  const ids: string[] = [];
  for (const openid of PEOPLE) ids.push(accepted(await signUp(cloud, openid, activityId)).id);
  const ask = async (cursor?: string) =>
    accepted(await organize(cloud, 'registrations', { activityId, state: 'waitlisted', ...(cursor && { cursor }) }));
  expect((await pages(ask)).map(({ registrationId }) => registrationId)).toEqual(ids);
  const first = await ask();
  // The last one of the page leaves, and one before it.
  await cancel(PEOPLE[19] ?? '', ids[19] ?? '');
  await cancel(PEOPLE[3] ?? '', ids[3] ?? '');
  const second = await ask(first.next);
  expect(second.items.map(({ registrationId }) => registrationId)).toEqual(ids.slice(20, 40));
  expect(second.items[0]?.position).toBe(19);
});

test('a phone that somebody gave as an answer is masked too', async () => {
  const activityId = await published(cloud, {
    questions: [{ id: 'call', label: '紧急联系人电话', required: true, kind: 'phone' }],
  });
  accepted(await signUp(cloud, 'p00', activityId, { answers: { call: '13812345678' } }));
  const list = accepted(await organize(cloud, 'registrations', { activityId, state: 'confirmed' }));
  expect(list.items.map(({ answers }) => answers)).toEqual([{ call: '138****5678' }]);
});

test('who has left the union is in no list by name, and in the log by none', async () => {
  const openid = `leaver-${randomUUID().slice(0, 8)}`;
  await addMembers(cloud, [memberOf(openid, { name: '要走的人' })]);
  const { activityId, ids } = await applied([openid]);
  accepted(await decide(activityId, ids, { decision: 'decline', reason: '不合适' }));
  await cloud.call('member', 'leave', { confirm: true }, { openid, requestId: requestId() });
  const list = accepted(await organize(cloud, 'registrations', { activityId, state: 'declined' }));
  expect(list.items).toMatchObject([{ memberId: idOf(openid), name: '已注销', phone: '', answers: {} }]);
  const { items } = accepted(await organize(cloud, 'log', { activityId }));
  expect(items[0]).toMatchObject({ what: 'decided', whom: '已注销', count: 1, by: '' });
});

test('the log tells what was done, latest first, page by page', async () => {
  const { activityId } = await applied([]);
  for (let capacity = 1; capacity <= 22; capacity++) {
    accepted(await organize(cloud, 'setCapacity', { activityId, sessionId: 's1', capacity }, { openid: 'olga' }));
  }
  const ask = async (cursor?: string) =>
    accepted(await organize(cloud, 'log', { activityId, ...(cursor && { cursor }) }));
  const items = await pages(ask);
  expect(items.map(({ what }) => what)).toEqual([...Array<string>(22).fill('capacity'), 'published', 'created']);
});
