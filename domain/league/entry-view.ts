import type { EntryCard, EntryDetail, Player } from '../../types/contract';
import type { EnterpriseId, Instant, MemberId } from '../../types/vocabulary';
import { missing, rosterLimits } from './entry';
import { lockOf } from './entry-record';
import { byTime, fixtureViews, isOf, type Viewer } from './fixture-view';
import type { EntryRecord, LeagueRecord } from './league-record';
import { disciplineOfLeague } from './league-state';

type Around = Pick<LeagueRecord, 'plan' | 'version' | 'placings'>;

/** An entry as everybody sees it: of its players nothing but how many they are. */
export function entryCard(entry: EntryRecord, league: Around, { mine, follows }: Viewer): EntryCard {
  const { _id, name, enterpriseName, region, members, withdrawnAt } = entry;
  const place = league.placings?.[_id];
  return {
    ...{ id: _id, name, players: members.length, missing: missing(entry, disciplineOfLeague(league).entry) },
    ...(enterpriseName !== undefined && { enterpriseName }),
    ...(region !== undefined && { region }),
    ...(withdrawnAt !== undefined && { withdrawn: true as const }),
    ...(_id === mine && { mine: true as const }),
    ...(follows.includes(_id) && { followed: true as const }),
    ...(place && { place }),
  };
}

/** Somebody of a roster; who has left the union is not there any more. */
export interface Named {
  name: string;
  enterpriseId: EnterpriseId;
}

export interface Roll {
  people: ReadonlyMap<MemberId, Named>;
  enterprises: ReadonlyMap<EnterpriseId, string>;
}

/** Those who play first, then the substitutes; the captain ahead, then by when they came. */
export function rosterView({ roster, captain }: EntryRecord, { people, enterprises }: Roll, me?: MemberId): Player[] {
  const rank = ([id, { substitute }]: [MemberId, { substitute: boolean }]) => (id === captain ? 0 : substitute ? 2 : 1);
  return Object.entries(roster)
    .sort((a, b) => rank(a) - rank(b) || a[1].joinedAt - b[1].joinedAt || (a[0] < b[0] ? -1 : 1))
    .map(([memberId, place]) => {
      const { name = '', enterpriseId = place.enterpriseId ?? '' } = people.get(memberId) ?? {};
      return {
        ...{ memberId, name, enterpriseName: enterprises.get(enterpriseId) ?? '' },
        ...(memberId === captain && { captain: true as const }),
        ...(place.substitute && { substitute: true as const }),
        ...(memberId === me && { mine: true as const }),
      };
    });
}

/** Who looks at an entry, and what they may see of it. */
export interface Onlooker extends Viewer {
  memberId?: MemberId | undefined;
  /** Organizers, and referees of the league. */
  staff: boolean;
}

/** Rosters are for those in it, organizers and referees; the invite is for those in it. */
export function entryDetail(
  entry: EntryRecord,
  league: LeagueRecord,
  roll: Roll,
  { memberId, staff, ...viewer }: Onlooker,
  now: Instant,
): EntryDetail {
  const { _id, invite } = entry;
  const inside = memberId !== undefined && entry.roster[memberId] !== undefined;
  const lockAt = lockOf(league, now);
  const joinable = league.state === 'open' && now < lockAt && entry.withdrawnAt === undefined;
  const drawn = league.entrants[_id] !== undefined;
  const fixtures = drawn ? fixtureViews(league, viewer).filter((each) => isOf(each, new Set([_id]))) : [];
  return {
    ...entryCard(entry, league, viewer),
    leagueId: league._id,
    ...((inside || staff) && { roster: rosterView(entry, roll, memberId) }),
    limits: rosterLimits(disciplineOfLeague(league).entry),
    ...(inside && joinable && { invite }),
    captain: inside && entry.captain === memberId,
    lockAt: league.plan.lockAt,
    fixtures: fixtures.sort(byTime),
    now,
  };
}
