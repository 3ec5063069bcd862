import type { MessageKind } from '../../types/vocabulary';
import { askConsent } from '../device/subscribe';
import type { RefusedBy } from './call';
import { command } from './command';

/** What came of asking: they said yes to some, or to none, or the yes could not be noted. */
export type Told =
  | { kind: 'agreed' }
  | { kind: 'declined' }
  | { kind: 'failed'; refused: RefusedBy<'message.consent'> };

const consent = command('message.consent');

/**
 * Asks whether a message may be sent when one of these happens; each yes is good for one. It has to be called by the
 * tap itself, before anything is waited for, or WeChat shows no dialog.
 */
export async function askToBeTold(kinds: readonly MessageKind[]): Promise<Told> {
  const accepted = await askConsent(kinds);
  if (accepted.length === 0) return { kind: 'declined' };
  const outcome = await consent({ kinds: accepted });
  return outcome.ok ? { kind: 'agreed' } : { kind: 'failed', refused: outcome };
}
