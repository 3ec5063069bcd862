import type { BenefitPlan, BenefitState, ShopView } from '../../types/contract';
import type { BenefitId, RedemptionId, RequestId, ShopId } from '../../types/vocabulary';
import { EMPLOYMENTS, type Employment, type EnterpriseId, type Instant, type MemberId } from '../../types/vocabulary';
import { timeKey } from '../time/shanghai';
import type { PlannedChange } from './change';

export const BENEFIT_V = 1;

/** A benefit as organizers keep it. What people redeem against is a copy of it in each shard of its stock. */
export interface BenefitRecord {
  _id: BenefitId;
  v: typeof BENEFIT_V;
  /** Rises with every change; the terms in the stock carry the same number. */
  rev: number;
  state: BenefitState;
  plan: BenefitPlan;
  kind: BenefitPlan['kind'];
  /** When it was made, and id: sorts the organizers' list. */
  key: string;
  /** When it closes, and id: sorts the members' list, and a page can go on from it. */
  closesKey: string;
  /** Who may see it, as `viewKeys` asks for it. */
  seenBy: string[];
  closedAt?: Instant;
  /** A change that was begun; whoever comes next ends it. */
  next?: PlannedChange;
  dueAt?: Instant;
}

/** Who verifies: a merchant, or a station where goods are fetched. */
export interface ShopRecord extends Omit<ShopView, 'id'> {
  _id: ShopId;
  v: 1;
  rev: number;
  /** Name and id: sorts the list, and a page can go on from it. */
  key: string;
  requests: { id: RequestId; digest: string; answer: ShopView }[];
}

/** Somebody on the list of a benefit. */
export interface ListedRecord {
  /** Benefit and member: who is put on twice is on once. */
  _id: string;
  v: 1;
  benefitId: BenefitId;
  memberId: MemberId;
  /** When they were put on, and the member. */
  key: string;
}

/** A code of somebody else's. */
export interface CodeRecord {
  /** Benefit and digest of the code: imported twice it is there once. */
  _id: string;
  v: 1;
  benefitId: BenefitId;
  code: string;
  /** It was not given yet; then `holder` is its own id, since the key is unique and a missing one counts as one. */
  free: boolean;
  holder: RedemptionId | string;
  /** The request that imported it. */
  request: RequestId;
}

const ANY = '*';
const viewKey = (enterprise: EnterpriseId | typeof ANY, employment: Employment | typeof ANY): string =>
  `${enterprise}.${employment}`;

/** Every pair of enterprise and employment that may see it. */
export function seenByOf({ eligibility }: Pick<BenefitPlan, 'eligibility'>): string[] {
  const { enterprises = [ANY], employments } = eligibility;
  const kinds = employments && employments.length < EMPLOYMENTS.length ? employments : [ANY as typeof ANY];
  return [...new Set(enterprises.flatMap((enterprise) => kinds.map((kind) => viewKey(enterprise, kind))))];
}

/** The pairs that somebody is one of. Who is no member sees what everybody may. */
export function viewKeys(who: { status: string; enterpriseId?: EnterpriseId; employment?: Employment }): string[] {
  const { status, enterpriseId, employment } = who;
  const all = viewKey(ANY, ANY);
  if (status !== 'active' || enterpriseId === undefined || employment === undefined) return [all];
  return [all, viewKey(ANY, employment), viewKey(enterpriseId, ANY), viewKey(enterpriseId, employment)];
}

/** What of a record follows from its plan. */
export function planned(
  id: BenefitId,
  plan: BenefitPlan,
): Pick<BenefitRecord, 'plan' | 'kind' | 'closesKey' | 'seenBy'> {
  return { plan, kind: plan.kind, closesKey: timeKey(plan.closesAt, id), seenBy: seenByOf(plan) };
}

/** A draft, which nobody sees but organizers. */
export function benefitFrom(id: BenefitId, plan: BenefitPlan, at: Instant): BenefitRecord {
  return { _id: id, v: BENEFIT_V, rev: 1, state: 'draft', key: timeKey(at, id), ...planned(id, plan) };
}
