import * as v from 'valibot';
import type { MemberRecord } from '../../domain/member/member';
import { maskPhone } from '../../domain/member/phone';
import { PHONE_TAIL } from '../../domain/member/search';
import { gramsSought } from '../../domain/search/grams';
import { audited } from '../kit/audit';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { text } from '../kit/fields';
import { read } from '../kit/operation';
import { staff } from '../kit/policy';
import { enterpriseNames } from './people';

const MOST = 20;

const SHOWN = { name: true, phone: true, enterpriseId: true };

/** Four digits are the end of a phone; anything else is part of a name. */
export const findMembers = read<'organizer.findMembers'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({
    text: v.pipe(
      text(1, 30),
      v.check((sought) => gramsSought(sought).length > 0, 'has nothing to look for'),
    ),
  }),
  async run({ text: sought }, call) {
    const by = PHONE_TAIL.test(sought) ? { phoneTail: sought } : { grams: _.all(gramsSought(sought)) };
    const found = await find<Pick<MemberRecord, '_id' | 'name' | 'phone' | 'enterpriseId'>>(
      'members',
      { ...by, status: 'active' },
      { limit: MOST, projection: SHOWN },
    );
    const members = found.map(({ _id }) => _id);
    await audited(call, { what: 'organizer.findMembers', members, phones: 'masked' });
    const names = await enterpriseNames(found.map(({ enterpriseId }) => enterpriseId));
    return {
      ok: true,
      value: {
        items: found.map(({ _id, name, phone, enterpriseId }) => ({
          memberId: _id,
          name,
          phone: maskPhone(phone),
          enterprise: { id: enterpriseId, name: names.get(enterpriseId) ?? '' },
        })),
      },
    };
  },
});
