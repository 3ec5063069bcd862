import { type ChallengeRecord, termsOf } from '../../domain/reading/challenge-record';
import { followed, type ReaderChange, type ReaderContext } from '../../domain/reading/change';
import { type ReaderRecord, readerId } from '../../domain/reading/reader';
import { type AcceptedRequest, recall } from '../../domain/request/remembered';
import { dayOf } from '../../domain/time/shanghai';
import type { ChallengeId, EnterpriseId, Instant, MemberId } from '../../types/vocabulary';
import type { Caller } from '../kit/caller';
import { _ } from '../kit/cloud';
import { byId, changeIf } from '../kit/documents';
import { booksUpTo } from '../kit/rule-books';
import { Busy } from '../kit/transaction';
import { tellOf } from './boards';
import { creditTeam } from './teams';

/** A member whom an enterprise counts; others read along and join nothing. */
export function memberOf({
  status,
  memberId,
  enterpriseId,
}: Caller): { memberId: MemberId; enterpriseId: EnterpriseId } | undefined {
  if (status !== 'active' || memberId === undefined || enterpriseId === undefined) return undefined;
  return { memberId, enterpriseId };
}

export async function loadReader(
  challengeId: ChallengeId,
  memberId: MemberId | undefined,
): Promise<ReaderRecord | undefined> {
  return memberId === undefined ? undefined : byId<ReaderRecord>('readers', readerId(challengeId, memberId));
}

export async function contextOf(challenge: ChallengeRecord, now: Instant): Promise<ReaderContext> {
  return { terms: termsOf(challenge), books: await booksUpTo(dayOf(now)), now };
}

/** Parts that are kept by name: what changed of one is written, and not the whole year. */
const BY_NAME = ['days', 'fills', 'late', 'awards'] as const;

/** What differs, as a change of the stored document. */
export function readerDifference(before: ReaderRecord, next: ReaderRecord): Record<string, object> {
  const change: Record<string, object> = {};
  const note = (path: string, from: unknown, to: unknown) => {
    if (to === undefined) change[path] = _.remove();
    else if (JSON.stringify(to) !== JSON.stringify(from)) change[path] = _.set(to);
  };
  const [from, to] = [new Map<string, unknown>(Object.entries(before)), new Map<string, unknown>(Object.entries(next))];
  for (const field of new Set([...from.keys(), ...to.keys()])) {
    if (!BY_NAME.some((each) => each === field)) note(field, from.get(field), to.get(field));
  }
  for (const field of BY_NAME) {
    const [had, has] = [
      new Map<string, unknown>(Object.entries(before[field])),
      new Map<string, unknown>(Object.entries(next[field])),
    ];
    for (const name of new Set([...had.keys(), ...has.keys()])) note(`${field}.${name}`, had.get(name), has.get(name));
  }
  return change;
}

export type Decision<R> = ({ kind: 'change' } & ReaderChange) | { kind: 'leave' } | { kind: 'refuse'; refused: R };

export type Changed<R> =
  /** `left`: as it was, and what others did to it is not undone. */
  { kind: 'changed' | 'left'; reader: ReaderRecord } | { kind: 'refused'; refused: R } | { kind: 'gone' };

/** Times a change is decided anew because the reader changed meanwhile. */
const TRIES = 8;

/**
 * One change of one reader with all that follows from it, by one conditional update; decided anew where something else
 * happened to it first. A request that it knows leaves it.
 */
export async function changeReader<R>(
  found: ReaderRecord,
  context: ReaderContext,
  decide: (reader: ReaderRecord) => Decision<R>,
  request?: AcceptedRequest,
): Promise<Changed<R>> {
  let reader: ReaderRecord | undefined = found;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (!reader) return { kind: 'gone' };
    if (request && recall(reader.requests, request) === 'same') return { kind: 'left', reader };
    const decision = decide(reader);
    if (decision.kind === 'refuse') return { kind: 'refused', refused: decision.refused };
    if (decision.kind === 'leave') return { kind: 'left', reader };
    const next = followed(reader, decision, context, request);
    if (await changeIf('readers', reader._id, { rev: reader.rev }, readerDifference(reader, next)))
      return { kind: 'changed', reader: next };
    reader = await byId<ReaderRecord>('readers', found._id);
  }
  throw new Busy('the reader kept changing');
}

/** Tells the boards and the team at once; what they could not be told now a sweep tells them. */
export async function tellNow(reader: ReaderRecord, { terms, now }: ReaderContext): Promise<void> {
  await Promise.all([tellOf(reader, terms, now), creditTeam(reader, now)]);
}
