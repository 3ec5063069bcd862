import * as v from 'valibot';
import type { ActivityRecord } from '../../domain/activity/activity';
import { checkInWindow } from '../../domain/signup/window';
import { timeKey } from '../../domain/time/shanghai';
import type { Duty } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import type { Caller } from '../kit/caller';
import { _ } from '../kit/cloud';
import { byIds, find } from '../kit/documents';
import { cursor } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { isOrganizer } from './gatekeepers';

const PAGE = 20;

/** Activities to come that are looked at for an organizer: a park announces some hundreds at most. */
const ACTIVITIES_MOST = 1_000;

type Served = Pick<ActivityRecord, '_id' | 'title' | 'brand' | 'state' | 'venue' | 'sessions'>;

const SERVED = { title: true, brand: true, state: true, 'venue.name': true, sessions: true };

/** What the caller's grants reach: an organizer's all that is not over, a volunteer's what they name. */
function servedBy(caller: Caller, now: Instant): Promise<Served[]> {
  if (isOrganizer(caller, now)) {
    const coming = { state: 'published', endKey: _.gt(timeKey(now, '~')) };
    return find<Served>('activities', coming, { limit: ACTIVITIES_MOST, projection: SERVED });
  }
  const named = caller.grants.flatMap(({ role, scope }) =>
    role === 'volunteer' && scope.kind === 'activity' ? [scope.id] : [],
  );
  return byIds<Served>('activities', named, SERVED);
}

function dutiesAt({ _id, title, brand, venue, sessions }: Served): Duty[] {
  return sessions.map(({ id, name, startsAt, endsAt }) => ({
    activityId: _id,
    title,
    brand,
    venueName: venue.name,
    session: { id, name, startsAt, endsAt },
    checkIn: checkInWindow({ startsAt, endsAt }),
  }));
}

/** Soonest first, and told apart where several begin at once. */
const keyOf = ({ activityId, session }: Duty): string => timeKey(session.startsAt, `${activityId}.${session.id}`);

/** Sessions are sorted here and not by the store: an activity has one end, but a session in each month. */
export const duties = read<'checkin.duties'>({
  policy: anyone,
  schema: v.strictObject({ cursor: v.exactOptional(cursor) }),
  async run({ cursor: from = '' }, { caller, now }) {
    const served = (await servedBy(caller, now)).filter(({ state }) => state === 'published');
    const ahead = served
      .flatMap(dutiesAt)
      .filter((duty) => duty.session.endsAt > now && keyOf(duty) > from)
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    const items = ahead.slice(0, PAGE);
    const last = items.at(-1);
    return { ok: true, value: { items, now, ...(ahead.length > PAGE && last && { next: keyOf(last) }) } };
  },
});
