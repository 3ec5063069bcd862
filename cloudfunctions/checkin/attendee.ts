import type { EnterpriseRecord, MemberRecord } from '../../domain/member/member';
import { maskPhone } from '../../domain/member/phone';
import type { SessionTerms } from '../../domain/signup/pool';
import type { RegistrationRecord } from '../../domain/signup/registration';
import type { Attendee } from '../../types/contract';
import type { MemberId } from '../../types/vocabulary';
import { byId } from '../kit/documents';

/** What of a member is needed at a gate. */
export type Person = Pick<MemberRecord, '_id' | 'name' | 'phone' | 'enterpriseId' | 'employment'>;

export const PERSON = { name: true, phone: true, enterpriseId: true, employment: true };

/** Who that is now; `undefined` where they have left the union. */
export function personOf(memberId: MemberId): Promise<Person | undefined> {
  return byId<Person>('members', memberId, PERSON);
}

export async function enterpriseNameOf(person: Person | undefined): Promise<string> {
  if (!person) return '';
  return (await byId<EnterpriseRecord>('enterprises', person.enterpriseId, { name: true }))?.name ?? '';
}

/** As the gate sees them; of somebody who has left the union since, nothing but the place. */
export function presentAttendee(
  record: RegistrationRecord,
  person: Person | undefined,
  enterpriseName: string,
  session: Pick<SessionTerms, 'zones'> | undefined,
): Attendee {
  const { _id, state, seats, zoneId, attendance } = record;
  const zone = session?.zones.find(({ id }) => id === zoneId);
  return {
    registrationId: _id,
    name: person?.name ?? '',
    phone: person ? maskPhone(person.phone) : '',
    enterpriseName,
    ...(zone && { zone: { id: zone.id, name: zone.name } }),
    companions: seats - 1,
    state,
    ...(state === 'attended' && attendance && { attendance: { at: attendance.at, way: attendance.way } }),
  };
}
