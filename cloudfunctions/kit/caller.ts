import { digestOfText } from '../../domain/id/base32';
import type { CallerRecord } from '../../domain/member/member';
import { grantsInForce } from '../../domain/permission/grants';
import type { AcceptedRequest } from '../../domain/request/remembered';
import type { Employment, EnterpriseId, Grant, Instant, MemberId, MemberStatus } from '../../types/vocabulary';
import { byId, byManyIds } from './documents';

/** Who calls: from the platform, never from the input. */
export interface Caller {
  openid: string;
  /** Id of the caller document: a digest of the OPENID, so that no other document needs to hold one. */
  key: string;
  status: MemberStatus;
  memberId?: MemberId;
  enterpriseId?: EnterpriseId;
  employment?: Employment;
  /** Those in force now. */
  grants: Grant[];
  requests: AcceptedRequest[];
  /** Messages up to then were looked at. */
  seenUpTo?: Instant;
  /** Words of theirs wait for them to be here. */
  awaited?: Instant;
}

export function callerKey(openid: string): string {
  return digestOfText(openid);
}

/** The first admin comes from the environment: somebody has to give the first grant. */
function inForce(record: Pick<CallerRecord, 'grants'> | undefined, isFirstAdmin: boolean, now: Instant): Grant[] {
  const grants = grantsInForce(record?.grants ?? [], now);
  return isFirstAdmin ? [...grants, { role: 'admin', scope: { kind: 'all' } }] : grants;
}

/** Who others are and what they may do now, by the keys of their caller documents. One call, whoever they are. */
export async function othersByKey(
  keys: readonly string[],
  now: Instant,
): Promise<Map<string, Pick<Caller, 'memberId' | 'grants'>>> {
  const first = callerKey(process.env.FIRST_ADMIN_OPENID ?? '');
  const shown = { memberId: true, grants: true };
  const records = await byManyIds<Pick<CallerRecord, '_id' | 'memberId' | 'grants'>>('callers', keys, shown);
  return new Map(
    keys.map((key) => {
      const record = records.get(key);
      const grants = inForce(record, key === first, now);
      return [key, { grants, ...(record?.memberId !== undefined && { memberId: record.memberId }) }];
    }),
  );
}

/** One read, whoever calls; somebody the store does not know is a visitor. */
export async function loadCaller(openid: string, now: Instant): Promise<Caller> {
  const key = callerKey(openid);
  const record = await byId<CallerRecord>('callers', key);
  const grants = inForce(record, openid === process.env.FIRST_ADMIN_OPENID, now);
  if (!record) return { openid, key, status: 'visitor', grants, requests: [] };
  const { status, memberId, enterpriseId, employment, requests, seenUpTo, awaited } = record;
  return {
    openid,
    key,
    status,
    grants,
    requests,
    ...(memberId !== undefined && { memberId }),
    ...(enterpriseId !== undefined && { enterpriseId }),
    ...(employment !== undefined && { employment }),
    ...(seenUpTo !== undefined && { seenUpTo }),
    ...(awaited !== undefined && { awaited }),
  };
}

/** Who did it, in the books; empty where the first admin did, who need be no member. */
export function doerOf({ memberId }: Pick<Caller, 'memberId'>): MemberId | '' {
  return memberId ?? '';
}
