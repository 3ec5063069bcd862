import { planOf } from './challenge-town';

const NOBODY = 'nobody-there';
/** Well-formed, and yet no plan: it ends before it begins, so whatever one field is changed to nobody makes one of it. */
const UNFIT = planOf({ startsOn: '2026-12-09', endsOn: '2026-11-10', goal: 30, books: ['9787506365437', 'b1'] });
const amounts = { minutes: 30, pages: 10, note: '好', shared: true };

/** A well-formed input for each operation of readers and their organizers; what it names does not exist. */
export const READING_INPUTS: Record<string, object> = {
  'reading.today': {},
  'reading.challenges': { cursor: 'x' },
  'reading.challenge': { challengeId: NOBODY },
  'reading.join': { challengeId: NOBODY },
  'reading.checkIn': {
    challengeId: NOBODY,
    book: { title: '活着' },
    ...amounts,
    photos: [],
    madeAt: 1,
  },
  'reading.editCheckIn': { checkInId: NOBODY, ...amounts },
  'reading.removeCheckIn': { checkInId: NOBODY },
  'reading.fillDay': { challengeId: NOBODY, day: '2026-11-20' },
  'reading.myCheckIns': { challengeId: NOBODY, cursor: 'x' },
  'reading.setSeenAs': { seenAs: 'surname' },
  'reading.setReminder': { remindAt: 1_200 },
  'reading.board': { challengeId: NOBODY, of: 'people', span: 'week', when: 'now', from: 0 },
  'reading.enterpriseBoard': { challengeId: NOBODY, span: 'week', when: 'now', size: 50 },
  'reading.createTeam': { challengeId: NOBODY, name: '晨读组' },
  'reading.joinTeam': { invite: 'ABCD2345' },
  'reading.leaveTeam': { teamId: NOBODY },
  'reading.findBooks': { text: '活着' },
  'reading.book': { bookId: '9787506365437' },
  'reading.managedChallenges': { state: 'draft', cursor: 'x' },
  'reading.managedChallenge': { challengeId: NOBODY },
  'reading.createChallenge': { plan: UNFIT },
  'reading.editChallenge': { challengeId: NOBODY, plan: UNFIT },
  'reading.publishChallenge': { challengeId: NOBODY },
  'reading.closeChallenge': { challengeId: NOBODY, reason: '提前结束' },
  'reading.takeAway': { checkInId: NOBODY, reason: '不是读书' },
  'reading.shelf': { cursor: 'x' },
  'reading.saveBook': {
    book: { id: NOBODY, isbn: '9787506365437', title: '活着', author: '余华', cover: 'cloud://a/b.jpg' },
  },
};
