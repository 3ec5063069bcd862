import type { Issue, LeaguePlan } from '../../types/contract';
import type { Instant, LeagueId, MemberId } from '../../types/vocabulary';
import { type AcceptedRequest, remember } from '../request/remembered';
import { timeKey } from '../time/shanghai';
import type { LeagueLog, LeagueRecord } from './league-record';
import { disciplineOfLeague, leagueSpan } from './league-state';
import { withTelling } from './match-decisions';

/** Who does it, when, and by which command. */
export interface Organizing {
  by: MemberId | '';
  at: Instant;
  request: AcceptedRequest;
}

const LOGGED = 50;

export function endKeyOf(plan: LeaguePlan, id: LeagueId): string {
  return timeKey(leagueSpan(plan).endsAt, id);
}

/** The league with one more line of what organizers did; the oldest go beyond fifty. */
export function logged(
  league: LeagueRecord,
  { by, at, request }: Organizing,
  what: string,
  reason?: string,
): LeagueRecord {
  const line: LeagueLog = { by, at, what, ...(reason !== undefined && { reason }) };
  return {
    ...league,
    log: [...league.log, line].slice(-LOGGED),
    requests: remember(league.requests, request),
  };
}

export function drafted(_id: LeagueId, plan: LeaguePlan, doing: Organizing): LeagueRecord {
  const empty: LeagueRecord = {
    ...{ _id, v: 1, rev: 0, state: 'draft', plan, endKey: endKeyOf(plan, _id), count: 0, claims: {} },
    ...{ draws: [], stages: [], entrants: {}, lots: {}, matches: {}, referees: {}, log: [], requests: [] },
  };
  return logged(empty, doing, '新建');
}

export function edited(league: LeagueRecord, plan: LeaguePlan, doing: Organizing): LeagueRecord {
  return logged({ ...league, plan, endKey: endKeyOf(plan, league._id) }, doing, '修改');
}

/** From now on everybody sees it, and it keeps to the version that its discipline has on the day it begins. */
export function published(league: LeagueRecord, doing: Organizing): LeagueRecord {
  const { version } = disciplineOfLeague(league);
  return logged({ ...league, state: 'open', version }, doing, '发布');
}

/** Whoever entered is told by a sweep; nobody heard of a draft. */
export function cancelled(league: LeagueRecord, reason: string, doing: Organizing): LeagueRecord {
  const gone = logged({ ...league, state: 'cancelled', cancelReason: reason }, doing, '取消', reason);
  return league.state === 'draft' ? gone : withTelling(gone, { kind: 'league-cancelled', at: doing.at, reason });
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * What of a change breaks a promise to those who have entered. Entries at most, and the deadline, may still be less as
 * long as they hold everybody who is there, and have not passed; who plays whom follows from the format once it is drawn.
 */
export function editIssues({ state, plan: before, count }: LeagueRecord, plan: LeaguePlan, now: Instant): Issue[] {
  if (state === 'draft') return [];
  const drawn = state === 'drawn';
  const findings: [string, string, boolean][] = [
    ['discipline', 'stays once it is published', plan.discipline !== before.discipline],
    ['regions', 'stay once it is published', !same(plan.format.regions, before.format.regions)],
    ['opensAt', 'stays once entries are open', before.opensAt <= now && plan.opensAt !== before.opensAt],
    ['most', `${count} have entered`, plan.most < count],
    ['lockAt', 'is over', !drawn && before.lockAt > now && plan.lockAt <= now],
    ['lockAt', 'stays once it is drawn', drawn && plan.lockAt !== before.lockAt],
    ['most', 'stays once it is drawn', drawn && plan.most !== before.most],
    ['format', 'stays once it is drawn', drawn && !same(plan.format, before.format)],
    ['courts', 'a court with matches stays', drawn && lostCourt(before, plan)],
  ];
  return findings.flatMap(([path, message, wrong]) => (wrong ? [{ path, message }] : []));
}

/** Where matches are placed their court is named by its id; whether they still fit its openings is for the schedule. */
function lostCourt(before: LeaguePlan, plan: LeaguePlan): boolean {
  return before.courts.some(({ id }) => !plan.courts.some((court) => court.id === id));
}
