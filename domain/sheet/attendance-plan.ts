import { sha256 } from '@noble/hashes/sha256';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { UnmatchedRow } from '../../types/contract/sheet';
import type { Day, MemberId } from '../../types/vocabulary';
import { compared } from './tidy';

/** One row of a sheet, the phone replaced by what stands for it. */
export interface AttendanceEntry {
  row: number;
  phoneKey: string;
  /** Empty where the sheet has no names. */
  name: string;
  day: Day;
}

export interface KnownMember {
  memberId: MemberId;
  name: string;
  active: boolean;
}

/** That somebody took part on a day is in the books: from a sheet, or because they signed up and checked in. */
export interface Recorded {
  memberId: MemberId;
  day: Day;
  from: 'sheet' | 'app';
}

export interface TookPart {
  memberId: MemberId;
  day: Day;
}

export interface AttendancePlan {
  added: (TookPart & { row: number })[];
  /** Already in the books, from whatever source. */
  unchanged: TookPart[];
  /** In the books because of an earlier sheet, and not in this one. */
  removed: TookPart[];
  unmatched: UnmatchedRow[];
  /** Stands for what would change, as a yes to it must. */
  digest: string;
}

/**
 * From what is in the books to what a sheet says, row by row by phone. What people did in the app stands, whatever a
 * sheet leaves out. Rows that match nobody are told and hold up nothing: guests take part too. Done twice it changes nothing.
 * `signedUp`: who has a place in the app without having come; the list there says whether they did, or they would count as
 * missed and as present.
 */
export function planAttendance(
  entries: readonly AttendanceEntry[],
  members: ReadonlyMap<string, KnownMember>,
  recorded: readonly Recorded[],
  signedUp: readonly TookPart[] = [],
): AttendancePlan {
  const held = new Set(signedUp.map(keyOf));
  const there = new Set(recorded.map(keyOf));
  const said = new Map<string, number>();
  const added: AttendancePlan['added'] = [];
  const unchanged: TookPart[] = [];
  const unmatched: UnmatchedRow[] = [];
  for (const entry of entries) {
    const { row, day } = entry;
    const match = matched(entry, members);
    if ('why' in match) {
      unmatched.push({ row, ...match });
      continue;
    }
    const took = { memberId: match.memberId, day };
    const first = said.get(keyOf(took));
    if (first !== undefined) {
      unmatched.push({ row, why: 'twice', first });
      continue;
    }
    said.set(keyOf(took), row);
    if (there.has(keyOf(took))) unchanged.push(took);
    else if (held.has(keyOf(took))) unmatched.push({ row, why: 'signed-up' });
    else added.push({ row, ...took });
  }
  const removed = recorded
    .filter((each) => each.from === 'sheet' && !said.has(keyOf(each)))
    .map(({ memberId, day }) => ({ memberId, day }));
  return { added, unchanged, removed, unmatched, digest: digestOf(added, removed) };
}

function matched(
  { phoneKey, name }: AttendanceEntry,
  members: ReadonlyMap<string, KnownMember>,
): { memberId: MemberId } | { why: 'not-a-member' | 'another-name' | 'not-active' } {
  const member = members.get(phoneKey);
  if (!member) return { why: 'not-a-member' };
  if (name !== '' && compared(name) !== compared(member.name)) return { why: 'another-name' };
  if (!member.active) return { why: 'not-active' };
  return { memberId: member.memberId };
}

const keyOf = ({ memberId, day }: TookPart): string => `${memberId} ${day}`;

function digestOf(...lists: readonly (readonly TookPart[])[]): string {
  const keys = lists.map((list) => list.map(keyOf).sort());
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(keys)))).slice(0, 32);
}
