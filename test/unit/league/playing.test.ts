import { correction } from '../../../domain/league/correcting';
import { actsOn } from '../../../domain/league/fixture-acts';
import { fixtureViews, viewOf } from '../../../domain/league/fixture-view';
import type { LeagueRecord, LeagueTelling } from '../../../domain/league/league-record';
import { proposed } from '../../../domain/league/league-schedule';
import { asOf, matchOf, resolved, withMatch } from '../../../domain/league/league-state';
import { dueOf, withTelling } from '../../../domain/league/match-decisions';
import { type ResultRecord, UNPLAYED } from '../../../domain/league/result';
import { withPlacements } from '../../../domain/league/schedule-proposal';
import { tableViews } from '../../../domain/league/table-view';
import { withWalkovers } from '../../../domain/league/withdrawn';
import { FIXTURE_STATES, type FixtureAct, type FixtureState } from '../../../types/contract';
import { won } from '../../support/drawn-league';
import { DOING, drawnRecord, entered, entriesOf, pairIn } from '../../support/league-records';
import { NOON } from '../../support/plans';

const KNOCKOUT = { first: { kind: 'knockout' as const, placeThree: false, bestOf: 1, minutes: 30 } };
const GROUP = { first: { kind: 'groups' as const, groups: 1, rounds: 1 as const, bestOf: 1, minutes: 30 } };

const withdrawn = (league: LeagueRecord, id: string): LeagueRecord => {
  const entrant = league.entrants[id];
  if (!entrant) throw new Error(`no ${id}`);
  return withWalkovers({ ...league, entrants: { ...league.entrants, [id]: { ...entrant, withdrawnAt: NOON } } });
};

const stateIn = (league: LeagueRecord, id: string): FixtureState => matchOf(league, id).result.state;

describe('what somebody may do with a match', () => {
  const pair = { entries: ['e1', 'e2'] as const };
  const at = (state: FixtureState): ResultRecord => ({ ...UNPLAYED, state, reportedBy: 0 });
  const acts = (state: FixtureState, captainOf?: 0 | 1, more = {}): FixtureAct[] =>
    actsOn(pair, at(state), 'drawn', {
      ...{ enters: false, organizer: false, ...more },
      ...(captainOf !== undefined && { captainOf }),
    });

  test('the captain who reported may say it anew or take it back, the other one answers', () => {
    expect(acts('unplayed', 1)).toEqual(['report']);
    expect(acts('reported', 0)).toEqual(['report', 'take-back']);
    expect(acts('reported', 1)).toEqual(['confirm', 'dispute']);
    for (const state of ['disputed', 'confirmed', 'walkover'] as const) expect(acts(state, 0)).toEqual([]);
  });

  test('a referee enters what does not count yet, and an organizer corrects what does', () => {
    for (const state of FIXTURE_STATES) {
      const counts = state === 'confirmed' || state === 'walkover';
      expect(acts(state, undefined, { enters: true })).toEqual(counts ? [] : ['enter']);
      expect(acts(state, undefined, { enters: true, organizer: true })).toEqual([counts ? 'correct' : 'enter']);
    }
  });

  test('nobody does anything while it is not known who meets, and only organizers once the league is finished', () => {
    const all = { captainOf: 0 as const, enters: true, organizer: true };
    expect(actsOn({ entries: ['e1', undefined] }, UNPLAYED, 'drawn', all)).toEqual([]);
    expect(actsOn(pair, at('unplayed'), 'finished', all)).toEqual([]);
    expect(actsOn(pair, at('confirmed'), 'finished', all)).toEqual(['correct']);
    expect(actsOn(pair, at('confirmed'), 'cancelled', all)).toEqual([]);
  });
});

test('silence confirms at its instant, and the league is due for it', () => {
  const result: ResultRecord = { state: 'reported', outcome: won(0), reportedBy: 0, dueAt: NOON + 5 };
  const fresh = { ...drawnRecord(3, { format: GROUP }), tellings: [] };
  const { entriesDue: _none, ...league } = fresh;
  const id = 'first.A.1.1';
  const reported = withMatch(league, id, { result, entries: pairIn(league, id), requests: [] });
  expect(dueOf(reported)).toBe(NOON + 5);
  expect(stateIn(asOf(reported, NOON + 4), id)).toBe('reported');
  expect(stateIn(asOf(reported, NOON + 5), id)).toBe('confirmed');
});

