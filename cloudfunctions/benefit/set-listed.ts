import * as v from 'valibot';
import type { BenefitRecord, ListedRecord } from '../../domain/benefit/benefit';
import type { RedemptionRecord } from '../../domain/benefit/redemption';
import type { MemberRecord } from '../../domain/member/member';
import { timeKey } from '../../domain/time/shanghai';
import type { BenefitId, MemberId } from '../../types/vocabulary';
import { doerOf } from '../kit/caller';
import { _ } from '../kit/cloud';
import { byId, byManyIds, find, insertMissing, removeAll } from '../kit/documents';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { countListed } from './count-listed';
import { noBenefit } from './edit';
import { answered, noteDone } from './log-book';
import { organizers } from './merchants';
import { listedId } from './on-list';

const MEMBERS_MOST = 500;
/** Members whose redemptions are looked for in one query. */
const AT_ONCE = 100;

const members = v.pipe(v.array(id), v.maxLength(MEMBERS_MOST));

/** Those of the members who have redeemed it, whatever became of that. */
async function redeemersOf(benefitId: BenefitId, of: readonly MemberId[]): Promise<Set<MemberId>> {
  const redeemers = new Set<MemberId>();
  for (let from = 0; from < of.length; from += AT_ONCE) {
    const memberId = _.in(of.slice(from, from + AT_ONCE));
    const filter = { benefitId, memberId, state: _.neq('cancelled') };
    const projection = { memberId: true };
    const found = await find<Pick<RedemptionRecord, '_id' | 'memberId'>>('redemptions', filter, {
      limit: 1_000,
      projection,
    });
    for (const record of found) redeemers.add(record.memberId);
  }
  return redeemers;
}

async function takeOff(benefitId: BenefitId, remove: readonly MemberId[]): Promise<void> {
  const redeemers = await redeemersOf(benefitId, remove);
  const ids = remove.filter((each) => !redeemers.has(each)).map((each) => listedId(benefitId, each));
  if (ids.length > 0) await removeAll('listed', { _id: _.in(ids) });
}

/** All or nothing of it: who is unknown is named, and nobody is put on or taken off. */
export const setListed = write<'benefit.setListed'>({
  policy: organizers,
  schema: v.strictObject({ benefitId: id, add: members, remove: members }),
  async run({ benefitId, add, remove }, { caller, request, now }) {
    const known = await answered<'setListed'>(benefitId, request);
    if (known) return known;
    const benefit = await byId<BenefitRecord>('benefits', benefitId);
    if (!benefit) return noBenefit;
    if (!benefit.plan.listed) return { ok: false, refusal: 'NOT_LISTED', detail: {} };
    const people = await byManyIds<Pick<MemberRecord, '_id' | 'status'>>('members', add, { status: true });
    const unknown = add.filter((each) => people.get(each)?.status !== 'active');
    if (unknown.length > 0) return { ok: false, refusal: 'UNKNOWN', detail: { members: unknown } };
    const records = [...new Set(add)].map((memberId): ListedRecord => {
      return { _id: listedId(benefitId, memberId), v: 1, benefitId, memberId, key: timeKey(now, memberId) };
    });
    await insertMissing('listed', records);
    await takeOff(benefitId, remove);
    const answer = { listedCount: await countListed(benefitId) };
    await noteDone({ benefitId, at: now, by: doerOf(caller), what: 'list', request }, answer);
    return (await answered<'setListed'>(benefitId, request)) ?? { ok: true, value: answer };
  },
});
