import * as v from 'valibot';
import type { BookRecord } from '../../domain/reading/book';
import { planIssues } from '../../domain/reading/plan-issues';
import { CHALLENGE_ENTRIES, type ChallengePlan, type Issue } from '../../types/contract';
import { byIds } from '../kit/documents';
import { day, id, text } from '../kit/fields';

const MOST = { paragraphs: 30, rewards: 10, books: 200 };

/** Whole; how many there can be is for the rules to say, by name. */
const amount = v.pipe(v.number(), v.safeInteger());

/** A plan as it comes in: its shape alone. Whether it makes sense is for the rules to say. */
export const planSchema: v.GenericSchema<unknown, ChallengePlan> = v.strictObject({
  title: text(1, 40),
  tagline: text(0, 60),
  description: v.pipe(v.array(text(1, 1_000)), v.maxLength(MOST.paragraphs)),
  startsOn: day,
  endsOn: day,
  rule: v.strictObject({ kind: v.picklist(['minutes', 'pages', 'note']), least: amount }),
  books: v.exactOptional(v.pipe(v.array(id), v.maxLength(MOST.books))),
  entry: v.picklist(CHALLENGE_ENTRIES),
  goal: v.exactOptional(amount),
  rewards: v.pipe(v.array(text(1, 200)), v.maxLength(MOST.rewards)),
});

/** What speaks against a plan: by itself, and by the books that there are. */
export async function issuesOf(plan: ChallengePlan): Promise<Issue[]> {
  const issues = planIssues(plan);
  const { books = [] } = plan;
  const known = new Set((await byIds<BookRecord>('books', books, { titleKey: true })).map(({ _id }) => _id));
  const unknown = books.some((each) => !known.has(each));
  return unknown ? [...issues, { path: 'books', message: 'a book that is not on the shelf' }] : issues;
}
