import type { LeaguePlan, LeaguePreview } from '../../types/contract';
import { leaguePlanIssues } from './league-plan-issues';
import type { LeagueRecord } from './league-record';
import { leaguePlan } from './league-schedule';
import { disciplineOfLeague, resolved } from './league-state';
import { preview } from './schedule/preview';
import { schedule } from './schedule/schedule';
import { stageName } from './stage-names';
import { formatIssues, matchCount, stagesOfPlan, standIns } from './stages-of-plan';

/** The league as if it had been drawn with so many nameless entries. */
function asDrawn(plan: LeaguePlan, count: number): LeagueRecord {
  const entries = standIns(plan.format, count);
  return {
    ...{ _id: 'preview', v: 1, rev: 0, state: 'drawn', plan, endKey: '', count, claims: {}, draws: [], entrants: {} },
    ...{ lots: {}, matches: {}, referees: {}, log: [], requests: [] },
    stages: stagesOfPlan(plan.format, entries, { seeds: [], seed: 'preview' }),
  };
}

const NOTHING: Omit<LeaguePreview, 'issues'> = { stages: [], matches: 0, neededMinutes: 0, openMinutes: 0 };

/** One look for how much longer courts would have to be open; a schedule for publication takes its time elsewhere. */
const ONCE = 1;

/** What is wrong with when and where still leaves matches to be counted: a form is looked at before it is complete. */
const isBeside = (path: string): boolean => path.startsWith('courts') || path === 'lockAt';

/** Matches, hours and courts that a plan comes to with so many entries; its issues alone where it cannot be laid out. */
export function leaguePreview(plan: LeaguePlan, count: number): LeaguePreview {
  const issues = leaguePlanIssues(plan);
  if (issues.some(({ path }) => !isBeside(path))) return { ...NOTHING, issues };
  const onCourts = !issues.some(({ path }) => path.startsWith('courts'));
  const laidOut = laidOutPreview(onCourts ? plan : { ...plan, courts: [] }, count);
  return { ...laidOut, issues: [...issues, ...laidOut.issues] };
}

function laidOutPreview(plan: LeaguePlan, count: number): LeaguePreview {
  const unfit = formatIssues(plan.format, standIns(plan.format, count), disciplineOfLeague({ plan }));
  if (unfit.length > 0) return { ...NOTHING, issues: unfit };
  const league = asDrawn(plan, count);
  const laidOut = leaguePlan(league, resolved(league), new Map(), { now: 0 });
  const { matches, neededMinutes, openMinutes, leastCourts, courts, finish } = preview(laidOut);
  const tried = courts === undefined && openMinutes > 0 ? schedule(laidOut, ONCE) : undefined;
  const longer = tried?.kind === 'does-not-fit' ? tried.longer : undefined;
  return {
    stages: league.stages.map((stage) => ({ name: stageName(stage.id, plan.format), matches: matchCount(stage) })),
    ...{ matches, neededMinutes, openMinutes, issues: [] },
    ...(leastCourts !== undefined && { leastCourts }),
    ...(courts !== undefined && { courts }),
    ...(finish !== undefined && { finish }),
    ...(longer !== undefined && { longer }),
  };
}
