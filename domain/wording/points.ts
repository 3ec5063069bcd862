import type { EntryCause, LotView } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { DAY_MS } from '../time/shanghai';
import { dateWord } from './dates';

/** From so near on the end of points is worth a warning. */
const SOON_MS = 60 * DAY_MS;

/** `12月31日`: the last day on which points can be spent that are gone at that instant. */
export const lastDay = (expiresAt: Instant, now: Instant): string => dateWord(expiresAt - 1, now);

/** What of `all` points expires next, in a line; `soon` where one should think of it now. */
export function nextToExpire(
  { points, expiresAt }: LotView,
  all: number,
  now: Instant,
): { words: string; soon: boolean } {
  const soon = expiresAt - now <= SOON_MS;
  const until = lastDay(expiresAt, now);
  if (soon) return { words: `即将过期：${points} 分，${until}前用掉`, soon };
  return { words: points === all ? `${until}到期` : `其中 ${points} 分 ${until}到期`, soon };
}

/** What happened, in a line: the thing's own name where it has one. */
export function causeTitle(cause: EntryCause): string {
  switch (cause.kind) {
    case 'grant':
      return '工会发放';
    case 'reversal':
      return '积分撤回';
    case 'expiry':
      return '积分到期';
    default:
      return cause.title;
  }
}
