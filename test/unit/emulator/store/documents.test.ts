import { Double, Int32, Long, ObjectId } from 'bson';
import { index, MANY, ONE, type Opened, opened, plans, refusalOf } from './opened';

describe('documents', () => {
  let at: Opened;
  beforeEach(() => {
    at = opened([
      { name: 't', indexes: [index('kind_n', { kind: 1, n: -1 })] },
      { name: 'uq', indexes: [index('userId_actId', { userId: 1, actId: 1 }, true)] },
    ]);
  });
  afterEach(() => at.close());

  test('every kind of value comes back as it was, after closing and opening too', async () => {
    const document = {
      _id: 'v',
      text: '票 "quoted" \u0000',
      int: 5,
      double: 9.5,
      big: 12345678901234,
      none: null,
      yes: true,
      at: new Date(1_700_000_000_000),
      id: new ObjectId(),
      pattern: /^票/i,
      minus: -0,
      infinite: Number.POSITIVE_INFINITY,
      list: [1, [new Date(5)], { $weird: 1, b: 2 }],
      tagged: { $date: 'not a date' },
      empty: {},
    };
    await at.store.insert('t', [document]);
    expect(await at.store.find('t', { _id: 'v' }, {})).toEqual([document]);
    const again = await at.reopen().find('t', { _id: 'v' }, {});
    expect(again).toEqual([document]);
    expect(again[0]?.id).toBeInstanceOf(ObjectId);
    expect(Object.is(again[0]?.minus, -0)).toBe(true);
  });

  test('numbers of every class of BSON are numbers, and undefined is not stored', async () => {
    await at.store.insert('t', [
      { _id: 'n', a: new Int32(1), b: new Double(1.5), c: Long.fromNumber(2 ** 40), d: undefined },
    ]);
    expect(await at.store.find('t', { a: new Int32(1) }, {})).toEqual([{ _id: 'n', a: 1, b: 1.5, c: 2 ** 40 }]);
  });

  test('a server date is the clock of the store with its offset, wherever it stands', async () => {
    const date = (offset: number): object => ({ $tcb_server_date: { offset: new Int32(offset) } });
    await at.store.insert('t', [{ _id: 's', at: date(1000), deep: [{ x: date(0) }] }]);
    await at.store.update(
      't',
      { _id: 's' },
      { $set: { 'up.at': date(-5) }, $push: { log: { $each: [date(0)] } } },
      ONE,
    );
    const now = at.clock.now;
    expect(await at.store.find('t', { at: { $gt: date(0) } }, {})).toEqual([
      {
        _id: 's',
        at: new Date(now + 1000),
        deep: [{ x: new Date(now) }],
        up: { at: new Date(now - 5) },
        log: [new Date(now)],
      },
    ]);
  });

  test('a document without an id gets one of its own', async () => {
    const [first, second] = await at.store.insert('t', [{ a: 1 }, { a: 1 }]);
    expect(first).toMatch(/^[0-9a-f]{24}$/);
    expect(second).not.toBe(first);
  });

  test('what find gives cannot be changed by whoever got it', async () => {
    await at.store.insert('t', [{ _id: 'f', a: { b: 1 } }]);
    const [found] = await at.store.find('t', { _id: 'f' }, {});
    expect(() => {
      if (found) found.a.b = 2;
    }).toThrow(TypeError);
    expect(await at.store.find('t', { _id: 'f' }, {})).toEqual([{ _id: 'f', a: { b: 1 } }]);
  });

  test('an id is taken once', async () => {
    await at.store.insert('t', [{ _id: 't1' }]);
    expect(await refusalOf(at.store.insert('t', [{ _id: 't1', left: 3 }]))).toBe(
      'DATABASE_REQUEST_FAILED: Error: E11000 duplicate key error collection: t index: _id_ dup key: { _id: "t1" }',
    );
  });

  test('a unique index refuses a second document of the same keys', async () => {
    await at.store.insert('uq', [
      { userId: 'u', actId: 'a' },
      { userId: 'u', actId: 'b' },
    ]);
    const refused =
      'DATABASE_REQUEST_FAILED: Error: [100003] Write failed: E11000 duplicate key error collection: uq index: userId_actId';
    expect(await refusalOf(at.store.insert('uq', [{ userId: 'u', actId: 'a' }]))).toBe(refused);
    expect(await refusalOf(at.store.update('uq', { actId: 'b' }, { $set: { actId: 'a' } }, MANY))).toBe(refused);
    expect(await at.store.count('uq', { actId: 'b' })).toBe(1);
  });

  test('a unique index counts a missing field as null, so one document may lack it', async () => {
    await at.store.insert('uq', [{ _id: 'one', userId: 'u' }]);
    expect(await refusalOf(at.store.insert('uq', [{ userId: 'u' }]))).toContain('E11000');
    expect(await refusalOf(at.store.insert('uq', [{ userId: 'u', actId: null }]))).toContain('E11000');
    await at.store.remove('uq', { _id: 'one' }, { multi: false });
    await at.store.insert('uq', [{ userId: 'u', actId: null }]);
  });

  test('of several documents those before the refused one stay', async () => {
    expect(await refusalOf(at.store.insert('t', [{ _id: 'a' }, { _id: 'a' }, { _id: 'b' }]))).toContain('E11000');
    expect((await at.store.find('t', {}, {})).map(({ _id }) => _id)).toEqual(['a']);
  });

  test('names that begin with a dollar, and ids that are lists, are refused', async () => {
    expect(await refusalOf(at.store.insert('t', [{ $set: 1 }]))).toContain("dollar ($) prefixed field '$set'");
    expect(await refusalOf(at.store.insert('t', [{ _id: [1] }]))).toContain("'_id' value cannot be an array");
    expect(await refusalOf(at.store.insert('t', [JSON.parse('{"a":{"__proto__":{"x":1}}}')]))).toContain('__proto__');
  });

  test('one is changed or every match, and the number of matches is told', async () => {
    await at.store.insert('t', [
      { kind: 'm', n: 1 },
      { kind: 'm', n: 2 },
      { kind: 'k', n: 3 },
    ]);
    expect(await at.store.update('t', { kind: 'm' }, { $set: { flag: true } }, ONE)).toMatchObject({ updated: 1 });
    expect(await at.store.update('t', { kind: 'm' }, { $set: { flag: true } }, MANY)).toMatchObject({ updated: 2 });
    expect(await at.store.update('t', { _id: 'nope' }, { $set: { a: 1 } }, ONE)).toEqual({ updated: 0 });
    expect(await at.store.count('t', { flag: true })).toBe(2);
  });

  test('a conditional update gives the document after it, and nothing where the condition fails', async () => {
    await at.store.insert('t', [{ _id: 'p', left: 1 }]);
    const take = () => at.store.update('t', { _id: 'p', left: { $gt: 0 } }, { $inc: { left: -1 } }, MANY);
    expect(await take()).toEqual({ updated: 1, doc: { _id: 'p', left: 0 } });
    expect(await take()).toEqual({ updated: 0 });
  });

  test('of many takers at once each place goes to one', async () => {
    await at.store.insert('t', [{ _id: 'p', left: 7 }]);
    const takes = Array.from({ length: 40 }, () =>
      at.store.update('t', { _id: 'p', left: { $gt: 0 } }, { $inc: { left: -1 } }, MANY),
    );
    const got = (await Promise.all(takes)).filter(({ updated }) => updated === 1);
    expect(got).toHaveLength(7);
  });

  test('set makes a document or takes the place of one', async () => {
    const set = { multi: false, merge: false, upsert: true };
    expect(await at.store.update('t', { _id: 't2' }, { a: 1 }, set)).toMatchObject({ updated: 0, upsertedId: 't2' });
    expect(await at.store.update('t', { _id: 't2' }, { b: 2 }, set)).toMatchObject({ updated: 1 });
    expect(await at.store.find('t', {}, {})).toEqual([{ _id: 't2', b: 2 }]);
  });

  test('an upsert begins with what the filter says to be equal', async () => {
    const upsert = { multi: false, merge: true, upsert: true };
    const filter = { kind: 'x', 'o.p': { $eq: 4 }, n: { $gt: 3 } };
    const { upsertedId } = await at.store.update('t', filter, { $inc: { n: 1 }, $setOnInsert: { made: true } }, upsert);
    expect(await at.store.find('t', { _id: upsertedId }, {})).toEqual([
      { _id: upsertedId, kind: 'x', o: { p: 4 }, n: 1, made: true },
    ]);
  });

  test('a refused change leaves the document and those after it', async () => {
    await at.store.insert('t', [
      { _id: 'a', n: 1 },
      { _id: 'b', n: 'x' },
      { _id: 'c', n: 1 },
    ]);
    expect(await refusalOf(at.store.update('t', {}, { $inc: { n: 1 } }, MANY))).toContain('non-numeric type');
    expect((await at.store.find('t', {}, {})).map(({ n }) => n)).toEqual([2, 'x', 1]);
  });

  test('an index follows changes and removals', async () => {
    await at.store.insert('t', [
      { _id: 'a', kind: 'x', n: 1 },
      { _id: 'b', kind: 'x', n: 2 },
    ]);
    await at.store.update('t', { _id: 'a' }, { $set: { kind: 'y' } }, ONE);
    const seen = plans();
    expect(await at.store.find('t', { kind: 'y' }, {}, undefined, seen.note)).toHaveLength(1);
    expect(await at.store.remove('t', { kind: 'x' }, { multi: true }, undefined, seen.note)).toBe(1);
    expect(await at.store.find('t', { kind: 'x' }, {}, undefined, seen.note)).toEqual([]);
    expect(seen.list.map(({ index: name, read }) => [name, read])).toEqual([
      ['kind_n', 1],
      ['kind_n', 1],
      ['kind_n', 0],
    ]);
  });

  test('a projection gives the fields asked for', async () => {
    await at.store.insert('t', [
      {
        _id: 'p',
        a: 1,
        b: { c: 1, d: 2 },
        list: [
          { x: 1, y: 2 },
          { x: 3, y: 4 },
        ],
      },
    ]);
    const get = async (projection: object) => (await at.store.find('t', { _id: 'p' }, { projection }))[0];
    expect(await get({ a: 1, 'b.c': true })).toEqual({ _id: 'p', a: 1, b: { c: 1 } });
    expect(await get({ _id: 0, 'list.x': 1 })).toEqual({ list: [{ x: 1 }, { x: 3 }] });
    expect(await get({ b: 0, list: false })).toEqual({ _id: 'p', a: 1 });
    expect(await get({ _id: 0, 'b.c': 0, list: 0 })).toEqual({ a: 1, b: { d: 2 } });
    expect(await get({ _id: 0 })).toEqual({
      a: 1,
      b: { c: 1, d: 2 },
      list: [
        { x: 1, y: 2 },
        { x: 3, y: 4 },
      ],
    });
    expect(await get({ a: 1, list: { $slice: -1 } })).toEqual({ _id: 'p', a: 1, list: [{ x: 3, y: 4 }] });
    expect(await get({ a: 1, list: { $elemMatch: { x: 3 } } })).toEqual({ _id: 'p', a: 1, list: [{ x: 3, y: 4 }] });
    expect(await refusalOf(get({ a: 1, b: 0 }))).toContain('Cannot do exclusion');
  });

  test('places on a map and scripts are refused by name', async () => {
    for (const filter of [{ loc: { $nearSphere: {} } }, { $or: [{ loc: { $geoWithin: {} } }] }, { $where: 'true' }])
      expect(await refusalOf(at.store.find('t', filter, {}))).toMatch(
        /^SYS_ERR: the local cloud does not support the operator \$/,
      );
    expect(await refusalOf(at.store.aggregate('t', [{ $geoNear: {} }]))).toMatch(/^SYS_ERR/);
    expect(await refusalOf(at.store.aggregate('t', [{ $project: { a: { $function: {} } } }]))).toMatch(/^SYS_ERR/);
  });
});

