import fc from 'fast-check';
import { rosterId } from '../../../domain/member/phone';
import { type KnownMember, planAttendance, type Recorded } from '../../../domain/sheet/attendance-plan';
import { mayApply, planRoster, type RosterEntry, rosterAfter } from '../../../domain/sheet/roster-plan';
import { holds } from '../../support/seed';

const entry = (enterpriseId: string, phoneKey: string): RosterEntry => ({ enterpriseId, phoneKey });
const idsOf = (entries: readonly RosterEntry[]): Set<string> =>
  new Set(entries.map(({ enterpriseId, phoneKey }) => rosterId(enterpriseId, phoneKey)));

describe('a roster import', () => {
  test('says who is added, who stays and who would go, and leaves other enterprises alone', () => {
    const current = [entry('e1', 'a'), entry('e1', 'b'), entry('e2', 'c')];
    expect(planRoster(current, [entry('e1', 'b'), entry('e1', 'd')])).toMatchObject({
      enterprises: ['e1'],
      added: ['e1_d'],
      unchanged: 1,
      removed: ['e1_a'],
      removedIn: { e1: { removed: 1, before: 2 } },
    });
  });

  test('that takes nobody off needs no yes', () => {
    expect(mayApply(planRoster([], [entry('e1', 'a')]), undefined)).toBe(true);
  });

  test('that takes somebody off needs a yes to exactly this', () => {
    const shown = planRoster([entry('e1', 'a')], [entry('e1', 'b')]);
    const later = planRoster([entry('e1', 'a'), entry('e1', 'c')], [entry('e1', 'b')]);
    expect(mayApply(shown, undefined)).toBe(false);
    expect(mayApply(shown, shown.digest)).toBe(true);
    expect(mayApply(later, shown.digest)).toBe(false);
  });

  const entries = fc.array(
    fc.record({ enterpriseId: fc.constantFrom('e1', 'e2', 'e3'), phoneKey: fc.stringMatching(/^[a-f]{1,2}$/) }),
  );
  const afterwards = (current: readonly RosterEntry[], rows: readonly RosterEntry[]): RosterEntry[] => {
    const ids = rosterAfter(idsOf(current), planRoster(current, rows));
    return [...current, ...rows].filter(({ enterpriseId, phoneKey }) => ids.has(rosterId(enterpriseId, phoneKey)));
  };

  test('done again changes nothing', () => {
    holds(
      fc.property(entries, entries, (current, rows) => {
        const again = planRoster(afterwards(current, rows), rows);
        return again.added.length === 0 && again.removed.length === 0;
      }),
    );
  });

  test('leaves of each enterprise in the sheet exactly the sheet, and of the others what was there', () => {
    holds(
      fc.property(entries, entries, (current, rows) => {
        const named = new Set(rows.map(({ enterpriseId }) => enterpriseId));
        const wanted = idsOf([...rows, ...current.filter(({ enterpriseId }) => !named.has(enterpriseId))]);
        const got = idsOf(afterwards(current, rows));
        return got.size === wanted.size && [...wanted].every((id) => got.has(id));
      }),
    );
  });

  test('does not depend on the order of rows', () => {
    holds(
      fc.property(entries, entries, (current, rows) => {
        const plan = planRoster(current, rows);
        return planRoster([...current].reverse(), [...rows].reverse()).digest === plan.digest;
      }),
    );
  });
});

describe('an attendance sheet', () => {
  const day = '2026-06-19';
  const members = new Map<string, KnownMember>([
    ['k1', { memberId: 'm1', name: '张三', active: true }],
    ['k2', { memberId: 'm2', name: '李四', active: false }],
    ['k3', { memberId: 'm3', name: '王五', active: true }],
    ['k3b', { memberId: 'm3', name: '王五', active: true }],
  ]);
  const row = (number: number, phoneKey: string, name = '') => ({ row: number, phoneKey, name, day });

  test('matches members by phone and explains who is none', () => {
    const plan = planAttendance(
      [row(2, 'k1', '张 三'), row(3, 'k2', '李四'), row(4, 'k3', '赵六'), row(5, 'x'), row(6, 'k3'), row(7, 'k3b')],
      members,
      [],
    );
    expect(plan.added).toEqual([
      { row: 2, memberId: 'm1', day },
      { row: 6, memberId: 'm3', day },
    ]);
    expect(plan.unmatched).toEqual([
      { row: 3, why: 'not-active' },
      { row: 4, why: 'another-name' },
      { row: 5, why: 'not-a-member' },
      { row: 7, why: 'twice', first: 6 },
    ]);
  });

  test('takes back what an earlier sheet said, and never what happened in the app', () => {
    const recorded: Recorded[] = [
      { memberId: 'm1', day, from: 'app' },
      { memberId: 'm3', day, from: 'sheet' },
    ];
    const plan = planAttendance([], members, recorded);
    expect(plan).toMatchObject({ added: [], unchanged: [], removed: [{ memberId: 'm3', day }] });
  });

  test('does not count again who checked in themselves', () => {
    const plan = planAttendance([row(2, 'k1')], members, [{ memberId: 'm1', day, from: 'app' }]);
    expect(plan).toMatchObject({ added: [], unchanged: [{ memberId: 'm1', day }], removed: [] });
  });

  test('done again changes nothing', () => {
    const key = fc.constantFrom('k1', 'k2', 'k3', 'k3b', 'x');
    const days = fc.constantFrom(day, '2026-06-20');
    const rows = fc.array(fc.record({ row: fc.nat(), phoneKey: key, name: fc.constant(''), day: days }));
    const books = fc.uniqueArray(
      fc.record({ memberId: fc.constantFrom('m1', 'm3', 'm9'), day: days, from: fc.constantFrom('sheet', 'app') }),
      { selector: ({ memberId, day: on }) => `${memberId} ${on}` },
    );
    holds(
      fc.property(rows, books, (entries, recorded: Recorded[]) => {
        const { added, removed } = planAttendance(entries, members, recorded);
        const gone = new Set(removed.map(({ memberId, day: on }) => `${memberId} ${on}`));
        const after: Recorded[] = [
          ...recorded.filter(({ memberId, day: on }) => !gone.has(`${memberId} ${on}`)),
          ...added.map(({ memberId, day: on }) => ({ memberId, day: on, from: 'sheet' as const })),
        ];
        const again = planAttendance(entries, members, after);
        return again.added.length === 0 && again.removed.length === 0;
      }),
    );
  });
});
