import type { BoardShard } from '../../domain/reading/board';
import { type ChallengeRecord, endKeyOf } from '../../domain/reading/challenge-record';
import type { CheckInRecord } from '../../domain/reading/check-in-record';
import { PROFILE_V, type ProfileRecord } from '../../domain/reading/profile';
import { type ReaderRecord, readerId } from '../../domain/reading/reader';
import type {
  Answer,
  ChallengePlan,
  ChallengeState,
  CheckedIn,
  NewCheckIn,
  ReadingContract,
  SeenAs,
} from '../../types/contract';
import type { Called, RunningCloud } from './cloud';
import { accepted } from './organizing';
import { requestIds } from './request-ids';
import { addMembers, advance, documents, insert, memberOf, runSweep } from './town';

export const requestId = requestIds(31);

/** Calls an operation of reading; typed by the contract. */
export function ask<O extends keyof ReadingContract & string>(
  cloud: RunningCloud,
  op: O,
  input: object,
  openid: string,
  id = requestId(),
): Promise<Called<Answer<ReadingContract[O]>>> {
  return cloud.call('reading', op, input, { openid, requestId: id });
}

/** Thirty days around `NOON`, half an hour a day. */
export function planOf(changes: Partial<ChallengePlan> = {}): ChallengePlan {
  return {
    ...{ title: '冬日共读', tagline: '每天半小时', description: ['和同事一起读书。'] },
    ...{ startsOn: '2026-11-10', endsOn: '2026-12-09', rule: { kind: 'minutes', least: 30 } },
    ...{ entry: 'personal', rewards: ['读满三十天有书签'] },
    ...changes,
  };
}

/** As publishing would have made it. */
export async function addChallenge(
  cloud: RunningCloud,
  _id: string,
  changes: Partial<ChallengePlan> = {},
  state: ChallengeState = 'published',
): Promise<string> {
  const plan = planOf(changes);
  const changed = { by: '', at: 0 };
  const record: ChallengeRecord = {
    ...{ _id, v: 1, rev: 1, plan, state, endKey: endKeyOf(plan, _id), changed, requests: [] },
  };
  await insert(cloud, 'challenges', [record]);
  return _id;
}

/** Members, as others are to see them. */
export async function addPeople(
  cloud: RunningCloud,
  people: readonly string[],
  seenAs: SeenAs = 'name',
  enterpriseId = 'e1',
): Promise<void> {
  const members = people.map((openid) => memberOf(openid, { enterpriseId }));
  await addMembers(cloud, members);
  const profiles = members.map(({ _id }): ProfileRecord => ({ _id, v: PROFILE_V, rev: 1, seenAs, requests: [] }));
  await insert(cloud, 'profiles', profiles);
}

export async function joined(cloud: RunningCloud, openid: string, challengeId: string) {
  return accepted((await ask(cloud, 'join', { challengeId }, openid)).answer);
}

/** Half an hour with a book, and nothing for others. */
export function reading(challengeId: string, changes: Partial<NewCheckIn> = {}): NewCheckIn {
  return { challengeId, minutes: 30, pages: 0, note: '', shared: false, photos: [], ...changes };
}

export async function checkedIn(
  cloud: RunningCloud,
  openid: string,
  challengeId: string,
  changes: Partial<NewCheckIn> = {},
): Promise<CheckedIn> {
  return accepted((await ask(cloud, 'checkIn', reading(challengeId, changes), openid)).answer);
}

export async function readerNow(cloud: RunningCloud, openid: string, challengeId: string): Promise<ReaderRecord> {
  const id = readerId(challengeId, memberOf(openid)._id);
  const reader = (await documents<ReaderRecord>(cloud, 'readers')).find(({ _id }) => _id === id);
  if (!reader) throw new Error(`no reader ${id}`);
  return reader;
}

export async function wordsNow(cloud: RunningCloud, id: string): Promise<CheckInRecord | undefined> {
  return (await documents<CheckInRecord>(cloud, 'checkIns')).find(({ _id }) => _id === id);
}

export async function shardsOf(cloud: RunningCloud, of: string): Promise<BoardShard[]> {
  return (await documents<BoardShard>(cloud, 'boards')).filter((shard) => shard.of === of);
}

/** The first page of a board, as that one sees it. */
export async function boardNow(cloud: RunningCloud, challengeId: string, openid: string, changes: object = {}) {
  const input = { challengeId, of: 'people', span: 'whole', when: 'now', from: 0, ...changes };
  return accepted((await ask(cloud, 'board', input, openid)).answer);
}

/** The sweeps of reading, when whatever was under way is certainly over. */
export async function sweepReading(cloud: RunningCloud): Promise<void> {
  for (let run = 0; run < 2; run++) {
    await advance(cloud, 65_000);
    for (const name of ['sweepCheckIns', 'sweepReaders', 'sweepTeams', 'moderate'])
      await runSweep(cloud, name, 'reading');
    await runSweep(cloud, 'sweepAccounts', 'points');
  }
}
