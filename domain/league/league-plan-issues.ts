import type { CourtPlan, Issue, LeagueFormat, LeaguePlan } from '../../types/contract';
import { DAY_MS, dayOf } from '../time/shanghai';
import { disciplinesOn } from './disciplines';
import { leagueSpan } from './league-state';
import { MINUTE_MS } from './schedule/plan';
import { ENTRIES_MOST, formatIssues, standIns } from './stages-of-plan';

/** What a plan may hold at most; its document is read whole by every page. */
export const COURTS_MOST = 32;
export const OPENINGS_MOST = 60;
export const REGIONS_MOST = 16;
export const GROUPS_MOST = 64;
/** From the first opening to the last: more is not one league. */
export const DAYS_MOST = 366;
/** A match, minutes. */
export const MATCH_MINUTES = { least: 5, most: 480 };
/** Between two matches of anybody, minutes. */
export const REST_MOST = 1_440;
/** For an answer to a report, minutes: nobody answers sooner, and the next round has to begin. */
export const ANSWER_MINUTES = { least: 5, most: 2 * 1_440 };

const COURT_ID = /^c[0-9a-z]{1,6}$/;
const REGION_ID = /^[0-9a-z]{1,6}$/;

type Finding = [path: string, message: string, wrong: boolean];

const within = (count: number, least: number, most: number): boolean =>
  Number.isSafeInteger(count) && count >= least && count <= most;

const repeats = (named: readonly string[]): boolean => new Set(named).size !== named.length;

function overlap(openings: CourtPlan['openings']): boolean {
  const sorted = [...openings].sort((a, b) => a.startsAt - b.startsAt);
  return sorted.some(({ startsAt }, at) => startsAt < (sorted[at - 1]?.endsAt ?? Number.NEGATIVE_INFINITY));
}

/** Courts by their ids, since a form may show them in another order. */
function courtFindings({ id, openings }: CourtPlan, shortest: number): Finding[] {
  const path = `courts.${id}`;
  const tooShort = openings.some(({ startsAt, endsAt }) => endsAt > startsAt && endsAt - startsAt < shortest);
  return [
    [path, 'an id is c and up to 6 of 0-9 a-z', !COURT_ID.test(id)],
    [`${path}.openings`, `from 1 to ${OPENINGS_MOST}`, !within(openings.length, 1, OPENINGS_MOST)],
    [`${path}.openings`, 'ends before it starts', openings.some(({ startsAt, endsAt }) => endsAt <= startsAt)],
    [`${path}.openings`, 'overlap', overlap(openings)],
    [`${path}.openings`, 'shorter than a match', tooShort],
  ];
}

function courtsFindings({ courts, format, lockAt, opensAt }: LeaguePlan): Finding[] {
  const { startsAt, endsAt } = leagueSpan({ courts, opensAt });
  const shortest = Math.min(format.first.minutes, format.final?.minutes ?? format.first.minutes) * MINUTE_MS;
  return [
    ['courts', `from 1 to ${COURTS_MOST}`, !within(courts.length, 1, COURTS_MOST)],
    ['courts', 'ids repeat', repeats(courts.map(({ id }) => id))],
    ['courts', 'names repeat', repeats(courts.map(({ name }) => name))],
    ...courts.flatMap((court) => courtFindings(court, shortest)),
    ['courts', 'open before rosters are locked', courts.length > 0 && startsAt < lockAt],
    ['courts', `at most ${DAYS_MOST} days from the first to the last`, endsAt - startsAt > DAYS_MOST * DAY_MS],
  ];
}

/** What the format has that no entry could mend. */
function shapeFindings({ regions, first, final }: LeagueFormat): Finding[] {
  const { least, most } = MATCH_MINUTES;
  const minutes = `from ${least} to ${most}`;
  return [
    ['regions', `from 2 to ${REGIONS_MOST}`, regions !== undefined && !within(regions.length, 2, REGIONS_MOST)],
    ['regions', 'an id is up to 6 of 0-9 a-z', (regions ?? []).some(({ id }) => !REGION_ID.test(id))],
    ['regions', 'ids repeat', repeats((regions ?? []).map(({ id }) => id))],
    ['regions', 'names repeat', repeats((regions ?? []).map(({ name }) => name))],
    ['first.minutes', minutes, !within(first.minutes, least, most)],
    ['final.minutes', minutes, final !== undefined && !within(final.minutes, least, most)],
    ['first.groups', `from 1 to ${GROUPS_MOST}`, first.kind === 'groups' && !within(first.groups, 1, GROUPS_MOST)],
    ['final.take', 'a whole number from 1', final !== undefined && !within(final.take, 1, ENTRIES_MOST)],
  ];
}

const issuesFrom = (findings: readonly Finding[]): Issue[] =>
  findings.flatMap(([path, message, wrong]) => (wrong ? [{ path, message }] : []));

/**
 * Why a plan cannot be carried out, by the field. The format is looked at with as many entries as it takes at most; how
 * many there really are the draw looks at.
 */
export function leaguePlanIssues(plan: LeaguePlan): Issue[] {
  const { format, discipline, opensAt, lockAt, most, rest, answer } = plan;
  const known = disciplinesOn(dayOf(leagueSpan(plan).startsAt)).find(({ id }) => id === discipline);
  const issues = issuesFrom([
    ['discipline', 'no such discipline', known === undefined],
    ['lockAt', 'not after opensAt', lockAt <= opensAt],
    ['most', `from 2 to ${ENTRIES_MOST}`, !within(most, 2, ENTRIES_MOST)],
    ['rest', `from 0 to ${REST_MOST}`, !within(rest, 0, REST_MOST)],
    ['answer', `from ${ANSWER_MINUTES.least} to ${ANSWER_MINUTES.most}`, !answers(answer)],
    ...courtsFindings(plan),
    ...shapeFindings(format),
  ]);
  // What is not even a format would be laid out for nothing, or for ever.
  if (!known || !within(most, 2, ENTRIES_MOST) || shapeFindings(format).some(([, , wrong]) => wrong)) return issues;
  const laidOut = formatIssues(format, standIns(format, most), known);
  return [...issues, ...laidOut.map(({ path, message }) => ({ path: path === 'entries' ? 'most' : path, message }))];
}

function answers(minutes: number): boolean {
  return within(minutes, ANSWER_MINUTES.least, ANSWER_MINUTES.most);
}

/** Nobody could enter what is closed already. */
export function leaguePublishIssues({ lockAt }: LeaguePlan, now: number): Issue[] {
  return issuesFrom([['lockAt', 'is over', lockAt <= now]]);
}
