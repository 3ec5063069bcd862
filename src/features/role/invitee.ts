import { ROLES } from '../../../types/vocabulary';
import type { Invitee } from './invite-sheet';

const KINDS = ['activity', 'enterprise', 'shop'] as const;

/** What a page's address says that it invites to; `undefined`: to nothing, it shows all there are. */
export function inviteeFrom(params: Partial<Record<string, string>>): Invitee | undefined {
  const kind = KINDS.find((each) => each === params.kind);
  const id = decodeURIComponent(params.id ?? '');
  if (kind === undefined || id === '') return undefined;
  const ends = Number(params.ends);
  const name = decodeURIComponent(params.name ?? '');
  const only = ROLES.find((role) => role === params.only);
  return { scope: { kind, id }, name, ...(Number.isSafeInteger(ends) && ends > 0 && { ends }), ...(only && { only }) };
}
