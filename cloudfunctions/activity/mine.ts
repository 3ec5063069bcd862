import * as v from 'valibot';
import { type ActivityRecord, termsOf } from '../../domain/activity/activity';
import type { RegistrationRecord } from '../../domain/signup/registration';
import { HELD } from '../../domain/signup/states';
import type { Instant, MemberId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byIds, find } from '../kit/documents';
import { cursor } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { presentRegistration } from './present';

const PAGE = 20;

/** Still to come: held and not over. Everything else is past, also what was cancelled before its day. */
function filterOf(memberId: MemberId, when: 'upcoming' | 'past', from: string | undefined, now: Instant): object {
  const key = from === undefined ? {} : { startKey: when === 'upcoming' ? _.gt(from) : _.lt(from) };
  const seen = { memberId, ...key, void: _.exists(false) };
  if (when === 'upcoming') return { ...seen, state: _.in(HELD), endsAt: _.gt(now) };
  return _.and(seen, _.or({ state: _.nin(HELD) }, { endsAt: _.lte(now) }));
}

export const mine = read<'activity.mine'>({
  policy: anyone,
  schema: v.strictObject({ when: v.picklist(['upcoming', 'past']), cursor: v.exactOptional(cursor) }),
  async run({ when, cursor: from }, { caller, now }) {
    if (caller.memberId === undefined) return { ok: true, value: { items: [], now } };
    const found = await find<RegistrationRecord>('registrations', filterOf(caller.memberId, when, from, now), {
      orderBy: ['startKey', when === 'upcoming' ? 'asc' : 'desc'],
      limit: PAGE + 1,
    });
    const page = found.slice(0, PAGE);
    const activities = await byIds<ActivityRecord>(
      'activities',
      page.map((record) => record.activityId),
    );
    const terms = new Map(
      activities.map((activity) => [
        activity._id,
        { ...termsOf(activity), ...(activity.cancelReason !== undefined && { cancelReason: activity.cancelReason }) },
      ]),
    );
    const last = page.at(-1);
    return {
      ok: true,
      value: {
        items: page.flatMap((record) => {
          const what = terms.get(record.activityId);
          return what ? [presentRegistration(record, what)] : [];
        }),
        now,
        ...(found.length > PAGE && last && { next: last.startKey }),
      },
    };
  },
});
