import * as v from 'valibot';
import { type ChallengeRecord, phaseOn, termsOf } from '../../domain/reading/challenge-record';
import { inviteFrom } from '../../domain/reading/invite';
import type { ReaderRecord } from '../../domain/reading/reader';
import { joined, type TeamRecord } from '../../domain/reading/team';
import { teamView } from '../../domain/reading/team-view';
import { recall } from '../../domain/request/remembered';
import { dayOf } from '../../domain/time/shanghai';
import type { TeamId } from '../../types/vocabulary';
import { find, insertOnce } from '../kit/documents';
import { text } from '../kit/fields';
import { type WriteCall, write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { Busy } from '../kit/transaction';
import { newReader } from './join';
import { loadChallenge } from './known-challenge';
import { loadReader, memberOf } from './readers';
import { bind, changeTeam, contextOfTeam, inATeam, noTeam, seatOf, settleTeam, TRIES, teamOf, tellTeam } from './teams';

async function invitedTo(typed: string): Promise<TeamRecord | undefined> {
  const invite = inviteFrom(typed);
  if (invite === undefined) return undefined;
  const [team] = await find<TeamRecord>('teams', { invite }, { limit: 1 });
  return team;
}

type Member = NonNullable<ReturnType<typeof memberOf>>;

/** Who is invited to a team is invited to its challenge. */
async function readerIn(challenge: ChallengeRecord, member: Member, call: WriteCall) {
  const there = await loadReader(challenge._id, member.memberId);
  if (there) return there;
  // The request is remembered by whoever is in the team, and not by whoever has only joined the challenge.
  const fresh = { ...(await newReader(termsOf(challenge), member, call)), requests: [] };
  return (await insertOnce('readers', fresh)) ? fresh : loadReader(challenge._id, member.memberId);
}

const over = ({ plan: { endsOn } }: ChallengeRecord) =>
  ({ ok: false, refusal: 'CHALLENGE_OVER', detail: { endsOn } }) as const;

/** What the reader's document says before a seat is taken; `undefined`: nothing is in the way. */
async function answered(reader: ReaderRecord, teamId: TeamId, { request }: WriteCall) {
  const known = recall(reader.requests, request);
  if (known === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} } as const;
  if (known === 'same' || reader.teamId === teamId) {
    const team = await teamOf(teamId);
    return team ? ({ ok: true, value: teamView(team, reader.memberId) } as const) : noTeam;
  }
  return reader.teamId === undefined ? undefined : inATeam(reader.teamId);
}

/** A seat, then the reader's word that it is theirs: so nobody is in two teams, and no team has an eleventh. */
async function seated(
  found: TeamRecord,
  challenge: ChallengeRecord,
  member: Member,
  call: WriteCall,
  there?: ReaderRecord,
) {
  const { now, request } = call;
  let team: TeamRecord | undefined = found;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const reader = (attempt === 0 ? there : undefined) ?? (await readerIn(challenge, member, call));
    if (!reader || !team) return noTeam;
    const answer = await answered(reader, team._id, call);
    if (answer && attempt > 0 && !answer.ok) await settleTeam(team._id, now);
    if (answer) return answer;
    const change = joined(team, seatOf(reader, challenge), contextOfTeam(challenge, now));
    if (change.kind === 'refuse') return { ok: false, refusal: change.refusal, detail: change.detail } as const;
    // Also where the seat is there already: a sweep that is about to take it away finds the team changed.
    const next = await changeTeam(team, change.kind === 'change' ? change.team : team, now);
    if (next && (await bind(reader, next._id, request))) {
      await tellTeam(next);
      return { ok: true, value: teamView(next, member.memberId) } as const;
    }
    team = await teamOf(found._id);
  }
  throw new Busy('the team kept changing');
}

export const joinTeam = write<'reading.joinTeam'>({
  policy: anyone,
  schema: v.strictObject({ invite: text(1, 40) }),
  async run({ invite }, call) {
    const member = memberOf(call.caller);
    if (!member) return { ok: false, refusal: 'NOT_MEMBER', detail: {} };
    const team = await invitedTo(invite);
    const challenge = team && (await loadChallenge(team.challengeId));
    if (!team || !challenge) return noTeam;
    const there = await loadReader(challenge._id, member.memberId);
    const before = there && (await answered(there, team._id, call));
    if (before) return before;
    const phase = phaseOn(challenge, dayOf(call.now));
    if (phase === 'over' || phase === 'closed') return over(challenge);
    if (Object.keys(team.members).length === 0) return noTeam;
    return seated(team, challenge, member, call, there);
  },
});
