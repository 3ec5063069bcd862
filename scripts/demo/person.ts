import { digestOfText } from '../../domain/id/base32';
import { memberJoining } from '../../domain/member/join';
import { type CallerRecord, callerOf, type MemberRecord } from '../../domain/member/member';
import { phoneKey } from '../../domain/member/phone';
import { heldKeys } from '../../domain/permission/held';
import type { RosterEntry } from '../../domain/sheet/roster-plan';
import { type Employment, type EnterpriseId, type Grant, type Instant, PRIVACY_NOTICE } from '../../types/vocabulary';
import { demoId } from './chance';
import { DEMO_ENVIRONMENT } from './environment';

/** Somebody of the demo; a visitor has no documents, and so is none of these. */
export interface Person {
  openid: string;
  name: string;
  phone: string;
  enterpriseId: EnterpriseId;
  employment: Employment;
  /** On the roster of their enterprise, and so a member at once; otherwise waiting for staff. */
  onRoster: boolean;
  askedAt: Instant;
  grants?: Grant[];
}

export interface PersonRecords {
  member: MemberRecord;
  caller: CallerRecord;
  roster?: RosterEntry;
}

/** That this phone works there. */
export function rosterEntry(enterpriseId: EnterpriseId, phone: string): RosterEntry {
  return { enterpriseId, phoneKey: phoneKey(phone, DEMO_ENVIRONMENT.PHONE_KEY) };
}

export function memberIdOf(openid: string): string {
  return demoId(`member ${openid}`);
}

/** What the store holds of a person: as `member.join` would have written it. */
export function recordsOf(person: Person): PersonRecords {
  const { openid, name, phone, enterpriseId, employment, onRoster, askedAt, grants = [] } = person;
  const key = phoneKey(phone, DEMO_ENVIRONMENT.PHONE_KEY);
  const joined = memberJoining(
    { name, phoneCode: '', enterpriseId, employment, consent: { notice: PRIVACY_NOTICE } },
    {
      memberId: memberIdOf(openid),
      callerKey: digestOfText(openid),
      openid,
      phone,
      phoneKey: key,
      onRoster,
      now: askedAt,
    },
  );
  const member = { ...joined, grants, ...(grants.length > 0 && { held: heldKeys(joined._id, grants) }) };
  const caller = callerOf(member, []);
  return onRoster ? { member, caller, roster: { enterpriseId, phoneKey: key } } : { member, caller };
}
