import type { MessageKind } from '../../types/vocabulary';
import { agreeInEmulator } from '../cloud/emulated-consent';
import { templateOf } from './message-templates';

/** Whether there is anything to ask about: only the emulator sends to a browser, and it only for show. */
export function canAsk(kinds: readonly MessageKind[]): boolean {
  return EMULATED && kinds.some((kind) => templateOf(kind) !== undefined);
}

/** A browser has no dialog for it: the tap itself is the yes, to everything asked. */
export async function askConsent(kinds: readonly MessageKind[]): Promise<MessageKind[]> {
  if (!canAsk(kinds)) return [];
  const accepted: MessageKind[] = [];
  for (const kind of kinds) {
    const template = templateOf(kind);
    if (template === undefined) continue;
    await agreeInEmulator(template);
    accepted.push(kind);
  }
  return accepted;
}
