import * as v from 'valibot';
import { digestOfText } from '../../domain/id/base32';
import type { ChallengeRecord } from '../../domain/reading/challenge-record';
import { drafted } from '../../domain/reading/organizing';
import { byId, insertOnce } from '../kit/documents';
import { write } from '../kit/operation';
import { issuesOf, planSchema } from './challenge-plan';
import { answeredBefore, managedNow, organizing } from './change-challenge';
import { organizers } from './organizers';

/** A draft. Its id is made from the caller's request, so that the same request makes the same one. */
export const createChallenge = write<'reading.createChallenge'>({
  policy: organizers,
  schema: v.strictObject({ plan: planSchema }),
  async run({ plan }, call) {
    const { caller, request } = call;
    const challengeId = `c${digestOfText(`challenge ${caller.key} ${request.id}`).slice(0, 23)}`;
    const known = await byId<ChallengeRecord>('challenges', challengeId);
    // Changed so often since that the request is forgotten: the id says that it was this one.
    if (known) return (await answeredBefore(known, call)) ?? managedNow(known, call);
    const issues = await issuesOf(plan);
    if (issues.length > 0) return { ok: false, refusal: 'PLAN_UNFIT', detail: { issues } };
    const draft = drafted(challengeId, plan, organizing(call));
    await insertOnce('challenges', draft);
    return managedNow(draft, call);
  },
});
