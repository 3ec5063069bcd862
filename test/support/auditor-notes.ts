import type { CheckInRecord } from '../../domain/reading/check-in-record';
import type { CommentRecord } from '../../domain/reading/comment';
import type { RunningCloud } from './cloud';
import { documents } from './town';

type Words = Pick<
  CheckInRecord,
  '_id' | 'moderation' | 'checkAt' | 'feedKey' | 'queueKey' | 'madeKey' | 'reports' | 'settleAt'
>;

/** The auditor's own words: nothing of the code that it audits is asked. */
const HUMAN = new Set(['human', 'waiting-for-author']);

/** What indexes find is what the moderation says. */
function keysAgree(words: Words): string[] {
  const { _id, moderation, checkAt, feedKey, queueKey, madeKey, reports, settleAt } = words;
  const { state, text, dueAt, decidedBy } = moderation;
  const now = reports.filter((report) => report.text === text);
  const looked = decidedBy !== undefined;
  const asks = HUMAN.has(state) || (state === 'passed' && !looked && now.length > 0);
  const faults: string[] = [];
  if ((feedKey !== undefined) !== (state === 'passed')) faults.push(`${_id} is ${state}, seen by ${feedKey}`);
  if ((queueKey !== undefined) !== asks)
    faults.push(`${_id} is ${state} with ${now.length} reports, queue ${queueKey}`);
  if ((dueAt !== undefined) !== (state === 'pending')) faults.push(`${_id} is ${state}, due ${dueAt}`);
  // Before it is known to count nobody looks at it.
  const unsettled = settleAt !== undefined && checkAt === undefined;
  if (checkAt !== dueAt && !unsettled) faults.push(`${_id} is due ${dueAt}, found ${checkAt}`);
  if ([feedKey, queueKey].some((key) => key !== undefined && key !== madeKey)) faults.push(`${_id} has another's key`);
  if (new Set(now.map(({ by }) => by)).size !== now.length) faults.push(`${_id} was reported twice by one`);
  if (state === 'passed' && !looked && now.length >= 3) faults.push(`${_id} is seen in spite of ${now.length} reports`);
  return faults;
}

function countsAgree(note: CheckInRecord, comments: readonly CommentRecord[], swept: boolean): string[] {
  const { _id, likes, likedBy, said, comments: counted } = note;
  const faults: string[] = [];
  const likers = Object.keys(likedBy).length;
  if (likes !== likers) faults.push(`${_id} counts ${likes} likes of ${likers}`);
  if (counted !== Object.keys(said).length) faults.push(`${_id} counts ${counted} of ${Object.keys(said).length} said`);
  const passed = comments.filter(({ noteId, moderation }) => noteId === _id && moderation.state === 'passed');
  const same = passed.length === counted && passed.every((comment) => said[comment._id]);
  // A call that died told nothing; the sweep does.
  if (swept && !same) faults.push(`${_id} counts ${Object.keys(said)}, passed ${passed.map((comment) => comment._id)}`);
  return faults;
}

/** Notes and comments against each other; `now`, where the sweeps have run by then. */
export async function notesAgree(cloud: RunningCloud, now: number | undefined): Promise<string[]> {
  const notes = await documents<CheckInRecord>(cloud, 'checkIns');
  const comments = await documents<CommentRecord>(cloud, 'comments');
  const due = [...notes, ...comments].filter(
    ({ checkAt }) => now !== undefined && checkAt !== undefined && checkAt <= now,
  );
  const untold = comments.filter(({ tellAt }) => now !== undefined && tellAt !== undefined && tellAt <= now);
  const left = comments.filter(({ removed, text, moderation }) => removed && (text || moderation.state !== 'draft'));
  return [
    ...[...notes, ...comments].flatMap(keysAgree),
    ...notes.flatMap((note) => countsAgree(note, comments, now !== undefined)),
    ...due.map(({ _id }) => `${_id} is still to be checked`),
    ...untold.map(({ _id }) => `${_id} has still to be told`),
    ...left.map(({ _id }) => `something of ${_id} is left`),
  ];
}
