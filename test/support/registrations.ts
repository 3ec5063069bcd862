import type { SessionTerms } from '../../domain/signup/pool';
import { newRegistration, type RegistrationRecord } from '../../domain/signup/registration';
import type { RegistrationState } from '../../types/vocabulary';
import { NOON, session } from './plans';

/** A confirmed registration of somebody for session `s1` of `music`, as a sign-up makes it, with what the test changes. */
export function registrationIn(
  state: RegistrationState = 'confirmed',
  changes: Partial<RegistrationRecord> = {},
  of: SessionTerms = session('s1', 10, [['a', 10]]),
): RegistrationRecord {
  const zone = of.zones[0]?.id;
  const made = newRegistration({
    state: 'confirmed',
    poolId: 'music',
    activityId: 'music',
    terms: { cancelUntil: of.startsAt, takesAttendance: true },
    session: of,
    held: {
      registration: 'r1',
      request: 'q1',
      digest: 'd1',
      counters: zone === undefined ? [of.id] : [of.id, `${of.id}_${zone}`],
      seats: 1,
      at: NOON,
    },
    memberId: 'm1',
    enterpriseId: 'e1',
    answers: {},
    promiseV: 1,
  });
  return { ...made, state, ...changes };
}
