import type { BoardShard, Own } from '../../domain/reading/board';
import { type ReaderRecord, readerId } from '../../domain/reading/reader';
import type { TeamRecord } from '../../domain/reading/team';
import type { NewCheckIn, TeamView } from '../../types/contract';
import type { TeamId } from '../../types/vocabulary';
import { atReading } from './challenges';
import type { RunningCloud } from './cloud';
import { accepted } from './organizing';
import { addMembers, documents, insert, memberOf, runSweep } from './town';

/** Members who are seen by their full names. */
export async function addSeen(cloud: RunningCloud, openids: readonly string[], enterpriseId = 'e1'): Promise<void> {
  const members = openids.map((openid) => memberOf(openid, { enterpriseId }));
  await addMembers(cloud, members);
  const profiles = members.map(({ _id }) => ({ _id, v: 1, rev: 1, seenAs: 'name', requests: [] }));
  await insert(cloud, 'profiles', profiles);
}

/** Members who have joined that challenge. */
export async function addReaders(cloud: RunningCloud, challengeId: string, openids: readonly string[]): Promise<void> {
  await addSeen(cloud, openids);
  for (const openid of openids) accepted((await atReading(cloud, 'join', { challengeId }, openid)).answer);
}

export function checkingIn(challengeId: string, changes: Partial<NewCheckIn> = {}): NewCheckIn {
  return { challengeId, minutes: 30, pages: 0, note: '', shared: false, photos: [], ...changes };
}

/** Half an hour with a book. */
export async function read(cloud: RunningCloud, challengeId: string, openid: string): Promise<void> {
  accepted((await atReading(cloud, 'checkIn', checkingIn(challengeId), openid)).answer);
}

export async function teamBy(
  cloud: RunningCloud,
  challengeId: string,
  openid: string,
  name = '三楼读书会',
): Promise<TeamView & { invite: string }> {
  const team = accepted((await atReading(cloud, 'createTeam', { challengeId, name }, openid)).answer);
  const { invite = '' } = team;
  return { ...team, invite };
}

export const joinTeam = async (cloud: RunningCloud, invite: string, openid: string) =>
  (await atReading(cloud, 'joinTeam', { invite }, openid)).answer;

export async function teamNow(cloud: RunningCloud, id: TeamId): Promise<TeamRecord> {
  const team = (await documents<TeamRecord>(cloud, 'teams')).find(({ _id }) => _id === id);
  if (!team) throw new Error(`no team ${id}`);
  return team;
}

export async function readerNow(cloud: RunningCloud, challengeId: string, openid: string): Promise<ReaderRecord> {
  const id = readerId(challengeId, memberOf(openid)._id);
  const reader = (await documents<ReaderRecord>(cloud, 'readers')).find(({ _id }) => _id === id);
  if (!reader) throw new Error(`no reader ${id}`);
  return reader;
}

/** What the board of teams knows of one. */
export async function ownOf(cloud: RunningCloud, id: TeamId): Promise<Own | undefined> {
  const shards = await documents<BoardShard>(cloud, 'boards');
  return shards.find(({ of, own }) => of.endsWith('.teams') && own[id])?.own[id];
}

export const sweepTeams = (cloud: RunningCloud) => runSweep(cloud, 'sweepTeams', 'reading');

/** Its name is one that others may see. */
export async function passName(cloud: RunningCloud): Promise<void> {
  await runSweep(cloud, 'moderate', 'reading');
}
