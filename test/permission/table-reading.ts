import type { OpName } from '../../types/contract';
import { type Row, row, STAFF } from './rows';

type ReadingOp = Extract<OpName, `reading.${string}`>;

const MEMBERS = row('allowed', { visitor: 'NOT_MEMBER', pending: 'NOT_MEMBER' });
/** The asker's own; who is no member has none. */
const OWN = row('allowed', { visitor: 'NOT_FOUND', pending: 'NOT_FOUND' });
const READERS = row('allowed', { visitor: 'NOT_JOINED', pending: 'NOT_JOINED' });

/** The operations on reading, asker by asker. */
export const READING: Record<ReadingOp, Row> = {
  'reading.today': row('allowed'),
  'reading.challenges': row('allowed'),
  'reading.challenge': row('allowed'),
  'reading.feed': row('allowed'),
  'reading.note': row('allowed'),
  'reading.findBooks': row('allowed'),
  'reading.book': row('allowed'),
  'reading.board': row('allowed'),
  'reading.enterpriseBoard': row('allowed'),
  'reading.myCheckIns': row('allowed'),
  'reading.join': MEMBERS,
  'reading.checkIn': MEMBERS,
  'reading.setSeenAs': MEMBERS,
  'reading.setReminder': MEMBERS,
  'reading.joinTeam': MEMBERS,
  'reading.like': MEMBERS,
  'reading.comment': MEMBERS,
  'reading.report': MEMBERS,
  'reading.editCheckIn': OWN,
  'reading.removeCheckIn': OWN,
  'reading.leaveTeam': OWN,
  'reading.removeComment': OWN,
  'reading.fillDay': READERS,
  'reading.createTeam': READERS,
  'reading.queue': row('FORBIDDEN', STAFF),
  'reading.judge': row('FORBIDDEN', STAFF),
  'reading.feature': row('FORBIDDEN', STAFF),
  'reading.managedChallenges': row('FORBIDDEN', STAFF),
  'reading.managedChallenge': row('FORBIDDEN', STAFF),
  'reading.createChallenge': row('FORBIDDEN', STAFF),
  'reading.editChallenge': row('FORBIDDEN', STAFF),
  'reading.publishChallenge': row('FORBIDDEN', STAFF),
  'reading.closeChallenge': row('FORBIDDEN', STAFF),
  'reading.takeAway': row('FORBIDDEN', STAFF),
  'reading.shelf': row('FORBIDDEN', STAFF),
  'reading.saveBook': row('FORBIDDEN', STAFF),
};
