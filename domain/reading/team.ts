import type { ChallengeId, Day, Instant, MemberId, TeamId } from '../../types/vocabulary';
import type { AcceptedRequest } from '../request/remembered';
import { after, draft, type Moderation } from './moderation';
import type { Amount } from './score';

export const TEAM_LEAST = 3;
export const TEAM_MOST = 10;

/** What the team knows of one of its own: the reader's document of that `rev` said so. */
export interface TeamMember extends Amount {
  rev: number;
  joinedOn: Day;
  /** As others see them; absent: not at all. */
  name?: string;
}

/**
 * Colleagues whose days add up. Whoever leaves takes their days along, and whoever comes brings those that they have in
 * the challenge: a team is what its members are now.
 */
export interface TeamRecord {
  _id: TeamId;
  v: 1;
  rev: number;
  challengeId: ChallengeId;
  name: string;
  /** Of the name: others see it only when it passed. */
  moderation: Moderation;
  /** When it was made. */
  at: Instant;
  /** These two follow from the moderation, see `team-name.ts`. */
  checkAt?: Instant;
  queueKey?: string;
  /** What colleagues join with; see `invite.ts`. */
  invite: string;
  captain: MemberId;
  /** Whoever has a seat; it is theirs when their own document names the team. Empty: it has ended. */
  members: Record<MemberId, TeamMember>;
  /** When their days first reached the challenge's goal; it stays, whatever is taken back. */
  goalOn?: Day;
  /** When a sweep should hold its seats against the readers' documents, and tell the board. */
  dueAt?: Instant;
  requests: AcceptedRequest[];
}

type Refusal<R extends string, D> = { kind: 'refuse'; refusal: R; detail: D };
export type TeamChange = { kind: 'change'; team: TeamRecord };
type Known = { kind: 'known' };

const sizeOf = ({ members }: TeamRecord): number => Object.keys(members).length;

/** A team counts from three on: fewer are no team, and their sum would say who of them reads. */
export function isComplete(team: TeamRecord): boolean {
  return sizeOf(team) >= TEAM_LEAST;
}

export function teamTotal({ members }: Pick<TeamRecord, 'members'>): Amount {
  const total = { days: 0, minutes: 0 };
  for (const { days, minutes } of Object.values(members)) {
    total.days += days;
    total.minutes += minutes;
  }
  return total;
}

/** With the day on which the goal was reached, once: what was celebrated is not taken back. */
function withGoal(team: TeamRecord, goal: number | undefined, today: Day): TeamRecord {
  if (goal === undefined || team.goalOn !== undefined || !isComplete(team)) return team;
  return teamTotal(team).days >= goal ? { ...team, goalOn: today } : team;
}

export interface Joining extends Amount {
  memberId: MemberId;
  rev: number;
  /** As others see them; absent: not at all. */
  name?: string;
}

/** What a challenge says of teams, and the day. */
export interface TeamContext {
  goal?: number;
  today: Day;
}

/** A team with its founder in it; its name is on its way to others' eyes. */
export function newTeam(
  made: Pick<TeamRecord, '_id' | 'challengeId' | 'name' | 'invite'>,
  { memberId, ...amount }: Joining,
  { goal, today }: TeamContext,
  now: Instant,
): TeamRecord {
  const moderation = after(draft(), { kind: 'submitted', photos: false }, now) ?? draft();
  const team: TeamRecord = {
    ...made,
    ...{
      v: 1,
      rev: 0,
      at: now,
      moderation,
      captain: memberId,
      members: { [memberId]: { ...amount, joinedOn: today } },
    },
    ...(moderation.dueAt !== undefined && { checkAt: moderation.dueAt }),
    requests: [],
  };
  return withGoal(team, goal, today);
}

/** Who has a team in this challenge is asked before: a reader is in one at a time. */
export function joined(
  team: TeamRecord,
  { memberId, ...amount }: Joining,
  { goal, today }: TeamContext,
): TeamChange | Known | Refusal<'TEAM_FULL', { most: number }> {
  if (team.members[memberId]) return { kind: 'known' };
  if (sizeOf(team) >= TEAM_MOST) return { kind: 'refuse', refusal: 'TEAM_FULL', detail: { most: TEAM_MOST } };
  const members = { ...team.members, [memberId]: { ...amount, joinedOn: today } };
  return { kind: 'change', team: withGoal({ ...team, members }, goal, today) };
}

/** Longest in the team first. */
export function bySeat({ members }: Pick<TeamRecord, 'members'>): [MemberId, TeamMember][] {
  return Object.entries(members).sort(([a, one], [b, other]) => {
    if (one.joinedOn !== other.joinedOn) return one.joinedOn < other.joinedOn ? -1 : 1;
    return a < b ? -1 : 1;
  });
}

/** The one who has been there longest leads when the captain leaves; the last one takes the team along. */
export function withdrawn(team: TeamRecord, memberId: MemberId): TeamChange | Known | { kind: 'end' } {
  const { [memberId]: gone, ...members } = team.members;
  if (!gone) return { kind: 'known' };
  const [next] = bySeat({ members });
  if (!next) return { kind: 'end' };
  const captain = team.captain === memberId ? next[0] : team.captain;
  return { kind: 'change', team: { ...team, captain, members } };
}

/** News of one member's days; `known` where the team has heard that, or something later, or they are not in it. */
export function credited(
  team: TeamRecord,
  { memberId, rev, days, minutes, name }: Joining,
  { goal, today }: TeamContext,
): TeamChange | Known {
  const former = team.members[memberId];
  if (!former || former.rev >= rev) return { kind: 'known' };
  const { joinedOn } = former;
  const member = { rev, joinedOn, days, minutes, ...(name !== undefined && { name }) };
  const members = { ...team.members, [memberId]: member };
  return { kind: 'change', team: withGoal({ ...team, members }, goal, today) };
}
