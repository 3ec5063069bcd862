import fc from 'fast-check';
import type { Store, StoredDocument } from '../../../../emulator/store/store';
import { holdsAsync } from '../../../support/seed';
import { index, ONE, type Opened, opened, refusalOf } from './opened';

type State = Map<string, { n: number; email: string }>;

/**
 * The rules of snapshots said as slowly and plainly as they can be: each transaction has a whole copy of the state, and a
 * set of names (ids and emails) that it wrote; writing a name that another open one wrote, or that changed since, conflicts.
 */
class Model {
  state: State = new Map();
  private clock = 0;
  private readonly changed = new Map<string, number>();
  readonly open = new Map<number, { began: number; view: State; names: Set<string>; ids: Set<string> }>();

  begin(tx: number): void {
    this.open.set(tx, { began: this.clock, view: new Map(this.state), names: new Set(), ids: new Set() });
  }

  read(tx: number | undefined): State {
    return (tx === undefined ? undefined : this.open.get(tx)?.view) ?? this.state;
  }

  private names(id: string, ...emails: (string | undefined)[]): string[] {
    return [`id ${id}`, ...emails.flatMap((email) => (email === undefined ? [] : [`email ${email}`]))];
  }

  /** What becomes of setting a document to `after` (undefined removes it). */
  write(
    tx: number | undefined,
    id: string,
    after: { n: number; email: string } | undefined,
    insert: boolean,
  ): 'done' | 'conflict' | 'duplicate' | 'waits' {
    const view = this.read(tx);
    const before = view.get(id);
    if (!insert && !before) return 'done';
    const names = this.names(id, insert ? undefined : before?.email, after?.email);
    const mine = tx === undefined ? undefined : this.open.get(tx);
    for (const [other, { names: held }] of this.open)
      if (other !== tx && names.some((name) => held.has(name))) return tx === undefined ? 'waits' : 'conflict';
    if (mine && names.some((name) => (this.changed.get(name) ?? 0) > mine.began)) return 'conflict';
    if (insert && before) return 'duplicate';
    if (after && [...view].some(([key, { email }]) => key !== id && email === after.email)) return 'duplicate';
    if (after) view.set(id, after);
    else view.delete(id);
    if (mine) for (const name of names) mine.names.add(name);
    if (mine) mine.ids.add(id);
    else this.note(names);
    return 'done';
  }

  private note(names: string[]): void {
    this.clock++;
    for (const name of names) this.changed.set(name, this.clock);
  }

  commit(tx: number): void {
    const mine = this.open.get(tx);
    if (!mine) return;
    this.open.delete(tx);
    for (const id of mine.ids) {
      const after = mine.view.get(id);
      if (after) this.state.set(id, after);
      else this.state.delete(id);
    }
    if (mine.names.size > 0) this.note([...mine.names]);
  }
}

const id = fc.constantFrom('a', 'b', 'c');
const email = fc.constantFrom('p', 'q', 'r', 's');
const tx = fc.constantFrom<number | undefined>(0, 1, 2, undefined);
const step = fc.oneof(
  fc.record({ do: fc.constant('begin' as const), tx: fc.nat(2) }),
  fc.record({ do: fc.constant('commit' as const), tx: fc.nat(2) }),
  fc.record({ do: fc.constant('abort' as const), tx: fc.nat(2) }),
  fc.record({ do: fc.constant('insert' as const), tx, id, email, n: fc.nat(9) }),
  fc.record({ do: fc.constant('set' as const), tx, id, email, n: fc.nat(9) }),
  fc.record({ do: fc.constant('remove' as const), tx, id }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type WriteStep = Extract<Step, { id: string }>;

function statement(store: Store, one: WriteStep, name: string | undefined): Promise<unknown> {
  if (one.do === 'insert') return store.insert('t', [{ _id: one.id, n: one.n, email: one.email }], name);
  if (one.do === 'set') return store.update('t', { _id: one.id }, { $set: { n: one.n, email: one.email } }, ONE, name);
  return store.remove('t', { _id: one.id }, { multi: false }, name);
}

const shown = (state: State): StoredDocument[] => [...state].sort().map(([_id, rest]) => ({ _id, ...rest }));

describe('any history of transactions', () => {
  /** One history against the model; ordinary writes that would wait are left out, waiting has tests of its own. */
  async function run(at: Opened, steps: Step[]): Promise<void> {
    const model = new Model();
    const names = new Map<number, string>();
    const end = (number: number): void => {
      names.delete(number);
      model.open.delete(number);
    };
    for (const one of steps) {
      const name = one.tx === undefined ? undefined : names.get(one.tx);
      if (one.do === 'begin') {
        if (name !== undefined) continue;
        names.set(one.tx, await at.store.begin());
        model.begin(one.tx);
      } else if (one.do === 'commit' || one.do === 'abort') {
        if (name === undefined) continue;
        await at.store[one.do](name);
        if (one.do === 'commit') model.commit(one.tx);
        end(one.tx);
      } else {
        if (one.tx !== undefined && name === undefined) continue;
        const after = one.do === 'remove' ? undefined : { n: one.n, email: one.email };
        const before = model.read(one.tx).get(one.id);
        if (one.do === 'set' && before?.n === one.n && before.email === one.email) continue;
        const expected = model.write(one.tx, one.id, after, one.do === 'insert');
        if (expected === 'waits') continue;
        const refused = await refusalOf(statement(at.store, one, name));
        const outcome = refused.includes('WriteConflict')
          ? 'conflict'
          : refused.includes('E11000')
            ? 'duplicate'
            : 'done';
        expect([one, outcome]).toEqual([one, expected]);
        if (outcome !== 'done' && one.tx !== undefined) end(one.tx);
      }
      for (const [number, open] of names)
        expect(await at.store.find('t', {}, { order: { _id: 1 } }, open)).toEqual(shown(model.read(number)));
      expect(await at.store.find('t', {}, { order: { _id: 1 } })).toEqual(shown(model.state));
    }
    expect(await at.reopen().find('t', {}, { order: { _id: 1 } })).toEqual(shown(model.state));
  }

  test('a key that was taken and let go in one transaction has changed for snapshots from before', async () => {
    const at = opened([{ name: 't', indexes: [index('email', { email: 1 }, true)] }]);
    try {
      await run(at, [
        { do: 'begin', tx: 2 },
        { do: 'insert', tx: 2, id: 'b', email: 'p', n: 0 },
        { do: 'remove', tx: 2, id: 'b' },
        { do: 'begin', tx: 0 },
        { do: 'commit', tx: 2 },
        { do: 'insert', tx: 0, id: 'a', email: 'p', n: 0 },
      ]);
    } finally {
      at.close();
    }
  });

  test('follows the rules of snapshots', async () => {
    await holdsAsync(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const at = opened([{ name: 't', indexes: [index('email', { email: 1 }, true)] }]);
        try {
          await run(at, steps);
        } finally {
          at.close();
        }
      }),
      120,
    );
  });
});
