import type { SeenAs } from '../../types/contract';
import type { Instant, MemberId } from '../../types/vocabulary';
import type { AcceptedRequest } from '../request/remembered';

export const PROFILE_V = 1;

/** What holds for a member in every challenge. */
export interface ProfileRecord {
  _id: MemberId;
  v: typeof PROFILE_V;
  rev: number;
  seenAs: SeenAs;
  /** Minutes of the day, Shanghai's. */
  remindAt?: number;
  /** When a sweep should remind next. */
  dueAt?: Instant;
  /** When a sweep should tell the reader's documents how they are seen. */
  tellAt?: Instant;
  requests: AcceptedRequest[];
}

/** Who never said anything is seen by nobody. */
export function openProfile(memberId: MemberId): ProfileRecord {
  return { _id: memberId, v: PROFILE_V, rev: 0, seenAs: 'nobody', requests: [] };
}

/** What others see; `undefined`: not at all. A surname is the first character, or both of a double surname. */
export function shownName(name: string, seenAs: SeenAs): string | undefined {
  switch (seenAs) {
    case 'name':
      return name;
    case 'surname':
      return `${surnameOf(name)}同事`;
    case 'nobody':
      return undefined;
    default:
      return seenAs satisfies never;
  }
}

const DOUBLE = ['欧阳', '司马', '上官', '诸葛', '东方', '皇甫', '尉迟', '公孙', '慕容', '令狐', '司徒', '夏侯', '端木'];

export function surnameOf(name: string): string {
  const double = DOUBLE.find((each) => name.startsWith(each) && name.length > each.length);
  return double ?? [...name][0] ?? '';
}
