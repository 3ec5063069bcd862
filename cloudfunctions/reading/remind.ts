import type { MemberRecord } from '../../domain/member/member';
import { type ChallengeRecord, termsOf } from '../../domain/reading/challenge-record';
import type { ProfileRecord } from '../../domain/reading/profile';
import { type ReaderRecord, readerId } from '../../domain/reading/reader';
import { lackingOn, nextReminder, type Reading, reminder } from '../../domain/reading/reminder';
import { dayOf } from '../../domain/time/shanghai';
import type { Instant, MemberId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byManyIds, changeIf, find, insertOnce } from '../kit/documents';
import { forEachDue, SWEEP_MOST, underLease } from '../kit/sweep';

/** Challenges that can run at a time. */
const RUNNING_MOST = 20;

type Due = Pick<ProfileRecord, '_id' | 'remindAt' | 'dueAt'>;
type Reader = Pick<ReaderRecord, '_id' | 'days' | 'joinedOn'>;

/** Those of the members who agreed to one more. */
async function consenting(ids: readonly MemberId[]): Promise<Set<MemberId>> {
  const members = await byManyIds<Pick<MemberRecord, '_id' | 'consents'>>('members', ids, { consents: true });
  return new Set([...members.values()].flatMap(({ _id, consents }) => ((consents?.reading ?? 0) > 0 ? [_id] : [])));
}

function runningOn(now: Instant): Promise<ChallengeRecord[]> {
  const filter = { state: 'published', endKey: _.gte(dayOf(now)) };
  return find<ChallengeRecord>('challenges', filter, { orderBy: ['endKey', 'asc'], limit: RUNNING_MOST });
}

/** What of those challenges each of the members has joined. */
async function readingsOf(ids: readonly MemberId[], now: Instant): Promise<(memberId: MemberId) => Reading[]> {
  const challenges = ids.length > 0 ? await runningOn(now) : [];
  const today = dayOf(now);
  const readers = await byManyIds<Reader>(
    'readers',
    challenges.flatMap(({ _id }) => ids.map((memberId) => readerId(_id, memberId))),
    { [`days.${today}`]: true, joinedOn: true },
  );
  return (memberId) =>
    challenges.flatMap((challenge) => {
      const reader = readers.get(readerId(challenge._id, memberId));
      if (!reader) return [];
      // Of whoever has not read today the projection leaves nothing of the days.
      const { joinedOn, days = {} } = reader;
      return [{ reader: { joinedOn, days }, terms: termsOf(challenge), title: challenge.plan.title }];
    });
}

/** Whoever asked for it and agreed to a message is reminded at their time, while their day does not count yet. */
export const remind = underLease('reading.remind', async (now) => {
  const due = await find<Due>(
    'profiles',
    { dueAt: _.lte(now) },
    { orderBy: ['dueAt', 'asc'], limit: SWEEP_MOST, projection: { remindAt: true, dueAt: true } },
  );
  const agreed = await consenting(due.map(({ _id }) => _id));
  const readings = await readingsOf([...agreed], now);
  const done = await forEachDue('reading.remind', due, async ({ _id, remindAt, dueAt = now }) => {
    const lacking = agreed.has(_id) ? lackingOn(readings(_id), dayOf(dueAt)) : undefined;
    const message = lacking && reminder(_id, dueAt, lacking.title, now);
    if (message) await insertOnce('messages', message);
    // Whoever chose another time meanwhile has another date.
    const next = remindAt === undefined ? _.remove() : nextReminder(remindAt, now);
    await changeIf('profiles', _id, { dueAt }, { dueAt: next });
  });
  return { found: due.length, done: done.length };
});
