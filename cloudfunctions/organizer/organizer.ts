import type { Service } from '../kit/serve';
import { activities } from './activities';
import { activity } from './activity';
import { announce } from './announce';
import { announcements } from './announcements';
import { announcing } from './announcing';
import { cancelActivity } from './cancel-activity';
import { closeSignUp } from './close-sign-up';
import { createActivity } from './create-activity';
import { decide } from './decide';
import { decideMember } from './decide-member';
import { editActivity } from './edit-activity';
import { extendSignUp } from './extend-sign-up';
import { findMembers } from './find-members';
import { grant } from './grant';
import { grantInvites } from './grant-invites';
import { inviteGrant } from './invite-grant';
import { jump } from './jump';
import { live } from './live';
import { log } from './log';
import { moveSession } from './move-session';
import { pendingMembers } from './pending-members';
import { publishActivity } from './publish-activity';
import { registrations } from './registrations';
import { revoke } from './revoke';
import { roleHolders } from './role-holders';
import { setCapacity } from './set-capacity';
import { sweepActivities } from './sweep-activities';
import { sweepAnnouncements } from './sweep-announcements';
import { withdrawInvite } from './withdraw-invite';

export const organizer: Service<'organizer'> = {
  area: 'organizer',
  operations: {
    ...{ pendingMembers, decideMember, grant, revoke, findMembers },
    ...{ inviteGrant, withdrawInvite, grantInvites, roleHolders },
    ...{ activities, activity, createActivity, editActivity, publishActivity, closeSignUp, cancelActivity },
    ...{ moveSession, setCapacity, extendSignUp, live, registrations, decide, jump, log },
    ...{ announce, announcements, announcing },
  },
  sweeps: { sweepActivities, sweepAnnouncements },
};
