import type { EntryRecord } from '../../../domain/points/account';
import { walked } from '../../../domain/points/audit-asks';
import { type AuditRecord, beginAudit } from '../../../domain/points/audit-record';
import { auditStep } from '../../../domain/points/audit-walk';
import { openAccount } from '../../../domain/points/posting';
import { type Books, lookedUpIn, soundBooks } from '../../support/audit-books';
import { DAY, NOON } from '../../support/plans';

const SETTLED = NOON - 60_000;

/** Stops after every step, and goes on from what a store would have kept. */
async function audited(books: Books, most = 1_000, asOf = SETTLED): Promise<AuditRecord> {
  let audit = beginAudit('2026-11-20', NOON);
  for (let steps = 0; audit.state === 'running'; steps++) {
    if (steps > 1_000) throw new Error('it never ends');
    const next = await walked(auditStep(audit, asOf, most), lookedUpIn(books));
    audit = JSON.parse(JSON.stringify(next)) as AuditRecord;
  }
  return audit;
}

const MEMBERS = ['ma', 'mb', 'mc'];

test('books that agree have no fault, and what members hold is what the system’s accounts gave', async () => {
  const books = soundBooks(...MEMBERS);
  const { accounts, entries, records, shown, faults, held, owed, from } = await audited(books);
  expect({ shown, faults }).toEqual({ shown: [], faults: 0 });
  // Each of the three keeps 5 for having been there, and so does who served; the other's 5 were taken back.
  expect({ accounts, held, owed }).toEqual({ accounts: 5, held: 3 * 5 + 5, owed: 0 });
  expect({ entries, records }).toEqual({ entries: books.entries.length, records: 3 * (3 + 4 + 3) });
  expect(from).toEqual({ adjusted: 180, redeemed: -90, expired: -90, issued: 20 });
});

/** The books with one entry changed, or without it where nothing comes back. */
const entry = (id: string, change: (of: EntryRecord) => EntryRecord[]) => (books: Books) => ({
  ...books,
  entries: books.entries.flatMap((each) => (each._id === id ? change(each) : [each])),
});
const without =
  <K extends keyof Books>(name: K, id: string) =>
  (books: Books) => ({ ...books, [name]: books[name].filter(({ _id }) => _id !== id) });
const changed =
  <K extends keyof Books>(name: K, id: string, change: Partial<Books[K][number]>) =>
  (books: Books) => ({
    ...books,
    [name]: books[name].map((each) => (each._id === id ? { ...each, ...change } : each)),
  });

/** Another entry of the member with everything in their account as it would have to be. */
function forged(id: string, change: Partial<EntryRecord> = {}): (books: Books) => Books {
  return (books) => {
    const [last] = books.entries.filter(({ memberId }) => memberId === 'mb').slice(-1);
    if (!last) throw new Error('no entries');
    const lots = [{ lot: '2026', points: 7, expiresAt: NOON + 400 * DAY }];
    const { reverses: _none, ...like } = last;
    const more: EntryRecord = {
      ...{ ...like, _id: id, n: last.n + 1, key: `${last.key}x`, points: 7, lots, balance: last.balance + 7 },
      ...{ against: 'issued', ...change },
    };
    const accounts = books.accounts.map((account) =>
      account._id === 'mb'
        ? {
            ...account,
            entries: account.entries + 1,
            lots: account.lots.map((lot) => (lot.id === '2026' ? { ...lot, points: lot.points + 7 } : lot)),
            sums: { ...account.sums, earned: account.sums.earned + 7 },
          }
        : account,
    );
    return { ...books, accounts, entries: [...books.entries, more] };
  };
}

