import * as v from 'valibot';
import { withGrants } from '../../domain/member/member';
import { SCOPES_OF, withGrant } from '../../domain/permission/grants';
import type { OrganizerContract, RefusalsOf, Refused } from '../../types/contract';
import { ROLES } from '../../types/vocabulary';
import { roleNoted } from '../kit/audit';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { staff } from '../kit/policy';
import { changeMember } from './change-member';
import { GRANTERS, lacking } from './granters';
import { scope } from './scope';

type Refusal = Refused<RefusalsOf<OrganizerContract['grant']>>;

/** Gives a member a role for a scope; given again, its end changes. An organizer gives helpers' roles. */
export const grant = write<'organizer.grant'>({
  policy: staff(...GRANTERS),
  schema: v.strictObject({
    memberId: id,
    role: v.picklist(ROLES),
    scope,
    until: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  }),
  async run({ memberId, ...given }, call) {
    const { caller, request, now } = call;
    const missing = lacking(caller, given.role);
    if (missing) return { ok: false, refusal: 'FORBIDDEN', detail: { needs: missing } };
    const fits = SCOPES_OF[given.role];
    if (!fits.includes(given.scope.kind)) {
      return { ok: false, refusal: 'SCOPE_UNFIT', detail: { role: given.role, fits: [...fits] } };
    }
    return changeMember({
      memberId,
      request,
      decide(member): { member: typeof member } | { refused: Refusal } {
        if (given.until !== undefined && given.until <= now) {
          return { refused: { ok: false, refusal: 'UNTIL_PASSED', detail: { now } } };
        }
        return { member: withGrants(member, withGrant(member.grants, given)) };
      },
      present: ({ _id, grants }) => ({ memberId: _id, grants }),
      noted: roleNoted('organizer.grant', given, [memberId], call),
    });
  },
});
