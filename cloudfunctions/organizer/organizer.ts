import type { Service } from '../kit/serve';
import { decideMember } from './decide-member';
import { grant } from './grant';
import { pendingMembers } from './pending-members';
import { revoke } from './revoke';

export const organizer: Service<'organizer'> = {
  area: 'organizer',
  operations: { pendingMembers, decideMember, grant, revoke },
};
