import type { LeaguePlan } from '../../types/contract';
import { runSweep } from '../support/town';
import { holds, isRecord } from './expect';
import type { Stage } from './journey';
import { idOf, matchesOf, namesOf } from './leagues';

const HOUR = 3_600_000;

/** By the cloud's clock, which journeys move. */
async function timeThere(stage: Stage): Promise<number> {
  const page = await stage.ask('demo-organizer', 'league.leagues', {});
  holds(isRecord(page) && typeof page.now === 'number', 'an answer says when it was');
  return page.now;
}

/** A table-tennis knockout, open now and played on two tables tomorrow. */
function knockoutPlan(title: string, now: number): LeaguePlan {
  const openings = [{ startsAt: now + 24 * HOUR, endsAt: now + 30 * HOUR }];
  return {
    ...{ title, tagline: '', brand: 'vital', description: ['下了班来打。'], discipline: 'table-tennis-singles' },
    venue: { name: '职工活动中心球馆', address: '春和街 18 号一层', latitude: 39.684, longitude: 116.327 },
    ...{ opensAt: now - HOUR, lockAt: now + 12 * HOUR, most: 8, rest: 5, answer: 600 },
    format: { first: { kind: 'knockout', bestOf: 3, minutes: 20, placeThree: false } },
    courts: [
      { id: 'c1', name: '1 号台', openings },
      { id: 'c2', name: '2 号台', openings },
    ],
  };
}

/** Has the organizer publish such a league, those people enter, and draws it; gives its id. */
export async function drawnLeague(stage: Stage, title: string, people: readonly string[]): Promise<string> {
  const plan = knockoutPlan(title, await timeThere(stage));
  const made = await stage.ask('demo-organizer', 'league.createLeague', { plan });
  holds(isRecord(made), 'a new league has an id');
  const leagueId = idOf(made);
  await stage.ask('demo-organizer', 'league.publishLeague', { leagueId });
  for (const openid of people) await stage.ask(openid, 'league.enter', { leagueId });
  await stage.ask('demo-organizer', 'league.draw', { leagueId, seeds: [] });
  return leagueId;
}

/** A match that the first, or the other side has won by 11:6 and 11:8. */
export const wonBy = (side: 0 | 1) => ({
  kind: 'played' as const,
  score: {
    kind: 'games' as const,
    games:
      side === 0 ? ([[11, 6] as const, [11, 8] as const] as const) : ([[6, 11] as const, [8, 11] as const] as const),
  },
});

/** Matches of a round, each with who meets in it. */
export async function roundOf(stage: Stage, leagueId: string, round: number) {
  const all = await matchesOf(stage, leagueId, 'demo-organizer');
  return all.filter((match) => match.round === round).map((match) => ({ id: idOf(match), names: namesOf(match) }));
}

/** The name under which somebody is known. */
export async function nameOf(stage: Stage, openid: string): Promise<string> {
  const me = await stage.ask(openid, 'member.me', {});
  holds(isRecord(me) && typeof me.name === 'string', 'a member has a name');
  return me.name;
}

/** What the timers do for a league that is over. */
export async function leagueIsSwept(stage: Stage): Promise<void> {
  for (let run = 0; run < 2; run++) {
    await stage.cloud.api('POST', 'clock', { advanceMs: 65_000 });
    await runSweep(stage.cloud, 'sweepLeagues', 'league');
    await runSweep(stage.cloud, 'award', 'points');
    await runSweep(stage.cloud, 'sweepAccounts', 'points');
  }
}
