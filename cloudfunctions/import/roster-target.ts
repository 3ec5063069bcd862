import * as v from 'valibot';
import type { EnterpriseRecord } from '../../domain/member/member';
import { holdsFor } from '../../domain/permission/grants';
import { enterpriseFinder } from '../../domain/sheet/enterprises';
import type { RosterTerms } from '../../domain/sheet/roster-rows';
import type { CommonRefusals, Refused, RosterRefusals, RosterTarget } from '../../types/contract';
import type { EnterpriseId, Role, Scope } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, find } from '../kit/documents';
import { id } from '../kit/fields';
import type { Call } from '../kit/operation';
import { staff } from '../kit/policy';

type Named = Pick<EnterpriseRecord, '_id' | 'name'>;
type NotTheirs = Refused<Pick<CommonRefusals, 'FORBIDDEN'> & Pick<RosterRefusals, 'NOT_FOUND'>>;

/** Who keeps rosters; a unit officer that of their own enterprise. */
const KEEPERS: Role[] = ['admin', 'organizer', 'unit-officer'];
/** More enterprises than a park has. */
const ENTERPRISES_MOST = 1_000;

export const keepers = staff(...KEEPERS);

export const rosterTarget = { enterpriseId: v.exactOptional(id) };

export interface RosterScene {
  terms: RosterTerms;
  names: ReadonlyMap<EnterpriseId, string>;
}

/** Why the caller may not touch these rosters: those of all enterprises are an organizer's. */
export function notKeeping(
  { enterpriseId }: RosterTarget,
  { caller, now }: Pick<Call, 'caller' | 'now'>,
): Refused<Pick<CommonRefusals, 'FORBIDDEN'>> | undefined {
  const scope: Scope = enterpriseId === undefined ? { kind: 'all' } : { kind: 'enterprise', id: enterpriseId };
  if (holdsFor(caller.grants, KEEPERS, scope, now)) return undefined;
  const needs = enterpriseId === undefined ? KEEPERS.filter((role) => role !== 'unit-officer') : KEEPERS;
  return { ok: false, refusal: 'FORBIDDEN', detail: { needs } };
}

async function enterprises(enterpriseId: EnterpriseId | undefined): Promise<Named[]> {
  if (enterpriseId === undefined) {
    const options = { orderBy: ['nameKey', 'asc'] as ['nameKey', 'asc'], limit: ENTERPRISES_MOST };
    return find<Named>('enterprises', { nameKey: _.gt('') }, { ...options, projection: { name: true } });
  }
  const only = await byId<Named>('enterprises', enterpriseId, { name: true });
  return only ? [only] : [];
}

/** What a sheet may name: all enterprises, or the one alone, which it need not name then. */
export async function sceneOf(
  target: RosterTarget,
  call: Pick<Call, 'caller' | 'now'>,
): Promise<RosterScene | { refused: NotTheirs }> {
  const { enterpriseId } = target;
  const forbidden = notKeeping(target, call);
  if (forbidden) return { refused: forbidden };
  const named = await enterprises(enterpriseId);
  if (enterpriseId !== undefined && named.length === 0)
    return { refused: { ok: false, refusal: 'NOT_FOUND', detail: { what: 'enterprise' } } };
  const find = enterpriseFinder(named.map(({ _id, name }) => ({ id: _id, name })));
  return {
    terms: { find, ...(enterpriseId !== undefined && { assumed: enterpriseId, only: enterpriseId }) },
    names: new Map(named.map(({ _id, name }) => [_id, name])),
  };
}
