import { IMPORT_REFUSALS } from '../../../domain/wording/refusals-import';
import { bringWords } from './brought';

bringWords(IMPORT_REFUSALS);
