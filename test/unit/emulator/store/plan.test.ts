import fc from 'fast-check';
import { find as mingoFind } from 'mingo';
import { type Order, sorted } from '../../../../emulator/store/sort';
import type { Filter, StoredDocument } from '../../../../emulator/store/store';
import { holdsAsync } from '../../../support/seed';
import { index, type Opened, opened, plans, refusalOf } from './opened';

const INDEXES = [
  index('a_b', { a: 1, b: -1 }),
  index('b_c', { b: 1, 'c.x': 1 }),
  index('c', { 'c.x': -1 }),
  index('d_a', { d: -1, a: -1 }),
];
const COLLECTIONS = [
  { name: 'indexed', indexes: INDEXES },
  { name: 'bare', indexes: [] },
];

const leaf = fc.constantFrom<unknown>(null, 0, 1, 2, 3, 'a', 'ab', 'b', true, new Date(1), { x: 1 });
const field = fc.oneof({ weight: 5, arbitrary: leaf }, { weight: 1, arbitrary: fc.array(leaf, { maxLength: 3 }) });
const inner = fc.record({ x: field }, { requiredKeys: [] });
const body = fc.record(
  {
    a: leaf,
    b: field,
    c: fc.oneof(inner, fc.array(fc.oneof<fc.Arbitrary<unknown>[]>(inner, leaf), { maxLength: 2 }), leaf),
    d: leaf,
  },
  { requiredKeys: [] },
);
const path = fc.constantFrom('a', 'b', 'c.x', 'd', 'c', '_id');
const operand = fc.oneof({ weight: 4, arbitrary: leaf }, { weight: 1, arbitrary: fc.array(leaf, { maxLength: 2 }) });
const condition: fc.Arbitrary<unknown> = fc.oneof(
  operand,
  fc
    .constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte')
    .chain((name) => operand.map((value) => ({ [name]: value }))),
  fc.tuple(operand, operand).map(([low, high]) => ({ $gte: low, $lt: high })),
  fc
    .constantFrom('$in', '$nin', '$all')
    .chain((name) => fc.array(operand, { maxLength: 3 }).map((list) => ({ [name]: list }))),
  fc.boolean().map((exists) => ({ $exists: exists })),
  operand.map((value) => ({ $not: { $gte: value } })),
  fc.constantFrom(/^a/, /^ab?/, /b$/, /^A/i, /^a|b/),
  operand.map((value) => ({ $elemMatch: { $eq: value } })),
);
const plainFilter: fc.Arbitrary<Filter> = fc.dictionary(path, condition, { maxKeys: 3 });
const filter: fc.Arbitrary<Filter> = fc.oneof(
  { weight: 4, arbitrary: plainFilter },
  { weight: 1, arbitrary: fc.tuple(plainFilter, plainFilter, plainFilter).map(([a, b, c]) => ({ ...c, $or: [a, b] })) },
  { weight: 1, arbitrary: fc.tuple(plainFilter, plainFilter).map(([a, b]) => ({ $and: [a, b] })) },
);
const direction = fc.constantFrom<1 | -1>(1, -1);
const order: fc.Arbitrary<Order> = fc.dictionary(fc.constantFrom('a', 'b', 'c.x', 'd'), direction, { maxKeys: 2 });
const statement = fc.record({
  filter,
  order,
  offset: fc.nat(3),
  limit: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.constant(1000)),
});

const ids = (documents: StoredDocument[]): unknown[] => documents.map(({ _id }) => _id);

