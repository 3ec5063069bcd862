import * as v from 'valibot';
import { type ChallengeRecord, phaseOn } from '../../domain/reading/challenge-record';
import type { ProfileRecord } from '../../domain/reading/profile';
import type { ReaderRecord } from '../../domain/reading/reader';
import { recall, remember } from '../../domain/request/remembered';
import { dayOf } from '../../domain/time/shanghai';
import type { SeenAs } from '../../types/contract';
import { ABANDONED_MS } from '../../types/limits';
import type { Instant, MemberId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byIds, changeAll, changeIf, difference, find, insertOnce } from '../kit/documents';
import { type WriteCall, write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { Busy } from '../kit/transaction';
import { contextOf, memberOf, tellNow } from './readers';
import { loadProfile, seenName } from './seen';

/** Challenges that one member reads in at a time. */
const READERS_MOST = 20;
const TRIES = 6;

async function advance(before: ProfileRecord, next: ProfileRecord): Promise<ProfileRecord | undefined> {
  const stored = { ...next, rev: before.rev + 1 };
  const done =
    before.rev === 0
      ? await insertOnce('profiles', stored)
      : await changeIf('profiles', before._id, { rev: before.rev }, difference(before, stored));
  return done ? stored : undefined;
}

/** Shared notes of who is seen by nobody are theirs alone again. */
async function keepBack(memberId: MemberId): Promise<void> {
  const gone = ['author', 'feedKey', 'queueKey', 'checkAt', 'featured', 'moderation.dueAt', 'moderation.reason'];
  await changeAll(
    'checkIns',
    { memberId, shared: true },
    {
      ...{ shared: false, 'moderation.state': 'draft', 'moderation.tries': 0, rev: _.inc(1) },
      ...Object.fromEntries([...gone, 'moderation.decidedBy'].map((field) => [field, _.remove()])),
    },
  );
}

/** What the profile says goes to all of the reader's documents, each in one update; a sweep sees to their boards. */
export async function tellReaders({ _id: memberId, seenAs, rev }: ProfileRecord, now: Instant): Promise<void> {
  const name = await seenName(memberId, seenAs);
  const change = { name: name === undefined ? _.remove() : name, retell: true, rev: _.inc(1), dueAt: _.min(now) };
  await changeAll('readers', { memberId }, change);
  if (seenAs === 'nobody') await keepBack(memberId);
  await changeIf('profiles', memberId, { rev }, { tellAt: _.remove() });
}

/** At once in what is under way; a sweep tells the boards of what is over. */
async function tellRunning(memberId: MemberId, now: Instant): Promise<void> {
  const found = await find<Pick<ReaderRecord, '_id' | 'challengeId'>>(
    'readers',
    { memberId },
    { limit: 100, projection: { challengeId: true } },
  );
  const challenges = await byIds<ChallengeRecord>(
    'challenges',
    found.map(({ challengeId }) => challengeId),
  );
  const running = challenges.filter((challenge) => phaseOn(challenge, dayOf(now)) === 'running').slice(0, READERS_MOST);
  const ids = found.filter(({ challengeId }) => running.some(({ _id }) => _id === challengeId)).map(({ _id }) => _id);
  for (const reader of await byIds<ReaderRecord>('readers', ids)) {
    const challenge = running.find(({ _id }) => _id === reader.challengeId);
    if (challenge) await tellNow(reader, await contextOf(challenge, now));
  }
}

async function changed(memberId: MemberId, seenAs: SeenAs, { request, now }: WriteCall) {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const profile = await loadProfile(memberId);
    const known = recall(profile.requests, request);
    if (known !== 'new') return { known, profile };
    const requests = remember(profile.requests, request);
    const stored = await advance(profile, { ...profile, seenAs, requests, tellAt: now + ABANDONED_MS });
    if (stored) return { known, profile: stored };
  }
  throw new Busy('the profile kept changing');
}

/** The profile says it first, so that whoever reads anew is right at once; then all that shows a name hears of it. */
export const setSeenAs = write<'reading.setSeenAs'>({
  policy: anyone,
  schema: v.strictObject({ seenAs: v.picklist(['name', 'surname', 'nobody']) }),
  async run({ seenAs }, call) {
    const member = memberOf(call.caller);
    if (!member) return { ok: false, refusal: 'NOT_MEMBER', detail: {} };
    const { memberId } = member;
    const { known, profile } = await changed(memberId, seenAs, call);
    if (known === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
    if (known === 'same' && profile.tellAt === undefined) return { ok: true, value: { seenAs } };
    await tellReaders(profile, call.now);
    await tellRunning(memberId, call.now);
    return { ok: true, value: { seenAs } };
  },
});
