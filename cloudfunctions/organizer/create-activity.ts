import * as v from 'valibot';
import { activityFrom } from '../../domain/activity/activity';
import { logOf } from '../../domain/activity/log';
import { planIssues, senseIssues } from '../../domain/activity/plan-issues';
import { digestOfText } from '../../domain/id/base32';
import { doerOf } from '../kit/caller';
import { insertOnce } from '../kit/documents';
import { write } from '../kit/operation';
import { strangeImages } from '../kit/own-photos';
import { staff } from '../kit/policy';
import { answered, beginLog } from './log-book';
import { planSchema } from './plan-schema';
import { answerTo } from './present';

/**
 * A draft. Its id is made from the caller's request, so that the same request makes the same one; the log comes first,
 * and what it names exists before anybody is told.
 */
export const createActivity = write<'organizer.createActivity'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({ plan: planSchema }),
  async run({ plan }, { caller, request, now }) {
    const activityId = `a${digestOfText(`activity ${caller.key} ${request.id}`).slice(0, 23)}`;
    const known = await answered<'organizer.createActivity'>(activityId, request);
    if (known && !known.ok) return known;
    const strange = strangeImages(plan);
    if (strange) return strange;
    const issues = [...planIssues(plan), ...senseIssues(plan)];
    if (issues.length > 0) return { ok: false, refusal: 'PLAN_UNFIT', detail: { issues } };
    const activity = activityFrom({ id: activityId, ...plan }, 1, 'draft');
    const entry = logOf({ activityId, at: now, by: doerOf(caller), what: 'created', request });
    const answer = { activityId, termsV: activity.termsV };
    await beginLog({ ...entry, answer: answerTo('created', activity) });
    await insertOnce('activities', activity);
    return { ok: true, value: answer };
  },
});
