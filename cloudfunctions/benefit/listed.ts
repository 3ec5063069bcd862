import * as v from 'valibot';
import type { ListedRecord } from '../../domain/benefit/benefit';
import type { RedemptionRecord } from '../../domain/benefit/redemption';
import type { EnterpriseRecord, MemberRecord } from '../../domain/member/member';
import { maskPhone } from '../../domain/member/phone';
import type { BenefitId, Instant, MemberId } from '../../types/vocabulary';
import { audited } from '../kit/audit';
import { _ } from '../kit/cloud';
import { byId, byManyIds, find } from '../kit/documents';
import { cursor, id } from '../kit/fields';
import { read } from '../kit/operation';
import { LEFT } from '../kit/people';
import { noBenefit } from './edit';
import { organizers } from './merchants';

const PAGE = 20;

const PERSON = { name: true, phone: true, enterpriseId: true };
type Person = Pick<MemberRecord, '_id' | 'name' | 'phone' | 'enterpriseId'>;

/** When each of them fetched what they redeemed. */
async function fetchedBy(benefitId: BenefitId, of: readonly MemberId[]): Promise<Map<MemberId, Instant>> {
  if (of.length === 0) return new Map();
  const found = await find<Pick<RedemptionRecord, '_id' | 'memberId' | 'verified'>>(
    'redemptions',
    { benefitId, memberId: _.in(of), state: 'verified' },
    { limit: 1_000, projection: { memberId: true, verified: true } },
  );
  return new Map(found.map(({ memberId, verified }) => [memberId, verified?.at ?? 0]));
}

/** In the order in which they were put on; names are looked up now, so that who has left has none. */
export const listed = read<'benefit.listed'>({
  policy: organizers,
  schema: v.strictObject({ benefitId: id, cursor: v.exactOptional(cursor) }),
  async run({ benefitId, cursor: from = '' }, call) {
    const [benefit, found] = await Promise.all([
      byId('benefits', benefitId, { state: true }),
      find<ListedRecord>('listed', { benefitId, key: _.gt(from) }, { orderBy: ['key', 'asc'], limit: PAGE + 1 }),
    ]);
    if (!benefit) return noBenefit;
    const page = found.slice(0, PAGE);
    const ids = page.map(({ memberId }) => memberId);
    const of = { kind: 'benefit', id: benefitId } as const;
    await audited(call, { what: 'benefit.listed', of, members: ids, phones: 'masked' });
    const [people, fetched] = await Promise.all([byManyIds<Person>('members', ids, PERSON), fetchedBy(benefitId, ids)]);
    const employers = [...people.values()].map(({ enterpriseId }) => enterpriseId);
    const enterprises = await byManyIds<Pick<EnterpriseRecord, '_id' | 'name'>>('enterprises', employers, {
      name: true,
    });
    const items = ids.map((memberId) => {
      const person = people.get(memberId);
      const fetchedAt = fetched.get(memberId);
      return {
        memberId,
        name: person?.name ?? LEFT,
        phone: person ? maskPhone(person.phone) : '',
        enterpriseId: person?.enterpriseId ?? '',
        enterpriseName: enterprises.get(person?.enterpriseId ?? '')?.name ?? '',
        ...(fetchedAt !== undefined && { fetchedAt }),
      };
    });
    const last = page.at(-1);
    return { ok: true, value: { items, ...(found.length > PAGE && last && { next: last.key }) } };
  },
});
