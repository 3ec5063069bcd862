import type { Accepted, Admitted } from '../../types/contract';
import { enterpriseNameOf, type Person, presentAttendee } from './attendee';
import type { LetIn } from './let-in';

/** What whoever let them in sees of them. */
export async function presentAdmitted({ record, person, session, again }: LetIn<Person>): Promise<Accepted<Admitted>> {
  const attendee = presentAttendee(record, person, await enterpriseNameOf(person), session);
  return { ok: true, value: { ...attendee, again } };
}
