import type { AuditRecord } from '../../../domain/points/audit-record';
import { type Books, soundBooks } from '../../support/audit-books';
import type { RunningCloud } from '../../support/cloud';
import { NOON } from '../../support/plans';
import { sweepPoints } from '../../support/points';
import { documents, insert, setClock, startTown } from '../../support/town';

const DAY_OF_NOON = '2026-11-20';

let cloud: RunningCloud | undefined;

/** A town with nothing but those books. */
async function withBooks(books: Books): Promise<RunningCloud> {
  const town = await startTown({ instances: 2 });
  cloud = town;
  for (const [name, list] of Object.entries(books)) await insert(town, name, list);
  return town;
}

// `stop` fails where any query went unserved by an index.
afterEach(async () => {
  await cloud?.stop();
  cloud = undefined;
});

const auditsOf = (town: RunningCloud) => documents<AuditRecord>(town, 'audits');

async function audited(town: RunningCloud): Promise<AuditRecord> {
  for (let runs = 0; runs < 20; runs++) {
    await sweepPoints(town, 'audit');
    const found = (await auditsOf(town)).at(-1);
    if (found?.state === 'done') return found;
  }
  throw new Error('the audit never ends');
}

const crowd = (count: number) => Array.from({ length: count }, (_, at) => `m${String(at).padStart(3, '0')}`);

test('of books that agree the day says what there is, and no fault; run again it changes nothing', async () => {
  const books = soundBooks('ma', 'mb');
  const town = await withBooks(books);
  const told = await audited(town);
  expect(told).toMatchObject({
    ...{ _id: DAY_OF_NOON, state: 'done', accounts: 4, moving: 0, faults: 0, shown: [], held: 15, owed: 0 },
    ...{ entries: books.entries.length, records: 20 },
  });
  const all = await everything(town);
  await sweepPoints(town, 'audit');
  expect(await everything(town)).toEqual(all);
  await setClock(town, NOON + 86_400_000);
  await audited(town);
  expect((await auditsOf(town)).map(({ _id, faults }) => [_id, faults])).toEqual([
    [DAY_OF_NOON, 0],
    ['2026-11-21', 0],
  ]);
});

/** All that an audit looks at, and what it notes. */
async function everything(town: RunningCloud): Promise<object[][]> {
  const names = ['accounts', 'entries', 'participations', 'adjustments', 'redemptions', 'audits'];
  return Promise.all(names.map((name) => documents<object>(town, name)));
}

test('what was forged, lost or changed is found, each by its id', async () => {
  const books = soundBooks('ma', 'mb', 'mc', 'md', 'me');
  const [like] = books.entries;
  const forged = { ...like, _id: 'took-part.none.1', memberId: 'nobody' } as Books['entries'][number];
  const record = books.participations.find(({ _id }) => _id === 'mca.1');
  await withBooks({
    ...books,
    entries: [...books.entries.filter(({ _id }) => _id !== 'redemption.mbx'), forged],
    participations: [...books.participations, ...(record ? [{ ...record, _id: 'mcn.1' }] : [])],
    accounts: books.accounts.map((each) =>
      each._id === 'md' ? { ...each, lots: each.lots.map((lot) => ({ ...lot, points: lot.points + 1 })) } : each,
    ),
  }).then(async (town) => {
    const { faults, shown } = await audited(town);
    expect(faults).toBe(shown.length);
    for (const said of [
      'took-part.none.1',
      'nobody: 1 entries',
      'mb: entry 2 is missing',
      'mcn.1 was never paid',
      'md: lot',
    ])
      expect(shown.filter((fault) => fault.startsWith(said))).toHaveLength(1);
    expect(shown.filter((fault) => /\bm[ae][:ab.]/.test(fault))).toEqual([]);
  });
});

test('of more accounts than a run takes in, the next runs see to the rest, and every one is counted once', async () => {
  const town = await withBooks(soundBooks(...crowd(430)));
  await sweepPoints(town, 'audit');
  const [first] = await auditsOf(town);
  expect(first).toMatchObject({ state: 'running', stage: 'accounts' });
  expect([100, 200]).toContain(first?.accounts);
  expect(await audited(town)).toMatchObject({ accounts: 432, records: 4_300, faults: 0, held: 431 * 5 });
});

test('a run that dies anywhere is followed by another that comes to the same', async () => {
  const town = await withBooks(soundBooks('ma', 'mb'));
  let died = 0;
  for (let at = 1; at < 60; at++) {
    await town.api('POST', 'faults', {
      function: 'points',
      op: 'audit',
      at,
      when: at % 2 ? 'before' : 'after',
      effect: 'kill',
    });
    const ran = (await town.api('POST', 'timers/run', { function: 'points', name: 'audit' })) as { failed?: string };
    await town.api('DELETE', 'faults');
    await setClock(town, NOON + at * 61_000);
    if (ran.failed === undefined) break;
    died += 1;
  }
  expect(died).toBeGreaterThan(10);
  const told = await audited(town);
  expect(told).toMatchObject({ accounts: 4, records: 20, faults: 0, held: 15 });
});
