import * as v from 'valibot';
import type { ReaderRecord } from '../../domain/reading/reader';
import { type AcceptedRequest, recall, remember } from '../../domain/request/remembered';
import { ABANDONED_MS } from '../../types/limits';
import type { Instant, TeamId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { changeIf } from '../kit/documents';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { Busy } from '../kit/transaction';
import { loadReader } from './readers';
import { noTeam, settleTeam, TRIES, teamOf, tellTeam } from './teams';

/** The team is due before the reader leaves it, so that a sweep finds the empty seat whatever dies in between. */
async function unbound(reader: ReaderRecord, teamId: TeamId, request: AcceptedRequest, now: Instant): Promise<boolean> {
  await changeIf('teams', teamId, {}, { rev: _.inc(1), dueAt: now + ABANDONED_MS });
  const requests = _.set(remember(reader.requests, request));
  const change = { rev: reader.rev + 1, teamId: _.remove(), requests };
  return changeIf('readers', reader._id, { rev: reader.rev }, change);
}

async function emptied(teamId: TeamId, now: Instant): Promise<void> {
  const settled = await settleTeam(teamId, now);
  if (settled) await tellTeam(settled.team);
}

/** Whoever leaves takes their days along; the last one takes the team along. */
export const leaveTeam = write<'reading.leaveTeam'>({
  policy: anyone,
  schema: v.strictObject({ teamId: id }),
  async run({ teamId }, { caller, request, now }) {
    const team = await teamOf(teamId);
    if (!team) return noTeam;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const reader = await loadReader(team.challengeId, caller.memberId);
      const known = recall(reader?.requests ?? [], request);
      if (known === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
      if (known === 'new') {
        if (reader?.teamId !== teamId) return noTeam;
        if (!(await unbound(reader, teamId, request, now))) continue;
      }
      await emptied(teamId, now);
      return { ok: true, value: {} };
    }
    throw new Busy('the reader kept changing');
  },
});
