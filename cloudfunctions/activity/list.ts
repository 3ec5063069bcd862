import * as v from 'valibot';
import type { ActivityRecord } from '../../domain/activity/activity';
import { gramsSought } from '../../domain/search/grams';
import { timeKey } from '../../domain/time/shanghai';
import { ACTIVITY_FILTERS, type ListActivities } from '../../types/contract/activity';
import { BRANDS, type Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { cursor, day, month, text } from '../kit/fields';
import { read } from '../kit/operation';
import { usedOf } from '../kit/places';
import { anyone } from '../kit/policy';
import { presentCard, usedByActivity } from './present';

const PAGE = 20;
/** Activities of one month that are looked at for its days. */
const MONTH_MOST = 1_000;

/** By which key the page is sorted, which way, and from where it goes on. */
interface Order {
  key: 'startKey' | 'endKey';
  way: 'asc' | 'desc';
}

function orderOf({ status, month: inMonth, day: onDay }: ListActivities): Order {
  if (status === 'past') return { key: 'endKey', way: 'desc' };
  if (status === undefined && (inMonth !== undefined || onDay !== undefined)) return { key: 'startKey', way: 'asc' };
  return { key: 'endKey', way: 'asc' };
}

/** The instants that the status allows; `open` and `soon` are told by the sign-up window. */
function whenOf(status: ListActivities['status'], dated: boolean, now: Instant): Record<string, object | boolean> {
  const notOver = { endKey: _.gt(timeKey(now, '~')) };
  switch (status) {
    case 'past':
      return { endKey: _.lte(timeKey(now, '~')) };
    case 'soon':
      return { ...notOver, opensAt: _.gt(now), preview: false };
    case 'open':
      return { ...notOver, opensAt: _.lte(now), closesAt: _.gt(now), preview: false };
    case 'upcoming':
      return notOver;
    case undefined:
      return dated ? {} : notOver;
    default:
      return status satisfies never;
  }
}

/**
 * What comes after the cursor. By its end, an activity must besides be over or not, as asked: the clock has gone on
 * since the page before, and what ended meanwhile has changed sides.
 */
function beyond(from: string, { key, way }: Order, over: string): object {
  if (key === 'startKey') return _.gt(from);
  if (way === 'asc') return _.gt(from > over ? from : over);
  return from > over ? _.lte(over) : _.lt(from);
}

/** Every condition of the page; a cursor narrows the key that the page is sorted by. */
function filterOf(input: ListActivities, order: Order, now: Instant): object {
  const { brand, month: inMonth, day: onDay, status, text: sought, cursor: from } = input;
  const when = whenOf(status, inMonth !== undefined || onDay !== undefined, now);
  const filter: Record<string, unknown> = { state: 'published', ...when };
  if (brand !== undefined) filter.brand = brand;
  if (inMonth !== undefined) filter.months = inMonth;
  if (onDay !== undefined) filter.days = onDay;
  if (sought !== undefined) filter.grams = _.all(gramsSought(sought));
  if (from !== undefined) filter[order.key] = beyond(from, order, timeKey(now, '~'));
  return filter;
}

async function daysIn(inMonth: string): Promise<string[]> {
  const found = await find<Pick<ActivityRecord, '_id' | 'days'>>(
    'activities',
    { state: 'published', months: inMonth },
    { limit: MONTH_MOST, projection: { days: true } },
  );
  const days = new Set(found.flatMap((activity) => activity.days).filter((each) => each.startsWith(inMonth)));
  return [...days].sort();
}

export const list = read<'activity.list'>({
  policy: anyone,
  schema: v.strictObject({
    brand: v.exactOptional(v.picklist(BRANDS)),
    month: v.exactOptional(month),
    day: v.exactOptional(day),
    status: v.exactOptional(v.picklist(ACTIVITY_FILTERS)),
    text: v.exactOptional(
      v.pipe(
        text(1, 40),
        v.check((sought) => gramsSought(sought).length > 0, 'has nothing to look for'),
      ),
    ),
    cursor: v.exactOptional(cursor),
  }),
  async run(input, { now }) {
    const order = orderOf(input);
    const firstOfMonth = input.month !== undefined && input.cursor === undefined;
    const [found, days] = await Promise.all([
      find<ActivityRecord>('activities', filterOf(input, order, now), {
        orderBy: [order.key, order.way],
        limit: PAGE + 1,
      }),
      firstOfMonth ? daysIn(input.month ?? '') : undefined,
    ]);
    const page = found.slice(0, PAGE);
    const used = usedByActivity(await usedOf(page.map((activity) => activity._id)));
    const last = page.at(-1);
    return {
      ok: true,
      value: {
        items: page.map((activity) => presentCard(activity, used.get(activity._id) ?? {}, now)),
        now,
        ...(found.length > PAGE && last && { next: last[order.key] }),
        ...(days && { days }),
      },
    };
  },
});
