import fc from 'fast-check';
import type { Facets } from '../../../domain/report/cells';
import { facetsFrom, facetsKey } from '../../../domain/report/cells';
import {
  absenceCountsAs,
  benefitCountsAs,
  type Fact,
  factOfPresence,
  factsOfChange,
  type PresenceRecord,
} from '../../../domain/report/facts';
import { startOfDay } from '../../../domain/time/shanghai';
import { BRANDS, EMPLOYMENTS, FORMATS } from '../../../types/vocabulary';
import { ReportBooks } from '../../support/report-books';
import { modelOf } from '../../support/report-model';
import { holds } from '../../support/seed';

const facets: fc.Arbitrary<Required<Facets>> = fc.record({
  month: fc.constantFrom('2026-03', '2026-04', '2026-12', '2027-01'),
  brand: fc.constantFrom(...BRANDS.slice(0, 2)),
  format: fc.constantFrom(...FORMATS.slice(0, 2)),
  employment: fc.constantFrom(...EMPLOYMENTS),
  enterpriseId: fc.constantFrom('e1', 'e2', 'e-3'),
});

/** Somebody at a session, let in and undone so often; each time as they were then, changed employer and all. */
const attendance: fc.Arbitrary<Fact[]> = fc
  .record({
    memberId: fc.constantFrom('m1', 'm2', 'm3'),
    session: fc.constantFrom('a1.s1', 'a1.s2', 'a2.s1'),
    seats: fc.integer({ min: 1, max: 3 }),
    expected: fc.boolean(),
    times: fc.array(facets, { minLength: 1, maxLength: 3 }),
    standsAtLast: fc.boolean(),
  })
  .map(({ times, standsAtLast, ...who }) =>
    times.flatMap((each, at): Fact[] => {
      const presence = { kind: 'presence', facets: each, ...who } as const;
      const stands = at === times.length - 1 && standsAtLast;
      return stands
        ? [{ ...presence, by: 1 }]
        : [
            { ...presence, by: 1 },
            { ...presence, by: -1 },
          ];
    }),
  );

const change: fc.Arbitrary<Fact[]> = fc
  .tuple(fc.constantFrom('absence' as const, 'benefit' as const), fc.array(fc.option(facets), { maxLength: 4 }))
  .map(([kind, states]) => {
    const as = ['', ...states.map((each) => (each ? facetsKey(each) : ''))];
    return as.slice(1).flatMap((now, at) => factsOfChange(kind, as[at] ?? '', now));
  });

const points: fc.Arbitrary<Fact[]> = fc
  .record({
    month: fc.constantFrom('2026-03', '2027-01'),
    against: fc.constantFrom('issued' as const, 'redeemed' as const),
    points: fc.integer({ min: -9, max: 9 }),
  })
  .map((fact) => [{ kind: 'points', ...fact }]);

const books = fc.array(fc.oneof({ arbitrary: attendance, weight: 6 }, change, points), { maxLength: 12 });
const facts = books.map((each) => each.flat());

/** In an order of chance, cut into batches of chance. */
const inBatches = facts.chain((all) =>
  fc
    .tuple(fc.shuffledSubarray(all, { minLength: all.length }), fc.array(fc.integer({ min: 1, max: 9 })))
    .map(([order, sizes]) => {
      const batches: Fact[][] = [];
      for (let from = 0, at = 0; from < order.length; at++) {
        const size = sizes[at] ?? 4;
        batches.push(order.slice(from, from + size));
        from += size;
      }
      return { all, batches };
    }),
);

const sorted = (numbers: Record<string, number>) => JSON.stringify(Object.entries(numbers).sort());

test('whatever the order and the batches, the tallies say what a look through all records says', () => {
  holds(
    fc.property(inBatches, ({ all, batches }) => {
      const folding = new ReportBooks();
      for (const [at, batch] of batches.entries()) folding.apply(batch, at + 1);
      expect(sorted(folding.says)).toBe(sorted(modelOf(all)));
      return true;
    }),
    60,
  );
});

test('a batch that stopped anywhere and is applied again, or applied twice, counts once', () => {
  holds(
    fc.property(inBatches, fc.array(fc.nat({ max: 30 })), ({ all, batches }, stops) => {
      const folding = new ReportBooks();
      for (const [at, batch] of batches.entries()) {
        folding.apply(batch, at + 1, stops[at] ?? 3);
        folding.apply(batch, at + 1, stops[at + 1] ?? 7);
        folding.apply(batch, at + 1);
        folding.apply(batch, at + 1);
      }
      expect(sorted(folding.says)).toBe(sorted(modelOf(all)));
      return true;
    }),
    60,
  );
});

