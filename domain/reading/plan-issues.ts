import type { ChallengePlan, DailyRule, Issue } from '../../types/contract';
import type { Day } from '../../types/vocabulary';
import { dayNumber } from '../time/days';
import { DAY_MINUTES } from './challenge';
import type { ChallengeRecord } from './challenge-record';
import { TEAM_MOST } from './team';

/** A leap year: what all readers of a board have together is told by one number, which has room for no more. */
export const DAYS_MOST = 366;
export const BOOKS_MOST = 100;
/** What a day may ask for at most: a day's minutes, a thick book, a whole note. 0 asks for a check-in alone. */
export const LEAST_MOST: Record<DailyRule['kind'], number> = { minutes: DAY_MINUTES, pages: 1_000, note: 500 };

const within = (count: number, least: number, most: number): boolean =>
  Number.isSafeInteger(count) && count >= least && count <= most;

type Finding = [path: string, message: string, wrong: boolean];

const issuesFrom = (findings: readonly Finding[]): Issue[] =>
  findings.flatMap(([path, message, wrong]) => (wrong ? [{ path, message }] : []));

/** Why a plan cannot be stored, by the field. */
export function planIssues({ startsOn, endsOn, rule, books, entry, goal }: ChallengePlan): Issue[] {
  const days = dayNumber(endsOn) - dayNumber(startsOn) + 1;
  // Days of a team add up.
  const reachable = Math.max(1, days) * (entry === 'team' ? TEAM_MOST : 1);
  const most = LEAST_MOST[rule.kind];
  return issuesFrom([
    ['endsOn', 'before startsOn', days < 1],
    ['endsOn', `at most ${DAYS_MOST} days`, days > DAYS_MOST],
    ['rule.least', `from 0 to ${most}`, !within(rule.least, 0, most)],
    ['goal', `from 1 to ${reachable}`, goal !== undefined && !within(goal, 1, reachable)],
    ['books', `from 1 to ${BOOKS_MOST}`, books !== undefined && !within(books.length, 1, BOOKS_MOST)],
    ['books', 'each once', books !== undefined && new Set(books).size !== books.length],
  ]);
}

/** Nobody could read on days that are over, nor in a streak over all of them. */
export function publishIssues({ startsOn }: ChallengePlan, today: Day): Issue[] {
  return issuesFrom([['startsOn', 'is over', startsOn < today]]);
}

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

/**
 * What of a change takes something from those who have joined. Who joined before it began counts from its first day of
 * then, and may have a team. Once it has begun they were told what counts and until when; a day less is what closing is
 * for, with a reason.
 */
export function editIssues({ state, plan: before }: ChallengeRecord, plan: ChallengePlan, today: Day): Issue[] {
  if (state === 'draft') return [];
  const begun = before.startsOn <= today;
  const over = before.endsOn < today;
  const stays = 'stays once it is published';
  const staysThen = 'stays once it has begun';
  return issuesFrom([
    ['entry', stays, plan.entry !== before.entry],
    ['startsOn', staysThen, begun && plan.startsOn !== before.startsOn],
    ['startsOn', 'no earlier than it was published', !begun && plan.startsOn < before.startsOn],
    ['endsOn', 'no earlier once it has begun', begun && plan.endsOn < before.endsOn],
    ['endsOn', 'stays once it is over', over && plan.endsOn > before.endsOn],
    ['rule', staysThen, begun && (plan.rule.kind !== before.rule.kind || plan.rule.least !== before.rule.least)],
    ['books', staysThen, begun && differs(plan.books, before.books)],
  ]);
}
