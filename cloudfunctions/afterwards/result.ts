import * as v from 'valibot';
import type { ActivityRecord } from '../../domain/activity/activity';
import {
  ANSWERS_LEAST,
  answersIn,
  countsShown,
  emptyBook,
  type FeedbackBook,
  type FeedbackRecord,
} from '../../domain/afterwards/feedback';
import { maskedText } from '../../domain/member/phone';
import type { ActivityId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, find } from '../kit/documents';
import { cursor, id } from '../kit/fields';
import { read } from '../kit/operation';
import { staff } from '../kit/policy';
import { cameTo } from './came';
import { noActivity } from './taken-part';

const PAGE = 50;

type Sentence = Required<Pick<FeedbackRecord, '_id' | 'lot' | 'words'>>;

/** Sentences by lot: neither who said them nor when shows in it. */
async function sentences(activityId: ActivityId, from = ''): Promise<{ items: string[]; next?: string }> {
  const found = await find<Sentence>(
    'feedback',
    { activityId, lot: _.gt(from) },
    { orderBy: ['lot', 'asc'], limit: PAGE + 1, projection: { lot: true, words: true } },
  );
  const page = found.slice(0, PAGE);
  const last = page.at(-1);
  return { items: page.map(({ words }) => maskedText(words)), ...(found.length > PAGE && last && { next: last.lot }) };
}

/** Numbers and sentences without a name; who answered, and who did not, is told to nobody. */
export const result = read<'afterwards.result'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({ activityId: id, cursor: v.exactOptional(cursor) }),
  async run({ activityId, cursor: from }, { now }) {
    const [activity, stored, came, said] = await Promise.all([
      byId<Pick<ActivityRecord, '_id' | 'title'>>('activities', activityId, { title: true }),
      byId<FeedbackBook>('feedbackBooks', activityId),
      cameTo(activityId),
      sentences(activityId, from),
    ]);
    if (!activity) return noActivity;
    const book = stored ?? emptyBook(activityId);
    const counts = countsShown(book);
    const { title } = activity;
    const value = { title, came, answers: answersIn(book), least: ANSWERS_LEAST, now };
    return { ok: true, value: { ...value, ...(counts && { counts, words: said }) } };
  },
});
