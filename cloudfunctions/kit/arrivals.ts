import type { RegistrationRecord } from '../../domain/signup/registration';
import { arrivalNames } from '../../domain/ticket/arrivals';
import { _ } from './cloud';
import { changeAll } from './documents';

/** Counts who has come, once: the claim notes it in the same update that the numbers go up in. */
export async function countArrival({ _id, poolId, memberId, seats, attendance, ...place }: RegistrationRecord) {
  if (!attendance) return;
  const claim = `claims.${memberId}`;
  const counts = arrivalNames(place, attendance).map((name) => [`arrived.${name}`, _.inc(seats)]);
  await changeAll(
    'pools',
    { of: poolId, [`${claim}.registration`]: _id, [`${claim}.came`]: _.exists(false) },
    { [`${claim}.came`]: attendance.at, ...Object.fromEntries(counts) },
  );
}

/** Takes that back, once, where the check-in was a mistake. */
export async function uncountArrival({ _id, poolId, memberId, seats, attendance, ...place }: RegistrationRecord) {
  if (!attendance) return;
  const claim = `claims.${memberId}`;
  const counts = arrivalNames(place, attendance).map((name) => [`arrived.${name}`, _.inc(-seats)]);
  await changeAll(
    'pools',
    { of: poolId, [`${claim}.registration`]: _id, [`${claim}.came`]: attendance.at },
    { [`${claim}.came`]: _.remove(), ...Object.fromEntries(counts) },
  );
}
