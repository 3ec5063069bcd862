import type { MemberRecord } from '../../domain/member/member';
import { phoneKey } from '../../domain/member/phone';
import type { ParticipationRecord } from '../../domain/participation/participation';
import { type SheetChange, type SheetStanding, standingBySheets } from '../../domain/participation/sheet-part';
import { type AttendancePlan, planAttendance, type Recorded, type TookPart } from '../../domain/sheet/attendance-plan';
import { type AttendanceRow, attendanceRows } from '../../domain/sheet/attendance-rows';
import { settledChoice } from '../../domain/sheet/check';
import type { Issue, Notices } from '../../domain/sheet/issue';
import { poolIdOf } from '../../domain/signup/pool';
import { holdKeyOf, type RegistrationRecord } from '../../domain/signup/registration';
import type {
  AttendanceRefusals,
  AttendanceTarget,
  CommonRefusals,
  Refused,
  SheetColumns,
  SheetFile,
} from '../../types/contract';
import type { Day, MemberId, SessionId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import type { Call } from '../kit/operation';
import { phoneSecret } from '../kit/secrets';
import { type AttendanceScene, sceneOf } from './attendance-target';
import { membersBy } from './members';
import { openSheet, problem } from './opened';

export type AttendanceInput = SheetFile & AttendanceTarget & { columns: SheetColumns };
export type NoAttendance = Refused<AttendanceRefusals & Pick<CommonRefusals, 'BAD_INPUT'>>;

type Known = Pick<MemberRecord, '_id' | 'name' | 'phoneKey' | 'status' | 'enterpriseId' | 'employment'>;
const KNOWN = { name: true, phoneKey: true, status: true, enterpriseId: true, employment: true };

export interface AttendanceDraft {
  scene: AttendanceScene;
  issues: Issue[];
  notices: Notices;
  rows: AttendanceRow[];
  plan: AttendancePlan;
  /** The records that the plan comes to. */
  changes: SheetChange[];
}

/** Keys of places asked for in one query. */
const HELD_AT_ONCE = 200;
const RECORDS_AT_ONCE = 1_000;
const OF_RECORD = {
  ...{ kind: true, registrationId: true, memberId: true, sessionId: true },
  ...{ enterpriseId: true, employment: true },
};

/** What the members have in the app: who came, and who has a place and did not. */
async function inApp(scene: AttendanceScene, members: readonly MemberId[]) {
  const { activity, sessions } = scene;
  const dayOfSession = new Map([...sessions].map(([day, { id }]) => [id, day]));
  const pools = new Set([...dayOfSession.keys()].map((id) => poolIdOf(activity._id, id, activity.onePlacePer)));
  const keys = [...pools].flatMap((pool) => members.map((memberId) => holdKeyOf(pool, memberId)));
  const came: Recorded[] = [];
  const signedUp: TookPart[] = [];
  for (let from = 0; from < keys.length; from += HELD_AT_ONCE) {
    const holdKey = _.in(keys.slice(from, from + HELD_AT_ONCE));
    const projection = { memberId: true, sessionId: true, state: true };
    const held = await find<RegistrationRecord>('registrations', { holdKey }, { limit: HELD_AT_ONCE, projection });
    for (const { memberId, sessionId, state } of held) {
      const day = dayOfSession.get(sessionId);
      if (day === undefined) continue;
      if (state === 'attended') came.push({ memberId, day, from: 'app' });
      if (state === 'confirmed' || state === 'absent') signedUp.push({ memberId, day });
    }
  }
  return { came, signedUp };
}

/** What earlier sheets of these sessions came to. */
async function bySheets({ activity, sessions }: AttendanceScene): Promise<SheetStanding[]> {
  const records: ParticipationRecord[] = [];
  for (const { id: sessionId } of sessions.values()) {
    let from = '';
    for (;;) {
      const page = await find<ParticipationRecord>(
        'participations',
        { activityId: activity._id, sessionId, by: '', _id: _.gt(from) },
        { orderBy: ['_id', 'asc'], limit: RECORDS_AT_ONCE, projection: OF_RECORD },
      );
      records.push(...page);
      from = page.at(-1)?._id ?? '';
      if (page.length < RECORDS_AT_ONCE) break;
    }
  }
  return standingBySheets(records);
}

/** The records of a plan: of who came before and was taken off, the next number. */
function changesOf(
  { added, removed }: AttendancePlan,
  standing: readonly SheetStanding[],
  members: ReadonlyMap<MemberId, Known>,
  sessionOn: (day: Day) => SessionId,
): SheetChange[] {
  const known = new Map(standing.map((each) => [`${each.memberId} ${each.sessionId}`, each]));
  const lastOf = (memberId: MemberId, sessionId: SessionId) => known.get(`${memberId} ${sessionId}`);
  const coming = added.flatMap(({ memberId, day }): SheetChange[] => {
    const sessionId = sessionOn(day);
    const n = (lastOf(memberId, sessionId)?.n ?? 0) + 1;
    const member = members.get(memberId);
    return member ? [{ memberId, sessionId, n, enterpriseId: member.enterpriseId, employment: member.employment }] : [];
  });
  const going = removed.flatMap(({ memberId, day }): SheetChange[] => {
    const last = lastOf(memberId, sessionOn(day));
    if (!last) return [];
    const { there: _there, ...change } = last;
    return [{ ...change, n: last.n + 1 }];
  });
  return [...coming, ...going];
}

async function planned(scene: AttendanceScene, rows: readonly AttendanceRow[]) {
  const secret = phoneSecret();
  const entries = rows.map(({ row, phone, name, day }) => ({ row, phoneKey: phoneKey(phone, secret), name, day }));
  const members = await membersBy<Known>([...new Set(entries.map(({ phoneKey: key }) => key))], KNOWN);
  const active = members.filter(({ status }) => status === 'active').map(({ _id }) => _id);
  const [{ came, signedUp }, standing] = await Promise.all([inApp(scene, active), bySheets(scene)]);
  const dayOfSession = new Map([...scene.sessions].map(([day, { id }]) => [id, day]));
  const before = standing.flatMap(({ memberId, sessionId, there }): Recorded[] => {
    const day = dayOfSession.get(sessionId);
    return there && day !== undefined ? [{ memberId, day, from: 'sheet' }] : [];
  });
  const byKey = new Map(
    members.map(({ _id, phoneKey: key, name, status }) => [key, { memberId: _id, name, active: status === 'active' }]),
  );
  const plan = planAttendance(entries, byKey, [...came, ...before], signedUp);
  const sessionOn = (day: Day): SessionId => scene.sessions.get(day)?.id ?? '';
  return { plan, changes: changesOf(plan, standing, new Map(members.map((each) => [each._id, each])), sessionOn) };
}

const NOTHING = { plan: planAttendance([], new Map(), []), changes: [] };

/** From the file to the plan: the same for being looked at and for being done. Nothing is planned while a row is bad. */
export async function draftAttendance(
  input: AttendanceInput,
  call: Call,
): Promise<{ draft: AttendanceDraft } | { refused: NoAttendance }> {
  const scene = await sceneOf(input, call.now);
  if ('refused' in scene) return scene;
  const opened = await openSheet(input, 'attendance', call.caller);
  if ('refused' in opened) return opened;
  const { table, recognised } = opened.open;
  const settled = settledChoice({ recognised, chosen: input.columns }, 'attendance');
  if (settled.kind === 'problem') return { refused: problem(settled.problem) };
  const terms = { title: scene.activity.title, days: [...scene.sessions.keys()] };
  const { rows, issues, notices } = attendanceRows(table, recognised.head, settled.choice, terms);
  const { plan, changes } = issues.length > 0 ? NOTHING : await planned(scene, rows);
  return { draft: { scene, issues, notices, rows, plan, changes } };
}
