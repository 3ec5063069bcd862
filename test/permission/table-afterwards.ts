import type { OpName } from '../../types/contract';
import { GATE, type Row, row, STAFF } from './rows';

type AfterwardsOp = Extract<OpName, `afterwards.${string}`>;

/** Of an activity in which the asker took part, so that nothing but permission can refuse them. */
export const AFTERWARDS: Record<AfterwardsOp, Row> = {
  'afterwards.feedback': row('allowed', { visitor: 'NOT_MEMBER' }),
  'afterwards.answer': row('allowed', { visitor: 'NOT_MEMBER' }),
  'afterwards.album': row('allowed', { visitor: 'NOT_MEMBER' }),
  'afterwards.addPhotos': row('FORBIDDEN', GATE),
  'afterwards.hidePhoto': row('allowed', { visitor: 'NOT_MEMBER' }),
  'afterwards.decidePhoto': row('FORBIDDEN', STAFF),
  'afterwards.result': row('FORBIDDEN', STAFF),
};
