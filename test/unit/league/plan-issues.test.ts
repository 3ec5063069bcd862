import { leaguePlanIssues, leaguePublishIssues } from '../../../domain/league/league-plan-issues';
import type { LeagueRecord } from '../../../domain/league/league-record';
import { editIssues } from '../../../domain/league/organizing';
import type { CourtPlan, LeaguePlan } from '../../../types/contract';
import { leaguePlan } from '../../support/drawn-league';
import { drawnRecord } from '../../support/league-records';
import { DAY, HOUR, NOON } from '../../support/plans';

const usual = leaguePlan();
const [court, other] = usual.courts as [CourtPlan, CourtPlan];
const first = { kind: 'groups' as const, groups: 2, rounds: 1 as const, bestOf: 1, minutes: 30 };
const final = { take: 2, bestOf: 1, minutes: 30, placeThree: true };
const opening = (from: number, until: number) => ({
  startsAt: NOON + DAY + from * HOUR,
  endsAt: NOON + DAY + until * HOUR,
});
const openings = (...list: { startsAt: number; endsAt: number }[]): Partial<LeaguePlan> => ({
  courts: [{ ...court, openings: list }, other],
});
const regions = (...list: [id: string, name: string][]): Partial<LeaguePlan> => ({
  format: { first, final, regions: list.map(([id, name]) => ({ id, name })) },
});

const PLAN: [path: string, message: string, changes: Partial<LeaguePlan>][] = [
  ['discipline', 'no such discipline', { discipline: 'chess' as LeaguePlan['discipline'] }],
  ['lockAt', 'not after opensAt', { lockAt: usual.opensAt }],
  ['most', 'from 2 to 256', { most: 257 }],
  ['rest', 'from 0 to 1440', { rest: 1_441 }],
  ['answer', 'from 5 to 2880', { answer: 4 }],
  ['courts', 'from 1 to 32', { courts: [] }],
  ['courts', 'ids repeat', { courts: [court, { ...other, id: court.id }] }],
  ['courts', 'names repeat', { courts: [court, { ...other, name: court.name }] }],
  ['courts.x1', 'an id is c and up to 6 of 0-9 a-z', { courts: [{ ...court, id: 'x1' }] }],
  ['courts.ca.openings', 'from 1 to 60', openings()],
  ['courts.ca.openings', 'ends before it starts', openings(opening(2, 1))],
  ['courts.ca.openings', 'overlap', openings(opening(0, 2), opening(1, 3))],
  ['courts.ca.openings', 'shorter than a match', openings(opening(0, 0.25))],
  ['courts', 'open before rosters are locked', { lockAt: NOON + DAY + HOUR }],
  ['courts', 'at most 366 days from the first to the last', openings(opening(0, 1), opening(24 * 366, 24 * 366 + 1))],
  ['regions', 'from 2 to 16', regions(['n', '北区'])],
  ['regions', 'an id is up to 6 of 0-9 a-z', regions(['N', '北区'], ['s', '南区'])],
  ['regions', 'ids repeat', regions(['n', '北区'], ['n', '南区'])],
  ['regions', 'names repeat', regions(['n', '北区'], ['s', '北区'])],
  ['first.minutes', 'from 5 to 480', { format: { first: { ...first, minutes: 4 }, final } }],
  ['final.minutes', 'from 5 to 480', { format: { first, final: { ...final, minutes: 481 } } }],
  ['first.groups', 'from 1 to 64', { format: { first: { ...first, groups: 65 }, final } }],
  ['final.take', 'a whole number from 1', { format: { first, final: { ...final, take: 0 } } }],
];

test.each(PLAN)('a plan is not taken: %s %s', (path, message, changes) => {
  const plan = { ...usual, most: 16 };
  expect(leaguePlanIssues(plan)).toEqual([]);
  expect(leaguePlanIssues({ ...plan, ...changes })).toContainEqual({ path, message });
});

test('what is closed already is not published', () => {
  expect(leaguePublishIssues(usual, usual.lockAt - 1)).toEqual([]);
  expect(leaguePublishIssues(usual, usual.lockAt)).toEqual([{ path: 'lockAt', message: 'is over' }]);
});

const drawn = drawnRecord(4, { most: 16 });
const open: LeagueRecord = { ...drawn, state: 'open', plan: { ...drawn.plan, lockAt: usual.lockAt } };

const EDIT: [path: string, message: string, league: LeagueRecord, changes: Partial<LeaguePlan>][] = [
  ['discipline', 'stays once it is published', open, { discipline: 'tug-of-war' }],
  ['regions', 'stay once it is published', open, regions(['n', '北区'], ['s', '南区'])],
  ['opensAt', 'stays once entries are open', open, { opensAt: usual.opensAt + 1 }],
  ['most', '4 have entered', open, { most: 3 }],
  ['lockAt', 'is over', open, { lockAt: NOON }],
  ['lockAt', 'stays once it is drawn', drawn, { lockAt: NOON + 2 * HOUR }],
  ['most', 'stays once it is drawn', drawn, { most: 17 }],
  ['format', 'stays once it is drawn', drawn, { format: { first: { ...first, minutes: 31 }, final } }],
  ['courts', 'a court with matches stays', drawn, { courts: [court] }],
];

test.each(EDIT)('an edit breaks a promise: %s %s', (path, message, league, changes) => {
  expect(editIssues(league, league.plan, NOON)).toEqual([]);
  const plan = { ...league.plan, ...changes };
  expect(editIssues(league, plan, NOON)).toContainEqual({ path, message });
  expect(editIssues({ ...league, state: 'draft' }, plan, NOON)).toEqual([]);
});
