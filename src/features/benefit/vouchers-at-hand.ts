import { useEffect } from 'react';
import type { RedemptionCard } from '../../../types/contract/benefit';
import type { RedemptionId } from '../../../types/vocabulary';
import { keepAnswer, keptAnswer, keyOf } from '../../cloud/answers';
import { call } from '../../cloud/call';

/** Whether what the phone shows from is here already: a key to draw from, or the code itself. */
function atHand(id: RedemptionId): boolean {
  const kept = keptAnswer('benefit.show', keyOf('benefit.show', { redemptionId: id }));
  return kept !== undefined && (kept.key !== undefined || kept.code !== undefined);
}

/** Fetches a voucher with what it shows, to be kept; where it does not come, its page asks again. */
export async function fetchVoucher(id: RedemptionId): Promise<void> {
  const outcome = await call('benefit.show', { redemptionId: id });
  if (outcome.ok) keepAnswer('benefit.show', { redemptionId: id }, outcome.value);
}

/** So many at most, the latest: whoever holds more opens them once before they are needed. */
const MOST = 3;

/** Has the next vouchers at hand before anybody needs them: in a shop's cellar there may be no network to ask. */
export function useVouchersAtHand(mine: readonly RedemptionCard[]): void {
  const wanted = mine
    .filter(({ state }) => state === 'valid' || state === 'given')
    .slice(0, MOST)
    .map(({ id }) => id)
    .join(' ');
  useEffect(() => {
    void (async () => {
      for (const id of wanted.split(' ')) {
        if (id !== '' && !atHand(id)) await fetchVoucher(id);
      }
    })();
  }, [wanted]);
}
