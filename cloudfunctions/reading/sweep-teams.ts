import type { ChallengeRecord } from '../../domain/reading/challenge-record';
import { credited, type TeamRecord } from '../../domain/reading/team';
import type { Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { changeIf, find } from '../kit/documents';
import { forEachDue, SWEEP_MOST, underLease } from '../kit/sweep';
import { Busy } from '../kit/transaction';
import { loadChallenge } from './known-challenge';
import { changeTeam, contextOfTeam, type Settled, seatOf, settleTeam, tellTeam } from './teams';

/** With the days that its members' own documents have. */
function creditedWithAll({ team, readers }: Settled, challenge: ChallengeRecord, now: Instant): TeamRecord {
  let next = team;
  for (const reader of readers.values()) {
    const change = credited(next, seatOf(reader, challenge), contextOfTeam(challenge, now));
    if (change.kind === 'change') next = change.team;
  }
  return next;
}

/** Seats that are nobody's, days that it has not heard of, and the board; whatever changes meanwhile leaves it due. */
async function finish(teamId: string, now: Instant): Promise<void> {
  const settled = await settleTeam(teamId, now);
  if (!settled) return;
  const { team } = settled;
  const challenge = await loadChallenge(team.challengeId);
  if (!challenge) throw new Error(`${teamId} is of no challenge`);
  const next = creditedWithAll(settled, challenge, now);
  const written = next === team ? team : await changeTeam(team, next, now, false);
  if (!written || !(await tellTeam(written))) throw new Busy(`${teamId} kept changing`);
  await changeIf('teams', teamId, { rev: written.rev }, { dueAt: _.remove() });
}

/** What calls left half-way: until then somebody may have a seat who is not in the team. */
export const sweepTeams = underLease('reading.sweepTeams', async (now) => {
  const due = await find(
    'teams',
    { dueAt: _.lte(now) },
    { orderBy: ['dueAt', 'asc'], limit: SWEEP_MOST, projection: { dueAt: true } },
  );
  const done = await forEachDue('reading.sweepTeams', due, ({ _id }) => finish(_id, now));
  return { found: due.length, done: done.length };
});
