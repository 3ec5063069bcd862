import type {
  Comer,
  EntryCard,
  EntryDetail,
  FixtureDetail,
  FixtureView,
  InviteView,
  LeagueCard,
  LeagueDetail,
  TableRow,
  TableView,
} from '../../types/contract';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Of the tests' own day: what is said of tomorrow does not depend on when they run. */
export const NOW = Date.now();

const NAMES = ['禾芩一队', '康诺行政队', '昭衍冲锋队', '同仁小将', '悦康五人行', '以岭电竞社', '科兴中维', '民海联队'];

export const nameAt = (at: number): string => NAMES[at % NAMES.length] ?? '';

export function comerOf(at: number, more: Partial<Extract<Comer, { kind: 'entry' }>> = {}): Comer {
  return { kind: 'entry', id: `e${at}`, name: nameAt(at), enterpriseName: `单位 ${at + 1}`, ...more };
}

export function leagueCardOf(more: Partial<LeagueCard> = {}): LeagueCard {
  return {
    id: 'spring',
    title: '电竞联赛',
    tagline: '五人一队，两个晚上',
    brand: 'vital',
    discipline: 'esports-5v5',
    phase: 'open',
    opensAt: NOW - DAY,
    lockAt: NOW + 3 * DAY + HOUR,
    startsAt: NOW + 5 * DAY,
    endsAt: NOW + 6 * DAY,
    venueName: '文体中心',
    entries: 18,
    most: 24,
    ...more,
  };
}

export function leagueOf(more: Partial<LeagueDetail> = {}): LeagueDetail {
  return {
    ...leagueCardOf(),
    description: ['带上自己的键盘鼠标。'],
    venue: { name: '文体中心', address: '东环路 1 号', latitude: 39.7, longitude: 116.5 },
    format: {
      first: { kind: 'groups', groups: 2, rounds: 1, bestOf: 1, minutes: 40 },
      final: { take: 2, placeThree: true, bestOf: 3, minutes: 90 },
    },
    version: 1,
    courts: [
      { id: 'c1', name: '1 号机位' },
      { id: 'c2', name: '2 号机位' },
    ],
    stages: [],
    draws: [],
    follows: [],
    next: [],
    placings: [],
    referees: [],
    now: NOW,
    ...more,
  };
}

export const STAGES: LeagueDetail['stages'] = [
  { id: 'first', kind: 'groups', name: '小组赛', groups: ['A', 'B'], matches: 12, played: 7 },
  { id: 'final', kind: 'knockout', name: '淘汰赛', groups: [], matches: 4, played: 0 },
];

export function fixtureOf(more: Partial<FixtureView> = {}): FixtureView {
  return {
    id: 'first.A.1.1',
    stage: 'first',
    group: 'A',
    round: 1,
    sides: [comerOf(0), comerOf(1)],
    state: 'unplayed',
    court: '1 号机位',
    startsAt: NOW + DAY,
    endsAt: NOW + DAY + HOUR,
    ...more,
  };
}

export function matchOf(more: Partial<FixtureDetail> = {}): FixtureDetail {
  return {
    ...fixtureOf(),
    leagueId: 'spring',
    leagueTitle: '电竞联赛',
    discipline: { id: 'table-tennis-singles', version: 1 },
    bestOf: 5,
    knockout: false,
    acts: [],
    venueName: '文体中心',
    now: NOW,
    ...more,
  };
}

export function rowOf(at: number, more: Partial<TableRow> = {}): TableRow {
  const entry = comerOf(at);
  if (entry.kind !== 'entry') throw new Error('an entry');
  return {
    entry,
    place: { from: at + 1, to: at + 1 },
    played: 3,
    won: 3 - at,
    points: 3 - at,
    games: [3 - at, at],
    why: '',
    ...more,
  };
}

export function tableOf(group: string, rows: TableRow[]): TableView {
  return { stage: 'first', group, rows, complete: false, lotsDue: false };
}

export function entryCardOf(more: Partial<EntryCard> = {}): EntryCard {
  return { id: 'e0', name: nameAt(0), enterpriseName: '禾芩生物', players: 3, missing: 2, ...more };
}

export function entryOf(more: Partial<EntryDetail> = {}): EntryDetail {
  return {
    ...entryCardOf(),
    leagueId: 'spring',
    limits: { least: 5, most: 7, lineup: 5 },
    captain: false,
    lockAt: NOW + 3 * DAY + HOUR,
    fixtures: [],
    now: NOW,
    ...more,
  };
}

export function inviteOf(more: Partial<InviteView> = {}): InviteView {
  return {
    league: leagueCardOf(),
    entry: entryCardOf(),
    captainName: '林晓',
    left: 4,
    lockAt: NOW + 3 * DAY + HOUR,
    now: NOW,
    ...more,
  };
}

/** A knockout of `2 ** rounds` that nobody has played yet; later rounds wait for winners. */
export function knockoutOf(rounds: number, placeThree = true): FixtureView[] {
  const items: FixtureView[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const count = 2 ** (rounds - round);
    if (round === rounds && placeThree && rounds > 1) {
      const loser: Comer = { kind: 'from', words: '半决赛负者' };
      items.push(fixtureOf({ id: 'final.place3', stage: 'final', round, forPlaceThree: true, sides: [loser, loser] }));
    }
    for (let order = 1; order <= count; order += 1) {
      const winner: Comer = { kind: 'from', words: '上一轮胜者' };
      const sides: [Comer, Comer] = round === 1 ? [comerOf(2 * order - 2), comerOf(2 * order - 1)] : [winner, winner];
      items.push(fixtureOf({ id: `final.${round}.${order}`, stage: 'final', round, sides }));
    }
  }
  return items.map(({ group: _group, ...fixture }) => fixture);
}
