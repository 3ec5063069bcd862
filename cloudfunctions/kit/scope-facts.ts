import type { ActivityRecord } from '../../domain/activity/activity';
import type { ShopRecord } from '../../domain/benefit/benefit';
import type { LeagueRecord } from '../../domain/league/league-record';
import { leagueSpan } from '../../domain/league/league-state';
import type { EnterpriseRecord } from '../../domain/member/member';
import { type ScopeFacts, scopeKey } from '../../domain/permission/grant-invite';
import type { NamedScope } from '../../types/contract';
import type { Scope } from '../../types/vocabulary';
import { byManyIds } from './documents';

/** What scopes are about, by `scopeKey`. */
export type FactsByScope = Map<string, ScopeFacts>;

type Activity = Pick<ActivityRecord, '_id' | 'title' | 'endsAt' | 'state'>;
type League = Pick<LeagueRecord, '_id' | 'state'> & {
  plan: Pick<LeagueRecord['plan'], 'title' | 'courts' | 'opensAt'>;
};
type Named = Pick<EnterpriseRecord, '_id' | 'name'>;

const LEAGUE = { state: true, 'plan.title': true, 'plan.courts': true, 'plan.opensAt': true };

function ofLeague({ state, plan }: League): ScopeFacts {
  const { courts } = plan;
  const ends = courts.length > 0 && { endsAt: leagueSpan(plan).endsAt };
  return {
    name: plan.title,
    league: true,
    ...ends,
    ...((state === 'cancelled' || state === 'finished') && { gone: true }),
  };
}

/** A referee's scope names an activity or a league: what is no activity is looked for among leagues, by one call more. */
async function ofActivities(ids: readonly string[]): Promise<FactsByScope> {
  const activities = await byManyIds<Activity>('activities', ids, { title: true, endsAt: true, state: true });
  const others = ids.filter((id) => !activities.has(id));
  const leagues = await byManyIds<League>('leagues', others, LEAGUE);
  const facts: FactsByScope = new Map();
  for (const { _id, title, endsAt, state } of activities.values())
    facts.set(`activity:${_id}`, { name: title, endsAt, ...(state === 'cancelled' && { gone: true }) });
  for (const league of leagues.values()) facts.set(`activity:${league._id}`, ofLeague(league));
  return facts;
}

async function ofNamed(collection: 'enterprises' | 'shops', kind: 'enterprise' | 'shop', ids: readonly string[]) {
  const named = await byManyIds<Named | Pick<ShopRecord, '_id' | 'name'>>(collection, ids, { name: true });
  return new Map([...named.values()].map(({ _id, name }): [string, ScopeFacts] => [`${kind}:${_id}`, { name }]));
}

/** One call for each kind of scope that is among them; what is gone is missing. */
export async function scopeFacts(scopes: readonly Scope[]): Promise<FactsByScope> {
  const idsOf = (kind: Scope['kind']): string[] => [
    ...new Set(scopes.flatMap((scope) => (scope.kind === kind && scope.kind !== 'all' ? [scope.id] : []))),
  ];
  const found = await Promise.all([
    ofActivities(idsOf('activity')),
    ofNamed('enterprises', 'enterprise', idsOf('enterprise')),
    ofNamed('shops', 'shop', idsOf('shop')),
  ]);
  return new Map(found.flatMap((facts) => [...facts]));
}

/** The scope with the name of what it is about; what is gone has none. */
export function namedScope(scope: Scope, facts: FactsByScope): NamedScope {
  const { name = '', league } = facts.get(scopeKey(scope)) ?? {};
  return { ...scope, name, ...(league && { league }) };
}
