import type { ChallengeRecord } from '../../../domain/reading/challenge-record';
import { editIssues, planIssues, publishIssues } from '../../../domain/reading/plan-issues';
import type { ChallengePlan } from '../../../types/contract';
import { challengeOf, challengePlan } from '../../support/challenges';

const paths = (changes: Partial<ChallengePlan>) => [
  ...new Set(planIssues(challengePlan(changes)).map(({ path }) => path)),
];
const minutes = (least: number) => ({ rule: { kind: 'minutes', least } }) as const;

test.each<[string, Partial<ChallengePlan>]>([
  ['as it is', {}],
  ['of one day', { endsOn: '2026-11-10' }],
  ['of a leap year', { startsOn: '2028-01-01', endsOn: '2028-12-31' }],
  ['that asks for a check-in alone', minutes(0)],
  ['that asks for a whole day', minutes(1_440)],
  ['that asks for a whole note', { rule: { kind: 'note', least: 500 } }],
  ['whose goal is all its days', { goal: 30 }],
  ['whose teams together read every day', { entry: 'team', goal: 300 }],
  ['of one book', { books: ['b1'] }],
])('a challenge %s is a fit plan', (_what, changes) => {
  expect(paths(changes)).toEqual([]);
});

test.each<[string, Partial<ChallengePlan>, string]>([
  ['that ends before it begins', { endsOn: '2026-11-09' }, 'endsOn'],
  ['of more than a leap year', { startsOn: '2027-01-01', endsOn: '2028-01-02' }, 'endsOn'],
  ['that asks for less than nothing', minutes(-1), 'rule.least'],
  ['that asks for half a minute', minutes(0.5), 'rule.least'],
  ['that asks for more minutes than a day has', minutes(1_441), 'rule.least'],
  ['that asks for more pages than a book has', { rule: { kind: 'pages', least: 1_001 } }, 'rule.least'],
  ['that asks for more than a note holds', { rule: { kind: 'note', least: 501 } }, 'rule.least'],
  ['without an aim', { goal: 0 }, 'goal'],
  ['whose goal is a day more than it has', { goal: 31 }, 'goal'],
  ['whose goal no team can reach', { entry: 'team', goal: 301 }, 'goal'],
  ['of no book', { books: [] }, 'books'],
  ['of a book twice', { books: ['b1', 'b1'] }, 'books'],
  ['of too many books', { books: Array.from({ length: 101 }, (_, at) => `b${at}`) }, 'books'],
])('a challenge %s is refused by that field alone', (_what, changes, path) => {
  expect(paths(changes)).toEqual([path]);
});

test('what is published begins today at the earliest', () => {
  expect(publishIssues(challengePlan(), '2026-11-10')).toEqual([]);
  expect(publishIssues(challengePlan(), '2026-11-11')).toMatchObject([{ path: 'startsOn' }]);
});

const changing = (challenge: ChallengeRecord, today: string, changes: Partial<ChallengePlan>) =>
  editIssues(challenge, { ...challenge.plan, ...changes }, today).map(({ path }) => path);

const [BEFORE, FIRST, LAST, AFTER] = ['2026-11-09', '2026-11-10', '2026-12-09', '2026-12-10'];

test('of a draft everything may change', () => {
  const draft = { ...challengeOf('c1'), state: 'draft' as const };
  const all = { entry: 'team', startsOn: '2026-01-01', endsOn: '2026-01-02', ...minutes(5), books: ['b1'] } as const;
  expect(changing(draft, AFTER, { ...all, books: ['b1'] })).toEqual([]);
});

test.each<[string, string, Partial<ChallengePlan>, string[]]>([
  ['its rule before it begins', BEFORE, minutes(20), []],
  ['its rule on the first day', FIRST, minutes(20), ['rule']],
  ['what is counted', FIRST, { rule: { kind: 'pages', least: 30 } }, ['rule']],
  ['its books before it begins', BEFORE, { books: ['b1'] }, []],
  ['its books on the first day', FIRST, { books: ['b1'] }, ['books']],
  ['its entry, as soon as people may join', BEFORE, { entry: 'team' }, ['entry']],
  ['its first day to a later one before it begins', BEFORE, { startsOn: '2026-11-12' }, []],
  ['its first day to one before those who joined count', BEFORE, { startsOn: '2026-11-08' }, ['startsOn']],
  ['its first day when it has begun', FIRST, { startsOn: '2026-11-12' }, ['startsOn']],
  ['its last day to an earlier one before it begins', BEFORE, { endsOn: '2026-12-01' }, []],
  ['its last day to an earlier one', FIRST, { endsOn: '2026-12-08' }, ['endsOn']],
  ['its last day to a later one', LAST, { endsOn: '2026-12-20' }, []],
  ['its last day when that is over', AFTER, { endsOn: '2026-12-20' }, ['endsOn']],
  ['words, goal and rewards at any time', AFTER, { title: '新名字', goal: 10, rewards: [], description: [] }, []],
])('of a published challenge %s: on %s', (_what, today, changes, expected) => {
  expect(changing(challengeOf('c1'), today, changes)).toEqual(expected);
});
