import { EMPTY_LEAGUE, planFrom } from '../../../src/features/league-desk/league-form';
import { canDrawAgain, nextThing } from '../../../src/features/league-desk/standing';
import type { FixtureView } from '../../../types/contract/league';
import type { ManagedLeague } from '../../../types/contract/league-desk';

const LOCK = 1_000;
const match = (id: string): FixtureView => ({
  ...{ id, stage: 's', round: 1, state: 'disputed' },
  sides: [
    { kind: 'from', words: '' },
    { kind: 'from', words: '' },
  ],
});

const league = (part: Partial<ManagedLeague>): ManagedLeague => ({
  ...{ id: 'cup', state: 'open', rev: 1, disputed: [], lotsDue: [], scheduled: false, draws: [], referees: [] },
  plan: { ...planFrom(EMPTY_LEAGUE), most: 8, lockAt: LOCK },
  entries: { all: 6, complete: 5, withdrawn: 0 },
  stages: [],
  matches: { all: 10, scheduled: 0, played: 0, reported: 0 },
  ...{ log: [], now: 0 },
  ...part,
});

describe('the one thing that is next', () => {
  test('a draft is published', () => {
    expect(nextThing(league({ state: 'draft' }), 0)).toEqual({ do: 'publish' });
  });

  test('while entries come in there is nothing to do but to wait; at the deadline they are drawn', () => {
    expect(nextThing(league({}), LOCK - 1)).toEqual({ do: 'wait', until: LOCK });
    expect(nextThing(league({}), LOCK)).toEqual({ do: 'draw' });
  });

  test('a league that is full of complete entries need not wait', () => {
    const full = { all: 8, complete: 8, withdrawn: 0 };
    expect(nextThing(league({ entries: full }), 0)).toEqual({ do: 'draw' });
    expect(nextThing(league({ entries: { ...full, complete: 7 } }), 0)).toMatchObject({ do: 'wait' });
  });

  test('fewer than two complete ones cannot be drawn', () => {
    expect(nextThing(league({ entries: { all: 3, complete: 1, withdrawn: 0 } }), LOCK)).toEqual({
      do: 'fill',
      missing: 1,
    });
  });

  test('a dispute goes before lots, lots before the schedule, and that before playing', () => {
    const drawn = league({ state: 'drawn', disputed: [match('a'), match('b')], lotsDue: [{ stage: 's', group: 'A' }] });
    expect(nextThing(drawn, 0)).toEqual({ do: 'decide', fixture: 'a', more: 1 });
    expect(nextThing({ ...drawn, disputed: [] }, 0)).toEqual({ do: 'lots', stage: 's', group: 'A' });
    expect(nextThing({ ...drawn, disputed: [], lotsDue: [] }, 0)).toEqual({ do: 'schedule' });
    expect(nextThing({ ...drawn, disputed: [], lotsDue: [], scheduled: true }, 0)).toEqual({ do: 'play', left: 10 });
  });

  test('with everything played the league ends, scheduled or not', () => {
    const played = { all: 10, scheduled: 0, played: 10, reported: 0 };
    expect(nextThing(league({ state: 'drawn', matches: played }), 0)).toEqual({ do: 'finish' });
  });

  test.each(['finished', 'cancelled'] as const)('of a league that is %s nothing is next', (state) => {
    expect(nextThing(league({ state }), 0)).toEqual({ do: 'nothing' });
  });
});

describe('drawing anew', () => {
  test('goes as long as nothing was played, reported or disputed', () => {
    const matches = { all: 10, scheduled: 10, played: 0, reported: 0 };
    expect(canDrawAgain(league({ state: 'drawn', matches }))).toBe(true);
    expect(canDrawAgain(league({ state: 'drawn', matches: { ...matches, played: 1 } }))).toBe(false);
    expect(canDrawAgain(league({ state: 'drawn', matches: { ...matches, reported: 1 } }))).toBe(false);
    expect(canDrawAgain(league({ state: 'drawn', matches, disputed: [match('a')] }))).toBe(false);
    expect(canDrawAgain(league({ state: 'open' }))).toBe(false);
  });
});
