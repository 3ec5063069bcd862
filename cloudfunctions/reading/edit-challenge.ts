import * as v from 'valibot';
import { edited } from '../../domain/reading/organizing';
import { editIssues } from '../../domain/reading/plan-issues';
import { dayOf } from '../../domain/time/shanghai';
import type { Answer, ReadingContract } from '../../types/contract';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { issuesOf, planSchema } from './challenge-plan';
import { changeChallenge, organizing } from './change-challenge';
import { organizers } from './organizers';

export const editChallenge = write<'reading.editChallenge'>({
  policy: organizers,
  schema: v.strictObject({ challengeId: id, plan: planSchema }),
  async run({ challengeId, plan }, call) {
    return changeChallenge<Answer<ReadingContract['editChallenge']>>(challengeId, call, async (challenge) => {
      const { state } = challenge;
      if (state === 'closed') return { answer: { ok: false, refusal: 'ALREADY', detail: { state } } };
      const issues = [...(await issuesOf(plan)), ...editIssues(challenge, plan, dayOf(call.now))];
      if (issues.length > 0) return { answer: { ok: false, refusal: 'PLAN_UNFIT', detail: { issues } } };
      return { next: edited(challenge, plan, organizing(call)) };
    });
  },
});
