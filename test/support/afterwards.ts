import { type ActivityPlan, activityFrom } from '../../domain/activity/activity';
import type { AlbumRecord } from '../../domain/afterwards/album';
import type { FeedbackBook, FeedbackRecord } from '../../domain/afterwards/feedback';
import { digestOfText } from '../../domain/id/base32';
import { photoFolder } from '../../domain/member/photo';
import { type ParticipationRecord, withMarks } from '../../domain/participation/participation';
import { sheetParticipation } from '../../domain/participation/sheet-part';
import type { AfterwardsContract, Answer } from '../../types/contract';
import type { MemberId } from '../../types/vocabulary';
import type { Called, RunningCloud } from './cloud';
import { uploadPhoto } from './photos';
import { DAY, HOUR, NOON, plan, session } from './plans';
import { requestIds } from './request-ids';
import { documents, insert } from './town';

export const requestId = requestIds(41);

/** An activity that was over an hour before `NOON`. */
export const HELD = 'held-fair';
export const ENDED = NOON - HOUR;

const heldPlan = (changes: Partial<ActivityPlan>): ActivityPlan =>
  plan({
    ...{ id: HELD, opensAt: NOON - 9 * DAY, closesAt: NOON - 3 * DAY, cancelUntil: NOON - 3 * DAY },
    sessions: [{ ...session('s1', 50), startsAt: ENDED - 2 * HOUR, endsAt: ENDED }],
    ...changes,
  });

export async function addHeld(cloud: RunningCloud, ...all: Partial<ActivityPlan>[]): Promise<void> {
  const plans = all.length === 0 ? [{}] : all;
  await insert(
    cloud,
    'activities',
    plans.map((changes) => activityFrom(heldPlan(changes))),
  );
}

/** A record that somebody was there, as a sheet leaves it, a check-in all but the same; gives its id. */
export async function tookPart(
  cloud: RunningCloud,
  memberId: MemberId,
  changes: Partial<ParticipationRecord> = {},
): Promise<string> {
  const { activityId = HELD, sessionId = 's1' } = changes;
  const facts = { activityId, brand: 'warm', format: 'show', startsAt: { [sessionId]: ENDED - 2 * HOUR } } as const;
  const change = { memberId, sessionId, n: 1, enterpriseId: 'e1', employment: 'employee' } as const;
  const record = { ...sheetParticipation(change, facts, NOON), ...changes };
  await insert(cloud, 'participations', [withMarks(record, NOON)]);
  return record._id;
}

/** Calls an operation of what comes afterwards. */
export function atAfterwards<O extends keyof AfterwardsContract & string>(
  cloud: RunningCloud,
  op: O,
  input: AfterwardsContract[O]['input'],
  openid: string,
  request = requestId(),
): Promise<Called<Answer<AfterwardsContract[O]>>> {
  return cloud.call('afterwards', op, input, { openid, requestId: request });
}

/** Puts a photo where the phone of somebody who serves there does; its file id. */
export const uploadForAlbum = (cloud: RunningCloud, openid: string, name: string): Promise<string> =>
  uploadPhoto(cloud, openid, name, photoFolder('album', digestOfText(openid)));

export async function albumOf(cloud: RunningCloud, activityId = HELD): Promise<AlbumRecord | undefined> {
  return (await documents<AlbumRecord>(cloud, 'albums')).find(({ _id }) => _id === activityId);
}

export async function bookOf(cloud: RunningCloud, activityId = HELD): Promise<FeedbackBook | undefined> {
  return (await documents<FeedbackBook>(cloud, 'feedbackBooks')).find(({ _id }) => _id === activityId);
}

export const feedbackOf = (cloud: RunningCloud): Promise<FeedbackRecord[]> =>
  documents<FeedbackRecord>(cloud, 'feedback');

/** What a book must be, counted anew from every answer that stands: an independent count, for whoever nobody has left. */
export function recounted(answers: readonly FeedbackRecord[], activityId = HELD): Omit<FeedbackBook, 'v'> {
  const stars = [0, 0, 0, 0, 0];
  const again = { yes: 0, maybe: 0, no: 0 };
  for (const each of answers.filter((one) => one.activityId === activityId)) {
    stars[each.stars - 1] = (stars[each.stars - 1] ?? 0) + 1;
    again[each.again] += 1;
  }
  return { _id: activityId, stars, again };
}
