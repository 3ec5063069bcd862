import type { Grant } from '../../../types/vocabulary';
import { audit } from '../../support/auditor';
import type { LooseAnswer, RunningCloud } from '../../support/cloud';
import { DAY, HOUR, NOON } from '../../support/plans';
import { requestIds } from '../../support/request-ids';
import { addEnterprises, addMembers, FIRST_ADMIN, memberOf, setClock, startTown } from '../../support/town';

const requestId = requestIds(6);
let cloud: RunningCloud;

const pending = (openid: string, enterpriseId: string, at: number) => {
  const member = memberOf(openid, { status: 'pending', enterpriseId });
  return { ...member, askedAt: NOON - at, askedKey: `${NOON - at}_${member._id}` };
};
const officer: Grant = { role: 'unit-officer', scope: { kind: 'enterprise', id: 'e1' } };
const WAITING = Array.from({ length: 25 }, (_, at) => pending(`waits-${at}`, at % 2 === 0 ? 'e1' : 'e2', at * HOUR));
const idOf = (openid: string) => memberOf(openid)._id;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药', e2: '药谷第二制药' });
  await addMembers(cloud, [
    ...WAITING,
    memberOf('mei', { grants: [officer] }),
    memberOf('hua', { grants: [{ role: 'organizer', scope: { kind: 'all' } }] }),
    ...['plain', 'helper', 'passing'].map((openid) => memberOf(openid)),
  ]);
});

afterAll(async () => {
  const faults = await audit(cloud);
  await cloud.stop();
  expect(faults).toEqual([]);
});

const ask = async (openid: string, op: string, input: object, id = requestId()): Promise<LooseAnswer> =>
  (await cloud.call('organizer' as string, op, input, { openid, requestId: id })).answer;
const refusal = (name: string, detail: object = {}) => ({ ok: false, refusal: name, detail });

interface Item {
  memberId: string;
  phone: string;
  enterprise: { id: string };
  askedAt: number;
}

async function allPending(openid: string, input: object = {}): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const answer = await ask(openid, 'pendingMembers', { ...input, ...(cursor !== undefined && { cursor }) });
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    const page = answer.value as { items: Item[]; next?: string };
    expect(page.items.length).toBeLessThanOrEqual(20);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return items;
}

test('staff see everybody who waits, oldest first, each once', async () => {
  for (const openid of [FIRST_ADMIN, 'hua']) {
    const items = await allPending(openid);
    expect(items.map(({ memberId }) => memberId)).toEqual([...WAITING].reverse().map(({ _id }) => _id));
  }
});

test('a unit officer sees their own enterprise and nobody else’s', async () => {
  const own = WAITING.filter(({ enterpriseId }) => enterpriseId === 'e1').length;
  const items = await allPending('mei');
  expect(items).toHaveLength(own);
  expect(new Set(items.map(({ enterprise }) => enterprise.id))).toEqual(new Set(['e1']));
  expect(await allPending('mei', { enterpriseId: 'e1' })).toHaveLength(own);
  expect(await ask('mei', 'pendingMembers', { enterpriseId: 'e2' })).toMatchObject({ refusal: 'FORBIDDEN' });
});

test('phones of people who wait are masked, and no account is shown', async () => {
  const answer = JSON.stringify(await ask(FIRST_ADMIN, 'pendingMembers', {}));
  for (const { phone, openid, callerKey, phoneKey } of WAITING) {
    for (const secret of [phone, `"${openid}"`, callerKey, phoneKey]) expect(answer).not.toContain(secret);
  }
  const [first] = await allPending(FIRST_ADMIN);
  expect(first?.phone).toMatch(/^13\d\*{4}\d{4}$/);
});

test('approving lets a person sign up from then on, and is decided once', async () => {
  const [memberId, id] = [idOf('waits-0'), requestId()];
  const approve = { memberId, decision: 'approve' };
  expect(await ask('mei', 'decideMember', approve, id)).toEqual({
    ok: true,
    value: { memberId, status: 'active' },
  });
  expect(await ask('mei', 'decideMember', approve, id)).toEqual({
    ok: true,
    value: { memberId, status: 'active' },
  });
  expect(await ask('mei', 'decideMember', approve)).toEqual(refusal('ALREADY', { status: 'active' }));
  expect(await ask('mei', 'decideMember', { ...approve, decision: 'decline', reason: '不对' }, id)).toEqual(
    refusal('REQUEST_REUSED'),
  );
  const { answer } = await cloud.call('member', 'me', {}, { openid: 'waits-0' });
  expect(answer).toMatchObject({ value: { status: 'active', joinedAt: expect.any(Number) } });
});

test('declining needs a reason, which the person then reads', async () => {
  const memberId = idOf('waits-2');
  expect(await ask('mei', 'decideMember', { memberId, decision: 'decline' })).toEqual(refusal('REASON_NEEDED'));
  const decline = { memberId, decision: 'decline', reason: '查无此人' };
  expect(await ask('mei', 'decideMember', decline)).toEqual({ ok: true, value: { memberId, status: 'declined' } });
  const { answer } = await cloud.call('member', 'me', {}, { openid: 'waits-2' });
  expect(answer).toMatchObject({ value: { status: 'declined', reason: '查无此人' } });
});

