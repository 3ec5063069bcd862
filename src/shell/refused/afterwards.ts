import { AFTERWARDS_REFUSALS } from '../../../domain/wording/refusals-afterwards';
import { bringWords } from './brought';

bringWords(AFTERWARDS_REFUSALS);
