import { CHECK_IN_V, type CheckInRecord } from '../../domain/reading/check-in-record';
import { type CommentRecord, newComment } from '../../domain/reading/comment';
import { moderated } from '../../domain/reading/moderated';
import { after, draft, type Moderation } from '../../domain/reading/moderation';
import { PROFILE_V } from '../../domain/reading/profile';
import type { NamedTeam } from '../../domain/reading/team-name';
import { dayOf, timeKey } from '../../domain/time/shanghai';
import type { Answer, NoteState, ReadingContract, SeenAs } from '../../types/contract';
import type { Called, RunningCloud } from './cloud';
import { DAY, NOON } from './plans';
import { requestIds } from './request-ids';
import { addMembers, documents, insert, memberOf } from './town';

export const requestId = requestIds(17);

/** Calls an operation of reading; typed by the contract. */
export function atReading<O extends keyof ReadingContract & string>(
  cloud: RunningCloud,
  op: O,
  input: object,
  openid: string,
  id = requestId(),
): Promise<Called<Answer<ReadingContract[O]>>> {
  return cloud.call('reading', op, input, { openid, requestId: id });
}

/** Members who chose how others see them, `小王` and so on being names of the test's own. */
export async function addReaders(cloud: RunningCloud, people: readonly string[], seenAs: SeenAs = 'name') {
  const members = people.map((openid) => memberOf(openid));
  await addMembers(cloud, members);
  const profiles = members.map(({ _id }) => ({ _id, v: PROFILE_V, rev: 1, seenAs, books: [], requests: [] }));
  await insert(cloud, 'profiles', profiles);
}

const MANY = { state: 'pending', text: 1, photos: false, tries: 0 } as const;

/** The moderation of a first wording in that state. */
export function moderationIn(state: NoteState, at = NOON): Moderation {
  if (state === 'draft') return draft();
  return { ...MANY, state, ...(state === 'pending' && { dueAt: at }) };
}

export interface NoteChanges extends Partial<Omit<CheckInRecord, 'moderation'>> {
  moderation?: Moderation;
}

/** A check-in that counts, as it is stored; in that state its words are. */
export function noteOf(openid: string, _id: string, { moderation, ...changes }: NoteChanges = {}): CheckInRecord {
  const at = changes.at ?? NOON - DAY;
  const { _id: memberId, name, enterpriseId } = memberOf(openid);
  const record: CheckInRecord = {
    ...{ _id, v: CHECK_IN_V, rev: 1, challengeId: 'c1', memberId, enterpriseId, day: dayOf(at), at },
    ...{ madeKey: timeKey(at, _id), minutes: 30, pages: 12, note: `读了一章 ${_id}`, photos: [], shared: true },
    ...{ author: name, enterpriseName: '药谷第一制药', moderation: draft(), reports: [] },
    ...{ likedBy: {}, likes: 0, said: {}, comments: 0, requests: [] },
    ...changes,
  };
  return moderated(record, moderation ?? moderationIn('passed'), at);
}

export async function insertNotes(cloud: RunningCloud, ...notes: CheckInRecord[]): Promise<void> {
  await insert(cloud, 'checkIns', notes);
}

/** A note that passed, its id given back. */
export async function passedNote(cloud: RunningCloud, openid: string, _id: string, changes: NoteChanges = {}) {
  await insertNotes(cloud, noteOf(openid, _id, changes));
  return _id;
}

/** A comment as it is stored while nobody has looked at it, or in the state that is given. */
export function commentOf(openid: string, noteId: string, _id: string, moderation?: Moderation): CommentRecord {
  const { _id: memberId, name: author } = memberOf(openid);
  const said = { _id, noteId, memberId, author, enterpriseName: '药谷第一制药', text: `说得好 ${_id}`, at: NOON };
  const comment = newComment(said, { id: `q-${_id}`, digest: 'd' });
  if (!moderation) return comment;
  const { tellAt: _told, ...next } = moderated(comment, moderation, NOON);
  return next;
}

/** Comments that passed, and the note that counts them. */
export async function insertSaid(cloud: RunningCloud, note: CheckInRecord, comments: CommentRecord[]): Promise<void> {
  const said = comments.filter(({ feedKey }) => feedKey !== undefined).map(({ _id }) => [_id, true as const]);
  await insertNotes(cloud, { ...note, said: Object.fromEntries(said), comments: said.length });
  await insert(cloud, 'comments', comments);
}

export function teamOf(captain: string, _id: string, name: string, at = NOON): NamedTeam {
  const moderation = after(draft(), { kind: 'submitted', photos: false }, at) ?? draft();
  const team = { _id, rev: 1, name, captain: memberOf(captain)._id, at, moderation };
  const rest = { invite: `i-${_id}`, members: {}, requests: [] };
  return { ...team, ...rest, ...(moderation.dueAt !== undefined && { checkAt: moderation.dueAt }) };
}

/** The document of that id; throws where there is none. */
export async function stored<T extends { _id: string }>(cloud: RunningCloud, name: string, id: string): Promise<T> {
  const found = (await documents<T>(cloud, name)).find(({ _id }) => _id === id);
  if (!found) throw new Error(`no ${id} in ${name}`);
  return found;
}

export const noteNow = (cloud: RunningCloud, id: string) => stored<CheckInRecord>(cloud, 'checkIns', id);
export const commentNow = (cloud: RunningCloud, id: string) => stored<CommentRecord>(cloud, 'comments', id);

export interface ModerateRun {
  failed?: string;
  result?: { ok: boolean; value: { found: number; done: number; skipped?: true } };
  meter: { dbCalls: number; wireCalls: number };
}

/** A run of the sweep that has content security look, with what it cost and what came of it. */
export async function moderate(cloud: RunningCloud): Promise<ModerateRun> {
  return (await cloud.api('POST', 'timers/run', { function: 'reading', name: 'moderate' })) as ModerateRun;
}

/** What content security says from now on; `undefined` again of everything that it is fine. */
export async function contentSays(cloud: RunningCloud, outcome?: object, times?: number): Promise<void> {
  await cloud.api('POST', 'openapi/settings', {
    ...{ api: 'security.msgSecCheck', outcome: outcome ?? null },
    ...(times !== undefined && { times }),
  });
}

export interface Checked {
  at: string;
  input: { openid: string; content: string; scene: number; version: number };
  outcome: { errcode: number };
}

/** What it was asked, the latest first: the last thousand. */
export async function checksMade(cloud: RunningCloud): Promise<Checked[]> {
  const records = (await cloud.api('GET', 'openapi')) as (Checked & { api: string })[];
  return records.filter(({ api }) => api === 'security.msgSecCheck');
}

/** Somebody is seen in the mini-program now. */
export async function visit(cloud: RunningCloud, openid: string): Promise<void> {
  await cloud.call('message', 'unread', {}, { openid });
}
