import type { RegistrationRecord } from '../../domain/signup/registration';
import { arrivalNames } from '../../domain/ticket/arrivals';
import { _ } from './cloud';
import { changeAll } from './documents';

/**
 * Counts who has come, once: the claim notes the number of the proof in the same update that the numbers go up in. A
 * call that was slow may be here after the check-in was undone; its proof is an older one then, and nothing is counted.
 */
export async function countArrival({ _id, poolId, memberId, seats, attendance, proofs, ...place }: RegistrationRecord) {
  if (!attendance) return;
  const claim = `claims.${memberId}`;
  const counts = arrivalNames(place, attendance).map((name) => [`arrived.${name}`, _.inc(seats)]);
  await changeAll(
    'pools',
    { of: poolId, [`${claim}.registration`]: _id, [`${claim}.proof`]: _.not(_.gte(proofs)) },
    {
      [`${claim}.came`]: attendance.at,
      [`${claim}.proof`]: proofs,
      ...Object.fromEntries(counts),
      // They may have changed to an enterprise that nobody signed up from.
      enterprises: _.addToSet(attendance.enterpriseId),
    },
  );
}

/** Takes that back, once, where the check-in was a mistake. */
export async function uncountArrival({
  _id,
  poolId,
  memberId,
  seats,
  attendance,
  proofs,
  ...place
}: RegistrationRecord) {
  if (!attendance) return;
  const claim = `claims.${memberId}`;
  const counts = arrivalNames(place, attendance).map((name) => [`arrived.${name}`, _.inc(-seats)]);
  await changeAll(
    'pools',
    { of: poolId, [`${claim}.registration`]: _id, [`${claim}.proof`]: proofs - 1 },
    { [`${claim}.came`]: _.remove(), [`${claim}.proof`]: proofs, ...Object.fromEntries(counts) },
  );
}
