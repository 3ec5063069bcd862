const NOBODY = 'nobody-there';
const MUSIC = { kind: 'activity', id: 'music' };

/** A well-formed input for each operation on roles; whom or what it names does not exist. */
export const ROLE_INPUTS: Record<string, object> = {
  'organizer.grant': { memberId: NOBODY, role: 'volunteer', scope: MUSIC, until: 9e12 },
  'organizer.revoke': { memberId: NOBODY, role: 'volunteer', scope: MUSIC },
  'organizer.inviteGrant': { role: 'volunteer', scope: { kind: 'activity', id: NOBODY }, until: 9e12, uses: 30 },
  'organizer.withdrawInvite': { id: NOBODY },
  'organizer.grantInvites': { scope: { kind: 'activity', id: NOBODY }, cursor: 'x' },
  'organizer.roleHolders': { role: 'volunteer', cursor: 'x' },
  'member.grantOffer': { code: 'a'.repeat(24) },
  'member.acceptGrant': { code: 'a'.repeat(24) },
};
