import type { FixtureId, Instant } from '../../types/vocabulary';
import { type AcceptedRequest, remember } from '../request/remembered';
import type { LeagueRecord, LeagueTelling, MatchRecord } from './league-record';
import { asOf, disciplineOfLeague, matchOf, withMatch } from './league-state';
import type { Resolved, ResolvedFixture } from './resolve';
import type { ResultContext, ResultRecord } from './result';
import { MINUTE_MS } from './schedule/plan';
import type { Side } from './score';
import { withWalkovers } from './withdrawn';

/** A match as somebody finds it who has something to say of its result. */
export interface Spoken {
  fixture: ResolvedFixture;
  record: MatchRecord;
  context: ResultContext;
}

export function spokenOf(league: LeagueRecord, found: Resolved, id: FixtureId, now: Instant): Spoken | undefined {
  const fixture = found.fixtures.get(id);
  if (!fixture) return undefined;
  const { stage, bestOf } = fixture.fixture;
  const knockout = league.stages.find((each) => each.id === stage)?.kind === 'knockout';
  const context = {
    match: disciplineOfLeague(league).match,
    bestOf,
    knockout,
    now,
    answerMs: league.plan.answer * MINUTE_MS,
  };
  return { fixture, record: matchOf(league, id), context };
}

/** The entries that meet; `undefined` while that is not known, or nobody comes to one side. */
export function pairOf({ entries }: Pick<ResolvedFixture, 'entries'>): readonly [string, string] | undefined {
  const [one, other] = entries;
  return typeof one === 'string' && typeof other === 'string' ? [one, other] : undefined;
}

/** For which side somebody speaks who is captain of that entry. */
export function sideOf(pair: readonly [string, string], entry: string | undefined): Side | undefined {
  if (entry === undefined) return undefined;
  const at = pair.indexOf(entry);
  return at === 0 || at === 1 ? at : undefined;
}

/** How far before a match its players, and those who follow them, are reminded. */
export const REMINDER_MS = 30 * MINUTE_MS;

/** Nothing said of it yet: who plays it is still to come. */
const waits = ({ result: { state }, placement, remindedFor }: MatchRecord): boolean =>
  state === 'unplayed' && placement !== undefined && placement.startsAt !== remindedFor;

/** When a sweep should look at the league next, by what it holds; `undefined` where nothing is to come. */
export function dueOf(league: LeagueRecord): Instant | undefined {
  const { matches, tellings = [], awardsAfter, entriesDue, state, finishedAt = 0 } = league;
  const times: Instant[] = tellings.map(({ at }) => at);
  if (awardsAfter !== undefined) times.push(finishedAt);
  if (entriesDue !== undefined) times.push(entriesDue);
  if (state === 'drawn') {
    for (const key of Object.keys(matches)) {
      const match = matchOf(league, key);
      const { state: result, dueAt } = match.result;
      if (result === 'reported' && dueAt !== undefined) times.push(dueAt);
      if (waits(match) && match.placement) times.push(match.placement.startsAt - REMINDER_MS);
    }
  }
  return times.length === 0 ? undefined : Math.min(...times);
}

export function toBeReminded(league: LeagueRecord, fixture: FixtureId, now: Instant): boolean {
  const match = matchOf(league, fixture);
  const startsAt = match.placement?.startsAt ?? 0;
  return waits(match) && startsAt - REMINDER_MS <= now && now < startsAt;
}

/** What of an older telling is left to tell beside a newer one, since a match is told of as it stands then. */
function stillNews(older: LeagueTelling, newer: LeagueTelling): LeagueTelling[] {
  const answered = older.kind === 'match-reported' && newer.kind === 'match-decided';
  if (older.kind !== newer.kind && !answered) return [older];
  if (!('fixtures' in older) || !('fixtures' in newer)) return [];
  const fixtures = older.fixtures.filter((id) => !newer.fixtures.includes(id));
  return fixtures.length === 0 ? [] : [{ ...older, fixtures }];
}

/** With one more thing to tell. Of each match one of a kind waits at most, however long no sweep comes: none need be dropped. */
export function withTelling(league: LeagueRecord, telling: LeagueTelling): LeagueRecord {
  const { tellings = [] } = league;
  return { ...league, tellings: [...tellings.flatMap((older) => stillNews(older, telling)), telling] };
}

/** What of a result is news: a report that waits for an answer, and the word of who decides; two who agree know it. */
function news({ state }: ResultRecord, official: boolean): 'match-reported' | 'match-decided' | undefined {
  if (state === 'reported') return 'match-reported';
  return official ? 'match-decided' : undefined;
}

/** A league holds hundreds of matches: each remembers the last few requests that it has accepted. */
const SAID_MOST = 6;

/** The league after something was said of a match, with all that follows of itself. */
export function withResult(
  league: LeagueRecord,
  { fixture, record }: Spoken,
  result: ResultRecord,
  { now, request, official = false }: { now: Instant; request: AcceptedRequest; official?: boolean },
): LeagueRecord {
  const { id } = fixture.fixture;
  const pair = pairOf(fixture);
  const { entries: _entries, given: _given, ...rest } = record;
  const match: MatchRecord = {
    ...{ ...rest, result, requests: remember(record.requests, request).slice(-SAID_MOST) },
    ...(result.outcome && pair && { entries: pair }),
  };
  const kind = news(result, official);
  const next = withWalkovers(withMatch(league, id, match));
  return kind ? withTelling(next, { kind, at: now, fixtures: [id] }) : next;
}

/** The league as it is then, with the walkovers that follow, and due for what comes next. */
export function settledAt(league: LeagueRecord, now: Instant): LeagueRecord {
  return withWalkovers(asOf(league, now));
}

/** Until it is drawn it is due for what entries leave behind, and whoever makes these says when. */
export function whenDue(league: LeagueRecord): LeagueRecord {
  if (league.state === 'draft' || league.state === 'open') return league;
  const { dueAt: _due, ...rest } = league;
  const dueAt = dueOf(league);
  return { ...rest, ...(dueAt !== undefined && { dueAt }) };
}
