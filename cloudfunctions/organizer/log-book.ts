import { type LogRecord, logId } from '../../domain/activity/log';
import type { AcceptedRequest } from '../../domain/request/remembered';
import type { Answer, OpName, OpOf } from '../../types/contract';
import type { ActivityId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, changeIf, insertOnce, removeAll } from '../kit/documents';

/**
 * What a command was answered before, to the letter; `undefined` where it is new, or was begun and not ended. The log
 * remembers every command, so the answer is the same however much has happened since.
 */
export async function answered<N extends OpName>(
  activityId: ActivityId,
  request: AcceptedRequest,
): Promise<Answer<OpOf<N>> | undefined> {
  const known = await byId<LogRecord>('logs', logId(activityId, request.id));
  if (!known) return undefined;
  // The digest is of the operation and its input, so what was answered then is an answer of this operation.
  const answer = (given: object) => given as Answer<OpOf<N>>;
  if (known.request?.digest !== request.digest) return answer({ ok: false, refusal: 'REQUEST_REUSED', detail: {} });
  return known.answer && answer({ ok: true, value: known.answer });
}

/** Noted before the first change: what was done stands in the log, whatever dies after. */
export async function beginLog(entry: LogRecord): Promise<void> {
  await insertOnce('logs', entry);
}

/** What came of it, and what it was answered. */
export async function endLog(entry: LogRecord, answer: object, count?: number): Promise<void> {
  await changeIf('logs', entry._id, {}, { answer: _.set(answer), ...(count !== undefined && { count }) });
}

/** It came to nothing after all. */
export async function dropLog(entry: LogRecord): Promise<void> {
  await removeAll('logs', { _id: entry._id, answer: _.exists(false) });
}
