import { askContent, logSilence } from '../kit/ask-content';
import type { WriteCall } from '../kit/operation';

export const nameRefused = { ok: false, refusal: 'NAME_REFUSED', detail: {} } as const;

/**
 * Whether content security calls a name bad. What it doubts, or has no answer to, stands: those who could judge it see
 * all entries, and may give any of them another name.
 */
export async function isBadName(name: string, { caller }: Pick<WriteCall, 'caller'>): Promise<boolean> {
  const asked = await askContent({ content: name, scene: 1 }, caller);
  logSilence([asked], 'league.entryName');
  return asked.kind === 'risky';
}
