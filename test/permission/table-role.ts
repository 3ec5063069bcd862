import type { OpName } from '../../types/contract';
import { type Row, row, STAFF } from './rows';

type RoleOp =
  | Extract<OpName, `organizer.${'inviteGrant' | 'withdrawInvite' | 'grantInvites' | 'roleHolders'}`>
  | Extract<OpName, `member.${'grantOffer' | 'acceptGrant'}`>;

/** Of volunteers, referees and merchants; invites to and lists of every other role are an admin's alone (tested by itself). */
export const ROLES_TABLE: Record<RoleOp, Row> = {
  'organizer.inviteGrant': row('FORBIDDEN', STAFF),
  'organizer.withdrawInvite': row('FORBIDDEN', STAFF),
  'organizer.grantInvites': row('FORBIDDEN', STAFF),
  'organizer.roleHolders': row('FORBIDDEN', STAFF),
  // Whoever has the link.
  'member.grantOffer': row('allowed'),
  'member.acceptGrant': row('allowed', { visitor: 'NOT_MEMBER', pending: 'NOT_MEMBER' }),
};
