import * as v from 'valibot';
import { withGrants } from '../../domain/member/member';
import { withoutGrant } from '../../domain/permission/grants';
import type { OrganizerContract, RefusalsOf, Refused } from '../../types/contract';
import { ROLES } from '../../types/vocabulary';
import { roleNoted } from '../kit/audit';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { staff } from '../kit/policy';
import { changeMember } from './change-member';
import { GRANTERS, lacking } from './granters';
import { scope } from './scope';

type Refusal = Refused<RefusalsOf<OrganizerContract['revoke']>>;

export const revoke = write<'organizer.revoke'>({
  policy: staff(...GRANTERS),
  schema: v.strictObject({ memberId: id, role: v.picklist(ROLES), scope }),
  async run({ memberId, role, scope: of }, call) {
    const { caller, request } = call;
    const missing = lacking(caller, role);
    if (missing) return { ok: false, refusal: 'FORBIDDEN', detail: { needs: missing } };
    return changeMember({
      memberId,
      request,
      decide(member): { member: typeof member } | { refused: Refusal } {
        const grants = withoutGrant(member.grants, role, of);
        if (grants.length === member.grants.length) {
          return { refused: { ok: false, refusal: 'NOT_FOUND', detail: { what: 'grant' } } };
        }
        return { member: withGrants(member, grants) };
      },
      present: ({ _id, grants }) => ({ memberId: _id, grants }),
      noted: roleNoted('organizer.revoke', { role, scope: of }, [memberId], call),
    });
  },
});
