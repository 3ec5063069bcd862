import type { EntryRecord } from '../../../domain/points/account';
import { grant } from '../../../domain/points/decide';
import { openAccount } from '../../../domain/points/posting';
import type { RunningCloud } from '../../support/cloud';
import { NOON } from '../../support/plans';
import { requestId } from '../../support/points';
import { addEnterprises, addMembers, FIRST_ADMIN, insert, memberOf, startTown } from '../../support/town';

let cloud: RunningCloud;

/** A member with so many entries, none of them pending. */
async function addSaver(openid: string, count: number): Promise<void> {
  const member = memberOf(openid);
  await addMembers(cloud, [member]);
  let account = openAccount(member._id);
  const entries: EntryRecord[] = [];
  for (let n = 1; n <= count; n++) {
    const cause = { kind: 'grant', reason: '志愿服务' } as const;
    const { pending, ...next } = grant(account, { id: `${openid}.${n}`, on: NOON, cause, points: 1 }, NOON + n - count);
    entries.push(...pending.flatMap(({ entry }) => entry ?? []));
    account = { ...next, rev: n, pending: [] };
  }
  await insert(cloud, 'accounts', [account]);
  await insert(cloud, 'entries', entries);
}

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addSaver('few', 30);
  await addSaver('many', 1_000);
});

// `stop` fails where any query went unserved by an index.
afterAll(() => cloud.stop());

/** What each costs in database calls and documents read: the caller, and what the comment names. */
const BUDGETS: Record<string, [calls: number, read: number]> = {
  // the account
  balance: [2, 2],
  explain: [2, 2],
  // the account, a page and one more
  entries: [3, 23],
  // the rules that were published, of which there are none
  rules: [2, 1],
};

test.each(['few', 'many'])(
  'what is read of the books of %s costs what it is allowed to, however long they are',
  async (openid) => {
    const found: Record<string, number[]> = {};
    for (const op of Object.keys(BUDGETS)) {
      const { answer, meter } = await cloud.call('points' as string, op, {}, { openid, requestId: requestId() });
      expect({ op, answer, unindexed: meter.unindexed }).toMatchObject({ op, answer: { ok: true }, unindexed: 0 });
      found[op] = [meter.dbCalls, meter.docsRead];
    }
    expect(found).toEqual(BUDGETS);
  },
);

test('a grant is eleven calls, however long the books are', async () => {
  for (const openid of ['few', 'many']) {
    const input = { memberId: memberOf(openid)._id, points: 1, reason: '志愿服务' };
    const caller = { openid: FIRST_ADMIN, requestId: requestId() };
    const { answer, meter } = await cloud.call('points' as string, 'grant', input, caller);
    // Caller, request, member, adjustment; account, entries, its change, the entry, cleared; adjustment done; names.
    expect({ answer: answer.ok, calls: meter.dbCalls }).toEqual({ answer: true, calls: 11 });
  }
});
