import type { MemberRecord } from '../../domain/member/member';
import type { EntryRecord } from '../../domain/points/account';
import type { Posting } from '../../domain/points/causes';
import { pointsFor, rulesOn } from '../../domain/points/rules';
import { writtenOut } from '../../domain/reading/awards';
import type { ChallengeRecord } from '../../domain/reading/challenge-record';
import type { ReaderContext } from '../../domain/reading/change';
import { type ProfileRecord, shownName } from '../../domain/reading/profile';
import type { AwardPosting, ReaderRecord } from '../../domain/reading/reader';
import { startOfDay } from '../../domain/time/shanghai';
import type { EntryCause } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, changeIf, find } from '../kit/documents';
import { entriesOf, post } from '../kit/ledger';
import { forEachDue, SWEEP_MOST, underLease } from '../kit/sweep';
import { Busy } from '../kit/transaction';
import { hideOf, tellOf } from './boards';
import { erase, loadErased } from './check-ins';
import { loadChallenge } from './known-challenge';
import { changeReader, contextOf, readerDifference } from './readers';
import { loadProfile, nameOf } from './seen';
import { tellReaders } from './set-seen-as';
import { creditTeam } from './teams';

type Earn = Extract<AwardPosting, { do: 'earn' }>;

function causeOf({ kind, days }: Earn, title: string): EntryCause {
  return { kind, title, ...(days !== undefined && { days }) };
}

function earning(award: Earn, title: string, { books }: ReaderContext): Posting {
  const { id, kind, day, days = 0 } = award;
  const book = rulesOn(books, day);
  const deed = kind === 'streak' ? { kind, days } : { kind };
  const { version: rules, caps } = book;
  const cause = causeOf(award, title);
  return { do: 'earn', id, on: startOfDay(day), cause, kind, points: pointsFor(book, deed), rules, caps };
}

/** Why what is taken back had been earned: as its entry says, or as what is still pending does. */
function undoneCause(of: string, pending: readonly AwardPosting[], entries: readonly EntryRecord[], title: string) {
  const earned = pending.find((each): each is Earn => each.do === 'earn' && each.id === of);
  const cause = earned ? causeOf(earned, title) : entries.find(({ _id }) => _id === of)?.cause;
  const undone = { kind: 'reading' as const, title, undone: true as const };
  return cause?.kind === 'reading' || cause?.kind === 'streak' ? { ...cause, undone: true as const } : undone;
}

async function postingsOf({ pending }: ReaderRecord, title: string, context: ReaderContext): Promise<Posting[]> {
  const backs = pending.filter((each) => each.do === 'take-back').map(({ id }) => id);
  const entries = await entriesOf(backs);
  return pending.map((award): Posting => {
    if (award.do === 'earn') return earning(award, title, context);
    const cause = undoneCause(award.id, pending, entries, title);
    return { do: 'take-back', of: award.id, on: context.now, cause };
  });
}

/** Name and enterprise as profile and membership say after the reader was read: what they become later makes it due. */
async function asSeen(reader: ReaderRecord): Promise<ReaderRecord> {
  const { memberId, name: _name, ...rest } = reader;
  const [{ seenAs }, member] = await Promise.all([
    loadProfile(memberId),
    byId<MemberRecord>('members', memberId, { name: true, enterpriseId: true }),
  ]);
  const name = member && shownName(member.name, seenAs);
  const enterpriseId = member?.enterpriseId ?? reader.enterpriseId;
  const enterpriseName = enterpriseId === reader.enterpriseId ? reader.enterpriseName : await nameOf(enterpriseId);
  return { ...rest, memberId, enterpriseId, enterpriseName, ...(name !== undefined && { name }) };
}

async function lookedAt(reader: ReaderRecord, context: ReaderContext): Promise<ReaderRecord> {
  if (!reader.retell) return reader;
  const seen = await asSeen(reader);
  if (seen.name === reader.name && seen.enterpriseId === reader.enterpriseId) return reader;
  const changed = await changeReader<never>(reader, context, () => ({ kind: 'change', reader: seen, days: [] }));
  if (changed.kind !== 'changed') throw new Busy('the reader kept changing');
  return changed.reader;
}

/** All that follows from a reader as they are now, then that it is done; each step can be done again. */
async function bringUpToDate(id: string, challenge: ChallengeRecord, now: Instant): Promise<void> {
  const found = await byId<ReaderRecord>('readers', id);
  if (!found) return;
  const context = await contextOf(challenge, now);
  const reader = await lookedAt(found, context);
  const hidden = reader.retell && reader.name === undefined;
  const told = (await tellOf(reader, context.terms, now)) && (!hidden || (await hideOf(reader, context.terms, now)));
  if (!told) throw new Busy('the boards kept changing');
  if (!(await creditTeam(reader, now))) throw new Busy('the team kept changing');
  await erase(await loadErased(reader.removed.map((each) => each.id)));
  if (reader.pending.length > 0) {
    const postings = await postingsOf(reader, challenge.plan.title, context);
    await post(reader.memberId, now, postings);
  }
  const { retell: _retell, dueAt: _due, ...done } = { ...writtenOut(reader, reader.pending.length), untold: [] };
  await changeIf('readers', id, { rev: reader.rev }, readerDifference(reader, done));
}

/** Profiles whose readers may not have heard how they are seen, because the call died. */
async function sweepProfiles(now: Instant): Promise<void> {
  const due = await find<ProfileRecord>(
    'profiles',
    { tellAt: _.lte(now) },
    { orderBy: ['tellAt', 'asc'], limit: SWEEP_MOST },
  );
  await forEachDue('reading.sweepReaders', due, (profile) => tellReaders(profile, now));
}

/** Readers with something to write out, those that are due longest first; each is read alone, for a year of one is long. */
export const sweepReaders = underLease('reading.sweepReaders', async (now) => {
  await sweepProfiles(now);
  const due = await find<Pick<ReaderRecord, '_id' | 'challengeId'>>(
    'readers',
    { dueAt: _.lte(now) },
    { orderBy: ['dueAt', 'asc'], limit: SWEEP_MOST, projection: { challengeId: true } },
  );
  const ids = [...new Set(due.map(({ challengeId }) => challengeId))];
  const challenges = new Map(
    (await Promise.all(ids.map(loadChallenge))).flatMap((each) => (each ? [[each._id, each] as const] : [])),
  );
  const done = await forEachDue('reading.sweepReaders', due, async ({ _id, challengeId }) => {
    const challenge = challenges.get(challengeId);
    if (!challenge) throw new Error(`no challenge ${challengeId}`);
    await bringUpToDate(_id, challenge, now);
  });
  return { found: due.length, done: done.length };
});
