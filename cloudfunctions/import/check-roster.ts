import * as v from 'valibot';
import type { MemberRecord } from '../../domain/member/member';
import { maskPhone, rosterId } from '../../domain/member/phone';
import type { RosterPreview, RosterTarget } from '../../types/contract';
import { audited } from '../kit/audit';
import { type Call, read } from '../kit/operation';
import { membersBy } from './members';
import { columns, sheetFile } from './opened';
import { loadBook } from './roster-book';
import { draftRoster, type RosterDraft } from './roster-draft';
import { keepers, rosterTarget } from './roster-target';
import { PEOPLE_SHOWN, presentRows } from './row-check';

function coming({ entered, plan, scene }: RosterDraft): RosterPreview['coming'] {
  const added = new Set(plan.added);
  return entered
    .filter(({ enterpriseId, phoneKey }) => added.has(rosterId(enterpriseId, phoneKey)))
    .slice(0, PEOPLE_SHOWN)
    .map(({ row: { row, name, phone }, enterpriseId }) => {
      return { row, name, phone: maskPhone(phone), enterpriseName: scene.names.get(enterpriseId) ?? '' };
    });
}

type Known = Pick<MemberRecord, '_id' | 'name' | 'phone' | 'phoneKey' | 'enterpriseId'>;
const KNOWN = { name: true, phone: true, phoneKey: true, enterpriseId: true };

/** Those who go and are members there; whose enterprise is another one by now is nobody whom its officer may see. */
async function going(
  { plan, scene }: RosterDraft,
  { enterpriseId }: RosterTarget,
  call: Call,
): Promise<Pick<RosterPreview, 'going' | 'goingMembers'>> {
  const off = new Set(plan.removed);
  const keys = plan.removed.map((id) => id.slice(id.indexOf('_') + 1));
  const members = (await membersBy<Known>(keys, KNOWN)).filter(({ enterpriseId, phoneKey }) =>
    off.has(rosterId(enterpriseId, phoneKey)),
  );
  const seen = members.slice(0, PEOPLE_SHOWN);
  await audited(call, {
    ...{ what: 'import.checkRoster', phones: 'masked', members: seen.map(({ _id }) => _id) },
    ...(enterpriseId !== undefined && { of: { kind: 'enterprise', id: enterpriseId } }),
  });
  const shown = seen.map(({ name, phone, enterpriseId: of }) => {
    return { name, phone: maskPhone(phone), enterpriseName: scene.names.get(of) ?? '' };
  });
  return { going: shown, goingMembers: members.length };
}

async function presentPlan(draft: RosterDraft, target: RosterTarget, call: Call): Promise<RosterPreview> {
  const { plan, book, scene } = draft;
  const enterprises = plan.enterprises.map((id) => {
    const before = book.of[id]?.size ?? 0;
    const removed = plan.removedIn[id]?.removed ?? 0;
    const after = draft.entered.filter(({ enterpriseId }) => enterpriseId === id).length;
    return { id, name: scene.names.get(id) ?? '', before, added: after - (before - removed), removed };
  });
  return {
    enterprises,
    added: plan.added.length,
    unchanged: plan.unchanged,
    removed: plan.removed.length,
    coming: coming(draft),
    ...(await going(draft, target, call)),
    digest: plan.digest,
  };
}

/** Everything that applying would do or say, without doing it. */
export const checkRoster = read<'import.checkRoster'>({
  policy: keepers,
  schema: v.strictObject({ ...sheetFile, columns, ...rosterTarget }),
  async run(input, call) {
    const drafted = await draftRoster(input, call, await loadBook());
    if ('refused' in drafted) return drafted.refused;
    const { draft } = drafted;
    const rows = presentRows(draft.entered.length, draft.issues, draft.notices);
    if (draft.issues.length > 0) return { ok: true, value: rows };
    return { ok: true, value: { ...rows, plan: await presentPlan(draft, input, call) } };
  },
});
