import * as v from 'valibot';
import type { MemberRecord } from '../../domain/member/member';
import { maskPhone } from '../../domain/member/phone';
import { isSought, memberGramsSought } from '../../domain/member/sought';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { text } from '../kit/fields';
import { read } from '../kit/operation';
import { staff } from '../kit/policy';
import { enterpriseNames } from './people';

const MOST = 20;
/** Namesakes looked at: pieces of a name may stand apart in it, so each is held against what was typed. */
const LOOKED_AT_MOST = 200;

const SHOWN = { name: true, phone: true, enterpriseId: true };

/** Digits are the end of a phone; anything else is part of a name. */
export const findMembers = read<'organizer.findMembers'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({
    text: v.pipe(
      text(1, 30),
      v.check((sought) => memberGramsSought(sought).length > 0, 'has nothing to look for'),
    ),
  }),
  async run({ text: sought }) {
    const found = await find<Pick<MemberRecord, '_id' | 'name' | 'phone' | 'enterpriseId'>>(
      'members',
      { grams: _.all(memberGramsSought(sought)), status: 'active' },
      { limit: LOOKED_AT_MOST, projection: SHOWN },
    );
    const meant = found.filter((member) => isSought(member, sought)).slice(0, MOST);
    const names = await enterpriseNames(meant.map(({ enterpriseId }) => enterpriseId));
    return {
      ok: true,
      value: {
        items: meant.map(({ _id, name, phone, enterpriseId }) => ({
          memberId: _id,
          name,
          phone: maskPhone(phone),
          enterprise: { id: enterpriseId, name: names.get(enterpriseId) ?? '' },
        })),
      },
    };
  },
});
