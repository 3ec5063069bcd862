import { index, type Opened, opened, plans, refusalOf } from './opened';

const AT = new Date('2025-12-31T17:30:05.007Z');

describe('aggregates', () => {
  let at: Opened;
  beforeEach(async () => {
    at = opened([
      { name: 't', indexes: [index('kind_n', { kind: 1, n: 1 })] },
      { name: 'o', indexes: [index('ticketId', { ticketId: 1 })] },
    ]);
    await at.store.insert('t', [
      { _id: 't1', kind: 'x', n: 1, name: '票券ab', at: AT, deep: { a: 1, b: 2 } },
      { _id: 't2', kind: 'x', n: 2 },
      { _id: 't3', n: 5 },
    ]);
    await at.store.insert('o', [
      { _id: 'o1', ticketId: 't1', q: 1 },
      { _id: 'o2', ticketId: 't1', q: 2 },
      { _id: 'o3', ticketId: ['t2', 't1'], q: 3 },
      { _id: 'o4', q: 9 },
    ]);
  });
  afterEach(() => at.close());

  const run = (stages: object[]) => at.store.aggregate('t', stages);
  /** The value of one expression over the first document. */
  async function value(expression: unknown): Promise<unknown> {
    const [row] = await run([{ $match: { _id: 't1' } }, { $project: { _id: 0, v: expression } }]);
    return row?.v;
  }

  test('grouping, sums and the order of BSON', async () => {
    const stages = [
      { $group: { _id: '$kind', total: { $sum: '$n' }, avg: { $avg: '$n' }, n: { $sum: 1 } } },
      { $sort: { _id: -1 } },
    ];
    expect(await run(stages)).toEqual([
      { _id: 'x', total: 3, avg: 1.5, n: 2 },
      { _id: null, total: 5, avg: 5, n: 1 },
    ]);
  });

  test('without a limit there are 20 rows', async () => {
    await at.store.insert(
      't',
      Array.from({ length: 30 }, (_, i) => ({ n: i })),
    );
    expect(await run([{ $match: {} }])).toHaveLength(20);
    expect(await run([{ $match: {} }, { $limit: 25 }])).toHaveLength(25);
  });

  test('a filter and an order at the beginning are answered by the index', async () => {
    await at.store.insert(
      't',
      Array.from({ length: 200 }, (_, i) => ({ kind: 'y', n: i })),
    );
    const seen = plans();
    const stages = [
      { $match: { kind: 'y' } },
      { $match: { n: { $gte: 50 } } },
      { $sort: { n: -1 } },
      { $skip: 1 },
      { $limit: 2 },
      { $project: { _id: 0, n: 1 } },
    ];
    expect(await at.store.aggregate('t', stages, seen.note)).toEqual([{ n: 198 }, { n: 197 }]);
    expect(seen.list).toEqual([{ collection: 't', index: 'kind_n', read: 3, of: 203 }]);
  });

  test('stages that change documents leave the stored ones alone', async () => {
    await run([{ $project: { 'deep.a': 0 } }, { $addFields: { 'deep.c': 3, 'at.x': 1 } }, { $unset: 'deep.b' }]);
    expect((await at.store.find('t', { _id: 't1' }, {}))[0]?.deep).toEqual({ a: 1, b: 2 });
  });

  test('$lookup joins values, elements of arrays, and nothing with what is missing', async () => {
    const seen = plans();
    const stages = [
      { $lookup: { from: 'o', localField: '_id', foreignField: 'ticketId', as: 'orders' } },
      { $project: { q: '$orders.q' } },
    ];
    expect(await at.store.aggregate('t', stages, seen.note)).toEqual([
      { _id: 't1', q: [1, 2, 3] },
      { _id: 't2', q: [3] },
      { _id: 't3', q: [] },
    ]);
    expect(seen.list).toContainEqual({ collection: 'o', index: 'ticketId', read: 4, of: 4 });
    const missing = [
      { $match: { _id: 't1' } },
      { $lookup: { from: 'o', localField: 'nope', foreignField: 'ticketId', as: 'o' } },
    ];
    expect((await run(missing))[0]?.o).toEqual([{ _id: 'o4', q: 9 }]);
  });

  test('$lookup without an index reads the other collection once and says so', async () => {
    const seen = plans();
    const stages = [{ $lookup: { from: 'o', localField: 'n', foreignField: 'q', as: 'deep.o' } }];
    const rows = await at.store.aggregate('t', stages, seen.note);
    expect(rows.map(({ deep }) => deep)).toEqual([
      { a: 1, b: 2, o: [{ _id: 'o1', ticketId: 't1', q: 1 }] },
      { o: [{ _id: 'o2', ticketId: 't1', q: 2 }] },
      { o: [] },
    ]);
    expect(seen.list).toContainEqual({ collection: 'o', index: 'none', read: 4, of: 4 });
  });

  test('$lookup with a pipeline sees its variables and uses the index for their equality', async () => {
    const seen = plans();
    const inner = [
      { $match: { $expr: { $and: [{ $eq: ['$ticketId', '$$tid'] }, { $gte: ['$q', '$$least'] }] } } },
      { $project: { _id: 0, q: 1 } },
    ];
    const stages = [
      { $lookup: { from: 'o', let: { tid: '$_id', least: '$n' }, pipeline: inner, as: 'o' } },
      { $project: { o: 1 } },
    ];
    expect(await at.store.aggregate('t', stages, seen.note)).toEqual([
      { _id: 't1', o: [{ q: 1 }, { q: 2 }] },
      { _id: 't2', o: [] },
      { _id: 't3', o: [] },
    ]);
    expect(seen.list).toContainEqual({ collection: 'o', index: 'ticketId', read: 4, of: 4 });
  });

  test('a pipeline within a pipeline sees the variables of both', async () => {
    const innermost = [{ $match: { $expr: { $and: [{ $eq: ['$_id', '$$tid'] }, { $eq: ['$n', '$$q'] }] } } }];
    const inner = [
      { $match: { $expr: { $eq: ['$ticketId', '$$tid'] } } },
      { $lookup: { from: 't', let: { q: '$q' }, pipeline: innermost, as: 't' } },
    ];
    const rows = await run([
      { $match: { _id: 't1' } },
      { $lookup: { from: 'o', let: { tid: '$_id' }, pipeline: inner, as: 'o' } },
    ]);
    expect(rows[0]?.o.map((one: { t: unknown[] }) => one.t.length)).toEqual([1, 0]);
  });

  test('buckets begin at their boundary and those without rows are left out', async () => {
    expect(await run([{ $bucket: { groupBy: '$n', boundaries: [0, 2, 4, 5], default: 'more' } }])).toEqual([
      { _id: 0, count: 1 },
      { _id: 2, count: 1 },
      { _id: 'more', count: 1 },
    ]);
    expect(await refusalOf(run([{ $bucket: {} }]))).toMatch(/^SYS_ERR/);
    expect(await refusalOf(run([{ $bucket: { groupBy: '$n', boundaries: [0, 2] } }]))).toMatch(
      /no default was specified/,
    );
  });

  test('counting, of nothing too', async () => {
    expect(await run([{ $count: 'n' }])).toEqual([{ n: 3 }]);
    expect(await run([{ $match: { _id: 'nope' } }, { $count: 'n' }])).toEqual([]);
  });

  test('facets, unwinding and sorting by count', async () => {
    const facets = {
      one: [{ $match: { n: 1 } }, { $count: 'n' }],
      top: [{ $sort: { n: -1 } }, { $limit: 1 }, { $project: { n: 1 } }],
    };
    expect(await run([{ $facet: facets }])).toEqual([{ one: [{ n: 1 }], top: [{ _id: 't3', n: 5 }] }]);
    const unwound = await at.store.aggregate('o', [{ $unwind: '$ticketId' }, { $sortByCount: '$ticketId' }]);
    expect(unwound).toEqual([
      { _id: 't1', count: 3 },
      { _id: 't2', count: 1 },
    ]);
  });

  test('a stage that does not exist, or that writes, is refused', async () => {
    expect(await refusalOf(run([{ $bogus: 1 }]))).toMatch(/^SYS_ERR: .*\$bogus/);
    expect(await refusalOf(run([{ $out: 'x' }]))).toMatch(/^SYS_ERR/);
    expect(await refusalOf(run([{ $match: {}, $limit: 1 }]))).toMatch(/exactly one field/);
  });

  const zoned = (rest: object): object => ({ $dateToString: { date: '$at', timezone: 'Asia/Shanghai', ...rest } });

  test.each<[string, unknown, unknown]>([
    ['$indexOfCP counts characters', { $indexOfCP: ['$name', 'a'] }, 2],
    ['$indexOfCP from a place', { $indexOfCP: ['$name', 'a', 3] }, -1],
    ['$indexOfBytes counts bytes', { $indexOfBytes: ['$name', 'a'] }, 6],
    ['$indexOf of null', { $indexOfCP: ['$nope', 'a'] }, null],
    ['$substr of a negative length goes to the end', { $substr: ['$name', 3, -1] }, '券ab'],
    ['$substr behind the end', { $substr: ['$name', 99, 2] }, ''],
    ['$substr of nothing', { $substr: ['$nope', 0, 2] }, ''],
    ['$substr beyond the end', { $substr: ['$name', 6, 99] }, 'ab'],
    ['$substrCP', { $substrCP: ['$name', 1, 2] }, '券a'],
    ['$strLenBytes and $strLenCP', [{ $strLenBytes: '$name' }, { $strLenCP: '$name' }], [8, 4]],
    ['$toUpper of nothing', { $toUpper: '$nope' }, ''],
    ['$toString of a date', { $toString: '$at' }, '2025-12-31T17:30:05.007Z'],
    ['$strcasecmp', { $strcasecmp: ['AB', 'ac'] }, -1],
    ['$cmp over kinds', { $cmp: ['$name', '$n'] }, 1],
    ['$gt with what is missing', { $gt: [null, '$nope'] }, true],
    ['$trunc of a number alone, and to a place', [{ $trunc: { $literal: -2.79 } }, { $trunc: [2.79, 1] }], [-2, 2.7]],
    ['$round of a number alone', { $round: { $literal: 2.4 } }, 2],
    ['$dateToString in UTC', { $dateToString: { date: '$at' } }, '2025-12-31T17:30:05.007Z'],
    ['$dateToString in a zone', zoned({ format: '%Y-%m-%d %H:%M:%S.%L %z %Z' }), '2026-01-01 01:30:05.007 +0800 +480'],
    ['$dateToString of weeks', zoned({ format: '%j %U %V %G %u %w %%' }), '001 00 01 2026 4 5 %'],
    ['$dateToString at an offset', { $dateToString: { date: '$at', format: '%H:%M', timezone: '-03:30' } }, '14:00'],
    ['$dateToString of nothing', { $dateToString: { date: '$nope', onNull: 'none' } }, 'none'],
    [
      '$year and the like in a zone',
      [
        { $year: { date: '$at', timezone: '+08:00' } },
        { $dayOfMonth: { date: '$at', timezone: 'Asia/Shanghai' } },
        { $hour: '$at' },
      ],
      [2026, 1, 17],
    ],
    ['$dayOfWeek from Sunday on', { $dayOfWeek: '$at' }, 4],
    ['$isoDayOfWeek from Monday on', { $isoDayOfWeek: '$at' }, 3],
    ['$week, $isoWeek, $isoWeekYear', [{ $week: '$at' }, { $isoWeek: '$at' }, { $isoWeekYear: '$at' }], [52, 1, 2026]],
    ['$dayOfYear', { $dayOfYear: '$at' }, 365],
    ['a part of nothing', { $month: '$nope' }, null],
    [
      '$dateFromString in a zone',
      { $dateFromString: { dateString: '2025-02-08', timezone: 'Asia/Shanghai' } },
      new Date('2025-02-07T16:00:00Z'),
    ],
    [
      '$dateFromString with its own zone',
      { $dateFromString: { dateString: '2025-02-08T12:00:00+0800' } },
      new Date('2025-02-08T04:00:00Z'),
    ],
    [
      '$dateFromString by a format',
      { $dateFromString: { dateString: '08/02/2025 07:05', format: '%d/%m/%Y %H:%M' } },
      new Date('2025-02-08T07:05:00Z'),
    ],
    ['$dateFromString of what is none', { $dateFromString: { dateString: '2025-02-30', onError: 'bad' } }, 'bad'],
    [
      '$dateFromParts carries over',
      { $dateFromParts: { year: 2025, month: 13, day: 1, timezone: 'Asia/Shanghai' } },
      new Date('2025-12-31T16:00:00Z'),
    ],
    [
      '$dateFromParts of an ISO week',
      { $dateFromParts: { isoWeekYear: 2026, isoWeek: 1, isoDayOfWeek: 1 } },
      new Date('2025-12-29T00:00:00Z'),
    ],
    [
      '$dateToParts',
      { $dateToParts: { date: '$at', timezone: 'Asia/Shanghai' } },
      { year: 2026, month: 1, day: 1, hour: 1, minute: 30, second: 5, millisecond: 7 },
    ],
    ['a zone with summer time', { $hour: { date: new Date('2025-07-01T12:00:00Z'), timezone: 'Europe/Berlin' } }, 14],
  ])('%s', async (_, expression, expected) => {
    expect(await value(expression)).toEqual(expected);
  });

  test.each<[string, unknown, string]>([
    ['a cut within a character', { $substr: ['$name', 1, 3] }, 'middle of a UTF-8 character'],
    ['a string that is no date', { $dateFromString: { dateString: 'soon' } }, "Error parsing date string 'soon'"],
    ['an unknown zone', { $hour: { date: '$at', timezone: 'Nowhere/City' } }, 'unrecognized time zone'],
    ['a date that is none', { $year: '$name' }, "can't convert"],
    ['an unknown format', { $dateToString: { date: '$at', format: '%q' } }, "Invalid format character '%q'"],
    ['an unknown operator', { $bogus: 1 }, '$bogus'],
  ])('refused: %s', async (_, expression, message) => {
    expect(await refusalOf(value(expression))).toContain(message);
  });
});
