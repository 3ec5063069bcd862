import type { AccountRecord, EntryRecord } from '../../../domain/points/account';
import { AccountAudit } from '../../../domain/points/audit';
import { grant, spend } from '../../../domain/points/decide';
import { openAccount } from '../../../domain/points/posting';
import { NOON } from '../../support/plans';

/** Three entries: 30 come, 10 go, 5 come. */
function books(): { account: AccountRecord; entries: EntryRecord[] } {
  const cause = { kind: 'grant', reason: '志愿服务' } as const;
  const given = grant(openAccount('member'), { id: 'g1', on: NOON, cause, points: 30 }, NOON);
  const said = spend(given, { id: 's1', on: NOON, cause, points: 10 }, NOON + 1);
  if (said.kind === 'short') throw new Error('has enough');
  const account = grant(said.account, { id: 'g2', on: NOON, cause, points: 5 }, NOON + 2);
  return { account, entries: account.pending.flatMap(({ entry }) => entry ?? []) };
}

function faultsOf(change: (entries: EntryRecord[]) => EntryRecord[], of: Partial<AccountRecord> = {}): string[] {
  const { account, entries } = books();
  const audit = new AccountAudit('member');
  for (const entry of change(entries)) audit.add(entry);
  audit.end({ ...account, ...of });
  return audit.faults;
}

const inSecond = (change: Partial<EntryRecord>) => (entries: EntryRecord[]) =>
  entries.map((entry, at) => (at === 1 ? { ...entry, ...change } : entry));

test('books that agree have no fault', () => {
  expect(faultsOf((entries) => entries)).toEqual([]);
});

test.each<[string, (entries: EntryRecord[]) => EntryRecord[], Partial<AccountRecord>]>([
  ['an entry that is missing', (entries) => entries.slice(0, 2), {}],
  ['one that is missing in between', (entries) => entries.filter((_, at) => at !== 1), {}],
  ['one that is there twice', (entries) => [...entries, ...entries.slice(2)], {}],
  ['points that are not its parts', inSecond({ points: -9 }), {}],
  ['a balance that is not so', inSecond({ balance: 21 }), {}],
  ['a lot that falls below nothing', inSecond({ lots: [{ lot: '2025', points: -10, expiresAt: 0 }] }), {}],
  ['more of a debt settled than there is', inSecond({ debt: -1, points: -9 }), {}],
  ['an account with another debt', (entries) => entries, { debt: 1 }],
  ['an account with other lots', (entries) => entries, { lots: [] }],
])('%s is found', (_what, change, of) => {
  expect(faultsOf(change, of).length).toBeGreaterThan(0);
});
