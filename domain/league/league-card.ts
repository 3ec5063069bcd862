import type { LeagueCard, LeaguePhase, ManagedLeagueCard } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import type { LeagueRecord } from './league-record';
import { leagueSpan } from './league-state';

/** What of a league lists need; its matches are many. */
export type ListedLeague = Pick<LeagueRecord, '_id' | 'state' | 'plan' | 'count' | 'endKey' | 'champion'>;
export const LISTED = { state: true, plan: true, count: true, endKey: true, champion: true };

/** Where it stands for a worker. Nobody but organizers sees a draft. */
export function phaseOf({ state, plan }: Pick<LeagueRecord, 'state' | 'plan'>, now: Instant): LeaguePhase {
  switch (state) {
    case 'draft':
      return 'soon';
    case 'open':
      if (now < plan.opensAt) return 'soon';
      return now < plan.lockAt ? 'open' : 'locked';
    case 'drawn':
      return 'playing';
    case 'finished':
    case 'cancelled':
      return state;
    default:
      return state satisfies never;
  }
}

export function leagueCard(league: ListedLeague, now: Instant): LeagueCard {
  const { _id, plan, count, champion } = league;
  const { title, tagline, brand, discipline, opensAt, lockAt, venue, most } = plan;
  return {
    ...{ id: _id, title, tagline, brand, discipline, opensAt, lockAt, most },
    ...{ phase: phaseOf(league, now), ...leagueSpan(plan), venueName: venue.name, entries: count },
    ...(champion !== undefined && { champion }),
  };
}

export function managedCard({ _id, state, plan, count }: ListedLeague): ManagedLeagueCard {
  const { title, brand, discipline } = plan;
  return { id: _id, title, brand, discipline, state, ...leagueSpan(plan), entries: count };
}
