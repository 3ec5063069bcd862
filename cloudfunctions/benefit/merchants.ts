import { holdsAny, holdsFor } from '../../domain/permission/grants';
import type { CommonRefusals, Refused } from '../../types/contract';
import type { Instant, Role, ShopId } from '../../types/vocabulary';
import type { Caller } from '../kit/caller';
import { staff } from '../kit/policy';

const ORGANIZERS: Role[] = ['organizer', 'admin'];
const MERCHANTS: Role[] = ['merchant', ...ORGANIZERS];

/** Who makes and changes benefits. */
export const organizers = staff(...ORGANIZERS);

/** Who verifies somewhere; where, each operation asks of the shop that it touches. */
export const merchants = staff(...MERCHANTS);

export function isOrganizer({ grants }: Caller, now: Instant): boolean {
  return holdsAny(grants, ORGANIZERS, now);
}

type Forbidden = Refused<Pick<CommonRefusals, 'FORBIDDEN'>>;

/** The refusal for whoever has no grant for one of exactly those shops, nor one for everything. */
export function notServing({ grants }: Caller, shopIds: readonly ShopId[], now: Instant): Forbidden | undefined {
  if (shopIds.some((id) => holdsFor(grants, MERCHANTS, { kind: 'shop', id }, now))) return undefined;
  return { ok: false, refusal: 'FORBIDDEN', detail: { needs: MERCHANTS } };
}

/** The shops that the caller's grants name. */
export function shopsOf({ grants }: Caller): ShopId[] {
  return grants.flatMap(({ role, scope }) => (role === 'merchant' && scope.kind === 'shop' ? [scope.id] : []));
}
