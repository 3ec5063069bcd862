import * as v from 'valibot';
import type { ActivityRecord } from '../../domain/activity/activity';
import { announceableUntil } from '../../domain/message/announceable';
import {
  ANNOUNCED_MOST,
  ANNOUNCED_STATES,
  audienceOf,
  cancelledAtOf,
  dayKey,
  usedUp,
} from '../../domain/message/announcement';
import type { RegistrationRecord } from '../../domain/signup/registration';
import type { Announcing, SessionAudience } from '../../types/contract';
import type { ActivityId, Instant, SessionId } from '../../types/vocabulary';
import { _, database } from '../kit/cloud';
import { byId, countOf } from '../kit/documents';
import { id } from '../kit/fields';
import { read } from '../kit/operation';
import { staff } from '../kit/policy';

/** How many of a session stand in the same way. */
interface Counted {
  _id: Pick<RegistrationRecord, 'state' | 'placed'> & { session: SessionId };
  count: number;
}

/** The store counts, by the index of their state: nobody is read. */
async function countedOf(match: object): Promise<Counted[]> {
  const { list } = await database
    .collection('registrations')
    .aggregate()
    .match(match)
    .group({ _id: { session: '$sessionId', state: '$state', placed: '$placed' }, count: _.aggregate.sum(1) })
    .limit(1_000)
    .end();
  return list as Counted[];
}

/** Those who stand in a state that is written to, and those who were let down when it was cancelled. */
async function allCounted(activityId: ActivityId, cancelledAt: Instant | undefined): Promise<Counted[]> {
  const standing = countedOf({ activityId, state: _.in(ANNOUNCED_STATES) });
  if (cancelledAt === undefined) return standing;
  const ended = { activityId, state: 'cancelled', endedBy: 'organizer', cancelledAt: _.gte(cancelledAt) };
  return (await Promise.all([standing, countedOf(ended)])).flat();
}

/** By session; a session that is gone is there while somebody stands in it. */
function bySession(activity: ActivityRecord, counted: readonly Counted[]): SessionAudience[] {
  const cancelledAt = cancelledAtOf(activity);
  const none = { confirmed: 0, waitlisted: 0, applied: 0 };
  const all = new Map<SessionId, SessionAudience>(
    activity.sessions.map(({ id: session, name, startsAt }) => [session, { id: session, name, startsAt, ...none }]),
  );
  for (const { _id, count } of counted) {
    const { session, state, placed } = _id;
    const of = all.get(session) ?? { id: session, name: '', startsAt: activity.startsAt, ...none };
    const ended = { endedBy: 'organizer' as const, ...(cancelledAt !== undefined && { cancelledAt }) };
    const [audience] = audienceOf({ state, ...ended, ...(placed && { placed }) }, cancelledAt);
    if (audience) all.set(session, { ...of, [audience]: of[audience] + count });
  }
  return [...all.values()];
}

/** Four calls, however many have signed up; one more where the activity was cancelled. */
export const announcing = read<'organizer.announcing'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({ activityId: id }),
  async run({ activityId }, { now }) {
    const activity = await byId<ActivityRecord>('activities', activityId);
    if (!activity) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'activity' } };
    const [sentToday, counted] = await Promise.all([
      countOf('announcements', { activityId, key: _.gte(dayKey(now)) }),
      allCounted(activityId, cancelledAtOf(activity)),
    ]);
    const { title, state } = activity;
    const enough = usedUp(sentToday, now);
    const value: Announcing = {
      ...{ title, state, sessions: bySession(activity, counted), sentToday, most: ANNOUNCED_MOST },
      ...(enough && { nextAt: enough.nextAt }),
      until: announceableUntil(activity),
      now,
    };
    return { ok: true, value };
  },
});
