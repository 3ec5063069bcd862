/** `npm run bench -- league`: how long the pure parts of a league take, and how good they are. */
import { measureSchedule } from './league-schedule';

measureSchedule();