test('facets survive being a text', () => {
  holds(
    fc.property(facets, fc.boolean(), fc.boolean(), ({ format, employment, ...rest }, hasFormat, hasEmployment) => {
      const each = { ...rest, ...(hasFormat && { format }), ...(hasEmployment && { employment }) };
      expect(facetsFrom(facetsKey(each))).toEqual(each);
      return true;
    }),
  );
});

const took: PresenceRecord = {
  ...{ _id: 'r1.1', kind: 'took-part', memberId: 'm1', activityId: 'gala', sessionId: 's1', brand: 'vital' },
  ...{ format: 'walk', enterpriseId: 'e1', employment: 'employee', seats: 3, at: startOfDay('2027-01-03') },
};
const presence = { kind: 'presence', by: 1, seats: 3, expected: false, memberId: 'm1', session: 'gala.s1' };

const saidOf = (facts: Fact[]) => {
  const folding = new ReportBooks();
  folding.apply(facts, 1);
  return folding.says;
};
const must = (fact: Fact | undefined): Fact => {
  if (!fact) throw new Error('counts');
  return fact;
};

test('companions count as person-times and not as persons', () => {
  const said = saidOf([must(factOfPresence(took, undefined))]);
  expect(said['2027.all cells.total.times']).toBe(3);
  expect(said['2027.all cells.total.persons']).toBe(1);
});

test('who was added to the list in January counts in the December of the session', () => {
  const late = { ...took, startsAt: startOfDay('2026-12-30') };
  expect(factOfPresence(late, undefined)).toMatchObject({ ...presence, facets: { month: '2026-12' } });
});

test('an undoing counts where what it undoes counted, whatever has changed since', () => {
  const undoing: PresenceRecord = {
    ...took,
    ...{ _id: 'r1.2', kind: 'undone', undoes: 'r1.1', at: startOfDay('2027-02-01'), enterpriseId: 'e2', seats: 1 },
  };
  const fact = factOfPresence(undoing, took);
  expect(fact).toMatchObject({ ...presence, by: -1, facets: { enterpriseId: 'e1', month: '2027-01' } });
  expect(saidOf([must(factOfPresence(took, undefined)), must(fact)])).toEqual({});
  expect(factOfPresence(undoing, undefined)).toBeUndefined();
});

test('who changed their enterprise is a person in both, and one of the union', () => {
  const later: PresenceRecord = { ...took, _id: 'r2.1', sessionId: 's2', enterpriseId: 'e2' };
  const said = saidOf([must(factOfPresence(took, undefined)), must(factOfPresence(later, undefined))]);
  expect(said).toMatchObject({
    ...{ '2027.all cells.total.persons': 1, '2027.all enterprises.e1.persons': 1 },
    ...{ '2027.all enterprises.e2.persons': 1, '2027.e.e2 cells.total.persons': 1 },
    ...{ '2027.all cells.total.sessions': 2, '2027.e.e1 cells.total.sessions': 1 },
  });
});

test('the rate counts whose attendance was taken, and who was missed as long as they are absent', () => {
  const startsAt = startOfDay('2026-03-01');
  const missed = { startsAt, brand: 'craft', format: 'training' } as const;
  const absent = absenceCountsAs({ state: 'absent', enterpriseId: 'e1', missed });
  expect(absenceCountsAs({ state: 'attended', enterpriseId: 'e1', missed })).toBe('');
  expect(saidOf(factsOfChange('absence', '', absent))).toMatchObject({
    '2026.all cells.total.missed': 1,
    '2026.all cells.format-training.missed': 1,
  });
  const there = saidOf([must(factOfPresence({ ...took, expected: true }, undefined))]);
  expect(there).toMatchObject({ '2027.all cells.brand-vital.came': 1 });
  expect(there).not.toHaveProperty(['2027.all cells.employment-employee.came']);
});

test('a benefit is given when it is verified, and no more when that is undone; a code when it is redeemed', () => {
  const redemption = { at: startOfDay('2026-03-31'), brand: 'warm', enterpriseId: 'e1' } as const;
  const verified = { at: startOfDay('2026-04-01'), shopId: 's', shopName: '', by: '', request: '' };
  const used = benefitCountsAs({ ...redemption, state: 'verified', verified });
  expect(facetsFrom(used)).toEqual({ month: '2026-04', brand: 'warm', enterpriseId: 'e1' });
  expect(facetsFrom(benefitCountsAs({ ...redemption, state: 'given' }))).toMatchObject({ month: '2026-03' });
  for (const state of ['valid', 'cancelled', 'expired'] as const)
    expect(benefitCountsAs({ ...redemption, state })).toBe('');
});
