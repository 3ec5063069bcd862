import { ANNOUNCE_REFUSALS } from '../../../domain/wording/refusals-announce';
import { bringWords } from './brought';

bringWords(ANNOUNCE_REFUSALS);
