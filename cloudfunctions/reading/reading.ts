import type { Operations, Service } from '../kit/serve';
import { board } from './board';
import { census } from './census';
import { challenge } from './challenge';
import { challenges } from './challenges';
import { checkIn } from './check-in';
import { comment } from './comment';
import { editCheckIn } from './edit-check-in';
import { enterpriseBoard } from './enterprise-board';
import { feature } from './feature';
import { feed } from './feed';
import { fillDay } from './fill-day';
import { join } from './join';
import { judge } from './judge';
import { like } from './like';
import { moderate } from './moderate';
import { myCheckIns } from './my-check-ins';
import { note } from './note';
import { queue } from './queue';
import { removeCheckIn } from './remove-check-in';
import { removeComment } from './remove-comment';
import { report } from './report';
import { setSeenAs } from './set-seen-as';
import { sweepCheckIns } from './sweep-check-ins';
import { sweepReaders } from './sweep-readers';
import { takeAway } from './take-away';
import { today } from './today';

const operations: Partial<Operations<'reading'>> = {
  ...{ today, challenges, challenge, join, board, enterpriseBoard },
  ...{ checkIn, editCheckIn, removeCheckIn, fillDay, myCheckIns, setSeenAs, takeAway },
  ...{ feed, note, like, comment, removeComment, report },
  ...{ queue, judge, feature },
};

export const reading: Service<'reading'> = {
  area: 'reading',
  operations: operations as Operations<'reading'>,
  sweeps: { sweepReaders, sweepCheckIns, census, moderate },
};
