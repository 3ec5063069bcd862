import * as v from 'valibot';
import { closed, published } from '../../domain/reading/organizing';
import { publishIssues } from '../../domain/reading/plan-issues';
import { dayOf } from '../../domain/time/shanghai';
import type { Answer, ReadingContract } from '../../types/contract';
import { id, text } from '../kit/fields';
import { write } from '../kit/operation';
import { issuesOf } from './challenge-plan';
import { changeChallenge, organizing } from './change-challenge';
import { organizers } from './organizers';

/** From now on everybody sees it and can join. */
export const publishChallenge = write<'reading.publishChallenge'>({
  policy: organizers,
  schema: v.strictObject({ challengeId: id }),
  async run({ challengeId }, call) {
    return changeChallenge<Answer<ReadingContract['publishChallenge']>>(challengeId, call, async (challenge) => {
      const { state, plan } = challenge;
      if (state !== 'draft') return { answer: { ok: false, refusal: 'ALREADY', detail: { state } } };
      const issues = [...(await issuesOf(plan)), ...publishIssues(plan, dayOf(call.now))];
      if (issues.length > 0) return { answer: { ok: false, refusal: 'PLAN_UNFIT', detail: { issues } } };
      return { next: published(challenge, organizing(call)) };
    });
  },
});

/** What was read until then stays, and what was made offline until tonight may still come late. */
export const closeChallenge = write<'reading.closeChallenge'>({
  policy: organizers,
  schema: v.strictObject({ challengeId: id, reason: text(1, 200) }),
  async run({ challengeId, reason }, call) {
    return changeChallenge<Answer<ReadingContract['closeChallenge']>>(challengeId, call, async (challenge) => {
      const { state } = challenge;
      if (state !== 'published') return { answer: { ok: false, refusal: 'ALREADY', detail: { state } } };
      return { next: closed(challenge, organizing(call, reason)) };
    });
  },
});
