import type { Grant, Role, Scope } from '../../../types/vocabulary';
import type { RunningCloud } from '../../support/cloud';
import { accepted, created, organize, outcome, published, requestId } from '../../support/organizing';
import { DAY, NOON, session } from '../../support/plans';
import { addEnterprises, addMembers, FIRST_ADMIN, memberOf, startTown } from '../../support/town';

const PHONE = '13900004321';
let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  const admin: Grant[] = [{ role: 'admin', scope: { kind: 'all' } }];
  await addMembers(cloud, [
    memberOf('olga', { name: '欧阳组织', grants: [{ role: 'organizer', scope: { kind: 'all' } }] }),
    memberOf('root', { grants: admin }),
    memberOf('wang', { name: '王小明', phone: PHONE }),
    memberOf('ming', { name: '李明' }),
    memberOf('waits', { name: '王小等', status: 'pending' }),
    ...Array.from({ length: 25 }, (_, at) => memberOf(`zhao-${at}`, { name: `赵${at}` })),
  ]);
});

afterAll(() => cloud.stop());

const found = async (text: string) =>
  accepted(await organize(cloud, 'findMembers', { text }, { openid: 'olga' })).items;

test.each<[string, string, string[]]>([
  ['a family name', '王', ['王小明']],
  ['part of a name', '小明', ['王小明']],
  ['one character of several names', '明', ['李明', '王小明']],
  ['the whole name', '欧阳组织', ['欧阳组织']],
  ['the last four digits of a phone', '4321', ['王小明']],
  ['other digits of the phone', '0000', []],
  ['a name that nobody has', '孙', []],
])('members are found by %s', async (_what, text, names) => {
  expect((await found(text)).map(({ name }) => name).sort()).toEqual(names.sort());
});

test('somebody found is shown with their enterprise and a masked phone, twenty at most', async () => {
  expect(await found('王小明')).toEqual([
    {
      memberId: memberOf('wang')._id,
      name: '王小明',
      phone: '139****4321',
      enterprise: { id: 'e1', name: '药谷第一制药' },
    },
  ]);
  expect(await found('赵')).toHaveLength(20);
});

test('who has changed their name is found by the new one alone', async () => {
  await cloud.call('member', 'updateMe', { name: '李光' }, { openid: 'ming', requestId: requestId() });
  expect((await found('李')).map(({ name }) => name)).toEqual(['李光']);
  expect((await found('明')).map(({ name }) => name)).toEqual(['王小明']);
});

const activity: Scope = { kind: 'activity', id: 'music' };
const memberId = memberOf('wang')._id;

test.each<[Role, Scope, string, string]>([
  ['volunteer', activity, 'olga', 'accepted'],
  ['referee', activity, 'olga', 'accepted'],
  ['organizer', { kind: 'all' }, 'olga', 'FORBIDDEN'],
  ['admin', { kind: 'all' }, 'olga', 'FORBIDDEN'],
  ['merchant', { kind: 'shop', id: 'shop-1' }, 'olga', 'accepted'],
  ['unit-officer', { kind: 'enterprise', id: 'e1' }, 'olga', 'FORBIDDEN'],
  ['organizer', { kind: 'all' }, 'root', 'accepted'],
  ['volunteer', activity, 'root', 'accepted'],
  ['volunteer', activity, 'wang', 'FORBIDDEN'],
])('the role %s of %j given by %s is %s, and taken away likewise', async (role, scope, openid, verdict) => {
  const given = { memberId, role, scope };
  expect(outcome(await organize(cloud, 'grant', given, { openid }))).toBe(verdict);
  if (verdict !== 'accepted') await organize(cloud, 'grant', given, { openid: FIRST_ADMIN });
  expect(outcome(await organize(cloud, 'revoke', given, { openid }))).toBe(verdict);
  if (verdict !== 'accepted') await organize(cloud, 'revoke', given, { openid: FIRST_ADMIN });
});

test('all activities are listed for organizers, latest start first, by state where asked, page by page', async () => {
  const at = (days: number) => ({
    sessions: [{ ...session('s1', 5), startsAt: NOON + days * DAY, endsAt: NOON + days * DAY + 1 }],
  });
  const drafts: string[] = [];
  const window = { closesAt: NOON + 1, cancelUntil: NOON };
  for (let days = 1; days <= 21; days++) drafts.push(await created(cloud, { ...at(days), ...window }));
  const shown = await published(cloud, { ...at(30), ...window });
  const ask = async (input: object) => accepted(await organize(cloud, 'activities', input, { openid: 'olga' }));
  const first = await ask({});
  expect(first.items[0]).toMatchObject({ id: shown, state: 'published' });
  const second = await ask({ cursor: first.next });
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([shown, ...drafts.reverse()]);
  expect((await ask({ state: 'draft' })).items).toHaveLength(20);
  expect((await ask({ state: 'published' })).items.map(({ id }) => id)).toEqual([shown]);
  expect((await ask({ state: 'cancelled' })).items).toEqual([]);
});
