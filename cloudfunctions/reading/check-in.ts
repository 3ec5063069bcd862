import * as v from 'valibot';
import { photoFolder } from '../../domain/member/photo';
import { badgesOf, type ReaderContext } from '../../domain/reading/change';
import { type Arriving, accept } from '../../domain/reading/check-in';
import type { CheckInRecord } from '../../domain/reading/check-in-record';
import { draft } from '../../domain/reading/moderation';
import { markOf, type ReaderRecord, withBook } from '../../domain/reading/reader';
import { amountsIn, newCheckIn, placed } from '../../domain/reading/wording';
import { recall } from '../../domain/request/remembered';
import type { Answer, Book, NewCheckIn, ReadingContract, RefusalsOf, Refused } from '../../types/contract';
import type { EnterpriseId, Instant } from '../../types/vocabulary';
import { id, text } from '../kit/fields';
import { type WriteCall, write } from '../kit/operation';
import { strangePhotos } from '../kit/own-photos';
import { anyone } from '../kit/policy';
import { authorHere } from './author-here';
import { loadWords, settle, writeDown } from './check-ins';
import { amounts } from './fields';
import { loadChallenge } from './known-challenge';
import { namedBook } from './named-book';
import { presentCheckIn, presentStanding } from './present';
import { changeReader, contextOf, type Decision, loadReader, memberOf, tellNow } from './readers';
import { nameOf } from './seen';

type CheckInAnswer = Answer<ReadingContract['checkIn']>;
type Refusal = Refused<RefusalsOf<ReadingContract['checkIn']>>;

const fileId = v.pipe(v.string(), v.regex(/^cloud:\/\/[\w.-]+\/[\w./-]{1,200}$/, 'expects the id of a file'));
const bookId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'expects the id of a book'));
const title = text(1, 100);

const schema = v.strictObject({
  challengeId: id,
  book: v.exactOptional(
    v.union([v.strictObject({ id: bookId }), v.strictObject({ isbn: text(1, 40), title }), v.strictObject({ title })]),
  ),
  ...amounts,
  photos: v.pipe(v.array(fileId), v.maxLength(3)),
  madeAt: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});

/** One check-in, from what was read to an answer. */
interface CheckingIn {
  readonly input: NewCheckIn;
  readonly call: WriteCall;
  readonly context: ReaderContext;
  readonly arriving: Arriving;
  readonly book?: Book;
  /** Of who works elsewhere than when they joined. */
  readonly employer?: { enterpriseId: EnterpriseId; enterpriseName: string };
}

/** Whether it counts, as the reader stands now. */
function decide(reader: ReaderRecord, { arriving, book, employer, context }: CheckingIn): Decision<Refusal> {
  const acceptance = accept(reader, context.terms, arriving, context.now);
  switch (acceptance.kind) {
    case 'known':
      return { kind: 'leave' };
    case 'accept': {
      const named = book ? withBook(acceptance.reader, book) : acceptance.reader;
      const next = employer ? { ...named, ...employer, retell: true as const } : named;
      return { kind: 'change', reader: next, days: [acceptance.day] };
    }
    case 'refuse':
      return { kind: 'refuse', refused: { ok: false, ...refusalOf(acceptance) } as Refusal };
    default:
      return acceptance satisfies never;
  }
}

const refusalOf = <R, D>({ refusal, detail }: { refusal: R; detail: D }) => ({ refusal, detail });

/** As it was at first: what others make of it later is no part of the answer, so that sent again it is the same. */
function atFirst(record: CheckInRecord, now: Instant) {
  const state = record.moderation.text > 0 ? 'pending' : 'draft';
  return presentCheckIn({ ...record, likes: 0, comments: 0, moderation: { ...draft(), state } }, now);
}

/** What the reader's document says of the check-in now, whoever of several calls made it count. */
async function answered(
  reader: ReaderRecord,
  written: CheckInRecord | undefined,
  { call: { request, now }, context }: Pick<CheckingIn, 'call' | 'context'>,
): Promise<CheckInAnswer> {
  const found = markOf(reader, request.id);
  if (!found) {
    const day = reader.removed.find((each) => each.id === request.id)?.day ?? '';
    return { ok: false, refusal: 'REMOVED', detail: { day } };
  }
  const record = written ?? ((await loadWords(request.id)) as CheckInRecord | undefined);
  if (!record) throw new Error(`no words of ${request.id}`);
  const checkIn = atFirst(placed(record, found.day, found.mark), now);
  const badges = badgesOf(reader, request);
  return { ok: true, value: { checkIn, standing: presentStanding(reader, context.terms, now), badges } };
}

/** Written down, counted, and told, in that order; see docs/decisions/0013-reading.md. */
async function checkedIn(reader: ReaderRecord, checking: CheckingIn): Promise<CheckInAnswer> {
  const { input, call, context, arriving } = checking;
  const { request, now } = call;
  const foreseen = decide(reader, checking);
  if (foreseen.kind === 'refuse') return foreseen.refused;
  if (foreseen.kind === 'leave') return answered(reader, undefined, checking);
  if (input.shared && reader.name === undefined) return { ok: false, refusal: 'NO_NAME', detail: {} };
  const counted = markOf(foreseen.reader, arriving.id);
  if (!counted) throw new Error('accepted without a mark');
  const record = newCheckIn(foreseen.reader, counted, { ...input, book: checking.book }, request, now);
  const wrote = await writeDown(record);
  if (wrote === 'strange') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
  const changed = await changeReader(reader, context, (each) => decide(each, checking), request);
  if (changed.kind === 'gone') return { ok: false, refusal: 'NOT_JOINED', detail: {} };
  if (changed.kind === 'refused') return changed.refused;
  const found = markOf(changed.reader, request.id);
  if (found) await Promise.all([settle(record, found), tellNow(changed.reader, context)]);
  return answered(changed.reader, wrote === 'written' ? record : undefined, checking);
}

export const checkIn = write<'reading.checkIn'>({
  policy: anyone,
  schema,
  async run(input, call) {
    const { caller, now, request } = call;
    const member = memberOf(caller);
    if (!member) return { ok: false, refusal: 'NOT_MEMBER', detail: {} };
    const { challengeId, madeAt, photos } = input;
    const strange = strangePhotos(photos, photoFolder('reading', member.memberId));
    if (strange) return strange;
    const [challenge, reader] = await Promise.all([
      loadChallenge(challengeId),
      loadReader(challengeId, member.memberId),
      authorHere(caller, now),
    ]);
    if (!challenge) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'challenge' } };
    if (!reader) return { ok: false, refusal: 'NOT_JOINED', detail: {} };
    const context = await contextOf(challenge, now);
    const before = recall(reader.requests, request);
    if (before === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
    const gone = reader.removed.some((each) => each.id === request.id);
    if (gone || markOf(reader, request.id)) {
      await tellNow(reader, context);
      return answered(reader, undefined, { call, context });
    }
    const named = await namedBook(input.book, reader);
    if ('refused' in named) return named.refused;
    const arriving: Arriving = {
      ...{ id: request.id, ...amountsIn(input) },
      ...(named.book?.id !== undefined && { book: named.book.id }),
      ...(madeAt !== undefined && { madeAt }),
    };
    const { enterpriseId } = member;
    const moved = enterpriseId !== reader.enterpriseId;
    const employer = moved && { enterpriseId, enterpriseName: await nameOf(enterpriseId) };
    return checkedIn(reader, { input, call, context, arriving, ...named, ...(employer && { employer }) });
  },
});