describe('collections', () => {
  let at: Opened;
  beforeEach(() => {
    at = opened([{ name: 'declared', indexes: [] }]);
  });
  afterEach(() => at.close());

  test('those declared exist, another is made once and is still there after opening again', async () => {
    await at.store.createCollection('made');
    expect(await refusalOf(at.store.createCollection('made'))).toMatch(/^DATABASE_COLLECTION_EXIST: .*exist/);
    expect(await refusalOf(at.store.createCollection('declared'))).toMatch(/^DATABASE_COLLECTION_EXIST/);
    expect(
      at
        .reopen()
        .collections()
        .map(({ name }) => name),
    ).toEqual(['declared', 'made']);
  });

  test('every statement on a missing collection is refused', async () => {
    const missing = /^DATABASE_COLLECTION_NOT_EXIST: .*Db or Table not exist: nope/;
    const { store } = at;
    for (const work of [
      store.find('nope', {}, {}),
      store.insert('nope', [{}]),
      store.count('nope', {}),
      store.remove('nope', {}, { multi: true }),
      store.update('nope', {}, { $set: { a: 1 } }, MANY),
      store.aggregate('nope', []),
    ])
      expect(await refusalOf(work)).toMatch(missing);
  });

  test('an index that is declared later is built over what is stored, and goes with its declaration', async () => {
    await at.store.insert(
      'declared',
      Array.from({ length: 300 }, (_, i) => ({ k: i % 3, n: i })),
    );
    const used = async (): Promise<unknown> => {
      const seen = plans();
      const found = await at.store.find('declared', { k: 1 }, {}, undefined, seen.note);
      return [found.length, seen.list[0]?.index, seen.list[0]?.read];
    };
    expect(await used()).toEqual([100, 'none', 300]);
    at.reopen([{ name: 'declared', indexes: [index('k', { k: 1 })] }]);
    expect(await used()).toEqual([100, 'k', 100]);
    at.reopen([{ name: 'declared', indexes: [index('k', { k: -1, n: 1 })] }]);
    expect(await used()).toEqual([100, 'k', 100]);
    at.reopen([{ name: 'declared', indexes: [] }]);
    expect(await used()).toEqual([100, 'none', 300]);
  });

  test('a unique index that stored documents break cannot be opened, and nothing is lost by trying', async () => {
    await at.store.insert('declared', [{ k: 1 }, { k: 1 }]);
    expect(() => at.reopen([{ name: 'declared', indexes: [index('k', { k: 1 }, true)] }])).toThrow(
      'break the unique index k',
    );
    at.store = at.reopen();
    expect(await at.store.count('declared', {})).toBe(2);
  });
});
