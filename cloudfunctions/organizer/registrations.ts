import * as v from 'valibot';
import { type ActivityRecord, poolTerms } from '../../domain/activity/activity';
import { soughtBy } from '../../domain/member/sought';
import { maskedAnswers } from '../../domain/signup/answers';
import type { QueueEntry } from '../../domain/signup/queue';
import type { RegistrationRecord } from '../../domain/signup/registration';
import { type Applicant, type InputOf, LISTED_STATES, type OpOf, type RegistrationFilter } from '../../types/contract';
import { audited } from '../kit/audit';
import { _ } from '../kit/cloud';
import { byId, byIds, find } from '../kit/documents';
import { cursor, id, text } from '../kit/fields';
import { read } from '../kit/operation';
import { staff } from '../kit/policy';
import { pagesOf } from '../kit/queue';
import { enterpriseNames, LEFT, peopleOf } from './people';
import { matching, namedIn } from './registrations-found';

type Asked = InputOf<OpOf<'organizer.registrations'>>;

const PAGE = 20;

/** A page of registrations, and where the next one goes on. */
interface Found {
  records: RegistrationRecord[];
  positions: Map<string, number>;
  next?: string;
}

/** In the order in which they came. */
async function inOrder(filter: RegistrationFilter, from: string | undefined): Promise<Found> {
  const found = await find<RegistrationRecord>(
    'registrations',
    { ...matching(filter), cameKey: _.gt(from ?? '') },
    { orderBy: ['cameKey', 'asc'], limit: PAGE + 1 },
  );
  const records = found.slice(0, PAGE);
  const last = records.at(-1);
  return { records, positions: new Map(), ...(found.length > PAGE && last && { next: last.cameKey }) };
}

/** Somebody in a queue, with the place they have there and where a page that ends with them goes on. */
interface Queued {
  registration: string;
  position: number;
  cursor: string;
}

/**
 * Where a page of a queue begins: behind the last one shown, or, if they have left it, with whoever came next. People
 * leave from the middle of a queue, so a number alone would skip somebody.
 */
function startOf(entries: readonly QueueEntry[], registration: string, at: number): number {
  const there = entries.findIndex((entry) => entry.registration === registration);
  if (there >= 0) return there + 1;
  const next = entries.findIndex((entry) => entry.at >= at);
  return next < 0 ? entries.length : next;
}

/** One more than a page of those who wait, pool by pool, each queue in its own order. */
async function queuedFrom(pools: readonly string[], from: string | undefined): Promise<Queued[]> {
  const [pool = 0, page = -1, at = 0] = (from ?? '').split('.').map((part) => (part === '' ? undefined : Number(part)));
  const registration = from?.split('.').at(-1) ?? '';
  const queued: Queued[] = [];
  for (let which = pool; which < pools.length; which++) {
    let before = 0;
    for await (const { n, entries } of pagesOf(pools[which] ?? '')) {
      const ahead = which === pool && n < page;
      const start = ahead ? entries.length : which === pool && n === page ? startOf(entries, registration, at) : 0;
      for (const [index, entry] of entries.entries()) {
        if (index < start) continue;
        const key = `${which}.${n}.${entry.at}.${entry.registration}`;
        queued.push({ registration: entry.registration, position: before + index + 1, cursor: key });
        if (queued.length > PAGE) return queued;
      }
      before += entries.length;
    }
  }
  return queued;
}

async function inQueue(activity: ActivityRecord, from: string | undefined): Promise<Found> {
  const pools = poolTerms(activity).map(({ of }) => of);
  const queued = await queuedFrom(pools, from);
  const page = queued.slice(0, PAGE);
  const ids = page.map(({ registration }) => registration);
  const found = new Map((await byIds<RegistrationRecord>('registrations', ids)).map((record) => [record._id, record]));
  const last = page.at(-1);
  return {
    // Who is on the way in or out stands in the queue for a moment more or less than in their registration.
    records: ids.flatMap((each) => found.get(each) ?? []).filter(({ state }) => state === 'waitlisted'),
    positions: new Map(page.map(({ registration, position }) => [registration, position])),
    ...(queued.length > PAGE && last && { next: last.cursor }),
  };
}

async function present({ records, positions }: Found, { sessions }: ActivityRecord): Promise<Applicant[]> {
  const [people, enterprises] = await Promise.all([
    peopleOf(records.map(({ memberId }) => memberId)),
    enterpriseNames(records.map(({ enterpriseId }) => enterpriseId)),
  ]);
  return records.map((record) => {
    const { _id, memberId, enterpriseId, sessionId, zoneId, seats, answers, state, signedUpAt, reason } = record;
    const session = sessions.find((each) => each.id === sessionId);
    const zone = session?.zones.find((each) => each.id === zoneId);
    const position = positions.get(_id);
    return {
      registrationId: _id,
      memberId,
      ...(people.get(memberId) ?? { name: LEFT, phone: '' }),
      enterpriseName: enterprises.get(enterpriseId) ?? '',
      session: { id: sessionId, name: session?.name ?? '' },
      ...(zone && { zone: { id: zone.id, name: zone.name } }),
      companions: seats - 1,
      answers: maskedAnswers(answers),
      state,
      signedUpAt,
      ...(reason !== undefined && { reason }),
      ...(position !== undefined && { position }),
    };
  });
}

/** The queue has an order of its own; a part of it is listed in the order in which they came. */
function foundBy(input: Asked, activity: ActivityRecord): Promise<Found> | Found {
  const { cursor: from, name: typed, ...filter } = input;
  const sought = typed === undefined ? undefined : soughtBy(typed);
  if (sought) return namedIn(sought, filter).then((records) => ({ records, positions: new Map() }));
  const whole = filter.sessionId === undefined && filter.enterpriseId === undefined;
  return filter.state === 'waitlisted' && whole ? inQueue(activity, from) : inOrder(filter, from);
}

export const registrations = read<'organizer.registrations'>({
  policy: staff('admin', 'organizer'),
  schema: v.pipe(
    v.strictObject({
      activityId: id,
      state: v.picklist(LISTED_STATES),
      sessionId: v.exactOptional(id),
      zoneId: v.exactOptional(id),
      enterpriseId: v.exactOptional(id),
      name: v.exactOptional(
        v.pipe(
          text(1, 30),
          v.check((typed) => soughtBy(typed) !== undefined, 'has nothing to look for'),
        ),
      ),
      cursor: v.exactOptional(cursor),
    }),
    v.check(({ zoneId, sessionId }) => zoneId === undefined || sessionId !== undefined, 'a zone is one of a session'),
  ),
  async run(input, call) {
    const activity = await byId<ActivityRecord>('activities', input.activityId);
    if (!activity) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'activity' } };
    const found = await foundBy(input, activity);
    const { next } = found;
    const members = found.records.map(({ memberId }) => memberId);
    const of = { kind: 'activity', id: input.activityId } as const;
    await audited(call, { what: 'organizer.registrations', of, members, phones: 'masked' });
    return {
      ok: true,
      value: { items: await present(found, activity), now: call.now, ...(next !== undefined && { next }) },
    };
  },
});
