import type { ChallengeRecord } from '../../domain/reading/challenge-record';
import { termsOf } from '../../domain/reading/challenge-record';
import { type ReaderRecord, readerId } from '../../domain/reading/reader';
import { amountIn, boardId } from '../../domain/reading/score';
import { credited, type Joining, type TeamContext, type TeamRecord, withdrawn } from '../../domain/reading/team';
import { teamOwn } from '../../domain/reading/team-view';
import { type AcceptedRequest, remember } from '../../domain/request/remembered';
import { dayOf } from '../../domain/time/shanghai';
import { ABANDONED_MS } from '../../types/limits';
import type { ChallengeId, Instant, MemberId, TeamId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, byIds, changeIf, difference } from '../kit/documents';
import { Busy } from '../kit/transaction';
import { tell } from './boards';
import { knownChallenge } from './known-challenge';

export const TRIES = 8;

export const noTeam = { ok: false, refusal: 'NOT_FOUND', detail: { what: 'team' } } as const;

export const teamOf = (teamId: TeamId): Promise<TeamRecord | undefined> => byId<TeamRecord>('teams', teamId);

/** The refusal for who is in another team of that challenge. */
export async function inATeam(teamId: TeamId) {
  const { name = '' } = (await byId<TeamRecord>('teams', teamId, { name: true })) ?? {};
  return { ok: false, refusal: 'IN_A_TEAM', detail: { name } } as const;
}

export function contextOfTeam({ plan: { goal } }: ChallengeRecord, now: Instant): TeamContext {
  return { today: dayOf(now), ...(goal !== undefined && { goal }) };
}

/** What a reader brings to their team: all that they have in the challenge. */
export function seatOf(reader: ReaderRecord, challenge: ChallengeRecord): Joining {
  const { memberId, rev, name } = reader;
  const terms = termsOf(challenge);
  const amount = amountIn(reader, terms, { from: terms.startsOn, to: terms.endsOn });
  return { memberId, rev, ...amount, ...(name !== undefined && { name }) };
}

/**
 * Writes the team over the one that was read; `undefined` where somebody was faster. A sweep looks at it when this call
 * is certainly over; later than was said already where `late`, since what was begun meanwhile is no older than this.
 */
export async function changeTeam(
  before: TeamRecord,
  next: TeamRecord,
  now: Instant,
  late = true,
): Promise<TeamRecord | undefined> {
  const soon = now + ABANDONED_MS;
  const written = { ...next, rev: before.rev + 1, dueAt: late ? soon : (before.dueAt ?? soon) };
  const done = await changeIf('teams', before._id, { rev: before.rev }, difference(before, written));
  return done ? written : undefined;
}

/** Teams are ranked over the whole alone. It may be told again, and in any order: the later document wins. */
export function tellTeam(team: TeamRecord): Promise<boolean> {
  const of = teamsBoard(team.challengeId);
  return tell(team._id, [{ of, next: teamOwn(team), changed: false }]);
}

export function teamsBoard(challengeId: ChallengeId): string {
  return `${boardId(challengeId, { name: 'whole' })}.teams`;
}

/**
 * The reader's own word that they are in that team, given after they have a seat there. So whose document names a team has
 * a seat in it, and a seat without that is nobody's. `false` where the reader changed since they were read.
 */
export function bind(reader: ReaderRecord, teamId: TeamId, request: AcceptedRequest): Promise<boolean> {
  const requests = _.set(remember(reader.requests, request));
  return changeIf('readers', reader._id, { rev: reader.rev }, { rev: reader.rev + 1, teamId, requests });
}

/** The readers' documents of those who have a seat. */
export async function readersOf({ challengeId, members }: TeamRecord): Promise<Map<MemberId, ReaderRecord>> {
  const ids = Object.keys(members).map((memberId) => readerId(challengeId, memberId));
  const readers = await byIds<ReaderRecord>('readers', ids);
  return new Map(readers.map((reader) => [reader.memberId, reader]));
}

function without(team: TeamRecord, memberId: MemberId): TeamRecord {
  const change = withdrawn(team, memberId);
  if (change.kind === 'end') {
    // Nobody needs to look at the name of a team that has ended.
    const { checkAt: _check, queueKey: _queue, ...rest } = team;
    return { ...rest, members: {} };
  }
  return change.kind === 'change' ? change.team : team;
}

/**
 * A call that gave one of these a seat may still be on its way to have them say so: it is decided by the reader that it
 * read, so raising that one's number makes it look again.
 */
async function halted(strays: readonly MemberId[], readers: Map<MemberId, ReaderRecord>): Promise<boolean> {
  for (const memberId of strays) {
    const reader = readers.get(memberId);
    if (!reader) continue;
    if (!(await changeIf('readers', reader._id, { rev: reader.rev }, { rev: reader.rev + 1 }))) return false;
  }
  return true;
}

export interface Settled {
  team: TeamRecord;
  /** Of its members, as they were read. */
  readers: Map<MemberId, ReaderRecord>;
}

/** Takes away the seats that are nobody's; `undefined` where there is no such team. */
export async function settleTeam(teamId: TeamId, now: Instant): Promise<Settled | undefined> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const team = await teamOf(teamId);
    if (!team) return undefined;
    const readers = await readersOf(team);
    const strays = Object.keys(team.members).filter((memberId) => readers.get(memberId)?.teamId !== teamId);
    if (strays.length === 0) return { team, readers };
    if (!(await halted(strays, readers))) continue;
    const next = await changeTeam(team, strays.reduce(without, team), now);
    if (next) return { team: next, readers };
  }
  throw new Busy('the team kept changing');
}

/**
 * Tells the team of its member's days, and the board of the team's; again, or late, it changes nothing. `false` where
 * others changed it all the time; a sweep tells it again.
 */
export async function creditTeam(reader: ReaderRecord, now: Instant): Promise<boolean> {
  const { teamId, challengeId } = reader;
  if (teamId === undefined) return true;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const [team, challenge] = await Promise.all([teamOf(teamId), knownChallenge(challengeId)]);
    if (!team || !challenge) return true;
    const change = credited(team, seatOf(reader, challenge), contextOfTeam(challenge, now));
    if (change.kind === 'known') return true;
    const next = await changeTeam(team, change.team, now, false);
    // The team is due: where its board was busy a sweep tells it.
    if (next) return tellTeam(next).then(() => true);
  }
  return false;
}
