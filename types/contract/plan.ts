import type { Allocation, Brand, Format, Instant, SessionId, ZoneId } from '../vocabulary';
import type { CoolDown, Eligibility, Question, Quota, Venue } from './activity';

export interface SessionPlan {
  /** `s` and up to six of 0-9 a-z. */
  id: SessionId;
  name: string;
  startsAt: Instant;
  endsAt: Instant;
  capacity: number;
  zones: { id: ZoneId; name: string; capacity: number }[];
}

/** What an organizer decides of an activity; everything else follows from it. */
export interface Plan {
  title: string;
  tagline: string;
  brand: Brand;
  format: Format;
  description: string[];
  /** Files of the storage, up to nine, in the order in which they are shown: a poster, a way, a plan of the hall. */
  images?: string[];
  rules: string[];
  venue: Venue;
  allocation: Allocation;
  waitlist: boolean;
  /** One place a person: in the whole activity, or in each session. */
  onePlacePer: 'activity' | 'session';
  /** How many companions one may bring at most; each takes a seat. */
  companions: number;
  quota?: Quota;
  coolDown?: CoolDown;
  /** Presence is proved, and who does not come counts as absent. */
  takesAttendance: boolean;
  eligibility: Eligibility;
  questions: Question[];
  opensAt: Instant;
  closesAt: Instant;
  cancelUntil: Instant;
  sessions: SessionPlan[];
  /** Shown, but how to sign up is not announced yet. */
  preview: boolean;
}
