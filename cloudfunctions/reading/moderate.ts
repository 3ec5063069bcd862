import type { MemberRecord } from '../../domain/member/member';
import { checksLeft, type TakenChecks, withTaken } from '../../domain/reading/checks';
import { FUNCTION_SECONDS } from '../../types/limits';
import type { Instant } from '../../types/vocabulary';
import { type Asked, askContent, logSilence } from '../kit/ask-content';
import { _ } from '../kit/cloud';
import { byId, byManyIds, changeIf, find, insertOnce } from '../kit/documents';
import { log, scrubbed } from '../kit/log';
import { forEachDue, SWEEP_MOST, type Swept, underLease } from '../kit/sweep';
import { awaitAuthor } from './author-here';
import { MODERATED, type ModeratedRecord, tellNote } from './moderated';
import { type ToCheck, toCheck } from './to-check';

const SWEEP = 'reading.moderate';
/** Looked for in one go: what they say fits into one answer of the store. */
const LOOKED_FOR = 200;
/** Checked by one run: six of them a minute are the rate. */
const RUN_MOST = 500;
/** Asked about at the same time. */
const AT_ONCE = 20;
/** After so long a run begins nothing more. */
const ENOUGH_MS = (FUNCTION_SECONDS * 1_000) / 2;

interface CheckLog {
  _id: string;
  v: 1;
  taken: TakenChecks[];
}
const CHECKS = 'reading.checks';

/** Takes as many checks of the minute as there are left, before any is made; the lease keeps other runs out. */
async function take(wanted: number, now: Instant): Promise<number> {
  const known = await byId<CheckLog>('leases', CHECKS);
  const checks = Math.min(wanted, checksLeft(known?.taken ?? [], now));
  if (checks === 0) return 0;
  const taken = withTaken(known?.taken ?? [], checks, now);
  if (known) await changeIf('leases', CHECKS, {}, { taken });
  else await insertOnce('leases', { _id: CHECKS, v: 1, taken } as CheckLog);
  return checks;
}

type Author = Pick<MemberRecord, '_id' | 'openid' | 'callerKey'>;

/** Without words there is nothing to ask about; nor of somebody who has left. */
async function answerOf(item: ToCheck, author: Author | undefined): Promise<Asked> {
  if (item.content === '') return { kind: 'pass' };
  return author ? askContent(item, author) : { kind: 'away' };
}

async function checkOne(item: ToCheck, author: Author | undefined, now: Instant): Promise<Asked> {
  const answer = await answerOf(item, author);
  const { text } = item;
  switch (answer.kind) {
    case 'silent':
      await item.note({ kind: 'unanswered', text });
      return answer;
    case 'away':
      // Before it waits: else a run that dies in between leaves it waiting for somebody whom nobody asks.
      if (author) await awaitAuthor(author.callerKey, author._id, now);
      await item.note({ kind: 'author-away', text });
      return answer;
    default:
      await item.note({ kind: 'found', verdict: answer.kind, text });
      return answer;
  }
}

/** The answers, some at a time; where none of some was answered the service is down, and the others are not asked about. */
async function check(items: readonly ToCheck[], begun: number, now: Instant): Promise<Asked[]> {
  const ids = [...new Set(items.map(({ author }) => author))];
  const authors = await byManyIds<Author>('members', ids, { openid: true, callerKey: true });
  const answers: Asked[] = [];
  for (let from = 0; from < items.length && Date.now() - begun < ENOUGH_MS; from += AT_ONCE) {
    const some = items.slice(from, from + AT_ONCE);
    const given = await Promise.all(
      some.map((item) =>
        checkOne(item, authors.get(item.author), now).catch((error: unknown): Asked => {
          log({ id: '', op: SWEEP, ms: Date.now() - begun, outcome: 'LEFT_DUE', error: scrubbed(error) });
          return { kind: 'silent', errCode: -1 };
        }),
      ),
    );
    answers.push(...given);
    if (given.every(({ kind }) => kind === 'silent')) break;
  }
  return answers;
}

async function checkDue(begun: number, now: Instant): Promise<Swept> {
  const swept: Swept = { found: 0, done: 0 };
  const answers: Asked[] = [];
  while (answers.length < RUN_MOST && Date.now() - begun < ENOUGH_MS) {
    const due = await toCheck(now, Math.min(LOOKED_FOR, RUN_MOST - answers.length));
    const items = due.length > 0 ? due.slice(0, await take(due.length, now)) : [];
    const given = await check(items, begun, now);
    answers.push(...given);
    swept.found += due.length;
    swept.done += given.filter(({ kind }) => kind !== 'silent').length;
    // The last of them, the rate, the time, or a service that is down.
    if (given.length < LOOKED_FOR || given.some(({ kind }) => kind === 'silent')) break;
  }
  logSilence(answers, 'reading.moderate');
  return swept;
}

/** Says once more to notes what they count, now that whoever said something older is dead. */
async function tellDue(now: Instant): Promise<Swept> {
  const due = await find<ModeratedRecord>(
    'comments',
    { tellAt: _.lte(now) },
    { orderBy: ['tellAt', 'asc'], limit: SWEEP_MOST, projection: MODERATED },
  );
  const done = await forEachDue(SWEEP, due, async (comment) => {
    await tellNote(comment);
    await changeIf('comments', comment._id, { rev: comment.rev }, { tellAt: _.remove() });
  });
  return { found: due.length, done: done.length };
}

/** Has content security look at what waits for it, within the platform's rate and this run's time. */
export const moderate = underLease(SWEEP, async (now) => {
  const begun = Date.now();
  const told = await tellDue(now);
  const checked = await checkDue(begun, now);
  return { found: told.found + checked.found, done: told.done + checked.done };
});