test('a unit officer decides on nobody of another enterprise, not even by an old request', async () => {
  const memberId = idOf('waits-1');
  const id = requestId();
  expect(await ask('mei', 'decideMember', { memberId, decision: 'approve' }, id)).toMatchObject({
    refusal: 'FORBIDDEN',
  });
  await ask(FIRST_ADMIN, 'decideMember', { memberId, decision: 'approve' }, id);
  expect(await ask('mei', 'decideMember', { memberId, decision: 'approve' }, id)).toMatchObject({
    refusal: 'FORBIDDEN',
  });
});

test('two officers at once decide once', async () => {
  const memberId = idOf('waits-4');
  const answers = await Promise.all([
    ask('mei', 'decideMember', { memberId, decision: 'approve' }),
    ask('hua', 'decideMember', { memberId, decision: 'decline', reason: '不对' }),
  ]);
  const [won] = answers.filter((answer) => answer.ok);
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  const { answer } = await cloud.call('member', 'me', {}, { openid: 'waits-4' });
  expect(answer).toMatchObject({ value: { status: (won?.ok && (won.value as { status: string }).status) || '' } });
});

const activity = { kind: 'activity', id: 'music' } as const;

test('a grant counts at once, until it is revoked', async () => {
  const memberId = idOf('helper');
  const given = { memberId, role: 'unit-officer', scope: officer.scope };
  expect(await ask('helper', 'pendingMembers', {})).toMatchObject({ refusal: 'FORBIDDEN' });
  expect(await ask(FIRST_ADMIN, 'grant', given)).toEqual({ ok: true, value: { memberId, grants: [officer] } });
  expect(await ask('helper', 'pendingMembers', {})).toMatchObject({ ok: true });
  expect(await ask(FIRST_ADMIN, 'revoke', given)).toEqual({ ok: true, value: { memberId, grants: [] } });
  expect(await ask('helper', 'pendingMembers', {})).toMatchObject({ refusal: 'FORBIDDEN' });
  expect(await ask(FIRST_ADMIN, 'revoke', given)).toEqual(refusal('NOT_FOUND', { what: 'grant' }));
});

test('a grant with an end counts up to it, and not a moment longer', async () => {
  const until = NOON + HOUR;
  await ask(FIRST_ADMIN, 'grant', { memberId: idOf('passing'), role: 'organizer', scope: { kind: 'all' }, until });
  await setClock(cloud, until - 60_000);
  expect(await ask('passing', 'pendingMembers', {})).toMatchObject({ ok: true });
  await setClock(cloud, until + 1);
  expect(await ask('passing', 'pendingMembers', {})).toMatchObject({ refusal: 'FORBIDDEN' });
  await setClock(cloud, NOON);
});

test('an end that has passed is refused, and a scope that does not fit the role says which do', async () => {
  const memberId = idOf('plain');
  const volunteer = { memberId, role: 'volunteer', scope: activity };
  expect(await ask(FIRST_ADMIN, 'grant', { ...volunteer, until: NOON - DAY })).toMatchObject({
    refusal: 'UNTIL_PASSED',
  });
  expect(await ask(FIRST_ADMIN, 'grant', { ...volunteer, scope: { kind: 'all' } })).toEqual(
    refusal('SCOPE_UNFIT', { role: 'volunteer', fits: ['activity'] }),
  );
  expect(await ask(FIRST_ADMIN, 'grant', { ...volunteer, memberId: 'nobody' })).toEqual(
    refusal('NOT_FOUND', { what: 'member' }),
  );
});

test('granting again changes the end, and a request sent again brings nothing back', async () => {
  const memberId = idOf('plain');
  const id = requestId();
  const volunteer = { memberId, role: 'volunteer', scope: activity };
  await ask(FIRST_ADMIN, 'grant', volunteer, id);
  const until = Date.now() + 400 * DAY;
  const ended = { ok: true, value: { memberId, grants: [{ role: 'volunteer', scope: activity, until }] } };
  expect(await ask(FIRST_ADMIN, 'grant', { ...volunteer, until })).toEqual(ended);
  await ask(FIRST_ADMIN, 'revoke', volunteer);
  expect(await ask(FIRST_ADMIN, 'grant', volunteer, id)).toEqual({ ok: true, value: { memberId, grants: [] } });
  expect(await ask(FIRST_ADMIN, 'grant', { ...volunteer, until }, id)).toEqual(refusal('REQUEST_REUSED'));
});

test('many grants at once all stand: none overwrites another', async () => {
  const memberId = idOf('plain');
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const patiently = async (id: string): Promise<void> => {
    const request = requestId();
    for (let tries = 0; tries < 20; tries++) {
      const given = { memberId, role: 'referee', scope: { kind: 'activity', id } };
      const answer = await ask(FIRST_ADMIN, 'grant', given, request);
      if (answer.ok) return;
      expect(answer.refusal).toBe('BUSY');
    }
    throw new Error('busy for too long');
  };
  await Promise.all(ids.map(patiently));
  const { answer } = await cloud.call('member', 'me', {}, { openid: 'plain' });
  const held = answer.ok ? answer.value.grants.map(({ scope }) => (scope.kind === 'activity' ? scope.id : '')) : [];
  expect(held.sort()).toEqual(ids);
});
