import { couldTouch, type Holder, narrowsEmployment } from '../../domain/activity/touches';
import type { MemberRecord } from '../../domain/member/member';
import type { RegistrationRecord } from '../../domain/signup/registration';
import { HELD } from '../../domain/signup/states';
import type { Plan } from '../../types/contract';
import type { ActivityId, RegistrationState } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byManyIds, find } from '../kit/documents';

/** Registrations read at once; each is a line of what an edit needs to know. */
const PAGE = 1_000;

type Line = Pick<
  RegistrationRecord,
  '_id' | 'memberId' | 'state' | 'sessionId' | 'zoneId' | 'enterpriseId' | 'cameKey'
>;

const LINE = { memberId: true, state: true, sessionId: true, zoneId: true, enterpriseId: true, cameKey: true };

async function linesOf(activityId: ActivityId, state: RegistrationState): Promise<Line[]> {
  const lines: Line[] = [];
  for (let from = ''; ; from = lines.at(-1)?.cameKey ?? '') {
    const page = await find<Line>(
      'registrations',
      { activityId, state, cameKey: _.gt(from) },
      { orderBy: ['cameKey', 'asc'], limit: PAGE, projection: LINE },
    );
    lines.push(...page);
    if (page.length < PAGE) return lines;
  }
}

/** Everybody who holds something here, as far as this edit could concern them; nobody where it cannot. */
export async function holdersOf(activityId: ActivityId, before: Plan, after: Plan): Promise<Holder[]> {
  if (!couldTouch(before, after)) return [];
  const lines = (await Promise.all(HELD.map((state) => linesOf(activityId, state)))).flat();
  if (!narrowsEmployment(before, after)) return lines;
  const ids = lines.map(({ memberId }) => memberId);
  const members = await byManyIds<Pick<MemberRecord, '_id' | 'employment'>>('members', ids, { employment: true });
  return lines.map((line) => {
    const employment = members.get(line.memberId)?.employment;
    return { ...line, ...(employment !== undefined && { employment }) };
  });
}
