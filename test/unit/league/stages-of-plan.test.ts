import { planIssues } from '../../../domain/league/plan-issues';
import { stageName } from '../../../domain/league/stage-names';
import {
  type Drawn,
  formatIssues,
  MATCHES_MOST,
  matchCount,
  stagesOfPlan,
  standIns,
} from '../../../domain/league/stages-of-plan';
import type { LeagueFormat } from '../../../types/contract';
import { esports } from '../../support/leagues';
import { chance, oneOf, upTo } from '../../support/seed';

const GROUPS: LeagueFormat = {
  first: { kind: 'groups', groups: 4, rounds: 1, bestOf: 1, minutes: 30 },
  final: { take: 2, bestOf: 3, minutes: 60, placeThree: true },
};

const REGIONS: LeagueFormat = {
  regions: [
    { id: 'east', name: '东区' },
    { id: 'west', name: '西区' },
  ],
  first: { kind: 'groups', groups: 2, rounds: 1, bestOf: 1, minutes: 30 },
  final: { take: 2, bestOf: 3, minutes: 60, placeThree: false },
};

const draw = (format: LeagueFormat, entries: readonly Drawn[], seeds: string[] = []) =>
  stagesOfPlan(format, entries, { seeds, seed: 'seed' });

test('groups feed a knockout of the best of each, the first places on the first lines', () => {
  const [groups, final] = draw(GROUPS, standIns({}, 24));
  if (groups?.kind !== 'groups' || final?.kind !== 'knockout') throw new Error('other kinds');
  expect(groups.groups.map(({ slots }) => slots.length)).toEqual([6, 6, 6, 6]);
  expect([groups, final].map(matchCount)).toEqual([4 * 15, 8]);
  const pairs = [0, 2, 4, 6].map((at) => [final.slots[at], final.slots[at + 1]]);
  for (const pair of pairs) {
    const places = pair.map((slot) => (slot?.from === 'group' ? slot.place : 0)).sort();
    expect(places).toEqual([1, 2]);
    const from = new Set(pair.map((slot) => (slot?.from === 'group' ? slot.group : '')));
    expect(from.size).toBe(2);
  }
});

test('each region plays a stage of its own, and those of one group meet in the final as late as can be', () => {
  const stages = draw(REGIONS, standIns(REGIONS, 16));
  expect(stages.map(({ id }) => stageName(id, REGIONS))).toEqual(['东区小组赛', '西区小组赛', '总决赛']);
  const final = stages[2];
  if (final?.kind !== 'knockout') throw new Error('no final');
  const halves = [final.slots.slice(0, 4), final.slots.slice(4)].map((half) =>
    half.map((slot) => (slot?.from === 'group' ? `${slot.stage} ${slot.group}` : '')),
  );
  for (const half of halves) expect(new Set(half).size).toBe(4);
});

test('a draw does not depend on the order in which entries are listed', () => {
  const entries = standIns(REGIONS, 17);
  expect(draw(REGIONS, [...entries].reverse(), ['e3'])).toEqual(draw(REGIONS, entries, ['e3']));
});

test('what a format says that it can do can be drawn, and has the matches that were counted', () => {
  const random = chance(11);
  for (let round = 0; round < 300; round++) {
    const kind = oneOf(['groups', 'knockout'] as const, random);
    const first =
      kind === 'groups'
        ? ({
            kind,
            groups: 1 + upTo(4, random),
            rounds: oneOf([1, 2] as const, random),
            bestOf: 1,
            minutes: 30,
          } as const)
        : ({ kind, placeThree: random() < 0.5, bestOf: 1, minutes: 30 } as const);
    const format: LeagueFormat = {
      first,
      ...(random() < 0.4 && { regions: REGIONS.regions ?? [] }),
      ...(random() < 0.6 && {
        final: { take: 1 + upTo(3, random), bestOf: 3, minutes: 60, placeThree: random() < 0.5 },
      }),
    };
    const entries = standIns(format, 2 + upTo(28, random));
    const issues = formatIssues(format, entries, esports());
    if (issues.length > 0) continue;
    const stages = draw(format, entries);
    expect(planIssues(stages, new Set(entries.map(({ id }) => id)), esports())).toEqual([]);
    const matches = stages.map(matchCount).reduce((sum, count) => sum + count, 0);
    expect(matches).toBeLessThanOrEqual(MATCHES_MOST);
  }
});

test.each<[string, LeagueFormat, number, string[]]>([
  ['too few for the groups', GROUPS, 7, ['first']],
  [
    'more go on than a group has',
    { ...GROUPS, final: { take: 3, bestOf: 3, minutes: 60, placeThree: true } },
    9,
    ['final.take'],
  ],
  ['a length that the discipline has not', { ...GROUPS, first: { ...GROUPS.first, bestOf: 7 } }, 24, ['first.bestOf']],
  [
    'more matches than a league holds',
    { first: { kind: 'groups', groups: 2, rounds: 2, bestOf: 1, minutes: 30 } },
    40,
    ['entries'],
  ],
])('%s is an issue of the format', (_name, format, entries, paths) => {
  const found = formatIssues(format, standIns(format, entries), esports());
  expect(found.map(({ path }) => path)).toEqual(paths);
});