describe('what is to be told', () => {
  const decided = (fixture: string, at: number, reason?: string) => ({
    ...{ kind: 'match-decided' as const, at, fixtures: [fixture] },
    ...(reason !== undefined && { reason }),
  });
  const left = (...told: LeagueTelling[]) => {
    const nothing: LeagueRecord = { ...drawnRecord(3, { format: GROUP }), tellings: [] };
    return told.reduce(withTelling, nothing).tellings;
  };

  test('is lost of no match, however many results come before a sweep', () => {
    const all = Array.from({ length: 512 }, (_, at) => decided(`first.A.${at}`, at));
    expect(left(...all)).toEqual(all);
  });

  test('is the latest word on a match, and of a report nothing once it is decided', () => {
    const reported = { kind: 'match-reported' as const, at: 1, fixtures: ['a'] };
    expect(left(reported, decided('b', 2), decided('a', 3), decided('a', 4, '记反了'))).toEqual([
      decided('b', 2),
      decided('a', 4, '记反了'),
    ]);
    expect(left(decided('a', 1), { ...reported, at: 2 })).toEqual([decided('a', 1), { ...reported, at: 2 }]);
    const moved = (at: number, ...fixtures: string[]) => ({ kind: 'match-moved' as const, at, fixtures });
    expect(left(moved(1, 'a', 'b'), decided('a', 2), moved(3, 'b', 'c'))).toEqual([
      moved(1, 'a'),
      decided('a', 2),
      moved(3, 'b', 'c'),
    ]);
  });
});

describe('who gives up their part', () => {
  test('loses also the match that the other’s walkover would bring them to, and what was reported stands', () => {
    const league = drawnRecord(4, { format: KNOCKOUT });
    const [gone] = pairIn(league, 'first.1.1');
    const [other] = pairIn(league, 'first.1.2');
    const both = withdrawn(withdrawn(league, gone), other);
    expect(stateIn(both, 'first.1.1')).toBe('walkover');
    expect(stateIn(both, 'first.1.2')).toBe('walkover');
    expect(pairIn(both, 'first.2.1')).not.toContain(gone);

    const result: ResultRecord = { state: 'reported', outcome: won(0), reportedBy: 0, dueAt: NOON + 9 };
    const said = withMatch(league, 'first.1.1', { result, entries: pairIn(league, 'first.1.1'), requests: [] });
    expect(stateIn(withdrawn(said, gone), 'first.1.1')).toBe('reported');
  });

  test('is given up on anew where a correction brings them elsewhere', () => {
    const league = entered(drawnRecord(4, { format: KNOCKOUT }), 'first.1.1', won(0));
    const [first, second] = pairIn(league, 'first.1.1');
    const [third] = pairIn(league, 'first.1.2');
    const gone = withdrawn(entered(league, 'first.1.2', won(0)), first);
    expect(matchOf(gone, 'first.2.1')).toMatchObject({ given: true, entries: [first, third] });
    const order = { fixtureId: 'first.1.1', outcome: won(1), reason: '记反了', seed: 's' };
    const corrected = correction(gone, order, DOING);
    if (corrected.kind !== 'change') throw new Error('refused');
    expect(pairIn(corrected.league, 'first.2.1')).toEqual([second, third]);
    expect(stateIn(corrected.league, 'first.2.1')).toBe('unplayed');
  });
});

test('a report of the next match keeps a correction out, and names what has to be taken back', () => {
  let league = drawnRecord(4, { format: KNOCKOUT });
  for (const id of ['first.1.1', 'first.1.2']) league = entered(league, id, won(0));
  const result: ResultRecord = { state: 'reported', outcome: won(0), reportedBy: 0, dueAt: NOON + 9 };
  const said = withMatch(league, 'first.2.1', { result, entries: pairIn(league, 'first.2.1'), requests: [] });
  const order = { fixtureId: 'first.1.1', outcome: won(1), reason: '记反了', seed: 's' };
  expect(correction(said, order, DOING)).toMatchObject({ refusal: 'NEXT_PLAYED', detail: { void: ['first.2.1'] } });
  const back = correction(said, { fixtureId: 'first.2.1', reason: '重打', seed: 's' }, DOING);
  if (back.kind !== 'change') throw new Error('refused');
  expect(correction(back.league, order, DOING)).toMatchObject({ kind: 'change', moved: ['first.2.1'] });
});

