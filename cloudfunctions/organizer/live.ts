import * as v from 'valibot';
import type { ActivityRecord } from '../../domain/activity/activity';
import { type LiveFound, liveOf } from '../../domain/activity/live';
import type { LiveActivity } from '../../types/contract';
import type { ActivityId, Instant } from '../../types/vocabulary';
import { _, database } from '../kit/cloud';
import { byId } from '../kit/documents';
import { id } from '../kit/fields';
import { read } from '../kit/operation';
import { staff } from '../kit/policy';

const COUNTED = { used: 1, held: 1, enterprises: 1, arrived: 1 };
const SAID = ['sessions', 'caps', 'opensAt', 'closesAt', 'cancelled'];

/**
 * All that the live page shows, in one look: the pools' counters and how many claims each holds, the pages of the
 * queues, the names of the enterprises that were ever counted. Only those who wait for a word, or were offered a place,
 * are in no counter: the store counts them by the index of their state. Joined to one row, so that it is done once
 * however many shards there are.
 */
async function look(activityId: ActivityId): Promise<LiveFound | undefined> {
  const $ = _.aggregate;
  const open = { activityId, state: _.in(['applied', 'offered']), void: _.exists(false) };
  const counting = $.pipeline()
    .match(open)
    .group({ _id: '$state', count: $.sum(1) })
    .done();
  const { list } = await database
    .collection('pools')
    .aggregate()
    .match({ activityId })
    .project({
      ...{ of: 1, ...COUNTED, people: $.size($.objectToArray('$claims')) },
      ...Object.fromEntries(SAID.map((field) => [`terms.${field}`, 1])),
    })
    .limit(1_000)
    .group({ _id: null, pools: $.push('$$ROOT') })
    .lookup({ from: 'queues', localField: 'pools.of', foreignField: 'of', as: 'queues' })
    .lookup({ from: 'enterprises', localField: 'pools.enterprises', foreignField: '_id', as: 'firms' })
    .lookup({ from: 'registrations', pipeline: counting, as: 'states' })
    .project({
      ...{ pools: 1, 'firms._id': 1, 'firms.name': 1, states: 1 },
      waiting: $.map({ input: '$queues', as: 'page', in: $.size('$$page.entries') }),
    })
    .end();
  return (list as LiveFound[])[0];
}

/** What nobody can sign up to has no pools, and nothing to count. */
const asDraft = ({ opensAt, closesAt }: ActivityRecord, now: Instant): LiveActivity => ({
  state: 'draft',
  ...{ applied: 0, confirmed: 0, waitlisted: 0, offered: 0, arrived: 0 },
  signUp: 'before',
  ...{ opensAt, closesAt, sessions: [], now },
});

/** Two calls, the caller's own read among them; a third where it turns out to be a draft, or nothing. */
export const live = read<'organizer.live'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({ activityId: id }),
  async run({ activityId }, { now }) {
    const found = await look(activityId);
    const value = found && liveOf(found, now);
    if (value) return { ok: true, value };
    const activity = await byId<ActivityRecord>('activities', activityId);
    if (!activity) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'activity' } };
    return { ok: true, value: asDraft(activity, now) };
  },
});
