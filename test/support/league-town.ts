import type { EntryRecord, LeagueRecord, PlayerRecord } from '../../domain/league/league-record';
import type { EntryDetail, LeaguePlan } from '../../types/contract';
import type { RunningCloud } from './cloud';
import { atLeague, leaguePlan, requestId } from './drawn-league';
import { accepted } from './organizing';
import { addMembers, documents, insert, memberOf } from './town';

export { atLeague, leaguePlan, requestId };

/** As setting it up and publishing it make it; nobody has entered. */
export async function openLeague(cloud: RunningCloud, changes: Partial<LeaguePlan> = {}): Promise<string> {
  const plan = leaguePlan({ most: 24, ...changes });
  const { id } = accepted((await atLeague(cloud, 'createLeague', { plan })).answer);
  accepted((await atLeague(cloud, 'publishLeague', { leagueId: id })).answer);
  return id;
}

export async function addColleagues(cloud: RunningCloud, openids: readonly string[], enterpriseId = 'e1') {
  await addMembers(
    cloud,
    openids.map((openid) => memberOf(openid, { enterpriseId })),
  );
}

/** A team of a captain who is a member already, with the link that colleagues join by. */
export async function teamOf(cloud: RunningCloud, leagueId: string, captain: string, name: string) {
  const entry = accepted((await atLeague(cloud, 'enter', { leagueId, name }, captain)).answer);
  return { ...entry, invite: entry.invite ?? '' };
}

export const join = async (cloud: RunningCloud, invite: string, openid: string) =>
  (await atLeague(cloud, 'joinEntry', { invite }, openid)).answer;

export async function entryNow(cloud: RunningCloud, id: string): Promise<EntryRecord | undefined> {
  return (await documents<EntryRecord>(cloud, 'leagueEntries')).find(({ _id }) => _id === id);
}

export async function playerNow(cloud: RunningCloud, leagueId: string, openid: string) {
  const { _id: memberId } = memberOf(openid);
  const players = await documents<PlayerRecord>(cloud, 'players');
  return players.find((player) => player.leagueId === leagueId && player.memberId === memberId);
}

/** A claim whose call died before its entry was there. */
export async function abandonedClaim(cloud: RunningCloud, league: LeagueRecord, entryId: string, at: number) {
  await insert(cloud, 'leagues', [
    { ...league, count: league.count + 1, claims: { ...league.claims, [entryId]: at }, dueAt: at + 20_000 },
  ]);
}

export const seenBy = async (cloud: RunningCloud, leagueId: string, entryId: string, openid: string) =>
  accepted((await atLeague(cloud, 'entry', { leagueId, entryId }, openid)).answer) as EntryDetail;
