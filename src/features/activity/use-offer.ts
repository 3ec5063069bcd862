import type { Registration } from '../../../types/contract/registration';
import { keepAnswer } from '../../cloud/answers';
import { serverNow } from '../../cloud/clock';
import { useCommand } from '../../cloud/use-command';
import { toast } from '../../device/toast';

/** What the registration became, and the key of the ticket with it; and whatever counts places. */
const SHOWN = ['activity.get', 'activity.mine', 'activity.list', 'activity.registration'] as const;

/** Taking the place that was offered. */
export function useAccept({ id }: Registration) {
  const { send, busy, refused } = useCommand('activity.acceptOffer', SHOWN);

  async function accept(): Promise<void> {
    const outcome = await send({ registrationId: id });
    if (!outcome.ok) return;
    keepAnswer('activity.registration', { registrationId: id }, { ...outcome.value, now: serverNow() });
    toast('名额是你的了');
  }
  return { accept, busy, refused };
}
