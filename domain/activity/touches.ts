import type { Plan, SessionPlan, Touch, Venue } from '../../types/contract';
import type { ActivityId, Employment, MemberId } from '../../types/vocabulary';
import { digestOfInput } from '../id/base32';
import type { RegistrationRecord } from '../signup/registration';

/** Somebody who holds something in the activity, as far as an edit may break it. */
export type Holder = Pick<RegistrationRecord, 'memberId' | 'state' | 'sessionId' | 'zoneId' | 'enterpriseId'> & {
  employment?: Employment;
};

/** Whom an edit touches, named by their memberIds. */
export interface TouchFound extends Omit<Touch, 'names'> {
  of: MemberId[];
}

/** Who can only wait, for a decision or in the queue: without their session or zone they are let go, with the reason. */
const WAITING: readonly RegistrationRecord['state'][] = ['applied', 'waitlisted'];

export const sameTimes = (a: Pick<SessionPlan, 'startsAt' | 'endsAt'>, b: typeof a): boolean =>
  a.startsAt === b.startsAt && a.endsAt === b.endsAt;

export function samePlace(a: Venue, b: Venue): boolean {
  return a.name === b.name && a.address === b.address && a.latitude === b.latitude && a.longitude === b.longitude;
}

/** Whether the list lets fewer through than before; no list lets everybody through. */
function narrower<T>(before: readonly T[] | undefined, after: readonly T[] | undefined): boolean {
  if (!after) return false;
  return !before || before.some((each) => !after.includes(each));
}

/** Whether who may sign up by their employment becomes fewer: only then must it be known of everybody. */
export function narrowsEmployment(before: Plan, after: Plan): boolean {
  return narrower(before.eligibility.employments, after.eligibility.employments);
}

const goneFrom = (before: readonly { id: string }[], after: readonly { id: string }[]): string[] =>
  before.flatMap(({ id }) => (after.some((each) => each.id === id) ? [] : [id]));

/** Sessions that get zones which they had none of: whoever is in already is in none of them. */
export function newlyZoned(before: Plan, after: Plan): string[] {
  return after.sessions.flatMap(({ id, zones }) => {
    const former = before.sessions.find((session) => session.id === id);
    return former && former.zones.length === 0 && zones.length > 0 ? [id] : [];
  });
}

/** Whether anybody at all could be touched: else nobody who registered need be looked at. */
export function couldTouch(before: Plan, after: Plan): boolean {
  const sessions = before.sessions.some((session) => {
    const next = after.sessions.find(({ id }) => id === session.id);
    return !next || !sameTimes(session, next) || goneFrom(session.zones, next.zones).length > 0;
  });
  return (
    sessions ||
    !samePlace(before.venue, after.venue) ||
    narrower(before.eligibility.enterprises, after.eligibility.enterprises) ||
    narrowsEmployment(before, after) ||
    newlyZoned(before, after).length > 0
  );
}

function touch(what: Touch['what'], holders: readonly Holder[], sessionId?: string): TouchFound[] {
  const of = [...new Set(holders.map(({ memberId }) => memberId))];
  return of.length === 0 ? [] : [{ what, ...(sessionId !== undefined && { sessionId }), people: of.length, of }];
}

function touchesOfSession(before: SessionPlan, after: Plan, holders: readonly Holder[]): TouchFound[] {
  const { id } = before;
  const here = holders.filter(({ sessionId }) => sessionId === id);
  const waiting = here.filter(({ state }) => WAITING.includes(state));
  const next = after.sessions.find((session) => session.id === id);
  if (!next) return touch('session-gone', waiting, id);
  const zones = goneFrom(before.zones, next.zones);
  const inGone = waiting.filter(({ zoneId }) => zoneId !== undefined && zones.includes(zoneId));
  return [...(sameTimes(before, next) ? [] : touch('moved', here, id)), ...touch('zone-gone', inGone, id)];
}

/**
 * What an edit breaks for people who rely on it. A deadline to cancel that comes earlier is none of it: everybody keeps
 * the one that they signed up with. Nor is sign-up that closes earlier: who has signed up does not need it any more.
 * Places that are held in what is gone do not stand here, since they refuse the edit (see `tooSmall`).
 */
export function touchesOf(before: Plan, after: Plan, holders: readonly Holder[]): TouchFound[] {
  const { enterprises, employments } = after.eligibility;
  const enterpriseNarrower = narrower(before.eligibility.enterprises, enterprises);
  const employmentNarrower = narrowsEmployment(before, after);
  const outside = holders.filter(
    ({ enterpriseId, employment }) =>
      (enterpriseNarrower && !enterprises?.includes(enterpriseId)) ||
      (employmentNarrower && employment !== undefined && !employments?.includes(employment)),
  );
  return [
    ...before.sessions.flatMap((session) => touchesOfSession(session, after, holders)),
    ...(samePlace(before.venue, after.venue) ? [] : touch('venue', holders)),
    ...touch('no-longer-eligible', outside),
  ];
}

/**
 * What an organizer confirms: this plan, made from that version, with these touches. Where any of it is different by
 * then, it is asked again.
 */
export function confirmationOf(
  { activityId, termsV, plan }: { activityId: ActivityId; termsV: number; plan: Plan },
  touches: readonly TouchFound[],
): string {
  const kinds = touches.map(({ what, sessionId, people }) => ({ what, sessionId, people }));
  return digestOfInput('confirm', { activityId, termsV, plan, touches: kinds });
}
