import type { ManagedActivity } from '../../../types/contract/organizer-activity';
import type { Instant } from '../../../types/vocabulary';

/** Why sign-up cannot close then; `undefined` where it can. */
export function extendFault(
  { closesAt, endsAt }: Pick<ManagedActivity, 'closesAt' | 'endsAt'>,
  until: Instant | undefined,
  now: Instant,
): string | undefined {
  if (until === undefined) return '请选新的截止时间';
  if (until > endsAt) return '不能晚于活动结束';
  return until <= Math.max(closesAt, now) ? '要比现在的截止时间晚' : undefined;
}
