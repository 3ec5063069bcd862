import { LEAGUE_REFUSALS } from '../../../domain/wording/refusals-league';
import { bringWords } from './brought';

bringWords(LEAGUE_REFUSALS);
