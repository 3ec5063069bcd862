import { ROLES, type Role } from '../../types/vocabulary';

/** Who asks: somebody without a role, or a member with one role whose scope is the thing's own or another's. */
export type Asker = 'visitor' | 'pending' | 'member' | `${Role} own` | `${Role} foreign`;

export const ASKERS: Asker[] = [
  'visitor',
  'pending',
  'member',
  ...ROLES.flatMap((role): Asker[] => [`${role} own`, `${role} foreign`]),
];

/** `allowed`, or the refusal that keeps them out. */
export type Verdict =
  | 'allowed'
  | 'FORBIDDEN'
  | 'NOT_ELIGIBLE'
  | 'NOT_FOUND'
  | 'NOT_MEMBER'
  | 'NOT_CAPTAIN'
  | 'NOT_JOINED'
  | 'NOT_OFFERED'
  | 'ALREADY';

export type Row = Record<Asker, Verdict>;

/** Everybody the same, save those named. */
export function row(all: Verdict, exceptions: Partial<Row> = {}): Row {
  const same = Object.fromEntries(ASKERS.map((asker) => [asker, all])) as Row;
  return { ...same, ...exceptions };
}

/** Roles for everything have no foreign scope: what they reach is the whole union. */
export const ADMIN: Partial<Row> = { 'admin own': 'allowed', 'admin foreign': 'allowed' };
export const ORGANIZER: Partial<Row> = { 'organizer own': 'allowed', 'organizer foreign': 'allowed' };
/** Who makes activities, over the whole union. */
export const STAFF: Partial<Row> = { ...ADMIN, ...ORGANIZER };
/** Who serves at the gate: volunteers at that of their activity. */
export const GATE: Partial<Row> = { ...ADMIN, ...ORGANIZER, 'volunteer own': 'allowed' };
/** Who verifies: merchants at their own shop. */
export const COUNTER: Partial<Row> = { ...STAFF, 'merchant own': 'allowed' };
