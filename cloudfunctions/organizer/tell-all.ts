import {
  type AnnouncementRecord,
  announcementMessageId,
  isReceiver,
  messageTo,
  type Receiver,
} from '../../domain/message/announcement';
import type { Consents } from '../../domain/message/consent';
import { timeKey } from '../../domain/time/shanghai';
import { ABANDONED_MS, FUNCTION_SECONDS } from '../../types/limits';
import type { Instant, MemberId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byManyIds, changeIf, find, insertTogether } from '../kit/documents';

/** Registrations looked at in one part: after each it is noted how far it has come. */
export const PART = 200;
/** Messages written in one call: at their longest they fit into a request. */
const TOGETHER = 50;
/** After so long a run begins no further part. */
const ENOUGH_MS = (FUNCTION_SECONDS * 1_000) / 2;
/** Who goes on with an announcement is alone with it for so long, which is longer than they can live. */
export const HOLD_MS = 3 * ABANDONED_MS;

const LOOKED_AT = {
  ...{ memberId: true, sessionId: true, state: true, startKey: true, cameKey: true },
  ...{ placed: true, endedBy: true, cancelledAt: true, void: true },
};

/** Each member once, for the first of their registrations. */
function eachOnce(found: readonly Receiver[]): Receiver[] {
  const known = new Map<MemberId, Receiver>();
  for (const each of found) if (!known.has(each.memberId)) known.set(each.memberId, each);
  return [...known.values()];
}

/**
 * Writes the messages of those who were found, and gives how many people have it for one of these registrations. Those
 * that a run wrote which died before it could say so are counted too, whatever became of the registration since.
 */
async function writeTo(announcement: AnnouncementRecord, found: readonly Receiver[], now: Instant): Promise<number> {
  const idOf = (memberId: MemberId) => announcementMessageId(announcement, memberId);
  const ids = found.map(({ memberId }) => idOf(memberId));
  const there = await byManyIds<{ _id: string; registrationId: string }>('messages', ids, { registrationId: true });
  const wanted = eachOnce(found.filter((each) => isReceiver(announcement, each) && !there.has(idOf(each.memberId))));
  const members = await byManyIds<{ _id: MemberId; consents?: Consents }>(
    'members',
    wanted.map(({ memberId }) => memberId),
    { consents: true },
  );
  // Who has left the union is told nothing more.
  const messages = wanted.flatMap((each) => {
    const member = members.get(each.memberId);
    return member ? [messageTo(announcement, each, member.consents, now)] : [];
  });
  for (let from = 0; from < messages.length; from += TOGETHER)
    await insertTogether('messages', messages.slice(from, from + TOGETHER));
  const here = new Set<string>(found.map(({ _id }) => _id));
  return messages.length + [...there.values()].filter(({ registrationId }) => here.has(registrationId)).length;
}

/**
 * The next part, in the order in which people came, which nothing changes. What it comes to is noted only if nobody else
 * has gone on with it meanwhile: else nothing is given. `dueAt` is when the next part is due, if there is one.
 */
async function tellPart(
  held: AnnouncementRecord,
  now: Instant,
  dueAt: Instant,
): Promise<AnnouncementRecord | undefined> {
  const { _id, activityId, at, after } = held;
  const found = await find<Receiver>(
    'registrations',
    { activityId, cameKey: _.gt(after).and(_.lt(timeKey(at))) },
    { orderBy: ['cameKey', 'asc'], limit: PART, projection: LOOKED_AT },
  );
  const written = held.written + (await writeTo(held, found, now));
  const next = { ...held, after: found.at(-1)?.cameKey ?? after, written };
  const asHeld = { after, dueAt: held.dueAt };
  if (found.length === PART) {
    const noted = await changeIf('announcements', _id, asHeld, { after: next.after, written, dueAt });
    return noted ? { ...next, dueAt } : undefined;
  }
  // An entry of the log that says nobody would not be shown.
  if (written > 0) await changeIf('logs', _id, {}, { count: written });
  const { dueAt: _over, ...done } = { ...next, doneAt: now };
  const noted = await changeIf('announcements', _id, asHeld, {
    ...{ after: next.after, written, doneAt: now },
    dueAt: _.remove(),
  });
  return noted ? done : undefined;
}

/** Goes on with an announcement that the caller holds, for so many parts or until it is time to end. */
export async function tellSome(held: AnnouncementRecord, now: Instant, parts: number): Promise<void> {
  const begun = Date.now();
  let current: AnnouncementRecord | undefined = held;
  for (let part = 1; current?.dueAt !== undefined; part++) {
    const goesOn = part < parts && Date.now() - begun < ENOUGH_MS;
    current = await tellPart(current, now, goesOn ? current.dueAt : now);
    if (!goesOn) return;
  }
}