test('a row says why it stands there only where somebody was level with it', () => {
  let league = drawnRecord(3, { format: GROUP });
  const wins = new Map([
    ['e1', 'e2'],
    ['e2', 'e3'],
    ['e3', 'e1'],
  ]);
  for (const { id } of fixtureViews(league, { follows: [] })) {
    const [one, other] = pairIn(league, id);
    league = entered(league, id, won(wins.get(one) === other ? 0 : 1));
  }
  const [stage] = league.stages;
  if (stage?.kind !== 'groups') throw new Error('no groups');
  const [level] = tableViews(league, stage, { follows: [] }, resolved(league));
  expect(level).toMatchObject({ complete: true, lotsDue: true });
  expect(level?.rows.map(({ place }) => [place.from, place.to])).toEqual([
    [1, 3],
    [1, 3],
    [1, 3],
  ]);
  let clear = drawnRecord(3, { format: GROUP });
  for (const { id } of fixtureViews(clear, { follows: [] })) {
    const [one, other] = pairIn(clear, id);
    clear = entered(clear, id, won(one < other ? 0 : 1));
  }
  const [table] = tableViews(clear, stage, { mine: 'e1', follows: ['e2'] }, resolved(clear));
  expect(table?.rows.map(({ entry, why, points }) => [entry.id, why, points])).toEqual([
    ['e1', '', 2],
    ['e2', '', 1],
    ['e3', '', 0],
  ]);
  expect(table?.rows.map(({ entry }) => [entry.mine, entry.followed])).toEqual([
    [true, undefined],
    [undefined, true],
    [undefined, undefined],
  ]);
});

describe('the schedule of a league', () => {
  const rosters = new Map(entriesOf(6).map(({ _id, members }) => [_id, members]));

  test('holds every match, the final behind its groups, and nobody in two places', () => {
    const league = drawnRecord(6);
    const { placements, lacking } = proposed(league, rosters, { now: NOON });
    expect(lacking).toBeUndefined();
    expect(placements).toHaveLength(10);
    const ends = placements.filter(({ fixtureId }) => fixtureId.startsWith('first')).map(({ endsAt }) => endsAt);
    const finals = placements.filter(({ fixtureId }) => fixtureId.startsWith('final'));
    expect(Math.min(...finals.map(({ startsAt }) => startsAt))).toBeGreaterThanOrEqual(Math.max(...ends));
    for (const one of placements) {
      for (const other of placements) {
        if (one === other || one.startsAt >= other.endsAt || other.startsAt >= one.endsAt) continue;
        const ids = [one.fixtureId, other.fixtureId].filter((id) => id.startsWith('first'));
        const people = ids.flatMap((id) => [...pairIn(league, id)]);
        expect(new Set(people).size).toBe(people.length);
      }
    }
  });

  test('made anew after an instant leaves alone what was to begin before it, and what fits', () => {
    const league = drawnRecord(6);
    const first = proposed(league, rosters, { now: NOON });
    const published = withPlacements(league, first.placements);
    const after = (first.placements[3]?.startsAt ?? 0) + 1;
    expect(proposed(published, rosters, { now: NOON, after }).moved).toEqual([]);
    const [, court] = published.plan.courts;
    const fewer = { ...published, plan: { ...published.plan, courts: court ? [court] : [] } };
    const again = proposed(fewer, rosters, { now: NOON, after });
    const before = first.placements.filter(({ startsAt }) => startsAt < after);
    for (const each of before) expect(again.placements).toContainEqual(expect.objectContaining(each));
    expect(again.moved.length).toBeGreaterThan(0);
    for (const { from } of again.moved) expect(from?.startsAt).toBeGreaterThanOrEqual(after);
  });

  test('what was given up takes no court', () => {
    const league = withdrawn(drawnRecord(6), 'e1');
    const { placements } = proposed(league, rosters, { now: NOON });
    expect(placements.map(({ fixtureId }) => fixtureId).filter((id) => stateIn(league, id) === 'walkover')).toEqual([]);
    expect(placements).toHaveLength(8);
  });

  test('the same view of a match is found by its id', () => {
    const league = drawnRecord(6);
    expect(viewOf(fixtureViews(league, { follows: [] }), 'final.place3')).toMatchObject({ forPlaceThree: true });
  });
});
