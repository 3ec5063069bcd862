import { EXPORT_REFUSALS } from '../../../domain/wording/refusals-export';
import { bringWords } from './brought';

bringWords(EXPORT_REFUSALS);
