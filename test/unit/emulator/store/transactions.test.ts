import { index, MANY, ONE, type Opened, opened, refusalOf } from './opened';

const CONFLICT = /^DATABASE_TRANSACTION_CONFLICT: .*TransactionConflict.*WriteConflict/;
const GONE = /^TransactionNotExist: .*TransactionNotExist/;

describe('transactions', () => {
  let at: Opened;
  beforeEach(async () => {
    at = opened([
      { name: 't', indexes: [index('kind', { kind: 1 })] },
      { name: 'u', indexes: [index('email', { email: 1 }, true)] },
    ]);
    await at.store.insert('t', [
      { _id: 'a', n: 1, kind: 'x' },
      { _id: 'b', n: 1, kind: 'x' },
    ]);
  });
  afterEach(() => at.close());

  const add = (id: string, by: number, tx?: string) => at.store.update('t', { _id: id }, { $inc: { n: by } }, ONE, tx);
  const value = async (id: string, tx?: string): Promise<unknown> =>
    (await at.store.find('t', { _id: id }, {}, tx))[0]?.n;

  /** Whether a promise has settled once all that can go on now has gone on. */
  async function settled(work: Promise<unknown>): Promise<boolean> {
    let done = false;
    const note = (): void => {
      done = true;
    };
    work.then(note, note);
    for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
    return done;
  }

  test('others see its writes when it has committed, all at once', async () => {
    const tx = await at.store.begin();
    await add('a', 5, tx);
    await at.store.insert('t', [{ _id: 'c', n: 9, kind: 'x' }], tx);
    await at.store.remove('t', { _id: 'b' }, { multi: false }, tx);
    expect([await value('a'), await value('b'), await value('c')]).toEqual([1, 1, undefined]);
    expect([await value('a', tx), await value('b', tx), await value('c', tx)]).toEqual([6, undefined, 9]);
    await at.store.commit(tx);
    expect([await value('a'), await value('b'), await value('c')]).toEqual([6, undefined, 9]);
    at.reopen();
    expect([await value('a'), await value('b'), await value('c')]).toEqual([6, undefined, 9]);
  });

  test('aborted, nothing of it is left', async () => {
    const tx = await at.store.begin();
    await add('a', 5, tx);
    await at.store.insert('u', [{ email: 'e' }], tx);
    await at.store.abort(tx);
    expect(await value('a')).toBe(1);
    await at.store.insert('u', [{ email: 'e' }]);
  });

  test('it sees the documents as they were when it began', async () => {
    const tx = await at.store.begin();
    await add('a', 10);
    await at.store.insert('t', [{ _id: 'c', n: 1, kind: 'x' }]);
    await at.store.remove('t', { _id: 'b' }, { multi: false });
    await at.store.update('t', { _id: 'a' }, { $set: { kind: 'y' } }, ONE);
    const seen = await at.store.find('t', { kind: 'x' }, { order: { _id: 1 } }, tx);
    expect(seen).toEqual([
      { _id: 'a', n: 1, kind: 'x' },
      { _id: 'b', n: 1, kind: 'x' },
    ]);
    expect(await at.store.find('t', { kind: 'x' }, { order: { _id: -1 }, limit: 1 }, tx)).toEqual([seen[1]]);
  });

  test('a write to a document that changed since it began fails, and ends it', async () => {
    const tx = await at.store.begin();
    await add('a', 10);
    expect(await refusalOf(add('a', 1, tx))).toMatch(CONFLICT);
    expect(await refusalOf(add('b', 1, tx))).toMatch(GONE);
    await at.store.abort(tx);
    expect(await value('a')).toBe(11);
  });

  test('a write to a document that another holds fails at once', async () => {
    const [first, second] = [await at.store.begin(), await at.store.begin()];
    await add('a', 1, first);
    expect(await refusalOf(add('a', 1, second))).toMatch(CONFLICT);
    await at.store.commit(first);
    expect(await value('a')).toBe(2);
  });

  test('the id and the unique key that another made are held too', async () => {
    const [first, second, third] = [await at.store.begin(), await at.store.begin(), await at.store.begin()];
    await at.store.insert('u', [{ _id: 'one', email: 'e' }], first);
    expect(await refusalOf(at.store.insert('u', [{ email: 'e' }], second))).toMatch(CONFLICT);
    expect(await refusalOf(at.store.insert('u', [{ _id: 'one', email: 'f' }], third))).toMatch(CONFLICT);
    await at.store.commit(first);
  });

  test('a key taken since it began conflicts, one taken before is a duplicate', async () => {
    await at.store.insert('u', [{ email: 'old' }]);
    const [first, second] = [await at.store.begin(), await at.store.begin()];
    await at.store.insert('u', [{ email: 'new' }]);
    expect(await refusalOf(at.store.insert('u', [{ email: 'new' }], first))).toMatch(CONFLICT);
    expect(await refusalOf(at.store.insert('u', [{ email: 'old' }], second))).toMatch(/E11000/);
  });

  test('a key may change hands within one transaction', async () => {
    await at.store.insert('u', [{ _id: 'one', email: 'e' }]);
    const tx = await at.store.begin();
    await at.store.update('u', { _id: 'one' }, { $set: { email: 'f' } }, ONE, tx);
    await at.store.insert('u', [{ _id: 'two', email: 'e' }], tx);
    await at.store.remove('u', { _id: 'one' }, { multi: false }, tx);
    await at.store.insert('u', [{ _id: 'one', email: 'f', again: true }], tx);
    await at.store.commit(tx);
    expect(await at.store.find('u', {}, { order: { _id: 1 } })).toEqual([
      { _id: 'one', email: 'f', again: true },
      { _id: 'two', email: 'e' },
    ]);
  });

  test('an ordinary write waits for the one who holds the document, and then counts on what that left', async () => {
    const tx = await at.store.begin();
    await add('a', 10, tx);
    const holds = at.store.update('t', { _id: 'a', n: { $gte: 1 } }, { $inc: { n: 100 } }, MANY);
    const fails = at.store.update('t', { _id: 'a', n: 1 }, { $inc: { n: 1000 } }, MANY);
    expect([await settled(holds), await settled(fails)]).toEqual([false, false]);
    await at.store.commit(tx);
    expect([(await holds).updated, (await fails).updated]).toEqual([1, 0]);
    expect(await value('a')).toBe(111);
  });

  test('a write whose filter finds nothing committed does not wait', async () => {
    const tx = await at.store.begin();
    await add('a', 10, tx);
    expect(await at.store.update('t', { _id: 'a', n: 11 }, { $inc: { n: 1 } }, MANY)).toEqual({ updated: 0 });
    await at.store.abort(tx);
  });

  test('an ordinary insert waits for the one who holds its key, and is refused if that stays', async () => {
    const [first, second] = [await at.store.begin(), await at.store.begin()];
    await at.store.insert('u', [{ email: 'e' }], first);
    await at.store.insert('u', [{ email: 'f' }], second);
    const refused = refusalOf(at.store.insert('u', [{ email: 'e' }]));
    const accepted = refusalOf(at.store.insert('u', [{ email: 'f' }]));
    expect(await settled(refused)).toBe(false);
    await at.store.commit(first);
    await at.store.abort(second);
    expect(await refused).toContain('E11000');
    expect(await accepted).toBe('nothing was refused');
  });

  test('those who wait go in the order in which they came', async () => {
    const tx = await at.store.begin();
    await add('a', 1, tx);
    const order: number[] = [];
    const waiting = [1, 2, 3].map(async (i) => {
      await at.store.update('t', { _id: 'a' }, { $push: { order: i } }, ONE);
      order.push(i);
    });
    await settled(Promise.all(waiting));
    await at.store.abort(tx);
    await Promise.all(waiting);
    expect(order).toEqual([1, 2, 3]);
    expect((await at.store.find('t', { _id: 'a' }, {}))[0]?.order).toEqual([1, 2, 3]);
  });

  test('of many, those that are free are changed once, though one of them makes the rest wait', async () => {
    const tx = await at.store.begin();
    await add('b', 10, tx);
    const waiting = at.store.update('t', { kind: 'x' }, { $inc: { n: 1 } }, MANY);
    expect(await settled(waiting)).toBe(false);
    await at.store.commit(tx);
    expect(await waiting).toMatchObject({ updated: 2 });
    expect([await value('a'), await value('b')]).toEqual([2, 12]);
  });

  test('after 30 seconds it has ended, what it held is free, and every word of it is refused', async () => {
    const tx = await at.store.begin();
    await add('a', 10, tx);
    at.clock.now += 29_999;
    expect(await value('a', tx)).toBe(11);
    at.clock.now += 1;
    expect(await add('a', 1)).toMatchObject({ updated: 1 });
    expect(await refusalOf(at.store.find('t', {}, {}, tx))).toMatch(GONE);
    expect(await refusalOf(add('b', 1, tx))).toMatch(GONE);
    expect(await refusalOf(at.store.commit(tx))).toMatch(GONE);
    expect(await value('a')).toBe(2);
  });

  test('one who waits goes on when the time of the holder runs out', async () => {
    const tx = await at.store.begin();
    await add('a', 10, tx);
    const waiting = add('a', 1);
    expect(await settled(waiting)).toBe(false);
    at.clock.now += 30_000;
    expect(await waiting).toMatchObject({ updated: 1 });
    expect(await value('a')).toBe(2);
  });

  test('ended is ended: neither statement nor commit nor another id is taken', async () => {
    const tx = await at.store.begin();
    await at.store.commit(tx);
    expect(await refusalOf(at.store.commit(tx))).toMatch(GONE);
    expect(await refusalOf(at.store.abort(tx))).toMatch(GONE);
    expect(await refusalOf(at.store.insert('t', [{}], tx))).toMatch(GONE);
    expect(await refusalOf(at.store.find('t', {}, {}, 'never'))).toMatch(GONE);
  });

  test('closing leaves nothing of a transaction that is open', async () => {
    const tx = await at.store.begin();
    await add('a', 10, tx);
    await at.store.insert('t', [{ _id: 'c' }], tx);
    at.reopen();
    expect(await at.store.find('t', {}, { order: { _id: 1 } })).toEqual([
      { _id: 'a', n: 1, kind: 'x' },
      { _id: 'b', n: 1, kind: 'x' },
    ]);
  });

  test('two that read what the other writes both commit: snapshots do not stop that', async () => {
    const [first, second] = [await at.store.begin(), await at.store.begin()];
    expect([await value('b', first), await value('a', second)]).toEqual([1, 1]);
    await add('a', 1, first);
    await add('b', 1, second);
    await at.store.commit(first);
    await at.store.commit(second);
    expect([await value('a'), await value('b')]).toEqual([2, 2]);
  });

  test('a server date in a transaction, an upsert and a replacement are its own until it commits', async () => {
    const tx = await at.store.begin();
    const set = { multi: false, merge: false, upsert: true };
    await at.store.update('t', { _id: 'new' }, { at: { $tcb_server_date: { offset: 0 } } }, set, tx);
    await at.store.update('t', { _id: 'a' }, { z: 1 }, set, tx);
    expect(await at.store.find('t', { _id: { $in: ['a', 'new'] } }, { order: { _id: 1 } }, tx)).toEqual([
      { _id: 'a', z: 1 },
      { _id: 'new', at: new Date(at.clock.now) },
    ]);
    await at.store.commit(tx);
    expect(await at.store.find('t', { _id: 'a' }, {})).toEqual([{ _id: 'a', z: 1 }]);
  });
});