describe('the planner', () => {
  let at: Opened;
  beforeEach(() => {
    at = opened(COLLECTIONS);
  });
  afterEach(() => at.close());

  /** The same documents in both; those that an index cannot hold in neither. */
  async function fill(bodies: object[]): Promise<StoredDocument[]> {
    // A new store: an index that ever met an array serves fewer orders from then on.
    at.close();
    at = opened(COLLECTIONS);
    const offered = bodies.map((one, i) => ({ _id: `d${i}`, ...one }));
    const answers = await Promise.all(offered.map((document) => refusalOf(at.store.insert('indexed', [document]))));
    const documents: StoredDocument[] = offered.filter((_, i) => answers[i]?.includes('parallel arrays') !== true);
    await at.store.insert('bare', documents);
    return documents;
  }

  test('through an index one finds what a look at every document finds, in the same order', async () => {
    await holdsAsync(
      fc.asyncProperty(
        fc.array(body, { maxLength: 25 }),
        fc.array(statement, { minLength: 8, maxLength: 8 }),
        async (bodies, asked) => {
          await fill(bodies);
          for (const { filter: wanted, ...options } of asked) {
            // The id last makes the order of all documents certain.
            const sure = { ...options, order: { ...options.order, _id: 1 as const } };
            const found = await at.store.find('indexed', wanted, sure);
            expect(ids(found)).toEqual(ids(await at.store.find('bare', wanted, sure)));
            const all = await at.store.find('indexed', wanted, {});
            expect(ids(all).sort()).toEqual(ids(await at.store.find('bare', wanted, {})).sort());
            const few = await at.store.find('indexed', wanted, options);
            expect(few.length).toBe(found.length);
          }
        },
      ),
      60,
    );
  });

  test('an order that an index serves is the order of sorting, and a limit takes the first of it', async () => {
    const equalities = fc.dictionary(
      fc.constantFrom('a', 'b', 'd'),
      fc.oneof(
        leaf,
        fc.array(leaf, { minLength: 1, maxLength: 3 }).map((list) => ({ $in: list })),
      ),
      { maxKeys: 2 },
    );
    const orders: Order[] = [
      { b: -1 },
      { b: 1 },
      { a: 1, b: -1 },
      { a: -1, b: 1 },
      { d: -1, a: -1 },
      { d: 1, a: 1 },
      { 'c.x': 1 },
      { b: 1, 'c.x': 1 },
      { a: 1 },
    ];
    await holdsAsync(
      fc.asyncProperty(
        fc.array(body, { maxLength: 30 }),
        fc.array(equalities, { minLength: 3, maxLength: 3 }),
        async (bodies, asked) => {
          await fill(bodies);
          for (const wanted of [{}, ...asked]) {
            const all = await at.store.find('indexed', wanted, {});
            for (const order of orders) {
              const first = await at.store.find('indexed', wanted, { order, limit: 5 });
              const others = all.filter(({ _id }) => !first.some((one) => one._id === _id));
              // Sorting keeps the order of equals: what is in order already stays as it is.
              const again = sorted([...first, ...others], order, (document) => document);
              expect(ids(again.slice(0, first.length))).toEqual(ids(first));
            }
          }
        },
      ),
      60,
    );
  });

  test('an array that is found by one element sorts by its least or greatest all the same', async () => {
    await fill([
      { b: [5, 1], c: { x: 'z' } },
      { b: [3, 5], c: { x: 'y' } },
      { b: 5, c: { x: 'x' } },
    ]);
    for (const wanted of [{ b: 5 }, { b: { $gte: 4 } }]) {
      expect(ids(await at.store.find('indexed', wanted, { order: { b: 1 } }))).toEqual(['d0', 'd1', 'd2']);
      expect(ids(await at.store.find('indexed', wanted, { order: { b: -1, 'c.x': -1 } }))).toEqual(['d0', 'd1', 'd2']);
    }
  });

  test('an empty array is found as itself, and is not null', async () => {
    await fill([{ b: [] }, { b: null }, {}, { b: [[]] }, { b: 1 }]);
    expect(ids(await at.store.find('indexed', { b: [] }, {})).sort()).toEqual(['d0', 'd3']);
    expect(ids(await at.store.find('indexed', { b: null }, {})).sort()).toEqual(['d1', 'd2']);
    expect(ids(await at.store.find('indexed', {}, { order: { b: 1 }, limit: 2 }))).toEqual(['d0', 'd1']);
  });

  test('where the engine alone means what MongoDB means, it finds the same', async () => {
    const simple = fc.constantFrom<unknown>(0, 1, 2, 3, 'a', 'ab', 'b');
    const one = fc.record(
      { a: simple, b: fc.oneof(simple, fc.array(simple, { maxLength: 3 })), d: fc.oneof(simple, fc.constant(null)) },
      { requiredKeys: [] },
    );
    const simpleCondition = fc.oneof(
      simple,
      fc.constantFrom('$ne', '$gt', '$gte', '$lt', '$lte').chain((name) => simple.map((value) => ({ [name]: value }))),
      fc.array(simple, { minLength: 1, maxLength: 3 }).map((list) => ({ $in: list })),
    );
    const wantedFilter = fc.dictionary(fc.constantFrom('a', 'b', 'd'), simpleCondition, { maxKeys: 3 });
    await holdsAsync(
      fc.asyncProperty(
        fc.array(one, { maxLength: 25 }),
        fc.array(wantedFilter, { minLength: 5, maxLength: 5 }),
        async (bodies, asked) => {
          const documents = await fill(bodies);
          for (const wanted of asked) {
            const expected = mingoFind(documents, wanted).all();
            expect(ids(await at.store.find('indexed', wanted, { order: { _id: 1 } })).sort()).toEqual(
              ids(expected as StoredDocument[]).sort(),
            );
          }
        },
      ),
      60,
    );
  });

  describe('reads no more than it must', () => {
    async function read(filter: Filter, options: object = {}): Promise<{ index: string; read: number }> {
      const seen = plans();
      await at.store.find('indexed', filter, options, undefined, seen.note);
      expect(seen.list).toHaveLength(1);
      const [plan] = seen.list;
      return { index: plan?.index ?? '', read: plan?.read ?? -1 };
    }

    beforeEach(async () => {
      const documents = Array.from({ length: 1000 }, (_, i) => ({
        _id: `n${String(i).padStart(4, '0')}`,
        a: i % 10,
        b: i,
        c: { x: `s${i}` },
        d: i % 4,
      }));
      await at.store.insert('indexed', documents);
    });

    test.each<[string, Filter, object, { index: string; read: number }]>([
      ['an id', { _id: 'n0007' }, {}, { index: '_id_', read: 1 }],
      ['several ids', { _id: { $in: ['n0007', 'n0008', 'nope'] } }, {}, { index: '_id_', read: 2 }],
      ['ids in a range', { _id: { $gte: 'n0990' } }, {}, { index: '_id_', read: 10 }],
      ['equality', { a: 3 }, {}, { index: 'a_b', read: 100 }],
      ['equality and a range', { a: 3, b: { $gte: 100, $lt: 150 } }, {}, { index: 'a_b', read: 5 }],
      ['a range alone', { b: { $lt: 20 } }, {}, { index: 'b_c', read: 20 }],
      ['several values', { a: { $in: [1, 2] }, b: 11 }, {}, { index: 'a_b', read: 1 }],
      ['the beginning of a string', { 'c.x': /^s99/ }, {}, { index: 'c', read: 11 }],
      ['conditions within $and', { $and: [{ a: 3 }, { $and: [{ b: 13 }] }] }, {}, { index: 'a_b', read: 1 }],
      ['each branch of $or', { $or: [{ b: 5 }, { 'c.x': 's7' }] }, {}, { index: 'b_c, c', read: 2 }],
      ['an order with a limit', { a: 3 }, { order: { b: -1 }, limit: 5 }, { index: 'a_b', read: 5 }],
      [
        'an order over several values',
        { a: { $in: [7, 3] } },
        { order: { a: 1 }, limit: 5 },
        { index: 'a_b', read: 5 },
      ],
      ['an order backwards', { a: 3 }, { order: { b: 1 }, offset: 2, limit: 5 }, { index: 'a_b', read: 7 }],
      ['an order alone', {}, { order: { a: 1, b: -1 }, limit: 5 }, { index: 'a_b', read: 5 }],
      ['a filter without an index', { 'e.f': 1 }, {}, { index: 'none', read: 1000 }],
      ['$ne, which no index serves', { a: { $ne: 3 } }, {}, { index: 'none', read: 1000 }],
      ['$exists, which no index serves', { a: { $exists: false } }, {}, { index: 'none', read: 1000 }],
      ['an $or with a branch that no index serves', { $or: [{ b: 5 }, { e: 1 }] }, {}, { index: 'none', read: 1000 }],
      [
        'an index that gave the order alone, read in vain',
        { e: 1 },
        { order: { b: 1 }, limit: 5 },
        { index: 'none', read: 1000 },
      ],
    ])('%s', async (_, wanted, options, expected) => {
      expect(await read(wanted, options)).toEqual(expected);
    });

    test('an array on the path lets only one of two bounds narrow', async () => {
      await at.store.insert('indexed', [{ _id: 'array', b: [-5, 5000] }]);
      expect(ids(await at.store.find('indexed', { b: { $gt: 999, $lt: 0 } }, {}))).toEqual(['array']);
    });

    test('a count reports the documents that it read', async () => {
      const seen = plans();
      expect(await at.store.count('indexed', { a: 3 }, seen.note)).toBe(100);
      expect(seen.list).toEqual([{ collection: 'indexed', index: 'a_b', read: 100, of: 1000 }]);
    });
  });

  test('parallel arrays in one index are refused, as MongoDB refuses them', async () => {
    await expect(at.store.insert('indexed', [{ a: [1], b: [2] }])).rejects.toThrow(
      'cannot index parallel arrays [a] [b]',
    );
    expect(await at.store.count('indexed', {})).toBe(0);
  });
});
