import { drawn } from '../../domain/league/drawing';
import type { EntryRecord, LeagueRecord } from '../../domain/league/league-record';
import { resolved } from '../../domain/league/league-state';
import { pairOf, spokenOf, withResult } from '../../domain/league/match-decisions';
import { ruled } from '../../domain/league/result';
import type { LeaguePlan, Outcome } from '../../types/contract';
import { leaguePlan } from './drawn-league';
import { NOON } from './plans';

export const DOING = { by: '' as const, at: NOON, request: { id: 'r', digest: 'd' } };

function entry(at: number): EntryRecord {
  const _id = `e${at}`;
  const members = Array.from({ length: 5 }, (_, player) => `${_id}p${player}`);
  const place = { joinedAt: 0, substitute: false, enterpriseId: `u${at}` };
  return {
    ...{ _id, id: _id, v: 1, rev: 1, leagueId: 'l', name: `第${at}队`, captain: members[0] ?? '', members },
    ...{
      roster: Object.fromEntries(members.map((id) => [id, place])),
      nameKey: _id,
      key: _id,
      invite: _id,
      requests: [],
    },
  };
}

export const entriesOf = (count: number): EntryRecord[] => Array.from({ length: count }, (_, at) => entry(at + 1));

/** A league of so many teams `e1`, `e2` … that has just been drawn. */
export function drawnRecord(count: number, changes: Partial<LeaguePlan> = {}): LeagueRecord {
  const open: LeagueRecord = {
    ...{ _id: 'l', v: 1, rev: 1, state: 'open', plan: leaguePlan(changes), version: 1, endKey: '', count, claims: {} },
    ...{ draws: [], stages: [], entrants: {}, lots: {}, matches: {}, referees: {}, log: [], requests: [] },
  };
  const drawing = drawn(open, entriesOf(count), { seeds: [], seed: 'seed' }, DOING);
  if (drawing.kind !== 'change') throw new Error(drawing.refusal);
  return drawing.league;
}

/** The league after a referee's word. */
export function entered(league: LeagueRecord, id: string, outcome: Outcome): LeagueRecord {
  const spoken = spokenOf(league, resolved(league), id, NOON);
  if (!spoken) throw new Error(`no ${id}`);
  const judged = ruled(spoken.record.result, outcome, spoken.context);
  if (judged.kind !== 'change') throw new Error(judged.refusal);
  return withResult(league, spoken, judged.result, { now: NOON, request: DOING.request });
}

/** The two that meet in it. */
export function pairIn(league: LeagueRecord, id: string): readonly [string, string] {
  const at = resolved(league).fixtures.get(id);
  const pair = at && pairOf(at);
  if (!pair) throw new Error(`nobody meets in ${id}`);
  return pair;
}
