import type { Service } from '../kit/serve';
import { board } from './board';
import { book } from './book';
import { census } from './census';
import { challenge } from './challenge';
import { challenges } from './challenges';
import { checkIn } from './check-in';
import { comment } from './comment';
import { createChallenge } from './create-challenge';
import { createTeam } from './create-team';
import { editChallenge } from './edit-challenge';
import { editCheckIn } from './edit-check-in';
import { enterpriseBoard } from './enterprise-board';
import { feature } from './feature';
import { feed } from './feed';
import { fillDay } from './fill-day';
import { findBooks } from './find-books';
import { join } from './join';
import { joinTeam } from './join-team';
import { judge } from './judge';
import { leaveTeam } from './leave-team';
import { like } from './like';
import { managedChallenge, managedChallenges } from './managed-challenges';
import { moderate } from './moderate';
import { myCheckIns } from './my-check-ins';
import { note } from './note';
import { closeChallenge, publishChallenge } from './publish-challenge';
import { queue } from './queue';
import { remind } from './remind';
import { removeCheckIn } from './remove-check-in';
import { removeComment } from './remove-comment';
import { report } from './report';
import { saveBook } from './save-book';
import { setReminder } from './set-reminder';
import { setSeenAs } from './set-seen-as';
import { shelf } from './shelf';
import { sweepBoards } from './sweep-boards';
import { sweepCheckIns } from './sweep-check-ins';
import { sweepReaders } from './sweep-readers';
import { sweepTeams } from './sweep-teams';
import { takeAway } from './take-away';
import { today } from './today';

export const reading: Service<'reading'> = {
  area: 'reading',
  operations: {
    ...{ today, challenges, challenge, join, board, enterpriseBoard },
    ...{ checkIn, editCheckIn, removeCheckIn, fillDay, myCheckIns, setSeenAs, setReminder, takeAway },
    ...{ feed, note, like, comment, removeComment, report },
    ...{ queue, judge, feature },
    ...{ createTeam, joinTeam, leaveTeam, findBooks, book },
    ...{ managedChallenges, managedChallenge, createChallenge, editChallenge, publishChallenge, closeChallenge },
    ...{ shelf, saveBook },
  },
  sweeps: { sweepReaders, sweepCheckIns, sweepTeams, sweepBoards, census, moderate, remind },
};
