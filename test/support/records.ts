import type { RegistrationRecord } from '../../domain/signup/registration';
import type { RegistrationState } from '../../types/vocabulary';
import { DAY, HOUR, NOON } from './plans';

/** Written out, so that a state added to the vocabulary does not compile here before somebody thought of its tests. */
const EVERY: Record<RegistrationState, true> = {
  applied: true,
  confirmed: true,
  waitlisted: true,
  offered: true,
  declined: true,
  expired: true,
  cancelled: true,
  attended: true,
  absent: true,
};
export const STATES = Object.keys(EVERY) as RegistrationState[];

const OVER: readonly RegistrationState[] = ['declined', 'expired', 'cancelled'];
const WITH_PLACE: readonly RegistrationState[] = ['offered', 'confirmed', 'attended', 'absent'];

/** A settled registration that stands in that state, as the store may hold it. */
export function recordIn(state: RegistrationState): RegistrationRecord {
  return {
    _id: 'r1',
    v: 1,
    rev: 7,
    memberId: 'm1',
    activityId: 'music',
    poolId: 'music',
    holdKey: OVER.includes(state) ? 'r1' : 'music.m1',
    sessionId: 's2',
    zoneId: 'a',
    counters: ['s2', 's2_a'],
    state,
    enterpriseId: 'e1',
    answers: { why: '想听' },
    seats: 2,
    signedUpAt: NOON - DAY,
    cancelUntil: NOON + DAY,
    endsAt: NOON + 2 * DAY,
    startKey: `${NOON + 2 * DAY - HOUR}_r1`,
    cameKey: `${NOON - DAY}_r1`,
    absentAt: NOON + 2 * DAY + HOUR,
    ...(state === 'waitlisted' && { queuePage: 3 }),
    ...(state === 'offered' && { offerUntil: NOON + HOUR }),
    ...(WITH_PLACE.includes(state) && { placed: true as const }),
    ...(state === 'attended' && {
      attendance: {
        at: NOON,
        way: 'ticket' as const,
        by: 'volunteer1',
        gate: 'north',
        brand: 'warm' as const,
        format: 'show' as const,
        enterpriseId: 'e9',
        employment: 'new-form' as const,
      },
    }),
    proofs: state === 'attended' ? 1 : 0,
    promiseV: 1,
    news: [],
    requests: [{ id: 'q1', digest: 'd1' }],
  };
}
