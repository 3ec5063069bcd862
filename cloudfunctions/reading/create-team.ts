import * as v from 'valibot';
import { digestOfText } from '../../domain/id/base32';
import type { ChallengeRecord } from '../../domain/reading/challenge-record';
import { inviteOf } from '../../domain/reading/invite';
import type { ReaderRecord } from '../../domain/reading/reader';
import { joined, newTeam, type TeamRecord } from '../../domain/reading/team';
import { teamView } from '../../domain/reading/team-view';
import { recall } from '../../domain/request/remembered';
import { ABANDONED_MS } from '../../types/limits';
import type { Instant, TeamId } from '../../types/vocabulary';
import { insertOnce } from '../kit/documents';
import { id, text } from '../kit/fields';
import { write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { ticketSecret } from '../kit/secrets';
import { Busy } from '../kit/transaction';
import { loadChallenge } from './known-challenge';
import { noChallenge } from './managed-challenges';
import { loadReader } from './readers';
import { bind, changeTeam, contextOfTeam, inATeam, seatOf, settleTeam, TRIES, teamOf } from './teams';

/** The new team with its founder's seat, or the seat taken anew in one that a dead call left; `undefined`: once more. */
async function founded(
  made: { _id: TeamId; name: string },
  reader: ReaderRecord,
  challenge: ChallengeRecord,
  now: Instant,
): Promise<TeamRecord | undefined> {
  const { _id } = made;
  const [seat, context] = [seatOf(reader, challenge), contextOfTeam(challenge, now)];
  const about = { ...made, challengeId: challenge._id, invite: inviteOf(ticketSecret(), _id) };
  const fresh = { ...newTeam(about, seat, context, now), dueAt: now + ABANDONED_MS };
  if (await insertOnce('teams', fresh)) return fresh;
  const team = await teamOf(_id);
  if (!team) throw new Error(`the invite of ${_id} is another team’s`);
  const change = joined(team, seat, context);
  if (change.kind === 'refuse') return undefined;
  return changeTeam(team, change.kind === 'change' ? change.team : team, now);
}

/** Its id is made from the caller's request, so that the same request makes the same one. */
export const createTeam = write<'reading.createTeam'>({
  policy: anyone,
  schema: v.strictObject({ challengeId: id, name: text(1, 12) }),
  async run({ challengeId, name }, { caller, request, now }) {
    const challenge = await loadChallenge(challengeId);
    if (!challenge) return noChallenge;
    if (challenge.plan.entry !== 'team') return { ok: false, refusal: 'NOT_A_TEAM_CHALLENGE', detail: {} };
    const _id = `t${digestOfText(`team ${caller.key} ${request.id}`).slice(0, 23)}`;
    let begun = false;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const reader = await loadReader(challengeId, caller.memberId);
      if (!reader) return { ok: false, refusal: 'NOT_JOINED', detail: {} };
      const { teamId, requests, memberId } = reader;
      const known = recall(requests, request);
      if (known === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
      const mine = known === 'same' || teamId === _id ? await teamOf(_id) : undefined;
      if (mine) return { ok: true, value: teamView(mine, memberId) };
      if (teamId !== undefined) {
        if (begun) await settleTeam(_id, now);
        return inATeam(teamId);
      }
      begun = true;
      const team = await founded({ _id, name }, reader, challenge, now);
      if (team && (await bind(reader, _id, request))) return { ok: true, value: teamView(team, memberId) };
    }
    throw new Busy('the reader kept changing');
  },
});
