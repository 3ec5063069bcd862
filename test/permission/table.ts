import type { OpName } from '../../types/contract';
import { ADMIN, COUNTER, GATE, ORGANIZER, type Row, row, STAFF } from './rows';
import { AFTERWARDS } from './table-afterwards';
import { EXPORTS } from './table-export';
import { LEAGUE } from './table-league';
import { READING } from './table-reading';
import { ROLES_TABLE } from './table-role';

export { ASKERS, type Asker } from './rows';

/**
 * Every operation, asker by asker. The thing asked about is, where it is a person's, the asker's own place or profile
 * for `activity` and `member`, for `checkin` somebody's place in the activity that `own` grants name, and for `organizer`
 * somebody of the enterprise that `own` grants reach.
 */
export const TABLE: Record<OpName, Row> = {
  'activity.list': row('allowed'),
  'activity.get': row('allowed'),
  'activity.signUp': row('allowed', { visitor: 'NOT_ELIGIBLE', pending: 'NOT_ELIGIBLE' }),
  'activity.cancel': row('allowed', { visitor: 'NOT_FOUND', pending: 'NOT_FOUND' }),
  'activity.acceptOffer': row('NOT_OFFERED', { visitor: 'NOT_FOUND', pending: 'NOT_FOUND' }),
  'activity.declineOffer': row('NOT_OFFERED', { visitor: 'NOT_FOUND', pending: 'NOT_FOUND' }),
  'activity.mine': row('allowed'),
  'activity.registration': row('allowed', { visitor: 'NOT_FOUND', pending: 'NOT_FOUND' }),
  'benefit.list': row('allowed'),
  'benefit.get': row('allowed'),
  'benefit.redeem': row('allowed', { visitor: 'NOT_MEMBER', pending: 'NOT_MEMBER' }),
  'benefit.cancel': row('allowed', { visitor: 'NOT_FOUND', pending: 'NOT_FOUND' }),
  'benefit.mine': row('allowed'),
  'benefit.show': row('allowed', { visitor: 'NOT_FOUND', pending: 'NOT_FOUND' }),
  // Whoever verifies nowhere is asked to verify nowhere.
  'benefit.myShops': row('allowed'),
  'benefit.verify': row('FORBIDDEN', COUNTER),
  'benefit.undoVerify': row('FORBIDDEN', COUNTER),
  'benefit.tallies': row('FORBIDDEN', COUNTER),
  'benefit.verifications': row('FORBIDDEN', COUNTER),
  'benefit.managed': row('FORBIDDEN', STAFF),
  'benefit.manage': row('FORBIDDEN', STAFF),
  'benefit.create': row('FORBIDDEN', STAFF),
  'benefit.edit': row('FORBIDDEN', STAFF),
  'benefit.publish': row('FORBIDDEN', STAFF),
  'benefit.close': row('FORBIDDEN', STAFF),
  'benefit.importCodes': row('FORBIDDEN', STAFF),
  'benefit.setListed': row('FORBIDDEN', STAFF),
  'benefit.listed': row('FORBIDDEN', STAFF),
  'benefit.redemptions': row('FORBIDDEN', STAFF),
  'benefit.revoke': row('FORBIDDEN', STAFF),
  'benefit.shops': row('FORBIDDEN', STAFF),
  'benefit.saveShop': row('FORBIDDEN', STAFF),
  // Whoever serves nowhere is asked to serve nowhere: an empty list, no refusal.
  'checkin.duties': row('allowed'),
  'checkin.scan': row('FORBIDDEN', GATE),
  'checkin.find': row('FORBIDDEN', GATE),
  'checkin.admit': row('FORBIDDEN', GATE),
  // The member themself, with a place of their own.
  'checkin.atVenue': row('allowed', { visitor: 'NOT_FOUND', pending: 'NOT_FOUND' }),
  'checkin.undo': row('FORBIDDEN', GATE),
  'checkin.venueKey': row('FORBIDDEN', GATE),
  'checkin.arrivals': row('FORBIDDEN', GATE),
  'import.start': row('FORBIDDEN', { ...STAFF, 'unit-officer own': 'allowed', 'unit-officer foreign': 'allowed' }),
  // Of the enterprise that `own` grants name.
  'import.readRoster': row('FORBIDDEN', { ...STAFF, 'unit-officer own': 'allowed' }),
  'import.checkRoster': row('FORBIDDEN', { ...STAFF, 'unit-officer own': 'allowed' }),
  'import.applyRoster': row('FORBIDDEN', { ...STAFF, 'unit-officer own': 'allowed' }),
  'import.rosterImports': row('FORBIDDEN', { ...STAFF, 'unit-officer own': 'allowed' }),
  'import.readAttendance': row('FORBIDDEN', STAFF),
  'import.checkAttendance': row('FORBIDDEN', STAFF),
  'import.applyAttendance': row('FORBIDDEN', STAFF),
  'member.me': row('allowed'),
  'member.enterprises': row('allowed'),
  'member.join': row('ALREADY', { visitor: 'allowed' }),
  'member.updateMe': row('allowed', { visitor: 'NOT_MEMBER' }),
  'member.leave': row('allowed', { visitor: 'NOT_MEMBER' }),
  'message.list': row('allowed'),
  'message.unread': row('allowed'),
  'message.seen': row('allowed', { visitor: 'NOT_MEMBER' }),
  'message.consent': row('allowed', { visitor: 'NOT_MEMBER' }),
  'organizer.pendingMembers': row('FORBIDDEN', {
    ...ADMIN,
    ...ORGANIZER,
    'unit-officer own': 'allowed',
  }),
  'organizer.decideMember': row('FORBIDDEN', {
    ...ADMIN,
    ...ORGANIZER,
    'unit-officer own': 'allowed',
  }),
  'organizer.activities': row('FORBIDDEN', STAFF),
  'organizer.activity': row('FORBIDDEN', STAFF),
  'organizer.createActivity': row('FORBIDDEN', STAFF),
  'organizer.editActivity': row('FORBIDDEN', STAFF),
  'organizer.publishActivity': row('FORBIDDEN', STAFF),
  'organizer.closeSignUp': row('FORBIDDEN', STAFF),
  'organizer.cancelActivity': row('FORBIDDEN', STAFF),
  'organizer.moveSession': row('FORBIDDEN', STAFF),
  'organizer.setCapacity': row('FORBIDDEN', STAFF),
  'organizer.extendSignUp': row('FORBIDDEN', STAFF),
  'organizer.live': row('FORBIDDEN', STAFF),
  'organizer.registrations': row('FORBIDDEN', STAFF),
  'organizer.decide': row('FORBIDDEN', STAFF),
  'organizer.jump': row('FORBIDDEN', STAFF),
  'organizer.log': row('FORBIDDEN', STAFF),
  'organizer.findMembers': row('FORBIDDEN', STAFF),
  'organizer.announce': row('FORBIDDEN', STAFF),
  'organizer.announcements': row('FORBIDDEN', STAFF),
  'organizer.announcing': row('FORBIDDEN', STAFF),
  // Of volunteers, referees and merchants; every other role is an admin's alone to give (tested by itself).
  'organizer.grant': row('FORBIDDEN', STAFF),
  'organizer.revoke': row('FORBIDDEN', STAFF),
  ...ROLES_TABLE,
  'points.balance': row('allowed', { visitor: 'NOT_MEMBER' }),
  'points.entries': row('allowed', { visitor: 'NOT_MEMBER' }),
  'points.rules': row('allowed'),
  'points.explain': row('allowed', { visitor: 'NOT_MEMBER' }),
  'points.publishRules': row('FORBIDDEN', ADMIN),
  'points.account': row('FORBIDDEN', STAFF),
  'points.grant': row('FORBIDDEN', STAFF),
  'points.reverse': row('FORBIDDEN', STAFF),
  'points.adjustments': row('FORBIDDEN', STAFF),
  // What somebody else proposed; nobody decides on their own (tested by itself).
  'points.decideAdjustment': row('FORBIDDEN', STAFF),
  ...READING,
  ...LEAGUE,
  ...EXPORTS,
  ...AFTERWARDS,
  'report.year': row('FORBIDDEN', { ...STAFF, 'unit-officer own': 'allowed' }),
  'report.myYear': row('allowed', { visitor: 'NOT_MEMBER' }),
};

/** What nobody may do whatever their role: touch a registration that is somebody else's. */
export const SOMEBODY_ELSES: OpName[] = [
  'activity.cancel',
  'activity.registration',
  'activity.acceptOffer',
  'activity.declineOffer',
];

/** The same of redemptions. */
export const SOMEBODY_ELSES_REDEMPTION: OpName[] = ['benefit.cancel', 'benefit.show'];
