import { ROLE_REFUSALS } from '../../../domain/wording/refusals-role';
import { bringWords } from './brought';

bringWords(ROLE_REFUSALS);
