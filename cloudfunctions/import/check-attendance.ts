import * as v from 'valibot';
import type { MemberRecord } from '../../domain/member/member';
import { maskPhone } from '../../domain/member/phone';
import type { AttendancePreview } from '../../types/contract';
import type { ActivityId, MemberId } from '../../types/vocabulary';
import { audited } from '../kit/audit';
import { byManyIds } from '../kit/documents';
import { type Call, read } from '../kit/operation';
import { LEFT } from '../kit/people';
import { type AttendanceDraft, draftAttendance } from './attendance-draft';
import { attendanceStaff, attendanceTarget } from './attendance-target';
import { columns, sheetFile } from './opened';
import { PEOPLE_SHOWN, presentRows } from './row-check';

/** Rows that match nobody, shown at once; who has more has uploaded another list. */
const UNMATCHED_SHOWN = 1_000;

type Shown = Pick<MemberRecord, '_id' | 'name' | 'phone'>;

async function presentPlan(
  { plan, rows }: AttendanceDraft,
  activityId: ActivityId,
  call: Call,
): Promise<AttendancePreview> {
  const byRow = new Map(rows.map((each) => [each.row, each]));
  const told = (row: number) => {
    const { name = '', phone = '' } = byRow.get(row) ?? {};
    return { name, phone: maskPhone(phone) };
  };
  const coming = plan.added.slice(0, PEOPLE_SHOWN);
  const going = plan.removed.slice(0, PEOPLE_SHOWN);
  const ids: MemberId[] = [...coming, ...going].map(({ memberId }) => memberId);
  const of = { kind: 'activity', id: activityId } as const;
  await audited(call, { what: 'import.checkAttendance', of, members: ids, phones: 'masked' });
  const members = await byManyIds<Shown>('members', ids, { name: true, phone: true });
  return {
    added: plan.added.length,
    unchanged: plan.unchanged.length,
    removed: plan.removed.length,
    coming: coming.map(({ row, memberId, day }) => {
      return { ...told(row), row, day, name: members.get(memberId)?.name ?? LEFT };
    }),
    going: going.map(({ memberId, day }) => {
      const { name = LEFT, phone = '' } = members.get(memberId) ?? {};
      return { name, phone: maskPhone(phone), day };
    }),
    unmatched: plan.unmatched.slice(0, UNMATCHED_SHOWN).map((each) => ({ ...each, ...told(each.row) })),
    unmatchedRows: plan.unmatched.length,
    digest: plan.digest,
  };
}

/** Everything that applying would do or say, without doing it. */
export const checkAttendance = read<'import.checkAttendance'>({
  policy: attendanceStaff,
  schema: v.strictObject({ ...sheetFile, columns, ...attendanceTarget }),
  async run(input, call) {
    const drafted = await draftAttendance(input, call);
    if ('refused' in drafted) return drafted.refused;
    const { draft } = drafted;
    const rows = presentRows(draft.rows.length, draft.issues, draft.notices);
    if (draft.issues.length > 0) return { ok: true, value: rows };
    return { ok: true, value: { ...rows, plan: await presentPlan(draft, input.activityId, call) } };
  },
});
