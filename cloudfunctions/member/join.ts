import * as v from 'valibot';
import { memberJoining } from '../../domain/member/join';
import { callerOf, type EnterpriseRecord, type MemberRecord } from '../../domain/member/member';
import { phoneKey } from '../../domain/member/phone';
import { recall, remember } from '../../domain/request/remembered';
import type { Answer, Join, MemberContract } from '../../types/contract';
import { EMPLOYMENTS, PRIVACY_NOTICE } from '../../types/vocabulary';
import { byId, isDuplicate } from '../kit/documents';
import { id, text } from '../kit/fields';
import { type WriteCall, write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { isOnRoster } from '../kit/rosters';
import { phoneSecret } from '../kit/secrets';
import { inTransaction } from '../kit/transaction';
import { meOf } from './me';
import { phoneOf } from './phone';
import { presentMe } from './present';

type JoinAnswer = Answer<MemberContract['join']>;

/** What staff decided and granted before stays known, or a decision sent again would strike the new request. */
function joiningAnew(member: MemberRecord, { grants, held, requests, consents }: MemberRecord): MemberRecord {
  return { ...member, grants, ...(held && { held }), requests, ...(consents && { consents }) };
}

/**
 * Writes the member and their caller document as one. Somebody who was declined asks anew, in place of their former
 * document. A phone that another member has is refused by its unique key.
 */
async function store(member: MemberRecord, { caller, request }: WriteCall): Promise<'stored' | 'taken' | 'raced'> {
  try {
    return await inTransaction(async (transaction) => {
      const current = await transaction.get<ReturnType<typeof callerOf>>('callers', caller.key);
      if (current?.memberId !== caller.memberId || (current && current.status !== caller.status)) return 'raced';
      const former = caller.memberId && (await transaction.get<MemberRecord>('members', caller.memberId));
      const stored = former ? joiningAnew(member, former) : member;
      if (caller.memberId === undefined) await transaction.add('members', stored);
      else await transaction.put('members', stored);
      await transaction.put('callers', callerOf(stored, remember(current?.requests ?? [], request), current));
      return 'stored';
    });
  } catch (error) {
    if (isDuplicate(error)) return 'taken';
    throw error;
  }
}

async function enrol(input: Join, enterprise: EnterpriseRecord, call: WriteCall): Promise<JoinAnswer> {
  const told = await phoneOf(input.phoneCode);
  if (told.kind === 'refused') return { ok: false, refusal: 'PHONE_CODE_REFUSED', detail: {} };
  if (told.kind === 'unavailable') return { ok: false, refusal: 'PHONE_UNAVAILABLE', detail: {} };
  const { caller, now } = call;
  const key = phoneKey(told.phone, phoneSecret());
  const onRoster = await isOnRoster(enterprise._id, key);
  const facts = { memberId: caller.memberId ?? call.newId(), callerKey: caller.key, openid: caller.openid };
  const member = memberJoining(input, { ...facts, phone: told.phone, phoneKey: key, onRoster, now });
  const outcome = await store(member, call);
  if (outcome === 'taken') return { ok: false, refusal: 'PHONE_TAKEN', detail: {} };
  if (outcome === 'raced') return { ok: false, refusal: 'BUSY', detail: { retryAfterMs: 200 } };
  return { ok: true, value: presentMe(member, enterprise, caller.grants) };
}

/**
 * Everything that can be refused is refused before the phone code is spent: a code is good once, and a person should
 * not have to fetch another because a name was too long.
 */
export const join = write<'member.join'>({
  policy: anyone,
  schema: v.strictObject({
    name: text(1, 30),
    phoneCode: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
    enterpriseId: id,
    employment: v.picklist(EMPLOYMENTS),
    consent: v.strictObject({ notice: v.pipe(v.string(), v.maxLength(20)) }),
  }),
  async run(input, call) {
    const { caller, request } = call;
    const known = recall(caller.requests, request);
    if (known === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
    if (known === 'same') return { ok: true, value: await meOf(caller) };
    if (caller.status === 'active' || caller.status === 'pending') {
      return { ok: false, refusal: 'ALREADY', detail: { status: caller.status } };
    }
    if (input.consent.notice !== PRIVACY_NOTICE) {
      return { ok: false, refusal: 'NOTICE_OUTDATED', detail: { current: PRIVACY_NOTICE } };
    }
    const enterprise = await byId<EnterpriseRecord>('enterprises', input.enterpriseId);
    if (!enterprise) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'enterprise' } };
    return enrol(input, enterprise, call);
  },
});