test.each<[string, (books: Books) => Books, string]>([
  ['an entry of a record that there is not', forged('took-part.none.1'), 'took-part.none.1'],
  ['an entry of an unknown cause', forged('gift.1'), 'gift.1'],
  ['an entry of somebody else’s record', forged('took-part.maa.1'), 'took-part.maa.1'],
  ['points for serving where nobody was let in', forged('volunteered.gala.s2.mb'), 'volunteered.gala.s2.mb'],
  ['points for somebody else’s service', forged('volunteered.gala.s1.mv.1'), 'volunteered.gala.s1.mv.1'],
  ['a grant that nobody approved', forged('adjustment.mbp', { against: 'adjusted' }), 'adjustment.mbp'],
  ['a grant of other points', changed('adjustments', 'mbh', { points: 21 }), 'adjustment.mbh'],
  ['a refund of what was not cancelled', changed('redemptions', 'mby', { refunded: 0 }), 'back.redemption.mby'],
  ['a lost entry', entry('redemption.mbx', () => []), 'mb: entry 2 is missing'],
  ['a lost last entry', entry('back.adjustment.mbh', () => []), 'mb: counts'],
  ['an entry of nobody who has an account', without('accounts', 'mb'), 'of nobody who has an account'],
  ['a balance that was changed', changed('accounts', 'mb', { lots: [] }), 'mb: lot 2026 has 0'],
  ['a debt that was changed', changed('accounts', 'mb', { debt: 1 }), 'mb: owes 1'],
  ['a sum of a life that was changed', changed('accounts', 'mb', { sums: openAccount('mb').sums }), 'whole life'],
  ['a record without its entry', (books) => withRecord(books), 'mbn.1 was never paid'],
  ['an undone record that is still paid', (books) => undoneIn(books), 'mba.1 is undone, and still paid'],
  [
    'a service that is paid for mistakes alone',
    entry('back.volunteered.gala.s1.mw', () => []),
    'volunteered.gala.s1.mw is paid',
  ],
  ['what is taken back and nothing says why', without('participations', 'mbb.2'), 'back.took-part.mbb.1'],
  ['a reversal that was not approved', changed('adjustments', 'mbr', { state: 'rejected' }), 'back.adjustment.mbh'],
  ['an approved grant that was not posted', changed('adjustments', 'mbp', { state: 'approved' }), 'adjustment mbp'],
  ['a redemption that was never paid', changed('redemptions', 'mbz', { price: 3 }), 'redemption mbz cost 3'],
  ['a payment for nothing', without('redemptions', 'mbx'), 'redemption.mbx'],
  ['a refund that never came', changed('redemptions', 'mbx', { refunded: 30 }), 'redemption mbx: 0 came back of 30'],
  ['an expiry before its time', entry('expiry.mb.2023', (of) => [{ ...of, at: NOON - 900 * DAY }]), 'expiry.mb.2023'],
])('%s is found', async (_what, change, said) => {
  const { shown } = await audited(change(soundBooks(...MEMBERS)));
  expect(shown.filter((fault) => fault.includes(said))).not.toEqual([]);
});

/** Who was there once more, and has nothing for it. */
function withRecord(books: Books): Books {
  const [like] = books.participations.filter(({ _id }) => _id === 'mba.1');
  return { ...books, participations: [...books.participations, ...(like ? [{ ...like, _id: 'mbn.1' }] : [])] };
}

function undoneIn(books: Books): Books {
  const like = books.participations.find(({ _id }) => _id === 'mbb.2');
  return {
    ...books,
    participations: [...books.participations, ...(like ? [{ ...like, _id: 'mba.2', undoes: 'mba.1' }] : [])],
  };
}

test('one entry that is lost is not a fault with every entry behind it', async () => {
  const lost = entry('redemption.mbx', () => [])(soundBooks(...MEMBERS));
  const { shown } = await audited(lost);
  expect(shown.filter((fault) => /says \d+ are left/.test(fault))).toHaveLength(1);
});

test('stopped after every few entries it finds what it finds in one go', async () => {
  const members = Array.from({ length: 230 }, (_, at) => `m${String(at).padStart(3, '0')}`);
  const books = soundBooks(...members);
  const broken = changed('accounts', 'm117', { lots: [] })(entry('redemption.m007x', () => [])(books));
  for (const each of [books, broken]) expect(await audited(each, 1)).toEqual(await audited(each, 1_000_000));
  expect((await audited(books, 1)).faults).toBe(0);
});

test('what waits for a sweep, or happened a moment ago, is no fault', async () => {
  const marked = withRecord(soundBooks(...MEMBERS));
  const participations = marked.participations.map((each) =>
    each._id === 'mbn.1' ? { ...each, awardDue: NOON } : each,
  );
  expect((await audited({ ...marked, participations })).faults).toBe(0);
  const late = forged('took-part.none.1', { at: NOON })(soundBooks(...MEMBERS));
  const accounts = late.accounts.map((each) => (each._id === 'mb' ? { ...each, at: NOON } : each));
  expect(await audited({ ...late, accounts })).toMatchObject({ faults: 0, moving: 1 });
  expect((await audited({ ...late, accounts }, 1_000, NOON)).faults).toBeGreaterThan(0);
});

test('what an account has decided and nobody has written out has happened', async () => {
  const books = soundBooks(...MEMBERS);
  const pending = books.entries.filter(({ _id }) => _id === 'redemption.mbx' || _id === 'back.adjustment.mbh');
  const held = books.accounts.map((each) =>
    each._id === 'mb' ? { ...each, pending: pending.slice(-1).map((entry) => ({ entry })) } : each,
  );
  const unwritten = {
    ...books,
    accounts: held,
    entries: books.entries.filter(({ _id }) => _id !== 'back.adjustment.mbh'),
  };
  const { shown } = await audited(unwritten);
  // Only the adjustment, whose mark would have stayed until it was written.
  expect(shown).toEqual(['adjustment mbr is approved, and not posted so']);
});
