/** The words of the product, once, for both sides. */

/** Milliseconds since 1970-01-01T00:00:00Z, by the server's clock unless said otherwise. */
export type Instant = number;
/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export type Day = string;
/** A calendar month in Asia/Shanghai, `YYYY-MM`. */
export type Month = string;
/** 24 lower-case base32 characters beginning with a letter: random, and safe as a field name. */
export type MemberId = string;
export type EnterpriseId = string;
export type ActivityId = string;
export type SessionId = string;
export type ZoneId = string;
export type RegistrationId = string;
export type BenefitId = string;
export type RedemptionId = string;
/** A merchant, or a station where goods are fetched. */
export type ShopId = string;
export type ChallengeId = string;
/** Three to ten colleagues who take part in a challenge together. */
export type TeamId = string;
export type LeagueId = string;
/** What takes part in a league: one person, a pair, or a team. */
export type EntryId = string;
/** One part of a league, such as its groups; unique within the league. */
export type StageId = string;
/** One match of a league between two entries; unique within the league. */
export type FixtureId = string;
/** One reading check-in: the id of the request that made it, so that sent three times it is one. */
export type CheckInId = string;
/** An ISBN-13 without hyphens, or a book of the park's shelf. */
export type BookId = string;
export type CommentId = string;
/** A ULID made by the client, one for each command; the same one is sent again on a retry. */
export type RequestId = string;

export const BRANDS = ['warm', 'craft', 'vital', 'books'] as const;
/** 温暖药谷, 匠心药谷, 活力药谷, 书香药谷. */
export type Brand = (typeof BRANDS)[number];

/** What kind of event it is; tallies are kept by it. */
export const FORMATS = ['show', 'contest', 'league', 'walk', 'market', 'training', 'care', 'reading'] as const;
export type Format = (typeof FORMATS)[number];

export const EMPLOYMENTS = ['employee', 'new-form'] as const;
/** `new-form` is 新就业形态: couriers, drivers and the like, who work in the park without its labour contract. */
export type Employment = (typeof EMPLOYMENTS)[number];

/** `visitor` has not joined; `pending` waits for staff; `declined` was refused with a reason and may ask again. */
export type MemberStatus = 'visitor' | 'pending' | 'active' | 'declined';

export const ROLES = ['admin', 'organizer', 'unit-officer', 'volunteer', 'referee', 'merchant'] as const;
export type Role = (typeof ROLES)[number];

/** What a grant reaches: everything, one enterprise, one activity, or one shop or station. */
export type Scope =
  | { kind: 'all' }
  | { kind: 'enterprise'; id: EnterpriseId }
  | { kind: 'activity'; id: ActivityId }
  | { kind: 'shop'; id: ShopId };

export interface Grant {
  role: Role;
  scope: Scope;
  /** The last instant at which the grant counts; absent: until revoked. */
  until?: Instant;
}

export const ALLOCATIONS = ['first-come', 'draw', 'approval'] as const;
export type Allocation = (typeof ALLOCATIONS)[number];

/** See product.md: which state follows which is decided in `domain/signup`. */
export type RegistrationState =
  | 'applied'
  | 'confirmed'
  | 'waitlisted'
  | 'offered'
  | 'declined'
  | 'expired'
  | 'cancelled'
  | 'attended'
  | 'absent';

/** What a message is about; each is a template of the platform's for who consented to it. */
export const MESSAGE_KINDS = [
  'offered',
  'offer-expired',
  'approved',
  'declined',
  'waitlisted',
  'cancelled',
  'moved',
  'changed',
  'absent',
  'announced',
  'revoked',
  'ran-out',
  'reading',
  'match-soon',
  'match-moved',
  'match-reported',
  'match-decided',
  'league-drawn',
  'league-cancelled',
  'league-finished',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** The version of the privacy notice that `member.join` asks consent to. */
export const PRIVACY_NOTICE = '2026-11-27';
