import { useRef, useState } from 'react';
import type { Registration } from '../../../types/contract/registration';
import { keepAnswer, outdate } from '../../cloud/answers';
import type { RefusedBy } from '../../cloud/call';
import { serverNow } from '../../cloud/clock';
import { command } from '../../cloud/command';
import { toast } from '../../device/toast';

/** Taking the place that was offered. */
export function useAccept({ id }: Registration) {
  const send = useRef(command('activity.acceptOffer'));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<RefusedBy<'activity.acceptOffer'>>();

  async function accept(): Promise<void> {
    setBusy(true);
    setRefused(undefined);
    const outcome = await send.current({ registrationId: id });
    setBusy(false);
    if (outcome.ok) {
      keepAnswer('activity.registration', { registrationId: id }, { ...outcome.value, now: serverNow() });
      toast('名额是你的了');
    } else setRefused(outcome);
    // What it became, and the key of the ticket with it.
    if (outcome.ok || outcome.refusal !== 'OFFLINE') {
      outdate('activity.get', 'activity.mine', 'activity.list', 'activity.registration');
    }
  }
  return { accept, busy, refused };
}
