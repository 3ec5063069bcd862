import type { Accepted, Admitted } from '../../types/contract';
import { enterpriseNameOf, type Person, presentAttendee } from './attendee';
import type { LetIn } from './let-in';

/** What whoever let them in sees of them: what this request did, also where it was undone before it is sent again. */
export async function presentAdmitted({ record, person, session, again }: LetIn<Person>): Promise<Accepted<Admitted>> {
  const inside = { ...record, state: 'attended' } as const;
  const attendee = presentAttendee(inside, person, await enterpriseNameOf(person), session);
  return { ok: true, value: { ...attendee, again } };
}
